"""The page of a Word document: on which side it lies, how wide its text is, what runs along on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TWIP = 635
_SHIPPED = 9354  # width of the text in the house style that is shipped
_ID, _INDENTS = qn("w:styleId"), ("w:left", "w:start")
_LEAST = 2400  # what an indent leaves of it for words


def text_width(document: Any, *, landscape: bool = False) -> int:
    """Width of the text in twentieths of a point; ``landscape`` first lays the page of the house style on its side."""
    section = document.sections[0]
    if landscape and section.page_width < section.page_height:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    width = int(section.page_width - section.left_margin - section.right_margin) // _TWIP
    for part in running(section):
        for stop in part._element.iter(qn("w:tab")):
            if stop.get(qn("w:val")) == "right" and (landscape or _twips(stop, "w:pos") > width):
                stop.set(qn("w:pos"), str(width))
    return width


def narrow(document: Any, names: Collection[str], width: int) -> None:
    """Draw indents and stops of some styles in, as far as the text is narrower than in the house style that is shipped.

    They stay as they are where they fit: somebody may have set them.
    """
    styles = [style for style in document.styles.element.iterchildren(qn("w:style")) if style.get(_ID) in names]
    places = [place for style in styles for place in _places(style)]
    if width < _SHIPPED and any(at > width - (_LEAST if name in _INDENTS else 0) for _, name, at in places):
        for item, name, at in places:
            item.set(qn(name), str(at * width // _SHIPPED))


def _places(style: Any) -> Iterator[tuple[Any, str, int]]:
    """Stops and indents of a style; a hanging indent goes with them only where it reaches the edge of the text."""
    for item in style.iter(qn("w:tab"), qn("w:ind")):
        left = max(_twips(item, name) for name in _INDENTS)
        for name in ("w:pos", *_INDENTS, "w:hanging"):
            at = _twips(item, name)
            if at and item.get(qn("w:val")) != "clear" and (name != "w:hanging" or at >= left):
                yield item, name, at


def _twips(item: Any, name: str) -> int:
    found = str(item.get(qn(name)) or "")
    return int(found) if found.lstrip("-").isdecimal() else 0


def running(section: Any) -> tuple[Any, ...]:
    """Headers and footers, of the first page and of all others."""
    return section.header, section.first_page_header, section.footer, section.first_page_footer
