"""Form controls of an OpenDocument text: what is ticked, chosen or filled in."""

from __future__ import annotations

from typing import Any

from kimdocs.extraction.read.odt.names import attribute, children, is_true, name

TICKED, UNTICKED = "☒", "☐"
_VALUES = ("form:current-value", "form:value", "form:label")


class Controls:
    """The controls of a document by their id; drawings in the text say where each one stands."""

    def __init__(self, body: Any | None) -> None:
        """Collect the controls of a body."""
        self._shown: dict[str, str] = {}
        for element in () if body is None else body.iter():
            kind = name(element)
            key = attribute(element, "xml:id") or attribute(element, "form:id") if kind[:5] == "form:" else None
            if key:
                self._shown[key] = _shown(kind, element)

    def of_shape(self, shape: Any) -> str:
        """What the control that a drawing stands for shows."""
        return self._shown.get(attribute(shape, "draw:control") or "", "")

    def of_field(self, field: Any) -> str:
        """What a form field of a document that came from Word shows."""
        kind = (attribute(field, "field:type") or "").rpartition(".")[2]
        params = [(attribute(p, "field:name"), attribute(p, "field:value")) for p in children(field, "field:param")]
        if kind == "FORMCHECKBOX":
            return TICKED if ("Checkbox_Checked", "true") in params else UNTICKED
        if kind == "FORMDROPDOWN":
            entries = [value or "" for called, value in params if called == "Dropdown_ListEntry"]
            chosen = next((value or "" for called, value in params if called == "Dropdown_Selected"), "0")
            index = int(chosen) if chosen.isdecimal() and len(chosen) < 5 else 0
            return entries[index] if index < len(entries) else ""
        return ""


def _shown(kind: str, element: Any) -> str:
    if kind in {"form:checkbox", "form:radio"}:
        state = "form:current-state" if kind == "form:checkbox" else "form:current-selected"
        told = attribute(element, state) or attribute(element, state.replace("current-", ""))
        label = attribute(element, "form:label") or ""
        return f"{TICKED if told in {'checked', 'true'} else UNTICKED} {label}".strip()
    if kind == "form:listbox":
        chosen = [o for o in children(element, "form:option") if is_true(o, "form:current-selected")]
        return ", ".join(attribute(option, "form:label") or "" for option in chosen)
    if kind in {"form:text", "form:textarea", "form:combobox", "form:formatted-text", "form:date", "form:fixed-text"}:
        return next((value for value in (attribute(element, called) for called in _VALUES) if value), "")
    return ""
