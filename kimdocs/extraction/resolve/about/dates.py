"""Which of a document's dates is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.about.bulletin import bulletin_date, is_bulletin
from kimdocs.extraction.resolve.about.date_beside import (
    behind_number,
    date_behind_type,
    from_line,
    named_with_minutes,
    of_motion,
    signed,
    told_with_time,
    version,
    written_on,
)
from kimdocs.extraction.resolve.about.meeting import (
    before_item,
    date_line,
    held_on,
    session_date,
)
from kimdocs.extraction.resolve.about.reference import dated_type
from kimdocs.extraction.resolve.heads.lines import close_up
from kimdocs.extraction.resolve.heads.listed import listed_date
from kimdocs.extraction.resolve.heads.sitting import (
    dated_heading,
    dated_part,
    dated_sitting,
)
from kimdocs.extraction.resolve.heads.vendors import above_file
from kimdocs.extraction.resolve.titles.statute import statute_date
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind

Dated = tuple["dt.date", "Piece"]

_MEETING = {DocumentKind.MINUTES, DocumentKind.EXCERPT}
_LETTER_DATE = lazy(
    r"(?:|.*\b(?:den|d\.|datum:?)|(?!(?:mon|diens|donners|frei|sams|sonn)tag,"
    r"|mittwoch,)(?:\d{5} )?[a-zäöüß./, -]{3,60},(?: (?:am|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),?)?"
    r"|(?:fachbereich|fachdienst|fachgebiet|sachgebiet|amt|dezernat|abteilung|referat|fb|fd|sg) [\w./ -]{1,24},"
    r"|(?:telefon|tel\.?|auskunft erteilt|durchwahl|zimmer|e-mail|fax|bearbeiter\S*|verfasser\S*|ersteller\S*"
    r"|aktenzeichen|az\.?):?.{0,60})\s*$"
)
_OPEN_BRACKET = lazy(r"\([^()\n]{6,}\Z")
_NOTHING = lazy(r"\W*")
_BORDERS = lazy(r"\t|\s{3,}|\s[-|·•–/]\s|\|\s?|;\s")
_CELL_ENDS = lazy(
    r"\s*(?:$|\t|\s{3,}|\||;|\s[-·•–/]\s)|,? (?:fb|fd|amt|fachbereich"
    r"|fachdienst|dezernat|abteilung|referat|sachgebiet)\b"
)
_COLUMN = lazy(r"\t| {3,}")
_MINUTES = lazy(r"niederschrift|protokoll|auszug|bericht|sitzung")
_STAMP = lazy(r"(?P<name>[^\n]{2,60}?),? (?=\d{1,2}\.\d{1,2}\.\d{4}, top \d)")
_STAMP_LINES = 12
_BELOW = 4


def own_date(head: Head, kind: Kind, session: Session | None) -> Dated | None:
    """The document's own date: the meeting's of minutes, its own of a paper, else None."""
    if kind.kind in _MEETING:
        return (
            _labelled(head, "meeting_date")
            or dated_heading(head, kind)
            or named_with_minutes(head)
            or _of_session(session)
            or _labelled(head, "date")
            or listed_date(head)
            or _below_heading(head, kind)
            or dated_sitting(head)
            or date_line(head)
            or before_item(head, kind)
            or dated_part(head)
            or told_with_time(head)
            or session_date(held_on(head))
            or _labelled(head, "motion_date")
            or _letter_date(head, alone=kind.kind is DocumentKind.EXCERPT)
        )
    dated = (
        (bulletin_date(head) if kind.kind is DocumentKind.OTHER and is_bulletin(head) else None)
        or _labelled(head, "date")
        or _of_type(head)
        or date_behind_type(head, kind.line)
        or _of_decision(head, session)
        or behind_number(head)
    )
    if dated is None and (kind.kind is DocumentKind.MOTION or (kind.entry and kind.entry.id == "question")):
        dated = _labelled(head, "motion_date") or of_motion(head, kind)
    if dated is None and kind.kind in {DocumentKind.AGREEMENT, DocumentKind.OTHER, DocumentKind.NOTICE}:
        dated = _labelled(head, "version") or version(head) or statute_date(head)
    if dated is None and kind.entry is not None and kind.entry.attributes.get("dated_by_meeting"):
        dated = _letter_date(head) or _labelled(head, "meeting_date") or _of_session(session)
    dated = dated or (from_line(head, kind) or written_on(head) if kind.kind is not DocumentKind.MOTION else None)
    return dated or _letter_date(head) or signed(head) or _labelled(head, "version") or _labelled(head, "received")


def meeting_date(head: Head) -> Dated | None:
    """The date of the meeting that a label gives ("Termin")."""
    return _labelled(head, "meeting_date")


def stamp(context: Context) -> tuple[Piece, Dated] | None:
    """The body and the meeting that an annex is stamped with ("JHA 21.07.2031, TOP 3"), on its first or last lines."""
    for line in (*context.lines[:_STAMP_LINES], *context.lines[-_STAMP_LINES:]):
        hit = _STAMP.match(context.folded, line.start, line.end)
        found = find_dates(context, hit.end(), line.end) if hit else ()
        if hit and found:
            return hit.span("name"), (found[0][0], found[0][1:])
    return None


def _labelled(head: Head, name: str) -> Dated | None:
    fields = head.fields.get(name, ())
    for field in sorted(fields, key=lambda one: above_file(head, one.line)) if len(fields) > 1 else fields:
        found = find_dates(head.context, *field.pieces[0], month_first=head.month_first)
        if found:
            return found[0][0], found[0][1:]
    return None


def _of_type(head: Head) -> Dated | None:
    """The date behind the kind of paper and before its number: "Vortrag des Magistrats vom 19.08.2031, M 157"."""
    told = dated_type(head)
    found = find_dates(head.context, *told[1]) if told else ()
    return (found[0][0], found[0][1:]) if found else None


def _of_session(session: Session | None) -> Dated | None:
    return (session.date, session.date_place) if session and session.date and session.date_place else None


def _of_decision(head: Head, session: Session | None) -> Dated | None:
    """The date of a paper that is headed by what a body decided: "Beschluss des Schulausschusses vom 12.05.2031"."""
    decided = session and "beschluss" in head.context.folded[session.start : session.place[0][0]]
    return _of_session(session) if decided else None


def _below_heading(head: Head, kind: Kind) -> Dated | None:
    """The date on the heading of minutes or on the line below it."""
    if kind.line is None or kind.line >= head.last or not _MINUTES.search(close_up(head.folded(kind.line))):
        return None
    filled = [index for index in range(kind.line, min(kind.line + 3 * _BELOW, head.last)) if not head.blank(index)]
    for index in filled[:_BELOW]:
        line = head.context.lines[index]
        if head.context.folded.startswith("nächste", line.start):
            continue
        for date, start, end in find_dates(head.context, line.start, line.end):
            bracket = _OPEN_BRACKET.search(head.context.folded, line.start, start)
            if bracket is None or bracket.end() < start:
                return date, (start, end)
    return None


def _letter_date(head: Head, *, alone: bool = False) -> Dated | None:
    """The one date of the letterhead: alone on its line, behind the place or the contact; else alone in its cell.

    ``alone`` ones have nothing before them, not even the place where a letter was written.
    """
    strict, loose = _dates_of_letter(head, alone=alone)
    found = strict or loose
    return next(iter(found.items())) if len(found) == 1 else None


def _dates_of_letter(head: Head, *, alone: bool) -> tuple[dict[dt.date, Piece], dict[dt.date, Piece]]:
    """The dates that end their line, and those that but end their cell or stand before the department."""
    labelled = {
        place for fields in head.fields.values() for field in fields if field.name != "other" for place in field.pieces
    }
    strict: dict[dt.date, Piece] = {}
    loose: dict[dt.date, Piece] = {}
    table = min((line for line, _ in head.tables), default=head.last)
    below = max(head.dealt, default=head.last)
    for index in (*range(min(head.last, table, 45)), *range(max(table, below + 1), min(head.last, 45))):
        line = head.context.lines[index]
        if index in head.dealt:
            continue
        for date, start, end in find_dates(head.context, line.start, line.end, month_first=head.month_first):
            gaps = [line.start, *(gap.end() for gap in _COLUMN.finditer(head.context.text, line.start, start))]
            before = (head.context.folded[gaps[-1] : start], head.context.folded[line.start : start])
            behind = lower(head.context.text[end : line.end])
            cell = _BORDERS.split(head.context.text[line.start : start])[-1]
            pattern = _NOTHING if alone else _LETTER_DATE
            if (start, end) in labelled:
                continue
            if behind.strip(" .,") == "" and any(map(pattern.fullmatch, before)):
                strict.setdefault(date, (start, end))
            elif _CELL_ENDS.match(behind) and pattern.fullmatch(lower(cell).strip()):
                loose.setdefault(date, (start, end))
    return strict, loose
