"""Blocks to a Word document in the house style: real headings, lists and header rows, sources as comments.

Paragraphs are made as XML, with style ids looked up once: asking python-docx for a style by name walks all styles.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn

from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table, plain_text
from kimdocs.drafting.trace import BOOKMARK
from kimdocs.drafting.wording import origins, value_text
from kimdocs.drafting.write import page, sources
from kimdocs.drafting.write.elements import child, keep_with_next, layout, new, text
from kimdocs.drafting.write.keeping import KEEP_ROWS, KEEP_SIGNATURES, belongs_to_next
from kimdocs.drafting.write.numbering import Numbering
from kimdocs.drafting.write.package import pack
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from kimdocs.drafting.document import Draft

_MARKS = {"-": "bullet", ".": "decimal", ")": "paragraphs"}


def write(draft: Draft) -> bytes:
    """Bytes of the Word document; the same draft gives the same bytes.

    Raises:
        TemplateError: The house style lacks a style, or is no Word file.
    """
    try:
        document = Document(str(draft.house))
    except Exception as error:
        raise TemplateError(
            f"Die Hausvorlage „{draft.house}“ lässt sich nicht öffnen.", "Sie muss eine DOCX-Datei sein."
        ) from error
    writer = _Writer(document, draft)
    writer.clear()
    blocks = draft.blocks
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        first = writer.last()
        writer.block(block)
        if belongs_to_next(block, following):
            writer.keep_with_next(first)
    writer.finish()
    return pack(document.part.package)


@cache
def _styles() -> dict[str, str]:
    return tomllib.loads((files("kimdocs.drafting") / "data" / "styles.toml").read_text(encoding="utf-8"))


def _style_ids(document: Any) -> dict[str, str]:
    """Id of each style by its name in lower case ("Heading 1" is stored as "heading 1")."""
    found = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        found[style.find(qn("w:name")).get(qn("w:val")).lower()] = style.get(qn("w:styleId"))
    return found


class _Writer:
    def __init__(self, document: Any, draft: Draft) -> None:
        self._document, self._draft = document, draft
        names, wanted = _style_ids(document), _styles()
        missing = sorted(name for name in wanted.values() if name.lower() not in names)
        if missing:
            raise TemplateError(
                f"In der Hausvorlage „{draft.house.name}“ fehlen Formatvorlagen: {', '.join(missing)}.",
                "Legen Sie sie in Word an, oder beginnen Sie mit der mitgelieferten Hausvorlage.",
            )
        self._style = {key: names[name.lower()] for key, name in wanted.items()}
        self._body = document.element.body
        self._end = self._body.sectPr
        self._comments = sources.Comments(document, draft.date) if not draft.final else None
        self._bookmarks = 0
        self._width = page.text_width(document, landscape=draft.sheet.template.landscape)
        self._numbering = Numbering(document, {key: self._style[key] for key in _MARKS.values()})

    def clear(self) -> None:
        """Empty the house style's own body; the section with its margins, header and footer stays."""
        for element in [item for item in self._body if item is not self._end]:
            self._body.remove(element)

    def last(self) -> Any:
        """What was written last."""
        return self._end.getprevious()

    def keep_with_next(self, before: Any) -> None:
        """Keep all paragraphs written after ``before`` with what follows them."""
        element = self.last()
        while element is not None and element is not before:
            if element.tag == qn("w:p"):
                keep_with_next(element)
            element = element.getprevious()

    def finish(self) -> None:
        """Header, footer, properties, and the machine-readable sources."""
        draft = self._draft
        head = {
            "[[kopfzeile]]": draft.running_head,
            "[[koerperschaft]]": value_text(draft.sheet.value("koerperschaft") or ""),
        }
        section = self._document.sections[0]
        for part in page.running(section):
            for element in part._element.iter(qn("w:t")):
                for mark, value in head.items():
                    element.text = (element.text or "").replace(mark, value)
        properties = self._document.core_properties
        moment = dt.datetime.combine(draft.date or dt.date(2000, 1, 1), dt.time(), dt.UTC)
        properties.title, properties.language, properties.author = draft.title[:250], "de-DE", ""
        properties.subject = draft.sheet.template.title
        properties.created = properties.modified = moment
        properties.revision, properties.last_modified_by = 1, ""
        sources.embed(self._document, draft.trace, final=draft.final)

    def block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.paragraph("title" if block.level == 1 else f"h{min(block.level - 1, 3)}", block.runs)
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

    def paragraph(self, style: str, runs: Runs, parent: Any = None) -> Any:
        element = new("w:p")
        properties = child(element, "w:pPr")
        child(properties, "w:pStyle", val=self._style[style])
        for run in runs:
            self._run(element, run)
        if parent is not None:
            parent.append(element)
        else:
            previous = self._end.getprevious()
            if previous is not None and previous.tag == qn("w:tbl") and style in {"body", "note", *_MARKS.values()}:
                layout(element, "w:spacing", before="160")
            self._end.addprevious(element)
        return element

    def _run(self, paragraph: Any, run: Run) -> None:
        fact = run.fact if run.fact is not None and self._draft.trace.number(run.fact) else None
        if fact is not None:
            self._bookmarks += 1
            child(paragraph, "w:bookmarkStart", id=str(self._bookmarks), name=f"{BOOKMARK}{self._bookmarks}")
        element = child(paragraph, "w:r")
        if run.bold or run.italic or run.gap:
            self._look(element, run)
        text(element, run.text)
        if fact is not None:
            child(paragraph, "w:bookmarkEnd", id=str(self._bookmarks))
            if self._comments is not None:
                self._comments.add(element, origins(fact))

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
        previous = self._end.getprevious()
        if previous is not None and previous.tag == qn("w:tbl"):
            self.paragraph("cell", ())  # two tables in a row would grow together
        table = new("w:tbl")
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
        total = sum(block.widths)
        widths = [self._width * width // total for width in block.widths]
        grid = child(table, "w:tblGrid")
        for width in widths:
            child(grid, "w:gridCol", w=str(width))
        self._row(table, block.header, widths, block.right, head=True)
        for row in block.rows:
            self._row(table, row, widths, block.right)
        if len(block.rows) <= KEEP_ROWS:
            for paragraph in list(table.iter(qn("w:p")))[: -len(block.header)]:
                keep_with_next(paragraph)
        self._end.addprevious(table)

    def _row(
        self, table: Any, cells: tuple[Runs, ...], widths: list[int], right: tuple[bool, ...], *, head: bool = False
    ) -> None:
        row = child(table, "w:tr")
        properties = child(row, "w:trPr")
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
