"""The meeting that labels and letterheads of minutes name: "Sitzung: 14.11.2031  SGA/012/2031  Schulausschuss"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import before_body, is_group, organizations, starts_organization
from kimdocs.extraction.resolve.heads.lines import bare, cells_of, mark_end
from kimdocs.extraction.resolve.heads.session import name_end, organization_in, sessions
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.recognise.date import Found
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session
    from kimdocs.extraction.resolve.kinds.paper import Kind

_LABEL = lazy(r"(?:sitzung|besprechung|sitzung des gremiums|gremium|ausschuss|sitzung \(gremium\))\s*:\s*(?=\w)")
_BORDER = lazy(r"\s*(?:,|;|\s[-–/]\s|\()\s*")
_OF = lazy(
    r"\s+(?:über die verhandlungen |über die beschlüsse |der verhandlungen |(?:nicht)?öffentlich )?"
    r"(?=(?:des|der|vom|im) )|\s+über die (?:\d{1,3}\. )?(?:[a-zäöü]+(?:liche|ende) )?(?=\w*versammlung\b)"
)
_RECORD = lazy(r"niederschrift|protokoll|verhandlung|beschl|buch\b")
_SITTING_ON = lazy(r"sitzung (?:am|vom) ")
_FOR_SITTING = lazy(r"(?:zur|für die) (?:\d{1,3}\. )?(?:(?:nicht)?öffentlichen )?sitzung (?:am|vom) ")
_RUN_ON = lazy(r"\b(?:(?:niederschrift|protokoll) über die |beschluss aus der (?=sitzung ))")
_RUN_ON_WITHIN = 1500
_RUN_ON_REACH = 260
_FOR_BODY = lazy(r"(?:zur|für d(?:en|ie)|an d(?:en|ie)) (?:\d{1,3}\. )?(?:(?:nicht)?öffentlichen? )?(?=\w)")
_ON_DAY = lazy(r"(?:sitzung )?am (?=\d)")
_LINES = 25
_PAPER_LINES = 12
_FIRST_LINES = 8
_DATED_BELOW = lazy(r"(?:\d{1,3}\. )?sitzung(?: am| vom)?\s?:?\s(?:\w+[.,]*\s)*\d{1,2}\.")
_SHORT = lazy(r"(BVV|SVV)(?: (?P<rest>.+))?$")
_SPELLED = {"BVV": "bezirksverordnetenversammlung", "SVV": "stadtverordnetenversammlung"}
_PART = lazy(r"\s+[-–·|>»/]\s+|\t\s*|\s{3,}|,\s+(?=(?:\d{1,3}\. )?(?:(?:nicht)?öffentliche )?[Ss]itzung\b)")
_WHEN = (
    r"(?:(?:am |vom )?(?:(?:mon|diens|donners|frei|sams|sonn)tag,?|mittwoch,?|(?:mo|di|mi|do|fr|sa|so)\.?,)? ?"
    r"(?:den |dem )?)?"
    r"\d{1,2}\. ?(?:\d{1,2}\.|[a-zäö]{3,9}) ?\d{2,4}(?:[,;] .{3,30})?"
)
_WHEN_BEHIND = lazy(rf",?\s+(?:(?:(?:nicht)?öffentliche )?sitzung )?{_WHEN}")
_NUMBERED = lazy(r" nr\.? ?\d{1,4}(?:/\d{2,4})?")
_MEETING_PART = lazy(
    r"(?:(?:\d{1,3}\. )?(?:(?:nicht)?öffentliche )?(?:[\wäöüß]+e )?sitzung(?: (?:nr\. ?)?[\d/]+)?,?)?"
    rf"\s*(?:{_WHEN})?(?<=\S)"
)
_PUBLIC = r"\(?(?:nicht)?öffentliche[rn]?\)?"
_MEETING_LINE = lazy(
    r"\W*(?:(?:kurz|sitzungs)?(?:bericht|protokoll|niederschrift) (?:über die|der|zur|aus der|von der) "
    r"|(?:aus )?der (?=\d))?"
    rf"(?:\d{{1,3}}\.?\s)?(?:{_PUBLIC}n?(?: (?:und|/) {_PUBLIC}n?)?\s)?(?:[\wäöüß-]{{3,30}}e\s)?"
    r"[\wäöüß-]*(?:sitzung|tagung|versammlung)\s(?:am|vom)\s"
)


def sitting_of_paper(head: Head) -> Session | None:
    """The meeting that a paper is for where the head parts them: a body on a line of its own, "zur Sitzung am"."""
    if head.tables or head.dealt:
        return None
    if in_column := _in_column(head):
        return in_column
    dated = _labelled_day(head) or _day_of_sitting(head)
    for index in range(min(head.last, _PAPER_LINES)) if dated else ():
        if index in head.taken:
            continue
        start = mark_end(head.context.text, *head.context.lines[index])
        for cell in cells_of(head.context.text, start, head.context.lines[index].end):
            place = bare(head.context.text, *cell)
            if place[0] < place[1] and _names_alone(head, *place):
                session = organization_in(head.context, *place)
                return session and dated and replace(session, date=dated[0], date_place=dated[1:])
    return None


def _in_column(head: Head) -> Session | None:
    """The meeting that two lines of a column name: "für den Bauausschuss", and below it "am 23.03.2031"."""
    context = head.context
    for index in range(min(head.last - 1, _FIRST_LINES)):
        for cell in cells_of(context.text, *context.lines[index]):
            lead = _FOR_BODY.match(context.folded, *bare(context.text, *cell))
            end = bare(context.text, *cell)[1]
            if lead is None or not _names_alone(head, lead.end(), end):
                continue
            for below in cells_of(context.text, *context.lines[index + 1]):
                day = _ON_DAY.match(context.folded, *bare(context.text, *below))
                found = find_dates(context, day.end(), below[1]) if day else ()
                session = organization_in(context, lead.end(), end) if found else None
                if session:
                    return replace(session, date=found[0][0], date_place=found[0][1:])
    return None


def _labelled_day(head: Head) -> Found | None:
    field = head.first("meeting_date")
    return next(iter(find_dates(head.context, *field.pieces[0])), None) if field else None


def _day_of_sitting(head: Head) -> Found | None:
    """The date behind "zur Sitzung am" in one of the first lines."""
    for start, end in head.context.lines[: min(head.last, _FIRST_LINES)]:
        hit = _FOR_SITTING.search(head.context.folded, start, end)
        found = find_dates(head.context, hit.end(), end) if hit else ()
        if hit and found and found[0][1] - hit.end() < _LINES:
            return found[0]
    return None


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


def sitting_in_parts(head: Head) -> Session | None:
    """The body that one part of a line names where others give its meeting: "Stadt X - Rat - 21. Sitzung - 5.3.31"."""
    for index in range(min([head.last, _FIRST_LINES, *(line for line, _ in head.tables)])):
        line = head.context.lines[index]
        parts = _dashed(head, *line)
        told = [part for part in parts if _MEETING_PART.fullmatch(head.context.folded, *part)]
        named = [part for part in parts if part not in told and _names_alone(head, *part)]
        dated_body = next((part for part in parts if len(parts) > 1 and _named_with_date(head, *part)), None)
        if dated_body:
            return organization_in(head.context, *dated_body)
        if len(parts) > 1 and told and named:
            session = organization_in(head.context, *named[-1])
            found = [one for part in told for one in find_dates(head.context, *part)]
            dated = found[0] if found else None
            return session and replace(
                session, date=dated[0] if dated else None, date_place=dated[1:] if dated else None, start=line.start
            )
    return None


def _names_alone(head: Head, start: int, end: int) -> bool:
    """Whether a part of a line is the name of a body, with its town perhaps, and no sentence."""
    folded = head.context.folded[start:end]
    return (
        starts_organization(folded)
        and not is_group(folded)
        and name_end(head.context, start, end) >= (before_body(head.context.folded, start, end))
    )


def _named_with_date(head: Head, start: int, end: int) -> bool:
    """Whether a part of a line is a body and the date of its meeting: "Kreisausschuss 06.03.2031"."""
    folded = head.context.folded
    if not starts_organization(folded[start:end]) or is_group(folded[start:end]):
        return False
    rest = name_end(head.context, start, end)
    return rest < end and _WHEN_BEHIND.fullmatch(folded, rest, end) is not None


def _dashed(head: Head, start: int, end: int) -> list[Piece]:
    """The parts of a line between dashes, dots, bars, arrows and wide gaps."""
    parts, at = [], start
    for gap in _PART.finditer(head.context.text, start, end):
        parts.append((at, gap.start()))
        at = gap.end()
    return [(begin, stop) for begin, stop in (*parts, (at, end)) if head.context.text[begin:stop].strip()]


def spelled_out(head: Head, session: Session | None) -> Session | None:
    """The meeting of a labelled body with the body's name in full where a heading gives it ("BVV Auental")."""
    short = _SHORT.match(session.organization) if session else None
    if session is None or short is None:
        return session
    end = head.context.lines[head.last - 1].end if head.last else 0
    for other in sessions(head.context, 0, end):
        noun, _, rest = other.organization.partition(" ")
        if noun.lower() in _SPELLED[short[1]] and rest == (short["rest"] or ""):
            return replace(session, organization=other.organization, place=other.place)
    return session


