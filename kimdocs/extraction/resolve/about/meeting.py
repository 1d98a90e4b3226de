"""The meeting of minutes and excerpts that have no heading: told by a line with its date or by its opening."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Context
from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import is_group, starts_organization
from kimdocs.extraction.resolve.heads.lines import bare, cells_of, mark_end
from kimdocs.extraction.resolve.heads.session import name_end, organization_in, sessions
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind

Dated = tuple["dt.date", "Piece"]

_ARTICLE = lazy(r"\s*(?:des|der)\s+")
_FIRST_LINES = 10
_MOST_LINES = 30
_RESPONSIBLE = lazy(r"zuständigkeit:\s+")
_LONGEST_LINE = 110
_WEEKDAY = lazy(
    r"(?:am )?(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),?|(?:mo|di|mi|do|fr|sa|so)(?:\.,?|,)) "
    r"(?:den |dem )?(?=\d)"
)
_TIME_BEFORE = lazy(
    r"(?:(?:von )?\d{1,2}[:.]\d\d(?: uhr)? ?(?:-|–|bis) ?)?\d{1,2}[:.]\d\d uhr,? am (?=\d)|verhandelt(?::| am| zu"
    r"| in)[^\d\n]{1,40}(?=\d)"
)
_TIME = lazy(r",? (?:um )?\d{1,2}(?:[:.]\d\d)?(?: ?(?:-|–|bis) ?\d{1,2}(?:[:.]\d\d)?)? ?(?:uhr|h)\b")
_RECORD_OF = lazy(
    r"\bauszug\b[^.\n]{0,40}?\b(?:niederschrift|\w*protokoll|\w*buch)e?s?\s+(?:über\sdie\s(?:[\w.]+\s){0,3}sitzung\s)?(?=(?:des|der)\s)"
    r"|\nd(?:er|ie) vorsitzende(?=\s(?:des|der)\s)"
)
_OPENING = lazy(r"\beröffne(?:t|te)?\b")
_CODE = lazy(r"(?=\S*\d)\S*/\S*[\s,|–-]+")
_ADDRESSED = lazy(
    r"(?:an|(?P<for> für| an)) (?:den|die|das)(?:(?: herrn| frau)? vor(?:sitzenden?|steher(?:in)?) (?:des|der))?(?: |$)"
)
_CHAIR = lazy(r"(?:(?:herrn |frau )?vor(?:sitzenden?|steher(?:in)?)) (?:des|der) (?=\w)")
_TOWN_BEHIND = lazy(r"(?: (?:der|des) (?:\w*stadt|\w*gemeinde|marktes|fleckens|\w*kreises) .{2,60})?")
_CODE_ALONE = lazy(r"[A-Za-zÄÖÜäöü]+/\d+/\d+\s*")
_DATED_BEHIND = lazy(r"[^.;\n]{0,40}?[,\s]+(?:sitzung\s)?(?:am|vom)\s(?:\w+,?\s(?:de[nm]\s)?)?")
_SUMMONED = lazy(
    r"\bmitglieder\s+(?:der|des)\s+(?P<members>\w)[^;!?]{3,500}?\b(?:einberufen|eingeladen|geladen)\b"
    r"|(?:^|[\n.]\s*)(?:der|die)\s+(?P<quorate>\w)[^.;!?\n]{3,60}?\s+(?:ist|war|sind|waren)\s+(?:[^.;!?\n]{0,80}\s)?beschlussfähig\s*[.\n]"
)
_DECIDED = lazy(
    r"(?:^|\n)(?:der|die) (?P<name>\w[^\n.:;]{3,90}?) (?:beschließt|beschloss|fasste?|wählte?|stimmte?|hat)"
    r" (?:in|auf) (?:seiner|ihrer|der) (?:[\wäöü.]+ ){0,3}?\w*sitzung (?:am|vom) (?=\d[^\n]{5,60}:\s*(?:\n|$))"
)
_HELD = lazy(
    r"\b(?:findet|fand) am (?=\d)[^\n;!?]{8,160}?\b(?:eine|die|seine|ihre) (?:[\wäöü.]+ ){0,3}?(?=sitzung de[sr] )"
)
_FOR = lazy(r"\b(?:auf|für|sitzung\s+am)\s+(?:den\s+|\w{5,10}tag,?\s+(?:de[nm]\s+)?|mittwoch,?\s+(?:de[nm]\s+)?)?$")
_REACH = 160
_WITHIN = 3000
_DATE_REACH = 24


def behind_date(head: Head) -> Session | None:
    """The body behind the date of a labelled meeting: "Sitzung: 13.02.2031 Kreistag"."""
    for field in head.fields.get("meeting_date", ()):
        start, end = field.pieces[0][1], head.context.lines[head.context.line_at(field.pieces[0][0])].end
        while start < end and head.context.text[start] in " \t,|-–":
            start += 1
        code = _CODE.match(head.context.text, start, end)
        start = code.end() if code else start
        if _CODE_ALONE.fullmatch(head.context.text, start, end):
            continue
        if starts_organization(head.context.folded[start:end]):
            return organization_in(head.context, start, end)
    return _responsible(head)


def _responsible(head: Head) -> Session | None:
    """The body that a page of one item names as the one that deals with it: "Zuständigkeit: Rat"."""
    if not head.fields.get("meeting_date"):
        return None
    for line in head.context.lines[: min(head.last, _MOST_LINES)]:
        named = _RESPONSIBLE.match(head.context.folded, line.start, line.end)
        if named and starts_organization(head.context.folded[named.end() : line.end]):
            return organization_in(head.context, named.end(), line.end)
    return None


def addressed(head: Head, kind: Kind) -> Session | None:
    """The council that a paper is addressed to: "Beschlussvorlage für den Kreistag", or a line "An den Gemeinderat".

    Motions are sent to its chair too: "An den⏎Vorsitzenden des Kreistags".
    """
    if kind.kind not in {DocumentKind.SUBMISSION, DocumentKind.MOTION, DocumentKind.NOTICE} or kind.line is None:
        return None
    for field in head.fields.get("other", ()) if kind.kind is DocumentKind.MOTION else ():
        if field.rule == "labels.addressee" and _is_body(head, *field.pieces[0]):
            return organization_in(head.context, *field.pieces[0])
    lines = head.context.lines
    for index in range(min(head.last, _MOST_LINES)):
        start = kind.place[1] if kind.place and index == kind.line else lines[index].start
        to = _ADDRESSED.match(head.context.folded, start, lines[index].end)
        if to is None or (index == kind.line) is (to["for"] is None):
            continue
        begin, end = to.end(), lines[index].end
        if begin == end and index + 1 < len(lines):
            begin, end = lines[index + 1]
            chair = _CHAIR.match(head.context.folded, begin, end)
            begin = chair.end() if chair else begin
        if begin < end and _is_body(head, begin, end):
            return organization_in(head.context, begin, name_end(head.context, begin, end))
    return None


def _is_body(head: Head, start: int, end: int) -> bool:
    """Whether the rest of a line is the name of a body that is no group, and perhaps the town's."""
    folded = head.context.folded
    if not starts_organization(folded[start:end]) or is_group(folded[start:end]):
        return False
    return _TOWN_BEHIND.fullmatch(folded, name_end(head.context, start, end), end) is not None


