"""Small pieces of Word's XML that python-docx has no words for."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml import etree

_NAMESPACES = {"w": nsmap["w"]}
_LAYOUT = ("w:pStyle", "w:keepNext", "w:numPr", "w:spacing", "w:ind", "w:jc")
PARAGRAPH, TABLE, ROW = qn("w:p"), qn("w:tbl"), qn("w:tr")
_KEEP, _SPACE = qn("w:keepNext"), qn("xml:space")


def new(tag: str, **attributes: str) -> Any:
    """An element with attributes in Word's namespace."""
    return oxml_parser.makeelement(_name(tag), _named(attributes), _NAMESPACES)


def child(parent: Any, tag: str, **attributes: str) -> Any:
    """A new element at the end of another."""
    return etree.SubElement(parent, _name(tag), _named(attributes) if attributes else None)


def _named(attributes: dict[str, str]) -> dict[str, str]:
    return {_name(f"w:{name}"): value for name, value in attributes.items()}


@cache
def _name(tag: str) -> str:
    return str(qn(tag))


def layout(paragraph: Any, tag: str, **attributes: str) -> Any:
    """A new property of a paragraph, at the place in the order that Word's schema asks for."""
    properties = paragraph[0]
    later = _later(tag)
    before = next((at for at, found in enumerate(properties) if found.tag in later), None)
    element = child(properties, tag, **attributes)
    if before is not None:
        properties.insert(before, element)
    return element


@cache
def _later(tag: str) -> frozenset[str]:
    return frozenset(_name(name) for name in _LAYOUT[_LAYOUT.index(tag) + 1 :])


def text(run: Any, words: str) -> None:
    """Words into a run; tabs and line breaks become Word's own."""
    for row, line in enumerate(words.split("\n")):
        if row:
            child(run, "w:br")
        for column, piece in enumerate(line.split("\t")):
            if column:
                child(run, "w:tab")
            if piece:
                element = child(run, "w:t")
                element.set(_SPACE, "preserve")
                element.text = piece


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field that Word works out, with what it shows until then."""
    child(child(paragraph, "w:r"), "w:fldChar", fldCharType="begin")
    code = child(child(paragraph, "w:r"), "w:instrText")
    code.set(_SPACE, "preserve")
    code.text = f" {instruction} "
    child(child(paragraph, "w:r"), "w:fldChar", fldCharType="separate")
    text(child(paragraph, "w:r"), shown)
    child(child(paragraph, "w:r"), "w:fldChar", fldCharType="end")


def keep_with_next(paragraph: Any) -> None:
    """Let no page break come after a paragraph."""
    if next(paragraph[0].iterchildren(_KEEP), None) is None:
        layout(paragraph, "w:keepNext")
