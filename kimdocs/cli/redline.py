"""``kimdocs redline``: two versions of a paper as tracked changes, or as a table of both texts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.blocks import Runs
    from kimdocs.drafting.synopsis import Synopsis

AUTHOR = "kimdocs"


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.inputs import day
    from kimdocs.cli.target import add_force

    parser = commands.add_parser(
        "redline",
        help="zwei Fassungen als Word-Datei mit nachverfolgten Änderungen oder als Synopse",
        description="Zeigt die neue Fassung eines Dokuments als nachverfolgte Änderungen gegenüber der früheren: "
        "Alle annehmen ergibt die neue Fassung, alle ablehnen die frühere. Mit --synopse entsteht stattdessen eine "
        "Tabelle der geänderten Stellen.",
        epilog="Ende mit 0: geschrieben, 3: eine Datei ist nicht lesbar.",
    )
    parser.add_argument("earlier", metavar="FRÜHER", type=Path, help="frühere Fassung als .docx")
    parser.add_argument("new", metavar="NEU", type=Path, help="neue Fassung als .docx")
    parser.add_argument("-o", "--output", metavar="DATEI", type=Path, help="Zieldatei; für die Synopse auch .html, .md")
    add_force(parser)
    parser.add_argument("--synopse", action="store_true", help="Tabelle alt/neu; ohne Zieldatei als Text")
    parser.add_argument("--author", metavar="NAME", default=AUTHOR, help=f"wer die Änderungen macht (sonst {AUTHOR})")
    parser.add_argument(
        "--date",
        metavar="DATUM",
        type=day,
        help="Datum der Änderungen wie 01.03.2026 oder „heute“ (sonst das der neuen Fassung)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the tracked changes or the table, and say how many changes there are."""
    from kimdocs.cli.target import write_bytes
    from kimdocs.drafting.roundtrip.package import open_word

    _check(args)
    earlier, new = open_word(args.earlier), open_word(args.new)
    if args.synopse:
        from kimdocs.drafting.synopsis import synopsis

        made = synopsis(earlier, new)
        if args.output is None:
            print("\n".join(_table(made)) if sys.stdout.isatty() else made.markdown(), end="\n" * sys.stdout.isatty())
            return 0
        content, count, notes = made.content(args.output.suffix.lower()), made.changes, made.notes
    else:
        from kimdocs.drafting.redline.redline import redline

        tracked = redline(earlier, new, author=args.author, date=args.date)
        content, count, notes = tracked.content, tracked.changes, tracked.notes
    write_bytes(args.output, content)
    print(f"Geschrieben: {args.output} ({count} {'Änderung' if count == 1 else 'Änderungen'})")
    print("".join(f"  · {note}\n" for note in notes), end="")
    return 0


def _table(made: Synopsis) -> list[str]:
    """The synopsis for a terminal: what was taken out and put in stands in marks."""
    from kimdocs.cli.compare import marked
    from kimdocs.cli.output import table
    from kimdocs.drafting.synopsis import HEADER

    def words(runs: Runs, operation: str) -> str:
        return "".join(marked(operation, run.text) if run.bold else run.text for run in runs)

    rows = [(item.place, words(item.before, "removed"), words(item.after, "added")) for item in made.passages]
    return table(HEADER, rows) if rows else ["Die Fassungen stimmen überein."]


def _check(args: argparse.Namespace) -> None:
    from kimdocs.cli.target import refuse_existing, refuse_over

    forms = {".docx", ".html", ".md"} if args.synopse else {".docx"}
    if args.output is None:
        if not args.synopse:
            raise UsageError("Es fehlt die Zieldatei.", "Ergänzen Sie zum Beispiel „-o aenderungen.docx“.")
        return
    if not args.output.suffix:
        args.output = args.output.with_suffix(".docx")
    if args.output.suffix.lower() not in forms:
        raise UsageError(
            f"Das Format „{args.output.suffix}“ gibt es hier nicht.", f"Möglich: {', '.join(sorted(forms))}."
        )
    refuse_over(args.output, (args.earlier, args.new))
    refuse_existing(args.output, force=args.force)