def date_line(head: Head) -> Dated | None:
    """The one date that a cell of the first lines begins with, behind its weekday or before the time."""
    found: dict[dt.date, Piece] = {}
    for index in range(min(head.last, _FIRST_LINES)):
        line = head.context.lines[index]
        if line.end - line.start > _LONGEST_LINE:
            continue
        marked = mark_end(head.context.text, line.start, line.end)
        for cell in cells_of(head.context.text, marked, line.end):
            start, end = bare(head.context.text, *cell)
            weekday = _WEEKDAY.match(head.context.folded, start, end) or _TIME_BEFORE.match(
                head.context.folded, start, end
            )
            begun = weekday.end() if weekday else start
            dates = find_dates(head.context, begun, end)
            if dates and dates[0][1] == begun and (weekday or _TIME.match(head.context.folded, dates[0][2], end)):
                found.setdefault(dates[0][0], dates[0][1:])
    return next(iter(found.items())) if len(found) == 1 else None


def before_item(head: Head, kind: Kind) -> Dated | None:
    """The date before the item that an excerpt is named by: "20.01.2031 - 6.1 Neubau der Sporthalle"."""
    found = find_dates(head.context, *kind.place) if kind.place else ()
    return (found[0][0], found[0][1:]) if found and kind.place and found[0][1] == kind.place[0] else None


