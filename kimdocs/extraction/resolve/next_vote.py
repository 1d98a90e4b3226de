"""Sentences that belong to the vote behind them, or to none, though they agree with the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statement import Source, Statement
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NEAR = 60
_FAR = 2000
_SENTENCE_BETWEEN = re.compile(r"[^\W\d_]{3}[.!?]\s")
_OFFICE = re.compile(r"(?:als|zum|zur|zu|in den|in die)\s+(?:weitere[nrms]?\s+)?\w{4,}")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def opens_another(context: Context, last: Statement, statement: Statement, following: Statement | None) -> bool:
    """Whether a sentence does not state the vote before it again.

    So it is where it leads in a text ("Folgende Resolution wird verabschiedet:"), where bare counts stand right behind
    it, and where an election or a vote is told in another paragraph, behind other sentences.
    """
    elected = statement.outcome is Outcome.ELECTED
    if last.source is Source.PROSE and last.outcome is Outcome.ELECTED and _is_counted(statement):
        return _is_apart(context, last.end, statement.start)
    if statement.source is not Source.PROSE or (statement.concludes and not elected):
        return False
    if elected and _names_office(context, last, statement):
        return True
    if not _is_counted(last):
        return False
    voted = statement.has_counts or statement.unanimous is not None
    if not voted and (context.text[statement.end - 1] == ":" or _precedes(context, statement, following)):
        return True
    if statement.has_counts and statement.counts.items() <= last.counts.items():
        return False
    return (voted or elected) and _is_apart(context, last.end, statement.start)


def _is_apart(context: Context, start: int, end: int) -> bool:
    """Whether a blank line and a sentence stand in ``text[start:end]``."""
    apart = _PARAGRAPH.search(context.text, start, end) if 0 < end - start < _FAR else None
    return apart is not None and _SENTENCE_BETWEEN.search(context.text, apart.end(), end) is not None


def _names_office(context: Context, last: Statement, statement: Statement) -> bool:
    """Whether a sentence opens with the office it is about, behind another sentence: "Als Beisitzer werden …"."""
    listed = last.source in (Source.RESULT, Source.LINE) and (last.has_counts or last.unanimous is not None)
    if not listed or not 0 < statement.start - last.end < _FAR or not _OFFICE.match(context.folded, statement.start):
        return False
    return _SENTENCE_BETWEEN.search(context.text, last.end, statement.start) is not None


def _is_counted(last: Statement) -> bool:
    """Whether a statement gives the votes for and against, under a label or on a line of its own."""
    return last.source in (Source.RESULT, Source.LINE) and {"yes", "no"} <= last.counts.keys()


def _precedes(context: Context, statement: Statement, following: Statement | None) -> bool:
    """Whether bare counts stand right behind the sentence."""
    if following is None or following.source not in (Source.RESULT, Source.LINE) or not following.has_counts:
        return False
    near = 0 <= following.start - statement.end < _NEAR
    return near and following.outcome is None and context.text[statement.end : following.start].isspace()
