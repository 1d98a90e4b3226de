"""``kimdocs archive trail``: what became of a paper, from all documents of the archive."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from kimdocs.archive.store import Archive
    from kimdocs.comparison.trail import Station


@dataclass(frozen=True, slots=True)
class Found:
    """A station, and the number of its document in the archive."""

    id: int
    station: Station


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command asks for."""
    from kimdocs.cli.output import add_format

    parser.add_argument("reference", metavar="VORLAGE", help="Vorlagennummer, zum Beispiel 12/2026")
    add_format(parser, "jsonl", "json", "table")


def run(args: argparse.Namespace, archive: Archive) -> int:
    """Print the stations."""
    from kimdocs.archive.export import jsonl
    from kimdocs.cli.output import chosen_format

    told = stations(archive, args.reference)
    form = chosen_format(args.format, "jsonl")
    if form == "jsonl":
        jsonl.write_lines(sys.stdout, map(_plain, told.stations))
    elif form == "json":
        print(jsonl.dump([_plain(one) for one in told.stations], indent=2))
    elif told.stations:
        print("\n".join(_table(args.reference, told.stations)))
    if not told.stations:
        print(_nothing(args.reference, told.mentions), file=sys.stdout if form == "table" else sys.stderr)
    elif told.mentions and form == "table":
        print(f"\nNur genannt in {told.mentions}.")
    return 0


@dataclass(frozen=True, slots=True)
class Trail:
    """What the archive tells of a paper: its stations, and where it is but named ("Nr. 43 (S. 2), Nr. 51 (S. 1)")."""

    stations: list[Found]
    mentions: str


def stations(archive: Archive, reference: str) -> Trail:
    """What the documents that name a paper tell of it."""
    from kimdocs.comparison.choose import squeeze
    from kimdocs.comparison.trail import is_paper, is_supplement, trail

    wanted = squeeze(reference)
    if not any(sign.isdecimal() for sign in wanted):
        return Trail([], "")

    def names(number: str | None) -> bool:
        return is_paper(wanted, number) or is_supplement(wanted, number)

    known = {entry.id for entry in archive.list() if names(entry.reference)}
    known |= {hit.id for hit in archive.search('"{}"'.format(reference.replace('"', " ")), limit=None)}
    records = {number: archive.get(number) for number in sorted(known)}
    texts = {record.source.id: archive.source(number).text for number, record in records.items()}
    numbers = {record.source.id: number for number, record in records.items()}
    found = [Found(numbers[one.record.source.id], one) for one in trail(reference, records.values(), texts)]
    pages = {
        number: next(
            (place.page for one in record.document.references if names(one.reference) for place in one.evidence), 0
        )
        for number, record in records.items()
    }
    others = [number for number, page in pages.items() if page and number not in {one.id for one in found}]
    return Trail(found, ", ".join(f"Nr. {number} (S. {pages[number]})" for number in others))


def _table(reference: str, found: list[Found]) -> list[str]:
    from kimdocs.cli.output import day, heading, place, shorten, table
    from kimdocs.comparison.choose import squeeze
    from kimdocs.comparison.trail import is_paper

    papers = [one.station.record.document for one in found if one.station.is_paper]
    paper = next((one for one in papers if is_paper(squeeze(reference), one.reference)), next(iter(papers), None))
    title = f"{paper.reference}: {paper.title}" if paper and paper.title else reference
    rows = [
        (
            day(one.station.date),
            one.station.organization or "",
            _told(one.station, paper.reference if paper else None),
            f"Nr. {one.id}",
            place(one.station.evidence[:1], 60),
        )
        for one in found
    ]
    lines = [*heading(shorten(title, 200)), *table(("Datum", "Gremium", "Was", "Dokument", "Fundstelle"), rows)]
    return [*lines, *_whole(reference)]


def _whole(reference: str) -> list[str]:
    """Where more is told, if the paper is a supplement of another."""
    from kimdocs.comparison.trail import main_paper

    main = main_paper(reference)
    return [f"\nErgänzt {main}; „kimdocs archive trail '{main}'“ zeigt alles dazu."] if main else []


def _nothing(reference: str, mentions: str) -> str:
    if mentions:
        return f"Zu „{reference}“ ist im Archiv kein Beschluss oder Tagesordnungspunkt erkannt; genannt in {mentions}."
    return f"Zu „{reference}“ steht nichts im Archiv."


def _told(station: Station, main: str | None) -> str:
    from kimdocs.cli.output import word
    from kimdocs.cli.sheet import decision_text

    if station.consultation:
        return f"vorgesehen: {station.consultation.role or 'ohne Angabe'}"
    if station.decision:
        return decision_text(station.decision)
    if station.item:
        return f"TOP {station.item.number}: kein Beschluss erkannt"
    document = station.record.document
    return word("kind", document.kind) + (f" {document.reference}" if document.reference != main else "")


def _plain(one: Found) -> dict[str, Any]:
    station = one.station
    decision, item = station.decision, station.item
    place = station.evidence[0] if station.evidence else None
    kinds = {"paper": station.is_paper, "consultation": station.consultation, "decision": decision, "item": item}
    return {
        "document": one.id,
        "document_name": station.record.source.name,
        "document_reference": station.record.document.reference,
        "event": next(kind for kind, there in kinds.items() if there),
        "date": station.date,
        "organization": station.organization,
        "role": station.consultation.role if station.consultation else None,
        "agenda_item": (decision.agenda_item if decision else None) or (item.number if item else None),
        "outcome": decision.outcome if decision else None,
        "yes": decision.yes if decision else None,
        "no": decision.no if decision else None,
        "abstain": decision.abstain if decision else None,
        "page": place.page if place else None,
        "quote": place.quote if place else None,
    }
