"""The town or district whose document it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case, organizations
from kimdocs.extraction.resolve.heads.labels import seams
from kimdocs.extraction.resolve.heads.lines import close_up, mark_end, reading
from kimdocs.extraction.resolve.heads.named import (
    NAME,
    is_umbrella,
    of_contract,
    of_council,
    of_imprint,
    of_own_act,
)
from kimdocs.extraction.resolve.heads.parted import (
    BEHIND_DASH,
    is_district,
    kind_of,
    of_address,
    of_member,
    of_parts,
    of_signature,
    town_behind,
    without_file_number,
    without_larger,
    without_office,
    without_rest,
)
from kimdocs.extraction.resolve.heads.town import town_named
from kimdocs.extraction.resolve.heads.vendors import is_noise
from kimdocs.extraction.resolve.titles.statute import statute_title
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.heads.head import Field, Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session

_KIND = (
    r"(?:landeshauptstadt|hansestadt|universitätsstadt|kreisstadt|große kreisstadt|stadt|samtgemeinde"
    r"|verbandsgemeinde|ortsgemeinde|einheitsgemeinde|landgemeinde|gemeinde|markt|marktgemeinde|flecken|landkreis"
    r"|kreis|städteregion|region|amt|bezirk|freie (?:und )?hansestadt|zweckverband|verwaltungsgemeinschaft"
    r"|(?:[\wäöüß]+-? und )?(?!(?:innen|alt|süd|nord|west|ost|vor|neu|kern|unter|ober)stadt)[\wäöüß]{3,20}stadt"
    r"|(?:insel|markt|sport|ferien|ober)?gemeinde|(?:ost|nord)see(?:heil)?bad|seebad|verwaltungsverband"
    r"|(?:[a-zäöüß]{3,20}-)+kreis|gemeindeverwaltungsverband|stadt und landkreis|regionalverband|planungsverband)"
)
_NAME = (
    r"[A-ZÄÖÜ][\w.äöüßÄÖÜ/()-]*(?:[ ](?:i\. ?(?:d\. ?)?[A-ZÄÖÜ][A-Za-zäöü]{0,6}\.?"
    r"|[aAiIvV]\. ?[A-ZÄÖÜ]\.|[aAiIvV]\.|[dD]\."
    r"|am|an|der|bei|im|in|ob|vor|a\.d\.|AM|AN|DER|BEI|IM|IN|OB|[A-ZÄÖÜ][\wäöüß-]{2,}))*"
)
_LETTERHEAD = lazy(rf"(?P<kind>{_KIND})[ ](?P<name>{_NAME})", re.IGNORECASE)
_DISTRICT = lazy(
    r"(?:[a-zäöüß]{3,20}-){0,2}(?!(?:\w*ungs|\w*innen|arbeits|personen|teilnehmer|nutzer|stadt|land|wahl|alt|um|kirchen|fach"
    r"|freundes|förder|gesprächs|initiativ|senioren|frauen|eltern|experten|kunden|verkehrs)-?kreis)[a-zäöüß]{3,20}-?kreis",
    re.IGNORECASE,
)
_PORTAL = lazy(
    r"(?:(?:Bürger|Rats|Gremien|Kreistags)info(?:rmation(?:ssystem|sportal)?|portal)?|Ratsportal|Sitzungsdienst)"
    r"(?: der)? "
)
_OFFICE = lazy(
    r"(?:(?P<town>Stadt|Gemeinde|Markt|Verbandsgemeinde|Samtgemeinde)verwaltung|Landratsamt(?: des)?)"
    r" (?P<name>[A-ZÄÖÜ].+)"
)
_IN_BRACKETS = lazy(r" \([A-ZÄÖÜ][a-zäöüß]+\.?(?: [A-ZÄÖÜ][a-zäöüß]+)?\)$")
_ASSOCIATION = lazy(
    r"(?:[\wäöüß]+-,? (?:(?:und|u\.) )?){0,3}[\wäöüß]*(?:zweck|wasser|schul|abfall|verkehrs|planungs|boden"
    r"|unterhaltungs|kommunal|landschafts|deich)verband(?: [^.:;|]{2,50})?",
    re.IGNORECASE,
)
_STRICT_NAME = lazy(NAME)
_SPACED_NAME = lazy(r"[A-ZÄÖÜ](?: [a-zäöüß]){3,}(?!\w)")
_ASSOCIATION_NAME = lazy(
    r"[A-ZÄÖÜ][^\n,;.:()\d]{2,60}?(?= (?:am|vom|im Jahr|findet|wird|hat|statt)\b|\s*(?:$|[\n,;.:()\d]))"
)
_OTHER_ORGAN = lazy(
    r"\b(?:(?:ober)?bürgermeister(?:in|s)?|landrat|landrätin|verwaltung|hauptsatzung|geschäftsordnung"
    r"|haushaltssatzung|haushaltsplan|haushalt|(?:eigen|kommunal|stadt|gemeinde|abwasser|wasser|entsorgungs|wirtschafts|bau)betriebe?s?"
    r"|(?:stadt|gemeinde|kreis)werke?|kämmerei|gemeindekasse|stadtkasse|satzung"
    r"|\w*informationssystem|\w*info|\w*infoportal|sitzungsdienst|amtsblatt|mitteilungsblatt|internetseite|\w*sitzung)(?=\s+(?:der"
    r"|des)\s)"
)
_REMARK = lazy(r" \([^()\n]{3,40}\)(?=\s(?:der|des)\s)")
_LAST_WORD = lazy(r"\w+$")
_ORGAN_OF = lazy(
    rf"\s(?<!\s\s)\s*+(?P<article>der|des)\s++(?P<kind>(?:{_KIND}|(?:schul|wasser|abwasser|abfall|forst)verband)(?:e?s)?)\s+(?=[^\s\d])"
)
_NOT_A_NAME = {"und", "der", "die", "in", "sowie", "oder", "für"}
_TOWNS = ("stadt", "gemeinde", "markt", "flecken", "landeshauptstadt", "hansestadt", "ortsgemeinde", "samtgemeinde")
_CELL = lazy(r"[^\s|·•](?:[^\t|·•\n ]| (?![ ·•]))*")
_DASHED_KIND = lazy(r"\s[-–]\s+(?=(?:Niederschrift|Protokoll|Sitzung|Beschlüsse|Beschlussprotokoll|Auszug)\b)")
_FIRST_LINES = 4
_LETTER_LINES = 14
_WINDOW = 12000
_REACH = 80
_MOST_OF = 0.75
_DEPARTMENT = lazy(
    r"(?:(?:fach)?bereich|fachdienst|amt|referat|dezernat|abteilung|eigenbetrieb|stabsstelle)\b(?! für .{40})"
)


def find_body(head: Head, session: Session | None = None) -> tuple[str, Piece] | None:
    """The body as its letterhead, its label or the names of its organs give it ("Stadt Erlbach"), if they agree."""
    labelled = head.first("body")
    if labelled and labelled.rule == "labels.town":
        town = _of_label(head, labelled)
        if town:
            return town
    elif labelled:
        return _with_kind(head, labelled.pieces[0])
    if member := of_member(head):
        return member
    council, letterhead = of_council(head, session), _letterhead(head)
    if council and (letterhead is None or is_umbrella(letterhead[0])):
        return council
    if letterhead and is_umbrella(letterhead[0]):
        letterhead = _of_session(head, session) or letterhead
    text = head.context.source.text
    parts = of_parts(head) if letterhead is None or is_district(letterhead[0]) else None
    if letterhead and parts and parts[1] < letterhead[1]:
        letterhead = parts
    known = letterhead or parts or _of_session(head, session) or _of_statute(head) or _of_organs(head)
    return (
        known
        or of_contract(text)
        or of_imprint(text)
        or town_named(text)
        or of_own_act(text)
        or of_address(text)
        or of_signature(text)
    )


def _with_kind(head: Head, place: Piece) -> tuple[str, Piece]:
    """The labelled name, with what the body is where the text puts it before the name ("Stadt Erlbach")."""
    text = head.context.source.text[:_WINDOW]
    name = natural_case(reading(head.context.text[slice(*place)]))
    named = re.search(rf"(?<![\w-]){_KIND} {re.escape(name.lower())}(?![\w-])", lower(text))
    if named is None:
        return name, place
    words = text[slice(*named.span())].split()
    return " ".join(
        natural_case(word) if word.isupper() else word[:1].upper() + word[1:] for word in words
    ), named.span()


def _of_label(head: Head, labelled: Field) -> tuple[str, Piece] | None:
    """The town whose kind is the label of its name: "Gemeinde: Auental"."""
    start, end = labelled.pieces[0]
    label = matcher("labels").match(
        head.context.folded, mark_end(head.context.text, *head.context.lines[labelled.line])
    )
    name = head.context.text[start:end]
    if label is None or label.end > start or _STRICT_NAME.fullmatch(name) is None:
        return None
    return f"{head.context.text[label.start : label.end].title()} {name}", (label.start, end)


def is_letterhead(head: Head, index: int) -> bool:
    """Whether a line is the name of the town or of a department and nothing else."""
    line = head.context.lines[index]
    return names_body(head, mark_end(head.context.text, line.start, line.end), line.end)


def names_body(head: Head, start: int, end: int) -> bool:
    """Whether a cell is the name of the town or of a department and nothing else."""
    text = without_larger(without_office(" ".join(head.context.text[start:end].split())))
    return _LETTERHEAD.fullmatch(text) is not None or (
        len(text) < 60 and _DEPARTMENT.match(text.lower()) is not None and len(text.split()) <= 6 and "," not in text
    )


def _of_session(head: Head, session: Session | None) -> tuple[str, Piece] | None:
    """The town that the heading names behind the body: "Sitzung des Rates der Gemeinde X"."""
    if session is None:
        return None
    end = session.place[-1][1]
    bracket = _REMARK.match(head.context.text, end)
    return _town_at(head.context.text, head.context.folded, bracket.end() if bracket else end)


def _of_statute(head: Head) -> tuple[str, Piece] | None:
    """The town that gives itself the statute, as its title names it: "Satzung über … der Stadt Erlbach"."""
    title = statute_title(head)
    if not title:
        return None
    start, end = title[0][0], title[-1][1]
    towns = (
        _town_at(head.context.text, head.context.folded, hit.start())
        for hit in _ORGAN_OF.finditer(head.context.folded, start, end)
    )
    named = {town[0]: town for town in towns if town}
    return next(iter(named.values())) if len(named) == 1 else None


def _letterhead(head: Head) -> tuple[str, Piece] | None:
    found: list[tuple[str, Piece]] = []
    for index in range(min(head.last, 40)):
        line = head.context.lines[index]
        start = mark_end(head.context.text, line.start, line.end)
        for cell in _CELL.finditer(head.context.text, start, line.end):
            text = cell.group().replace("\u00a0", " ").strip(" ,*_{}")
            text = close_up(town_behind(without_rest(text)) if index < _LETTER_LINES else without_file_number(text))
            text = BEHIND_DASH.sub("", text) if index < _LETTER_LINES or _DASHED_KIND.search(text) else text
            bracket = _IN_BRACKETS.search(text)
            text = text[: bracket.start()] if bracket and is_noise(bracket.group().strip(" ()").lower()) else text
            text = without_larger(text)
            portal = _PORTAL.match(text)
            text = text[portal.end() :] if portal else text
            cell_start = cell.start() + max(cell.group().find(text), 0)
            alone = index < _FIRST_LINES and (_ASSOCIATION.fullmatch(text) or _DISTRICT.fullmatch(text))
            if alone and text[0].isupper():
                found.append((natural_case(text), (cell_start, cell_start + len(text))))
                if len(found) == 1:
                    return found[0]
            elif _names_town(text):
                found.append((natural_case(text), (cell_start, cell_start + len(text))))
            elif office := _OFFICE.fullmatch(text):
                found.append((_town_of_office(office), (cell_start + office.start("name"), cell_start + len(text))))
    towns = [name for name in found[:3] if name[0].lower().startswith((*_TOWNS, "große kreisstadt"))]
    return next(iter(towns or found), None)


def _town_of_office(office: re.Match[str]) -> str:
    """The town whose office heads the letter: "Stadtverwaltung Auental", "Landratsamt Auenkreis"."""
    district = office["name"] if _DISTRICT.fullmatch(office["name"]) else f"Landkreis {office['name']}"
    return f"{office['town']} {office['name']}" if office["town"] else district


def _names_town(text: str) -> bool:
    bracket = _IN_BRACKETS.search(text)
    hit = _LETTERHEAD.fullmatch(text[: bracket.start()] if bracket else text)
    return hit is not None and hit["name"][0].isupper() and len(text) < 60 and text[0].isupper()


def _of_organs(head: Head) -> tuple[str, Piece] | None:
    """The body of "der Rat der Gemeinde X" and the like, where all such places name the same one."""
    text = head.context.source.text[:_WINDOW]
    folded = lower(text)
    places: dict[str, list[Piece]] = {}
    for hit in _ORGAN_OF.finditer(folded):
        found = _town_at(text, folded, hit.start()) if _organ_ends(folded, hit.start()) else None
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
        if folded.endswith(" des ", 0, start) and _DISTRICT.fullmatch(folded, start, stop):
            yield start, stop
        end = folded.find("kreises", stop)


def _organ_ends(folded: str, end: int) -> bool:
    """Whether a body or another organ of a town is named right before ``end``."""
    word = _LAST_WORD.search(folded, max(0, end - _REACH), end)
    other = _OTHER_ORGAN.match(folded, word.start()) if word else None
    if other and other.end() == end:
        return True
    return any(organ.end == end for organ in organizations(folded, max(0, end - _REACH), end + _REACH))


def _town_at(text: str, folded: str, end: int) -> tuple[str, Piece] | None:
    hit = _ORGAN_OF.match(folded, end)
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
