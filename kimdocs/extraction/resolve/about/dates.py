"""Which of a document's dates is its own, and which body's meeting it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.about.bulletin import bulletin_date, bulletin_session, is_bulletin
from kimdocs.extraction.resolve.about.date_beside import (
    behind_number,
    from_line,
    of_motion,
    signed,
    told_with_time,
    version,
    written_on,
)
from kimdocs.extraction.resolve.about.meeting import (
    addressed,
    before_item,
    behind_date,
    date_line,
    held_on,
    session_date,
)
from kimdocs.extraction.resolve.about.reference import date_behind_type, dated_type
from kimdocs.extraction.resolve.heads.letterhead import organization_line, with_whole_name
from kimdocs.extraction.resolve.heads.lines import close_up, mark_end
from kimdocs.extraction.resolve.heads.session import organization_in, organization_of, sessions
from kimdocs.extraction.resolve.heads.sitting import (
    dated_heading,
    dated_part,
    dated_sitting,
    labelled_sitting,
    sitting_below,
    sitting_in_parts,
    sitting_in_run_on,
    sitting_of_heading,
    sitting_of_paper,
    spelled_out,
)
from kimdocs.extraction.resolve.heads.vendors import above_file
from kimdocs.extraction.resolve.titles.statute import statute_date
from kimdocs.lexicon import matcher
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
_PAPERS = {DocumentKind.SUBMISSION, DocumentKind.NOTICE}
_LETTER_DATE = lazy(
    r"(?:|.*\b(?:den|d\.|datum:?)|(?!(?:mon|diens|donners|frei|sams|sonn)tag,"
    r"|mittwoch,)[a-zäöüß./, -]{3,60},(?: (?:am|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),?)?"
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
_MEETING_LINE = lazy(
    r"[^\n.]{3,110}?(?:,?\s(?:am|vom)\s(?:\w+,?\s(?:dem\s|den\s)?)?|,?\s(?:(?:nicht)?öffentliche\s)?(?:sitzung\s)?(?:am\s|vom\s)?)"
)
_REST_OF_MEETING = lazy(r"[\s.,]*(?:\([^()]{1,40}\)|(?:top|tagesordnungspunkt|punkt)\s.{1,12}|\d{1,2}[:.]\d\d uhr)?")
_TO_ITEM = lazy(
    r"(?:zu|für) (?:top|tagesordnungspunkt|punkt)[ .:]*[önt]? ?\d{1,3}(?:\.\d{1,2})*[a-z]?\.?,?"
    r"(?: de[rn](?: tagesordnung(?: der)?)?)?"
)
_FOR_MEETING = lazy(
    r"(?: (?:nr\.? ?)?(?:[a-z]{1,4} )?\S*\d\S*| (?:gemäß|gem\.|nach) § ?\d+\w?(?: abs\. \d)? (?:der|des) [\w-]+)?"
    r" (?:zur|für(?: die)?|zu(?: der)?|in(?: der)?|an(?: die)?)(?: (?:\d+\.|nächsten|öffentlichen))*"
)
_FOR_SITTING = {"für die", "zu der", "in der"}
_STAMP = lazy(r"(?P<name>[^\n]{2,60}?),? (?=\d{1,2}\.\d{1,2}\.\d{4}, top \d)")
_STAMP_LINES = 12
_BELOW = 4
_RECORDS = lazy(r"(?:beschlüsse|beschlussliste|ergebnisse|beratungen|berichte?|protokoll|niederschrift) de[sr] ")


def find_session(head: Head, kind: Kind) -> Session | None:
    """The meeting that the head names: behind a label, in the heading, or on a line "Bauausschuss am 31.08.2023"."""
    labelled = head.first("organization")
    if labelled:
        return spelled_out(head, organization_of(head.context, labelled.pieces))
    behind = behind_date(head) or labelled_sitting(head)
    if behind or (kind.kind is DocumentKind.OTHER and is_bulletin(head)):
        return behind or bulletin_session(head)
    first = kind.line + 1 if kind.kind in _MEETING and kind.line is not None else 0
    end = head.context.lines[max(head.last, first) - 1].end if head.last or first else 0
    if kind.kind is DocumentKind.MOTION:
        dated = [session for session in sessions(head.context, 0, end) if session.date]
        return dated[0] if dated else _sitting_of_paper(head, kind)
    named = [session for session in sessions(head.context, 0, end) if _stands_as_heading(head, session, kind)]
    if named:
        return with_whole_name(head, max(named[:3], key=lambda session: session.date is not None))
    if kind.kind not in _MEETING:
        said = sessions(head.context, 0, end) if kind.kind is DocumentKind.NOTICE else ()
        return said[0] if said else _sitting_of_paper(head, kind) if kind.kind in _PAPERS else None
    return (
        sitting_below(head, kind)
        or sitting_in_parts(head)
        or sitting_of_heading(head, kind)
        or _meeting_line(head)
        or sitting_in_run_on(head)
    )


def _sitting_of_paper(head: Head, kind: Kind) -> Session | None:
    """The meeting that a paper is for, of the body on a line of its own or of the one that it is addressed to."""
    day = _labelled(head, "meeting_date")
    to = addressed(head, kind) if day else None
    return sitting_of_paper(head) or (replace(to, date=day[0], date_place=day[1]) if to and day else None)


def own_date(head: Head, kind: Kind, session: Session | None) -> Dated | None:
    """The document's own date: the meeting's of minutes, its own of a paper, else None."""
    if kind.kind in _MEETING:
        return (
            _labelled(head, "meeting_date")
            or dated_heading(head, kind)
            or _of_session(session)
            or _labelled(head, "date")
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


def _stands_as_heading(head: Head, session: Session, kind: Kind) -> bool:
    """Whether a meeting is named by the heading of the document and not in passing."""
    context = head.context
    index = context.line_at(session.start)
    line = context.lines[index]
    before = " ".join(context.folded[mark_end(context.text, line.start, session.start) : session.start].split())
    near_kind = kind.line is not None and kind.kind in _MEETING and 0 <= index - kind.line <= 4
    quoted = context.folded.startswith("beschlu", session.start) and context.text[line.end - 1] == ":"
    if quoted or (line.end > session.end + 60 and not near_kind):
        return False
    named = matcher("paper_types").match(before, 0)
    paper = named is not None and _FOR_MEETING.fullmatch(before, named.end) is not None
    return (
        len(before.split()) <= 1
        or near_kind
        or before.endswith((" -", " –", " |", " /", ","))
        or paper
        or _TO_ITEM.fullmatch(before) is not None
        or (kind.kind not in _MEETING and before in _FOR_SITTING and session.date is not None)
    )


def _meeting_line(head: Head) -> Session | None:
    for index in range(min(head.last, 25)):
        line = head.context.lines[index]
        start = mark_end(head.context.text, line.start, line.end)
        lead = _RECORDS.match(head.context.folded, start, line.end)
        start = lead.end() if lead else start
        found = find_dates(head.context, start, line.end)
        if not found or not starts_organization(head.context.folded[start : line.end]):
            continue
        whole = _MEETING_LINE.fullmatch(head.context.folded, start, found[0][1])
        if whole and _REST_OF_MEETING.fullmatch(head.context.folded, found[0][2], line.end):
            head.taken.add(index)
            return organization_in(head.context, start, line.end)
    return organization_line(head)


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
