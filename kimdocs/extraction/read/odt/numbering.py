"""Automatic numbers of list items and headings, as LibreOffice shows them: "1.", "2.1", "a)"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.extraction.read.counters import letters, roman
from kimdocs.extraction.read.odt.names import attribute, is_true, name, number
from kimdocs.extraction.read.symbols import shown
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

_PLACE = lazy(r"%(\d{1,2})%")
_MAX_LEVELS = 10
_MAX_LEVEL_TEXT = 100


class ListStyle:
    """How the levels of one list, or of the headings, count; levels begin with 1."""

    def __init__(self, element: Any | None) -> None:
        """Read a ``text:list-style`` or ``text:outline-style``; without one no level has a number."""
        self._levels: dict[int, Any] = {}
        for level in () if element is None else element:
            depth = number(level, "text:level")
            if depth is not None and 1 <= depth <= _MAX_LEVELS:
                self._levels.setdefault(depth, level)

    def next(self, counts: dict[int, int], depth: int, start: int | None = None) -> str:
        """Number of the next item on a level, counted in ``counts``; ``start`` where the item sets its own."""
        first = number(self._levels.get(depth), "text:start-value")
        fallback = counts[depth] + 1 if depth in counts else 1 if first is None else first
        counts[depth] = fallback if start is None else start
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return self._shown(counts, depth)

    def _shown(self, counts: dict[int, int], depth: int) -> str:
        own = self._levels.get(depth)
        if own is None:
            return ""
        if name(own) == "text:list-level-style-bullet":
            return shown((attribute(own, "text:bullet-char") or "")[:1]) or "•"
        if name(own) == "text:list-level-style-image":
            return "•"
        if not attribute(own, "style:num-format"):
            return ""
        pattern = (attribute(own, "loext:num-list-format") or self._pattern(own, depth))[:_MAX_LEVEL_TEXT]

        def place(match: re.Match[str]) -> str:
            level = self._levels.get(int(match[1]))
            return "" if level is None else _formatted(counts.get(int(match[1]), 1), level)

        return _PLACE.sub(place, pattern).strip()

    def _pattern(self, own: Any, depth: int) -> str:
        """Places of the levels that are shown, with a full stop between them, as ``%1%.%2%``."""
        shown = min(number(own, "text:display-levels") or 1, depth)
        levels = [level for level in range(depth - shown + 1, depth + 1) if self._counts(level)]
        places = ".".join(f"%{level}%" for level in levels)
        return f"{attribute(own, 'style:num-prefix') or ''}{places}{attribute(own, 'style:num-suffix') or ''}"

    def _counts(self, level: int) -> bool:
        return bool(attribute(self._levels.get(level), "style:num-format"))


def _formatted(count: int, level: Any) -> str:
    form = attribute(level, "style:num-format") or ""
    if form in {"a", "A"}:
        shown = letters(count) if is_true(level, "style:num-letter-sync") or count <= 26 else _spreadsheet(count)
        return shown if form == "a" else shown.upper()
    if form in {"i", "I"}:
        return roman(count) if form == "i" else roman(count).upper()
    return f"{count:02d}" if form.startswith("01") else str(count)


def _spreadsheet(count: int) -> str:
    """Letters as columns of a spreadsheet are counted: z, aa, ab."""
    shown = ""
    while count > 0:
        count, rest = divmod(count - 1, 26)
        shown = chr(ord("a") + rest) + shown
    return shown
