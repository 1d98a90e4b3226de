"""The town of a letterhead in parts: over two lines, behind the one that writes for it, or before its department."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import natural_case
from kimdocs.extraction.resolve.head_lines import cells_of, mark_end
from kimdocs.extraction.resolve.head_named import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.head import Head
    from kimdocs.extraction.resolve.head_lines import Piece

Named = tuple[str, "Piece"]

_TOWN = r"(?:Stadt|(?:Orts|Markt|Samt|Verbands|Einheits)?[Gg]emeinde|Markt|Flecken|Landkreis|Kreis)"
_JOINT = re.compile(r"(?:Amt|Samtgemeinde|Verbandsgemeinde|Verwaltungsgemeinschaft|Verwaltungsverband) [^,.;:]{3,50}")
_FOR_TOWN = re.compile(rf"(?:für (?:die|den)|im Auftrag (?:der|des)) (?P<town>{_TOWN} {NAME})")
_PART_OF = re.compile(
    rf"(?:Ortschaft|Ortsteil|Ortsbezirk|Stadtteil|Stadtbezirk|Gemeindeteil) {NAME},? \((?P<town>{_TOWN} {NAME})\)"
)
_FOR_MEMBER = re.compile(
    rf"(?:Amt|Samtgemeinde|Verbandsgemeinde|Verwaltungsgemeinschaft|Verwaltungsverband|VG|VGem) [^,.;:]{{3,50}}? "
    rf"(?:für (?:die|den)|im Auftrag (?:der|des)) (?P<town>{_TOWN} {NAME})"
)
_MEMBER = re.compile(rf"Mitglieds(?P<kind>gemeinde|stadt):? (?P<name>{NAME})")
_OFFICE = re.compile(r"(?P<kind>Stadt|Gemeinde|Verbandsgemeinde|Samtgemeinde|Markt|Kreis)verwaltung(?: der)?")
_NAME = re.compile(NAME)
_SPACED = re.compile(
    r"(?P<kind>STADT|GEMEINDE|MARKT|FLECKEN|LANDKREIS|KREIS|SAMTGEMEINDE|VERBANDSGEMEINDE)\s{2,4}"
    r"(?P<name>[A-ZÄÖÜ][A-ZÄÖÜß-]{2,}(?:[ /][A-ZÄÖÜ.-]+){0,3})"
)
_BEFORE_DEPARTMENT = re.compile(
    rf"(?P<town>{_TOWN} {NAME}), (?:(?:Der|Die) )?(?:[A-ZÄÖÜ][\wäöüß-]*(?:amt|verwaltung|referat|meister(?:in)?|rat"
    r"|rätin)|Kämmerei|Bauhof|Magistrat|Gemeindevorstand|Fachbereich\b.*|Fachdienst\b.*|Amt\b.*|Dezernat\b.*|Abteilung\b.*"
    r"|(?:Orts|Ortschafts|Ortsteil|Stadt|Gemeinde|Bezirks|Kreis)?(?:[Rr]at|[Bb]eirat)\b.*|Kreistag\b.*|Ortsbeirat\b.*"
    r"|(?:Bezirks|Gemeinde|Stadt)vertretung\b.*|Stadtverordnetenversammlung\b.*|[A-ZÄÖÜ][\w-]*ausschuss\b.*)"
)
_POSTAL = re.compile(rf"\b\d{{5}} (?P<town>{_TOWN} {NAME})(?=\s*(?:\n|$|[,;|]))")
_FIRST_LINES = 14
_WINDOW = 3000


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
        spaced = _SPACED.fullmatch(text, start, line.end)
        if spaced:
            return f"{spaced['kind'].capitalize()} {natural_case(spaced['name'])}", (spaced.start(), spaced.end())
        before = _BEFORE_DEPARTMENT.fullmatch(text, start, line.end)
        if before:
            return before["town"], before.span("town")
    return None


def of_address(text: str) -> Named | None:
    """The one town that stands behind a postal code with what it is: "39999 Stadt Auental"."""
    found = {hit["town"]: hit.span("town") for hit in _POSTAL.finditer(text, 0, min(len(text), _WINDOW))}
    return next(iter(found.items())) if len(found) == 1 else None


def _first_cells(head: Head) -> Iterator[Piece]:
    for index in range(min(head.last, _FIRST_LINES)):
        line = head.context.lines[index]
        yield from cells_of(head.context.text, mark_end(head.context.text, line.start, line.end), line.end)
