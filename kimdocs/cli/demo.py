"""``kimdocs demo``: the whole way once, on the invented documents that come with the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import OutputError, trouble

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from kimdocs.archive.store import Archive
    from kimdocs.cli.parser import GermanParser
    from kimdocs.model.record import Record

STORY = "0[1-6]-*"
QUERY = "Eigenanteil"
BEFORE, SHOWN = 40, 100  # characters of a hit before the word and in all
PAGE = "fundstellen.html"
DRAFTS = ("beschlussvorlage", "kooperationsvereinbarung")


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "demo",
        help="den ganzen Weg einmal an mitgelieferten Beispielen zeigen",
        description="Liest sechs erfundene Dokumente, zieht ihre Fakten, legt sie in ein Archiv, sucht darin und "
        "entwirft daraus eine Beschlussvorlage und eine Kooperationsvereinbarung.",
    )
    parser.add_argument(
        "--out", metavar="ORDNER", type=Path, default=Path("kimdocs-demo"), help="Ordner für Archiv und Entwürfe"
    )
    parser.set_defaults(run=run)


def corpus_folder() -> Path:
    """Folder of the invented documents, in a checkout and installed."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_corpus"
    return installed if installed.is_dir() else package.parent / "corpus"


def run(args: argparse.Namespace) -> int:
    """Go the whole way; archive and drafts stay in the folder."""
    from kimdocs.archive.store import Archive

    out: Path = args.out
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "Es gibt eine Datei dieses Namens" if out.exists() else trouble(error)[0]
        raise OutputError(
            f"Der Ordner „{out}“ lässt sich nicht anlegen: {reason}.", "Wählen Sie mit --out einen anderen."
        ) from error
    files = sorted(corpus_folder().glob(STORY))
    with Archive(out / "archiv.sqlite") as archive:
        records = _read(files, archive, out / PAGE)
        _found(records)
        _search(archive)
    _say("4. Entworfen, jede Zahl mit ihrer Quelle", [line for kind in DRAFTS for line in _draft(kind, records, out)])
    _farewell(out, files)
    return 0


def _say(title: str, lines: Iterable[str]) -> None:
    from kimdocs.cli.output import heading

    print("\n".join([*heading(title), *lines]), end="\n\n")


def _read(files: Sequence[Path], archive: Archive, shown: Path) -> list[Record]:
    from kimdocs.cli.output import table, word
    from kimdocs.cli.page.page import page, sheet
    from kimdocs.cli.target import opened
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    records, rows, sheets = [], [], []
    for file in files:
        source = read(file)
        record = extract(source)
        added = archive.add(record, source)
        records.append(record)
        sheets.append(sheet(added.id, source, record))
        facts = (record.decisions, record.figures, record.staffing, record.issues)
        rows.append(
            (str(added.id), file.name, word("kind", record.document.kind), *(str(len(found)) for found in facts))
        )
    with opened(str(shown), newline="\n") as target:
        target.write(page(sheets))
    headers = ("Nr.", "Dokument", "Art", "Beschlüsse", "Beträge", "Stellen", "Hinweise")
    _say("1. Gelesen, ausgewertet und archiviert", table(headers, rows))
    return records


def _found(records: Sequence[Record]) -> None:
    from kimdocs.cli.sheet import highlights

    lines: list[str] = []
    for record in records:
        lines.append(record.source.name)
        for text in highlights(record):
            lines += _indented("  · ", text)
    _say("2. Was wo gefunden wurde", lines)


def _search(archive: Archive) -> None:
    from kimdocs.cli.output import shorten

    hits = archive.search(QUERY)
    lines = []
    for hit in hits:
        first = max(0, (hit.marks[0][0] if hit.marks else hit.start) - hit.start - BEFORE)
        lead = "…" if first else ""
        found = f"{hit.name}, S. {hit.page}: „{lead}{shorten(hit.quote[first:], SHOWN)}“"
        lines += _indented(f"Nr. {hit.id}: ", found)
    _say(f"3. Im Archiv gesucht: „{QUERY}“ ({len(hits)} Dokumente)", lines)


def _draft(kind: str, records: Sequence[Record], out: Path) -> list[str]:
    from kimdocs.drafting.pipeline import draft

    made = draft(kind, corpus_folder() / "demo" / f"{kind}.yaml", records=records)
    target, *_ = made.save(out / f"{kind}.docx")
    lines = [f"{target} – {made.title}"]
    for entry in {entry.field: entry for entry in made.trace.entries if made.trace.number(entry.fact)}.values():
        lines += [*_indented("  · ", f"{entry.label}: {entry.text}"), *_indented("    ", entry.origin)]
    gaps = f"{len(made.gaps)} Stellen sind noch zu ergänzen oder zu prüfen" if made.gaps else "ohne Lücken"
    return [*lines, f"  · {gaps}", ""]


def _indented(lead: str, text: str) -> list[str]:
    from kimdocs.cli.output import squeeze, width, wrap

    first, *rest = wrap(squeeze(text), width() - len(lead))
    return [lead + first, *(" " * len(lead) + line for line in rest)]


def _farewell(out: Path, files: Sequence[Path]) -> None:
    draft = out / f"{DRAFTS[0]}.docx"
    first = files[0].relative_to(Path.cwd()) if files[0].is_relative_to(Path.cwd()) else files[0]
    calls = (("extract", first), ("search Stelle --archive", out / "archiv.sqlite"), ("check", draft), ("trace", draft))
    lines = [f"{_called()} {call} {_quoted(path)}" for call, path in calls]
    in_word = f"Die Entwürfe liegen im Ordner „{out}“ und lassen sich in Word öffnen."
    in_browser = f"„{out / PAGE}“ zeigt im Browser jede Angabe neben ihrer Stelle im Text."
    _say("Selbst versuchen", [*lines, in_word, in_browser])


def _called() -> str:
    """How the program is called: by its name, or through the uv that runs it out of a checkout."""
    uv = os.environ.get("UV")
    if not uv or not os.environ.get("VIRTUAL_ENV"):
        return "kimdocs"
    near = Path(uv).is_relative_to(Path.cwd())
    return f"{_quoted(Path(uv).relative_to(Path.cwd()) if near else Path(Path(uv).stem))} run kimdocs"


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
