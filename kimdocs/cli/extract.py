"""``kimdocs extract``: documents in, records out."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kimdocs.errors import InputError, KimdocsError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from kimdocs.archive.store import Archive
    from kimdocs.cli.page.page import Sheet
    from kimdocs.cli.parser import GermanParser
    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

UNREADABLE = InputError.exit_code
TABLES = ("csv", "xlsx")  # a row for each decision
AHEAD = 8  # documents a process may be ahead of what has been printed


def add_parser(commands: argparse._SubParsersAction[GermanParser]) -> None:
    """Register the command."""
    from kimdocs.cli.output import add_format
    from kimdocs.cli.target import add_force

    parser = commands.add_parser(
        "extract",
        help="Beschlüsse, Abstimmungen, Beträge und Stellen aus Dokumenten ziehen",
        description="Zieht aus Dokumenten, was sie sagen: Beschlüsse mit Abstimmung, Beschlusstexte, Beträge, Stellen, "
        "Beratungsfolge, Vorlagennummern – jedes mit Seite und Wortlaut.",
        epilog="„-o fundstellen.html“ schreibt eine Seite für den Browser: Angaben und Text, jede Fundstelle markiert. "
        "„-o beschluesse.xlsx“ (oder .csv) schreibt eine Tabelle mit einer Zeile je Beschluss. "
        "Ende mit 0: alles gelesen, 3: einzelne Dateien nicht gelesen.",
    )
    parser.add_argument("files", metavar="DATEI", nargs="+", help="Datei oder Ordner; „-“ liest die Standardeingabe")
    add_format(parser, "jsonl", "json", "table", "html", *TABLES)
    parser.add_argument("--explain", action="store_true", help="in der Tabelle die Regel nennen, die gegriffen hat")
    parser.add_argument("-o", "--output", metavar="DATEI", help="in diese Datei schreiben statt auf den Bildschirm")
    add_force(parser)
    parser.add_argument("--jobs", metavar="N", type=int, default=1, help="auf N Prozesse verteilen (sonst 1)")
    parser.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be done, and how its record is to be written."""

    document: Path | bytes
    form: str
    explain: bool


def run(args: argparse.Namespace) -> int:
    """Print a record for each document; a document that cannot be read is told on standard error."""
    from kimdocs.cli.target import opened, refuse_existing, refuse_over

    if args.jobs < 1:
        raise UsageError("„--jobs“ braucht eine Zahl ab 1.")
    refuse_over(args.output, args.files)
    refuse_existing(args.output, force=args.force)
    form = _form(args.format, args.output)
    failures: list[KimdocsError] = []
    if form in TABLES:
        return _tabulate(args, form, failures)
    if form == "html":
        return _paged(args, failures)
    texts = _texts(_jobs(args.files, form, failures, explain=args.explain), args.jobs, failures)
    first = next(texts, None)
    if first is None and args.output is not None:
        return UNREADABLE  # what is in the file stays
    with opened(args.output, newline="\n") as target:
        _write(chain([] if first is None else [first], texts), form, target)
    return UNREADABLE if failures else 0


def _form(wanted: str | None, output: str | None) -> str:
    from kimdocs.cli.output import chosen_format
    from kimdocs.cli.register import chosen_form

    if wanted is None and output is not None and output.lower().endswith(".txt"):
        return "table"
    if wanted in TABLES or (wanted is None and output is not None):
        return chosen_form(wanted, output, ("jsonl", "json", "html", *TABLES))
    return chosen_format(wanted, "jsonl")


def _tabulate(args: argparse.Namespace, form: str, failures: list[KimdocsError]) -> int:
    """Write the decisions of all documents as one table, a row each; what is in the file stays if none was read."""
    from tempfile import TemporaryDirectory

    from kimdocs.archive.store import Archive
    from kimdocs.cli.register import write_register

    with TemporaryDirectory() as folder, Archive(Path(folder) / "archiv.sqlite") as archive:
        for job in _jobs(args.files, form, failures, explain=False):
            try:
                _keep(job, archive)
            except KimdocsError as error:
                _failed(error, failures)
        if archive.path.exists():
            write_register(args.output, "decisions", archive.register("decisions"), form)
    return UNREADABLE if failures else 0


def _keep(job: Job, archive: Archive) -> None:
    from kimdocs.cli.mishap import dealing_with

    with dealing_with(job.document):
        source, record = _extracted(job)
    archive.add(record, source)


def _paged(args: argparse.Namespace, failures: list[KimdocsError]) -> int:
    """Write all documents as one page for a browser; what is in the file stays if none was read."""
    from kimdocs.cli.mishap import dealing_with
    from kimdocs.cli.page.page import page, sheet
    from kimdocs.cli.target import opened

    sheets: list[Sheet] = []
    for job in _jobs(args.files, "html", failures, explain=args.explain):
        try:
            with dealing_with(job.document):
                sheets.append(sheet(len(sheets) + 1, *_extracted(job)))
        except KimdocsError as error:
            _failed(error, failures)
    if sheets:
        with opened(args.output, newline="\n") as target:
            target.write(page(sheets))
    return UNREADABLE if failures else 0


def _extracted(job: Job) -> tuple[SourceDocument, Record]:
    from kimdocs.cli.inputs import name_of
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    source = read(job.document, name=name_of(job.document))
    return source, extract(source)


def _jobs(arguments: list[str], form: str, failures: list[KimdocsError], *, explain: bool) -> Iterator[Job]:
    from kimdocs.cli.inputs import documents

    for argument in arguments:
        try:
            for document in documents([argument]):
                yield Job(document, form, explain)
        except InputError as error:
            _failed(error, failures)


def _texts(jobs: Iterable[Job], processes: int, failures: list[KimdocsError]) -> Iterator[str]:
    for outcome in map(_do, jobs) if processes == 1 else _spread(jobs, processes):
        if isinstance(outcome, KimdocsError):
            _failed(outcome, failures)
        else:
            yield outcome


def _failed(error: KimdocsError, failures: list[KimdocsError]) -> None:
    from kimdocs.cli.main import complain

    failures.append(error)
    sys.stdout.flush()
    complain(error)


def _do(job: Job) -> str | KimdocsError:
    from kimdocs.cli.mishap import dealing_with

    try:
        with dealing_with(job.document):
            return _written(_extracted(job)[1], job)
    except KimdocsError as error:
        return error


def _written(record: Record, job: Job) -> str:
    if job.form == "table":
        from kimdocs.cli.sheet import sheet

        return sheet(record, explain=job.explain)
    from kimdocs.model.codec import to_json

    return to_json(record)


def _spread(jobs: Iterable[Job], processes: int) -> Iterator[str | KimdocsError]:
    """Outcomes in the order of the jobs, from several processes that never run far ahead of what is printed."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[Future[str | KimdocsError]] = deque()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for job in jobs:
            waiting.append(pool.submit(_do, job))
            if len(waiting) >= processes * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _write(texts: Iterable[str], form: str, target: TextIO) -> None:
    """Write each text as soon as it is there: a line each, one array, or sheets with a blank line between them."""
    before, between, after = {"jsonl": ("", "\n", "\n"), "json": ("[\n", ",\n", "\n]\n"), "table": ("", "\n", "")}[form]
    target.write(before)
    empty = True
    for text in texts:
        target.write(text if empty else between + text)
        target.flush()
        empty = False
    target.write("" if empty and form == "jsonl" else after)
