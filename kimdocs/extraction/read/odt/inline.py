"""Text of one paragraph, as a reader sees it: fields by their result, deletions and hidden text out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.extraction.read.odt.controls import TICKED, UNTICKED
from kimdocs.extraction.read.odt.names import child, is_true, name, number
from kimdocs.extraction.read.symbols import composed, shown
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.read.odt.controls import Controls
    from kimdocs.extraction.read.odt.styles import Styles

_SKIPPED = frozenset(
    {"office:annotation", "text:tracked-changes", "text:placeholder", "text:script", "text:ruby-text", "office:forms"}
)
_WHITE = lazy(r"[ \t\r\n]+")
_BLOCKS = frozenset({"text:p", "text:h", "text:list", "table:table"})
_MAX_SPACES = 200
_HYPHENS = {0xAD: "", 0x2011: "-"}


class InlineReader:
    """Collects the text of paragraphs, and on the way the text boxes and notes that they hold."""

    def __init__(self, styles: Styles, controls: Controls) -> None:
        """No text boxes and no notes so far."""
        self.text_boxes: list[Any] = []
        self.notes: list[Any] = []
        self._styles = styles
        self._controls = controls
        self._parts: list[str] = []

    def text(self, paragraph: Any) -> str:
        """Text of a ``text:p`` or ``text:h``; line breaks in it are line feeds."""
        self._parts = []
        if not self._styles.is_hidden(paragraph):
            self._content(paragraph)
        return composed("".join(self._parts))

    def _content(self, element: Any) -> None:
        self._add(element.text)
        for inner in element:
            self._inline(inner)
            self._add(inner.tail)

    def _add(self, text: str | None) -> None:
        """Adds characters; white space counts once, as in HTML, and none at the beginning of a paragraph."""
        if not text:
            return
        text = shown(_WHITE.sub(" ", text).translate(_HYPHENS))
        if text[:1] == " " and (not self._parts or self._parts[-1][-1:] == " "):
            text = text[1:]
        if text:
            self._parts.append(text)

    def _inline(self, element: Any) -> None:
        kind = name(element)
        if kind in _SKIPPED or not kind:
            return
        if kind == "text:s":
            self._parts.append(" " * min(number(element, "text:c") or 1, _MAX_SPACES))
        elif kind in {"text:tab", "text:line-break"}:
            self._parts.append("\t" if kind == "text:tab" else "\n")
        elif kind == "text:note":
            self._note(element)
        elif kind == "field:fieldmark":
            self._parts.append(self._controls.of_field(element))
        elif is_true(element, "loext:checkbox"):
            self._parts.append(TICKED if is_true(element, "loext:checked") else UNTICKED)
        elif kind == "draw:control":
            self._parts.append(self._controls.of_shape(element))
        elif kind.startswith("draw:") and kind != "draw:a":
            self._shape(element)
        elif not self._is_hidden(element, kind):
            self._content(element)

    def _is_hidden(self, element: Any, kind: str) -> bool:
        if kind == "text:span":
            return self._styles.is_hidden(element)
        if kind == "loext:content-control":
            return is_true(element, "loext:showing-place-holder")
        return kind in {"text:hidden-text", "text:hidden-paragraph"} and is_true(element, "text:is-hidden")

    def _note(self, element: Any) -> None:
        body = child(element, "text:note-body")
        if body is not None:
            self.notes.append(body)
            self._parts.append(f"[{len(self.notes)}]")

    def _shape(self, element: Any) -> None:
        """Text of a frame or drawing follows the paragraph that it is tied to."""
        if any(name(inner) in _BLOCKS for inner in element):
            self.text_boxes.append(element)
            return
        for inner in element:
            if name(inner).startswith("draw:"):
                if name(inner) == "draw:control":
                    self._inline(inner)
                else:
                    self._shape(inner)

    def shape(self, element: Any) -> None:
        """Takes a drawing that is tied to a page and stands beside the paragraphs."""
        self._parts = []
        self._inline(element)
