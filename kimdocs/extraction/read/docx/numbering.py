"""Automatic numbers of paragraphs, as Word shows them: "1.", "a)", "§ 3"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.extraction.read.counters import letters, roman
from kimdocs.extraction.read.docx.names import attribute, child, is_on, name, number
from kimdocs.extraction.read.symbols import shown
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

_PLACE = lazy(r"%([1-9])")
_BULLETS = {"o": "◦", "": "•"}
_MAX_LEVELS = 9
_MAX_LEVEL_TEXT = 100


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts; ``text`` holds ``%1`` for the number of the first level."""

    start: int
    form: str
    text: str
    is_legal: bool
    restarts: bool


class Numbering:
    """Counts the numbered paragraphs of a document, in their order."""

    def __init__(self, root: Any | None) -> None:
        """Read the numbering part; without one no paragraph has a number."""
        elements = [] if root is None else list(root)
        self._abstract = {number(e, "abstractNumId"): e for e in elements if name(e) == "abstractNum"}
        self._lists = {number(e, "numId"): e for e in elements if name(e) == "num"}
        self._links = {
            attribute(child(e, "styleLink")): e for e in self._abstract.values() if child(e, "styleLink") is not None
        }
        self._levels: dict[int, dict[int, _Level]] = {}
        self._counts: dict[int, dict[int, int]] = {}
        self._started: set[int] = set()

    def next(self, list_id: int, level: int) -> str:
        """Number of the next paragraph on this level of this list; empty where the list is unknown or shows none."""
        settings = self._lists.get(list_id)
        if settings is None or not 0 <= level < _MAX_LEVELS:
            return ""
        levels = self._levels_of(list_id, settings)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(number(child(settings, "abstractNumId")) or 0, {})
        self._restart(list_id, settings, counts)
        counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for deeper in [key for key in counts if key > level and (key not in levels or levels[key].restarts)]:
            del counts[deeper]
        return _shown(levels, counts, level)

    def _restart(self, list_id: int, settings: Any, counts: dict[int, int]) -> None:
        if list_id in self._started:
            return
        self._started.add(list_id)
        for override in settings:
            start = number(child(override, "startOverride"))
            level = number(override, "ilvl")
            if name(override) == "lvlOverride" and start is not None and level is not None:
                counts[level] = start - 1

    def _levels_of(self, list_id: int, settings: Any) -> dict[int, _Level]:
        if list_id not in self._levels:
            base = self._abstract.get(number(child(settings, "abstractNumId")))
            linked = attribute(child(base, "numStyleLink"))
            if linked is not None:
                base = self._links.get(linked, base)
            own = [child(override, "lvl") for override in settings if name(override) == "lvlOverride"]
            elements = [*([] if base is None else base), *(level for level in own if level is not None)]
            self._levels[list_id] = {number(e, "ilvl") or 0: _level(e) for e in elements if name(e) == "lvl"}
        return self._levels[list_id]


def _level(element: Any) -> _Level:
    start = number(child(element, "start"))
    return _Level(
        1 if start is None else start,
        attribute(child(element, "numFmt")) or "decimal",
        (attribute(child(element, "lvlText")) or "")[:_MAX_LEVEL_TEXT],
        is_on(child(element, "isLgl")),
        number(child(element, "lvlRestart")) != 0,
    )


def _shown(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    own = levels[level]
    if own.form == "bullet":
        return _BULLETS.get(own.text) or shown(own.text)
    if own.form == "none":
        return _PLACE.sub("", own.text).strip()

    def place(match: re.Match[str]) -> str:
        wanted = int(match[1]) - 1
        if wanted not in levels:
            return ""
        count = counts.get(wanted, levels[wanted].start)
        return _formatted(count, "decimal" if own.is_legal else levels[wanted].form)

    return _PLACE.sub(place, own.text).strip()


def _formatted(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        return letters(count) if form == "lowerLetter" else letters(count).upper()
    if form in {"lowerRoman", "upperRoman"}:
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form == "decimalZero":
        return f"{count:02d}"
    return f"{count}." if form == "ordinal" else str(count)
