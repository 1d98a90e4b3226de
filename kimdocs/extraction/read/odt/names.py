"""Element and attribute names of OpenDocument with their usual prefixes, whatever prefixes a file declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    **{prefix: f"{_OASIS}:{prefix}:1.0" for prefix in ("office", "style", "text", "table", "form", "manifest")},
    "draw": f"{_OASIS}:drawing:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}


def name(element: Any) -> str:
    """``text:p``, ``table:table``; ``?:local`` for other namespaces, empty for comments and the like."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, local = tag[1:].rpartition("}") if tag[:1] == "{" else ("", "", tag)
    return f"{_PREFIXES.get(space, '?')}:{local}"


def attribute(element: Any | None, called: str) -> str | None:
    """An attribute by its prefixed name, ``text:style-name``."""
    if element is None:
        return None
    prefix, _, local = called.partition(":")
    value = element.get(f"{{{_SPACES[prefix]}}}{local}")
    return None if value is None else str(value)


def number(element: Any | None, called: str) -> int | None:
    """An attribute as a whole number from 0; None where it is missing or no such number."""
    value = attribute(element, called)
    return int(value) if value is not None and value.isdecimal() and len(value) < 10 else None


def is_true(element: Any | None, called: str) -> bool:
    """Whether an attribute is ``true``."""
    return attribute(element, called) == "true"


def children(element: Any | None, *called: str) -> Iterator[Any]:
    """The children of these names."""
    return (found for found in (() if element is None else element) if name(found) in called)


def child(element: Any | None, *path: str) -> Any | None:
    """The first child of that name, and in it the next, or None."""
    for step in path:
        element = next(children(element, step), None)
    return element
