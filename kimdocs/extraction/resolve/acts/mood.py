"""Whether a clause states an act of this sitting, or tells of another time, a wish, a rule or what somebody said."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load, words_of

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.acts.clauses import Clause


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(next(entry.pattern or "" for entry in load("act_words") if entry.id == name))


def is_sure(clause: Clause) -> bool:
    """Whether no word of the clause makes it a wish, a rule, a supposition or a report."""
    unsure = words_of("act_words", "unsure")
    return not any(word in unsure for word in clause.words)


def is_dated(clause: Clause) -> bool:
    """Whether the clause says that it was on another day."""
    return says("dated", clause.text)


def says(name: str, text: str) -> bool:
    """Whether the pattern of the entry ``name`` of the table ``act_words`` is found in a folded text."""
    return _pattern(name).search(text) is not None


def is_reported(folded: str, start: int, end: int) -> bool:
    """Whether the sentence is what somebody is reported to have said, or a question."""
    return folded[end - 1] == "?" or _pattern("reported").search(folded, start, end) is not None


def is_elsewhere(folded: str, start: int, end: int) -> bool:
    """Whether the sentence tells of an earlier act, of what somebody said or supposes, or of a rule."""
    sentence = folded[start:end]
    return any(says(name, sentence) for name in ("earlier", "statute", "single", "reported"))
