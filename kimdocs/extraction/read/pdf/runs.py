"""Words that plainly belong together → runs, so that the layout has a tenth of the pieces to look at."""

from __future__ import annotations

from itertools import compress, count, pairwise, repeat
from operator import add, ge, mul, ne, sub
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kimdocs.extraction.read.pdf.rulings import Edge
    from kimdocs.extraction.read.pdf.words import Word, Words

_SPACE = 0.45
_DOUBTFUL = 0.449
_ALIKE = 1.8
_GLUED = 0.1
_SAME_HEIGHT = 0.1
_NEAR = 3.0
_REACH = 10.0


class Run(NamedTuple):
    """Words of one size on one row, with plain spaces between them; ``words`` only where their places are asked for."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: int
    words: tuple[Word, ...] = ()


def runs_of(words: Words, edges: Iterable[Edge] = (), *, keep_words: bool = False) -> list[Run]:
    """Runs of a page's words, in the order of the words; none crosses a vertical ruling among the ``edges``."""
    if not words.text:
        return []
    breaks, glued = _breaks(words)
    if borders := [edge for edge in edges if not edge.horizontal]:
        breaks = _with_borders(words, breaks, borders)
    _, lefts, tops, rights, bottoms, starts, _ = words
    drawn, line, found = set(starts), -1, []
    new = tuple.__new__  # a plain call of the class takes twice as long
    for first, last in pairwise((*breaks, len(words.text))):
        line += first in drawn
        places = tuple(_whole(words, first, last)) if keep_words else ()
        text = _text(words, first, last, glued)
        place = lefts[first], tops[first], rights[last - 1], bottoms[first]
        found.append(new(Run, (text, *place, line, places)))
    return found


def _breaks(words: Words) -> tuple[list[int], set[int]]:
    """Indices of the words that begin a run, and of those that nothing parts from the word before them."""
    text, lefts, tops, rights, bottoms, starts, (low, tall) = words
    limits: Iterator[float] = repeat(_DOUBTFUL * low)
    if tall > _ALIKE * low:
        limits = map(mul, map(sub, bottoms[1:], tops[1:]), repeat(_SPACE))
    gaps = map(abs, map(sub, lefts[1:], rights))
    doubtful = {*compress(count(1), map(ge, gaps, limits)), *compress(count(1), map(ne, tops[1:], tops))}
    if "- " in " ".join(text):
        doubtful.update([index for index, word in enumerate(text[:-1], 1) if word[-1] == "-"])
    breaks, glued = set(starts), set()
    for index in doubtful.difference(starts):
        joint = _joint(words, index)
        if joint is None:
            breaks.add(index)
        elif not joint:
            glued.add(index)
    return sorted(breaks), glued


def _with_borders(words: Words, breaks: list[int], borders: Sequence[Edge]) -> list[int]:
    """The breaks, and those between words on both sides of a ruling; only as high and as low as the rulings reach."""
    crossed = {int(edge.x0 + step) for edge in borders for step in (-_NEAR, 0, _NEAR)}
    high, low = min(edge.top for edge in borders) - _REACH, max(edge.bottom for edge in borders) + _REACH
    found = []
    for first, last in pairwise((*breaks, len(words.text))):
        found.append(first)
        if last - first > 1 and words.bottom[first] >= high and words.top[first] <= low:
            joints = zip(words.x1[first : last - 1], words.x0[first + 1 : last], strict=True)
            found += [index for index, (a, b) in enumerate(joints, first + 1) if int((a + b) / 2) in crossed]
    return found


def _text(words: Words, first: int, last: int, glued: set[int]) -> str:
    if not glued or glued.isdisjoint(range(first + 1, last)):
        return " ".join(words.text[first:last])
    joints = ("" if index in glued else " " for index in range(first + 1, last))
    return words.text[first] + "".join(map(add, joints, words.text[first + 1 : last]))


def _joint(words: Words, index: int) -> str | None:
    """What stands before a word in its run; None where a new run begins. Nothing stands after a true hyphen."""
    top, before = words.top[index], index - 1
    if abs(top - words.top[before]) > _SAME_HEIGHT:
        return None
    height, gap = words.bottom[index] - top, words.x0[index] - words.x1[before]
    if words.text[before][-1] == "-" and abs(gap) < _GLUED * height:
        return ""
    return " " if -_SPACE * height < gap <= _SPACE * height else None


def _whole(words: Words, start: int, end: int) -> Iterator[Word]:
    """The words as they are separated by spaces in the run's text."""
    waiting = words.word(start)
    for index in range(start + 1, end):
        word = words.word(index)
        if _joint(words, index) == "":
            waiting = waiting._replace(text=waiting.text + word.text, x1=word.x1)
        else:
            yield waiting
            waiting = word
    yield waiting
