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
from kimdocs.drafting.write.elements import child, text

if TYPE_CHECKING:
    from kimdocs.drafting.trace import Trace

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = "{4B1D0C52-6E0B-4E5B-9C2C-6B696D646F63}"
AUTHOR, INITIALS = "Quellennachweis", "QN"


class Comments:
    """Comments of one document."""

    def __init__(self, root: Any, date: dt.date | None) -> None:
        """Write into the root of the comments part; all comments have the paper's date."""
        self._root = root
        self._date = {"date": dt.datetime.combine(date, dt.time()).isoformat() + "Z"} if date else {}
        self._next = 0

    def open(self, paragraph: Any, words: str) -> str:
        """Begin a comment on what is written into the paragraph next; its number is returned."""
        number = str(self._next)
        self._next += 1
        comment = child(self._root, "w:comment", id=number, author=AUTHOR, initials=INITIALS, **self._date)
        for line in words.split("\n"):
            text(child(child(comment, "w:p"), "w:r"), line)
        child(paragraph, "w:commentRangeStart", id=number)
        return number

    def close(self, paragraph: Any, number: str) -> None:
        """End the comment with this number."""
        child(paragraph, "w:commentRangeEnd", id=number)
        child(child(paragraph, "w:r"), "w:commentReference", id=number)


def embed(part: Any) -> str:
    """Make room in a document's package for its machine-readable sources; the name of their part is returned.

    Name and properties are those that Word and LibreOffice keep when somebody saves the document.
    """
    package = part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", b"", package)
    part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    properties.set(f"{{{_STORE}}}itemID", _ITEM)
    references = etree.SubElement(properties, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    about = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES, _bytes(properties), package)
    item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    return str(item.partname)


def twin(trace: Trace) -> bytes:
    """The machine-readable sources as the part that ``embed`` made room for."""
    root = etree.Element(f"{{{NAMESPACE}}}sources", nsmap={None: NAMESPACE})
    root.text = json.dumps(trace.to_dict(), ensure_ascii=False)
    return _bytes(root)


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
