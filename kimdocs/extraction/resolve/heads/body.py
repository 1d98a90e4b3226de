"""The town or district whose document it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case
from kimdocs.extraction.resolve.heads.lines import close_up, mark_end, reading
from kimdocs.extraction.resolve.heads.named import (
    NAME,
    is_umbrella,
    of_acting_council,
    of_contract,
    of_council,
    of_imprint,
    of_own_act,
)
from kimdocs.extraction.resolve.heads.organs import DISTRICT, KIND, ORGAN_OF, of_organs, town_at
from kimdocs.extraction.resolve.heads.parted import (
    BEHIND_DASH,
    is_district,
    of_address,
    of_line,
    of_member,
    of_parts,
    town_behind,
    without_file_number,
    without_larger,
    without_office,
    without_rest,
)
from kimdocs.extraction.resolve.heads.place import of_beside, of_borough, of_place
from kimdocs.extraction.resolve.heads.town import town_named
from kimdocs.extraction.resolve.heads.vendors import is_noise
from kimdocs.extraction.resolve.titles.statute import statute_title
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Field, Head
    from kimdocs.extraction.resolve.heads.lines import Piece
    from kimdocs.extraction.resolve.heads.session import Session

_NAME = (
    r"[A-ZÄÖÜ][\w.äöüßÄÖÜ/()-]*(?:[ ](?:i\. ?(?:d\. ?)?[A-ZÄÖÜ][A-Za-zäöü]{0,6}\.?"
    r"|[aAiIvV]\. ?[A-ZÄÖÜ]\.|[aAiIvV]\.|[dD]\."
    r"|am|an|der|bei|im|in|ob|vor|a\.d\.|AM|AN|DER|BEI|IM|IN|OB|[A-ZÄÖÜ][\wäöüß-]{2,}))*"
)
_LETTERHEAD = lazy(rf"(?P<kind>{KIND})[ ](?P<name>{_NAME})", re.IGNORECASE)
_PORTAL = lazy(
    r"Sitzungstermine (?:in )?der "
    r"|(?:(?:Bürger|Rats|Gremien|Kreistags)info(?:rmation(?:ssystem|sportal)?|portal)?|Ratsportal|Sitzungsdienst)"
    r"(?: der)? "
)
_OFFICE = lazy(
    r"(?:(?P<town>Stadt|Gemeinde|Markt|Verbandsgemeinde|Samtgemeinde)verwaltung|Landratsamt(?: des)?)"
    r" (?P<name>[A-ZÄÖÜ].+)"
)
_IN_BRACKETS = lazy(r" \([A-ZÄÖÜ][a-zäöüß]+\.?(?:[ -][A-ZÄÖÜ][a-zäöüß]+)?\)$")
_ASSOCIATION = lazy(
    r"(?:(?:regionaler|kommunaler|gemeinsamer) )?"
    r"(?:[\wäöüß]+-,? (?:(?:und|u\.) )?){0,3}[\wäöüß]*(?:zweck|wasser|schul|abfall|verkehrs|planungs|boden"
    r"|unterhaltungs|kommunal|landschafts|deich)verband(?: [^.:;|]{2,50})?",
    re.IGNORECASE,
)
_REST_OF_NAME = lazy(r"(?:(?:der|des|DER|DES|für|FÜR) [A-ZÄÖÜ][^\n.:,;()\d]{3,40}|[„\"][^\n.:,;]{3,40}[“”\"])")
_STRICT_NAME = lazy(NAME)
_REMARK = lazy(r" \([^()\n]{3,40}\)(?=\s(?:der|des)\s)")
_TOWNS = ("stadt", "gemeinde", "markt", "flecken", "landeshauptstadt", "hansestadt", "ortsgemeinde", "samtgemeinde")
_CELL_WORDS = r"[^\s|·•](?:[^\t|·•\n ]| (?![ ·•]))*"
_WITH_NAME = lazy(rf"(?:{KIND}  (?=[A-ZÄÖÜ][a-zäöüß]))?{_CELL_WORDS}", re.IGNORECASE)
_GAP = lazy(r"(?<=\w)  (?=\w)")
_UNITED = lazy(r"^Einheitsgemeinde (?=(?:Stadt|Gemeinde) )")
_DASHED_KIND = lazy(r"\s[-–]\s+(?=(?:Niederschrift|Protokoll|Sitzung|Beschlüsse|Beschlussprotokoll|Auszug)\b)")
_FIRST_LINES = 4
_LETTER_LINES = 14
_WINDOW = 12000
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
        member = _of_session(head, session)
        whole = member is None or letterhead[0].startswith(f"{member[0]} ")
        letterhead = letterhead if whole else member
    text = head.context.text
    parts = of_parts(head) if letterhead is None or is_district(letterhead[0]) else None
    if letterhead and parts and parts[1] < letterhead[1]:
        letterhead = parts
    known = letterhead or parts or _of_session(head, session) or _of_statute(head) or of_organs(head)
    return (
        known
        or of_beside(head)
        or of_acting_council(text)
        or of_contract(text)
        or of_imprint(text)
        or town_named(text)
        or of_own_act(text)
        or of_address(text)
        or of_line(text)
        or of_borough(head)
        or of_place(head)
    )


def _with_kind(head: Head, place: Piece) -> tuple[str, Piece]:
    """The labelled name, with what the body is where the text puts it before the name ("Stadt Erlbach")."""
    text = head.context.text[:_WINDOW]
    name = natural_case(reading(head.context.text[slice(*place)]))
    named = re.search(rf"(?<![\w-]){KIND} {re.escape(name.lower())}(?![\w-])", lower(text))
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
    return town_at(head.context.text, head.context.folded, bracket.end() if bracket else end)


def _of_statute(head: Head) -> tuple[str, Piece] | None:
    """The town that gives itself the statute, as its title names it: "Satzung über … der Stadt Erlbach"."""
    title = statute_title(head)
    if not title:
        return None
    start, end = title[0][0], title[-1][1]
    towns = (
        town_at(head.context.text, head.context.folded, hit.start())
        for hit in ORGAN_OF.finditer(head.context.folded, start, end)
    )
    named = {town[0]: town for town in towns if town}
    return next(iter(named.values())) if len(named) == 1 else None


def _letterhead(head: Head) -> tuple[str, Piece] | None:
    found: list[tuple[str, Piece]] = []
    for index in range(min(head.last, 40)):
        line = head.context.lines[index]
        start = mark_end(head.context.text, line.start, line.end)
        for cell in _WITH_NAME.finditer(head.context.text, start, line.end):
            text = _GAP.sub(" ", cell.group()).replace("\u00a0", " ").strip(" ,*_{}")
            text = close_up(town_behind(without_rest(text)) if index < _LETTER_LINES else without_file_number(text))
            text = BEHIND_DASH.sub("", text) if index < _LETTER_LINES or _DASHED_KIND.search(text) else text
            bracket = _IN_BRACKETS.search(text)
            text = text[: bracket.start()] if bracket and is_noise(bracket.group().strip(" ()").lower()) else text
            text = _UNITED.sub("", without_larger(text))
            portal = _PORTAL.match(text)
            text = text[portal.end() :] if portal else text
            cell_start = cell.start() + max(cell.group().find(text), 0)
            alone = index < _FIRST_LINES and (_ASSOCIATION.fullmatch(text) or DISTRICT.fullmatch(text))
            if alone and text[0].isupper():
                found.append(_with_rest(head, index, text, cell_start))
                if len(found) == 1:
                    return found[0]
            elif _names_town(text):
                found.append((natural_case(text), (cell_start, cell_start + len(text))))
            elif office := _OFFICE.fullmatch(text):
                found.append((_town_of_office(office), (cell_start + office.start("name"), cell_start + len(text))))
    towns = [name for name in found[:3] if name[0].lower().startswith((*_TOWNS, "große kreisstadt"))]
    return next(iter(towns or found), None)


def _with_rest(head: Head, index: int, name: str, start: int) -> tuple[str, Piece]:
    """An association with the rest of its name on the line below: "Abwasserzweckverband⏎der Auengruppe"."""
    end = start + len(name)
    below = head.context.lines[index + 1] if index + 1 < head.last else None
    alone = end == head.context.lines[index].end and "verband" in name.lower()
    if below is None or not alone or not _REST_OF_NAME.fullmatch(head.context.text, *below):
        return natural_case(name), (start, end)
    return natural_case(f"{name} {head.context.text[slice(*below)].strip()}"), (start, below.end)


def _town_of_office(office: re.Match[str]) -> str:
    """The town whose office heads the letter: "Stadtverwaltung Auental", "Landratsamt Auenkreis"."""
    district = office["name"] if DISTRICT.fullmatch(office["name"]) else f"Landkreis {office['name']}"
    return f"{office['town']} {office['name']}" if office["town"] else district


def _names_town(text: str) -> bool:
    bracket = _IN_BRACKETS.search(text)
    hit = _LETTERHEAD.fullmatch(text[: bracket.start()] if bracket else text)
    return hit is not None and hit["name"][0].isupper() and len(text) < 60 and text[0].isupper()
