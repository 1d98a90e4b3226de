"""Texts whose line ends are lost: one long line, cut where the parts of a paper begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.context import Line
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import lower

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kimdocs.lexicon import Match

_LONGEST = 800
_HEAD_WITHIN = 3000
_OTHERS = ("niederschrift", "protokoll", "tagesordnung")


def without_flat(text: str, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those that hold a whole paper cut before its labels and headings; no text is changed."""
    return tuple(part for line in lines for part in ((line,) if line.end - line.start < _LONGEST else _cut(text, line)))


def _cut(text: str, line: Line) -> Iterator[Line]:
    folded = lower(text[line.start : line.end])
    places = list(_places(folded))
    if not any(found.entry.attributes.get("head") for found in places) or _is_of_meeting(folded):
        yield line
        return
    starts = [0, *(found.start for found in places if found.start)]
    for start, stop in zip(starts, [*starts[1:], len(folded)], strict=True):
        end = start + len(folded[start:stop].rstrip())
        yield Line(line.start + start, line.start + end)


def _places(folded: str) -> Iterator[Match]:
    at = 0
    for found in matcher("cuts").finditer(folded):
        closed = not found.entry.attributes.get("colon") or folded[found.end : found.end + 2].lstrip(" ")[:1] == ":"
        if closed and found.start >= at and folded[found.start - 1 : found.start] in ("", " ", "\t"):
            yield found
            at = found.end


def _is_of_meeting(folded: str) -> bool:
    """Whether the line is that of minutes or an agenda, whose items name papers of their own."""
    return any(word in folded[:_HEAD_WITHIN] for word in _OTHERS)
