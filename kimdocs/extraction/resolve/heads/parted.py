"""The town of a letterhead in parts: over two lines, behind the one that writes for it, or before its department."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case, starts_organization
from kimdocs.extraction.resolve.heads.lines import cells_of, close_up, mark_end
from kimdocs.extraction.resolve.heads.named import NAME
from kimdocs.lexicon import matcher
from kimdocs.lexicon.fold import fold, lower
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

Named = tuple[str, "Piece"]

_TOWN = r"(?:Stadt|(?:Orts|Markt|Samt|Verbands|Einheits|Land)?[Gg]emeinde|Markt|Flecken|Landkreis|Kreis)"
_JOINT = lazy(r"(?:Amt|Samtgemeinde|Verbandsgemeinde|Verwaltungsgemeinschaft|Verwaltungsverband) [^,.;:]{3,50}")
_FOR_TOWN = lazy(rf"(?:für (?:die|den)|im Auftrag (?:der|des)) (?P<town>{_TOWN} {NAME})")
_PART_OF = lazy(
    rf"(?:Ortschaft|Ortsteil|Ortsbezirk|Stadtteil|Stadtbezirk|Gemeindeteil) {NAME},? \((?P<town>{_TOWN} {NAME})\)"
)
_FOR_MEMBER = lazy(
    rf"(?:Amt|Samtgemeinde|Verbandsgemeinde|Verwaltungsgemeinschaft|Verwaltungsverband|VG|VGem) [^,.;:]{{3,50}}? "
    rf"(?:für (?:die|den)|im Auftrag (?:der|des)) (?P<town>{_TOWN} {NAME})"
)
_MEMBER = lazy(rf"Mitglieds(?P<kind>gemeinde|stadt):? (?P<name>{NAME})")
_OFFICE = lazy(r"(?P<kind>Stadt|Gemeinde|Verbandsgemeinde|Samtgemeinde|Markt|Kreis)verwaltung(?: der)?")
_NAME = lazy(NAME)
_SPACED = lazy(
    r"(?P<kind>STADT|GEMEINDE|MARKT|FLECKEN|LANDKREIS|KREIS|SAMTGEMEINDE|VERBANDSGEMEINDE)\s{2,4}"
    r"(?P<name>[A-ZÄÖÜ][A-ZÄÖÜß-]{2,}(?:[ /][A-ZÄÖÜ.-]+){0,3})"
)
_BEFORE_DEPARTMENT = lazy(
    rf"(?P<town>{_TOWN} {NAME}), (?:(?:Der|Die) )?(?:[A-ZÄÖÜ][\wäöüß-]*(?:amt|verwaltung|referat|meister(?:in)?|rat"
    r"|rätin)|Kämmerei|Bauhof|Magistrat|Gemeindevorstand|Fachbereich\b.*|Fachdienst\b.*|Amt\b.*|Dezernat\b.*|Abteilung\b.*"
    r"|(?:Orts|Ortschafts|Ortsteil|Stadt|Gemeinde|Bezirks|Kreis)?(?:[Rr]at|[Bb]eirat)\b.*|Kreistag\b.*|Ortsbeirat\b.*"
    r"|(?:Bezirks|Gemeinde|Stadt)vertretung\b.*|Stadtverordnetenversammlung\b.*|[A-ZÄÖÜ][\w-]*ausschuss\b.*)"
)
_POSTAL = lazy(rf"\b\d{{5}} (?P<town>{_TOWN} {NAME})(?=\s*(?:\n|$|[,;|]))")
_KIND_ALONE = lazy(
    r"(?:(?:landeshaupt|hanse|universitäts|kreis)?stadt|große kreisstadt"
    r"|(?:samt|verbands|orts|markt|einheits|land)?gemeinde|markt|flecken|landkreis|kreis)"
)
_SPACES = lazy(r"[^\s|](?:[^\t|\n ]| (?! ))*")
_REST = lazy(
    r"(?:; .*|, (?:(?:den|dem|am|d\.|(?:mon|diens|donners|frei|sams|sonn)tag,?|mittwoch,?) (?:den |dem )?\d{1,2}\."
    r"|\d{1,2}\.\d{1,2}\.\d{2,4}"
    r"|(?:az|gz|tel|telefon|aktenzeichen|seite|blatt)\b[.:]? ?|(?:fb|fd|sg|abt\.|dez\.|amt"
    r"|fachbereich|fachdienst|fachgebiet|sachgebiet|dezernat|abteilung"
    r"|referat|stabsstelle|eigenbetrieb|postfach|rathaus|stadthaus|kreishaus|der|die)\b|\d{5} "
    r"|[a-zäöüß .-]*(?:verwaltung|amt|straße|str\.|weg|platz|gasse|allee|ring|markt"
    r"|haus|kasse|kämmerei|werke|bauhof|büro)\b).*)$"
)
_SIGNED = lazy(rf"(?P<town>(?:{_TOWN}|Landeshauptstadt|Hansestadt) {NAME})(?:, [^\n]{{0,60}}\b\d{{5}} {NAME})?")
_WITHIN = lazy(
    r"(?:,? \(|, )(?:Verbandsgemeinde|Samtgemeinde|Verwaltungsgemeinschaft|Landkreis|Kreis|Amt|Stadt|Markt|Gemeinde)"
    r" [^()]{3,40}\)?$|,? \([A-ZÄÖÜ][\w-]+(?:-K|k)reis\)$"
)
_BEHIND_DEPARTMENT = lazy(
    r"(?:(?:Von|Absender|Abs\.|Einreicher|Federführung): )?(?:(?:Fachbereich|Fachdienst|Amt|Dezernat|Referat|Abteilung"
    rf"|Sachgebiet|Stabsstelle|Eigenbetrieb|FB|FD) [^,;:]{{1,50}}|(?:Der|Die) [^,;:]{{4,40}}), (?P<town>{_TOWN} {NAME})"
)
_TO_TOWN = lazy(rf"(?:An|an) (?:die|den|das) (?P<town>{_TOWN} {NAME})(?:, .*)?")
_OF_TOWN = lazy(rf"(?:der|des) (?P<town>{_TOWN} {NAME}(?: \([A-ZÄÖÜ][a-zäöüß]+\))?)")
_FILE_NUMBER = lazy(r"\s+-\s?\d+(?:[./-]\w+)+\.?\s?-?(?:\s*Datum\b.*)?$")
BEHIND_DASH = lazy(
    r"\s+[-–—>]\s.*|\s+/\s+(?=[^/\n]{0,50}(?:rat|ausschuss|tag|vertretung|versammlung|beirat|vorstand|magistrat)\b).*",
    re.IGNORECASE,
)
_GENITIVE = {
    "marktes": "markt",
    "kreises": "kreis",
    "landkreises": "landkreis",
    "amtes": "amt",
    "fleckens": "flecken",
    "bezirks": "bezirk",
    "großen kreisstadt": "große kreisstadt",
    "großer kreisstadt": "große kreisstadt",
}
_OF_ASSOCIATION = lazy(r"(?<=verband)e?s$")
_WEAK = lazy(r"^(regional|kommunal|gemeinsam)en ")
_TOWN_LINE = lazy(rf"\n\s*(?:{_TOWN}|Landeshauptstadt|Hansestadt) [^\n]+")
_TOWN_ALONE = lazy(rf"(?:{_TOWN}|(?:Landeshaupt|Hanse|Kreis|Universitäts)stadt) {NAME}(?: \([A-ZÄÖÜ][a-zäöüß]+\))?")
_FURTHER_TOWN = lazy(rf", (?:die |der |den )?{_TOWN} [A-ZÄÖÜ]|\bund\b|, vertreten\b")
_TWO = 2
_LAST_LINES = 10
_FIRST_LINES = 14
_WINDOW = 3000


def kind_of(genitive: str) -> str:
    """What a body is, out of the genitive: "landkreises" is "Landkreis", "zweckverbandes" is "Zweckverband"."""
    nominative = _OF_ASSOCIATION.sub("", _GENITIVE.get(genitive, genitive))
    return _WEAK.sub(r"\1er ", nominative).title().replace("- Und ", "- und ")


def of_member(head: Head) -> Named | None:
    """The member for which a joint administration writes: "Amt Elbtal für die Gemeinde Auental"."""
    joint = False
    for start, end in _first_cells(head):
        hit = (
            _FOR_MEMBER.fullmatch(head.context.text, start, end)
            or _PART_OF.fullmatch(head.context.text, start, end)
            or (_FOR_TOWN.fullmatch(head.context.text, start, end) if joint else None)
        )
        joint = joint or _JOINT.fullmatch(head.context.text, start, end) is not None
        if hit:
            return hit["town"], hit.span("town")
        member = _MEMBER.fullmatch(head.context.text, start, end)
        if member:
            return f"{member['kind'].capitalize()} {member['name']}", member.span("name")
    return None


def of_parts(head: Head) -> Named | None:
    """The town whose office stands on the line above its name, or whose name a gap or a department parts."""
    text = head.context.text
    for index in range(min(head.last, _FIRST_LINES)):
        line = head.context.lines[index]
        start = mark_end(text, line.start, line.end)
        office = _OFFICE.fullmatch(text, start, line.end)
        below = head.context.lines[index + 1] if index + 1 < len(head.context.lines) else line
        if office and _NAME.fullmatch(text, *below):
            kind = "Landkreis" if office["kind"] == "Kreis" else office["kind"]
            return f"{kind} {text[slice(*below)]}", (below.start, below.end)
        owned = index > 0 and _may_own(head.folded(index - 1))
        named = (_OF_TOWN.fullmatch(text, start, line.end) if owned else None) or _TO_TOWN.fullmatch(
            text, start, line.end
        )
        below_kind = None if named else _below_kind(head, index)
        if below_kind:
            return below_kind
        spaced = _SPACED.fullmatch(text, start, line.end)
        if spaced:
            return f"{spaced['kind'].capitalize()} {natural_case(spaced['name'])}", (spaced.start(), spaced.end())
        named = named or _BEFORE_DEPARTMENT.fullmatch(text, start, line.end)
        if named:
            return named["town"], named.span("town")
    return None


def _may_own(folded: str) -> bool:
    """Whether a line names a body or a kind of document, whose town the next line gives."""
    return starts_organization(folded) or matcher("kinds").fullmatch(close_up(folded).strip()) is not None


def _below_kind(head: Head, index: int) -> Named | None:
    """The town whose kind is a cell by itself, letter-spaced perhaps, before its name: "STADT⏎ERLBACH"."""
    context = head.context
    cells = [hit.span() for hit in _SPACES.finditer(context.text, *context.lines[index])]
    kind = lower(close_up(context.text[slice(*cells[0])])) if cells else ""
    if _KIND_ALONE.fullmatch(kind) is None:
        return None
    wide = cells[1:] and len(close_up(context.text[slice(*cells[1])])) < cells[1][1] - cells[1][0]
    gap = cells[1][0] - cells[0][1] if len(cells) == _TWO else 0
    spaced = (len(kind) < cells[0][1] - cells[0][0] and cells[1:]) or wide or gap == _TWO
    below = (
        [hit.span() for hit in _SPACES.finditer(context.text, *context.lines[index + 1])][:1]
        if index + 1 < head.last
        else []
    )
    place = next(iter(cells[1:2] if spaced else below), None)
    called = close_up(context.text[slice(*place)]) if place else ""
    known = any(matcher(table).match(fold(called), 0) for table in ("kinds", "paper_types", "labels"))
    if place is None or known or _NAME.fullmatch(called) is None or starts_organization(fold(called)):
        return None
    return f"{kind.title()} {natural_case(called)}", (cells[0][0] if spaced else place[0], place[1])


def is_district(name: str) -> bool:
    """Whether a body is a district, which may stand below the name of its town."""
    return lower(name).startswith(("landkreis", "kreis "))


def town_behind(text: str) -> str:
    """A line of a letterhead without the department before the town: "Von: Fachbereich 2, Stadt Auental"."""
    hit = _BEHIND_DEPARTMENT.fullmatch(text)
    return hit["town"] if hit else text


def without_larger(text: str) -> str:
    """A body's name without the larger one that it belongs to: "Gemeinde Auental (Landkreis Elbfeld)"."""
    return _WITHIN.sub("", text) if text.endswith(")") or ", " in text else text


