"""Bulletins: what tells the public the resolutions of a body, in a gazette or below "Bekanntmachung"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import organizations
from kimdocs.extraction.resolve.heads.lines import bare, mark_end
from kimdocs.extraction.resolve.heads.session import name_end, organization_in, sessions
from kimdocs.extraction.resolve.kinds.acts import kind_by_acts
from kimdocs.extraction.resolve.titles.beside import OPEN_END
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session

_TAG = r"(?:</?[a-z]+ ?/?>)?"
_WORDS = r"(?:[^\n:.<]|(?<=\d)\.)"
_ANNOUNCED = lazy(
    r"(?:bekanntmachung|bekanntgabe)\s(?:von|der|über|gefasster) (?:\w+ ){0,3}beschlüsse"
    r"|(?:^|\n)[\W_]*beschlüsse aus dem "
)
_LISTED = lazy(
    rf"(?:^|\n)[\W_]*{_TAG}beschlüsse{_TAG} (?:\d{{4}} |vom [\d.]+ )?(?:de[sr]|aus de[mr]) "
    r"|(?:^|\n)[\W_]*(?:zusammenfassung|übersicht|zusammenstellung|liste|wiedergabe) (?:der|über die) "
    r"[^\n:]{0,90}\bbeschlüsse\b"
    rf"|(?:^|\n){_WORDS}{{0,60}}\b(?:vom|von der|in der) {_WORDS}{{3,90}}"
    r"\bgefasste[nr]? beschlüsse[^\n.]{0,40}(?:\n|$)|nachstehend aufgeführten beschlüsse"
    r"|wurden? [^.\n]{0,160}(?:folgende[rn]?|nachstehende[rn]?) beschl(?:uss|üsse) gefasst"
)
_DECIDED_IN = lazy(
    r"(?:^|\n)\W*(?:in|auf) (?:der|seiner|ihrer) [^.\n]{0,40}?(?:(?<=\d)\. [^.\n]{0,30}?)?sitzung "
    r"(?:[^.\n:]|(?<=\d)\.){8,120}?"
    r"\b(?:wurden?|hat|fasste)\b(?:[^.\n:]|(?<=\d)\.){0,120}?"
    r"(?:(?:folgende[rn]?|nachstehende[rn]?) beschl(?:uss|üsse)|wie folgt beschlossen)"
)
_GAZETTE = lazy(
    r"[\W_]*(?:\w+ )?"
    r"(?:amts|mitteilungs|gemeinde|nachrichten|kreis|stadt|heimat|verbands|informations|bürger|orts)blatt\b"
)
_PUBLISHED = lazy(
    r"(?:^|\n)[\W_]*(?:\w+ )?bekannt(?:machung|gabe)(?:en)?\b|\baushang\b|(?:^|\n)[^\n]{0,80}\bamtlicher teil\b"
)
_TITLE = lazy(rf"{_WORDS}{{0,110}}\bbeschlüssen?\b{_WORDS}{{0,110}}")
_TAGS = lazy(r"</?[a-z]+ ?/?>")
_OPENING = lazy(r"\W*(?:(?:öffentliche|amtliche|ortsübliche) )?bekannt(?:machung|gabe)\W*")
_SENTENCE = lazy(r"\b(?:fasste|fassten|fasst|hat|haben|wurde|wurden|werden|sind|ist|beschließt|beschloss)\b")
_ISSUE = lazy(r"\b(?:nr\.?|ausgabe|jahrgang|jg\.)\W{0,2}\d|\bjahrgang\b")
_STAMPED = lazy(
    r"(?:(?:mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\.?,? (?:den |dem )?)?"
    r"(?P<date>\d{1,2}\. ?(?:\d{1,2}\.|[a-zäö]{3,9}) ?\d{4})(?:,? (?:um )?\d{1,2}[:.]\d\d(?: uhr)?)?"
)
_HEAD_OF_BULLETIN = 1200
_FIRST_LINES = 15
_MOST_LINES = 20


def is_bulletin(head: Head) -> bool:
    """Whether a paper tells the public what was decided, with the texts of the decisions."""
    begun = head.context.folded
    told = _ANNOUNCED.search(begun, 0, _HEAD_OF_BULLETIN) or (lists_resolutions(head) and is_published(head))
    return bool(told) and kind_by_acts(begun) is not DocumentKind.MINUTES


def lists_resolutions(head: Head) -> bool:
    """Whether a line of the head says that the resolutions of a body or of a meeting follow."""
    return _LISTED.search(head.context.folded, 0, _HEAD_OF_BULLETIN) is not None


def lists_resolutions_above(head: Head, line: int | None) -> bool:
    """Whether such a line stands above another of the document, or there is no other."""
    told = _LISTED.search(head.context.folded, 0, _HEAD_OF_BULLETIN)
    return told is not None and (line is None or told.end() <= head.context.lines[line].start)


def is_published(head: Head) -> bool:
    """Whether the head is that of a gazette, or says that what follows is made public."""
    return in_gazette(head) or _PUBLISHED.search(head.context.folded, 0, _HEAD_OF_BULLETIN) is not None


def in_gazette(head: Head) -> bool:
    """Whether one of the first lines names a gazette."""
    lines = [line for line in head.context.lines[:_FIRST_LINES] if line.end > line.start][:3]
    return any(_GAZETTE.match(head.context.folded, *line) for line in lines)


def bulletin_title(head: Head) -> tuple[Piece, ...]:
    """The first line that says which resolutions are made public, with the next where it is unfinished.

    "Bekanntmachung" above it is its beginning where it goes on with an article.
    """
    index = next(iter(_title_lines(head)), _MOST_LINES)
    if index >= _MOST_LINES:
        return ()
    lines, folded = head.context.lines, head.context.folded
    place = bare(head.context.text, mark_end(head.context.text, *lines[index]), lines[index].end)
    if _TITLE.fullmatch(folded, *place) is None:
        return ()
    above = next((at for at in range(index - 1, -1, -1) if not head.blank(at)), index)
    begun = head.context.text[place[0]].islower()
    if begun and _OPENING.fullmatch(folded, *lines[above]) is None:
        return ()
    first = [(lines[above].start, lines[above].end)] if begun else []
    unfinished = index + 1 < head.last and OPEN_END.search(folded, *place) is not None
    last = [(lines[index + 1].start, lines[index + 1].end)] if unfinished else []
    return (*first, place, *last)


def _title_lines(head: Head) -> list[int]:
    """Lines that say which resolutions follow, and are no sentences; a gazette has one for each body."""
    folded, found = head.context.folded, []
    for index, line in enumerate(head.context.lines):
        if line.end > len(folded):
            break
        if folded.find("beschlüsse", line.start, line.end) < 0 or _SENTENCE.search(folded, *line):
            continue
        if _TITLE.fullmatch(_TAGS.sub("", folded[line.start : line.end]).strip(" *#")):
            found.append(index)
    return found


def bulletin_session(head: Head) -> Session | None:
    """The meeting, or but the body, whose resolutions a bulletin makes public; None if there are several."""
    title = bulletin_title(head)
    if len(_title_lines(head)) > 1:
        return None
    if told := _told_in_sentence(head):
        return told
    if not title:
        return None
    start, end = title[0][0], title[-1][1]
    named = sessions(head.context, start, end)
    if named:
        return named[0]
    body = next(iter(organizations(head.context.folded, start, end)), None)
    return organization_in(head.context, body.start, name_end(head.context, body.start, end)) if body else None


def _told_in_sentence(head: Head) -> Session | None:
    """The one sitting of which a sentence says what was decided: "In der Sitzung des Rates am … wurden folgende …"."""
    hits = list(_DECIDED_IN.finditer(head.context.folded))
    named = sessions(head.context, *hits[0].span()) if len(hits) == 1 else ()
    return named[0] if named else None


def bulletin_date(head: Head) -> tuple[dt.date, Piece] | None:
    """The date of the issue of a gazette, or the one that stands alone above the title with its time perhaps."""
    last = next(iter(_title_lines(head)), _FIRST_LINES)
    for start, end in head.context.lines[: min(last, head.last)]:
        issue = _ISSUE.search(head.context.folded, start, end)
        stamp = _STAMPED.fullmatch(head.context.folded, *bare(head.context.text, start, end))
        place = stamp.span("date") if stamp else (issue.end(), end) if issue else None
        found = find_dates(head.context, *place) if place else ()
        if found:
            return found[0][0], found[0][1:]
    return None
