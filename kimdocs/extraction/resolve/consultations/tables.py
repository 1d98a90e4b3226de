"""A Beratungsfolge that the file gives as a table with cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import Row, role_at, trim
from kimdocs.extraction.resolve.heads.vendors import columns
from kimdocs.model.source import BlockKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.model.source import Cell


def rows_in_tables(head: Head, line: int) -> list[Row]:
    """The rows of the table block that the line of the table heading stands in or right before."""
    context = head.context
    start = context.lines[line].start
    for block in context.source.blocks:
        if block.kind is BlockKind.TABLE and block.cells and block.start - 40 <= start < block.end:
            return _rows(head, block.cells)
    return []


def _rows(head: Head, cells: tuple[Cell, ...]) -> list[Row]:
    heading = _heading(head, cells)
    if "organization" not in heading.values() or "date" not in heading.values():
        return []
    by_row: dict[int, dict[str, Cell]] = {}
    for cell in cells:
        if cell.column in heading:
            by_row.setdefault(cell.row, {}).setdefault(heading[cell.column], cell)
    rows = [_row(head, by_row[number]) for number in sorted(by_row)]
    return [row for row in rows if row is not None]


def _heading(head: Head, cells: tuple[Cell, ...]) -> dict[int, str]:
    """Column number to what it holds, from the first row that names a body and a date."""
    rows: dict[int, dict[int, str]] = {}
    for cell in cells:
        names = columns(head.context.folded[cell.start : cell.end])
        if names:
            rows.setdefault(cell.row, {})[cell.column] = names[0]
    return next((row for _, row in sorted(rows.items()) if {"organization", "date"} <= set(row.values())), {})


def _row(head: Head, cells: dict[str, Cell]) -> Row | None:
    context = head.context
    name_cell = cells.get("organization")
    name = trim(context, name_cell.start, name_cell.end) if name_cell else None
    if name is None or columns(context.folded[name[0] : name[1]]):
        return None
    row = Row(name=[name], last_line=context.line_at(max(cell.end for cell in cells.values())))
    if date_cell := cells.get("date"):
        found = find_dates(context, date_cell.start, date_cell.end, month_first=head.month_first)
        if found:
            row.date, row.date_place = found[0][0], found[0][1:]
    if role_cell := cells.get("role"):
        role = role_at(context, role_cell.start, role_cell.end)
        row.role = [role] if role else []
    return row
