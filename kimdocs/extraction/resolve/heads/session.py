"""The sentence that names a meeting: "12. öffentliche Sitzung des Bauausschusses der Stadt Erlbach am …"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Context, Line
from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import (
    before_body,
    natural_case,
    nominative,
    organizations,
    starts_organization,
)
from kimdocs.extraction.resolve.heads.lines import joined
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.lexicon import Match

_PARTS = lazy(r"\n\s*\n|[;!?]|beschluss|niederschrift|protokoll|nächste")
_SESSION = lazy(
    r"(?:(?<=\n)|(?<=\s\s)|\A)beschluss(?:[ -]nr\.:? ?[\w./-]{1,16})?(?= de[sr] )"
    r"|(?:(?<= )|(?<=\n)|\A)(?:zur|in der|für die|über die) (?:\d{1,3}\. )?(?:(?:nicht)?öffentlichen? )?"
    r"(?=[a-zäöüß]*versammlung\s+am\s)"
    r"|(?<= )beschluss(?= de[sr] [^\n]{5,90}? \((?:vb|sb)\))|(?<=über die )beschlussfassung(?= de[sr] )"
    r"|(?:(?<=\n)|\A)umlaufbeschluss(?= de[sr] )"
    r"|(?<![a-zäöüß])(?:[a-zäöüß]+-)?(?:plenar|sonder|arbeits|haushalts"
    r"|fest|hybrid|dringlichkeits|eil|video|online|präsenz|klausur|jahres|auftakt)?(?:sitzung|tagung|besprechung)(?![a-zäöüß])"
    r"|(?<![a-zäöüß])(?:video|telefon|web|online)(?:schalt)?konferenz(?= ?\n?\s*de[sr]\s)"
)
_COMPOUND = lazy(
    r"(?<![\w-])(?<!-\n)([\wäöüß-]{0,60}?(?:rat|ausschuss|kreistag|vertretung|versammlung|bürgerschaft"
    r"|senat))s?sitzung(?![a-zäöüß])"
)
_ARTICLE = lazy(
    r"\s*(?:\((?:[^()\n]{1,20})\)\s+(?=de[sr]\s))?(?:(?:des|der|dem|vom)\s+(?:[ivx]{1,5}\.\s+|(?:städtischen|staatlichen)\s+)?)?"
)
_ITS_NUMBER = lazy(r"\d{1,3}\. (?:(?:nicht)?öffentliche[rn]? )?(?=\w{3})")
_WORD = lazy(r"\S+")
_CONNECTORS = frozenset(
    [
        "und",
        "für",
        "der",
        "die",
        "des",
        "den",
        "dem",
        "in",
        "im",
        "an",
        "am",
        "zur",
        "zum",
        "von",
        "sowie",
        "u.",
        "bei",
        "a.",
        "d.",
        "ob",
    ]
)
_PLACE = lazy(r"am (?!\w+tag\b|mittwoch|\d)(?=[a-zäöü]{3,})")
_NEXT_HEADING = lazy(r"(?:niederschrift|protokoll|auszug|einladung|tagesordnung)")
_ENDS_NAME = lazy(r"(?:am|vom|statt|seite|nr\.?|(?:mon|diens|donners|frei|sams|sonn)tag\W?|mittwoch\W?|[\d(:;•|–-].*)$")
_DATE_AHEAD = lazy(r"[^\n:]{0,60}?(?:\b(?:am|vom)\s|(?:tag|mittwoch),)")
_MOST_WORDS = 14
_ON = lazy(r"\s*(?:am|vom)\s+(?:(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),?\s+)?(?:de[nm]\s+)?")
_BLANK_LINE = lazy(r"\n\s*\n")
_REACH = 260
_AFTER_NAME = lazy(
    r"\s*(?:,?\s+(?:am(?=\W+(?:\d|de[nm]\b|\w+tag|\w+abend|mittwoch|mo|di|mi|do|fr|sa|so))|vom|sitzung\b|(?:nicht)?öffentliche)|[,;]?\s+\(?\d|\s-\s|\t|\s{3,})"
)
_COUNCIL_OF = lazy(
    r"(?P<council>(?:(?:Samt|Markt|Verbands)?[Gg]emeinder|Stadtr|R)ate?s|Kreistage?s)"
    r"\s[A-ZÄÖÜ][a-zäöüß]+(?: a\. ?d\. [A-ZÄÖÜ][a-zäöüß]+)?"
)
_TOWN_IN_BRACKETS = lazy(
    r"\s*\((?:(?:nicht)?öffentlich|konstituierend|außerordentlich|ordentlich)e?\)\s*$"
    r"|\s*\((?:gemeinde|stadt|markt|landkreis|kreis|samtgemeinde|verbandsgemeinde|ortsgemeinde)\s[^()]{2,40}\)\s*$"
)
_SPACED = lazy(r"[^\W\d_](?: [^\W\d_]){4,}(?: {2,4}[^\W\d_](?: [^\W\d_]){2,})*(?!\w)")
_LETTER_GAP = lazy(r"(?<=\w) (?=\w(?: |$))")
# how public the meeting is, and the number of its term: "Gemeinderat öffentlich 2031/09", "Stadtrates, V. Wahlperiode"
_NO_NAME = lazy(
    r"(?:,\s(?:band )?[ivx]{1,5}|\s(?:nicht)?öffentlich(?:\s[\d/-]+)?|\sin der(?: wahl\w*)?|\snr\.?"
    r"|\s[-–] (?:niederschrift|protokoll)\b.*|\sdes (?:[a-zäöüß-]+ )?[a-zäöüß-]*(?:kreise?s|bezirkstage?s))$"
)
_BOX = lazy(r"\[x\]\s+")
_SHORT_NAME = lazy(r"\s+\([A-ZÄÖÜ]{2,6}\)$")
_DISTRICT = lazy(r" \d{1,2}\b(?![.:/])")
_OF_DISTRICT = lazy(r" (?:des|für den) \d{1,2}\. ?Stadtbezirke?s?(?: [A-ZÄÖÜ][\wäöüß-]+)?")
_BROKEN_CAPITALS = lazy(r"(?<=\w)-\n(?!(?:UND|ODER|SOWIE|U\.)\b)")
_NUMBER = lazy(r"(?:(?:\d{1,3}\.|[a-zäöüß-]+(?:e|en|er|es|te|ten))[ \t]*\n?[ \t]*){0,4}\Z")


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting as a heading names it; ``start`` is where its number or its adjectives begin."""

    organization: str
    place: tuple[Piece, ...]
    date: dt.date | None
    date_place: Piece | None
    start: int
    end: int


