"""Paragraph styles: which are headings, which are numbered."""

from __future__ import annotations

import re
from typing import Any

from kimdocs.extraction.read.docx.names import attribute, child, name, number
from kimdocs.lexicon.lazy import lazy

_HEADING_NAME = lazy(r"(?:heading|überschrift)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel"})
_MAX_CHAIN = 20


class Styles:
    """Outline level and numbering of paragraphs, by their own settings and by the chain of their styles."""

    def __init__(self, root: Any | None) -> None:
        """Read the styles part; without one every paragraph is plain."""
        self._styles: dict[str, Any] = {}
        self._default: str | None = None
        for element in () if root is None else root:
            style_id = attribute(element, "styleId")
            if name(element) == "style" and style_id and attribute(element, "type") in {None, "paragraph"}:
                self._styles.setdefault(style_id, element)
                if attribute(element, "default") in {"1", "true", "on"}:
                    self._default = style_id

    def heading_level(self, properties: Any | None) -> int:
        """Level of the heading (1 the highest) that a paragraph with these properties is, or 0."""
        own = number(child(properties, "outlineLvl"))
        if own is not None:
            return own + 1 if 0 <= own < 9 else 0
        for style in self._chain(properties):
            level = number(child(style, "pPr", "outlineLvl"))
            if level is not None:
                return level + 1 if 0 <= level < 9 else 0
            called = (attribute(child(style, "name")) or "").strip()
            if match := _HEADING_NAME.fullmatch(called):
                return int(match[1])
            if called.lower() in _TITLE_NAMES:
                return 1
        return 0

    def numbering(self, properties: Any | None) -> tuple[int, int] | None:
        """Number list and level (from 0) of a paragraph, or None where it is not numbered."""
        found: int | None = None
        level: int | None = None
        for source in (properties, *(child(style, "pPr") for style in self._chain(properties))):
            settings = child(source, "numPr")
            if settings is None:
                continue
            level = number(child(settings, "ilvl")) if level is None else level
            found = number(child(settings, "numId"))
            if found is not None:
                break
        return None if not found else (found, level or 0)

    def _chain(self, properties: Any | None) -> list[Any]:
        style_id = attribute(child(properties, "pStyle")) or self._default
        chain: list[Any] = []
        while style_id in self._styles and len(chain) < _MAX_CHAIN:
            style = self._styles[style_id]
            chain.append(style)
            style_id = attribute(child(style, "basedOn"))
        return chain
