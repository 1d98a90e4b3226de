"""Bars that rule columns of votes off the text beside them: "  8  |  8   0  |" stands in a gutter, in no table."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from kimdocs.lexicon.lazy import lazy

_RULED = lazy(r"^[ \d/-]*\|(?:[ \d/-]*\|)*", re.MULTILINE)
_LINE = lazy(r"^[^\n|]*\|[^\n]*", re.MULTILINE)
_FEWEST = 6
_FEWEST_BARS = 12


class _Ruled(NamedTuple):
    """Where a line has its bars, counted from its start, and whether it is blank left of them."""

    bars: tuple[int, ...]
    blank: bool


def without_gutters(text: str) -> str:
    """The text with blanks in place of the bars of such gutters; every offset stays what it was.

    A gutter is ruled off by bars in the same columns on many lines, most of which have nothing left of the last one.
    """
    if text.count("|") < _FEWEST_BARS:
        return text
    ruled = [_ruled(hit.group()) for hit in _RULED.finditer(text)]
    often = Counter(line.bars for line in ruled)
    empty = Counter(line.bars for line in ruled if line.blank)
    gutters = {bars for bars, number in often.items() if number >= _FEWEST and empty[bars] * 2 > number and bars[0]}
    if not gutters:
        return text
    return _LINE.sub(lambda line: _blanked(line.group(), gutters), text)


def _ruled(left: str) -> _Ruled:
    bars = tuple(at for at, sign in enumerate(left) if sign == "|")
    return _Ruled(bars, not left.replace("|", " ").strip())


def _blanked(line: str, gutters: set[tuple[int, ...]]) -> str:
    """The line without the first bars that are those of a gutter, the longest that fits."""
    bars = [at for at, sign in enumerate(line) if sign == "|"][: max(map(len, gutters))]
    for last in range(len(bars), 0, -1):
        if tuple(bars[:last]) in gutters:
            signs = list(line)
            for at in bars[:last]:
                signs[at] = " "
            return "".join(signs)
    return line
