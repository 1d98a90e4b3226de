"""Statements that belong to the vote behind them, or to none, though they agree with the one before."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.decisions.same_vote import is_contrary, outcome_class
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NEAR = 60
_BESIDE = 20
_ROUND = "wahlgang"
_FAR = 2000
_SENTENCE_BETWEEN = lazy(r"[^\W\d_]{2}[.!?]\s")
_OFFICE = lazy(r"(?:als|zum|zur|zu|in den|in die)\s+(?:weitere[nrms]?\s+)?\w{4,}")
_PARAGRAPH = lazy(r"\n[ \t]*\n")
_BALLOT = lazy(r"\babgegeben\w*\s+stimm|\bstimmzettel\b")
_CONSENT = lazy(r"\b(?:damit|hiermit)\b[^.,;:]{0,40}\b(?:einverstanden|einverständnis|konsens|einigkeit)\b")
_SUMS_UP = lazy(
    r"(?:damit|somit|demnach)\b|[^.;:]{3,80}\b(?:fasst|beschließt|lehnt)\s+(?:damit|somit|demnach)\b"
    r"|(?:die\s+beschlussfassung|der\s+beschluss)\s+erfolgte?\b"
)
_MOVED = (Outcome.POSTPONED, Outcome.WITHDRAWN)
_LISTED = (Source.RESULT, Source.LINE)


def opens_another(context: Context, last: Statement, statement: Statement, following: Statement | None) -> bool:
    """Whether a statement does not tell the act of the one before again.

    So it is with a sentence that leads in a text ("Folgende Resolution wird verabschiedet:"), or has bare counts right
    behind it; with an election or a vote told in another paragraph, behind other sentences; with another ballot; and
    with the vote on a text behind one that was but on procedure.
    """
    if (
        _both_ballots(context, last, statement)
        or _next_ballot(context, last, statement)
        or _beyond_aside(context, last, statement)
        or _lost_beside_status(last, statement, following)
    ):
        return True
    if _beyond_lost(context, last, statement):
        return True
    elected = last.source is Source.PROSE and last.outcome is Outcome.ELECTED
    if elected and _is_counted(statement):
        return _is_apart(context, last.end, statement.start)
    return statement.source is Source.PROSE and _is_another_sentence(context, last, statement, following)


def _lost_beside_status(last: Statement, statement: Statement, following: Statement | None) -> bool:
    """Whether counts contradict the status of an item, and words right below them tell what was lost by them."""
    if following is None or last.source is not Source.STATUS or not is_contrary(last, statement):
        return False
    told = following.outcome is not None and not following.has_counts and not is_contrary(following, statement)
    other = following.outcome and last.outcome and outcome_class(following.outcome) != outcome_class(last.outcome)
    return told and bool(other) and following.start - statement.end < _BESIDE


def sums_up(context: Context, statement: Statement) -> bool:
    """Whether a sentence with a vote says what came of an item whose status stands above its text: "Somit fasst …"."""
    voted = statement.unanimous is not None and statement.source is Source.PROSE
    return voted and not statement.aside and _SUMS_UP.match(context.folded, statement.start) is not None


def _is_another_sentence(context: Context, last: Statement, statement: Statement, following: Statement | None) -> bool:
    elected = statement.outcome is Outcome.ELECTED
    if (statement.concludes and not elected) or last.source not in _LISTED:
        return elected and _names_office(context, last, statement)
    voted = statement.has_counts or statement.unanimous is not None
    moved = not voted and statement.outcome in _MOVED and last.outcome is None and last.says_something
    aside = moved and _PARAGRAPH.search(context.text, last.end, statement.start) is not None
    if aside or (elected and _names_office(context, last, statement)):
        return True
    if not _is_counted(last):
        return False
    if not voted and (context.text[statement.end - 1] == ":" or _precedes(context, statement, following)):
        return True
    if statement.has_counts and statement.counts.items() <= last.counts.items():
        return False
    return (voted or elected) and _is_apart(context, last.end, statement.start)


def _both_ballots(context: Context, last: Statement, statement: Statement) -> bool:
    """Whether each of two statements counts the votes that were cast: every ballot is a vote of its own."""
    spans = ((one.start, one.end) for one in (last, statement))
    return last.has_counts and all(_BALLOT.search(context.folded, *span) for span in spans)


def _next_ballot(context: Context, last: Statement, statement: Statement) -> bool:
    """Whether another ballot is told of between a statement that counts one and the next: "2. Wahlgang: …"."""
    counted = last.has_counts and context.folded.find(_ROUND, last.start, last.end) >= 0
    return counted and context.folded.find(_ROUND, last.end, statement.start) >= 0


def _beyond_aside(context: Context, last: Statement, statement: Statement) -> bool:
    """Whether a vote is on a text that starts behind a sentence on procedure."""
    if not last.aside or statement.aside or last.source is not Source.PROSE or statement.source not in _LISTED:
        return False
    section = context.section_at(statement.start)
    return section.key in ("resolution", "after_resolution", "result") and section.start >= last.end


def _beyond_lost(context: Context, last: Statement, statement: Statement) -> bool:
    """Whether counts stand below a text under a heading, before which a sentence told who voted for what was lost."""
    told = last.source is Source.PROSE and last.outcome is Outcome.REJECTED and (last.has_counts or last.groups)
    if not told or statement.source not in _LISTED or not statement.has_counts:
        return False
    first = bisect_left(context.headings, last.end, key=lambda heading: heading.start)
    between = context.headings[first : first + 1]
    return any(heading.key == "resolution" and heading.start < statement.start for heading in between)


def _is_apart(context: Context, start: int, end: int) -> bool:
    """Whether a blank line and a sentence stand in ``text[start:end]``."""
    apart = _PARAGRAPH.search(context.text, start, end) if 0 < end - start < _FAR else None
    return apart is not None and _SENTENCE_BETWEEN.search(context.text, apart.end(), end) is not None


def _names_office(context: Context, last: Statement, statement: Statement) -> bool:
    """Whether a sentence opens with the office it is about, behind another sentence: "Als Beisitzer werden …"."""
    listed = last.source in _LISTED and (last.has_counts or last.unanimous is not None)
    if not listed or not 0 < statement.start - last.end < _FAR or not _OFFICE.match(context.folded, statement.start):
        return False
    return _SENTENCE_BETWEEN.search(context.text, last.end, statement.start) is not None


def _is_counted(last: Statement) -> bool:
    """Whether a statement gives the votes for and against, under a label or on a line of its own."""
    return last.source in _LISTED and {"yes", "no"} <= last.counts.keys()


def _precedes(context: Context, statement: Statement, following: Statement | None) -> bool:
    """Whether bare counts stand right behind the sentence."""
    if following is None or following.source not in _LISTED or not following.has_counts:
        return False
    if context.section_at(following.start).item != context.section_at(statement.start).item:
        return False
    between = context.text[statement.end : following.start] if following.start - statement.end < _NEAR else ""
    return following.outcome is None and between.isspace() and between.count("\n") < 2


def consents_to_move(context: Context, statement: Statement, following: Statement | None) -> bool:
    """Whether a sentence but consents to what the next one says was done: "Damit besteht Einverständnis. Es wird …"."""
    if following is None or following.outcome not in (*_MOVED, Outcome.REFERRED):
        return False
    if any(one.source is not Source.PROSE or one.has_counts or one.groups for one in (statement, following)):
        return False
    between = context.text[statement.end : following.start]
    told = _CONSENT.search(context.folded, statement.start, statement.end) is not None
    return told and statement.unanimous is None and not between.strip() and _PARAGRAPH.search(between) is None
