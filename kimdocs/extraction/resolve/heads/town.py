"""The town or district that the text speaks of as its own, where no letterhead and no organ gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.resolve.heads.lines import Piece

_WINDOW = 12000
_KINDS = {
    "stadt": "Stadt", "landeshauptstadt": "Landeshauptstadt", "hansestadt": "Hansestadt", "gemeinde": "Gemeinde",
    "samtgemeinde": "Samtgemeinde", "verbandsgemeinde": "Verbandsgemeinde", "ortsgemeinde": "Ortsgemeinde",
    "einheitsgemeinde": "Einheitsgemeinde", "landgemeinde": "Landgemeinde",
    "markt": "Markt", "marktes": "Markt", "kreis": "Kreis", "kreises": "Kreis", "landkreis": "Landkreis",
    "landkreises": "Landkreis", "kreisstadt": "Kreisstadt",
    "hanse- und universitätsstadt": "Hanse- und Universitätsstadt", "universitätsstadt": "Universitätsstadt",
    "große kreisstadt": "Große Kreisstadt", "großen kreisstadt": "Große Kreisstadt",
    "bezirk": "Bezirk", "bezirks": "Bezirk", "bezirkes": "Bezirk",
}  # fmt: skip
_OFTEN = 3
_EVERYWHERE = 5
_DISTRICTS = {"Kreis", "Landkreis"}
_OWN = (
    r"\w*(?:haushaltsplan|stellenplan|haushalt|haushaltssatzung|hauptsatzung|satzung|ordnung|jahresrechnung"
    r"|jahresabschluss|finanzplanung|eigenanteil|richtlinie|fonds|eröffnungsbilanz)"
    r"(?:e?s|en|n)?(?: \d{4}(?:/\d{2,4})?)?\s+"
)
_NAMED = lazy(
    r"\b(?P<article>der|die|des|dem|den|vom|beim|zum|im)\s+"
    rf"(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})\s+(?=\S)"
)
_OWN_BEFORE = lazy(rf"\b{_OWN}$")
_LONGEST_OWN = 80
_REACH = 40
_FACILITY_BEFORE = lazy(
    r"\b\w*(?:bad(?:es|s)?|hallen?|schulen?|bibliothek|bücherei|archivs?|museums?|friedhof(?:e?s)?|friedhöfe|bauhof(?:e?s)?"
    r"|feuerwehr(?:en)?|kindertagesstätten?|kitas?|amt(?:e?s)?|ämter|dienst(?:e?s)?|kasse|kämmerei|trägerschaft"
    r"|einrichtungen|liegenschaften|beteiligung)\s$"
)
_AT_BODY = lazy(r"(?:^|[.\n]\s*)bei(?:m| der)$")
_OPENS_SENTENCE = lazy(r"(?:^|[.\n]\s*)(?:die|der)$")
_ACTS = lazy(
    r"\s(?:habe|müsse|wolle|solle|könne|sei|verfüge|hat|muss|verfügt|unterhält|betreibt|plant|ist\sverpflichtet)\b"
)
_DOES_BEFORE = lazy(r"\b(?:fehl(?:t|en|ten)|entgeh(?:t|en)|bietet|unterhält|betreibt|verfügt|bezuschusst)\s$")
_LACKS = lazy(r"\s(?:fehl(?:t|en)|arbeit(?:et|en)|beschäftigt)\b")
_NOT_BY_ONCE = ("Bezirk ", "Samtgemeinde ", "Verbandsgemeinde ")
_ABROAD = lazy(r"\bpartner(?:stadt|städte|gemeinde|schaft)")
_NO_NAME_BEHIND = lazy(r"\szu\b")
_ARTICLE_BEFORE = lazy(r"\w+\s+$")
_FOREIGN_BEFORE = lazy(
    r"(?:\b(?:mit|von|an|gegen|gegenüber|neben|zwischen|und|oder|sowie|bzw\.|durch|seitens|aus|nach|bei|in|ab|zu|auf|über|wie"
    r"|vergleich\w*|beispiel\w*|\w*antr[aä]ge?s?|schreiben|anfrage|stellungnahme|vertreter\w*|nachbar\w*|beitritt|wechsel"
    r"|gutachten|studie|modells?|erfahrungen|vorbild|praxis|urteil"
    r"|ortsteile?s?|mitgliedsgemeinden?)\s)$"
)
_ELSEWHERE = lazy(r"\b(?:wie|vergleich\w*|beispiel\w*|nachbar\w*|ähnlich\w*|anders als|auch|ebenfalls|umliegend\w*)\b")
_NAME_ENDS = lazy(
    r"\s?[.,;)\n]|$|\s(?:ist|sind|sei|seien|war|waren|wird|werden|wurden?|hat|haben|fehl(?:t|en)|besteh(?:t|en)|gibt|lieg(?:t|en)"
    r"|arbeit(?:et|en)|soll(?:en)?|kann|können)\b"
)
_NAME = lazy(
    r"(?!(?:Die|Der|Das|Dem|Den|Des|Im|In|Am|Beiträge|Kosten|Mittel|Einnahmen|Erträge|Aufwendungen|Ausgaben|Steuern|Gelder|Personal|Vorhaben|Maßnahmen|Projekte"
    r"|Zuschüsse|Zuweisungen|Fördermittel|Auskunft|Unterstützung|Grundstücke|Aufgaben|Flächen|Vereine)\b)"
    r"(?:(?:Bad|Groß|Klein|Neu|Alt|Sankt|St\.|Markt|Deutsch) )?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*"
    r"(?: (?:a\. ?d\.|an der|am|im|in der|ob der|vor der|bei) "
    r"(?!(?!Wein|Berg)\w*(?:[Ss]chleuse|[Ss]chule|[Bb]rücke|[Kk]irche|[Ss]traße|[Pp]latz|[Bb]ahnhof|[Mm]auer|[Jj]ahre?|[Bb]ereich|[Rr]ahmen)\b)"
    r"[A-ZÄÖÜ][a-zäöüß]+)?(?![\wäöüß-])(?: \([A-ZÄÖÜ][a-zäöüß]+\))?"
)
_WORD_DISTRICT = lazy(rf"\b{_OWN}des\s+(?P<name>\w[\w-]*?(?<!land)(?<!arbeits)(?<!personen)kreis)es\b")
_OF_TOWN = lazy(
    r"\b(?:(?:ober)?bürgermeister|magistrat|stadtrat|stadtverordnete|gemeinderat|gemeindevertret"
    r"|stadtvertret|ortsrat|samtgemeinde|marktgemeinder)|\brat der "
)
_DISTRICT_ORGANS = ("kreistag", "kreisausschuss", "landrat", "landrätin")
_OF_DISTRICT = lazy(rf"\b(?:{'|'.join(_DISTRICT_ORGANS)})")


def town_named(text: str) -> tuple[str, Piece] | None:
    """The one body that a text names ("bei der Stadt Erlbach"): twice at least, as an owner, or as the only one.

    None where two are named and not just one owns a plan, or where the text speaks of organs of the other level: towns
    speak of their district's budget, and districts of their towns.
    """
    text = text[:_WINDOW]
    folded = lower(text)
    found: dict[str, list[Piece]] = {}
    further: dict[str, list[Piece]] = {}
    owned: set[str] = set()
    at_home: set[str] = set()
    for hit in _NAMED.finditer(folded):
        name = _NAME.match(text, hit.end())
        if name is None:
            continue
        body = f"{_KINDS[hit['kind']]} {name.group()}"
        named = found if hit["article"].startswith("d") else further
        named.setdefault(body, []).append((hit.start("kind"), name.end()))
        owned |= {body} if _OWN_BEFORE.search(folded, max(0, hit.start() - _LONGEST_OWN), hit.start()) else set()
        at_home |= {body} if _is_at_home(folded, hit, name.end()) else set()
    for hit in _WORD_DISTRICT.finditer(folded) if "kreises" in folded else ():
        body = text[hit.start("name") : hit.end("name")]
        found.setdefault(body, []).append(hit.span("name"))
        owned.add(body)
    at_home |= _only_one(found, further, folded)
    found = _of_one_level(_without_nouns(_merged(found or further), text), folded, owned)
    own = [body for body in found if body in owned and len(found[body]) > 1]
    if len(found) != 1 and len(own) != 1:
        return None
    body = own[0] if len(found) != 1 else next(iter(found))
    places = sorted({*found[body], *further.get(body, ())})
    organs, others = (_OF_TOWN, _OF_DISTRICT) if _is_town(body) else (_OF_DISTRICT, _OF_TOWN)
    sure = body in owned and len(places) >= _OFTEN
    told = others is _OF_TOWN or _names_district_organ(folded)
    foreign = told and len(others.findall(folded)) >= max(1, len(organs.findall(folded)))
    if (foreign and not sure) or (len(places) < 2 and body not in owned | at_home):
        return None
    return body, places[0]


def _only_one(found: dict[str, list[Piece]], further: dict[str, list[Piece]], folded: str) -> set[str]:
    """The body that a text names just once and no other beside it, unless what stands before it tells another's."""
    places = [place for named in (found, further) for pieces in named.values() for place in pieces]
    if len(places) != 1 or not found:
        return set()
    body, (start, end) = next(iter(found)), places[0]
    begun = max(0, start - _LONGEST_OWN)
    before = _ARTICLE_BEFORE.sub("", folded[begun:start])
    known = _is_town(body) or _names_district_organ(folded)
    other = body.startswith(_NOT_BY_ONCE) or _ABROAD.search(folded) or _FOREIGN_BEFORE.search(before)
    if folded.count(body.partition(" ")[2].lower()) < _OFTEN:
        other = other or _NO_NAME_BEHIND.match(folded, end) or _ELSEWHERE.search(folded, begun, end + _REACH)
    return {body} if known and not other else set()


