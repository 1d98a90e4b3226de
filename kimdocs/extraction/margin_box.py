"""Texts in the last column of a book of resolutions, beside number, presence and votes: "7   13   0   Bauantrag"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.line_places import column_of
from kimdocs.extraction.text_end import text_end
from kimdocs.extraction.unheaded import is_in_form
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context

_HEADER = lazy(r"(?:für|ja|dafür) {2,}(?:gegen|nein|dagegen)\b")
_ROW = lazy(r"\d{1,4}[a-z]?\.? {2,}(?:\d{1,3} {2,}){1,3}(?:\d{1,3}|-) {3,}(?=[A-ZÄÖÜ])")
_ASIDE = 2
_REACH = 400


def box_cuts(context: Context) -> list[tuple[int, str]]:
    """Where such texts start and end, below the title of their matter."""
    header = _HEADER.search(context.folded)
    if header is None:
        return []
    first = context.line_at(header.start()) + 1
    marked = [(index, row) for index in range(first, len(context.lines)) if (row := _row(context, index))]
    cuts: list[tuple[int, str]] = []
    for number, (index, row) in enumerate(marked):
        last = marked[number + 1][0] if number + 1 < len(marked) else len(context.lines)
        limit = context.lines[last - 1].end
        start = _text_start(context, index, last, column_of(context.text, row.end()))
        if start is not None and (stop := text_end(context, start, limit)) > start:
            cuts += [(start, "resolution"), (stop, "after_resolution")]
    return cuts


def _row(context: Context, index: int) -> re.Match[str] | None:
    start, end = context.lines[index]
    return _ROW.match(context.text, start, end) if end > start and context.text[start].isdigit() else None


def _text_start(context: Context, index: int, last: int, column: int) -> int | None:
    """Where the first paragraph starts, behind the one with the title, that is in the form of a resolution."""
    for place in range(index + 1, last):
        line, before = context.lines[place], context.lines[place - 1]
        if line.start == line.end:
            continue
        if column_of(context.text, line.start) < column - _ASIDE:
            return None
        if before.start == before.end and is_in_form(context, line.start, min(line.start + _REACH, len(context.text))):
            return line.start
    return None
