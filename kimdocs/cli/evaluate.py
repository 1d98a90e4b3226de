"""``kimdocs evaluate``: how well documents are read, measured on one's own annotated ones."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import InputError, KimdocsError, unwritable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from kimdocs.cli.parser import GermanParser
    from kimdocs.evaluate.tally import Miss, Tally
    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

    Found = tuple[Record, SourceDocument | None]

FLOOR_MISSED = 1


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.output import add_format

    parser = commands.add_parser(
        "evaluate",
        help="an eigenen, von Hand ausgewerteten Dokumenten messen",
        description="Misst, wie vollständig und genau Beschlüsse, Beträge, Beschlusstexte und Angaben zum Dokument "
        "erkannt werden: an Dokumenten mit Gold-Dateien (JSON). Zu rat.pdf gehört rat.json im Gold-Ordner.",
        epilog="Ende mit 0: alles gemessen, 1: eine Mindestmarke verfehlt, 3: einzelne Dateien nicht gelesen.",
    )
    parser.add_argument("gold", metavar="GOLD-ORDNER", type=Path, help="Ordner mit den Gold-Dateien (*.json)")
    parser.add_argument(
        "files",
        metavar="DATEI",
        nargs="+",
        help="Dokument, Ordner mit Dokumenten oder Ergebnisse von „kimdocs extract --format jsonl“ (*.jsonl)",
    )
    parser.add_argument(
        "--misses", metavar="N", type=int, default=0, help="bis zu N Fehler je Art mit Fundstelle zeigen"
    )
    parser.add_argument("--json", metavar="DATEI", type=Path, help="die Messung zusätzlich als JSON hierhin schreiben")
    parser.add_argument(
        "--min",
        metavar="KENNUNG=F1",
        nargs="+",
        action="extend",
        default=[],
        help="Mindestmarken, z. B. decisions=0.95",
    )
    add_format(parser, "json", "table")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Measure the documents and print the table; say which floors were missed."""
    from kimdocs.cli.output import chosen_format
    from kimdocs.cli.target import refuse_over
    from kimdocs.evaluate.gold import read_folder
    from kimdocs.evaluate.report import parse_floors, short_of
    from kimdocs.evaluate.score import evaluate

    refuse_over(args.json, (args.gold, *args.files), {".json", ".jsonl"})
    floors = parse_floors(args.min)
    gold = read_folder(args.gold)
    failures: list[KimdocsError] = []
    found = {Path(record.source.name).stem: (record, source) for record, source in _found(args.files, failures)}
    tallies = evaluate(gold, {name: record for name, (record, _) in found.items()})
    sources = {name: source for name, (_, source) in found.items() if source is not None}
    _tell_gaps(set(gold), set(found))
    if args.json is not None:
        _write(args.json, _json(tallies, args.misses, sources, len(gold)))
    if chosen_format(args.format, "table") == "json":
        print(_json(tallies, args.misses, sources, len(gold)))
    else:
        _print_table(tallies, args.misses, sources, len(gold))
    missed = short_of(tallies, floors)
    for sentence in missed:
        print(f"Mindestmarke verfehlt: {sentence}", file=sys.stderr)
    return FLOOR_MISSED if missed else InputError.exit_code if failures else 0


def _found(arguments: list[str], failures: list[KimdocsError]) -> Iterator[Found]:
    """A record for each file; one that cannot be read is told on standard error and left out."""
    from kimdocs.cli.inputs import documents
    from kimdocs.cli.main import complain

    for argument in arguments:
        try:
            if argument.endswith(".jsonl"):
                yield from _records(Path(argument))
                continue
            files = list(documents([argument]))
        except KimdocsError as error:
            failures.append(error)
            complain(error)
            continue
        for file in files:
            try:
                yield _extracted(file)
            except KimdocsError as error:
                failures.append(error)
                complain(error)


def _extracted(file: Path | bytes) -> Found:
    from kimdocs.cli.mishap import dealing_with
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    with dealing_with(file):
        source = read(file)
        return extract(source), source


