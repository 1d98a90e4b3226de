"""Which body's meeting a document belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.about.bulletin import bulletin_session, is_bulletin
from kimdocs.extraction.resolve.about.dates import meeting_date
from kimdocs.extraction.resolve.about.meeting import addressed, behind_date
from kimdocs.extraction.resolve.heads.letterhead import organization_line, with_whole_name
from kimdocs.extraction.resolve.heads.lines import cells_of, mark_end
from kimdocs.extraction.resolve.heads.listed import sitting_in_list
from kimdocs.extraction.resolve.heads.session import organization_in, organization_of, sessions
from kimdocs.extraction.resolve.heads.sitting import (
    labelled_sitting,
    sitting_below,
    sitting_in_parts,
    sitting_in_run_on,
    sitting_of_heading,
    sitting_of_paper,
    spelled_out,
)
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind

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
_RECORDS = lazy(r"(?:beschlüsse|beschlussliste|ergebnisse|beratungen|berichte?|protokoll|niederschrift) de[sr] ")
# a meeting that an item of the agenda is about
_OTHERS_MEETING = lazy(r"\b(?:vor|nach)bereitung(?: (?:der|einer))?$")
_PAPERS = {DocumentKind.SUBMISSION, DocumentKind.NOTICE}
_MEETING = {DocumentKind.MINUTES, DocumentKind.EXCERPT}


def find_session(head: Head, kind: Kind) -> Session | None:
    """The meeting that the head names: behind a label, in the heading, or on a line "Bauausschuss am 31.08.2023"."""
    labelled = head.first("organization")
    if labelled:
        return spelled_out(head, organization_of(head.context, labelled.pieces))
    behind = behind_date(head) or labelled_sitting(head)
    if behind or (kind.kind is DocumentKind.OTHER and is_bulletin(head)):
        return behind or bulletin_session(head)
    listed = sitting_in_list(head, sure=True) if kind.kind in _MEETING else None
    return listed or _told(head, kind)


def _told(head: Head, kind: Kind) -> Session | None:
    """The meeting of a head that neither labels nor lists it."""
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
        or sitting_in_list(head, sure=False)
        or sitting_in_run_on(head)
    )


def _sitting_of_paper(head: Head, kind: Kind) -> Session | None:
    """The meeting that a paper is for, of the body on a line of its own or of the one that it is addressed to."""
    day = meeting_date(head)
    to = addressed(head, kind) if day else None
    return sitting_of_paper(head) or (replace(to, date=day[0], date_place=day[1]) if to and day else None)


def _stands_as_heading(head: Head, session: Session, kind: Kind) -> bool:
    """Whether a meeting is named by the heading of the document and not in passing."""
    context = head.context
    index = context.line_at(session.start)
    line = context.lines[index]
    cell = next((start for start, end in cells_of(context.text, *line) if start <= session.start < end), line.start)
    begin = cell if kind.kind in _MEETING else line.start
    before = " ".join(context.folded[mark_end(context.text, begin, session.start) : session.start].split())
    near_kind = kind.line is not None and kind.kind in _MEETING and 0 <= index - kind.line <= 4
    quoted = context.folded.startswith("beschlu", session.start) and context.text[line.end - 1] == ":"
    if quoted or _OTHERS_MEETING.search(before) or (line.end > session.end + 60 and not near_kind):
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
