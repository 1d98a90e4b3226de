"""What a label takes for its value: a date, a number, a body, a few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.head_lines import mark_end
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.head_lines import Piece

CELL = re.compile(r"[^\s|](?:[^\t|\n ]| (?! ))*")
SHORT = 70
_DATE_REACH = 40


def value_in(context: Context, accepts: str, start: int, end: int, *, month_first: bool | None) -> Piece | None:
    """The value that a label which ``accepts`` such ones finds in ``text[start:end]``, or None."""
    while start < end and context.text[start] in " \t|*":
        start += 1
    while end > start and context.text[end - 1] in " \t|*":
        end -= 1
    if start >= end:
        return None
    if accepts in {"date", "meeting"}:
        reach = end if accepts == "meeting" else min(end, start + _DATE_REACH)
        found = find_dates(context, start, reach, month_first=month_first)
        return found[0][1:] if found else None
    if accepts == "organization":
        return (start, end) if starts_organization(context.folded[start:end]) else None
    if accepts in {"reference", "number"}:
        cell = CELL.match(context.text, start, end)
        number = reference_at(context, start, cell.end() if cell else end)
        plain = number is not None and context.text[slice(*number)].isdigit()
        return None if plain and accepts == "number" else number
    if accepts == "public":
        hit = matcher("public").match(context.folded[:end], mark_end(context.text, start, end))
        return (hit.start, hit.end) if hit else None
    return (start, end) if accepts == "text" or end - start <= SHORT else None
