"""Running headers, footers and page numbers: lines that come back in the same place at the edge of most pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.read.pdf.lines import Line

_EDGE_LINES = 6
_EDGE = 0.14
_SAME_PLACE = 4.0
_DIGITS = lazy(r"\d+|\b[ivxlIVXL]+\b")
_PAGE_NUMBER = lazy(r"[-–—\s]*(?:(?:Seite|Blatt|S\.)\s*)?(\d{1,4})(?:\s*(?:/|von)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE)


class _EdgeLine(NamedTuple):
    """A line near the upper or lower edge of its page.

    Attributes:
        at: Its index among the page's lines.
        key: Which edge, and its text without numbers.
        place: How far it stands from that edge, in steps of 4 points.
        is_outermost: Whether no line stands nearer to that edge.
    """

    at: int
    key: tuple[str, str]
    place: int
    is_outermost: bool


def furniture_lines(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[set[int]]:
    """For each page (its height, its lines): indices of the lines that are furniture; the first page keeps its lines.

    A line is furniture where it stands in the same place on at least half of the pages, the same but for its numbers;
    or where it is the outermost line and nothing but the page's number.
    """
    edges = [_edge_lines(height, lines) for height, lines in pages]
    seen = Counter((line.key, line.place) for found in edges for line in found)
    enough = max(2, (len(pages) + 1) // 2)
    numbers = _page_numbers(pages, edges)
    result: list[set[int]] = []
    for number, found in enumerate(edges):
        running = {line.at for line in found if sum(seen[line.key, line.place + step] for step in (-1, 0, 1)) >= enough}
        result.append(running | numbers[number] if number else set())
    return result


def _edge_lines(height: float, lines: Sequence[Line]) -> list[_EdgeLine]:
    order = sorted(range(len(lines)), key=[line.top for line in lines].__getitem__)
    found = []
    for at in order[:_EDGE_LINES]:
        line = lines[at]
        if line.bottom <= _EDGE * height:
            found.append(_EdgeLine(at, ("top", _key(line)), int(line.top / _SAME_PLACE), at == order[0]))
    for at in order[: -_EDGE_LINES - 1 : -1]:
        line = lines[at]
        if line.top >= (1 - _EDGE) * height:
            found.append(_EdgeLine(at, ("low", _key(line)), int((height - line.top) / _SAME_PLACE), at == order[-1]))
    return found


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split())).casefold()


def _page_numbers(
    pages: Sequence[tuple[float, Sequence[Line]]], edges: Sequence[Sequence[_EdgeLine]]
) -> list[set[int]]:
    """Lines that count the pages: their number goes up with the pages."""
    candidates = [
        (page, line.at, int(match[1]) - page)
        for page, found in enumerate(edges)
        for line in found
        if line.is_outermost and (match := _PAGE_NUMBER.fullmatch(pages[page][1][line.at].text))
    ]
    shifts = Counter(shift for _, _, shift in candidates)
    result: list[set[int]] = [set() for _ in pages]
    for page, index, shift in candidates:
        if shift == 1 or shifts[shift] > 1:
            result[page].add(index)
    return result
