"""The town that a text names behind its organs: "der Rat der Gemeinde Auental", "die Hauptsatzung des Auenkreises"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case, organizations
from kimdocs.extraction.resolve.heads.labels import seams
from kimdocs.extraction.resolve.heads.lines import close_up
from kimdocs.extraction.resolve.heads.named import NAME
from kimdocs.extraction.resolve.heads.parted import kind_of
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

KIND = (
    r"(?:landeshauptstadt|hansestadt|universitätsstadt|kreisstadt|große[nr]? kreisstadt|kreisfreie stadt"
    r"|stadt|samtgemeinde"
    r"|verbandsgemeinde|ortsgemeinde|einheitsgemeinde|landgemeinde|gemeinde|markt|marktgemeinde|flecken|landkreis"
    r"|kreis|städteregion|region|amt|bezirk|freie (?:und )?hansestadt|zweckverband|verwaltungsgemeinschaft"
    r"|(?:[\wäöüß]+-? und )?(?!(?:innen|alt|süd|nord|west|ost|vor|neu|kern|unter|ober)stadt)[\wäöüß]{3,20}stadt"
    r"|(?:insel|markt|sport|ferien|ober)?gemeinde|(?:ost|nord)see(?:heil)?bad|seebad|verwaltungsverband"
    r"|(?:[a-zäöüß]{3,20}-)+kreis|gemeindeverwaltungsverband|stadt und landkreis|regionalverband|planungsverband)"
)
DISTRICT = lazy(
    r"(?:[a-zäöüß]{3,20}-){0,2}(?!(?:\w*ungs|\w*innen|arbeits|personen|teilnehmer|nutzer|stadt|land|wahl|alt|um|kirchen|fach"
    r"|freundes|förder|gesprächs|initiativ|senioren|frauen|eltern|experten|kunden|verkehrs)-?kreis)[a-zäöüß]{3,20}-?kreis",
    re.IGNORECASE,
)
_STRICT_NAME = lazy(NAME)
_OTHER_ORGAN = lazy(
    r"\b(?:(?:ober|orts|samtgemeinde|verbands)?bürgermeister(?:in|s)?|landrat|landrätin|verwaltung|hauptsatzung|geschäftsordnung"
    r"|haushaltssatzung|haushaltsplan|haushalt|(?:eigen|kommunal|stadt|gemeinde|abwasser|wasser|entsorgungs|wirtschafts|bau)betriebe?s?"
    r"|(?:stadt|gemeinde|kreis)werke?|kämmerei|gemeindekasse|stadtkasse|satzung"
    r"|\w*informationssystem|\w*info|\w*infoportal|sitzungsdienst|amtsblatt|mitteilungsblatt|internetseite|\w*sitzung)(?=\s+(?:der"
    r"|des)\s)"
)
_LAST_WORD = lazy(r"\w+$")
ORGAN_OF = lazy(
    r"\s(?<!\s\s)\s*+(?P<article>der|des)\s++"
    r"(?P<kind>(?:(?:regionalen|kommunalen|gemeinsamen) )?"
    rf"(?:{KIND}|(?:schul|wasser|abwasser|abfall|forst)verband|[a-zäöüß]+- und [a-zäöüß]*zweckverband)"
    r"(?:e?s)?)\s+(?=[^\s\d])"
)
_NOT_A_NAME = {"und", "der", "die", "in", "sowie", "oder", "für"}
_SPACED_NAME = lazy(r"[A-ZÄÖÜ](?: [a-zäöüß]){3,}(?!\w)")
_ASSOCIATION_NAME = lazy(
    r"[„\"»][^\n,;:()]{2,60}[“”\"«]"
    r"|[A-ZÄÖÜ][^\n,;.:()\d]{2,60}?(?= (?:am|vom|im Jahr|findet|wird|hat|statt)\b|\s*(?:$|[\n,;.:()\d]))"
)
_FIELD_OF_WORK = lazy(r"\s+für\s(?:[a-zäöüß-]+,?\s+){0,9}[a-zäöüß-]+")
_REACH = 110
_MOST_OF = 0.75
_WINDOW = 12000


def of_organs(head: Head) -> tuple[str, Piece] | None:
    """The body of "der Rat der Gemeinde X" and the like, where all such places name the same one."""
    text = head.context.text[:_WINDOW]
    folded = lower(text)
    places: dict[str, list[Piece]] = {}
    for hit in ORGAN_OF.finditer(folded):
        found = town_at(text, folded, hit.start()) if _organ_ends(folded, hit.start()) else None
        if found:
            places.setdefault(found[0], []).append(found[1])
    for start, end in _districts(folded):
        if _organ_ends(folded, folded.rindex("des", 0, start) - 1):
            places.setdefault(text[start:end], []).append((start, end))
    if not places:
        return None
    name, named = max(places.items(), key=lambda item: len(item[1]))
    if len(places) > 1 and len(named) < _MOST_OF * sum(map(len, places.values())):
        return None
    return name, named[0]


def _districts(folded: str) -> Iterator[Piece]:
    """Names of districts in one word behind an article: "des |Auentalkreis|es"."""
    end = folded.find("kreises")
    while end >= 0:
        start = folded.rfind(" ", 0, end) + 1
        stop = end + len("kreis")
        if folded.endswith(" des ", 0, start) and DISTRICT.fullmatch(folded, start, stop):
            yield start, stop
        end = folded.find("kreises", stop)


def _organ_ends(folded: str, end: int) -> bool:
    """Whether a body or another organ of a town is named right before ``end``."""
    word = _LAST_WORD.search(folded, max(0, end - _REACH), end)
    other = _OTHER_ORGAN.match(folded, word.start()) if word else None
    if other and other.end() == end:
        return True
    return any(
        organ.end == end or _FIELD_OF_WORK.fullmatch(folded, organ.end, end)
        for organ in organizations(folded, max(0, end - _REACH), end + _REACH)
        if organ.end <= end
    )


def town_at(text: str, folded: str, end: int) -> tuple[str, Piece] | None:
    """The town behind a body whose name ends at ``end``: "Rates| der Gemeinde X"."""
    hit = ORGAN_OF.match(folded, end)
    spaced = _SPACED_NAME.match(text, hit.end()) if hit else None
    if hit and spaced:
        kind = kind_of(hit["kind"])
        return f"{kind} {close_up(spaced.group())}", (hit.start("kind"), spaced.end())
    named = _ASSOCIATION_NAME if hit and "verband" in hit["kind"] else _STRICT_NAME
    name = named.match(text, hit.end()) if hit else None
    if hit is None or name is None or name.group().lower() in _NOT_A_NAME:
        return None
    kind = kind_of(hit["kind"])
    end = next(iter(seams(text, name.start(), name.end())), name.end())
    called = natural_case(text[name.start() : end])
    return f"{kind} {called}", (hit.start("kind"), end)
