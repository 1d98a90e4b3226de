"""Paragraphs, lists and tables of an OpenDocument text, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.errors import InputError
from kimdocs.extraction.read.limits import MAX_TABLE_CELLS, MAX_TABLE_COLUMNS
from kimdocs.extraction.read.odt.controls import Controls
from kimdocs.extraction.read.odt.inline import InlineReader
from kimdocs.extraction.read.odt.names import attribute, children, is_true, name, number
from kimdocs.extraction.read.odt.numbering import ListStyle
from kimdocs.extraction.read.outline import CellContent, Paragraph, Table
from kimdocs.model.source import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.read.odt.styles import Styles

_SKIPPED = frozenset(
    {"text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls"}
)
_NO_LIST = ListStyle(None)


class BodyReader:
    """Walks the body, notes and margins of one document."""

    def __init__(self, styles: Styles, body: Any | None, document: str) -> None:
        """Take the styles, the body whose form controls are shown, and the document's name for messages."""
        self.inline = InlineReader(styles, Controls(body))
        self._styles = styles
        self._document = document
        self._cells = 0
        self._outline: dict[int, int] = {}
        self._counts_by_id: dict[str | None, dict[int, int]] = {}
        self._counts_by_style: dict[str, dict[int, int]] = {}

    def content(self, container: Any) -> list[Paragraph | Table]:
        """Paragraphs and tables of a body, a cell, a note, a text box."""
        return [part for element in container for part in self._element(element)]

    def _element(self, element: Any) -> Iterator[Paragraph | Table]:
        kind = name(element)
        if kind in {"text:p", "text:h"}:
            yield from self._paragraph(element)
        elif kind == "text:list":
            yield from self._list(element)
        elif kind == "table:table":
            yield self._table(element)
        elif kind.startswith("draw:"):
            self.inline.shape(element)
            yield from self._boxes()
        elif kind and kind not in _SKIPPED and attribute(element, "text:display") != "none":
            yield from self.content(element)

    def _paragraph(self, element: Any, label: str = "", depth: int = 0) -> Iterator[Paragraph | Table]:
        text = self.inline.text(element)
        level = number(element, "text:outline-level") or 1 if name(element) == "text:h" else 0
        if level and not depth and text.strip() and not is_true(element, "text:is-list-header"):
            start = number(element, "text:start-value") if is_true(element, "text:restart-numbering") else None
            label = self._styles.outline.next(self._outline, level, start)
        if label and text.strip():
            text = f"{label} {text.lstrip()}"
        if level or self._styles.is_title(element):
            yield Paragraph(text, BlockKind.HEADING, level or 1, spaced=True)
        elif depth:
            yield Paragraph(text, BlockKind.LIST_ITEM, depth)
        else:
            yield Paragraph(text)
        yield from self._boxes()

    def _boxes(self) -> Iterator[Paragraph | Table]:
        boxes, self.inline.text_boxes = self.inline.text_boxes, []
        for box in boxes:
            yield from self.content(box)

    def _list(self, element: Any) -> Iterator[Paragraph | Table]:
        """A list, whose count goes on from the one it names, or from the last one of its style where it says so."""
        style = attribute(element, "text:style-name") or ""
        counts = self._counts_by_id.get(attribute(element, "text:continue-list"))
        if counts is None and is_true(element, "text:continue-numbering"):
            counts = self._counts_by_style.get(style)
        counts = {} if counts is None else counts
        self._counts_by_style[style] = counts
        if (key := attribute(element, "xml:id")) is not None:
            self._counts_by_id[key] = counts
        yield from self._items(element, style, counts, 1)

    def _items(self, element: Any, style: str, counts: dict[int, int], depth: int) -> Iterator[Paragraph | Table]:
        for item in children(element, "text:list-item", "text:list-header"):
            waits = name(item) == "text:list-item"
            for part in item:
                if name(part) == "text:list":
                    yield from self._items(part, attribute(part, "text:style-name") or style, counts, depth + 1)
                elif name(part) in {"text:p", "text:h"}:
                    label = ""
                    if waits:
                        start = number(item, "text:start-value")
                        label = self._styles.lists.get(style, _NO_LIST).next(counts, depth, start)
                    waits = False
                    yield from self._paragraph(part, label, depth)
                else:
                    yield from self._element(part)

    def _table(self, element: Any) -> Table:
        table = Table()
        for row, is_header in _rows(element):
            cells: list[CellContent] = []
            column = beside = 0
            for cell in children(row, "table:table-cell", "table:covered-table-cell"):
                is_covered = name(cell) == "table:covered-table-cell"
                if not (is_covered and beside > 0):
                    content = [] if is_covered else self._cell(cell)
                    cells.append(CellContent(content, column, is_header))
                width = min(number(cell, "table:number-columns-repeated") or 1, MAX_TABLE_COLUMNS)
                beside = beside - width if is_covered else (number(cell, "table:number-columns-spanned") or 1) - 1
                column = min(column + width, MAX_TABLE_COLUMNS)
            if cells:
                table.rows.append(cells)
        return table

    def _cell(self, element: Any) -> list[Paragraph | Table]:
        self._cells += 1
        if self._cells > MAX_TABLE_CELLS:
            raise InputError(
                f"Die Tabellen in „{self._document}“ haben zusammen mehr als {MAX_TABLE_CELLS} Zellen.",
                "Teilen Sie das Dokument.",
            )
        return self.content(element)


def _rows(element: Any, *, is_header: bool = False) -> Iterator[tuple[Any, bool]]:
    """Rows of a table, those in groups included, and whether each is a header."""
    for part in element:
        kind = name(part)
        if kind == "table:table-row":
            yield part, is_header
        elif kind in {"table:table-header-rows", "table:table-rows", "table:table-row-group"}:
            yield from _rows(part, is_header=is_header or kind == "table:table-header-rows")
