"""A Beratungsfolge whose long names go on below in their column, beside or around the line with the date.

For example::

    Ausschuss für Umwelt,                     Ausschuss für Schule,   Beratung   26.08.2031
    Klimaschutz und        19.11.2031         Jugend und Sport
    Mobilität                                 Rat                     Beschluss  22.09.2031
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.consultations.rows import Row, has_result, is_result
from kimdocs.extraction.resolve.heads.lines import joined
from kimdocs.extraction.resolve.heads.vendors import columns
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_CELL = lazy(r"\S+(?: \S+)*")
_HEADING = lazy(r"(?:beratungsfolge|gremium|gremien|ausschuss|beratung in)\b")
_UNFINISHED = lazy(r"(?:[-,/&]|\b(?:und|für|der|des|die|den|in|im|zur|zum|von|an|u\.|sowie))$")
_GOES_ON = lazy(r"(?:und|für|sowie|u\.|des|der)\s")
_IN_BRACKETS = lazy(r"\s*\((?P<role>[^()]{3,40})\)$")
_FEW_CELLS = 2
_MOST_LINES = 40
_HEADING_LINES = 4
_ASIDE = 2


def rows_in_wrapped(head: Head, line: int | None = None) -> list[Row]:
    """The rows below the heading ``line`` or one like it; empty unless a name is wrapped and all rows have dates."""
    line = _heading(head) if line is None else line
    if line is None:
        return []
    reader = _Wrapped(head)
    for index in range(line + 1, min(line + _MOST_LINES, head.last)):
        if head.blank(index):
            if reader.rows:
                break
            continue
        if not reader.take(index) and reader.rows:
            return []
    return reader.found()


def _heading(head: Head) -> int | None:
    """The line of column headings that begins with one for bodies."""
    for index in range(min(head.last, _MOST_LINES)):
        start, end = head.context.lines[index]
        cells = [cell.span() for cell in _CELL.finditer(head.context.text, start, end)]
        if len(cells) >= _FEW_CELLS and _HEADING.match(head.context.folded, *cells[0]):
            return index
    return None


class _Wrapped:
    """Takes the lines of a table in: what stands in the column of names, and the dates and roles beside it."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.context = head.context
        self.column: int | None = None
        self.rows: list[Row] = []
        self.wrapped = False
        self.headings = 0

    def take(self, index: int) -> bool:
        """Take a line in; false where it is none of the table."""
        start, end = self.context.lines[index]
        cells = [cell.span() for cell in _CELL.finditer(self.context.text, start, end)]
        line_start = self.context.text.rfind("\n", 0, start) + 1
        if self.column is None:
            if not starts_organization(self.context.folded[slice(*cells[0])]):
                self.headings += 1
                return self.headings <= _HEADING_LINES
            self.column = cells[0][0] - line_start
        named = cells[0] if abs(cells[0][0] - line_start - self.column) <= _ASIDE else None
        if named is None and not self.rows:
            return False
        dates = find_dates(self.context, start, end, month_first=self.head.month_first)
        if len(dates) > 1 or (named and dates and dates[0][1] < named[1]):
            return False
        if named and not self._name(index, named):
            return False
        return self._beside(index, cells[1:] if named else cells, dates)

    def _name(self, index: int, cell: Piece) -> bool:
        """Give a cell of the column of names to the row that it goes on with, or to a new one."""
        folded = self.context.folded[slice(*cell)]
        if has_result(self.context, *cell) or self.context.text[cell[1] - 1] in ".:;":
            return False
        row = self.rows[-1] if self.rows else None
        begun = fold(joined(self.context, row.name)) if row else ""
        if row and (_UNFINISHED.search(begun.rstrip()) or self._is_rest(row, folded, cell)):
            row.name.append(cell)
            row.last_line = index
            self.wrapped = True
            return True
        self.rows.append(Row(name=[cell], last_line=index))
        return not columns(folded)

    def _is_rest(self, row: Row, folded: str, cell: Piece) -> bool:
        """Whether a cell is the rest of the name above, which it goes on with in small letters or behind a hyphen."""
        begun = self.context.text[row.name[-1][1] - 1] == "-"
        return begun or self.context.text[cell[0]].islower() or _GOES_ON.match(folded) is not None

    def _beside(self, index: int, cells: list[Piece], dates: tuple[tuple[dt.date, int, int], ...]) -> bool:
        """Take the date and the role of the row in; of two dates the row is none."""
        row = self.rows[-1]
        if dates:
            if row.date is not None:
                return False
            row.date, row.date_place = dates[0][0], dates[0][1:]
            row.last_line = index
        for start, end in cells:
            cut = dates[0][1] if dates and start < dates[0][1] < end else end
            role = matcher("consultation_roles").fullmatch(self.context.folded[start:cut].strip())
            if role and not row.role and not is_result(self.context, start, cut):
                row.role = [(start, start + len(self.context.text[start:cut].rstrip()))]
        return True

    def _without_role(self, row: Row) -> None:
        """Take the role in brackets behind a name for the row's."""
        start, end = row.name[-1]
        bracket = _IN_BRACKETS.search(self.context.folded, start, end)
        if bracket and matcher("consultation_roles").fullmatch(bracket["role"]):
            row.role = row.role or [bracket.span("role")]
            row.name[-1] = (start, bracket.start())

    def found(self) -> list[Row]:
        """The rows, if a name is wrapped and every one is a body with a date."""
        for row in self.rows:
            self._without_role(row)
        sure = all(row.date and starts_organization(fold(joined(self.context, row.name))) for row in self.rows)
        return self.rows if self.wrapped and sure else []
