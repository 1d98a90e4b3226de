"""Words that are broken at the end of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.read.pdf.lines import Line
    from kimdocs.extraction.read.pdf.runs import Run

_BROKEN = lazy(r"[^\W\d_]-\Z")
_CONTINUES = lazy(r"[a-zäöüß]{2,}|[a-zäöüß][.,;:)]?\Z")
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


def join_broken(lines: Sequence[Line], *, in_text: bool = False) -> list[Line]:
    """The lines, each broken word made whole on the line that it starts on.

    With ``in_text`` only before a right-hand column, where the rest would stand behind the other column's words; a word
    broken at the end of a line of running text stays as it is written, for quotes say what the paper says.
    """
    if not any(map(_has_hyphen, lines)):
        return list(lines)
    joined: list[Line] = []
    waiting: Line | None = lines[0] if lines else None
    for index, following in enumerate(lines[1:], 1):
        broken = None
        if waiting is not None and _has_hyphen(waiting) and _CONTINUES.match(_first_word(following)):
            broken = _broken_run(waiting, following, _right_edge(lines, index))
            if in_text and broken == len(waiting.runs) - 1:
                broken = None
        if waiting is not None and broken is not None:
            runs = list(waiting.runs)
            runs[broken] = _completed(runs[broken], _first_word(following))
            joined.append(waiting._replace(runs=tuple(runs)))
            waiting = _without_first_word(following)
        else:
            if waiting is not None:
                joined.append(waiting)
            waiting = following
    return joined if waiting is None else [*joined, waiting]


def _has_hyphen(line: Line) -> bool:
    runs = line[0]
    return runs[0][0][-1] == "-" if len(runs) == 1 else any(run.text[-1] == "-" for run in runs)


def _first_word(line: Line) -> str:
    return line.runs[0].text.partition(" ")[0]


def _completed(run: Run, rest: str) -> Run:
    words = run.words
    if words:
        words = (*words[:-1], words[-1]._replace(text=words[-1].text[:-1] + rest))
    return run._replace(text=run.text[:-1] + rest, words=words)


def _without_first_word(line: Line) -> Line | None:
    first, *others = line.runs
    _, _, text = first.text.partition(" ")
    if text:
        return line._replace(runs=(first._replace(text=text, words=first.words[1:]), *others))
    return line._replace(runs=tuple(others)) if others else None


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


def _broken_run(line: Line, following: Line, right_edge: float) -> int | None:
    """Index of the run of ``line`` whose last word goes on at the start of ``following``.

    It stands near the right edge or where its rest would not have fitted, or before a wide gap with ``following`` below
    its own part of the line.
    """
    if line.column != following.column or not 0 < following.top - line.top < 2.5 * line.height:
        return None
    rest = _first_word(following)
    first = following.runs[0]
    width = (first.x1 - first.x0) * len(rest) / len(first.text)
    reaches = line.x1 + width >= right_edge - 1 or line.x1 >= right_edge - _SHORTFALL * (right_edge - line.x0)
    left = line.x0
    for index, (run, gap) in enumerate(zip(line.runs, line.gaps(), strict=True)):
        is_end = gap == "\t" or (not gap and reaches)
        if is_end and left - line.height <= first.x0 < run.x1 and is_broken(run.text.rpartition(" ")[2], rest):
            return index
        if gap == "\t":
            left = line.runs[index + 1].x0
    return None
