"""A Beratungsfolge in lines, one a row or wrapped: a line with a date is the backbone of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import (
    Row,
    behind_gap,
    continues_name,
    continues_role,
    cut_result,
    has_result,
    is_name,
    is_result,
    item_only,
    role_at,
    role_part,
    row_date,
    trim,
    without_meeting,
)
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.extraction.resolve.heads.vendors import columns, is_noise
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

ROW_WITHOUT_TABLE = lazy(r"\d{2}\.\d{2}\.\d{4} - ")
_MOST_LINES = 60
_MOST_LOOSE = 6
_INLINE = lazy(r"letzte beratung|vorlage für d")
_ITEM_BEHIND = lazy(r",?\s+(?:top\s)?[önt]\s\d")
_MARK = lazy(r"\W*(?:[önx]|nö|\d{1,2})\W*")


def rows_in_lines(head: Head, line: int, names: tuple[str, ...]) -> list[Row]:
    """The rows of a table of lines below the heading ``line``, whose columns are ``names``."""
    return _Lines(head, line, names).rows()


def _without_comma(context: Context, piece: Piece | None) -> Piece | None:
    """A name without the comma that parts it from its date."""
    if piece is None:
        return None
    return piece[0], piece[0] + len(context.text[slice(*piece)].rstrip(" ,"))


class _Lines:
    """Reads the rows of a table of lines; a line with a date is the backbone of a row."""

    def __init__(self, head: Head, line: int, names: tuple[str, ...]) -> None:
        self.head = head
        self.context: Context = head.context
        self.first = line
        self.explicit = len(names) > 1
        self.names_meeting = any(at in (line, line + 1) and heads.count("date") > 1 for at, heads in head.tables)
        self.found: list[Row] = []
        self.above: list[tuple[int, Piece]] = []
        self.role_above: list[Piece] = []

    def rows(self) -> list[Row]:
        date_first = self._date_first()
        loose = 0
        for index in self._content():
            start, end = self._span(index)
            date = row_date(self.context, start, end, month_first=self.head.month_first)
            if date and (self._is_labelled(start, date[1]) or self._behind_gap(index, date[1])):
                break
            if date:
                self._row(index, (start, end), date, date_first=date_first)
                loose = 0
            elif not self._loose(index, start, end, date_first=date_first):
                loose += 1
                if (self.found and self._after_table(index, start, end)) or loose > _MOST_LOOSE:
                    break
        return [row for row in self.found if row.name]

    def _is_labelled(self, start: int, end: int) -> bool:
        """Whether a date stands behind a label that is none of the table: "Beteiligung: Kämmerei, 05.03.2031"."""
        label, colon, rest = self.context.folded[start:end].partition(":")
        known = is_name(self.context, start, end) or bool(columns(label.strip()))
        return bool(colon and rest.strip(" .,(-–")) and not known and not role_at(self.context, start, end)

    def _behind_gap(self, index: int, date: int) -> bool:
        return bool(self.found) and behind_gap(self.head, self.found[-1], index, date)

    def _content(self) -> list[int]:
        lines = []
        for index in range(self.first, min(self.first + _MOST_LINES, self.head.last)):
            start, end = self._span(index)
            folded = self.context.folded[start:end]
            inline = _INLINE.search(self.head.folded(index)) or ROW_WITHOUT_TABLE.match(self.head.folded(index))
            if index == self.first and not inline:
                continue
            if not self.head.blank(index) and not is_noise(folded) and not columns(folded):
                lines.append(index)
        return lines

    def _span(self, index: int) -> Piece:
        line = self.context.lines[index]
        start = mark_end(self.context.text, line.start, line.end)
        if index == self.first and ":" in self.context.text[start : line.end]:
            start = self.context.text.index(":", start) + 1
            start += len(self.context.text[start : line.end]) - len(self.context.text[start : line.end].lstrip())
        return start, line.end

    def _date_first(self) -> bool:
        """Whether rows begin with their date: the first line does, and a name follows on it or on the next."""
        lines = self._content()[:2]
        if not lines:
            return False
        start, end = self._span(lines[0])
        found = find_dates(self.context, start, end, month_first=self.head.month_first)
        return bool(found) and found[0][1] == start

    def _row(self, index: int, line: Piece, date: tuple[object, int, int], *, date_first: bool) -> None:
        _, begin, stop = date
        row = Row(date=date[0], date_place=(begin, stop), last_line=index)  # type: ignore[arg-type]
        before = _without_comma(self.context, trim(self.context, line[0], begin))
        if before and self.names_meeting:
            before = without_meeting(self.context, before)
        if before and _MARK.fullmatch(self.context.folded, *before):
            before, date_first = None, True
        after = trim(self.context, stop, line[1])
        if date_first:
            self._name_and_role(row, after)
        else:
            self._name_above(row, before)
            role = role_at(self.context, *after) if after else None
            row.role = [*self.role_above, *([role] if role else [])]
            rest = (role[1], line[1]) if role else (stop, line[1])
            row.result_open = row.result_open or (self.context.text.endswith("-", 0, rest[1]) and role is None)
            row.result_open = row.result_open or (
                has_result(self.context, *rest) and self.context.text[line[1] - 1] == "-"
            )
        self.above, self.role_above = [], []
        self.found.append(row)

    def _name_above(self, row: Row, before: Piece | None) -> None:
        """Take the name from the row itself, together with the lines above it where it began there."""
        if before and (is_name(self.context, *before) or not self.above):
            row.name = [before]
            return
        starts = [position for position, (_, piece) in enumerate(self.above) if is_name(self.context, *piece)]
        if not starts and self.above and self.explicit:
            starts = [len(self.above) - 1]
        for _, piece in self.above[starts[-1] :] if starts else ():
            cut = cut_result(self.context, *piece)
            if cut:
                row.result_open = row.result_open or (cut[1] < piece[1] and self.context.text[piece[1] - 1] == "-")
                row.name.append(cut)
        if before:
            row.name.append(before)

    def _name_and_role(self, row: Row, after: Piece | None) -> None:
        if after is None:
            return
        start, end = after
        for at in range(start, end):
            if at > start and self.context.folded[at - 1] in " \t|-" and (role := role_at(self.context, at, end)):
                row.role = [role]
                end = at
                break
        item = _ITEM_BEHIND.search(self.context.folded, start, end)
        name = cut_result(self.context, start, item.start() if item else end)
        if name and not self.context.text[name[0]].islower():
            row.name = [trim(self.context, *name) or name]

    def _loose(self, index: int, start: int, end: int, *, date_first: bool) -> bool:
        """Give a line without a date to the row above or keep it for the row below; false where it is neither."""
        row = self.found[-1] if self.found else None
        if row is not None:
            if not row.name and date_first:
                self._name_and_role(row, (start, end))
            elif continues_role(self.context, row, start, end):
                row.role.append((start, end))
            elif (
                not row.role
                and not self.above
                and (role := role_at(self.context, start, end))
                and role[1] - role[0] >= (end - start) - 4
            ):
                row.role = [role]
            elif not self.above and (more := continues_name(self.context, row, start, end)):
                row.name.append(more)
            else:
                return self._for_next(index, start, end)
            row.last_line = index
            return True
        return self._for_next(index, start, end)

    def _for_next(self, index: int, start: int, end: int) -> bool:
        if item_only(self.context, start, end):
            return True
        whole = role_at(self.context, start, end)
        if self.above and (is_result(self.context, start, end) or (whole and whole[1] >= end)):
            self.role_above = [whole] if whole else []
            return True
        part = role_part(self.context, start, end)
        if part:
            self.role_above = [part]
            return True
        if is_name(self.context, start, end):
            self.above = [(index, (start, end))]
            return True
        if self.above or not self.found:
            self.above.append((index, (start, end)))
            return bool(self.above)
        return False

    def _after_table(self, index: int, start: int, end: int) -> bool:
        """Whether a line that fits no row ends the table: it is no rest of a result."""
        row = self.found[-1]
        if has_result(self.context, start, end) or (row.result_open and self.context.text[start].islower()):
            row.last_line = index
            return False
        return not self._row_follows(index)

    def _row_follows(self, index: int) -> bool:
        for later in range(index + 1, min(index + 4, self.head.last)):
            start, end = self._span(later)
            if row_date(self.context, start, end, month_first=self.head.month_first):
                return True
        return False
