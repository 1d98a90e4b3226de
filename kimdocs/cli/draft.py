"""``kimdocs draft``: from data and documents to a new paper, with an account of where each figure came from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.cli.inputs import day
from kimdocs.errors import UsageError, unwritable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from kimdocs.cli.parser import GermanParser
    from kimdocs.drafting.document import Draft
    from kimdocs.drafting.roundtrip.package import WordPackage
    from kimdocs.model.record import Record

FORMATS = ("docx", "pdf", "html", "md")


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "draft",
        help="aus Daten und Dokumenten ein neues Dokument entwerfen",
        description="Entwirft ein Dokument, zum Beispiel eine Beschlussvorlage. Jede Zahl aus einem Dokument trägt "
        "ihre Quelle als Kommentar; was fehlt, bleibt als markierte Lücke sichtbar.",
        epilog="„kimdocs templates list“ nennt die Arten. In der Datendatei sagen „erfasst_von“ und „erfasst_am“, wer "
        "die Angaben wann erfasst hat; bei einem Feld: {wert: 5.000 €, erfasst_von: Kämmerei}; "
        "in einer Zeile gelten sie für die Zeile. "
        "Ende mit 0: geschrieben, 5: Daten oder Vorlage falsch.",
    )
    parser.add_argument(
        "kind", metavar="ART", type=str.lower, help="zum Beispiel beschlussvorlage oder kooperationsvereinbarung"
    )
    parser.add_argument("--data", metavar="DATEI", type=Path, help="Angaben als YAML oder JSON")
    parser.add_argument(
        "--from", metavar="DOKUMENT", dest="sources", action="append", default=[],
        help="Dokument, aus dem Angaben stammen: Datei, Ordner oder Nummer im Archiv; mehrfach, gezählt ab 1",
    )  # fmt: skip
    parser.add_argument("--item", metavar="TOP", help="der Beschluss zu diesem Tagesordnungspunkt, etwa 7 oder „Ö 6.1“")
    parser.add_argument(
        "--decision", metavar="NR",
        help="der wievielte Beschluss, gezählt ab 1 wie bei „extract“; 2:3 ist der dritte der zweiten Unterlage",
    )  # fmt: skip
    parser.add_argument("--archive", metavar="PFAD", help="Archivdatei, in der die Nummern von --from stehen")
    parser.add_argument("-o", "--output", metavar="DATEI", type=Path, help="Zieldatei: .docx, .pdf, .html oder .md")
    parser.add_argument("--format", choices=FORMATS, help="Format, wo die Zieldatei keines nennt (sonst md)")
    parser.add_argument("--force", action="store_true", help="auch eine Datei überschreiben, die bearbeitet wurde")
    parser.add_argument("--strict", action="store_true", help="keinen Entwurf mit offenen Stellen schreiben")
    parser.add_argument("--final", action="store_true", help="Reinschrift ohne Kommentare, Quellen und Hinweise")
    parser.add_argument(
        "--against", metavar="FRÜHER", type=Path,
        help="früherer Entwurf (.docx): der neue zeigt seine Abweichungen davon als nachverfolgte Änderungen",
    )  # fmt: skip
    _add_entered(parser)
    _add_shown(parser)
    parser.set_defaults(run=run)


def _add_entered(parser: GermanParser) -> None:
    parser.add_argument("--entered-by", metavar="NAME", help="wer die Angaben erfasst hat, wo die Daten es nicht sagen")
    parser.add_argument(
        "--entered-at", metavar="DATUM", type=day,
        help="wann sie erfasst wurden, zum Beispiel 02.11.2026 oder „heute“; ohne Angabe bleibt es offen",
    )  # fmt: skip


def _add_shown(parser: GermanParser) -> None:
    parser.add_argument("--templates", metavar="ORDNER", type=Path, help="Ordner mit eigenen Vorlagen")
    parser.add_argument("--fields", action="store_true", help="nur zeigen, welche Felder die Vorlage hat")
    parser.add_argument("--blank", action="store_true", help="nur eine Datendatei zum Ausfüllen schreiben (YAML)")
    parser.add_argument("--explain", action="store_true", help="auch zeigen, welche Zahlen in den Dokumenten stehen")


def run(args: argparse.Namespace) -> int:
    """Draft, write, and account for it."""
    if args.fields:
        print("\n".join(_fields(args.kind, args.templates)))
        return 0
    if args.blank:
        return _blank(args)
    from kimdocs.cli.target import refuse_over
    from kimdocs.drafting.chosen import about
    from kimdocs.drafting.datafile import read_data
    from kimdocs.drafting.entering import said
    from kimdocs.drafting.pipeline import draft

    target = _target(args)
    refuse_over(target, (*args.sources, args.data))
    _keep_edited(target, force=args.force)
    earlier = _earlier(args.against, target)
    records = [_record(name, args.archive) for name in _documents(args.sources)]
    if args.explain:
        print("\n".join(_figures(records)), file=sys.stderr)
    data = about(said(read_data(args.data), args.entered_by, args.entered_at), args.item, args.decision)
    made = draft(args.kind, data, records=records, templates=args.templates, strict=args.strict, final=args.final)
    account = list(_account(made, explain=args.explain))
    if target is None:
        print(made.html() if args.format == "html" else made.markdown(), end="")
        print("\n".join(account), file=sys.stderr)
    else:
        written = made.save(target)
        tracked = _track(earlier, made, target) if earlier is not None else []
        print(
            "\n".join(
                [
                    f"Geschrieben: {', '.join(str(path) for path in written)}",
                    *tracked,
                    *_account(made, explain=args.explain),
                ]
            )
        )
    return 0


def _blank(args: argparse.Namespace) -> int:
    """Print or write a data file to be filled in; one that is there already stays."""
    from kimdocs.drafting.catalogue import load_template
    from kimdocs.drafting.skeleton import skeleton

    text = skeleton(load_template(args.kind, args.templates))
    output: Path | None = args.output
    if output is None:
        print(text, end="")
        return 0
    if output.suffix.lower() not in {".yaml", ".yml"}:
        raise UsageError(f"„{output.name}“ ist keine YAML-Datei.", "Wählen Sie einen Namen mit .yaml am Ende.")
    try:
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"„{output}“ gibt es schon.", "Wählen Sie einen anderen Namen.") from error
    except OSError as error:
        raise unwritable(output, error) from error
    print(f"Geschrieben: {output}")
    return 0


def _earlier(against: Path | None, target: Path | None) -> WordPackage | None:
    """The earlier draft to compare with, read before anything is written."""
    if against is None:
        return None
    if target is None or target.suffix.lower() != ".docx":
        raise UsageError("--against braucht eine Word-Datei als Ziel.", "Ergänzen Sie zum Beispiel „-o entwurf.docx“.")
    if target.exists() and against.exists() and target.samefile(against):
        raise UsageError("Die Zieldatei ist der frühere Entwurf selbst.", "Wählen Sie einen anderen Namen.")
    from kimdocs.drafting.roundtrip.package import open_word

    return open_word(against)


def _keep_edited(target: Path | None, *, force: bool) -> None:
    """Refuse to write over a file that is no draft, or one that somebody has edited since it was written."""
    from kimdocs.drafting.saving import is_untouched

    if target is not None and target.exists() and not force and not is_untouched(target):
        raise UsageError(
            f"„{target}“ gibt es schon, und seit kimdocs die Datei zuletzt geschrieben hat, wurde sie geändert.",
            "Wählen Sie einen anderen Namen, oder überschreiben Sie die Datei mit „--force“.",
        )


def _track(earlier: WordPackage, draft: Draft, target: Path) -> list[str]:
    """Turn a draft that was just written into tracked changes; German lines on what they show."""
    from kimdocs.cli.redline import AUTHOR
    from kimdocs.drafting.redline.redline import redline
    from kimdocs.drafting.roundtrip.package import open_word
    from kimdocs.drafting.saving import write

    made = redline(earlier, open_word(target), author=AUTHOR)
    write(target, made.content, draft.trace)
    return [f"Nachverfolgte Änderungen gegenüber {earlier.name}: {made.changes}", *made.notes]


def _target(args: argparse.Namespace) -> Path | None:
    """The file to write; None for standard output."""
    output: Path | None = args.output
    if output is None:
        if args.format in {"docx", "pdf"}:
            named = "Ein Word-Dokument" if args.format == "docx" else "Ein PDF"
            raise UsageError(
                f"{named} braucht eine Zieldatei.", f"Ergänzen Sie zum Beispiel „-o entwurf.{args.format}“."
            )
        return None
    if args.format and output.suffix.lower().lstrip(".") not in {args.format, ""}:
        raise UsageError(f"--format {args.format} und die Zieldatei „{output.name}“ passen nicht zusammen.")
    if output.is_dir() or not output.name:
        raise UsageError(f"„{output}“ ist ein Ordner.", "Nennen Sie auch den Namen der Datei.")
    if not output.suffix:
        return output.with_suffix(f".{args.format or 'docx'}")
    return output


def _documents(sources: Iterable[str]) -> Iterator[str]:
    """Files and numbers as they are, and the readable files of folders by name."""
    from kimdocs.cli.inputs import documents

    for source in sources:
        yield from map(str, documents([source])) if Path(source).is_dir() else [source]


def _record(name: str, archive: str | None) -> Record:
    """Record of a file, or of a document of the archive."""
    if Path(name).exists() or not _is_key(name):
        from kimdocs.extraction.pipeline import extract
        from kimdocs.extraction.read import read

        return extract(read(Path(name)))
    from kimdocs.cli.archive import open_archive

    with open_archive(archive) as opened:
        return opened.get(int(name) if name.isdecimal() else name)


def _is_key(name: str) -> bool:
    return name.isdecimal() or name.startswith("sha256:")


def _account(made: Draft, *, explain: bool) -> Iterator[str]:
    """German account: each sourced value with its origin, then what is open; ``explain`` says which line wanted it."""
    from kimdocs.cli.output import squeeze
    from kimdocs.drafting.review import HOW_TO_CONFIRM

    sourced = {entry.field: entry for entry in made.trace.entries if made.trace.number(entry.fact)}
    yield ""
    yield f"Woher die Angaben stammen ({len(sourced)}):" if sourced else "Aus Dokumenten wurde keine Angabe übernommen."
    for entry in sourced.values():
        yield f"  · {squeeze(entry.label)}: {squeeze(entry.text)}"
        yield from (f"      {squeeze(line)}" for line in entry.origin.split("\n"))
    for note in made.sheet.notes:
        first, *rest = note.split("\n")
        yield f"  · {squeeze(first)}"
        yield from (f"      {squeeze(line)}" for line in rest)
    yield ""
    yield f"Noch offen ({len(made.gaps)}):" if made.gaps else "Keine offenen Stellen."
    computed = {total.name for total in made.sheet.template.totals}
    for gap in made.gaps:
        plain = gap.kind == "missing" and not explain
        lacks = "wird berechnet, sobald alles dazu da ist" if _of_any_row(gap.name) in computed else "fehlt"
        yield f"  · {squeeze(f'„{gap.label}“ ({gap.name}) {lacks}' if plain else gap.message)}"
    if any(gap.kind == "public" for gap in made.gaps):
        yield f"  → {HOW_TO_CONFIRM}"
    if any(gap.kind == "missing" for gap in made.gaps):
        how = f"kimdocs draft {made.sheet.template.kind} --blank -o angaben.yaml"
        yield f"  → Tragen Sie es in einer Datendatei ein („--data“); eine zum Ausfüllen schreibt „{how}“."


def _of_any_row(name: str) -> str:
    import re

    return re.sub(r"\[\d+\]", "[]", name)


def _figures(records: Iterable[Record]) -> Iterator[str]:
    """What the documents offer, with the numbers by which data files refer to it."""
    from kimdocs.cli.output import place, squeeze, word
    from kimdocs.drafting import wording
    from kimdocs.drafting.result import result
    from kimdocs.drafting.sources import amount_of, document_name, posts_of

    for index, record in enumerate(records, 1):
        yield f"dokument: {index} – {squeeze(document_name(record))}"
        for number, figure in enumerate(record.figures, 1):
            yield f"  betrag: {number} – {wording.amount(amount_of(figure))}  {place(figure.evidence)}"
        for number, staffing in enumerate(record.staffing, 1):
            yield f"  stellen: {number} – {wording.posts(posts_of(staffing))}  {place(staffing.evidence)}"
        for number, decision in enumerate(record.decisions, 1):
            outcome = squeeze(result(decision) or word("outcome", decision.outcome))
            item = f"TOP {decision.agenda_item}, " if decision.agenda_item else ""
            yield f"  entscheidung: {number} – {item}{outcome}  {place(decision.evidence)}"
        for number, resolution in enumerate(record.resolutions, 1):
            yield f"  beschluss: {number} – {place(resolution.evidence)}"


def _fields(kind: str, templates: Path | None) -> Iterator[str]:
    from kimdocs.drafting.catalogue import load_template
    from kimdocs.drafting.convert import expected

    template = load_template(kind, templates)
    yield f"{template.title} – {template.description}"
    for item in template.fields.values():
        yield ""
        yield f"{item.name} – {item.label}{' (Pflicht)' if item.required else ''}"
        yield f"    {expected(item)}"
        yield from (f"    {text}" for text in (item.help, item.legal_basis) if text)
