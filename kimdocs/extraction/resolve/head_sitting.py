"""The meeting that labels and letterheads of minutes name: "Sitzung: 14.11.2031  SGA/012/2031  Schulausschuss"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import is_group, organizations, starts_organization
from kimdocs.extraction.resolve.head_lines import cells_of, mark_end
from kimdocs.extraction.resolve.head_session import organization_in

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.head import Head
    from kimdocs.extraction.resolve.head_lines import Piece
    from kimdocs.extraction.resolve.head_session import Session
    from kimdocs.extraction.resolve.kind import Kind

_LABEL = re.compile(r"(?:sitzung|besprechung|sitzung des gremiums|gremium|ausschuss|sitzung \(gremium\))\s*:\s*(?=\w)")
_BORDER = re.compile(r"\s*(?:,|;|\s[-–/]\s|\()\s*")
_OF = re.compile(
    r"\s+(?:über die verhandlungen |über die beschlüsse |der verhandlungen |(?:nicht)?öffentlich )?"
    r"(?=(?:des|der|vom|im) )"
)
_SITTING_ON = re.compile(r"sitzung (?:am|vom) ")
_LINES = 25
_PUBLIC = r"\(?(?:nicht)?öffentliche[rn]?\)?"
_MEETING_LINE = re.compile(
    rf"\W*(?:\d{{1,3}}\.?\s)?(?:{_PUBLIC}(?: (?:und|/) {_PUBLIC})?\s)?(?:[\wäöüß-]{{3,30}}e\s)?"
    r"[\wäöüß-]*(?:sitzung|tagung|versammlung)\s(?:am|vom)\s"
)


def labelled_sitting(head: Head) -> Session | None:
    """The body that the line of a label "Sitzung:" names in any of its cells, wherever its date stands."""
    for index in range(min(head.last, _LINES)):
        line = head.context.lines[index]
        start = mark_end(head.context.text, line.start, line.end)
        label = _LABEL.match(head.context.folded, start, line.end)
        for begin, end in _parts(head, label.end(), line.end) if label else ():
            folded = head.context.folded[begin:end]
            if starts_organization(folded) and not is_group(folded):
                return organization_in(head.context, begin, end)
    return None


def sitting_of_heading(head: Head, kind: Kind) -> Session | None:
    """The body behind the word that names minutes: "Auszug aus dem Sitzungsbuch des Gemeinderates"."""
    if kind.entry is None or kind.line is None or kind.line >= len(head.context.lines):
        return None
    line = head.context.lines[kind.line]
    of = _OF.search(head.context.folded, line.start, line.end)
    if of is None or line.end > len(head.context.folded):
        return None
    begin = of.end()
    named = next(iter(organizations(head.context.folded, begin, line.end)), None)
    near = named is not None and named.start - begin < _LINES * 2
    return organization_in(head.context, begin, line.end) if near else None


def dated_heading(head: Head, kind: Kind) -> tuple[dt.date, Piece] | None:
    """The date of the sitting in the heading of minutes itself: "Protokoll über die Sitzung am 05.03.2031"."""
    if kind.line is None or kind.line >= head.last:
        return None
    line = head.context.lines[kind.line]
    hit = _SITTING_ON.search(head.context.folded, line.start, line.end)
    found = find_dates(head.context, hit.end(), line.end, month_first=head.month_first) if hit else ()
    return (found[0][0], found[0][1:]) if found and hit and found[0][1] - hit.end() < _LINES else None


def dated_sitting(head: Head) -> tuple[dt.date, Piece] | None:
    """The one date behind a line's "3. (öffentliche) Sitzung vom"."""
    found: dict[dt.date, Piece] = {}
    for index in range(min(head.last, _LINES)):
        line = head.context.lines[index]
        hit = _MEETING_LINE.match(head.context.folded, line.start, line.end)
        dates = find_dates(head.context, hit.end(), line.end, month_first=head.month_first) if hit else ()
        if dates:
            found.setdefault(dates[0][0], dates[0][1:])
    return next(iter(found.items())) if len(found) == 1 else None


def _parts(head: Head, start: int, end: int) -> list[Piece]:
    """The cells of a line, those behind a comma, a dash or a bracket too."""
    parts = []
    for begin, stop in cells_of(head.context.text, start, end):
        parts.append((begin, stop))
        parts += [(gap.end(), stop) for gap in _BORDER.finditer(head.context.text, begin, stop)]
    return parts
