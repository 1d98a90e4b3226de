"""Word differences of two texts; white space, punctuation, letter case and line-end hyphens make none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kimdocs.lexicon.fold import fold
from kimdocs.model.running_text import mended

_WORD = re.compile(r"[(\[„“\"»«‚]*(?P<word>[\w§€%]+(?:[.,:/\-–'’*]\w+)*)")
_SOFT_HYPHEN = "\u00ad"


class Operation(StrEnum):
    """What became of a run of words."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stay, were taken out or came in, as written, with single blanks."""

    operation: Operation
    text: str


def word_runs(before: str, after: str) -> tuple[Run, ...]:
    """The words of both texts as runs; those that stay and came in make up the new text, the others the old one.

    Punctuation goes with the word before it, opening brackets and quotes with the one behind.
    """
    old, new = _mended(before), _mended(after)
    old_words, new_words = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    matcher = SequenceMatcher(None, [_key(w) for w in old_words], [_key(w) for w in new_words], autojunk=False)
    runs = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run(Operation.EQUAL, _slice(new, new_words, j1, j2)))
            continue
        if i2 > i1:
            runs.append(Run(Operation.REMOVED, _slice(old, old_words, i1, i2)))
        if j2 > j1:
            runs.append(Run(Operation.ADDED, _slice(new, new_words, j1, j2)))
    return tuple(runs)


def changed(runs: tuple[Run, ...]) -> bool:
    """Whether any word was taken out or came in."""
    return any(run.operation is not Operation.EQUAL for run in runs)


def likeness(one: str, other: str) -> float:
    """Share of words that two texts have in common, from 0 to 1, whatever their order; 0 where one has no word."""
    first, second = (Counter(_key(word) for word in _WORD.finditer(_mended(text))) for text in (one, other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if first and second else 0.0


def _mended(text: str) -> str:
    return mended(text).replace(_SOFT_HYPHEN, "")


def _key(word: re.Match[str]) -> str:
    return fold(word["word"])


def _slice(text: str, words: list[re.Match[str]], first: int, last: int) -> str:
    start = words[first].start() if first else 0
    end = words[last].start() if last < len(words) else len(text)
    return " ".join(text[start:end].split())
