"""``kimdocs archive``: documents and their facts kept in one file."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import ArchiveError, InputError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from kimdocs.archive.entry import Problem
    from kimdocs.archive.store import Archive
    from kimdocs.cli.parser import GermanParser
    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

VARIABLE = "KIMDOCS_ARCHIVE"
DEFAULT = "kimdocs-archiv.sqlite"
LONGEST_TITLE = 60
REGISTERS = ("decisions", "resolutions", "figures", "staffing", "documents", "issues")
FORMATS = ("csv", "xlsx", "json", "jsonl")


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command and its own commands."""
    from kimdocs.cli.trail import add_arguments

    parser = commands.add_parser(
        "archive",
        help="Dokumente und ihre Fakten in einem Archiv ablegen und nachschlagen",
        description="Legt Dokumente mit ihren Beschlüssen, Beträgen und Fundstellen in einer Datei ab.",
    )
    actions = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    _add_add(actions)
    _add_list(actions)
    _add_show(actions)
    _add_export(actions)
    trail = _action(actions, "trail", _trail, "zeigen, was aus einer Vorlage wurde: Beratungsfolge und Beschlüsse dazu")
    add_arguments(trail)
    check = _action(actions, "check", _check, "Datei, Suchindex und alle Fundstellen prüfen")
    check.epilog = "Ende mit 0: alles in Ordnung, 6: Fehler gefunden."
    backup = _action(
        actions, "backup", _backup, "eine geprüfte Kopie des Archivs schreiben, auch während daran gearbeitet wird"
    )
    backup.add_argument("file", metavar="DATEI", type=Path, help="Name der Kopie; eine Datei, die es gibt, bleibt")
    backup.epilog = "Ende mit 0: geschrieben und geprüft, 6: Fehler im Archiv. Zurück kommt man mit „--archive DATEI“."
    remove = _action(actions, "remove", _remove, "Dokumente mit Text und Fakten aus dem Archiv löschen")
    _add_ids(remove, "+")