def sessions(context: Context, start: int, end: int) -> tuple[Session, ...]:
    """Meetings named in ``text[start:end]``, with their body in the nominative and their date where it follows."""
    found = [_after(context, hit.start(), hit.end(), end) for hit in _SESSION.finditer(context.folded, start, end)]
    found += [
        _session(context, hit.start(), hit.span(1), end)
        for hit in _COMPOUND.finditer(context.folded, start, end)
        if organizations(context.folded, *hit.span(1))
    ]
    found += [_of_members(context, hit, end) for hit in matcher("sittings").finditer(context.folded, start, end)]
    return tuple(sorted(filter(None, found), key=lambda session: session.start))


def _of_members(context: Context, hit: Match, limit: int) -> Session | None:
    """The meeting that is named by the members of its body: "Gemeindevertretersitzung"."""
    session = _session(context, hit.start, (hit.start, hit.end), limit)
    return replace(session, organization=hit.entry.value) if session else None


def organization_in(context: Context, start: int, end: int) -> Session | None:
    """The body that the value of a label names ("56. Plenarsitzung Gemeinderat", "Bauausschuss", "Rat der Stadt X")."""
    named = sessions(context, start, end)
    if named:
        return named[0]
    at = _ARTICLE.match(context.folded, start, end)
    begin = at.end() if at else start
    number = _ITS_NUMBER.match(context.folded, begin, end)
    if number:
        start = begin = number.end()
    if begin >= end:
        return None
    noun = next(iter(organizations(context.folded, begin, end)), None)
    numbered = _behind_number(context, noun, end) if noun else begin
    cut = _AFTER_NAME.search(context.folded, numbered if noun and numbered > noun.end else begin, end)
    stop = cut.start() if cut and begin == start else name_end(context, begin, end) if cut or begin > start else end
    return _session(context, start, (begin, before_body(context.folded, begin, stop)), end)


def organization_of(context: Context, pieces: tuple[Piece, ...]) -> Session | None:
    """The body that a label's value names, also where a line end breaks its noun."""
    start, end = pieces[0][0], pieces[-1][1]
    if len(pieces) == 1:
        return organization_in(context, start, end)
    whole = joined(context, pieces)
    alone = Context(replace(context.source, text=whole, blocks=()), fold(whole), (Line(0, len(whole)),))
    named = organization_in(alone, 0, len(whole))
    return replace(named, place=pieces, date=None, date_place=None, start=start, end=end) if named else None


def _after(context: Context, start: int, end: int, limit: int) -> Session | None:
    article = _ARTICLE.match(context.folded, end, limit)
    begin = article.end() if article else end
    stop = min(limit, begin + _REACH)
    if not starts_organization(context.folded[begin:stop]):
        return None
    return _session(context, start, (begin, name_end(context, begin, stop)), stop)


