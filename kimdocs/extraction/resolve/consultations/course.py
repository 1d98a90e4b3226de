"""The course of a paper through its bodies: each on a line with its date, below it what the body made of the paper.

For example::

    Bauausschuss, 06.05.2031
    Ö 3.1
    Beschluss: mit Änderungen empfohlen
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.resolve.consultations.rows import Row
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head

_STATION = lazy(
    r"(?P<name>[^\n:.;!?|\t]{3,90}?)(?:,\s+|\s+(?:am|vom)\s+)(?P<date>(?:(?:mo|di|mi|do|fr|sa|so)\w*,?\s)?"
    r"\d{1,2}\.(?:\d{1,2}\.|\s?[a-zä]{3,9}\s)\s?\d{4})"
)
_MOST_LINES = 400
_FEWEST = 2


def rows_in_course(head: Head, line: int) -> list[Row]:
    """The bodies below the heading ``line``, where something is told between the lines that name them; else none."""
    context = head.context
    found: list[Row] = []
    for index in range(line + 1, min(line + _MOST_LINES, len(context.lines))):
        start, end = context.lines[index]
        hit = _STATION.fullmatch(context.folded, start, end)
        if hit is None or not starts_organization(hit["name"]):
            continue
        day = next((found[0] for found in find_dates(context, *hit.span("date"))), None)
        if day is not None:
            found.append(Row(day, hit.span("date"), [hit.span("name")], [], last_line=index))
    told = any(_is_told_between(head, one.last_line, other.last_line) for one, other in pairwise(found))
    return found if len(found) >= _FEWEST and told else []


def _is_told_between(head: Head, line: int, other: int) -> bool:
    return any(not head.blank(index) for index in range(line + 1, other))