def sitting_of_heading(head: Head, kind: Kind) -> Session | None:
    """The body behind the word that names minutes: "Auszug aus dem Sitzungsbuch des Gemeinderates"."""
    kind = kind if kind.entry is not None else _named_below(head, kind)
    if kind.entry is None or kind.line is None or kind.line >= len(head.context.lines):
        return None
    line = head.context.lines[kind.line]
    if line.end > len(head.context.folded):
        return None
    if behind := _behind_word(head, kind, line.end):
        return behind
    for of in _OF.finditer(head.context.folded, line.start, line.end):
        named = next(iter(organizations(head.context.folded, of.end(), line.end)), None)
        between = head.context.folded[of.end() : named.start] if named else ""
        if named and len(between) < _LINES * 2 and not _RECORD.search(between):
            return organization_in(head.context, of.end(), line.end)
    return None


def _named_below(head: Head, kind: Kind) -> Kind:
    """The kind with the line that names the excerpt, where the heading of its item stands above it."""
    for index in range(min(head.last, _FIRST_LINES)):
        start = mark_end(head.context.text, *head.context.lines[index])
        word = matcher("kinds").match(head.context.folded, start, head.context.lines[index].end)
        if word and word.start == start and word.entry.value in ("minutes", "excerpt"):
            return replace(kind, line=index, entry=word.entry, place=(start, head.context.lines[index].end))
    return kind


