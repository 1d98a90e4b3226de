"""Widths of a table's columns: those the template gives, but none narrower than its longest word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.drafting.blocks import plain_text

if TYPE_CHECKING:
    from kimdocs.drafting.blocks import Runs, Table

_BREAKS = re.compile(r"[ \t\n\u200b]+|(?<=[-–/])")
_LONGEST = 22  # characters; longer words may be broken
_EDGE = 2  # characters that the edges of a cell take
_BROAD, _BOLD = 1.05, 1.2  # a word in the type of a table, against usual letters of the text
_FINE = 100


def fitted(table: Table, line: int) -> tuple[int, ...]:
    """Shares of the text's width, where a line of it has this many characters."""
    total = sum(table.widths)
    wanted = [width * line / total for width in table.widths]
    floors = [
        max(
            _BOLD * _longest(plain_text(table.header[column])),
            *(_least(row[column]) for row in table.rows if column < len(row)),
            0.0,
        )
        for column in range(len(wanted))
    ]
    floors = [floor + _EDGE if floor else 0.0 for floor in floors]
    if sum(floors) >= line:
        return tuple(round(_FINE * floor) or 1 for floor in floors)
    missing = sum(max(floor - width, 0.0) for width, floor in zip(wanted, floors, strict=True))
    spare = sum(max(width - floor, 0.0) for width, floor in zip(wanted, floors, strict=True))
    made = (
        max(width, floor) - max(width - floor, 0.0) * missing / spare
        for width, floor in zip(wanted, floors, strict=True)
    )
    return tuple(round(_FINE * width) for width in made)


def _least(cell: Runs) -> float:
    return _longest(plain_text(cell)) * (_BOLD if any(run.bold for run in cell) else _BROAD)


def _longest(text: str) -> int:
    return min(max((len(word) for word in _BREAKS.split(text)), default=0), _LONGEST)
