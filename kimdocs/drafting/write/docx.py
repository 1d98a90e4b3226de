"""Blocks to a Word document in the house style: real headings, lists and header rows, sources as comments.

Paragraphs are made as XML on a sheet of the house style, which ``stationery`` reads once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table, plain_text
from kimdocs.drafting.trace import BOOKMARK
from kimdocs.drafting.wording import origins, value_text
from kimdocs.drafting.write import sources
from kimdocs.drafting.write.columns import fitted
from kimdocs.drafting.write.elements import PARAGRAPH, ROW, TABLE, child, field, keep_with_next, layout, text
from kimdocs.drafting.write.keeping import (
    KEEP_LINES,
    KEEP_SIGNATURES,
    LAST_ITEMS,
    LAST_ROWS,
    belongs_to_next,
    heights,
    is_long_list,
    stays_whole,
)
from kimdocs.drafting.write.numbering import Numbering
from kimdocs.drafting.write.references import SECTION_BOOKMARK, instruction, with_signs
from kimdocs.drafting.write.stationery import stationery

if TYPE_CHECKING:
    from kimdocs.drafting.document import Draft
    from kimdocs.drafting.write.stationery import Sheet

_MARKS = {"-": "bullet", ".": "decimal", ")": "paragraphs"}
_TEXT = qn("w:t")
_CHARACTER = 121  # about how wide one is, in twentieths of a point


def write(draft: Draft) -> bytes:
    """Bytes of the Word document; the same draft gives the same bytes.

    Raises:
        TemplateError: The house style lacks a style, or is no Word file.
    """
    sections = any(isinstance(block, Heading) and block.label for block in draft.blocks)
    house = stationery(draft.house, landscape=draft.sheet.template.landscape, final=draft.final, sections=sections)
    writer = _Writer(house.sheet(), draft, sections=sections)
    blocks = draft.blocks
    for block, following, third in zip_longest(blocks, blocks[1:], blocks[2:]):
        first = writer.last()
        writer.block(block)
        if belongs_to_next(block, following, third):
            writer.keep_with_next(writer.before_last(LAST_ITEMS) if is_long_list(block) else first)
    return writer.finish()


class _Writer:
    def __init__(self, sheet: Sheet, draft: Draft, *, sections: bool) -> None:
        self._sheet, self._draft, self._sections = sheet, draft, sections
        self._style, self._width = sheet.house.styles, sheet.house.width
        self._body = sheet.root("document").body
        self._section = self._body.sectPr  # its place is the end: it comes back when all is written
        self._body.remove(self._section)
        self._comments = sources.Comments(sheet.root("comments"), draft.date) if not draft.final else None
        self._bookmarks = self._ids = 0
        self._numbering = Numbering(sheet.root("numbering"), sheet.house.lists)

    def last(self) -> Any:
        """What was written last."""
        return next(self._body.iterchildren(reversed=True), None)

    def before_last(self, count: int) -> Any:
        """What was written before the last few."""
        return next(islice(self._body.iterchildren(reversed=True), count, None), None)

    def keep_with_next(self, before: Any) -> None:
        """Keep all paragraphs written after ``before``, and of a table the last rows, with what follows them."""
        element = self.last()
        while element is not None and element is not before:
            rows = list(element.iterchildren(ROW))[-LAST_ROWS:] if element.tag == TABLE else [element]
            for paragraph in (found for row in rows for found in row.iter(PARAGRAPH)):
                keep_with_next(paragraph)
            element = element.getprevious()

    def finish(self) -> bytes:
        """Header, footer, properties, and the machine-readable sources; the bytes of it all."""
        draft = self._draft
        self._body.append(self._section)
        head = {
            "[[kopfzeile]]": draft.running_head,
            "[[koerperschaft]]": value_text(draft.sheet.value("koerperschaft") or ""),
        }
        for part in self._sheet.running():
            for element in part.iter(_TEXT):
                for mark, value in head.items():
                    element.text = (element.text or "").replace(mark, value)
        properties = self._sheet.properties
        moment = dt.datetime.combine(draft.date or dt.date(2000, 1, 1), dt.time(), dt.UTC)
        properties.title, properties.language, properties.author = draft.title[:250], "de-DE", ""
        properties.subject = draft.sheet.template.title
        properties.created = properties.modified = moment
        properties.revision, properties.last_modified_by = 1, ""
        return self._sheet.pack({} if draft.final else {"sources": sources.twin(draft.trace)})

    def block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self.paragraph("body", block.runs)
        elif isinstance(block, ListBlock):
            self._list(block, 0)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Note):
            for inner in block.blocks:
                if isinstance(inner, Paragraph | Heading):
                    self.paragraph("note", inner.runs)
                else:
                    self.block(inner)
        else:
            self._fence(block)

    def _heading(self, block: Heading) -> None:
        """A heading; Word itself writes the number of a section, and its bookmark is what references lead to."""
        style = "title" if block.level == 1 else f"h{min(block.level - 1, 3)}"
        if not block.label:
            element = self.paragraph(style, block.runs)
            if self._sections and style == "h1":
                self._numbering.leave_out(element)
            return
        first, *rest = block.runs[1:] or (Run(""),)
        element = self.paragraph(style, (replace(first, text=first.text.lstrip()), *rest))
        number = self._bookmark_id()
        start = child(element, "w:bookmarkStart", id=number, name=f"{SECTION_BOOKMARK}{block.label}")
        element.insert(1, start)
        child(element, "w:bookmarkEnd", id=number)

    def _bookmark_id(self) -> str:
        self._ids += 1
        return str(self._ids)

    def paragraph(self, style: str, runs: Runs, parent: Any = None) -> Any:
        previous = self.last() if parent is None else None
        element = child(self._body if parent is None else parent, "w:p")
        properties = child(element, "w:pPr")
        child(properties, "w:pStyle", val=self._style[style])
        for run in with_signs(runs, self._is_plain) if self._sections else runs:
            self._run(element, run)
        if previous is not None and previous.tag == TABLE and style in {"body", "note", *_MARKS.values()}:
            layout(element, "w:spacing", before="160")
        return element

    def _is_plain(self, run: Run) -> bool:
        return run.fact is None or not self._draft.trace.number(run.fact)

    def _run(self, paragraph: Any, run: Run) -> None:
        if run.ref:
            field(paragraph, instruction(run), run.text)
            return
        fact = run.fact if run.fact is not None and self._draft.trace.number(run.fact) else None
        if fact is not None:
            self._bookmarks += 1
            number = self._bookmark_id()
            child(paragraph, "w:bookmarkStart", id=number, name=f"{BOOKMARK}{self._bookmarks}")
        comment = self._comments.open(paragraph, origins(fact)) if self._comments and fact is not None else ""
        element = child(paragraph, "w:r")
        if run.bold or run.italic or run.gap:
            self._look(element, run)
        text(element, run.text)
        if self._comments and comment:
            self._comments.close(paragraph, comment)
        if fact is not None:
            child(paragraph, "w:bookmarkEnd", id=number)

    def _look(self, element: Any, run: Run) -> None:
        properties = child(element, "w:rPr")
        if run.gap:
            child(properties, "w:rStyle", val=self._style["gap"])
        if run.bold:
            child(properties, "w:b")
        if run.italic:
            child(properties, "w:i")
        if run.gap:
            child(properties, "w:highlight", val="yellow")

    def _list(self, block: ListBlock, depth: int) -> None:
        number = self._numbering.restart(_MARKS[block.mark], block.start)
        for item in block.items:
            for index, part in enumerate(item):
                if isinstance(part, ListBlock):
                    self._list(part, depth + 1)
                elif isinstance(part, Paragraph | Heading):
                    element = self.paragraph(_MARKS[block.mark], part.runs)
                    self._numbering.apply(element, number if index == 0 else 0, depth)
                else:
                    self.block(part)

    def _table(self, block: Table) -> None:
        previous = self.last()
        if previous is not None and previous.tag == TABLE:
            self.paragraph("cell", ())  # two tables in a row would grow together
        table = child(self._body, "w:tbl")
        properties = child(table, "w:tblPr")
        child(properties, "w:tblStyle", val=self._style["table"])
        child(properties, "w:tblW", w=str(self._width), type="dxa")
        child(properties, "w:tblLayout", type="fixed")
        child(
            properties,
            "w:tblLook",
            val="0020",
            firstRow="1",
            lastRow="0",
            firstColumn="0",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
        shares = fitted(block, self._width // _CHARACTER)
        widths = [self._width * share // sum(shares) for share in shares]
        grid = child(table, "w:tblGrid")
        for width in widths:
            child(grid, "w:gridCol", w=str(width))
        high = heights(block, self._width // _CHARACTER)
        self._row(table, block.header, widths, block.right, head=True)
        for row, lines in zip(block.rows, high, strict=True):
            self._row(table, row, widths, block.right, whole=lines <= KEEP_LINES)
        if stays_whole(high):
            for paragraph in list(table.iter(PARAGRAPH))[: -len(block.header)]:
                keep_with_next(paragraph)

    def _row(
        self, table: Any, cells: tuple[Runs, ...], widths: list[int], right: tuple[bool, ...], *, head: bool = False,
        whole: bool = True,
    ) -> None:  # fmt: skip
        row = child(table, "w:tr")
        properties = child(row, "w:trPr")
        if whole:
            child(properties, "w:cantSplit")
        if head:
            child(properties, "w:tblHeader")
        for column, runs in enumerate(cells):
            cell = child(row, "w:tc")
            child(child(cell, "w:tcPr"), "w:tcW", w=str(widths[column]), type="dxa")
            paragraph = self.paragraph("head" if head else "cell", runs, cell)
            if right[column]:
                layout(paragraph, "w:jc", val="right")

    def _fence(self, block: Fence) -> None:
        if block.kind == "signatures":
            for number, line in enumerate(block.lines, 1):
                signer = self._signature([cell for cell in line if plain_text(cell)])
                if number < len(block.lines) <= KEEP_SIGNATURES:
                    keep_with_next(signer)
            return
        between = "\n" if block.kind == "closing" else "\t"
        for index, line in enumerate(block.lines):
            runs: list[Run] = []
            for cell in line:
                runs += [Run(between), *cell] if runs else list(cell)
            paragraph = self.paragraph(self._line_style(block.kind, index, len(line)), tuple(runs))
            if block.kind == "status" and index == 0:
                layout(paragraph, "w:spacing", before="240")

    def _line_style(self, kind: str, index: int, cells: int) -> str:
        if kind != "letterhead":
            return kind
        return "letterhead" if index == 0 else "info" if cells > 1 else "office"

    def _signature(self, cells: list[Runs]) -> Any:
        """Party, line to sign on, and below it what stands there: place and date, name and office."""
        party, *signer = cells or [()]
        self.paragraph("party", party)
        self.paragraph("line", (Run("\t\t\t"),))
        names: list[Run] = [Run("Ort, Datum\t")]
        for index, cell in enumerate(signer):
            names += [Run(", "), *cell] if index else list(cell)
        return self.paragraph("signer", tuple(names))
