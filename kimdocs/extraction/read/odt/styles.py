"""Styles of an OpenDocument text: which paragraphs are headings, what is hidden, how lists count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.extraction.read.odt.names import attribute, child, name
from kimdocs.extraction.read.odt.numbering import ListStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLE_NAMES = frozenset({"Title", "Titel"})
_MAX_CHAIN = 20
_OWN, _SHARED = "office:automatic-styles", "office:styles"


class Styles:
    """Styles of the content and of the document; the content's own ones go first."""

    def __init__(self, content: Any, shared: Any | None) -> None:
        """Take the roots of ``content.xml`` and ``styles.xml``."""
        self._styles: dict[str, dict[str, Any]] = {}
        self.lists: dict[str, ListStyle] = {}
        self.outline = ListStyle(None)
        for group in (child(content, _OWN), child(shared, _OWN), child(shared, _SHARED)):
            for element in () if group is None else group:
                self._take(element)

    def is_hidden(self, element: Any) -> bool:
        """Whether a paragraph or span is text that is not shown."""
        family = "text" if name(element) == "text:span" else "paragraph"
        for style in self._chain(attribute(element, "text:style-name"), family):
            shown = attribute(child(style, "style:text-properties"), "text:display")
            if shown is not None:
                return shown == "none"
        return False

    def is_title(self, paragraph: Any) -> bool:
        """Whether a paragraph has the style of a document's title."""
        chain = self._chain(attribute(paragraph, "text:style-name"), "paragraph")
        return any(attribute(style, "style:name") in _TITLE_NAMES for style in chain)

    def first_page_style(self, body: Any | None) -> str | None:
        """Name of the page style that the first paragraph sets, or None."""
        if body is None:
            return None
        first = next((e for e in body.iter() if name(e) in {"text:p", "text:h", "table:table"}), None)
        family = "table" if first is not None and name(first) == "table:table" else "paragraph"
        called = attribute(first, "table:style-name" if family == "table" else "text:style-name")
        found = (attribute(style, "style:master-page-name") for style in self._chain(called, family))
        return next((page for page in found if page), None)

    def _take(self, element: Any) -> None:
        kind, called = name(element), attribute(element, "style:name") or ""
        if kind == "style:style":
            family = self._styles.setdefault(attribute(element, "style:family") or "", {})
            family.setdefault(called, element)
        elif kind == "text:list-style":
            self.lists.setdefault(called, ListStyle(element))
        elif kind == "text:outline-style":
            self.outline = ListStyle(element)

    def _chain(self, called: str | None, family: str) -> Iterator[Any]:
        styles = self._styles.get(family, {})
        for _ in range(_MAX_CHAIN):
            if called is None or called not in styles:
                return
            yield styles[called]
            called = attribute(styles[called], "style:parent-style-name")
