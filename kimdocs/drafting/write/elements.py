"""Small pieces of Word's XML that python-docx has no words for."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

_NAMESPACES = {"w": nsmap["w"]}
_LAYOUT = ("w:pStyle", "w:keepNext", "w:numPr", "w:spacing", "w:ind", "w:jc")


def new(tag: str, **attributes: str) -> Any:
    """An element with attributes in Word's namespace."""
    element = oxml_parser.makeelement(_name(tag), nsmap=_NAMESPACES)
    for name, value in attributes.items():
        element.set(_name(f"w:{name}"), value)
    return element


@cache
def _name(tag: str) -> str:
    return str(qn(tag))


def child(parent: Any, tag: str, **attributes: str) -> Any:
    """A new element at the end of another."""
    element = new(tag, **attributes)
    parent.append(element)
    return element


def layout(paragraph: Any, tag: str, **attributes: str) -> Any:
    """A new property of a paragraph, at the place in the order that Word's schema asks for."""
    element = new(tag, **attributes)
    paragraph.pPr.insert_element_before(element, *_LAYOUT[_LAYOUT.index(tag) + 1 :])
    return element


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
                element.set(_name("xml:space"), "preserve")
                element.text = piece


def keep_with_next(paragraph: Any) -> None:
    """Let no page break come after a paragraph."""
    if paragraph.pPr.find(qn("w:keepNext")) is None:
        layout(paragraph, "w:keepNext")