def sitting_in_run_on(head: Head) -> Session | None:
    """The meeting of a heading in the middle of a text without lines: "… Niederschrift über die Sitzung …"."""
    hit = _RUN_ON.search(head.context.folded, 0, _RUN_ON_WITHIN)
    end = min(len(head.context.folded), hit.end() + _RUN_ON_REACH) if hit else 0
    found = next(iter(sessions(head.context, hit.start(), end)), None) if hit else None
    return found if found and found.date and hit and found.start - hit.end() < _LINES else None


def sitting_below(head: Head, kind: Kind) -> Session | None:
    """The body on the line between the word that names minutes and the one that dates the sitting."""
    lines = head.context.lines
    if kind.line is None or kind.line + 2 >= len(lines):
        return None
    named, dated = lines[kind.line + 1], lines[kind.line + 2]
    if dated.end > len(head.context.folded) or not _DATED_BELOW.match(head.context.folded, *dated):
        return None
    folded = head.context.folded[named.start : named.end]
    alone = named.end > named.start and starts_organization(folded) and not is_group(folded)
    return organization_in(head.context, *named) if alone else None


def _behind_word(head: Head, kind: Kind, end: int) -> Session | None:
    """The body right behind the word that names minutes: "Niederschrift – Ausschuss für Kultur"."""
    if kind.entry is None or kind.place is None:
        return None
    word = matcher("kinds").match(head.context.folded, kind.place[0], end)
    start = word.end if word else end
    numbered = _NUMBERED.match(head.context.folded, start, end)
    start = numbered.end() if numbered else start
    while start < end and head.context.text[start] in " ,:–-":
        start += 1
    if start >= end or not head.context.text[start].isupper():
        return None
    named = _names_alone(head, start, end) or _named_with_date(head, start, end)
    return organization_in(head.context, start, end) if named else None


def dated_heading(head: Head, kind: Kind) -> tuple[dt.date, Piece] | None:
    """The date of the sitting in the heading of minutes itself: "Protokoll über die Sitzung am 05.03.2031"."""
    if kind.line is None or kind.line >= head.last:
        return None
    line = head.context.lines[kind.line]
    hit = _SITTING_ON.search(head.context.folded, line.start, line.end)
    found = find_dates(head.context, hit.end(), line.end, month_first=head.month_first) if hit else ()
    return (found[0][0], found[0][1:]) if found and hit and found[0][1] - hit.end() < _LINES else None


def dated_part(head: Head) -> tuple[dt.date, Piece] | None:
    """The date beside the body in a part of one of the first lines: "Stadt Auental      Bauausschuss, 06.03.2031"."""
    for index in range(min(head.last, _FIRST_LINES)):
        for part in _dashed(head, *head.context.lines[index]):
            if _named_with_date(head, *part):
                found = find_dates(head.context, *part, month_first=head.month_first)
                return (found[0][0], found[0][1:]) if found else None
    return None


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
