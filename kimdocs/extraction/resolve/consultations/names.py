"""Which part of a line of a Beratungsfolge is the body: known by its noun, by its place, or by its short form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import is_group
from kimdocs.extraction.resolve.consultations.fields import SHORT

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.consultations.fields import Fields
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_LONGEST_UNKNOWN = 60


def sure(head: Head, fields: Fields) -> bool:
    """Whether a line is a row by itself: one body that is no group, a date, and nothing unknown."""
    return (
        len(fields.names) == 1
        and bool(fields.dates)
        and not fields.unknown
        and not is_group(head.context.folded[slice(*fields.names[0])])
    )


def named_by_place(head: Head, fields: Fields, columns: tuple[str, ...]) -> Piece | None:
    """The cell that must be the body by its place beside the date, where nobody knows its name ("BuA")."""
    if fields.names or not fields.dates or not {"organization", "date"} <= set(columns):
        return None
    start, end = fields.dates[0][1]
    before = columns.index("organization") < columns.index("date")
    beside = (cell for cell in fields.unknown if (cell[1] <= start if before else cell[0] >= end))
    cell = next(beside, None)
    fits = cell and head.context.text[cell[0]].isupper() and cell[1] - cell[0] <= _LONGEST_UNKNOWN
    return cell if fits else None


def named_by_heading(head: Head, fields: Fields) -> Piece | None:
    """The only unknown words before the only date behind a heading, which says that they are a body ("GV Auental")."""
    if fields.names or len(fields.unknown) != 1 or len(fields.dates) != 1:
        return None
    start, end = fields.unknown[0]
    words = head.context.text[start:end]
    known = SHORT.fullmatch(words.partition(" ")[0]) is not None and not any(map(str.isdigit, words))
    return (start, end) if known and end <= fields.dates[0][1][0] and end - start <= _LONGEST_UNKNOWN else None


def short_name(head: Head, fields: Fields) -> Piece | None:
    """The only thing that is unknown in a line, where it is written as bodies are for short ("HFA", "BuA")."""
    if fields.names or len(fields.unknown) != 1 or not fields.dates:
        return None
    return fields.unknown[0] if SHORT.fullmatch(head.context.text, *fields.unknown[0]) else None


def is_short(written: str) -> bool:
    """Whether a cell is written as bodies are for short ("HFA", "BuA")."""
    return SHORT.fullmatch(written) is not None