def without_rest(text: str) -> str:
    """A line of a letterhead without what stands behind the town's name: its office, its address, a file number."""
    text = without_file_number(text)
    comma = min((at for at in (text.find(", "), text.find("; ")) if at > 0), default=-1)
    town = text[: max(comma, 0)].rstrip()
    if _TOWN_ALONE.fullmatch(town) and not _FURTHER_TOWN.search(text, comma):
        return town
    return without_office(text)


def without_file_number(text: str) -> str:
    """A line of a letterhead without the number of a file: "Stadt Auental -18.63.05- Datum 3.4.2031"."""
    filed = _FILE_NUMBER.search(text)
    return text[: filed.start()] if filed else text


def without_office(text: str) -> str:
    """A line of a letterhead without the office or the address behind a comma: "Stadt Auental, Ratsbüro"."""
    comma = min((at for at in (text.find(", "), text.find("; ")) if at > 0), default=-1)
    return text[:comma] if comma > 0 and _REST.match(lower(text), comma) else text


def of_line(text: str) -> Named | None:
    """The one town that is a line by itself, or begins an address or the name of its office.

    Where a document ends it signs; further up it must be the only one.
    """
    found: dict[str, Piece] = {}
    signed: set[str] = set()
    ends = _last_lines(text)
    for line in _TOWN_LINE.finditer(text):
        hit = _SIGNED.fullmatch(without_rest(BEHIND_DASH.sub("", line.group().strip())))
        if hit:
            start = text.index(hit["town"], line.start())
            found.setdefault(hit["town"], (start, start + len(hit["town"])))
            signed |= {hit["town"]} if start >= ends else set()
    names = signed or found.keys()
    return next(((name, found[name]) for name in names), None) if len(names) == 1 else None


def _last_lines(text: str) -> int:
    """Where the last lines of a text begin."""
    at = len(text.rstrip())
    for _ in range(_LAST_LINES):
        at = max(text.rfind("\n", 0, at), 0)
    return at


def of_address(text: str) -> Named | None:
    """The one town that stands behind a postal code with what it is: "39999 Stadt Auental"."""
    found = {hit["town"]: hit.span("town") for hit in _POSTAL.finditer(text, 0, min(len(text), _WINDOW))}
    return next(iter(found.items())) if len(found) == 1 else None


def _first_cells(head: Head) -> Iterator[Piece]:
    for index in range(min(head.last, _FIRST_LINES)):
        line = head.context.lines[index]
        yield from cells_of(head.context.text, mark_end(head.context.text, line.start, line.end), line.end)
