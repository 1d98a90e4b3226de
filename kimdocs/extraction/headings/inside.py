"""Headings that stand inside a line: "Gremium: Rat  Beschlussart: vertagt", "TOP 3 Wege Beschluss: Der Weg …"."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import places
from kimdocs.extraction.context import Heading
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Line

_LABELS = {"beschlussart:": "status", "abstimmungsergebnis:": "result", "abst.-erg.:": "result"}
_TEXT = " beschluss: "
_ITEM = lazy(r"(?:zu )?(?:top|tagesordnungspunkt|punkt) ?[önt]?\s?\d{1,3}[a-z]?\b[^:]{4,150}")


def headings_inside(text: str, folded: str, lines: tuple[Line, ...]) -> dict[int, Heading]:
    """Such headings by the indexes of their lines."""
    found = {}
    for label, key in _LABELS.items():
        for index in _lines_with(folded, lines, label):
            place = folded.index(label, lines[index].start)
            found[index] = Heading(key, place, place + len(label), index, f"headings.{key}")
    for index in _lines_with(folded, lines, _TEXT) - found.keys():
        place = folded.index(_TEXT, lines[index].start)
        if folded[place - 1] == "." or _opens_item(text, folded, lines[index].start, place):
            end = place + len(_TEXT) - 1
            found[index] = Heading("resolution", place + 1, end, index, "headings.resolution")
    return found


def _opens_item(text: str, folded: str, start: int, place: int) -> bool:
    """Whether but an item's number and title stand before the label of its text, where line ends are lost."""
    return text[place + 1].isupper() and _ITEM.fullmatch(folded, start, place) is not None


def _lines_with(folded: str, lines: tuple[Line, ...], words: str) -> set[int]:
    """Indexes of the lines that hold ``words`` behind their start."""
    found = set()
    for place in places(folded, words):
        index = bisect_right(lines, (place, len(folded))) - 1
        if index >= 0 and lines[index].start < place < lines[index].end:
            found.add(index)
    return found
