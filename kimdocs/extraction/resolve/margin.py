"""Votes in the margin as statements: "103   9 : 1   Kauf eines Traktors"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.margin import beside_end, margin_marks, right_votes
from kimdocs.extraction.resolve.statement import Source, Statement
from kimdocs.lexicon import matcher
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context

_MOVED = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)


class MarginVote(NamedTuple):
    """The statement of a ratio in the margin, and where its line starts and the text beside it ends."""

    statement: Statement
    start: int
    end: int


def margin_votes(context: Context) -> list[MarginVote]:
    """All of them, in order."""
    found = []
    for index, mark, end in margin_marks(context):
        line = context.lines[index]
        statement = Statement(Source.LINE, *mark.span("vote"), rule="votes.margin")
        statement.counts = {"yes": int(mark["yes"]), "no": int(mark["no"])}
        title = matcher("outcomes").fullmatch(context.folded[mark.end() : line.end])
        if title and title.value in _MOVED:
            statement.outcome, statement.outcome_span = Outcome(title.value), (mark.end(), line.end)
        found.append(MarginVote(statement, line.start, end))
    return found or [_at_right(context, ratio) for ratio in right_votes(context)]


def _at_right(context: Context, ratio: re.Match[str]) -> MarginVote:
    statement = Statement(Source.LINE, *ratio.span("vote"), rule="votes.margin")
    statement.counts = {side: int(number) for side, number in ratio.groupdict().items() if side != "vote" and number}
    start, end = ratio.span("vote")
    lost = statement.counts.get("yes", 0) <= statement.counts.get("no", 0)
    return MarginVote(statement, start, beside_end(context, context.line_at(start)) if lost else end)
