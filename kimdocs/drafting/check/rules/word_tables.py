"""Rules on the tables of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.parts import WORD, WordFile, is_on, run_text, value

if TYPE_CHECKING:
    from collections.abc import Iterator


def header_rows(file: WordFile) -> Iterator[Found]:
    """Tables with several rows and columns whose first row is not marked as their header."""
    for table, rows in _tables(file):
        if len(rows) > 1 and max(map(len, map(_cells, rows))) > 1 and not _is_header(rows[0]):
            yield Found("word-header-row", (), {}, _first_paragraph(file, table))


def header_cells(file: WordFile) -> Iterator[Found]:
    """Header cells that are empty or merged, so that a column has no name of its own."""
    for _, rows in _tables(file):
        for row in rows:
            if not _is_header(row):
                break
            for cell in _cells(row):
                words = "".join(run_text(run) for run in cell.iter(f"{WORD}r")).strip()
                merged = int(value(cell, "tcPr/gridSpan") or 1) > 1 or value(cell, "tcPr/vMerge") is not None
                if not words or merged:
                    kind = "verbunden" if merged else "leer"
                    yield Found("word-header-cell", (), {"kind": kind}, _first_paragraph(file, cell))


def _tables(file: WordFile) -> Iterator[tuple[Any, list[Any]]]:
    for table in file.document.iter(f"{WORD}tbl"):
        rows = [row for row in table if row.tag == f"{WORD}tr"]
        if rows:
            yield table, rows


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row.iter(f"{WORD}tc") if next(cell.iterancestors(f"{WORD}tr")) is row]


def _is_header(row: Any) -> bool:
    return is_on(row, "trPr/tblHeader")


def _first_paragraph(file: WordFile, element: Any) -> int | None:
    first = next(element.iter(f"{WORD}p"), None)
    return None if first is None else file.numbers.get(first)
