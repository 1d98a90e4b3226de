"""Running headers, footers and page numbers: lines that come back at the edge of most pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.read.pdf.lines import Line

_EDGE_LINES = 6
_EDGE = 0.14
_DIGITS = re.compile(r"\d+|\b[ivxlIVXL]+\b")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:Seite|Blatt|S\.)\s*)?\d{1,4}(?:\s*(?:/|von)\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE
)


def furniture_lines(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[set[int]]:
    """For each page (its height, its lines): indices of the lines that are furniture; the first page keeps its lines.

    A line is furniture where it stands at the top or bottom of at least half of the pages, the same but for its
    numbers; or where it is nothing but a page number there.
    """
    edges = [_edge_lines(height, lines) for height, lines in pages]
    seen: Counter[tuple[str, str]] = Counter()
    for found in edges:
        seen.update({key for _, key in found})
    enough = max(2, (len(pages) + 1) // 2)
    result: list[set[int]] = [set()]
    for (_, lines), found in zip(pages[1:], edges[1:], strict=True):
        taken = {
            index
            for index, key in found
            if seen[key] >= enough or _PAGE_NUMBER.fullmatch(lines[index].text) is not None
        }
        result.append(taken)
    return result[: len(pages)]


def _edge_lines(height: float, lines: Sequence[Line]) -> list[tuple[int, tuple[str, str]]]:
    order = sorted(range(len(lines)), key=lambda index: lines[index].top)
    top = [(i, ("top", _key(lines[i]))) for i in order[:_EDGE_LINES] if lines[i].bottom <= _EDGE * height]
    low = [(i, ("bottom", _key(lines[i]))) for i in order[-_EDGE_LINES:] if lines[i].top >= (1 - _EDGE) * height]
    return top + low


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split())).casefold()
