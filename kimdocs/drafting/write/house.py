"""Makes the house style ``templates/house/hausvorlage.docx`` (``python -m kimdocs.drafting.write.house``).

The file may as well be edited in Word: the writer only relies on the style names below and on ``[[koerperschaft]]``,
``[[kopfzeile]]``, ``[[logo]]`` and ``[[anschrift]]`` in header and footer.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from kimdocs.drafting.write.package import pack

FONT = "Arial"
TEXT_WIDTH = Cm(16.5)
GREY = "595959"
_NEEDLESS = {"stylesWithEffects", "thumbnail", "customXml"}
_WORD_2013 = "15"
_BULLET, _DECIMAL, _PARENTHESES = 901, 902, 903


def build() -> bytes:
    """The house style as bytes of a Word file."""
    document = Document()
    _page(document)
    _base(document)
    _headings(document)
    _lists(document)
    _blocks(document)
    _tables(document)
    _header_and_footer(document)
    _language(document)
    _drop_unused(document)
    document.core_properties.title = "Hausvorlage"
    document.core_properties.author = ""
    document.core_properties.comments = ""
    return pack(document.part.package)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True


def _base(document: Any) -> None:
    normal = document.styles["Normal"]
    _font(normal, 11)
    _spacing(normal, before=0, after=6, line=1.15)
    normal.paragraph_format.widow_control = True
    _hyphenation(normal, on=False)


def _headings(document: Any) -> None:
    for name, size, before, after in (
        ("Title", 14, 8, 10),
        ("Heading 1", 11.5, 14, 4),
        ("Heading 2", 11, 10, 3),
        ("Heading 3", 11, 8, 2),
    ):
        style = document.styles[name]
        _font(style, size, bold=True)
        _spacing(style, before=before, after=after, line=1.1)
        style.paragraph_format.keep_with_next = True
        for parent, tag in (
            (style.element.pPr, "w:pBdr"),
            (style.element.rPr, "w:spacing"),
            (style.element.rPr, "w:kern"),
        ):
            found = parent.find(qn(tag))
            if found is not None:
                parent.remove(found)


def _lists(document: Any) -> None:
    numbering = document.part.numbering_part.element
    for number, kind, text in (
        (_BULLET, "bullet", "•"),
        (_DECIMAL, "decimal", "%1."),
        (_PARENTHESES, "decimal", "(%1)"),
    ):
        numbering.insert(0, parse_xml(_abstract_numbering(number, kind, text)))
        num = parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        numbering.append(num)
    styles = document.styles
    paragraph = styles.add_style("List Paragraph Number", WD_STYLE_TYPE.PARAGRAPH)
    paragraph.base_style = styles["Normal"]
    for name, number in (("List Bullet", _BULLET), ("List Number", _DECIMAL), ("List Paragraph Number", _PARENTHESES)):
        properties = styles[name].element.get_or_add_pPr()
        for old in properties.findall(qn("w:numPr")) + properties.findall(qn("w:contextualSpacing")):
            properties.remove(old)
        properties.insert(0, parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'))
        _spacing(styles[name], before=0, after=4, line=1.15)


def _abstract_numbering(number: int, kind: str, text: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind if level == 0 else "bullet"}"/>'
        f'<w:lvlText w:val="{text if level == 0 else "–"}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{510 * (level + 1)}" w:hanging="510"/></w:pPr></w:lvl>'
        for level in range(3)
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _blocks(document: Any) -> None:
    head = _style(document, "Briefkopf", 15, bold=True, after=2)
    _border(head, "bottom", 8)
    info = _style(document, "Briefkopf Angabe", 9.5, after=0)
    info.paragraph_format.left_indent, info.paragraph_format.first_line_indent = Cm(11.4), Cm(-2.6)
    info.paragraph_format.tab_stops.add_tab_stop(Cm(11.4))
    office = _style(document, "Briefkopf Behörde", 10, after=4)
    office.paragraph_format.keep_with_next = True
    status = _style(document, "Vermerk", 11, bold=True, after=0)
    status.paragraph_format.keep_with_next = True
    note = _style(document, "Bearbeitungshinweis", 9.5, before=6, after=8)
    note.paragraph_format.left_indent = Cm(0.3)
    _border(note, "left", 18, "B58900")
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFF8E1"/>')
    note.element.get_or_add_pPr().insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc")
    party = _style(document, "Unterschrift", 11, before=14, after=0)
    party.paragraph_format.keep_with_next = True
    closing = _style(document, "Zeichnung", 11, before=14, after=4)
    closing.paragraph_format.keep_together = True
    line = _style(document, "Unterschrift Linie", 11, before=22, after=0)
    line.paragraph_format.keep_with_next = True
    for stop, leader in ((6.5, WD_TAB_LEADER.LINES), (7.5, WD_TAB_LEADER.SPACES), (16.5, WD_TAB_LEADER.LINES)):
        line.paragraph_format.tab_stops.add_tab_stop(Cm(stop), WD_TAB_ALIGNMENT.LEFT, leader)
    signer = _style(document, "Unterschrift Name", 9.5, after=4)
    signer.paragraph_format.left_indent, signer.paragraph_format.first_line_indent = Cm(7.5), Cm(-7.5)
    signer.paragraph_format.tab_stops.add_tab_stop(Cm(7.5))
    gap = document.styles.add_style("Fehlende Angabe", WD_STYLE_TYPE.CHARACTER)
    gap.font.bold = True
    gap.element.get_or_add_rPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFE66B"/>')
    )


def _tables(document: Any) -> None:
    cell = _style(document, "Tabellentext", 9.5, before=2, after=2)
    cell.paragraph_format.line_spacing = 1.0
    heading = _style(document, "Tabellenkopf", 9.5, bold=True, before=2, after=2)
    for style in (cell, heading):
        _hyphenation(style, on=True)
    heading.paragraph_format.keep_with_next = True
    style = document.styles.add_style("Haus Tabelle", WD_STYLE_TYPE.TABLE)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    style.element.append(
        parse_xml(
            f'<w:tblPr {nsdecls("w")}><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
            '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )
    style.element.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E8E8E8"/></w:tcPr></w:tblStylePr>'
        )
    )


def _header_and_footer(document: Any) -> None:
    section = document.sections[0]
    for name, size in (("Header", 8.5), ("Footer", 8.5)):
        _font(document.styles[name], size, colour=GREY)
        _spacing(document.styles[name], before=0, after=0, line=1.0)
        tabs = document.styles[name].element.pPr.find(qn("w:tabs"))
        if tabs is not None:
            document.styles[name].element.pPr.remove(tabs)
    first = section.first_page_header.paragraphs[0]
    first.text = "[[logo]]"
    for paragraph in (first, section.first_page_header.add_paragraph("[[anschrift]]", document.styles["Header"])):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    section.header.paragraphs[0].add_run("[[kopfzeile]]")
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("[[koerperschaft]]\tSeite ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" von ")
        _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, instruction: str) -> None:
    for kind in ("begin", None, "separate", "cached", "end"):
        run = paragraph.add_run("1" if kind == "cached" else "")
        if kind is None:
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {instruction} "
            run._r.append(text)
        elif kind != "cached":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _language(document: Any) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "de-DE")
        element.set(qn("w:eastAsia"), "de-DE")
    stop = document.settings.element.find(qn("w:defaultTabStop"))
    stop.addnext(parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>"))
    for tag, sign in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        document.settings.element.find(qn(tag)).set(qn("w:val"), sign)
    for element in document.settings.element.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), _WORD_2013)
    for element in document.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), "de-DE")
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for attribute in [name for name in fonts.attrib if name.lower().endswith("theme")]:
            del fonts.attrib[attribute]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)


def _drop_unused(document: Any) -> None:
    """Leave out what every draft would carry for nothing: table styles, effects of old versions, a thumbnail."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _NEEDLESS]:
            del rels[key]
    styles = document.styles.element
    used = {"Haus Tabelle", "Normal Table"}
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in used:
            styles.remove(style.element)


def _style(document: Any, name: str, size: float, *, bold: bool = False, before: float = 0, after: float = 6) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _font(style, size, bold=bold)
    _spacing(style, before=before, after=after, line=1.1)
    return style


def _hyphenation(style: Any, *, on: bool) -> None:
    """Words are parted at the end of a line in table cells only, where a long German word has no room."""
    switch = parse_xml(f'<w:suppressAutoHyphens {nsdecls("w")} w:val="{0 if on else 1}"/>')
    style.element.get_or_add_pPr().insert_element_before(
        switch, "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN",
        "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
        "w:outlineLvl", "w:rPr",
    )  # fmt: skip


def _font(style: Any, size: float, *, bold: bool = False, colour: str = "000000") -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour)


def _spacing(style: Any, *, before: float, after: float, line: float) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), line


def _border(style: Any, side: str, size: int, colour: str = "404040") -> None:
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="{size}" w:space="4" w:color="{colour}"/></w:pBdr>'
    )
    style.element.get_or_add_pPr().insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


if __name__ == "__main__":
    from kimdocs.drafting.catalogue import builtin_root

    target = Path(sys.argv[1]) if len(sys.argv) > 1 else builtin_root() / "house" / "hausvorlage.docx"
    target.write_bytes(build())
