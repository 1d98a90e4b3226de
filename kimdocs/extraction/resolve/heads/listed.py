"""The meeting that one of the first lines lists: "Stadt Auental, Kulturausschuss, 24.09.2031".

Its parts stand between commas, dashes or wide gaps; one is a body, another the town, the word for minutes or the date.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import is_group, starts_organization
from kimdocs.extraction.resolve.heads.body import names_body
from kimdocs.extraction.resolve.heads.lines import bare
from kimdocs.extraction.resolve.heads.session import organization_in, sessions
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.recognise.date import Found
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session

_BORDER = lazy(r"(?<!-),\s+|\s+[-–·|]\s+|\t\s*|\s{3,}")
_RECORD = lazy(
    r"(?:(?:nicht)?öffentliche[sr]? )?[a-zäöü]*(?:niederschrift|protokoll)"
    r"(?: ?\(auszug\))?(?: nr\.? ?\d{1,3})?(?!\w)\s*"
)
_OF_SITTING = lazy(r"(?:(?:der|über die) (?:\d{1,3}\. )?(?:[a-zäöü]+ )?(?:sitzung|beratung) )?(?:vom|am) ")
_WHEN = lazy(r"(?:(?:am|vom) )?(?:(?:\w{2,9}tag|mittwoch)\.?,? (?:den |dem )?)?(?=\d{1,2}\.)")
_REST = lazy(r"\s*(?:\(?\d{1,2}[.:]\d\d.*)?")
_BRACKET = lazy(r" \([^()]{3,40}\)$")
_WIDE = lazy(r"\bfür\b")
_FIRST_LINES = 3


def sitting_in_list(head: Head, *, sure: bool) -> Session | None:
    """The meeting; ``sure`` where the date or the word for minutes stands on the line of the body too."""
    filled = [index for index in range(min(head.last, _FIRST_LINES * 3)) if not head.blank(index)][:_FIRST_LINES]
    told = [_Listed(head, index) for index in filled]
    dated = next((one.date for one in told if one.date), None)
    for one in told:
        if one.body is None or not (one.recorded or one.date or (one.town and not sure)):
            continue
        session = organization_in(head.context, *one.body)
        date = one.date or (dated if not sure or one.recorded else None)
        head.taken.add(one.index)
        if session and not is_group(head.context.folded[slice(*one.body)]):
            return replace(session, date=date[0] if date else None, date_place=date[1:] if date else None)
    return None


def listed_date(head: Head) -> tuple[dt.date, Piece] | None:
    """The date of the meeting behind the word for minutes in one of the first lines."""
    filled = [index for index in range(min(head.last, _FIRST_LINES * 3)) if not head.blank(index)][:_FIRST_LINES]
    told = (_Listed(head, index) for index in filled)
    found = next((one.date for one in told if one.date and one.recorded), None)
    return (found[0], found[1:]) if found else None


class _Listed:
    """The parts of one line by what they are."""

    def __init__(self, head: Head, index: int) -> None:
        self.head = head
        self.context = head.context
        self.index = index
        self.body: Piece | None = None
        self.date: Found | None = None
        self.town = self.recorded = False
        parts = self._parts(*self.context.lines[index])
        if len(parts) == 1 and _RECORD.match(self.context.folded, parts[0][0]) is None:
            return
        last: str | None = None
        for place in parts:
            last = self._take(place, last)

    def _parts(self, start: int, end: int) -> list[Piece]:
        parts, at = [], start
        for gap in _BORDER.finditer(self.context.text, start, end):
            parts.append((at, gap.start()))
            at = gap.end()
        return [
            bare(self.context.text, *part) for part in (*parts, (at, end)) if self.context.text[slice(*part)].strip()
        ]

    def _take(self, place: Piece, last: str | None) -> str | None:
        """Take a part in; what it is, None where nothing that is known."""
        record = _RECORD.match(self.context.folded, *place)
        if record:
            self.recorded = True
            place = (record.end(), place[1])
        if place[0] >= place[1] or self._dated(*place) or (self.body is None and self._is_sitting(*place)):
            return "meeting"
        if self.body is None and self._is_body(*place):
            self.body = self._without_date(*place)
            return "body" if _WIDE.search(self.context.folded, *self.body) else "whole body"
        if self._is_town(*place):
            self.town = True
        elif last == "body" and self.body and self.context.text[place[0]].isupper():
            self.body = (self.body[0], place[1])
            return "body"
        return None

    def _dated(self, start: int, end: int) -> bool:
        """Whether a part is the date of the meeting, with its time perhaps."""
        lead = _OF_SITTING.match(self.context.folded, start, end) or _WHEN.match(self.context.folded, start, end)
        found = find_dates(self.context, lead.end(), end, month_first=self.head.month_first) if lead else ()
        if not (
            lead and found and found[0][1] == lead.end() and _REST.fullmatch(self.context.folded, found[0][2], end)
        ):
            return False
        self.date = self.date or found[0]
        return True

    def _is_body(self, start: int, end: int) -> bool:
        return self.context.text[start].isupper() and starts_organization(self.context.folded[start:end])

    def _is_sitting(self, start: int, end: int) -> bool:
        """Whether a part names a meeting with its date: "Ratssitzung vom 28.10.2031"."""
        found = sessions(self.context, start, end) if self.context.folded.find("sitzung ", start, end) >= 0 else ()
        if not found or found[0].date is None or found[0].date_place is None or found[0].place[0][0] != start:
            return False
        self.body, self.date = (start, end), self.date or (found[0].date, *found[0].date_place)
        return True

    def _without_date(self, start: int, end: int) -> Piece:
        """The body without the date behind it: "Stadtrat 25.05.2031"."""
        found = find_dates(self.context, start, end, month_first=self.head.month_first)
        if not found:
            return start, end
        self.date = self.date or found[0]
        return bare(self.context.text, start, found[0][1])

    def _is_town(self, start: int, end: int) -> bool:
        bracket = _BRACKET.search(self.context.folded, start, end)
        return names_body(self.head, start, bracket.start() if bracket else end)