def _records(path: Path) -> Iterator[Found]:
    from kimdocs.model.codec import from_json

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Die Datei „{path}“ lässt sich nicht lesen.", "Bitte Namen und Rechte prüfen.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_json(line), None
            except ValueError as error:
                raise InputError(
                    f"Zeile {number} der Datei „{path.name}“ ist kein Ergebnis von kimdocs.",
                    "Bitte die Datei mit „kimdocs extract --format jsonl“ neu schreiben.",
                ) from error


def _tell_gaps(gold: set[str], found: set[str]) -> None:
    """What was not compared is said, never passed over."""
    for names, text in (
        (gold - found, "Ohne Dokument, als leer gewertet"),
        (found - gold, "Ohne Gold-Datei, nicht gewertet"),
    ):
        if names:
            shown = ", ".join(sorted(names)[:5]) + (" …" if len(names) > 5 else "")
            print(f"{text}: {len(names)} ({shown})", file=sys.stderr)


def _json(tallies: Mapping[str, Tally], misses: int, sources: Mapping[str, SourceDocument], documents: int) -> str:
    import json

    from kimdocs.evaluate.report import as_data

    data = {"documents": documents, "kinds": as_data(tallies, misses, sources)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise unwritable(path, error) from error


def _print_table(
    tallies: Mapping[str, Tally], misses: int, sources: Mapping[str, SourceDocument], documents: int
) -> None:
    from kimdocs.cli.output import heading, table
    from kimdocs.evaluate.report import HEADERS, gaps, label, rows

    print(f"{documents} {'Dokument' if documents == 1 else 'Dokumente'} mit Gold-Datei\n")
    print("\n".join(table(HEADERS, rows(tallies))))
    unmeasured = gaps(tallies, documents)
    print("".join(f"{sentence}\n" for sentence in ["", *unmeasured] if unmeasured), end="")
    for kind, tally in tallies.items():
        if misses > 0 and tally.misses:
            shown = tally.misses[:misses]
            print()
            print("\n".join(heading(f"{label(kind)}: {len(shown)} von {len(tally.misses)} Fehlern", "─")))
            for miss in shown:
                print("\n".join(_miss_lines(miss, sources.get(miss.document))))


def _miss_lines(miss: Miss, source: SourceDocument | None) -> list[str]:
    from kimdocs.cli.output import shorten
    from kimdocs.evaluate.report import locate
    from kimdocs.evaluate.tally import MissType

    place = locate(miss, source)
    name = source.name if source else miss.document
    where = f"{name}, S. {place.page}" if place else name
    wanted, got = _german(miss.kind, miss.wanted), _german(miss.kind, miss.got)
    said = {
        MissType.MISSED: f"fehlt: {wanted}",
        MissType.SPURIOUS: f"zu viel: {got}",
        MissType.DIFFERS: f"soll {wanted} sein, ist {got}",
    }[miss.type]
    lines = [f"{where}: {said}", f"    „{shorten(miss.quote, 160)}“"]
    if place and place.line and place.line != miss.quote:
        lines.append(f"    Zeile: {shorten(place.line, 160)}")
    return lines


def _german(kind: str, value: str) -> str:
    """A value of the record in German words; a dash where there is none."""
    from kimdocs.cli.output import word

    tables = {"decisions": "outcome", "outcome_exact": "outcome", "resolutions": "resolution", "document.kind": "kind"}
    if kind in tables and value:
        first, _, rest = value.partition(" ")
        return f"{word(tables[kind], first)} {rest.replace('(amended)', '(geändert)')}".strip()
    if kind == "figures.qualifier" and value:
        return word("qualifier", value) or value
    if kind == "figures.per":
        return ", ".join(word("per", unit) for unit in value.split(", ") if unit) or "–"
    return {"True": "ja", "False": "nein", "None": "nicht gesagt", "": "–"}.get(value, value)
