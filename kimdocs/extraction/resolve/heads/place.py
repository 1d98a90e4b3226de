"""The town beside what a head names, or where the meeting takes place: "…, Stadt Auental", "Ort: 39999 Auental"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import organizations
from kimdocs.extraction.resolve.heads.named import NAME
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

Named = tuple[str, "Piece"]

_KINDS = (
    r"(?:(?:Landeshaupt|Hanse|Kreis)?[Ss]tadt|(?:Samt|Verbands|Orts|Markt|Einheits|Land)?[Gg]emeinde|Markt|Flecken"
    r"|(?:Land)?[Kk]reis)"
)
_BESIDE = lazy(rf"(?:,\s|\s\()(?P<town>{_KINDS} {NAME})(?=\)|,|\s*\n|\s*$)")
_PART_BEFORE = lazy(rf"(?:Ortsteil|Ortschaft|Ortsbezirk|Stadtteil|Stadtbezirk|Gemeindeteil) {NAME}$")
_DATE_BEFORE = lazy(r"\d\.?\s?(?:\d{4}|[A-ZÄ][a-zä]+ \d{4})$")
_NAMED_BEFORE = lazy(rf"(?:\s{NAME})?")
_BOROUGH = lazy(r"\bbezirks(?:verordneten)?versammlung\s(?=\S)")
_NAME_OF = lazy(rf"(?P<name>{NAME} von {NAME})")
_ROOM = (
    r"\w*(?:[Ss]aal|[Rr]aum|[Zz]immer|[Hh]aus|[Hh]of|[Hh]alle|[Ss]chule|[Zz]entrum|[Ss]tätte|[Tt]reff|[Kk]rug|[Ss]tube|[Aa]mt"
    r"|[Ff]oyer|[Aa]ula|[Mm]ensa|[Ff]orum|[Ww]ehr|[Gg]arten|[Kk]irche|[Vv]erein|[Bb]ücherei|[Mm]useum|[Kk]eller|[Hh]otel|[Ss]cheune"
    r"|(?:Vereins|Sport|Pfarr|Jugend|Schützen|Bürger)heim)\b"
)
_HALL = lazy(
    rf"Rathaus(?:saal)?(?:, (?:Sitzungssaal|Ratssaal|(?:Zimmer|Raum) \d+))?, (?:\d{{5}} )?"
    rf"(?P<name>(?!{_ROOM}|\w*(?:straße|platz|markt|weg|[Gg]eschoss|[Ff]lur|[Ee]tage)\b){NAME})"
)
_POSTAL = lazy(rf"(?:[^\n|]* )?\d{{5}} (?P<name>{NAME})")
_STREET = lazy(
    rf"(?!{_ROOM})(?P<name>{NAME}(?: \([A-ZÄÖÜ][a-zäöüß]+\))?), "
    r"(?!(?:Zimmer|Raum|Saal|Gebäude)\b)[A-ZÄÖÜ][a-zäöüß. -]+ \d{1,3} ?[a-z]?"
)
_SITS_IN = lazy(r"\buhr,?\s(?:im\s[^\n,]{4,40}\s)?in\s(?=\S)")
_INN = lazy(rf"(?P<name>{NAME})(?= [-–] |, (?:Gast|Gemeinde|Dorf|Rat|Bürger|Schul|Feuerwehr))")
_LARGER = (
    "kreistag",
    "kreisausschuss",
    "verbandsgemeind",
    "samtgemeind",
    "amtsausschuss",
    "verwaltungsgemeinschaft",
    "verbandsversammlung",
    "gemeinschaftsversammlung",
    "zweckverband",
)
_OF_PARTS = ("orts", "bezirks", "stadtteil", "stadtbezirks")
_COUNCILS = ("rat", "gemeindevertret", "stadtverordnet", "stadtvertret", "ausschuss")
_WINDOW = 2500
_REACH = 110
_HEADING = 400


def of_beside(head: Head) -> Named | None:
    """The one town that an organ, a date or a part of the town has beside it: "Ortsrates Auen, Stadt Erlbach"."""
    text, folded = head.context.text, head.context.folded
    found: dict[str, Piece] = {}
    for hit in _BESIDE.finditer(text, 0, min(_WINDOW, len(folded))):
        if _owns(text, folded, hit.start()):
            found.setdefault(hit["town"], hit.span("town"))
    return next(iter(found.items())) if len(found) == 1 else None


def _owns(text: str, folded: str, end: int) -> bool:
    """Whether what ends at ``end`` is a date, a part of a town or an organ with its name perhaps."""
    begun = max(0, end - _REACH)
    if _PART_BEFORE.search(text, begun, end) or _DATE_BEFORE.search(text, begun, end):
        return True
    organs = organizations(folded, begun, end)
    return any(_NAMED_BEFORE.fullmatch(text, organ.end, end) for organ in organs)


def of_borough(head: Head) -> Named | None:
    """The one borough behind the name of its assembly: "Bezirksverordnetenversammlung Auensee von Berlin"."""
    text, folded = head.context.text, head.context.folded
    found: dict[str, Piece] = {}
    for hit in _BOROUGH.finditer(folded):
        name = _NAME_OF.match(text, hit.end())
        if name:
            found.setdefault(name["name"], name.span())
    return next(iter(found.items())) if len(found) == 1 else None


def of_place(head: Head) -> Named | None:
    """The town where the meeting takes place, unless the body is one of several towns."""
    text, folded = head.context.text, head.context.folded
    places = [one.pieces[0] for one in head.fields.get("other", ()) if one.rule == "labels.place_and_time"]
    hall = next(filter(None, (_HALL.fullmatch(text, *place) for place in places)), None)
    if hall:
        return hall["name"], hall.span("name")
    if any(word in folded for word in _LARGER) or not any(word in folded for word in _COUNCILS):
        return None
    first = next(iter(organizations(folded, 0, _HEADING)), None)
    if first is not None and folded.startswith(_OF_PARTS, first.start):
        return None
    told = (_POSTAL.fullmatch(text, *place) or _STREET.fullmatch(text, *place) for place in places)
    hit = next(filter(None, told), None)
    sits = None if hit else _SITS_IN.search(folded, 0, _WINDOW)
    hit = _INN.match(text, sits.end()) if sits else hit
    return (hit["name"], hit.span("name")) if hit else None
