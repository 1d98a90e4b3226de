"""A Beratungsfolge whose cells are lines, bars between them: a body, its role, its date, which may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import Row, item_only, trim
from kimdocs.extraction.resolve.heads.vendors import columns, is_noise
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_COLUMNS = {"organization", "date", "result"}
_MOST_LINES = 160
_LONGEST_NAME = 110


def rows_in_cells(head: Head, line: int) -> list[Row]:
    """The rows below a header with columns of bodies, dates and results: a body, its role, and a date or none."""
    if not any(at in (line, line + 1) and set(names) >= _COLUMNS for at, names in head.tables):
        return []
    found: list[Row] = []
    name: tuple[int, Piece] | None = None
    for index, cell in _cells(head, line):
        dates = find_dates(head.context, *cell, month_first=head.month_first)
        if dates and not head.context.text[cell[0] : dates[0][1]].strip():
            if not found or found[-1].date or name:
                break
            found[-1].date, found[-1].date_place, found[-1].last_line = dates[0][0], dates[0][1:], index
        elif name and _is_role(head, cell):
            found.append(Row(name=[name[1]], role=[cell], last_line=index))
            name = None
        elif name or cell[1] - cell[0] > _LONGEST_NAME:
            break
        else:
            name = (index, cell)
    return found


def _cells(head: Head, line: int) -> Iterator[tuple[int, Piece]]:
    """The lines with words below a header, bars and buttons left out."""
    for index in range(line + 1, min(line + _MOST_LINES, head.last)):
        start, end = head.context.lines[index]
        cell = trim(head.context, start, end)
        if (
            cell is not None
            and not columns(head.context.folded[start:end])
            and not is_noise(head.context.folded[start:end])
            and not item_only(head.context, *cell)
        ):
            yield index, cell


def _is_role(head: Head, cell: Piece) -> bool:
    entry = matcher("consultation_roles").fullmatch(head.context.folded[slice(*cell)])
    return entry is not None and not entry.attributes.get("result")
