"""Forms whose counts stand in columns below headers of two lines, as in Brandenburg.

For example::

    gesetzl.   davon      Ja-       Nein-     Stimm-
    Anzahl     anwesend   Stimmen   Stimmen   enthaltungen
    11         9          6         2         1
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

_CELL = re.compile(r"[^\s|](?:[^\t|\n ]| (?![ \t|]))*")
_NUMBER = re.compile(r"\d{1,3}|[-–]{1,2}")
_NUMBERS = re.compile(r"[\d\s|–-]+")
_SIDES = ("yes", "no", "abstain", "present")
_FEWEST = 3


def split_header_counts(folded: str, lines: Sequence[tuple[int, int]]) -> dict[str, int] | None:
    """The counts below the first header of two lines with as many columns; None where there is none.

    Both lines together must name votes for and against; columns of another meaning are passed over.
    """
    for index in range(2, len(lines)):
        if not _NUMBERS.fullmatch(folded, *lines[index]):
            continue
        upper, lower, numbers = (_CELL.findall(folded, *line) for line in lines[index - 2 : index + 1])
        columns = len(numbers)
        if columns < _FEWEST or not len(upper) == len(lower) == columns or not all(map(_NUMBER.fullmatch, numbers)):
            continue
        sides = [_side(first, second) for first, second in zip(upper, lower, strict=True)]
        counted = {
            side: 0 if number[0] in "-–" else int(number)
            for side, number in zip(sides, numbers, strict=True)
            if side is not None
        }
        whole = {"yes", "no"} <= counted.keys() and len(counted) == sum(side is not None for side in sides)
        return counted if whole else None
    return None


def _side(upper: str, lower: str) -> str | None:
    """The side that both lines of a header name together: "nein-" and "stimmen"."""
    for written in (upper + lower if upper.endswith("-") else f"{upper} {lower}", upper.removesuffix("-") + lower):
        known = matcher("votes").fullmatch(written.strip(" :"))
        if known is not None and known.value in _SIDES:
            return known.value
    return None
