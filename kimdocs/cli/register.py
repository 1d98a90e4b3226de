"""Registers as files: the form that the name of a file says, for people (CSV, Excel) and for programs (JSON)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kimdocs.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


def chosen_form(wanted: str | None, output: str | None, forms: Sequence[str]) -> str:
    """The form that was asked for, or that of the file's name; the first one where neither says anything.

    Raises:
        UsageError: The two disagree, the name has another ending, or a workbook has no name.
    """
    ending = Path(output or "").suffix.lower().lstrip(".")
    if not wanted and ending not in {*forms, ""}:
        known = ", ".join(f".{form}" for form in forms)
        raise UsageError(f"Das Format „.{ending}“ gibt es nicht.", f"Möglich sind: {known}.")
    form = wanted or ending or forms[0]
    if ending in forms and ending != form:
        raise UsageError(f"--format {form} und die Zieldatei „{output}“ passen nicht zusammen.")
    if form == "xlsx" and not output:
        raise UsageError("Eine Excel-Datei braucht einen Namen.", "Ergänzen Sie zum Beispiel „-o beschluesse.xlsx“.")
    return form


def write_register(output: str | None, what: str, rows: list[dict[str, Any]], form: str) -> None:
    """Write a register (see ``Archive.register``) and say how long it is.

    Raises:
        OutputError: The file cannot be written.
    """
    from kimdocs.cli.target import opened, write_bytes

    if form == "xlsx" and output:
        write_bytes(output, _workbook(what, rows))
    else:
        with opened(output, newline="") as target:
            write_rows(target, what, rows, form)
    if output:
        print(f"{len(rows)} {'Zeile' if len(rows) == 1 else 'Zeilen'} in {output}", file=sys.stderr)


def write_rows(target: TextIO, what: str, rows: list[dict[str, Any]], form: str) -> None:
    """Write rows as CSV, as one JSON list or as JSON Lines."""
    from kimdocs.archive.export import csv, jsonl
    from kimdocs.archive.export.columns import cells, titles
    from kimdocs.cli.output import word

    if form == "jsonl":
        jsonl.write_lines(target, rows)
    elif form == "json":
        target.write(jsonl.dump(rows, indent=2) + "\n")
    else:
        csv.write_table(target, titles(what), cells(what, rows, word))


def _workbook(what: str, rows: list[dict[str, Any]]) -> bytes:
    from kimdocs.archive.export.columns import cells, titles
    from kimdocs.archive.export.xlsx import workbook
    from kimdocs.cli.output import word

    return workbook(titles(what), cells(what, rows, word))
