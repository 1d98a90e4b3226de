"""Putting a document's text together from lines and tables, with exact offsets for its blocks and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.model.source import Block, BlockKind, Cell

if TYPE_CHECKING:
    from collections.abc import Sequence


class CellText(NamedTuple):
    """Text of a table cell on one line, and the column (from 0) it starts in."""

    column: int
    text: str
    header: bool = False


class TextBuilder:
    """Grows a text line by line; what was written never moves again."""

    def __init__(self) -> None:
        """Start with an empty text on page 1."""
        self.length = 0
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._breaks = 0
        self._pages: list[int] = [0]
        self._open_pages = 0

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self._parts)

    @property
    def page_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each page; an empty page starts where the next one does."""
        return (*self._pages, *(self.length for _ in range(self._open_pages)))

    def new_page(self) -> None:
        """The next line begins a page."""
        self._open_pages += 1

    def blank(self) -> None:
        """Leave an empty line before the next one."""
        if self.length:
            self._breaks = 2

    def line(self, text: str) -> int:
        """Write a line and return the offset of its first character."""
        breaks = max(1, self._breaks) if self.length else 0
        if breaks:
            self._parts.append("\n" * breaks)
            self.length += breaks
        self._breaks = 1
        if self._open_pages:
            self._pages += [self.length] * self._open_pages
            self._open_pages = 0
        start = self.length
        self._parts.append(text)
        self.length += len(text)
        return start

    def lines(self, texts: Sequence[str]) -> int:
        """Write lines, at least one, that follow one another and return the offset of the first."""
        start = self.line(texts[0])
        if len(texts) > 1:
            rest = "\n".join(["", *texts[1:]])
            self._parts.append(rest)
            self.length += len(rest)
        return start

    def block(self, kind: BlockKind, text: str, level: int = 0) -> int:
        """Write a line that is a block of its own and return its offset."""
        start = self.line(text)
        if text:
            self.blocks.append(Block(kind, start, self.length, level))
        return start

    def mark(self, kind: BlockKind, start: int, level: int = 0) -> None:
        """Make a block of everything written since ``start``."""
        if self.length > start:
            self.blocks.append(Block(kind, start, self.length, level))

    def table(self, rows: Sequence[Sequence[CellText]]) -> int:
        """Write a table, one line a row, cells separated by tabs, and return its offset."""
        cells: list[Cell] = []
        first = -1
        for row, texts in enumerate(rows):
            start = self.line("\t".join(cell.text for cell in texts))
            first = start if first < 0 else first
            for cell in texts:
                cells.append(Cell(row, cell.column, start, start + len(cell.text), cell.header))
                start += len(cell.text) + 1
        if cells:
            self.blocks.append(Block(BlockKind.TABLE, first, self.length, cells=tuple(cells)))
        return first
