"""Texts whose line ends are lost: one long line, cut where the parts of a paper begin."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.context import Line
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import lower

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.lexicon import Match

_LONGEST = 800
_HEAD_WITHIN = 3000
_OTHERS = ("niederschrift", "protokoll", "tagesordnung")


def without_flat(text: str, folded: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those that hold a whole paper cut before its labels and headings; no text is changed."""
    heads = {bisect_right(lines, (offset, len(text))) - 1 for offset in anchor_offsets(folded, "paper_head")}
    long = {index for index in heads if index >= 0 and lines[index].end - lines[index].start >= _LONGEST}
    if not long:
        return lines
    cut = (_cut(text, line) if index in long else (line,) for index, line in enumerate(lines))
    return tuple(chain.from_iterable(cut))


def _cut(text: str, line: Line) -> Iterator[Line]:
    folded = lower(text[line.start : line.end])
    places = [] if _is_of_meeting(folded) else list(_places(folded))
    if not any(found.entry.attributes.get("head") for found in places):
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
