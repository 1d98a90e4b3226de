"""Numbers that stand below each other and that pdfium takes for one: "10", "1" and "0" as "1010"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

_SIDES = 8


def stacked_words(words: Sequence[str], boxes: array[float]) -> list[int]:
    """Indices of the numbers whose last digit stands below the first.

    Args:
        words: The words of a page.
        boxes: Left, top, right and bottom of the first and of the last character of each, upwards from the bottom.
    """
    numbers = [index for index, word in enumerate(words) if word.isdecimal() and len(word) > 1]
    return [index for index in numbers if _is_stacked(boxes[_SIDES * index : _SIDES * (index + 1)])]


def _is_stacked(box: Sequence[float]) -> bool:
    """Whether the second of two characters stands below the first; both stand upright, so they are no turned text."""
    left, top, right, bottom, _, last_top, _, _ = box
    return last_top <= bottom and right - left < top - bottom


def apart(
    words: Sequence[str],
    ends: Sequence[int],
    starts: Sequence[int],
    stacked: Sequence[int],
    box: Callable[[int], Sequence[float]],
) -> tuple[list[str], list[int], list[int]]:
    """The words with the ``stacked`` ones cut where a digit stands below the one before; each piece begins a line.

    Args:
        words: The words of a page.
        ends: The places of the first and the last character of each word in turn.
        starts: Indices of the words that begin a line.
        stacked: Indices of the words to cut.
        box: Left, top, right and bottom of the character at a place.

    Returns:
        Words, ends and starts as given.
    """
    found: list[str] = []
    places: list[int] = []
    lines: list[int] = []
    begins, cut = set(starts), set(stacked)
    for index, word in enumerate(words):
        first, last = ends[2 * index], ends[2 * index + 1]
        cuts = _cuts(first, last, box) if index in cut else [first, last + 1]
        for begin, end in pairwise(cuts):
            if begin > first or index in begins:
                lines.append(len(found))
            found.append(word[begin - first : end - first] if index in cut else word)
            places += [begin, end - 1]
    return found, places, lines


def _cuts(first: int, last: int, box: Callable[[int], Sequence[float]]) -> list[int]:
    """Where the pieces of a word from ``first`` to ``last`` begin, and where the last of them ends."""
    boxes = [box(place) for place in range(first, last + 1)]
    below = [first + 1 + at for at, (above, here) in enumerate(pairwise(boxes)) if here[1] <= above[3]]
    return [first, *below, last + 1]
