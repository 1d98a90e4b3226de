"""Element names of WordprocessingML without their namespace, and the few attributes that are asked for."""

from __future__ import annotations

from typing import Any

_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_PREFIXES = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
}
_FALSE = frozenset({"0", "false", "off", "none"})


def name(element: Any) -> str:
    """``p`` for w:p, ``mc:Choice``, ``m:t``, ``w14:checkbox``; ``?:local`` for other namespaces, empty for comments."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    namespace, _, local = tag[1:].rpartition("}") if tag[:1] == "{" else ("", "", tag)
    return str(local) if namespace in _WORD else f"{_PREFIXES.get(namespace, '?:')}{local}"


def child(element: Any | None, *path: str) -> Any | None:
    """The first child of that name, and in it the next, or None."""
    for step in path:
        if element is None:
            return None
        element = next((found for found in element if name(found) == step), None)
    return element


def attribute(element: Any | None, local: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    for key, value in element.items():
        if key.rpartition("}")[2] == local:
            return str(value)
    return None


def number(element: Any | None, local: str = "val") -> int | None:
    """An attribute as a whole number; None where it is missing or no number."""
    value = attribute(element, local)
    return int(value) if value is not None and value.lstrip("-").isdecimal() and len(value) < 10 else None


def is_on(element: Any | None) -> bool:
    """Whether a toggle is there and not switched off."""
    return element is not None and (attribute(element) or "1").lower() not in _FALSE
