"""Text of one paragraph, as a reader sees it: fields by their result, insertions in, deletions out."""

from __future__ import annotations

from typing import Any

from kimdocs.extraction.read.docx.names import attribute, child, is_on, name, number
from kimdocs.extraction.read.symbols import shown

_SKIPPED = frozenset(
    {
        "pPr", "rPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "rubyPr",
        "softHyphen", "annotationRef", "commentReference", "proofErr", "bookmarkStart", "bookmarkEnd", "object",
    }
)  # fmt: skip
_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TICKED, _UNTICKED = "☒", "☐"


class Fields:
    """Which part of a complex field is being read; fields may nest and run over several paragraphs."""

    def __init__(self) -> None:
        """Outside any field."""
        self._in_result: list[bool] = []

    @property
    def hides(self) -> bool:
        """Whether text here is an instruction that nobody sees."""
        return not all(self._in_result)

    def mark(self, kind: str | None) -> None:
        """Take note of a field's begin, separator or end."""
        if kind == "begin":
            self._in_result.append(False)
        elif kind == "separate" and self._in_result:
            self._in_result[-1] = True
        elif kind == "end" and self._in_result:
            self._in_result.pop()


class RunReader:
    """Collects the text of paragraphs, and on the way the text boxes and notes that they hold."""

    def __init__(self) -> None:
        """No text boxes and no notes so far."""
        self.text_boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []
        self._fields = Fields()
        self._parts: list[str] = []

    def text(self, paragraph: Any) -> str:
        """Text of a w:p element; line breaks in it are line feeds."""
        self._parts = []
        for element in paragraph:
            self._inline(element)
        return "".join(self._parts)

    def _inline(self, element: Any) -> None:
        kind = name(element)
        if kind in _SKIPPED or not kind:
            return
        if kind in {"t", "m:t"}:
            self._add(shown(element.text or ""))
        elif kind in _FIXED:
            self._add(_FIXED[kind])
        elif kind == "r":
            if not is_on(child(element, "rPr", "vanish")):
                self._children(element)
        elif kind in _SPECIAL:
            _SPECIAL[kind](self, element)
        else:
            self._children(element)

    def _add(self, text: str) -> None:
        if not self._fields.hides:
            self._parts.append(text)

    def _children(self, element: Any) -> None:
        for inner in element:
            self._inline(inner)

    def _field(self, element: Any) -> None:
        kind = attribute(element, "fldCharType")
        form = child(element, "ffData")
        if kind == "begin" and form is not None:
            self._form_field(form)
        self._fields.mark(kind)

    def _form_field(self, form: Any) -> None:
        box = child(form, "checkBox")
        if box is not None:
            state = child(box, "checked")
            self._add(_TICKED if is_on(child(box, "default") if state is None else state) else _UNTICKED)
        choices = child(form, "ddList")
        if choices is not None:
            entries = [attribute(entry) or "" for entry in choices if name(entry) == "listEntry"]
            chosen = number(child(choices, "result")) or 0
            self._add(entries[chosen] if 0 <= chosen < len(entries) else "")

    def _control(self, element: Any) -> None:
        properties = child(element, "sdtPr")
        box = child(properties, "w14:checkbox")
        if box is not None:
            self._add(_TICKED if is_on(child(box, "w14:checked")) else _UNTICKED)
        elif not is_on(child(properties, "showingPlcHdr")):
            self._children(element)

    def _symbol(self, element: Any) -> None:
        code = (attribute(element, "char") or "").lower()
        self._add(shown(chr(int(code, 16))) if _is_character(code) else "")

    def _note(self, element: Any) -> None:
        kind = name(element).removesuffix("Reference")
        note_id = attribute(element, "id")
        if note_id is not None and not self._fields.hides:
            self.notes.append((kind, note_id))
            self._add(f"[{len(self.notes)}]")

    def _alternative(self, element: Any) -> None:
        """Of two ways to draw the same thing, the first."""
        chosen = child(element, "mc:Choice")
        chosen = child(element, "mc:Fallback") if chosen is None else chosen
        if chosen is not None:
            self._children(chosen)

    def _drawing(self, element: Any) -> None:
        self.text_boxes += [
            inner for inner in element.iter() if name(inner) == "txbxContent" and _is_shown(inner, element)
        ]


_SPECIAL = {
    "fldChar": RunReader._field,
    "sdt": RunReader._control,
    "sym": RunReader._symbol,
    "footnoteReference": RunReader._note,
    "endnoteReference": RunReader._note,
    "mc:AlternateContent": RunReader._alternative,
    "drawing": RunReader._drawing,
    "pict": RunReader._drawing,
}


def _is_character(code: str) -> bool:
    """Whether a hexadecimal code is a character."""
    if not code or len(code) > 4 or any(digit not in "0123456789abcdef" for digit in code):
        return False
    return 0x20 <= int(code, 16) < 0xD800 or int(code, 16) >= 0xE000


def _is_shown(box: Any, drawing: Any) -> bool:
    """Whether a text box is none that stands in another one, nor the second way to draw the first."""
    for ancestor in box.iterancestors():
        if ancestor is drawing:
            return True
        if name(ancestor) in {"txbxContent", "mc:Fallback"}:
            return False
    return True
