"""Rows and cells, from the tables that a file itself states and from lines whose cells are parted by tabs, bars or blanks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.model.source import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_PARTED = re.compile(r"[ \u00a0]*(?:\t|\||[ \u00a0]{2,})[ \u00a0|\t]*")
_TAIL = re.compile(r"(?:(?<=\s)[-+]?(?:\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d{1,3},\d{2}|0|20\d\d)(?=\s|$)\s*)+$", re.ASCII)
_ONE_YEAR = re.compile(r"20\d\d\s*")
_NUMBER = re.compile(r"\S+")
_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class RowCell:
    """A cell at ``text[start:end]``; columns of lines count from the right (-1 is the last), those of tables from the left."""

    column: int
    start: int
    end: int


Row = list[RowCell]


def line_cells(context: Context, index: int) -> Row:
    """The cells of a line; numbers at its end that single blanks part are cells too."""
    line = context.lines[index]
    if line.end - line.start > _LONGEST_LINE:
        return []
    spans: list[tuple[int, int]] = []
    start = line.start
    for gap in _PARTED.finditer(context.text, line.start, line.end):
        if gap.start() > start:
            spans.append((start, gap.start()))
        start = gap.end()
    if start < line.end:
        spans += _tail(context.text, start, line.end)
    return [RowCell(position - len(spans), *span) for position, span in enumerate(spans)]


def _tail(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Numbers at the end of a cell, each a cell of its own, and what stands before them."""
    found = _TAIL.search(text, start, end)
    if found is None or _ONE_YEAR.fullmatch(found.group()):
        return [(start, end)]
    numbers = [(number.start(), number.end()) for number in _NUMBER.finditer(text, found.start(), found.end())]
    lead = text[start : found.start()].rstrip()
    return ([(start, start + len(lead))] if lead else []) + numbers


def stated_tables(context: Context) -> Iterator[tuple[int, list[Row]]]:
    """Tables of the file itself: where each starts, and its rows."""
    for block in context.source.blocks:
        if block.kind is not BlockKind.TABLE or not block.cells:
            continue
        rows: dict[int, Row] = {}
        for cell in block.cells:
            rows.setdefault(cell.row, []).append(RowCell(cell.column, cell.start, cell.end))
        yield block.start, [sorted(rows[row], key=lambda cell: cell.column) for row in sorted(rows)]
