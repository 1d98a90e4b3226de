"""Words that plainly belong together → runs, so that the layout has a tenth of the pieces to look at."""

from __future__ import annotations

from itertools import groupby
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.read.pdf.words import Word, Words

_SPACE = 0.45
_GLUED = 0.1
_SAME_HEIGHT = 0.1
_NEAR = 3.0


class Run(NamedTuple):
    """Words of one size on one row, with plain spaces between them; ``words`` only where their places are asked for."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: int
    words: tuple[Word, ...] = ()


def runs_of(words: Words, borders: Sequence[float] = (), *, keep_words: bool = False) -> list[Run]:
    """Runs of a page's words, in the order of the words; none crosses one of the ``borders``, which are places in x."""
    crossed = {int(x + step) for x in borders for step in (-_NEAR, 0, _NEAR)}
    found = []
    start = 0
    for _, group in groupby(words.line):
        end = start + sum(1 for _ in group)
        for first, last, text in _parts(words, start, end, crossed):
            places = tuple(_whole(words, first, last)) if keep_words else ()
            x0, top, bottom = words.x0[first], words.top[first], words.bottom[first]
            found.append(Run(text, x0, top, words.x1[last - 1], bottom, words.line[first], places))
        start = end
    return found


def _parts(words: Words, start: int, end: int, crossed: set[int]) -> Iterator[tuple[int, int, str]]:
    """The runs of one drawn line: first word, word behind the last, text."""
    text = " ".join(words.text[start:end])
    if end - start == 1 or ("- " not in text and _is_plain(words, start, end, crossed)):
        yield start, end, text
        return
    pieces = [words.text[start]]
    for index in range(start + 1, end):
        joint = _joint(words, index)
        if joint is None or int((words.x1[index - 1] + words.x0[index]) / 2) in crossed:
            yield start, index, "".join(pieces)
            pieces, start = [words.text[index]], index
        else:
            pieces += (joint, words.text[index])
    yield start, end, "".join(pieces)


def _is_plain(words: Words, start: int, end: int, crossed: set[int]) -> bool:
    """Whether all words of a drawn line stand on one height, with plain spaces between them and no border crossed."""
    tops = words.top[start:end]
    if max(tops) - min(tops) > _SAME_HEIGHT:
        return False
    height = min(map(sub, words.bottom[start:end], tops))
    rights, lefts = words.x1[start : end - 1], words.x0[start + 1 : end]
    gaps = list(map(sub, lefts, rights))
    if min(gaps) <= -_SPACE * height or max(gaps) > _SPACE * height:
        return False
    return not crossed or crossed.isdisjoint([int((a + b) / 2) for a, b in zip(rights, lefts, strict=True)])


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
