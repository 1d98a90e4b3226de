"""Results listed below one heading, each behind the number of its item: "Abstimmungen⏎TOP 2: 5 dafür, 2 dagegen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.resolve.statements.listed_acts import ListedActs
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES, DecisionType, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Heading

_ROW = lazy(
    r"(?:zu\s)?(?:(?:top|tagesordnungspunkt|beschluss(?:-?nr\.?)?)\s?|§\s?)"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\s?(?::|\)|\s[-–])\s+(?=\S)"
)
_PART = lazy(
    r"(?:nr\.|ziff(?:er|\.)|punkt|absatz|teil|los|variante)\s?(?P<number>\d{1,2}[a-z]?)\s?(?:\([^()\n]{1,40}\))?\s?:"
    r"\s*(?P<yes>(?!0\d)\d{1,3})\s?[/:]\s?(?P<no>(?!0\d)\d{1,3})(?:\s?[/:]\s?(?P<abstain>\d{1,3}))?(?=\s*(?:$|\n|[,;.]))"
)
_FEWEST = 2
_FEWEST_VOTES = 4
_MOST_ABSENT = 4
_MOST = 80


def results_by_item(context: Context) -> list[ListedActs]:
    """The lists of results, in order, but those on items that the document reports on above: they tell these again."""
    found: list[ListedActs] = []
    for heading in context.headings:
        if heading.key != "result" or (found and heading.start < found[-1].end):
            continue
        end = context.lines[heading.line].end
        if context.text[heading.end : end].strip(" :"):
            continue
        told = list(_rows(context, heading))
        if len(told) >= _FEWEST and not _is_told_above(context, heading, told):
            found.append(ListedActs(heading.start, told[-1].end, told))
    return found


def _is_told_above(context: Context, heading: Heading, told: list[Statement]) -> bool:
    before = {item.fact.number for item in context.items if item.start < heading.start}
    return not before.isdisjoint(one.listed for one in told)


def results_by_part(context: Context) -> list[ListedActs]:
    """The lists of numbered parts of one text, each with the ratio of its vote, in order: "Nr. 1 (Markt): 40 / 7"."""
    found: list[ListedActs] = []
    run: list[Statement] = []
    for index in context.lines_at(anchor_offsets(context.folded, "numbered_part")):
        line = context.lines[index]
        row = _PART.match(context.folded, *line)
        if row is None or not _goes_on(context, run, line.start):
            found += _whole(run)
            run = []
        if row:
            counts = {side: int(n) for side, n in zip(SIDES, row.group("yes", "no", "abstain"), strict=True) if n}
            run.append(Statement(Source.RESULT, *row.span(), counts=counts, kind=DecisionType.PART, listed="-"))
    return [*found, *_whole(run)]


def _goes_on(context: Context, run: list[Statement], start: int) -> bool:
    """Whether at most the rest of a line and blank lines part a row from the one before."""
    return not run or context.text.count("\n", run[-1].end, start) == 1


def _whole(run: list[Statement]) -> list[ListedActs]:
    """The list that rows make with about as many votes each; none where but one stands alone."""
    sums = [sum(one.counts.values()) for one in run]
    alike = len(run) >= _FEWEST and max(sums) - min(sums) <= _MOST_ABSENT
    return [ListedActs(run[0].start, run[-1].end, run)] if alike and min(sums) >= _FEWEST_VOTES else []


def _rows(context: Context, heading: Heading) -> Iterator[Statement]:
    """What the rows below a heading tell, up to the first line that is none."""
    for line in context.lines[heading.line + 1 : heading.line + 1 + _MOST]:
        if line.end == line.start:
            continue
        row = _ROW.match(context.folded, *line)
        if row is None:
            return
        statement = read_statement(context, row.end(), line.end, Source.RESULT)
        counted = {"yes", "no"} <= statement.counts.keys() or bool(statement.counts.get("yes"))
        if counted or statement.unanimous is not None or statement.outcome not in (None, Outcome.NONE):
            statement.start, statement.listed = line.start, row["number"]
            yield statement
