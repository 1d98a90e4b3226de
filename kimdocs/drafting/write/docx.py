"""Blocks to a Word document in the house style: real headings, lists, header rows, language, comments with the sources.

Paragraphs are made as XML, with style ids looked up once: asking python-docx for a style by name walks all styles each time.
"""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kimdocs.drafting.blocks import Block, Fence, Heading, ListBlock, Note, Paragraph, Run, Runs, Table, plain_text
from kimdocs.drafting.wording import origins, value_text
from kimdocs.drafting.write import sources
from kimdocs.drafting.write.package import repack
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from kimdocs.drafting.document import Draft

_STYLES = {
    "title": "Title", "body": "Normal", "bullet": "List Bullet", "decimal": "List Number", "paragraphs": "List Paragraph Number",
    "letterhead": "Briefkopf", "info": "Briefkopf Angabe", "status": "Vermerk", "note": "Bearbeitungshinweis", "party": "Unterschrift",
    "line": "Unterschrift Linie", "signer": "Unterschrift Name", "cell": "Tabellentext", "head": "Tabellenkopf", "table": "Haus Tabelle",
    "gap": "Fehlende Angabe", "h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3",
}  # fmt: skip
_MARKS = {"-": "bullet", ".": "decimal", ")": "paragraphs"}
_TEXT_WIDTH = 9356


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
    for block in draft.blocks:
        writer.block(block)
    writer.finish()
    stream = BytesIO()
    document.save(stream)
    return repack(stream.getvalue())


