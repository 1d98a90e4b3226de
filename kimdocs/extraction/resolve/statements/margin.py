"""Votes in the margin as statements: "103   9 : 1   Kauf eines Traktors"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.layout.line_places import line_start
from kimdocs.extraction.recognise.outcome import read_outcome, read_unanimity
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.extraction.result_lines.strips import strips
from kimdocs.extraction.texts.margin import beside_end, margin_marks, right_votes
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES, DecisionType, Outcome

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.outcome import OutcomeMention
    from kimdocs.extraction.result_lines.strips import Strip
    from kimdocs.extraction.texts.margin import MarginMark

_BRACKET = lazy(r"\(([^()\n]{3,40})\)\.?")
_MOVED = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)

_FATES = (*_MOVED, Outcome.NOTED)


class MarginVote(NamedTuple):
    """The statement of a ratio in the margin, and where its line starts and the text beside it ends."""

    statement: Statement
    start: int
    end: int
    column: bool = False


def margin_votes(context: Context) -> list[MarginVote]:
    """All of them, in order."""
    found = [_marked(context, marked) for marked in margin_marks(context)]
    found = found or [_at_right(context, ratio) for ratio in right_votes(context)]
    beside = [_in_strip(context, strip) for strip in strips(context)]
    beside = [vote for vote in beside if not any(vote.start < one.end and one.start < vote.end for one in found)]
    return sorted([*found, *beside], key=lambda vote: vote.start)


def _in_strip(context: Context, strip: Strip) -> MarginVote:
    """Votes in a strip with their outcome; what the text beside them tells but that it was carried goes with them."""
    start, stop = context.lines[strip.first].start, context.lines[strip.last].end
    end = stop if strip.right else _before_next(context, stop, beside_end(context, strip.last))
    statement = Statement(Source.LINE, start, stop, counts=dict(strip.counts), rule="votes.margin")
    told = read_outcome(strip.words, 0, len(strip.words), status=True)
    spread = read_unanimity(strip.words, 0, len(strip.words))
    statement.unanimous = spread[0] if spread else None
    words = " ".join(_part(context, at, strip) for at in range(strip.first, context.line_at(end - 1) + 1))
    beside = None if _is_lost(statement) else read_outcome(words, 0, len(words), weak=False)
    mention = told or (beside if beside and beside.outcome in _FATES else None)
    if mention and not mention.silent:
        statement.outcome, statement.rule = mention.outcome, mention.rule
    _take_bracket(context, statement, strip.last + 1)
    return MarginVote(statement, start, max(end, statement.end))


def _before_next(context: Context, start: int, end: int) -> int:
    """Where a text beside a vote ends: before the next item or heading at the latest."""
    starts = [*(item.start for item in context.items), *context.heading_starts]
    return min([end, *(context.lines[context.line_at(place) - 1].end for place in starts if start < place < end)])


def _part(context: Context, index: int, strip: Strip) -> str:
    """What stands on a line beside a strip."""
    start, end = context.lines[index]
    begin = line_start(context.text, start)
    return context.folded[start : begin + strip.column] if strip.right else context.folded[begin + strip.column : end]


def _marked(context: Context, marked: MarginMark) -> MarginVote:
    """The vote, with what the text beside it tells of the matter but that it was carried."""
    line = context.lines[marked.line]
    statement = Statement(Source.LINE, marked.start, marked.stop, counts=dict(marked.counts), rule="votes.margin")
    title = matcher("outcomes").fullmatch(context.folded[marked.beside : line.end])
    if title and title.value in _MOVED:
        statement.outcome, statement.outcome_span = Outcome(title.value), (marked.beside, line.end)
    elif marked.column and not _is_lost(statement):
        told = _told_beside(context, marked)
        if told:
            statement.outcome, statement.outcome_span, statement.rule = told.outcome, (told.start, told.end), told.rule
    if not marked.column:
        return MarginVote(statement, line.start, marked.end)
    _take_bracket(context, statement, marked.line + 1)
    if marked.elects and statement.outcome is None and not _is_lost(statement):
        statement.outcome, statement.kind = Outcome.ELECTED, DecisionType.ELECTION
    whole = _is_lost(statement) or statement.outcome is not None
    start = line.start if whole and marked.beside >= line.end else marked.start
    return MarginVote(statement, start, max(marked.end if whole else marked.stop, statement.end), column=True)


def _take_bracket(context: Context, statement: Statement, index: int) -> None:
    """Puts in what a line in brackets below a vote says became of the matter."""
    line = context.lines[index] if index < len(context.lines) else context.lines[-1]
    said = _BRACKET.fullmatch(context.folded, *line)
    told = matcher("outcomes").fullmatch(said[1]) if said else None
    if said and told and told.value != "none":
        statement.outcome, statement.outcome_span = Outcome(told.value), said.span(1)
        statement.end = line.end


def _is_lost(statement: Statement) -> bool:
    return statement.counts.get("yes", 0) <= statement.counts.get("no", 0)


def _told_beside(context: Context, marked: MarginMark) -> OutcomeMention | None:
    """The fate of the matter, if the text beside a vote that carried it puts it off, refers or notes it."""
    start = marked.beside if marked.beside < marked.end else context.lines[marked.line].start
    mention = read_outcome(context.folded, start, marked.end, weak=False)
    return mention if mention and mention.outcome in _FATES and not mention.silent else None


def _at_right(context: Context, ratio: re.Match[str]) -> MarginVote:
    statement = Statement(Source.LINE, *ratio.span("vote"), rule="votes.margin")
    statement.counts = {side: int(number) for side, number in ratio.groupdict().items() if side in SIDES and number}
    start, end = ratio.span("vote")
    return MarginVote(statement, start, beside_end(context, context.line_at(start)) if _is_lost(statement) else end)
