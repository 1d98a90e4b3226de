"""The Beratungsfolge: which bodies deal with a paper, when, and in which role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.organization import nominative, starts_organization
from kimdocs.extraction.resolve.consultations.across import rows_across
from kimdocs.extraction.resolve.consultations.cells import rows_in_cells
from kimdocs.extraction.resolve.consultations.columns import rows_in_columns
from kimdocs.extraction.resolve.consultations.course import rows_in_course
from kimdocs.extraction.resolve.consultations.fielded import rows_alone, rows_in_fields
from kimdocs.extraction.resolve.consultations.fields import fields_of
from kimdocs.extraction.resolve.consultations.grid import rows_in_grid
from kimdocs.extraction.resolve.consultations.heading import BOX
from kimdocs.extraction.resolve.consultations.inline import rows_addressed, rows_inline
from kimdocs.extraction.resolve.consultations.labelled import rows_labelled, rows_of_labels
from kimdocs.extraction.resolve.consultations.lines import ROW_WITHOUT_TABLE, rows_in_lines
from kimdocs.extraction.resolve.consultations.rows import (
    NO_BODY,
    Row,
    is_name,
)
from kimdocs.extraction.resolve.consultations.sent import sent_to
from kimdocs.extraction.resolve.consultations.sequence import rows_in_sequence, sequence_in
from kimdocs.extraction.resolve.consultations.stack import rows_in_stack, rows_stacked_alone
from kimdocs.extraction.resolve.consultations.stations import rows_in_stations
from kimdocs.extraction.resolve.consultations.tables import rows_in_tables
from kimdocs.extraction.resolve.consultations.wrapped import rows_in_wrapped
from kimdocs.extraction.resolve.heads.lines import evidence, joined
from kimdocs.extraction.resolve.heads.vendors import is_no_body
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import Consultation

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.consultations.fields import Fields
    from kimdocs.extraction.resolve.heads.head import Head

_SHORT = lazy(r"(?P<name>[A-ZÄÖÜ]{2,6})\s+(?=[A-ZÄÖÜ])")
_LETTER = lazy(r"[^\W\d_]{2}")
_SITTING = lazy(r"(?<=\w)(?:[ \t|]{2,}|\t)[^\W\d_]{2,14}/\d{2,3}/[IVX]{1,6}\b")


def consultations(head: Head) -> tuple[tuple[Consultation, ...], int | None]:
    """The Beratungsfolge of a head, and the last line that belongs to it (None where there is none)."""
    for line, names in head.tables:
        rows = _in_table(head, line, names)
        if rows:
            roles = "role" in names or "result" not in names
            made = _all(head, rows, roles=roles)
            if made:
                return made, max(row.last_line for row in rows)
    listed = _listed(head)
    rows = rows_in_lines(head, listed, ()) if listed is not None else _unheaded(head)
    made = _all(head, rows, roles=True)
    return made, rows[-1].last_line if made else None


def _all(head: Head, rows: list[Row], *, roles: bool) -> tuple[Consultation, ...]:
    for row in rows:
        _settled(head, row)
    return tuple(_consultation(head.context, row, roles=roles) for row in rows if _names_body(head.context, row))


def _in_table(head: Head, line: int, names: tuple[str, ...]) -> list[Row]:
    """The rows below the heading of a table, by the first reader that understands them."""
    if told := rows_in_course(head, line):
        return told
    if wrapped := rows_in_wrapped(head, line):
        return wrapped
    gridded = rows_in_grid(head, line)
    if gridded is not None:
        return gridded
    sequence = sequence_in(head, line)
    rows = (
        rows_in_tables(head, line)
        or rows_across(head, line)
        or rows_in_stack(head)
        or ([] if names else rows_labelled(head, line) or rows_inline(head, line) or rows_in_stations(head, line))
        or rows_in_fields(head, line)
        or rows_in_cells(head, line)
        or rows_in_columns(head, line)
        or sequence
        or rows_in_lines(head, line, names)
    )
    return sequence if len(sequence) > len(rows) else rows


def _names_body(context: Context, row: Row) -> bool:
    """Whether a row's name is none of a paper's, nor a sentence on what a body did, nor a label or a number."""
    named = fold(joined(context, row.name))
    return bool(_LETTER.search(named)) and not NO_BODY.search(named) and not is_no_body(named)


def _settled(head: Head, row: Row) -> None:
    """Leave in a row's name what names the body: a role beside it is the row's, a result or a number nobody's."""
    name = [*row.name[:1], *(piece for piece in row.name[1:] if _goes_on(fields_of(head, *piece)))]
    if len(name) == 1:
        start, end = name[0]
        box = BOX.match(head.context.text, start, end)
        start = box.end() if box else start
        number = _SITTING.search(head.context.text, start, end)
        end = number.start() if number else end
        name = [(_behind_short(head.context, start, end), end)]
        fields = fields_of(head, *name[0])
        if len(fields.names) == 1 and not fields.unknown:
            name = fields.names
            row.role = row.role or ([fields.role] if fields.role else [])
    row.name = name


def _behind_short(context: Context, start: int, end: int) -> int:
    """Where a body's name begins behind its short name: "BVV  Bezirksverordnetenversammlung"."""
    short = _SHORT.match(context.text, start, end)
    if short is None or not starts_organization(context.folded[short.end() : end]):
        return start
    letters = iter(context.folded[short.end() : end])
    begun = short["name"][0].lower() == context.folded[short.end()]
    return short.end() if begun and all(letter in letters for letter in short["name"].lower()) else start


def _goes_on(fields: Fields) -> bool:
    return bool(fields.names or fields.unknown or fields.role)


def _consultation(context: Context, row: Row, *, roles: bool) -> Consultation:
    role = row.role if roles or row.role else []
    name = row.name
    places = sorted((*name, *([row.date_place] if row.date_place else ()), *role))
    named = joined(context, name).rstrip(" ,:")
    genitive = bool(name) and context.folded.endswith("des ", 0, name[0][0])
    return Consultation(
        organization=(nominative(named) if genitive else named) or None,
        date=row.date,
        role=joined(context, role) or None,
        evidence=evidence(context, places),
    )


def _listed(head: Head) -> int | None:
    """The first line of a list "27.05.2031 - Finanzausschuss" that stands without a heading."""
    for index in range(min(head.last, 12)):
        line = head.context.lines[index]
        hit = ROW_WITHOUT_TABLE.match(head.context.folded, line.start, line.end)
        if hit and is_name(head.context, hit.end(), line.end):
            return index
    return None


def _unheaded(head: Head) -> list[Row]:
    """Bodies that no heading announces: to which a paper is sent, or each with its date on a line of its own."""
    return (
        rows_in_stack(head)
        or rows_across(head)
        or sent_to(head)
        or rows_in_wrapped(head)
        or max(
            rows_addressed(head),
            rows_alone(head),
            rows_of_labels(head),
            rows_in_sequence(head),
            rows_stacked_alone(head),
            key=len,
        )
    )
