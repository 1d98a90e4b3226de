"""Dates that stand beside something else of a paper: behind its number, on a line "vom …", or where minutes close."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Context
from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.about.meeting import decided_on, held_on, of_record, opened_by, summoned
from kimdocs.extraction.resolve.heads.lines import bare, cells_of, mark_end
from kimdocs.extraction.resolve.heads.session import name_end, organization_in, sessions
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind

Dated = tuple["dt.date", "Piece"]

_BEHIND = lazy(r",? (?:vom|v\.) (?:\w+, (?:den |dem )?)?|,? \(|, ")
_FROM = lazy(r"(?:vom|v\.) (?:(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),? (?:den |dem )?)?")
_WRITTEN = lazy(r"\b(?:erstellt|verfasst|gefertigt|vorgelegt|eingereicht)(?: am|:| vom) (?=\d)")
_MET = lazy(
    r"(?P<name>(?:der|die) [^.\n]{3,90}?) (?:trat|tritt|kam|kommt|versammelte sich|fand sich)\s+am\s+(?=[^.]{0,20}\d)"
)
_MET_REACH = 400
_CLOSING = lazy(r"(?:niederschrift (?:über die|der) |protokoll (?:über die|der) )?(?:\d{1,3}\. )?\w*sitzung ")
_FOOTER = lazy(r"(?:sitzungs)?(?:niederschrift|protokoll) (?:de[sr] )?(?=\w)")
_VERSION = lazy(r"(?:stand|fassung)(?: vom|:)?\s{0,2}(?=\d)")
_OF_MOTION = lazy(r"\bvom\s+$")
_NUMBER_AND_DATE = lazy(r"[ ,:]+(?:nr\.?:?\s*)?(?:\S*\d\S*?,?\s+)?\(?(?:vom |v\. )?|[ ,]+vom ")
_PUBLIC_BEHIND = lazy(r"[\s,(–-]*(?:nicht ?)?öffentlich[\s)–-]*$")
_VERSION_WITHIN = 1500
_CLOSING_LINES = 8
_WEEKDAY_WITHIN = 18
_FIRST_LINES = 12
_MOST_CELLS, _LONGEST_CELL = 3, 110
_NAMES_MINUTES = lazy(
    r"(?![^\n]*\b(?:genehmig|nächste|letzte|vorige|anlage)\w*)[^\n:;|]{0,80}?"
    r"\b(?:\w*sitzung|\w*protokoll|\w*niederschrift|\w*auszug)\b"
)
_SIGNATURE = lazy(
    r"(?:^|\n)(?:eingereicht|gestellt|erstellt|vorgelegt)(?: am)?:? (?=\d{1,2}\.)|(?:^|\n|\t"
    r"|\s{3,})[a-zäöüß][a-zäöüß. -]{2,40}(?:, (?:den |dem |am )?| den | / )(?=\d{1,2}\.)"
)
_SIGNATURE_LINES = 30


def named_with_minutes(head: Head) -> Dated | None:
    """The one date of a cell in the head that names the minutes or their sitting: "Protokoll GR 26.04.2031"."""
    items = head.context.items
    first = head.context.line_at(items[0].start) if items else len(head.context.lines)
    for start, end in head.context.lines[: min(first, _FIRST_LINES)]:
        cells = cells_of(head.context.text, start, end)
        for cell in cells if len(cells) <= _MOST_CELLS else ():
            if cell[1] - cell[0] > _LONGEST_CELL:
                continue
            named = _NAMES_MINUTES.match(head.context.folded, *cell)
            found = find_dates(head.context, *cell, month_first=head.month_first) if named else ()
            if named and len(found) == 1 and found[0][1] >= named.end():
                return found[0][0], found[0][1:]
    return None


def behind_number(head: Head) -> Dated | None:
    """The date right behind the labelled number of the paper: "Drucksache 31/2031 vom 04.05.2031"."""
    number = head.first("reference")
    if number is None:
        return None
    end = head.context.lines[head.context.line_at(number.pieces[0][0])].end
    gap = _BEHIND.match(head.context.folded, number.pieces[0][1], end)
    return _rest(head, gap.end(), end) if gap else None


def from_line(head: Head, kind: Kind) -> Dated | None:
    """The date of a line that is but "vom 04.05.2031", near the kind of the paper or its number."""
    number = head.first("reference")
    near = {kind.line, number.line if number else None} - {None}
    for index in range(min(head.last, _FIRST_LINES)):
        start = mark_end(head.context.text, *head.context.lines[index])
        end = head.context.lines[index].end
        told = head.context.folded.find("v", start, end) >= 0 and any(map(str.isdigit, head.context.text[start:end]))
        cells = cells_of(head.context.text, start, end) if told else []
        lead = _FROM.match(head.context.folded, bare(head.context.text, *cells[-1])[0], end) if cells else None
        if lead and any(0 < index - line < 4 for line in near if line is not None):
            return _rest(head, lead.end(), end)
    return None


def written_on(head: Head) -> Dated | None:
    """The one date of which the head says that the paper was written: "erstellt am 04.05.2031 von Frau Sommer"."""
    end = head.context.lines[head.last - 1].end if head.last else 0
    found: dict[dt.date, Piece] = {}
    for hit in _WRITTEN.finditer(head.context.folded, 0, end):
        dates = find_dates(head.context, hit.end(), hit.end() + 24, month_first=head.month_first)
        if dates and dates[0][1] == hit.end():
            found.setdefault(dates[0][0], dates[0][1:])
    return next(iter(found.items())) if len(found) == 1 else None


def of_motion(head: Head, kind: Kind) -> Dated | None:
    """The date of a motion as its originators' lines say it: "der Fraktion X vom 2. Dezember 2031"."""
    first = kind.line if kind.line is not None else 0
    for index in range(first, min(first + 10, head.last)):
        line = head.context.lines[index]
        for date, start, end in find_dates(head.context, line.start, line.end):
            if (
                _OF_MOTION.search(head.context.folded, line.start, start)
                and head.context.folded[end : line.end].strip(" .,") == ""
            ):
                return date, (start, end)
    return None


