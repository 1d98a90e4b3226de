"""A template as a Word file that staff can edit: its sentences as text, its tags as locked marks."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from kimdocs.drafting.convert import printable
from kimdocs.drafting.roundtrip.marks import marks, words
from kimdocs.drafting.roundtrip.units import Atom, Unit, atoms, units
from kimdocs.drafting.size import refuse_lines
from kimdocs.drafting.write.elements import child, new, text
from kimdocs.drafting.write.package import pack
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from pathlib import Path

    from kimdocs.drafting.catalogue import Field, Template, Total

NAMESPACE = "urn:kimdocs:template:1"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = "{9F2A6D11-0C57-4B8E-8E55-6B696D746D70}"
_WIDTH = 9356
STYLES = {
    "heading1": "title", "heading2": "heading 1", "heading3": "heading 2", "heading4": "heading 3", "-": "list bullet",
    ".": "list number", ")": "list paragraph number", "note": "bearbeitungshinweis", "text": "normal",
}  # fmt: skip


def to_word(template: Template, source: str, house: Path) -> bytes:
    """The Word file.

    Args:
        template: The template; its fields give the marks their names.
        source: Its text.
        house: Word file with the house style.

    Raises:
        TemplateError: The house style is no Word file, or the template has too many lines.
    """
    refuse_lines(source)
    try:
        document = Document(str(house))
    except Exception as error:
        raise TemplateError(
            f"Die Hausvorlage „{house}“ lässt sich nicht öffnen.", "Sie muss eine DOCX-Datei sein."
        ) from error
    body = document.element.body
    for element in [item for item in body if item is not body.sectPr]:
        body.remove(element)
    writer = _Writer(document)
    writer.write(shown(template, source))
    _clear_running(document, template)
    _embed(document, json.dumps({"kind": template.kind, "text": source}, ensure_ascii=True))
    return pack(document.part.package)


Shown = tuple[Unit, tuple[tuple[Atom, ...], ...]]


def shown(template: Template, source: str) -> list[Shown]:
    """Every unit of a template with what one sees of it, cell by cell."""
    left = marks(source, named(template))
    found: list[Shown] = []
    for unit in units(source)[1]:
        if unit.kind == "fence":
            kind = unit.cells[0].strip().lstrip("~").strip()
            found.append((unit, ((Atom(f"‹{_fence(kind)}›", False, False, "", tag=True),),)))
            atoms(unit.cells[0], left, raw=True)
            continue
        raw = unit.kind == "line"
        found.append((unit, tuple(tuple(_in_word(atoms(cell, left, raw=raw))) for cell in unit.cells)))
    return found


def named(template: Template) -> dict[str, Field | Total]:
    """Everything of a template that a mark may stand for, by its name."""
    return {**template.fields, **{total.name: total for total in template.totals}}


def _fence(kind: str) -> str:
    names = words()["fences"]
    return str(names.get(kind, names["other"]))


def _in_word(row: list[Atom]) -> list[Atom]:
    """What Word can hold of it: no blanks at the ends, no characters that no document may have."""
    row = [replace(atom, visible=shown_words(atom.visible)) for atom in row]
    while row and row[0].visible.isspace():
        row = row[1:]
    while row and row[-1].visible.isspace():
        row = row[:-1]
    return row


class _Writer:
    def __init__(self, document: Any) -> None:
        self._end = document.element.body.sectPr
        self._styles = _ids(document)
        self._number = 0

    def write(self, content: list[Shown]) -> None:
        self._add(self._paragraph("note", [Atom(words()["guide"], False, False, "")]))
        table: Any = None
        columns = 0
        for place, (unit, cells) in enumerate(content):
            is_tag = unit.kind == "text" and all(atom.tag or atom.visible.isspace() for atom in cells[0])
            if unit.kind == "row":
                if table is None or len(cells) - 2 > columns:
                    columns = max(len(cells) - 2, 1)
                    table = self._table(columns)
                self._row(table, [list(cell) for cell in cells[1:-1] or cells], columns)
            elif is_tag and table is not None and _rows_follow(content, place):
                self._row(table, [list(cells[0])], columns)
            else:
                table = None
                self._add(self._paragraph(unit.kind, list(cells[0])))

    def _add(self, element: Any) -> None:
        self._end.addprevious(element)

    def _paragraph(self, kind: str, row: list[Atom]) -> Any:
        paragraph = new("w:p")
        style = self._styles.get(STYLES.get(kind, "normal"))
        if style:
            child(child(paragraph, "w:pPr"), "w:pStyle", val=style)
        for _, group in groupby(enumerate(row), lambda item: (item[1].bold, item[1].italic, item[1].tag and item[0])):
            alike = [atom for _, atom in group]
            self._run(paragraph, alike[0], "".join(atom.visible for atom in alike))
        return paragraph

    def _run(self, paragraph: Any, atom: Atom, words: str) -> None:
        parent = self._control(paragraph, words) if atom.tag else paragraph
        run = child(parent, "w:r")
        if atom.bold or atom.italic or atom.tag:
            look = child(run, "w:rPr")
            for name in [name for name, on in (("w:b", atom.bold), ("w:i", atom.italic)) if on]:
                child(look, name)
            if atom.tag:
                child(look, "w:color", val="595959")
                child(look, "w:shd", val="clear", color="auto", fill="E7E6E6")
        text(run, shown_words(words))

    def _control(self, paragraph: Any, words: str) -> Any:
        """A content control that Word lets nobody change or delete by mistake."""
        self._number += 1
        control = child(paragraph, "w:sdt")
        properties = child(control, "w:sdtPr")
        child(properties, "w:alias", val=words.strip("‹›")[:60])
        child(properties, "w:tag", val=f"kd:{self._number}")
        child(properties, "w:id", val=str(700_000 + self._number))
        child(properties, "w:lock", val="contentLocked")
        return child(control, "w:sdtContent")

    def _table(self, columns: int) -> Any:
        previous = self._end.getprevious()
        if previous is not None and previous.tag == qn("w:tbl"):
            self._add(self._paragraph("text", []))
        table = new("w:tbl")
        properties = child(table, "w:tblPr")
        if "haus tabelle" in self._styles:
            child(properties, "w:tblStyle", val=self._styles["haus tabelle"])
        child(properties, "w:tblW", w=str(_WIDTH), type="dxa")
        grid = child(table, "w:tblGrid")
        for _ in range(columns):
            child(grid, "w:gridCol", w=str(_WIDTH // columns))
        self._add(table)
        return table

    def _row(self, table: Any, cells: list[list[Atom]], columns: int) -> None:
        row = child(table, "w:tr")
        for number, cell in enumerate(cells):
            span = columns - len(cells) + 1 if number == len(cells) - 1 else 1
            made = child(row, "w:tc")
            properties = child(made, "w:tcPr")
            child(properties, "w:tcW", w=str(_WIDTH // columns * span), type="dxa")
            if span > 1:
                child(properties, "w:gridSpan", val=str(span))
            made.append(self._paragraph("text", cell))


def _rows_follow(content: list[Shown], place: int) -> bool:
    """Whether a tag stands between rows of one table."""
    for unit, cells in content[place + 1 :]:
        if unit.kind == "row":
            return True
        if unit.kind != "text" or not all(atom.tag or atom.visible.isspace() for atom in cells[0]):
            return False
    return False


def shown_words(words: str) -> str:
    """Words as Word can hold them; blanks stay."""
    return printable(f"x{words}x")[1:-1].replace("\n", " ")


@cache
def _property_bytes() -> bytes:
    properties = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    properties.set(f"{{{_STORE}}}itemID", _ITEM)
    references = etree.SubElement(properties, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    return bytes(etree.tostring(properties, xml_declaration=True, encoding="UTF-8", standalone=True))


def _embed(document: Any, content: str) -> None:
    """Keep the template's own text in the file, under a name that Word and LibreOffice save again."""
    root = etree.Element(f"{{{NAMESPACE}}}template", nsmap={None: NAMESPACE})
    root.text = content
    package = document.part.package
    blob = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", blob, package)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    about = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES, _property_bytes(), package)
    item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def _clear_running(document: Any, template: Template) -> None:
    section = document.sections[0]
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        for element in part._element.iter(qn("w:t")):
            element.text = (element.text or "").replace("[[kopfzeile]]", f"Vorlage „{template.kind}“")
            element.text = element.text.replace("[[koerperschaft]]", "Text der Vorlage")


def _ids(document: Any) -> dict[str, str]:
    found = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        found[style.find(qn("w:name")).get(qn("w:val")).lower()] = style.get(qn("w:styleId"))
    return found
