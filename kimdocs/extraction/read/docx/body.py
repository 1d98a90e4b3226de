"""Paragraphs and tables of a Word document's parts, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.errors import InputError
from kimdocs.extraction.read.docx.names import child, is_on, name, number
from kimdocs.extraction.read.docx.runs import RunReader
from kimdocs.extraction.read.limits import MAX_TABLE_CELLS, MAX_TABLE_COLUMNS
from kimdocs.extraction.read.outline import CellContent, Paragraph, Table
from kimdocs.model.source import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.read.docx.numbering import Numbering
    from kimdocs.extraction.read.docx.styles import Styles

_TRANSPARENT = frozenset({"sdtContent", "customXml", "smartTag", "ins", "moveTo", "mc:Choice"})


class BodyReader:
    """Walks the body, notes and headers of one document."""

    def __init__(self, styles: Styles, numbering: Numbering, document: str) -> None:
        """Take the document's styles and lists; ``document`` is its name for messages."""
        self.runs = RunReader()
        self._styles = styles
        self._numbering = numbering
        self._document = document
        self._cells = 0

    def content(self, container: Any) -> list[Paragraph | Table]:
        """Paragraphs and tables of a body, a cell, a note, a text box."""
        found: list[Paragraph | Table] = []
        for element in _flat(container):
            kind = name(element)
            if kind == "p":
                found.append(self._paragraph(element))
                boxes, self.runs.text_boxes = self.runs.text_boxes, []
                for box in boxes:
                    found += self.content(box)
            elif kind == "tbl":
                found.append(self._table(element))
            elif kind == "altChunk":
                raise InputError(
                    f"Das Word-Dokument „{self._document}“ bettet ein fremdes Dokument ein (altChunk).",
                    "Öffnen Sie es in Word und speichern Sie es neu.",
                )
        return found

    def _paragraph(self, element: Any) -> Paragraph:
        properties = child(element, "pPr")
        text = self.runs.text(element)
        level = self._styles.heading_level(properties)
        numbered = self._styles.numbering(properties)
        if numbered is not None and text.strip():
            label = self._numbering.next(*numbered)
            text = f"{label} {text.lstrip()}" if label else text
        if level:
            return Paragraph(text, BlockKind.HEADING, level, spaced=True)
        if numbered is not None:
            return Paragraph(text, BlockKind.LIST_ITEM, numbered[1] + 1)
        return Paragraph(text)

    def _table(self, element: Any) -> Table:
        table = Table()
        for row in _flat(element):
            properties = child(row, "trPr")
            if name(row) != "tr" or child(properties, "del") is not None:
                continue
            is_header = is_on(child(properties, "tblHeader"))
            column = max(0, min(number(child(properties, "gridBefore")) or 0, MAX_TABLE_COLUMNS))
            cells = []
            for cell in _flat(row):
                if name(cell) != "tc":
                    continue
                cells.append(CellContent(self._cell(cell), column, is_header))
                column += max(1, min(number(child(cell, "tcPr", "gridSpan")) or 1, MAX_TABLE_COLUMNS))
            if cells:
                table.rows.append(cells)
        return table

    def _cell(self, element: Any) -> list[Paragraph | Table]:
        """Content of a cell; the lower part of a merged cell has none."""
        self._cells += 1
        if self._cells > MAX_TABLE_CELLS:
            raise InputError(
                f"Die Tabellen in „{self._document}“ haben zusammen mehr als {MAX_TABLE_CELLS} Zellen.",
                "Teilen Sie das Dokument.",
            )
        merge = child(element, "tcPr", "vMerge")
        if merge is not None and merge.get(merge.tag.replace("vMerge", "val"), "continue") == "continue":
            return []
        return self.content(element)


def _flat(container: Any) -> Iterator[Any]:
    """Children of an element, those inside wrappers (content controls, insertions) included, deletions left out."""
    waiting: list[Iterator[Any]] = [iter(container)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        kind = name(element)
        if kind in _TRANSPARENT:
            waiting.append(iter(element))
        elif kind == "sdt":
            if not is_on(child(element, "sdtPr", "showingPlcHdr")):
                waiting.append(iter(element))
        elif kind == "mc:AlternateContent":
            chosen = child(element, "mc:Choice")
            chosen = child(element, "mc:Fallback") if chosen is None else chosen
            waiting.append(iter(() if chosen is None else chosen))
        elif kind not in {"del", "moveFrom", ""}:
            yield element
