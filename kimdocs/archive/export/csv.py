"""Tables as CSV that a German spreadsheet opens by a double click, and that cannot run anything there."""

from __future__ import annotations

import csv
import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, TextIO

from kimdocs.archive.export.columns import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def cell(value: object) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value.day:02}.{value.month:02}.{value.year:04}"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, int):
        return str(value)
    text = shown(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text[:1] in ("\t", "\n") else text