def add_archive_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--archive``; see ``open_archive``."""
    parser.add_argument("--archive", metavar="PFAD", help=f"Archivdatei (sonst ${VARIABLE} oder ./{DEFAULT})")


def open_archive(path: str | None) -> Archive:
    """The archive that was named, or the one of ``$KIMDOCS_ARCHIVE``, or ``./kimdocs-archiv.sqlite``.

    Raises:
        ArchiveError: The file is no archive, is damaged, locked, or of a newer version.
    """
    from kimdocs.archive.store import Archive

    return Archive(path or os.environ.get(VARIABLE) or DEFAULT)


def run(args: argparse.Namespace) -> int:
    """Run the command that was chosen."""
    code: int = args.action(args)
    return code


def _action(
    actions: argparse._SubParsersAction[GermanParser],
    name: str,
    action: Callable[[argparse.Namespace], int],
    text: str,
) -> GermanParser:
    parser = actions.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    add_archive_option(parser)
    parser.set_defaults(run=run, action=action)
    return parser


def _add_ids(parser: argparse.ArgumentParser, count: str | None = None) -> None:
    text = "Nummer im Archiv oder Anfang der Kennung (mindestens 4 Zeichen)"
    if count is None:
        parser.add_argument("id", metavar="NR", help=text)
    else:
        parser.add_argument("ids", metavar="NR", nargs=count, help=text)


def _add_add(actions: argparse._SubParsersAction[GermanParser]) -> None:
    parser = _action(actions, "add", _add, "Dokumente lesen und mit ihren Fakten ablegen")
    parser.add_argument("files", metavar="DATEI", nargs="+", help="Datei oder Ordner; „-“ liest die Standardeingabe")
    parser.add_argument("--refresh", action="store_true", help="auch auswerten, was schon im Archiv ist")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="wo unter demselben Namen ein anderer Inhalt im Archiv steht: ihn durch den neuen ersetzen",
    )
    parser.epilog = "Ende mit 0: alles abgelegt, 3: einzelne Dateien nicht gelesen."


def _add_list(actions: argparse._SubParsersAction[GermanParser]) -> None:
    from kimdocs.cli.filters import add_filters
    from kimdocs.cli.output import add_format

    parser = _action(actions, "list", _list, "zeigen, was im Archiv ist, das Neueste zuerst")
    add_filters(parser)
    add_format(parser, "jsonl", "json", "csv", "table")


def _add_show(actions: argparse._SubParsersAction[GermanParser]) -> None:
    from kimdocs.cli.output import add_format
    from kimdocs.cli.target import add_force

    parser = _action(actions, "show", _show, "ein Dokument mit seinen Fakten und Fundstellen zeigen")
    _add_ids(parser)
    add_format(parser, "json", "table", "html")
    parser.add_argument("--text", action="store_true", help="statt der Fakten den Text des Dokuments zeigen")
    parser.add_argument("-o", "--output", metavar="SEITE.html", help="als Seite für den Browser in diese Datei")
    add_force(parser)


def _add_export(actions: argparse._SubParsersAction[GermanParser]) -> None:
    from kimdocs.cli.filters import add_filters
    from kimdocs.cli.target import add_force

    parser = _action(actions, "export", _export, "ein Verzeichnis aller Beschlüsse, Beträge oder Dokumente schreiben")
    parser.add_argument(
        "--what", choices=REGISTERS, default=REGISTERS[0],
        help="was: Beschlüsse (decisions), Beschlusstexte (resolutions), Beträge (figures), Stellen (staffing), "
        "Dokumente (documents) oder Hinweise (issues); sonst decisions",
    )  # fmt: skip
    add_filters(parser)
    parser.add_argument(
        "--format", choices=FORMATS, help="Form: csv und xlsx für Excel, json, jsonl (sonst nach -o, sonst csv)"
    )
    parser.add_argument("-o", "--output", metavar="DATEI", help="in diese Datei schreiben statt auf den Bildschirm")
    add_force(parser)


def _add(args: argparse.Namespace) -> int:
    from kimdocs.cli.intake import Intake

    with open_archive(args.archive) as archive:
        intake = Intake(archive, refresh=args.refresh, replace=args.replace)
        intake.take(args.files)
    print(f"{intake.summary()} Archiv: {archive.path}")
    return InputError.exit_code if intake.failed else 0


def _list(args: argparse.Namespace) -> int:
    from kimdocs.cli.filters import filter_values
    from kimdocs.cli.output import chosen_format, day, shorten, table, word
    from kimdocs.cli.register import write_rows

    with open_archive(args.archive) as archive:
        entries = archive.list(**filter_values(args))
        count = len(entries) or len(archive.list(limit=1))
    form = chosen_format(args.format, "jsonl")
    if form != "table":
        write_rows(sys.stdout, "entries", [asdict(entry) for entry in entries], form)
        return 0
    headers = ("Nr.", "Datum", "Art", "Vorlage", "Titel", "Datei")
    rows = [
        (
            str(entry.id),
            day(entry.date),
            word("kind", entry.kind),
            entry.reference or "",
            shorten(entry.title or "", LONGEST_TITLE),
            entry.name,
        )
        for entry in entries
    ]
    print("\n".join(table(headers, rows)) if rows else "Nichts gefunden." if count else "Das Archiv ist leer.")
    return 0


def _write_page(args: argparse.Namespace, record: Record, source: SourceDocument) -> None:
    """Write the page of one document, its facts beside its text."""
    from kimdocs.cli.page.page import page, sheet
    from kimdocs.cli.register import chosen_form
    from kimdocs.cli.target import opened, refuse_existing

    chosen_form(None, args.output, ("html",))
    refuse_existing(args.output, force=args.force)
    with opened(args.output, newline="\n") as target:
        target.write(page([sheet(args.id, source, record)]))


def _show(args: argparse.Namespace) -> int:
    from kimdocs.cli.output import chosen_format

    with open_archive(args.archive) as archive:
        entry = archive.entry(args.id)
        if args.text:
            print(archive.source(args.id).text)
            return 0
        record, source = archive.get(args.id), archive.source(args.id)
    form = "html" if args.output else chosen_format(args.format, "json")
    if form == "html":
        _write_page(args, record, source)
    elif form == "json":
        from kimdocs.model.codec import to_json

        print(to_json(record, indent=2))
    else:
        from kimdocs.cli.output import day
        from kimdocs.cli.sheet import sheet

        print(sheet(record))
        print(f"Nr. {entry.id} im Archiv seit {day(entry.added_at)}, Kennung {entry.source}")
    return 0


def _trail(args: argparse.Namespace) -> int:
    from kimdocs.cli.trail import run

    with open_archive(args.archive) as archive:
        return run(args, archive)


def _check(args: argparse.Namespace) -> int:
    with open_archive(args.archive) as archive:
        problems = archive.check()
        count = len(archive.list())
    if not problems:
        print(f"Das Archiv ist in Ordnung ({_counted(count)}).")
    return _told(problems)


def _backup(args: argparse.Namespace) -> int:
    with open_archive(args.archive) as archive:
        problems = archive.backup(args.file)
        count = len(archive.list())
    print(f"Geschrieben: {args.file} ({_counted(count)}, {'mit Fehlern' if problems else 'geprüft'})")
    return _told(problems)


def _told(problems: list[Problem]) -> int:
    for problem in problems:
        print(problem.message if problem.id is None else f"Nr. {problem.id}: {problem.message}")
    return ArchiveError.exit_code if problems else 0


def _remove(args: argparse.Namespace) -> int:
    with open_archive(args.archive) as archive:
        entries = [archive.entry(key) for key in args.ids]
        archive.remove(*args.ids)
    for entry in entries:
        print(f"Gelöscht: Nr. {entry.id}, {entry.name}")
    return 0


def _export(args: argparse.Namespace) -> int:
    from kimdocs.cli.filters import filter_values
    from kimdocs.cli.register import chosen_form, write_register
    from kimdocs.cli.target import refuse_existing, refuse_over

    form = chosen_form(args.format, args.output, FORMATS)
    with open_archive(args.archive) as archive:
        rows = archive.register(args.what, **filter_values(args))
        refuse_over(args.output, [archive.path])
        refuse_existing(args.output, force=args.force)
    write_register(args.output, args.what, rows, form)
    return 0


def _counted(count: int) -> str:
    return "1 Dokument" if count == 1 else f"{count} Dokumente"
