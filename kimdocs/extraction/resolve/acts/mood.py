"""Whether a clause states an act of this sitting, or tells of another time, a wish, a rule or what somebody said."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load, words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.acts.clauses import Clause


_ELSEWHERE = ("earlier", "statute", "single", "competence", "other_place", "other_sense", "asked", "wording")
_WHITHER = lazy(
    r"\b(?:auf|bis|in\s+die|für\s+die)\s+(?:(?:zur|zum|die|den|eine)\s+)?(?:\w+\s+){0,2}?\w*(?:sitzung|tagung|ausschuss|rat)\s+"
    r"(?:im\s+\w+|am\s+\d+\.?\s+\w+|am\s+[\d.]+)"
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(next(entry.pattern or "" for entry in load("act_words") if entry.id == name))


def is_sure(clause: Clause, but: str = "") -> bool:
    """Whether no word of the clause, unless it is ``but``, makes it a wish, a rule, a supposition or a report."""
    unsure = words_of("act_words", "unsure")
    return not any(word in unsure and word != but for word in clause.words)


def is_dated(clause: Clause) -> bool:
    """Whether the clause says that it was on another day."""
    return says("dated", _WHITHER.sub("", clause.text))


def is_to_come(clause: Clause) -> bool:
    """Whether the clause tells of a day to come; to put off until then is done today."""
    return says("to_come", _WHITHER.sub("", clause.text))


def says(name: str, text: str) -> bool:
    """Whether the pattern of the entry ``name`` of the table ``act_words`` is found in a folded text."""
    return _pattern(name).search(text) is not None


def is_reported(folded: str, start: int, end: int) -> bool:
    """Whether the sentence is what somebody is reported to have said, or a question."""
    return folded[end - 1] == "?" or _says_somebody(folded, start, end)


def _says_somebody(folded: str, start: int, end: int) -> bool:
    """Whether the last part of a sentence is what somebody is reported to have said."""
    return _pattern("reported").search(folded, max(start, folded.rfind(";", start, end)), end) is not None


def is_elsewhere(folded: str, start: int, end: int) -> bool:
    """Whether the sentence tells of an earlier act, of what somebody said or supposes, or of a rule."""
    sentence = folded[start:end]
    return any(says(name, sentence) for name in _ELSEWHERE) or _says_somebody(folded, start, end)