def opened_by(head: Head) -> Session | None:
    """The body of whose meeting the first part of the text says that it is opened."""
    source = head.context.source
    begun = Context(source, fold(source.text[:_WITHIN]), head.context.lines, line_starts=head.context.line_starts)
    for session in sessions(begun, 0, len(begun.folded)):
        around = max(0, session.start - _REACH), min(len(begun.folded), session.end + _REACH)
        before = re.split(r"[.!?]\s+(?=[^\d\s])|\n", begun.folded[around[0] : session.start])[-1]
        behind = re.split(r"[.!?;\n]", begun.folded[session.end : around[1]])[0]
        if _OPENING.search(before) or _OPENING.search(behind):
            return session
    return None


def of_record(context: Context) -> Session | None:
    """The body from whose minutes a text says that it is an extract, wherever it says so, with the date behind it."""
    told = "auszug" in context.folded or "\ndie vorsitzende" in context.folded or "\nder vorsitzende" in context.folded
    hit = _RECORD_OF.search(context.folded) if told else None
    if hit is None:
        return None
    article = _ARTICLE.match(context.folded, hit.end())
    start = article.end() if article else hit.end()
    end = min(len(context.folded), start + _REACH)
    if not starts_organization(context.folded[start:end]):
        return None
    stop = name_end(context, start, end)
    session = organization_in(context, start, stop)
    dated = find_dates(context, stop, end)
    near = dated and _DATED_BEHIND.fullmatch(context.folded, stop, dated[0][1])
    if session is None or not near:
        return session
    return replace(session, date=dated[0][0], date_place=dated[0][1:])


def summoned(head: Head) -> Session | None:
    """The body whose members the text says were called to the meeting, with the date that they were called for."""
    begun = head.context.folded[:_WITHIN]
    hit = _SUMMONED.search(begun)
    group = "members" if hit and hit["members"] else "quorate"
    if hit is None or not starts_organization(begun[hit.start(group) : hit.end()]):
        return None
    start = hit.start(group)
    session = organization_in(head.context, start, name_end(head.context, start, hit.end()))
    dates = [found for found in find_dates(head.context, *hit.span()) if _FOR.search(begun, 0, found[1])]
    if session is None or len(dates) > 1:
        return session
    date, place = (dates[0][0], dates[0][1:]) if dates else (None, None)
    return replace(session, date=date, date_place=place)


def decided_on(context: Context) -> Session | None:
    """The body that every resolution of a text names with its sitting: "Der Rat beschließt in seiner Sitzung am …:"."""
    found: dict[tuple[str, dt.date], Session] = {}
    for hit in _DECIDED.finditer(context.folded):
        dates = find_dates(context, hit.end(), hit.end() + _DATE_REACH)
        session = organization_in(context, *hit.span("name")) if starts_organization(hit["name"]) else None
        if session and dates and dates[0][1] == hit.end():
            dated = replace(session, date=dates[0][0], date_place=dates[0][1:])
            found.setdefault((session.organization, dates[0][0]), dated)
    return next(iter(found.values())) if len(found) == 1 else None


def held_on(head: Head) -> Session | None:
    """The meeting that a text says is held: "Unter dem Vorsitz von … findet am … eine Sitzung des Rates statt"."""
    hit = _HELD.search(head.context.folded, 0, _WITHIN)
    found = next(iter(sessions(head.context, hit.end(), hit.end() + _REACH)), None) if hit else None
    dates = find_dates(head.context, hit.start(), hit.end()) if hit else ()
    return replace(found, date=dates[0][0], date_place=dates[0][1:]) if found and dates else None


def session_date(session: Session | None) -> Dated | None:
    """The date of a meeting, with its place."""
    if session is None or session.date is None or session.date_place is None:
        return None
    return session.date, session.date_place