def _is_at_home(folded: str, hit: re.Match[str], end: int) -> bool:
    """Whether a body is named as one's own: by its facility, as the one that acts, or as the one where something is."""
    article = hit.end("article")
    begun = max(0, hit.start() - _LONGEST_OWN)
    if _OPENS_SENTENCE.search(folded, begun, article):
        return _ACTS.match(folded, end) is not None
    if _DOES_BEFORE.search(folded, begun, hit.start()):
        return not _ELSEWHERE.search(folded, begun, end + _REACH)
    if _AT_BODY.search(folded, begun, article):
        return _LACKS.match(folded, end) is not None
    own = _FACILITY_BEFORE.search(folded, begun, hit.start()) is not None
    return own and _NAME_ENDS.match(folded, end) is not None and not _ELSEWHERE.search(folded, begun, end + _REACH)


def _merged(found: dict[str, list[Piece]]) -> dict[str, list[Piece]]:
    """The names with those put together of which one only goes on with what stands behind it ("Erlbach am Markt")."""
    merged: dict[str, list[Piece]] = {}
    for body in sorted(found, key=len):
        shorter = next((name for name in merged if body.startswith(f"{name} ")), body)
        merged.setdefault(shorter, []).extend(found[body])
    return merged


def _without_nouns(found: dict[str, list[Piece]], text: str) -> dict[str, list[Piece]]:
    """The names without common nouns that open an object ("bei der Gemeinde Auskunft einholen").

    Told by a name that stands all over the text, while each of the others is written but once.
    """
    counts = {body: text.count(body.partition(" ")[2] or body) for body in found}
    spoken = [body for body in found if counts[body] >= _EVERYWHERE and len(found[body]) > 1]
    others_once = all(counts[body] == 1 for body in found if body not in spoken)
    return {spoken[0]: found[spoken[0]]} if len(spoken) == 1 and others_once else found


def _of_one_level(found: dict[str, list[Piece]], folded: str, owned: set[str]) -> dict[str, list[Piece]]:
    """The towns without the districts where only organs of a town are named, and the other way round."""
    if not found:
        return found
    of_town, of_district = _OF_TOWN.search(folded) is not None, _names_district_organ(folded)
    if of_town is of_district:
        return found
    kept = {body: places for body, places in found.items() if _is_town(body) is of_town or body in owned}
    return kept or found


def _names_district_organ(folded: str) -> bool:
    return any(map(folded.__contains__, _DISTRICT_ORGANS)) and _OF_DISTRICT.search(folded) is not None


def _is_town(body: str) -> bool:
    return body.split(maxsplit=1)[0] not in _DISTRICTS and " " in body
