"""A quick look at the lines that may be headings, before any phrase is sought: by how they begin."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kimdocs.extraction.context import Line

_BEHIND_LETTER = frozenset(("", ".", ")", " "))
_NEXT_WORD = lazy(r"\W*(\w+)")
_FIRST_PART = lazy(r"[/\-:.]")
_TEXT = lazy(r"\s*(?:1\s?[.)]\s|(?:D(?:er|ie|as|em|en)|Es|Für|I[mn]|Zu[mr]?|Mit)\s[^\n]{20,})")
_BODY_ACTS = lazy(
    r"\s*(?:der|die) [\w., /-]{2,70}? (?:(?:möge|wolle) (?:[\w-]+ ){0,3}?beschließen|beschließt|empfiehlt|beauftragt)\b"
)
_BULLETS = frozenset("-•·▪\uf0b7\uf0a7")


def lines_by_begin(folded: str, lines: tuple[Line, ...]) -> dict[str, list[int]]:
    """Indexes of the filled lines, in order, by their first three characters: of these there are but a few."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, (start, end) in enumerate(lines):
        if start < end:
            found[folded[start : start + 3]].append(index)
    return found


def may_be_headings(begins: dict[str, list[int]], openings: Collection[str]) -> Iterator[int]:
    """Indexes of the lines that begin as a heading does, with a number or a sign, or with a letter of a spaced word."""
    likely = (at for begin, at in begins.items() if _may_begin(begin, openings))
    return chain.from_iterable(likely)


def _may_begin(begin: str, openings: Collection[str]) -> bool:
    return begin in openings or not begin[:1].isalpha() or begin[1:2] in _BEHIND_LETTER or begin[0] in "ivx"


def has_text_below(text: str, end: int) -> bool:
    """Whether a first point or a sentence stands below "A n t r a g", where below a paper's name stand its movers."""
    return _TEXT.match(text, end) is not None


def body_acts_below(folded: str, end: int) -> bool:
    """Whether below "Antrag" a body decides, or is to: "Der Gemeinderat beschließt,⏎1. …"."""
    return _BODY_ACTS.match(folded, end) is not None


def is_followed(folded: str, end: int, words: Collection[str]) -> bool:
    """Whether one of ``words`` comes next behind the word that ends at ``end``."""
    following = _NEXT_WORD.match(folded, end)
    return following is not None and following[1] in words


class Openings(dict[str, bool]):
    """Whether a heading may begin with a (folded) word, each judged once; single letters may be letter-spaced ones."""

    def __init__(self, first_words: Collection[str]) -> None:
        """``first_words`` are those of the table's phrases."""
        super().__init__()
        self._first_words = first_words

    def __missing__(self, word: str) -> bool:
        """Judge a word that comes for the first time."""
        known = self[word] = self._opens(word)
        return known

    def _opens(self, word: str) -> bool:
        if word in self._first_words:
            return True
        if len(word) < 2:
            return word not in _BULLETS
        return _FIRST_PART.split(word, maxsplit=1)[0] in self._first_words
