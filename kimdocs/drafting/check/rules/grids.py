"""Tables as rows of cells by column: those the file marks as tables, and lines of plain text with tabs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kimdocs.model.source import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.source import Block

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cells' places by column."""

    text: str
    cells: dict[int, Span]

    def words(self, column: int) -> str:
        """The words of a cell on one line; empty where the row has none."""
        span = self.cells.get(column)
        return "" if span is None else _SPACES.sub(" ", self.text[span.start : span.end]).strip()

    @property
    def first(self) -> str:
        """The words of the first cell that has some."""
        return next((words for column in sorted(self.cells) if (words := self.words(column))), "")


def grids(paper: Paper) -> Iterator[list[Row]]:
    """All tables with at least two rows and two columns."""
    tables = [block for block in paper.source.blocks if block.kind is BlockKind.TABLE]
    for block in tables:
        yield from _usable(_marked(paper.text, block))
    if not paper.source.blocks:
        for lines in _tabbed(paper):
            yield from _usable([_split(paper.text, line) for line in lines])


def _usable(rows: list[Row]) -> Iterator[list[Row]]:
    if len(rows) >= 2 and max(len(row.cells) for row in rows) >= 2:
        yield rows


def _marked(text: str, block: Block) -> list[Row]:
    rows = groupby(sorted(block.cells, key=lambda cell: (cell.row, cell.column)), key=lambda cell: cell.row)
    return [Row(text, {cell.column: Span(cell.start, cell.end) for cell in cells}) for _, cells in rows]


def _tabbed(paper: Paper) -> Iterator[list[Span]]:
    """Lines with tabs that follow one another."""
    running: list[Span] = []
    for line in paper.lines:
        if "\t" in paper.text[line.start : line.end] and (not running or line.start == running[-1].end + 1):
            running.append(line)
            continue
        if running:
            yield running
        running = [line] if "\t" in paper.text[line.start : line.end] else []
    if running:
        yield running


def _split(text: str, line: Span) -> Row:
    cells, start = {}, line.start
    for column, words in enumerate(text[line.start : line.end].split("\t")):
        cells[column] = Span(start, start + len(words))
        start += len(words) + 1
    return Row(text, cells)