def name_end(context: Context, begin: int, limit: int) -> int:
    """Where a body's name ends: before the date, the town or the next word of a sentence.

    It goes on to the next line only where it is unfinished, or where the date of the meeting follows there.
    """
    noun = next(iter(organizations(context.folded, begin, limit)), None)
    if noun is None:
        line_end = context.text.find("\n", begin, limit)
        return limit if line_end < 0 else line_end
    end, open_word, connectors = _behind_number(context, noun, limit), False, False
    town = before_body(context.folded, end, limit)
    for count, word in enumerate(_WORD.finditer(context.text, end, min(limit, town))):
        gap = context.text[end : word.start()]
        text = context.folded[word.start() : word.end()]
        breaks = "\n" in gap and not (open_word or connectors or _may_go_on(context, word.start(), text))
        place = text == "am" and _is_place(context, word.start())
        apart = "   " in gap and "\n" not in gap and not (open_word or connectors)
        if count > _MOST_WORDS or breaks or apart or _BLANK_LINE.search(gap) or (_ENDS_NAME.match(text) and not place):
            break
        if text.startswith(("wahlperiode", "legislatur", "umlauf")):
            break
        if text == "/" or (text in _CONNECTORS and not context.text[word.start()].isupper()):
            connectors = True
        elif "\n" in gap and context.text[end - 1] == "-" and context.text[word.start()].islower():
            end, connectors, open_word = word.end(), False, text.endswith((",", "-", "/"))
        elif context.text[word.start()].islower() or (not word.group()[0].isalnum() and word.group()[0] not in '",„'):
            break
        else:
            end, connectors = word.end(), False
            open_word = text.endswith((",", "-", "/"))
            if text.endswith((".", ";", ":", ")")):
                break
    return end


def _behind_number(context: Context, noun: Match, limit: int) -> int:
    """Where the noun of a body ends, with the number of its district ("Bezirksvertretung 3")."""
    counted = _OF_DISTRICT.match(context.text, noun.end, limit)
    if counted:
        return counted.end()
    numbered = _DISTRICT.match(context.folded, noun.end, limit)
    of_district = context.folded[noun.start : noun.end].startswith(("bezirk", "stadtbezirk", "ortsbeir", "obr"))
    return numbered.end() if numbered and of_district else noun.end


def _may_go_on(context: Context, start: int, word: str) -> bool:
    if _NEXT_HEADING.match(word):
        return False
    return word in {"und", "für", "sowie"} or bool(_DATE_AHEAD.match(context.folded, start))


def _is_place(context: Context, start: int) -> bool:
    """Whether "am" goes on with the name of a place and no date: "Ortschaftsrat Auen am Bühl"."""
    hit = _PLACE.match(context.folded, start)
    return hit is not None and context.text[hit.end()].isupper()


def _session(context: Context, start: int, name: Piece, limit: int) -> Session | None:
    """The meeting of the body at ``name``; None where nothing is left of the name without its brackets."""
    box = _BOX.match(context.folded, *name)
    first = box.end() if box else name[0]
    spaced = _SPACED.match(context.text, first)
    end = spaced.end() if spaced else first + len(context.text[first : name[1]].rstrip(" ,;:.\n-–"))
    council = _COUNCIL_OF.fullmatch(context.text, first, end)
    end = council.end("council") if council else end
    short = _SHORT_NAME.search(context.text, first, end)
    end = short.start() if short else end
    for aside in (_TOWN_IN_BRACKETS, _NO_NAME):
        cut = aside.search(context.folded, first, end)
        end = cut.start() if cut else end
    pieces = tuple(_lines_of(context, first, end))
    if not pieces:
        return None
    number = _NUMBER.search(context.folded, max(0, start - 60), start)
    dates = find_dates(context, end, min(len(context.text), max(limit, end + 80)))
    dated = dates[0] if dates and _near(context, end, dates[0][1]) else None
    name_text = _LETTER_GAP.sub("", spaced.group()) if spaced else joined(context, pieces)
    if name_text.isupper() and len(pieces) > 1:
        whole = "\n".join(context.text[slice(*piece)].strip() for piece in pieces)
        name_text = " ".join(_BROKEN_CAPITALS.sub("", whole).split())
    return Session(
        organization=nominative(natural_case(name_text)),
        place=pieces,
        date=dated[0] if dated else None,
        date_place=dated[1:] if dated else None,
        start=_begun(context, number.start(), start) if number else start,
        end=dated[1] if dated else end,
    )


def _begun(context: Context, number: int, start: int) -> int:
    """Where the words before a meeting begin; a name on the line above is none of them ("Auensee⏎Sitzung …")."""
    above = context.text.rfind("\n", number, start)
    named = context.text[number].isupper() and context.text[number + 1 : number + 2].islower()
    return above + 1 if above >= 0 and named else number


def _near(context: Context, end: int, date: int) -> bool:
    """Whether a date belongs to the meeting named before it: nothing but a town, a weekday or a legislature between."""
    between = context.folded[end:date]
    if _ON.fullmatch(between):
        return True
    if between.count("(") > between.count(")"):
        return False
    return len(between) < 140 and not _PARTS.search(between)


def _lines_of(context: Context, start: int, end: int) -> list[Piece]:
    pieces, at = [], start
    while at < end:
        stop = context.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if context.text[at:stop].strip():
            pieces.append((at, stop))
        at = stop + 1
    return pieces
