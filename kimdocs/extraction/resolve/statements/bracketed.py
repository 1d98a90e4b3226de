"""What stands right behind the sentence of a vote or in a label: ratios in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.votes.vote import read_tally
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.extraction.result_lines.legends import legend, order
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Heading, Line

_RATIO = lazy(r"[ \t]*\n?[ \t]*(\(\d{1,3} ?[:/] ?\d{1,3}(?: ?[:/] ?\d{1,3})?\))(?=[ \t]*(?:\n|$|:))")
_CLOSED = lazy(r"(?:\[\d{1,3}(?: ?[/:|-] ?\d{1,3}){2,4}\]|\(\d{1,3}(?: ?[/:|-] ?\d{1,3}){2,4}\))")
_SIGNED = lazy(
    r"\((?:\+ ?\d{1,3}[ ,;/|]+- ?\d{1,3}[ ,;/|]+[o0=±] ?\d{1,3}|\d{1,3} ?\+[ ,;/|]+\d{1,3} ?-[ ,;/|]+\d{1,3} ?[o0=±])\)"
)
_SILENT = ("head", "closing", "signatures", "agenda", "consultations", "attachments")
_TRIPLE = 3
_VOTES_FOR = lazy(r"\b(?:erhält|erhielt|bekommt|bekam)\s+(\w{1,14})\s+stimmen[.]\s+$")
_AGAINST_IT = lazy(r"(?:ihm|ihr|dem|diesem|dieser)\s+(?:steh|stand)")
_WITH_RATIO = lazy(r"\b(?:mit|bei) (\d{1,3} ?: ?\d{1,3}(?: ?: ?\d{1,3})?)\)? ?:")
_SHORT = 60
_MANNER = lazy(
    r"(?:(?P<all>einstimmig|einmütig|einhellig)|mehrheitlich)(?:er\s+beschlu(?:ss|ß)|e\s+(?:beschlu(?:ss|ß))?empfehlung)"
    r"(?:\s+an\s[^\n:]{3,40})?\s*:"
)
_MANNER_BEHIND = lazy(r"(?:\san\s[^\n:(]{3,60})?\s\((?:(?P<all>einstimmig|einmütig|einhellig)|mehrheitlich)\)\s*:")
_LABELS = ("resolution", "recommendation")


def with_bracket(context: Context, statement: Statement) -> Statement:
    """The statement with the votes in brackets right behind it, if it has none of its own."""
    if statement.has_counts or statement.unanimous is not None or statement.quoted or statement.outcome is None:
        return statement
    behind = _RATIO.match(context.folded, statement.end)
    if behind and (counts := _counts(context, *behind.span(1))):
        statement.counts, statement.end = counts, behind.end()
    return statement


def bracketed_votes(context: Context) -> Iterator[Statement]:
    """The votes in brackets behind sentences and parts of them, whose signs or a legend say what the numbers count."""
    told = len(legend(context)) >= _TRIPLE
    for offset in anchor_offsets(context.folded, "bracketed_number"):
        signed = _SIGNED.match(context.folded, offset + 1)
        ratio = signed or (_CLOSED.match(context.folded, offset + 1) if told else None)
        if ratio is None or (context.section_at(offset).key in _SILENT and not signed):
            continue
        label = context.heading_starts.get(context.lines[context.line_at(ratio.start())].start)
        if label and not context.text[label.end : ratio.start()].strip():
            continue
        tally = line_tally(ratio[0], order(context))
        if tally and tally.counts:
            yield Statement(Source.LINE, *ratio.span(), counts=dict(tally.counts))


def with_votes_for(context: Context, statement: Statement) -> Statement:
    """The statement of the votes against ("Ihm stehen 8 entgegen.") with those for it, of the sentence before."""
    if "no" not in statement.counts or "yes" in statement.counts or statement.quoted:
        return statement
    low = max(0, statement.start - _SHORT)
    told = _VOTES_FOR.search(context.folded, low, statement.start)
    votes = told and whole_number(told[1])
    if told and votes is not None and _AGAINST_IT.match(context.folded, statement.start, statement.end):
        statement.counts["yes"], statement.start = votes, told.start()
    return statement


def votes_in_labels(context: Context) -> Iterator[Statement]:
    """The votes in the labels of texts of resolutions."""
    for heading in context.headings:
        if heading.key not in _LABELS:
            continue
        if manner := _manner_in(context, heading):
            recommends = heading.key == "recommendation"
            outcome = Outcome.RECOMMENDED if recommends else Outcome.ADOPTED
            yield Statement(Source.STATUS, heading.start, heading.end, outcome, unanimous=manner["all"] is not None)
        place = context.text.find("(", heading.start, heading.end)
        ratio = _RATIO.match(context.folded, place) if place >= 0 else None
        if ratio := ratio or _WITH_RATIO.search(context.folded, heading.start, heading.end):
            statement = Statement(Source.LINE, *ratio.span(1))
            statement.counts = _counts(context, *ratio.span(1))
            if statement.counts:
                yield statement


def heads_text(context: Context, line: Line) -> bool:
    """Whether the line but heads the text below it: "Beschlussempfehlung:", "Beschluss (einstimmig):"."""
    heading = context.heading_starts.get(line.start)
    if heading is None or heading.key not in _LABELS:
        return False
    if context.text.find("(", line.start, line.end) >= 0 and _manner_in(context, heading) is None:
        return False
    return context.text[line.end - 1] == ":" and not context.text[heading.end : line.end].strip(" :")


def _manner_in(context: Context, heading: Heading) -> re.Match[str] | None:
    """What a heading tells of the vote on its text ("Einstimmiger Beschluss:"); ``all`` where it was unanimous."""
    behind = _MANNER_BEHIND.search(context.folded, heading.start, heading.end)
    return behind or _MANNER.match(context.folded, heading.start, heading.end)


def _counts(context: Context, start: int, end: int) -> dict[str, int]:
    tally = read_tally(context.folded, start, end, ratio=True, order=order(context))
    return {side: number for side, number in tally.counts.items() if side != "votes"} if tally else {}
