"""What the readers of Word, OpenDocument and HTML have in common: paragraphs and tables, and how they become text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.extraction.read.build import CellText, TextBuilder
from kimdocs.model.source import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONG_CELL = 240


@dataclass(slots=True)
class Paragraph:
    """Lines of text of one kind; a paragraph without text is an empty line. ``spaced``: empty lines around it."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    spaced: bool = False


@dataclass(slots=True)
class CellContent:
    """What stands in a table cell; ``span`` counts the columns it covers."""

    content: list[Paragraph | Table]
    column: int
    header: bool = False

    @property
    def text(self) -> str:
        """The cell's text on one line."""
        return " ".join(word for part in self.content if isinstance(part, Paragraph) for word in part.text.split())

    @property
    def is_simple(self) -> bool:
        """Whether the cell's text can stand on one line without losing its structure."""
        filled = [part for part in self.content if isinstance(part, Table) or part.text]
        if any(isinstance(part, Table) for part in filled):
            return False
        lines = sum(part.text.count("\n") + 1 for part in filled if isinstance(part, Paragraph))
        return lines <= 1 or len(self.text) <= _LONG_CELL


@dataclass(slots=True)
class Table:
    """Rows of cells."""

    rows: list[list[CellContent]] = field(default_factory=list)

    @property
    def is_layout(self) -> bool:
        """Whether the table only places running text on the page: one column, or cells that hold whole passages."""
        filled = {
            cell.column for row in self.rows for cell in row if cell.content and (cell.text or not cell.is_simple)
        }
        return len(filled) < 2 or not all(cell.is_simple for row in self.rows for cell in row)


def lines_of(content: Iterable[Paragraph | Table]) -> list[str]:
    """Content as plain lines, for what stands outside the text."""
    found: list[str] = []
    for part in content:
        if isinstance(part, Table):
            for row in part.rows:
                found.append("\t".join(cell.text for cell in row if cell.text))
                found += [line for cell in row for line in lines_of(p for p in cell.content if isinstance(p, Table))]
        else:
            found += part.text.split("\n")
    return [line.strip() for line in found if line.strip()]


class OutlineWriter:
    """Writes paragraphs and tables into a text."""

    def __init__(self) -> None:
        """Start with an empty text."""
        self.builder = TextBuilder()

    def write(self, content: Iterable[Paragraph | Table]) -> None:
        """Write content in its order."""
        for part in content:
            if isinstance(part, Table):
                self._table(part)
            else:
                self._paragraph(part)

    def _paragraph(self, part: Paragraph, label: str = "") -> None:
        lines = [line.strip() for line in part.text.split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        if not lines:
            if label:
                self.builder.block(BlockKind.PARAGRAPH, label)
            else:
                self.builder.blank()
            return
        if part.spaced:
            self.builder.blank()
        start = self.builder.line(f"{label}\t{lines[0]}" if label else lines[0])
        for line in lines[1:]:
            self.builder.line(line)
        self.builder.mark(part.kind, start, part.level)
        if part.spaced:
            self.builder.blank()

    def _table(self, table: Table) -> None:
        self.builder.blank()
        if table.is_layout:
            for row in table.rows:
                self._layout_row(row)
        else:
            rows = [[CellText(cell.column, cell.text, cell.header) for cell in row] for row in table.rows]
            self.builder.table([row for row in rows if any(cell.text for cell in row)])
        self.builder.blank()

    def _layout_row(self, row: Sequence[CellContent]) -> None:
        """Cells one after the other; short ones that stand before a passage share its first line, as labels do."""
        labels: list[str] = []
        for cell in row:
            if cell.is_simple:
                if cell.text:
                    labels.append(cell.text)
                continue
            first, *rest = cell.content
            if isinstance(first, Table):
                self._labels(labels)
                self._table(first)
            else:
                self._paragraph(first, "\t".join(labels))
            labels = []
            self.write(rest)
        self._labels(labels)

    def _labels(self, labels: Sequence[str]) -> None:
        if labels:
            self.builder.block(BlockKind.PARAGRAPH, "\t".join(labels))
