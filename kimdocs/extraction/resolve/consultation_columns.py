"""A Beratungsfolge whose columns follow each other: all bodies, then all roles, then all dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultation_rows import Row, is_name, role_at
from kimdocs.extraction.resolve.head_lines import mark_end

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.extraction.resolve.head import Head
    from kimdocs.extraction.resolve.head_lines import Piece

_MOST_LINES = 60


def rows_in_columns(head: Head, line: int) -> list[Row]:
    """The rows below a table heading, where at least two dates follow each other and as many bodies do."""
    names: list[Piece] = []
    roles: list[Piece] = []
    dates: list[tuple[dt.date, Piece]] = []
    last = line
    for index in range(line + 1, min(line + _MOST_LINES, head.last)):
        if head.blank(index):
            continue
        start, end = (
            mark_end(head.context.text, head.context.lines[index].start, head.context.lines[index].end),
            head.context.lines[index].end,
        )
        found = find_dates(head.context, start, end, month_first=head.month_first)
        if (
            found
            and not head.context.text[start : found[0][1]].strip()
            and not head.context.text[found[0][2] : end].strip()
        ):
            dates.append((found[0][0], found[0][1:]))
            last = index
        elif dates:
            break
        elif is_name(head.context, start, end):
            names.append((start, end))
        elif role := role_at(head.context, start, end):
            roles.append(role)
    if len(dates) < 2 or len(names) != len(dates):
        return []
    roles = roles if len(roles) == len(dates) else []
    return [
        Row(date=date, date_place=place, name=[name], role=[roles[position]] if roles else [], last_line=last)
        for position, (name, (date, place)) in enumerate(zip(names, dates, strict=True))
    ]
