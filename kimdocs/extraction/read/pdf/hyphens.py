"""Words that are broken at the end of a line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.read.pdf.lines import Line
    from kimdocs.extraction.read.pdf.words import Word

_BROKEN = re.compile(r"[^\W\d_]-\Z")
_CONTINUES = re.compile(r"[a-zäöüß]{2,}|[a-zäöüß][.,;:)]?\Z")
_PAIR_WORDS = frozenset({"und", "oder", "bzw.", "sowie", "als", "wie", "u.", "o.", "bis", "noch", "aber", "und/oder"})
_NEIGHBOURS = 4
_SHORTFALL = 0.2
_PARAGRAPH_GAP = 0.5


def is_broken(word: str, following: str) -> bool:
    """Whether only the line end put the hyphen of ``word`` there; ``following`` is the next line's first word.

    >>> is_broken("Baumaß-", "nahme"), is_broken("Haupt-", "und"), is_broken("Case-", "Management")
    (True, False, False)
    """
    return _BROKEN.search(word) is not None and _CONTINUES.match(following) is not None and following not in _PAIR_WORDS


def join_broken(lines: Sequence[Line]) -> list[Line]:
    """The lines, each broken word made whole on the line that it starts on."""
    joined: list[Line] = []
    waiting: Line | None = lines[0] if lines else None
    for index, following in enumerate(lines[1:], 1):
        broken = None
        if waiting is not None and _has_hyphen(waiting) and _CONTINUES.match(following.words[0].text):
            broken = _broken_word(waiting, following, _right_edge(lines, index))
        if waiting is not None and broken is not None:
            words = list(waiting.words)
            words[broken] = words[broken]._replace(text=words[broken].text[:-1] + following.words[0].text)
            joined.append(_with_words(waiting, tuple(words)))
            waiting = _with_words(following, following.words[1:]) if len(following.words) > 1 else None
        else:
            if waiting is not None:
                joined.append(waiting)
            waiting = following
    return joined if waiting is None else [*joined, waiting]


def _has_hyphen(line: Line) -> bool:
    return any(word.text[-1] == "-" for word in line.words)


def _with_words(line: Line, words: tuple[Word, ...]) -> Line:
    return replace(line, words=words)


def _right_edge(lines: Sequence[Line], index: int) -> float:
    """Right edge of the paragraph around ``lines[index]``, as far as a few lines before and after it tell."""
    first = last = index
    while first > max(0, index - _NEIGHBOURS) and _is_near(lines[first - 1], lines[first]):
        first -= 1
    while last < min(len(lines) - 1, index + _NEIGHBOURS) and _is_near(lines[last], lines[last + 1]):
        last += 1
    return max(line.x1 for line in lines[first : last + 1])


def _is_near(above: Line, below: Line) -> bool:
    return above.column == below.column and -above.height < below.top - above.bottom < _PARAGRAPH_GAP * above.height


def _broken_word(line: Line, following: Line, right_edge: float) -> int | None:
    """Index of the word of ``line`` that goes on at the start of ``following``.

    It stands near the right edge or where its rest would not have fitted, or before a wide gap with ``following`` below
    its own part of the line.
    """
    if line.column != following.column or not 0 < following.top - line.top < 2.5 * line.height:
        return None
    rest = following.words[0]
    fits_not = line.x1 + rest.x1 - rest.x0 >= right_edge - 1
    reaches = fits_not or line.x1 >= right_edge - _SHORTFALL * (right_edge - line.x0)
    left = line.x0
    for index, (word, gap) in enumerate(zip(line.words, line.gaps(), strict=True)):
        is_end = gap == "\t" or (not gap and reaches)
        if is_end and left - line.height <= rest.x0 < word.x1 and is_broken(word.text, rest.text):
            return index
        if gap == "\t":
            left = line.words[index + 1].x0
    return None
