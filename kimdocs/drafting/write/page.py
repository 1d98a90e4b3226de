"""The page of a Word document: on which side it lies, how wide its text is, what runs along on it."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

_TWIP = 635


def text_width(document: Any, *, landscape: bool = False) -> int:
    """Width of the text in twentieths of a point; ``landscape`` first lays the page of the house style on its side."""
    section = document.sections[0]
    if landscape and section.page_width < section.page_height:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    width = int(section.page_width - section.left_margin - section.right_margin) // _TWIP
    if landscape:
        for part in running(section):
            for stop in part._element.iter(qn("w:tab")):
                if stop.get(qn("w:val")) == "right":
                    stop.set(qn("w:pos"), str(width))
    return width


def running(section: Any) -> tuple[Any, ...]:
    """Headers and footers, of the first page and of all others."""
    return section.header, section.first_page_header, section.footer, section.first_page_footer