def version(head: Head) -> Dated | None:
    """The date of the version of a text: "Stand: 04.05.2031", "Fassung vom 04.05.2031"."""
    end = head.context.lines[head.last - 1].end if head.last else 0
    for hit in _VERSION.finditer(head.context.folded, 0, min(end, _VERSION_WITHIN)):
        found = find_dates(head.context, hit.end(), hit.end() + 20)
        if found and found[0][1] == hit.end():
            return found[0][0], found[0][1:]
    return None


def told_with_time(head: Head) -> Dated | None:
    """The date with which a label of the meeting's time begins: "Zeit: 28.11.2031, 19.00 Uhr"."""
    for field in head.fields.get("other", ()):
        found = find_dates(head.context, *field.pieces[0]) if field.rule == "labels.place_and_time" else ()
        if found and found[0][1] - field.pieces[0][0] < _WEEKDAY_WITHIN:
            return found[0][0], found[0][1:]
    return None


def _rest(head: Head, start: int, end: int) -> Dated | None:
    """The date that the rest of a line is."""
    found = find_dates(head.context, start, end, month_first=head.month_first)
    alone = found and found[0][1] == start and not head.context.text[found[0][2] : end].strip(" .,)|")
    return (found[0][0], found[0][1:]) if alone else None


def signed(head: Head) -> Dated | None:
    """The one date of the signatures at the end ("Erlbach, den 19.08.2031")."""
    context = head.context.source
    lines = [line for line in head.context.lines if line.end > line.start][-_SIGNATURE_LINES:]
    if not lines or lines[0].start < len(head.context.folded) // 2:
        lines = [line for line in lines if line.start > len(context.text) // 2]
    end = Context(context, fold(context.text[lines[0].start :]), ()) if lines else None
    if end is None:
        return None
    found: dict[dt.date, Piece] = {}
    for hit in _SIGNATURE.finditer(end.folded):
        dates = find_dates(end, hit.end(), hit.end() + 25)
        line = head.context.line_at(lines[0].start + hit.end())
        if dates and dates[0][1] == hit.end() and not (line in head.dealt or starts_organization(hit.group().strip())):
            found.setdefault(dates[0][0], (lines[0].start + dates[0][1], lines[0].start + dates[0][2]))
    return next(iter(found.items())) if len(found) == 1 else None


def told_in_text(head: Head, context: Context) -> Session | None:
    """The meeting of minutes whose head names none: as their text opens, as an extract calls it, or as they close."""
    return (
        met_on(head)
        or held_on(head)
        or opened_by(head)
        or summoned(head)
        or of_record(context)
        or decided_on(context)
        or closing_meeting(context)
    )


def met_on(head: Head) -> Session | None:
    """The meeting that minutes open with: "Der Kreisausschuss trat am 8. Mai 2031 zu seiner 3. Sitzung zusammen"."""
    hit = _MET.search(head.context.folded, 0, _MET_REACH)
    if hit is None or not starts_organization(hit["name"].partition(" ")[2]):
        return None
    session = organization_in(head.context, *hit.span("name"))
    found = find_dates(head.context, hit.end(), hit.end() + 40)
    if session is None or not found:
        return session
    return replace(session, date=found[0][0], date_place=found[0][1:])


def closing_meeting(context: Context) -> Session | None:
    """The meeting that minutes name only on their last lines: "Sitzung des Gemeinderates vom 08.09.2031"."""
    lines = [line for line in context.lines[1:] if line.end > line.start][-_CLOSING_LINES:]
    for line in lines:
        footer = _FOOTER.match(context.folded, *line)
        if footer and starts_organization(context.folded[footer.end() : line.end]):
            session = organization_in(context, footer.end(), name_end(context, footer.end(), line.end))
            found = find_dates(context, footer.end(), line.end)
            if session and found:
                return replace(session, date=found[0][0], date_place=found[0][1:])
        if _CLOSING.match(context.folded, *line):
            return next((one for one in sessions(context, line.start, lines[-1].end) if one.date), None)
    return None


def date_behind_type(head: Head, line: int | None) -> tuple[dt.date, Piece] | None:
    """The date behind the kind of paper and its number: "Beschlussvorlage Nr. 23/2031 vom 04.05.2031"."""
    if line is None:
        return None
    start, end = head.context.lines[line]
    start = mark_end(head.context.text, start, end)
    named = next(iter(matcher("paper_types").findall(head.context.folded, start, end)), None)
    if named is None or named.entry.value != "submission":
        return None
    found = find_dates(head.context, named.end, end)
    before = head.context.folded[named.end : found[0][1]] if found else ""
    behind = _PUBLIC_BEHIND.sub("", head.context.folded[found[0][2] : end]).strip(" .,)") if found else ""
    return (found[0][0], found[0][1:]) if _NUMBER_AND_DATE.fullmatch(before) and not behind else None
