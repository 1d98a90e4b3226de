"""A Beratungsfolge that runs across: bodies side by side on one line, their dates below them on the next.

For example::

    Beratung     BauA         SozA         Rat
    am           10.04.2031   12.04.2031   25.04.2031
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.names import is_short
from kimdocs.extraction.resolve.consultations.rows import Row, is_name
from kimdocs.extraction.resolve.heads.lines import bare, cells_of, mark_end
from kimdocs.extraction.resolve.heads.vendors import columns

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_MOST_LINES = 45
_LEAST = 2
_LONGEST_LEAD = 24


def rows_across(head: Head, line: int | None = None) -> list[Row]:
    """The rows of the first line whose cells are bodies, as many as there are dates on the line below; else none."""
    for index in range(min(head.last, _MOST_LINES)) if line is None else (line,):
        found = _rows(head, index)
        if found:
            return found
    return []


def _rows(head: Head, index: int) -> list[Row]:
    if index + 1 >= len(head.context.lines) or head.context.lines[index + 1].end > len(head.context.folded):
        return []
    start, end = head.context.lines[index + 1]
    if head.context.folded.count(".", start, end) < _LEAST:
        return []
    dates = find_dates(head.context, start, end, month_first=head.month_first)
    if len(dates) < _LEAST or end - dates[-1][2] > _LEAST or dates[0][1] - start > _LONGEST_LEAD:
        return []
    cells = [bare(head.context.text, *cell) for cell in _cells(head, index)]
    names = cells[len(cells) - len(dates) :] if len(cells) - len(dates) in (0, 1) else []
    lead = cells[: len(cells) - len(names)]
    headed = lead and (columns(head.context.folded[slice(*lead[0])].strip(" :")) or is_lead(head, *lead[0]))
    known = any(is_name(head.context, *name) for name in names)
    if not names or not (known or headed) or not all(_fits(head, *name) for name in names):
        return []
    return [
        Row(date, (begin, stop), [name], last_line=index + 1)
        for name, (date, begin, stop) in zip(names, dates, strict=True)
    ]


def is_lead(head: Head, start: int, end: int) -> bool:
    """Whether a cell heads a row of bodies ("Beratung", "Gremium:")."""
    return head.context.folded[start:end].strip(" :") in {"beratung", "beratungen", "beratungsfolge"}


def _cells(head: Head, index: int) -> list[Piece]:
    start, end = head.context.lines[index]
    return cells_of(head.context.text, mark_end(head.context.text, start, end), end)


def _fits(head: Head, start: int, end: int) -> bool:
    return is_name(head.context, start, end) or is_short(head.context.text[start:end])