class _Writer:
    def __init__(self, document: Any, draft: Draft) -> None:
        self._document, self._draft = document, draft
        names = {style.name: style.style_id for style in document.styles}
        missing = sorted(name for name in _STYLES.values() if name not in names)
        if missing:
            raise TemplateError(
                f"In der Hausvorlage „{draft.house.name}“ fehlen Formatvorlagen: {', '.join(missing)}.",
                "Legen Sie sie in Word an, oder beginnen Sie mit der mitgelieferten Hausvorlage.",
            )
        self._style = {key: names[name] for key, name in _STYLES.items()}
        self._body = document.element.body
        self._end = self._body.sectPr
        self._comments = sources.Comments(document, draft.date) if not draft.final else None
        self._bookmarks = 0
        self._numbering = _Numbering(document, self._style)

    def clear(self) -> None:
        """Empty the house style's own body; the section with its margins, header and footer stays."""
        for element in [child for child in self._body if child is not self._end]:
            self._body.remove(element)

    def finish(self) -> None:
        """Header, footer, properties, and the machine-readable sources."""
        draft = self._draft
        head = {
            "[[kopfzeile]]": draft.running_head,
            "[[koerperschaft]]": value_text(draft.sheet.value("koerperschaft") or ""),
        }
        section = self._document.sections[0]
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            for text in part._element.iter(qn("w:t")):
                for mark, value in head.items():
                    text.text = (text.text or "").replace(mark, value)
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
                self.paragraph("note", inner.runs if isinstance(inner, Paragraph | Heading) else ())
        else:
            self._fence(block)

    def paragraph(self, style: str, runs: Runs, parent: Any = None) -> Any:
        element = OxmlElement("w:p")
        properties = _child(element, "w:pPr")
        _child(properties, "w:pStyle", val=self._style[style])
        for run in runs:
            self._run(element, run)
        if parent is not None:
            parent.append(element)
        else:
            previous = self._end.getprevious()
            if previous is not None and previous.tag == qn("w:tbl") and style in {"body", "note", *_MARKS.values()}:
                _child(properties, "w:spacing", before="160")
            self._end.addprevious(element)
        return element

    def _run(self, paragraph: Any, run: Run) -> None:
        fact = run.fact if run.fact is not None and self._draft.trace.number(run.fact) else None
        if fact is not None:
            self._bookmarks += 1
            _child(paragraph, "w:bookmarkStart", id=str(self._bookmarks), name=f"kd_{self._bookmarks}")
        element = _child(paragraph, "w:r")
        if run.bold or run.italic or run.gap:
            self._look(element, run)
        for index, line in enumerate(run.text.split("\n")):
            if index:
                _child(element, "w:br")
            _text(element, line)
        if fact is not None:
            _child(paragraph, "w:bookmarkEnd", id=str(self._bookmarks))
            if self._comments is not None:
                self._comments.add(element, origins(fact))

    def _look(self, element: Any, run: Run) -> None:
        properties = _child(element, "w:rPr")
        if run.gap:
            _child(properties, "w:rStyle", val=self._style["gap"])
        if run.bold:
            _child(properties, "w:b")
        if run.italic:
            _child(properties, "w:i")
        if run.gap:
            _child(properties, "w:highlight", val="yellow")

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
        table = OxmlElement("w:tbl")
        properties = _child(table, "w:tblPr")
        _child(properties, "w:tblStyle", val=self._style["table"])
        _child(properties, "w:tblW", w=str(_TEXT_WIDTH), type="dxa")
        _child(properties, "w:tblLayout", type="fixed")
        _child(
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
        widths = [_TEXT_WIDTH * width // total for width in block.widths]
        grid = _child(table, "w:tblGrid")
        for width in widths:
            _child(grid, "w:gridCol", w=str(width))
        self._row(table, block.header, widths, block.right, head=True)
        for row in block.rows:
            self._row(table, row, widths, block.right)
        self._end.addprevious(table)

    def _row(
        self, table: Any, cells: tuple[Runs, ...], widths: list[int], right: tuple[bool, ...], *, head: bool = False
    ) -> None:
        row = _child(table, "w:tr")
        properties = _child(row, "w:trPr")
        _child(properties, "w:cantSplit")
        if head:
            _child(properties, "w:tblHeader")
        for column, runs in enumerate(cells):
            cell = _child(row, "w:tc")
            _child(_child(cell, "w:tcPr"), "w:tcW", w=str(widths[column]), type="dxa")
            paragraph = self.paragraph("head" if head else "cell", runs, cell)
            if right[column]:
                _child(paragraph.pPr, "w:jc", val="right")

    def _fence(self, block: Fence) -> None:
        if block.kind == "signatures":
            for line in block.lines:
                self._signature([cell for cell in line if plain_text(cell)])
            return
        for index, line in enumerate(block.lines):
            runs: list[Run] = []
            for cell in line:
                runs += [Run("\t"), *cell] if runs else list(cell)
            first = "letterhead" if block.kind == "letterhead" and index == 0 else ""
            self.paragraph(first or ("info" if block.kind == "letterhead" else "status"), tuple(runs))

    def _signature(self, cells: list[Runs]) -> None:
        """Party, line to sign on, and below it what stands there: place and date, name and office."""
        party, *signer = cells or [()]
        self.paragraph("party", party)
        self.paragraph("line", (Run("\t\t\t"),))
        names: list[Run] = [Run("Ort, Datum\t")]
        for index, cell in enumerate(signer):
            names += [Run(", "), *cell] if index else list(cell)
        self.paragraph("signer", tuple(names))


class _Numbering:
    """Gives every list its own number, so that it starts again."""

    def __init__(self, document: Any, styles: dict[str, str]) -> None:
        self._element = document.part.numbering_part.element
        nums = {num.get(qn("w:numId")): num for num in self._element.findall(qn("w:num"))}
        self._abstract: dict[str, str] = {}
        by_id = {style.style_id: style for style in document.styles}
        for key in _MARKS.values():
            found = by_id[styles[key]].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            num = nums.get(found.get(qn("w:val"))) if found is not None else None
            if num is not None:
                self._abstract[key] = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        self._next = max((int(number) for number in nums), default=0) + 1

    def restart(self, key: str, start: int) -> int:
        """A new number for one list; 0 where the house style has no numbering for it."""
        if key not in self._abstract:
            return 0
        num = _child(self._element, "w:num", numId=str(self._next))
        _child(num, "w:abstractNumId", val=self._abstract[key])
        _child(_child(num, "w:lvlOverride", ilvl="0"), "w:startOverride", val=str(start))
        self._next += 1
        return self._next - 1

    def apply(self, paragraph: Any, number: int, depth: int) -> None:
        """Number a paragraph; with 0 it belongs to the item before and only keeps its indent."""
        properties = _child(paragraph.pPr, "w:numPr")
        _child(properties, "w:ilvl", val=str(min(depth, 2)))
        _child(properties, "w:numId", val=str(number))
        if not number:
            _child(paragraph.pPr, "w:ind", left=str(510 * (depth + 1)))


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element


def _text(run: Any, text: str) -> None:
    for index, piece in enumerate(text.split("\t")):
        if index:
            _child(run, "w:tab")
        if piece:
            element = _child(run, "w:t")
            element.set(qn("xml:space"), "preserve")
            element.text = piece
