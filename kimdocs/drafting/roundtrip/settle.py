"""Tracked changes settled, and what wraps text taken away, so that only paragraphs, tables and runs are left."""

from __future__ import annotations

from typing import Any, Literal

from kimdocs.drafting.roundtrip.package import WORD

_MARKED = {"new": ("ins", "moveTo"), "old": ("del", "moveFrom")}
_WRAPPERS = {"sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "bdo", "dir"}
_NOISE = {
    "proofErr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "permStart", "permEnd", "lastRenderedPageBreak",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rsid",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
}  # fmt: skip
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HISTORY = {"pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange"}


def settle(body: Any, keep: Literal["new", "old"] = "new") -> None:
    """Accept (``new``) or reject (``old``) every tracked change below a body, in place, and unwrap the rest.

    Content controls, smart tags and hyperlinks give way to the text inside them.
    """
    kept = {f"{WORD}{name}" for name in _MARKED[keep]}
    dropped = {f"{WORD}{name}" for name in _MARKED["old" if keep == "new" else "new"]}
    _formatting(body, keep)
    _rows(body, dropped)
    merging = _marks(body, kept, dropped)
    for element in [item for item in body.iter() if isinstance(item.tag, str)]:
        name = element.tag.removeprefix(WORD)
        if element.getparent() is None:
            continue
        if element.tag in dropped or name in _NOISE or name == _FALLBACK:
            if element.tag in dropped:
                _keep_bookmarks(element)
            _remove(element)
        elif element.tag in kept or name in _WRAPPERS:
            unwrap(element)
    if keep == "old":
        _undelete(body)
    for paragraph in merging:
        _merge(paragraph)


def _keep_bookmarks(element: Any) -> None:
    """Put the bookmarks of a text that goes into its place: LibreOffice begins them inside a tracked deletion."""
    for mark in list(element.iter(f"{WORD}bookmarkStart", f"{WORD}bookmarkEnd")):
        element.addprevious(mark)


def unwrap(element: Any) -> None:
    """Put the children of an element in its place."""
    for inner in list(element):
        element.addprevious(inner)
    _remove(element)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _formatting(body: Any, keep: str) -> None:
    """Changes of formatting: the present one stays, or the one before comes back."""
    for element in [item for item in body.iter() if _name(item) in _HISTORY]:
        properties = element.getparent()
        if keep == "old" and _name(element) in {"pPrChange", "rPrChange"} and len(element):
            marks = [item for item in properties if _name(item) == "rPr"] if _name(element) == "pPrChange" else []
            properties[:] = [*element[0], *marks]
        else:
            properties.remove(element)


def _rows(body: Any, dropped: set[str]) -> None:
    for row in list(body.iter(f"{WORD}tr")):
        properties = row.find(f"{WORD}trPr")
        for mark in [item for item in properties if _name(item) in {"ins", "del"}] if properties is not None else []:
            if mark.tag in dropped:
                _remove(row)
            properties.remove(mark)
    for table in [item for item in body.iter(f"{WORD}tbl") if item.find(f".//{WORD}tr") is None]:
        _remove(table)


def _marks(body: Any, kept: set[str], dropped: set[str]) -> list[Any]:
    """Take the marks off paragraph ends; those paragraphs whose end is gone run on into the next one."""
    merging: list[Any] = []
    for paragraph in body.iter(f"{WORD}p"):
        look = paragraph.find(f"{WORD}pPr/{WORD}rPr")
        for mark in [item for item in look if item.tag in kept | dropped] if look is not None else []:
            look.remove(mark)
            if mark.tag in dropped and paragraph not in merging[-1:]:
                merging.append(paragraph)
    return merging


def _merge(paragraph: Any) -> None:
    following = paragraph.getnext()
    content = [item for item in paragraph if _name(item) != "pPr"]
    if following is None or _name(following) != "p":
        if not any(_name(item) == "r" for item in content) and not _only_one(paragraph):
            _remove(paragraph)
        return
    at = 1 if len(following) and _name(following[0]) == "pPr" else 0
    following[at:at] = content
    _remove(paragraph)


def _only_one(paragraph: Any) -> bool:
    """A cell needs its one paragraph."""
    return _name(paragraph.getparent()) == "tc" and len(paragraph.getparent().findall(f"{WORD}p")) == 1


def _undelete(body: Any) -> None:
    for element in body.iter(f"{WORD}delText", f"{WORD}delInstrText"):
        element.tag = element.tag.replace("delText", "t").replace("delInstrText", "instrText")


def _name(element: Any) -> str:
    return str(element.tag).removeprefix(WORD)
