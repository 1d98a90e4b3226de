"""Sources inside a Word document: comments for people, a custom XML part for programs."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from kimdocs.drafting.trace import NAMESPACE
from kimdocs.drafting.write.elements import child, new, text

if TYPE_CHECKING:
    from kimdocs.drafting.trace import Trace

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = "{4B1D0C52-6E0B-4E5B-9C2C-6B696D646F63}"
AUTHOR, INITIALS = "Quellennachweis", "QN"


class Comments:
    """Comments of one document."""

    def __init__(self, document: Any, date: dt.date | None) -> None:
        """Look the comments part up once."""
        self._part = document.part._comments_part.element
        self._date = dt.datetime.combine(date, dt.time()).isoformat() + "Z" if date else None
        self._next = 0

    def add(self, run: Any, words: str) -> None:
        """Comment one run."""
        number = str(self._next)
        self._next += 1
        comment = new(
            "w:comment", id=number, author=AUTHOR, initials=INITIALS, **({"date": self._date} if self._date else {})
        )
        for line in words.split("\n"):
            text(child(child(comment, "w:p"), "w:r"), line)
        self._part.append(comment)
        run.addprevious(new("w:commentRangeStart", id=number))
        reference = new("w:r")
        child(reference, "w:commentReference", id=number)
        run.addnext(reference)
        run.addnext(new("w:commentRangeEnd", id=number))


def embed(document: Any, trace: Trace, *, final: bool) -> None:
    """Put the machine-readable sources into the package; the final copy goes out without them.

    Name and properties are those that Word and LibreOffice keep when somebody saves the document.
    """
    if final:
        return
    root = etree.Element(f"{{{NAMESPACE}}}sources", nsmap={None: NAMESPACE})
    root.text = json.dumps(trace.to_dict(), ensure_ascii=False)
    package = document.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", _bytes(root), package)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    properties.set(f"{{{_STORE}}}itemID", _ITEM)
    references = etree.SubElement(properties, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    about = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES, _bytes(properties), package)
    item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
