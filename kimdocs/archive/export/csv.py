"""Tables as CSV that a German spreadsheet opens by a double click, and that cannot run anything there."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

BYTE_ORDER_MARK = "\ufeff"

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write_table(target: TextIO, titles: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table: byte order mark, semicolons, German dates and numbers; text never begins a formula.

    Args:
        target: Text file opened with ``newline=""``, in UTF-8.
        titles: Titles of the columns.
        rows: Values of the cells; None is an empty cell.
    """
    target.write(BYTE_ORDER_MARK)
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([cell(title) for title in titles])
    for row in rows:
        writer.writerow([cell(value) for value in row])


def write_register(
    target: TextIO, what: str, rows: Iterable[Mapping[str, Any]], word: Callable[[str, str], str]
) -> None:
    """Write a register (see ``Archive.register``); ``word(list, value)`` gives the German word for a value."""
    columns = _columns()[what]
    write_table(
        target,
        [column["title"] for column in columns],
        ([_worded(row[column["name"]], column, word) for column in columns] for row in rows),
    )


def cell(value: object) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, dt.date):
        return f"{value.day:02}.{value.month:02}.{value.year:04}"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, int):
        return str(value)
    text = "".join(char for char in str(value) if char.isprintable() or char in "\n\t")
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text[:1] in ("\t", "\n") else text


def _worded(value: Any, column: Mapping[str, str], word: Callable[[str, str], str]) -> object:
    if value is None:
        return None
    if column.get("lines") == "one":
        return " ".join(value.split())
    words = column.get("words")
    if words is None:
        return value
    return ", ".join(word(words, one) for one in value) if isinstance(value, list) else word(words, value)


@cache
def _columns() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((files("kimdocs.archive.export") / "columns.toml").read_text(encoding="utf-8"))
