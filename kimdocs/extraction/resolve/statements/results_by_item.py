"""Results listed below one heading, each behind the number of its item: "Abstimmungen⏎TOP 2: 5 dafür, 2 dagegen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statements.listed_acts import ListedActs
from kimdocs.extraction.resolve.statements.statement import Source, read_statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Heading
    from kimdocs.extraction.resolve.statements.statement import Statement

_ROW = lazy(
    r"(?:zu\s)?(?:(?:top|tagesordnungspunkt|beschluss(?:-?nr\.?)?)\s?|§\s?)"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\s?(?::|\)|\s[-–])\s+(?=\S)"
)
_FEWEST = 2
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
        before = {item.fact.number for item in context.items if item.start < heading.start}
        if len(told) >= _FEWEST and before.isdisjoint(one.listed for one in told):
            found.append(ListedActs(heading.start, told[-1].end, told))
    return found


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
