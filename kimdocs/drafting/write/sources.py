"""Sources inside a Word document: comments for people, a custom XML part for programs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from kimdocs.drafting.trace import NAMESPACE

if TYPE_CHECKING:
    from kimdocs.drafting.trace import Trace

AUTHOR, INITIALS = "Quellennachweis", "QN"


class Comments:
    """Comments of one document."""

    def __init__(self, document: Any, date: dt.date | None) -> None:
        """Look the comments part up once."""
        self._part = document.part._comments_part.element
        self._date = dt.datetime.combine(date, dt.time()).isoformat() + "Z" if date else None
        self._next = 0

    def add(self, run: Any, text: str) -> None:
        """Comment one run."""
        number = str(self._next)
        self._next += 1
        comment = _element(
            "w:comment", id=number, author=AUTHOR, initials=INITIALS, **({"date": self._date} if self._date else {})
        )
        for line in text.split("\n"):
            paragraph = _element("w:p")
            inner = _element("w:r")
            words = _element("w:t")
            words.set(qn("xml:space"), "preserve")
            words.text = line
            inner.append(words)
            paragraph.append(inner)
            comment.append(paragraph)
        self._part.append(comment)
        run.addprevious(_element("w:commentRangeStart", id=number))
        reference = _element("w:r")
        reference.append(_element("w:commentReference", id=number))
        run.addnext(reference)
        run.addnext(_element("w:commentRangeEnd", id=number))


def embed(document: Any, trace: Trace, *, final: bool) -> None:
    """Put the machine-readable sources into the package; the final copy goes out without them."""
    if final:
        return
    root = etree.Element(f"{{{NAMESPACE}}}sources", nsmap={None: NAMESPACE})
    root.text = trace.to_json()
    package = document.part.package
    part = Part(
        PackURI("/customXml/kimdocs.xml"),
        "application/xml",
        etree.tostring(root, xml_declaration=True, encoding="UTF-8"),
        package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
