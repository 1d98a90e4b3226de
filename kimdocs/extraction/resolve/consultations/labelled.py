"""A Beratungsfolge whose rows are blocks: a body, and below it labels with their values, each on a line of its own.

For example::

    Bauausschuss
    Beratungstyp
    Vorberatung
    Termin
    Mittwoch, 06.07.2031
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import Row, is_name
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head

_MOST_LINES = 80
_LEAST = 2
_NEAR = 160
_LABELS = {
    "termin": "date",
    "datum": "date",
    "sitzungstermin": "date",
    "sitzungsdatum": "date",
    "sitzung am": "date",
    "beratungstyp": "role",
    "beratungsart": "role",
    "beratungsrolle": "role",
    "zuständigkeit": "role",
    "rolle": "role",
    "öffentlichkeit": "other",
    "öffentlichkeitsstatus": "other",
    "status": "other",
    "top": "other",
    "ergebnis": "other",
}


def rows_of_labels(head: Head) -> list[Row]:
    """The rows that labels give in turn: "Gremium: Bauausschuss⏎Datum: 05.03.2031⏎Gremium: Rat⏎Datum: …"."""
    bodies = [field for field in head.fields.get("organization", ()) if is_name(head.context, *field.pieces[0])]
    if len(bodies) < _LEAST or head.tables:
        return []
    days = sorted(
        (field.pieces[0] for name in ("date", "meeting_date") for field in head.fields.get(name, ())),
    )
    rows: list[Row] = []
    for at, body in enumerate(bodies):
        start = body.pieces[0][1]
        end = bodies[at + 1].pieces[0][0] if at + 1 < len(bodies) else start + _NEAR
        day = next((place for place in days if start <= place[0] < end), None)
        dates = find_dates(head.context, *day, month_first=head.month_first) if day else ()
        if not dates:
            return []
        line = head.context.line_at(dates[0][1])
        rows.append(Row(dates[0][0], dates[0][1:], [body.pieces[0]], last_line=line))
    return rows


def rows_labelled(head: Head, line: int) -> list[Row]:
    """The rows below a heading; empty where a body has no dated label below it."""
    rows: list[Row] = []
    asked = None
    for index in range(line + 1, min(line + _MOST_LINES, head.last)):
        if head.blank(index):
            continue
        start = mark_end(head.context.text, *head.context.lines[index])
        end = head.context.lines[index].end
        label, colon, rest = head.context.folded[start:end].partition(":")
        known = None if asked else _LABELS.get(label.strip())
        if rows and known and not rest.strip():
            asked = known
        elif rows and (asked or known):
            _take(head, rows[-1], asked or known or "", end - len(rest.lstrip()) if known and colon else start, end)
            rows[-1].last_line, asked = index, None
        elif (not rows or rows[-1].date) and is_name(head.context, start, end):
            rows.append(Row(name=[(start, end)], last_line=index))
        else:
            break
    return rows if all(row.date for row in rows) else []


def _take(head: Head, row: Row, field: str, start: int, end: int) -> None:
    """Keep a value in its field of the row; one that is no date or no role is none."""
    if field == "date" and (dates := find_dates(head.context, start, end, month_first=head.month_first)):
        row.date, row.date_place = dates[0][0], dates[0][1:]
    elif field == "role" and matcher("consultation_roles").fullmatch(head.context.folded[start:end]) is not None:
        row.role = [(start, end)]
