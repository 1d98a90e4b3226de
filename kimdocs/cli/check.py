"""``kimdocs check``: what does not fit in a paper, what it lacks, and what the law asks of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kimdocs.errors import InputError, KimdocsError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.check.finding import Finding
    from kimdocs.model.source import SourceDocument

FOUND = 1
UNREADABLE = InputError.exit_code
LEVELS = ("error", "warning", "note")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NO_ADVICE = "kimdocs weist auf Vorschriften hin; eine rechtliche Prüfung ersetzt das nicht."


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.output import add_format
    from kimdocs.cli.target import add_force

    parser = commands.add_parser(
        "check",
        help="Vorlagen, Vereinbarungen und Niederschriften auf Widersprüche und Lücken prüfen",
        description="Prüft Dokumente (DOCX, PDF, HTML, Text): Beträge und Summen, Abstimmungen, Beratungsfolge, "
        "Anlagen, offene Lücken, überholte Sätze, Klauseln von Vereinbarungen; bei DOCX auch die Barrierefreiheit. "
        + NO_ADVICE,
        epilog="Ende mit 0: nichts gefunden, 1: etwas gefunden (ab --level), 3: eine Datei nicht gelesen.",
    )
    parser.add_argument("files", metavar="DATEI", nargs="*", help="Datei oder Ordner; „-“ liest die Standardeingabe")
    add_format(parser, "json", "table")
    parser.add_argument(
        "--level", choices=LEVELS, default="warning", help="ab welchem Gewicht das Ende 1 ist (sonst: warning)"
    )
    parser.add_argument("--land", metavar="LAND", help="Land mit zwei Buchstaben (NW), wenn der Text es nicht nennt")
    parser.add_argument(
        "--comments", metavar="AUS.docx", type=Path, help="Kopie der DOCX-Datei mit jedem Befund als Kommentar"
    )
    add_force(parser)
    parser.add_argument("--rules", action="store_true", help="alle Regeln mit ihrer Grundlage zeigen und enden")
    parser.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class Checked:
    """One document with its findings; ``content`` are the bytes of a Word file."""

    source: SourceDocument
    findings: tuple[Finding, ...]
    content: bytes | None


def run(args: argparse.Namespace) -> int:
    """Print the findings of each document; a document that cannot be read is told on standard error."""
    if args.rules:
        print("\n".join(_rules()))
        return 0
    _refuse(args)
    failures: list[KimdocsError] = []
    results = _checked(args, failures)
    from kimdocs.cli.output import chosen_format

    as_json = chosen_format(args.format, "json") == "json"
    kept = _print_json(results) if as_json else _print_table(results)
    if args.comments and kept:
        _write_comments(args.comments, kept[0])
    if failures:
        return UNREADABLE
    return FOUND if any(_matters(finding, args.level) for one in kept for finding in one.findings) else 0


def _refuse(args: argparse.Namespace) -> None:
    """Refuse calls that cannot be meant.

    Raises:
        UsageError: No file, an unknown Land, or comments for more than one file or into the file itself.
    """
    from kimdocs.cli.target import refuse_existing, refuse_over
    from kimdocs.drafting.check.catalogue import table

    if not args.files:
        raise UsageError(
            "Es fehlt die Datei, die geprüft werden soll.", "„kimdocs check --help“ zeigt, was möglich ist."
        )
    if args.land and args.land not in table("laender"):
        raise UsageError(f"Das Land „{args.land}“ ist unbekannt.", f"Möglich sind: {', '.join(table('laender'))}.")
    if args.comments and (len(args.files) != 1 or Path(args.files[0]).is_dir()):
        raise UsageError("„--comments“ geht nur mit einer einzigen DOCX-Datei.", "Prüfen Sie die Dateien einzeln.")
    if args.comments and args.comments.suffix.lower() != ".docx":
        raise UsageError(
            f"„{args.comments.name}“ ist keine Word-Datei.",
            "Wählen Sie für „--comments“ einen Namen mit .docx am Ende.",
        )
    refuse_over(args.comments, args.files)
    refuse_existing(args.comments, force=args.force)


def _checked(args: argparse.Namespace, failures: list[KimdocsError]) -> Iterator[Checked]:
    from kimdocs.cli.inputs import documents
    from kimdocs.cli.main import complain
    from kimdocs.cli.mishap import dealing_with

    for argument in args.files:
        try:
            for document in documents([argument]):
                try:
                    with dealing_with(document):
                        checked = _check(document, args)
                    yield checked
                except InputError as error:
                    failures.append(error)
                    sys.stdout.flush()
                    complain(error)
        except InputError as error:
            failures.append(error)
            complain(error)


def _check(document: Path | bytes, args: argparse.Namespace) -> Checked:
    """Read, extract, check.

    Raises:
        InputError: It cannot be read, or comments are asked for and it is no Word file.
    """
    from kimdocs.drafting.check.run import check
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    source = read(document)
    content = None
    if source.media_type == WORD:
        content = document if isinstance(document, bytes) else document.read_bytes()
        source = read(content, name=source.name)
    elif args.comments:
        raise InputError(
            f"„{source.name}“ ist keine DOCX-Datei.", "„--comments“ schreibt nur in Kopien von DOCX-Dateien."
        )
    return Checked(source, check(extract(source), source, word=content, land=args.land), content)


def _matters(finding: Finding, level: str) -> bool:
    return LEVELS.index(finding.severity.value) <= LEVELS.index(level)


def _print_json(results: Iterator[Checked]) -> list[Checked]:
    import json

    kept = list(results)
    print(json.dumps([_plain(one) for one in kept], ensure_ascii=False, indent=1))
    return kept


def _plain(one: Checked) -> dict[str, Any]:
    from dataclasses import asdict

    findings = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "basis": finding.basis,
            "evidence": [asdict(place) for place in finding.evidence],
        }
        for finding in one.findings
    ]
    return {"source": {"id": one.source.id, "name": one.source.name}, "findings": findings}


def _print_table(results: Iterator[Checked]) -> list[Checked]:
    kept = []
    for one in results:
        print("\n".join(_sheet(one)))
        kept.append(one)
    found = sum(bool(one.findings) for one in kept)
    if len(kept) > 1:
        print(f"{len(kept)} Dokumente geprüft, bei {found} etwas gefunden.")
    if found:
        print(NO_ADVICE)
    return kept


def _sheet(one: Checked) -> Iterator[str]:
    """Lines for one document: each finding with its weight, sentence, places and basis."""
    from kimdocs.cli.output import heading, place, width, word, wrap

    title = f"{one.source.name}: {_count(one.findings)}"
    yield from heading(title, "─") if one.findings else wrap(title, width())
    for finding in one.findings:
        first, *more = wrap(f"{word('severity', finding.severity.value)}: {finding.message}", width())
        yield first
        details = [place(finding.evidence[:3])] if finding.evidence else []
        for line in (*more, *details, f"Grundlage: {finding.basis} ({finding.code})"):
            yield from (f"    {part}" for part in wrap(line, width() - 4))
    if one.findings:
        yield ""


def _count(findings: tuple[Finding, ...]) -> str:
    from collections import Counter

    words = {
        "error": ("Fehler", "Fehler"), "warning": ("Warnung", "Warnungen"), "note": ("Hinweis", "Hinweise"),
    }  # fmt: skip
    counts = Counter(finding.severity.value for finding in findings)
    parts = [f"{counts[level]} {words[level][counts[level] != 1]}" for level in LEVELS if counts[level]]
    return ", ".join(parts) or "nichts gefunden"


def _rules() -> Iterator[str]:
    from kimdocs.cli.output import table, word
    from kimdocs.drafting.check.catalogue import rules

    rows = [[rule.code, word("severity", rule.severity.value), rule.basis] for rule in rules().values()]
    yield from table(["Regel", "Gewicht", "Grundlage"], rows)


def _write_comments(target: Path, one: Checked) -> None:
    """Write the copy with comments.

    Raises:
        OutputError: The file cannot be written.
    """
    from kimdocs.cli.target import write_bytes
    from kimdocs.drafting.check.comments import commented

    content = commented(one.content or b"", one.source, one.findings)
    write_bytes(target, content)
