"""Forms whose counts stand in columns below headers of two lines, as in Brandenburg.

For example::

    gesetzl.   davon      Ja-       Nein-     Stimm-
    Anzahl     anwesend   Stimmen   Stimmen   enthaltungen
    11         9          6         2         1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_CELL = lazy(r"[^\s|](?:[^\t|\n ]| (?![ \t|]))*")
_NUMBER = lazy(r"\d{1,3}|[-–]{1,2}")
_NUMBERS = lazy(r"[\d\s|–-]+")
_SIDES = ("yes", "no", "abstain", "present")
_FEWEST = 2


def split_header_counts(text: str, lines: Sequence[tuple[int, int]]) -> dict[str, int] | None:
    """The counts below the first header of two lines with as many columns; None where there is none.

    They are read as they stand, for a word that one line breaks off goes on below it, not on the next line.
    Both lines together must name votes for and against; columns of another meaning are passed over.
    """
    for index in range(2, len(lines)):
        if not _NUMBERS.fullmatch(text, *lines[index]):
            continue
        upper, below, numbers = (list(_CELL.finditer(text, *line)) for line in lines[index - 2 : index + 1])
        columns = len(numbers)
        lower = _lower(text, upper, below)
        if columns < _FEWEST or not len(upper) == len(lower) == columns:
            continue
        if not all(_NUMBER.fullmatch(number.group()) for number in numbers):
            continue
        sides = [_side(first.group().lower(), second.lower()) for first, second in zip(upper, lower, strict=True)]
        counted = {
            side: 0 if number[0][0] in "-–" else int(number[0])
            for side, number in zip(sides, numbers, strict=True)
            if side is not None
        }
        whole = {"yes", "no"} <= counted.keys() and len(counted) == sum(side is not None for side in sides)
        return counted if whole else None
    return None


def _lower(text: str, upper: list[re.Match[str]], below: list[re.Match[str]]) -> list[str]:
    """The second halves of the names: as many cells, or words, as first ones, or those that stand below these."""
    if len(below) == len(upper):
        return [cell.group() for cell in below]
    words = [word for cell in below for word in cell.group().split()]
    if len(words) == len(upper):
        return words
    found = [""] * len(upper)
    if not upper or not below:
        return found
    head, start = (text.rfind("\n", 0, row[0].start()) + 1 for row in (upper, below))
    for cell in below:
        left, right = cell.start() - start, cell.end() - start
        near = [at for at, name in enumerate(upper) if name.start() - head < right + 1 and left < name.end() - head + 1]
        if len(near) != 1 or found[near[0]]:
            return []
        found[near[0]] = cell.group()
    return found


def _side(upper: str, lower: str) -> str | None:
    """The side that both lines of a header name together: "nein-" and "stimmen"."""
    if not lower:
        known = matcher("votes").fullmatch(upper.strip(" :"))
        return known.value if known is not None and known.value in _SIDES else None
    for written in (upper + lower if upper.endswith("-") else f"{upper} {lower}", upper.removesuffix("-") + lower):
        known = matcher("votes").fullmatch(written.strip(" :"))
        if known is not None and known.value in _SIDES:
            return known.value
    return None
