"""Rows as JSON, one object a line: dates in ISO form, decimals as strings, what is not stated null."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def write_lines(target: TextIO, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write each row as one line."""
    target.writelines(dump(row) + "\n" for row in rows)


def dump(value: object, *, indent: int | None = None) -> str:
    """JSON of rows or of one row."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(f"no JSON for {type(value).__name__}")
