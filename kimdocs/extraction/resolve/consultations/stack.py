"""A Beratungsfolge whose cells are lines below headings that are lines: Termin, Gremium, Zuständigkeit, then rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.consultations.rows import (
    Row,
    continues_name,
    has_result,
    is_name,
    is_result,
    item_only,
    trim,
)
from kimdocs.extraction.resolve.heads.labels import label_matcher
from kimdocs.extraction.resolve.heads.vendors import columns, is_noise
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_MOST_LINES = 90
_SEARCHED = 60
_LONGEST_NAME = 110
_SHORT_NAME = 60


def rows_in_stack(head: Head) -> list[Row]:
    """The rows below the first headings that stand one a line and name bodies and dates; empty where there are none."""
    for index in range(min(head.last, _SEARCHED)):
        heads, below = _headings(head, index)
        if len(heads) > 1 and {"organization", "date"} <= set(heads):
            return _rows(head, below, date_first=heads.index("date") < _last(heads, "organization"), named=True)
    return []


def rows_stacked_alone(head: Head) -> list[Row]:
    """The rows of cells that no heading announces, each a line: a date and a body with its role, in either order."""
    for index in range(1, min(head.last, _SEARCHED)):
        start, end = head.context.lines[index]
        if end - start > _LONGEST_NAME or not starts_organization(head.context.folded[start:end]):
            continue
        if _kind(head, (start, end)) != "name" or head.context.text.find("\t", start, end) >= 0:
            continue
        dated = not head.blank(index - 1) and _kind(head, head.context.lines[index - 1]) == "date"
        found = [_rows(head, index, date_first=False), *([_rows(head, index - 1, date_first=True)] if dated else [])]
        best = max(found, key=lambda rows: sum(row.date is not None for row in rows))
        told = [row for row in best if row.date]
        if best and ((told[:1] == best[:1] and best[0].role) or len(told) == len(best) > 1):
            return best
    return []


def _last(heads: list[str], name: str) -> int:
    return len(heads) - 1 - heads[::-1].index(name)


def _headings(head: Head, index: int) -> tuple[list[str], int]:
    """The columns that the lines from ``index`` on name, one a line, and the first line below them."""
    heads: list[str] = []
    while index < head.last:
        names = columns(head.folded(index).strip(" |:"))
        if len(names) != 1 and not head.blank(index):
            break
        heads += names
        index += 1
    return heads, index


def _rows(head: Head, below: int, *, date_first: bool, named: bool = False) -> list[Row]:
    """The rows of cells; where headings name the columns, any words before a date are ``named`` a body."""
    found: list[Row] = []
    cells = list(_cells(head, below))
    for (index, cell), (_, after) in zip(cells, [*cells, (0, (0, 0))][1:], strict=True):
        kind = _kind(head, cell)
        if kind is None and named and not date_first and _may_be_body(head, cell, after, found):
            kind = "name"
        row = found[-1] if found else None
        if kind == "date" and (row is None or (date_first and row.name)):
            found.append(_dated(head, Row(last_line=index), cell))
        elif kind == "date" and row is not None and row.date is None:
            _dated(head, row, cell)
        elif kind == "role" and row is not None and not row.role:
            row.role = [cell]
        elif kind == "name" and row is not None and date_first and not row.name:
            row.name = [cell]
        elif kind == "name" and not date_first:
            found.append(Row(name=[cell], last_line=index))
        elif kind is None and row is not None and (more := continues_name(head.context, row, *cell)):
            row.name.append(more)
        elif kind != "mark":
            break
        _reach(found, index)
    whole = all(row.name and (row.date or row.role) for row in found)
    return found if whole and any(row.date for row in found) else []


def _reach(found: list[Row], index: int) -> None:
    """Says that the last row, if there is one, reaches down to a line."""
    if found:
        found[-1].last_line = index


def _may_be_body(head: Head, cell: Piece, after: Piece, found: list[Row]) -> bool:
    """Whether a few words stand where a row begins, right above the cell with its date."""
    words = head.context.text[slice(*cell)]
    whole = not found or bool(found[-1].date and found[-1].role)
    short = len(words) <= _SHORT_NAME and words[0].isupper() and words[-1] not in ".:;,"
    return whole and short and after[0] < after[1] and _kind(head, after) == "date"


def _dated(head: Head, row: Row, cell: Piece) -> Row:
    date = find_dates(head.context, *cell, month_first=head.month_first)[0]
    row.date, row.date_place = date[0], date[1:]
    return row


def _cells(head: Head, below: int) -> Iterator[tuple[int, Piece]]:
    for index in range(below, min(below + _MOST_LINES, head.last)):
        start, end = head.context.lines[index]
        cell = trim(head.context, start, end)
        if cell is not None and not is_noise(head.context.folded[start:end]):
            yield index, cell


def _kind(head: Head, cell: Piece) -> str | None:
    """What a cell is: date, role, name, mark (a result, an item, how public), or None."""
    context = head.context
    folded = context.folded[slice(*cell)]
    dates = find_dates(context, *cell, month_first=head.month_first)
    if dates:
        lead, colon, _ = context.folded[cell[0] : dates[0][1]].partition(":")
        labelled = bool(colon) and not columns(lead.strip())
        return "date" if len(folded) < _LONGEST_NAME // 2 and not labelled else None
    entry = matcher("consultation_roles").fullmatch(folded)
    if entry is not None and not entry.attributes.get("result"):
        return "role"
    marked = matcher("row_marks").fullmatch(folded) is not None
    if marked or item_only(context, *cell) or is_result(context, *cell) or has_result(context, *cell):
        return "mark"
    label = label_matcher().match(folded, 0, len(folded))
    known = is_name(context, *cell) and not (label is not None and label.start == 0 and ":" in folded)
    return "name" if known and len(folded) <= _LONGEST_NAME else None
