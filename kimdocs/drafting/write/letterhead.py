"""The town's own look on the Word file of its house style: logo and address in place of their marks, font, colour."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor

if TYPE_CHECKING:
    from kimdocs.drafting.house import House

LOGO, ADDRESS = "[[logo]]", "[[anschrift]]"
HEIGHT, WIDTH = Cm(1.8), Cm(7)
_COLOURED = ("title", "h1", "h2", "h3", "letterhead")
_SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")


def dress(document: Any, styles: dict[str, str], house: House) -> None:
    """Put the town's look on a document whose style ids are known."""
    section = document.sections[0]
    for part in (section.first_page_header, section.header):
        for paragraph in list(part.paragraphs):
            if LOGO in paragraph.text or ADDRESS in paragraph.text:
                _fill(paragraph, part, house)
    if house.font:
        for fonts in document.styles.element.iter(qn("w:rFonts")):
            for script in _SCRIPTS:
                fonts.set(qn(f"w:{script}"), house.font)
    if house.colour:
        used = {styles[key] for key in _COLOURED}
        for style in [style for style in document.styles if style.style_id in used]:
            style.font.color.rgb = RGBColor.from_string(house.colour.removeprefix("#").upper())
            for side in style.element.iterfind(f"{qn('w:pPr')}/{qn('w:pBdr')}/*"):
                side.set(qn("w:color"), house.colour.removeprefix("#").upper())


def unmarked(document: Any, house: House) -> tuple[str, ...]:
    """Marks that a Word file lacks for what the house says; none where its first page has a letterhead of its own."""
    header = document.sections[0].first_page_header
    own = any(paragraph.text.strip() for paragraph in header.paragraphs)
    if own or header._element.find(f".//{qn('w:drawing')}") is not None:
        return ()
    wanted = {LOGO: house.logo is not None, ADDRESS: bool(house.address)}
    return tuple(mark for mark, said in wanted.items() if said)


def _fill(paragraph: Any, part: Any, house: House) -> None:
    """The paragraph with logo and address in place of their marks; without any it is taken out."""
    picture = LOGO in paragraph.text
    words = paragraph.text.replace(LOGO, "").replace(ADDRESS, house.address_line).strip()
    paragraph.text = words
    if picture and house.logo is not None:
        _picture(paragraph.add_run(), house)
    elif not words and len(part.paragraphs) > 1:
        paragraph._p.getparent().remove(paragraph._p)


def _picture(run: Any, house: House) -> None:
    if house.logo is None:
        return
    shape = run.add_picture(BytesIO(house.logo.content), height=HEIGHT)
    if shape.width > WIDTH:
        shape.width, shape.height = WIDTH, int(shape.height * WIDTH / shape.width)
    about = shape._inline.docPr
    about.set("descr", house.logo.text)
    about.set("name", "Logo")
