"""A Beratungsfolge whose columns follow each other: all bodies, then all roles, then all dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import Row, is_name, role_at
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.extraction.resolve.heads.vendors import columns

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_MOST_LINES = 60
_LONGEST_NAME = 60


def rows_in_columns(head: Head, line: int) -> list[Row]:
    """The rows below a table heading, where at least two dates follow each other and as many bodies do.

    Where as many roles follow each other too, the lines before the dates are bodies also by names that nobody knows
    ("SchulA", "GemR").
    """
    columns = _Columns(head)
    for index in range(line + 1, min(line + _MOST_LINES, head.last)):
        if not head.blank(index) and not columns.take(index):
            break
    return columns.rows()


class _Columns:
    """Collects the cells of the columns; dates follow each other, roles stand before or behind them."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._names: list[Piece] = []
        self._others: list[Piece] = []
        self._roles: list[Piece] = []
        self._dates: list[tuple[dt.date, Piece]] = []
        self._last = 0

    def take(self, index: int) -> bool:
        """Take a line in; false where the table has ended before it."""
        line = self._head.context.lines[index]
        if len(columns(self._head.folded(index).strip(" |:"))) == 1:
            return True
        start, end = mark_end(self._head.context.text, line.start, line.end), line.end
        date = self._date(start, end)
        role = role_at(self._head.context, start, end)
        if date and len(self._roles) in (0, len(self._names) or len(self._roles)):
            self._dates.append(date)
            self._last = index
        elif self._dates:
            if role is None or len(self._roles) >= len(self._dates):
                return False
            self._roles.append(role)
            self._last = index
        elif is_name(self._head.context, start, end):
            self._names.append((start, end))
            self._others.append((start, end))
        elif role:
            self._roles.append(role)
        elif end - start <= _LONGEST_NAME:
            self._others.append((start, end))
        return True

    def rows(self) -> list[Row]:
        """The rows, where the columns are of one length."""
        count = len(self._dates)
        roles = self._roles if len(self._roles) == count else []
        names = self._names
        if len(names) != count and roles and len(self._others) >= count:
            names = self._others[-count:]
        if count < 2 or len(names) != count:
            return []
        return [
            Row(date=date, date_place=place, name=[name], role=[roles[at]] if roles else [], last_line=self._last)
            for at, (name, (date, place)) in enumerate(zip(names, self._dates, strict=True))
        ]

    def _date(self, start: int, end: int) -> tuple[dt.date, Piece] | None:
        """The date that a line is."""
        text = self._head.context.text
        found = find_dates(self._head.context, start, end, month_first=self._head.month_first)
        if not found or text[start : found[0][1]].strip() or text[found[0][2] : end].strip():
            return None
        return found[0][0], found[0][1:]
