"""A Beratungsfolge as a list of bodies, each with its meetings below it, as older council pages print it.

A body stands on a line with its role, or is not dated yet; its meetings follow as a date and the name of the meeting::

    Finanzausschuss Vorberatung
    30.10.2031
    Sitzung des Finanzausschusses ungeändert beschlossen
    Rat Entscheidung
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import Row, is_name, trim
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_MOST_LINES = 80
_LONGEST_NAME = 140
_MEETING = lazy(r"sitzung(?!s)|tagung")
_BORDER = lazy(r"(?<=\s)(?=\w)|(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_PART_OF_NAME = lazy(r"(?:[-,/]|\b(?:und|für|der|des|die|von))\s*$")


def rows_in_stations(head: Head, line: int) -> list[Row]:
    """The rows below a heading where bodies stand above their meetings; empty where the list is of another kind."""
    return _Stations(head, line).rows()


class _Stations:
    """Reads bodies and their meetings line by line and gives up where a date is no meeting's."""

    def __init__(self, head: Head, line: int) -> None:
        self.head = head
        self.context = head.context
        lines = range(line + 1, min(line + _MOST_LINES, head.last))
        self.lines = [index for index in lines if not head.blank(index)]
        self.found: list[Row] = []
        self.body: Row | None = None
        self.dated = False

    def rows(self) -> list[Row]:
        at = 0
        while at < len(self.lines):
            index = self.lines[at]
            used = self._meeting(at) if self._date_at(index) else int(self._body(at))
            if used < 0:
                return []
            if used == 0:
                break
            at += used
        self._keep_undated()
        told = len(self.found) > 1 and all(row.role for row in self.found)
        return self.found if told or any(row.date for row in self.found) else []

    def _span(self, index: int) -> Piece:
        line = self.context.lines[index]
        return mark_end(self.context.text, line.start, line.end), line.end

    def _date_at(self, index: int) -> bool:
        return bool(find_dates(self.context, *self._span(index)))

    def _meeting(self, at: int) -> int:
        """Take in a date with the name of its meeting; the number of lines used, -1 where it is no such row."""
        index, body = self.lines[at], self.body
        start, end = self._span(index)
        date, begin, stop = find_dates(self.context, start, end, month_first=self.head.month_first)[0]
        rest, used = trim(self.context, stop, end), 1
        if rest is None and at + 1 < len(self.lines):
            rest, used = self._span(self.lines[at + 1]), 2
        if body is None or begin != start or rest is None or not self._names_meeting(body, *rest):
            return -1
        last = self.lines[at + used - 1]
        self.found.append(Row(date, (begin, stop), list(body.name), list(body.role), last_line=last))
        self.dated = True
        return used

    def _names_meeting(self, body: Row, start: int, end: int) -> bool:
        folded = self.context.folded
        name = folded[slice(*body.name[0])]
        return _MEETING.search(folded, start, end) is not None or folded[start:end].strip().startswith(name)

    def _body(self, at: int) -> bool:
        """Take in a line as the next body; false where it is none."""
        start, end = self._span(self.lines[at])
        name, role, told = self._parted(start, end)
        dated = at + 1 < len(self.lines) and self._date_at(self.lines[at + 1])
        without_roles = is_name(self.context, start, end) and not any(row.role for row in self.found)
        if end - start > _LONGEST_NAME or not (told or dated or without_roles):
            return False
        self._keep_undated()
        self.body = Row(name=[name], role=[role] if role else [], last_line=self.lines[at])
        self.dated = False
        return True

    def _parted(self, start: int, end: int) -> tuple[Piece, Piece | None, bool]:
        """Name and role of a line, and whether a role tells that it is a body ("Runde - Vorberatung" is but a name)."""
        for border in _BORDER.finditer(self.context.text, start + 1, end):
            at = border.start()
            entry = matcher("consultation_roles").fullmatch(self.context.folded[at:end].strip())
            if entry is None or entry.attributes.get("result"):
                continue
            before = self.context.folded[start:at].rstrip()
            if before.endswith(" -"):
                return (start, end), None, True
            if not _PART_OF_NAME.search(before):
                return (start, start + len(before)), (at, end), True
        return (start, end), None, False

    def _keep_undated(self) -> None:
        if self.body is not None and not self.dated:
            self.found.append(self.body)
        self.body = None
