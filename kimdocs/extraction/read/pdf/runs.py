"""Words that plainly belong together → runs, so that the layout has a tenth of the pieces to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.read.pdf.words import Word

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


def runs_of(words: Sequence[Word], borders: Sequence[float] = (), *, keep_words: bool = False) -> list[Run]:
    """Runs of a page's words, in the order of the words; none crosses one of the ``borders``, which are places in x."""
    crossed = {int(x + step) for x in borders for step in (-_NEAR, 0, _NEAR)}
    found: list[Run] = []
    parts: list[str] = []
    start = 0
    before: Word | None = None
    for index, word in enumerate(words):
        joint = None if before is None else _joint(before, word)
        if crossed and before is not None and joint is not None and int((before[3] + word[1]) / 2) in crossed:
            joint = None
        if joint is None:
            if parts:
                found.append(_run(words[start:index], "".join(parts), keep_words=keep_words))
            parts, start = [word[0]], index
        else:
            parts += (joint, word[0])
        before = word
    if parts:
        found.append(_run(words[start:], "".join(parts), keep_words=keep_words))
    return found


def _joint(before: Word, word: Word) -> str | None:
    """What stands between two words of a run; None where a new run begins. Nothing stands after a true hyphen."""
    text_before, _, top_before, end_before, _, line_before = before
    _, start, top, _, bottom, line = word
    if line != line_before or abs(top - top_before) > _SAME_HEIGHT:
        return None
    height, gap = bottom - top, start - end_before
    if text_before[-1] == "-" and abs(gap) < _GLUED * height:
        return ""
    return " " if -_SPACE * height < gap <= _SPACE * height else None


def _run(words: Sequence[Word], text: str, *, keep_words: bool) -> Run:
    first, last = words[0], words[-1]
    return Run(text, first[1], first[2], last[3], first[4], first[5], tuple(_whole(words)) if keep_words else ())


def _whole(words: Sequence[Word]) -> Iterator[Word]:
    """The words as they are separated by spaces in the run's text."""
    waiting = words[0]
    for word in words[1:]:
        if _joint(waiting, word) == "":
            waiting = waiting._replace(text=waiting.text + word.text, x1=word.x1)
        else:
            yield waiting
            waiting = word
    yield waiting
