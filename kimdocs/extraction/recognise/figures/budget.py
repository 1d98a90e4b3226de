"""Amounts of a budget's resolution that stand below their clause without a currency: "mit Erträgen von⏎1.250.000"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount
from kimdocs.extraction.recognise.tables.rows import Taken
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Entry

_ALONE = lazy(r"\n[ \t|]*+(?P<number>-?\d{1,3}(?:\.\d{3})+)(?=[ \t|]*(?:\n|$))", re.ASCII)
_MOST_BETWEEN = 6
_LONGEST_CLAUSE = 200


def budget_amounts(context: Context, read: list[Amount]) -> list[Amount]:
    """Numbers with thousands marks, each a line, right below a clause of a budget; they are euro."""
    taken = Taken(read)
    entry, pattern = _clause()
    found: list[Amount] = []
    last, label = -1, ""
    for hit in _ALONE.finditer(context.folded):
        start, end = hit.span("number")
        if taken.within(start, end):
            continue
        index = context.line_at(start)
        value = read_digits(hit["number"].lstrip("-"))
        label = label if _follows(context, last, index) else _led_in_by(context, index, pattern)
        if label and isinstance(value, Decimal):
            worth = -value if hit["number"].startswith("-") else value
            found.append(Amount(start, end, worth, None, "EUR", entry.rule, in_table=True, label=label))
            last = index
    return found


def _follows(context: Context, last: int, index: int) -> bool:
    """Whether only blank lines part the line from the amount read last: the next column of its row."""
    return 0 <= last < index <= last + _MOST_BETWEEN and _blank(context, last + 1, index)


def _led_in_by(context: Context, index: int, pattern: re.Pattern[str]) -> str:
    """The clause on the line above, blank lines between; nothing where the line is none."""
    nearest = range(index - 1, max(-1, index - _MOST_BETWEEN), -1)
    above = next((at for at in nearest if not _blank(context, at, at + 1)), None)
    if above is None:
        return ""
    line = context.lines[above]
    start = max(line.start, line.end - _LONGEST_CLAUSE)
    return context.text[start : line.end] if pattern.search(context.folded, start, line.end) else ""


def _blank(context: Context, first: int, last: int) -> bool:
    return all(line.start == line.end for line in context.lines[first:last])


@cache
def _clause() -> tuple[Entry, re.Pattern[str]]:
    entry = next(entry for entry in load("figures") if entry.id == "budget_clause")
    return entry, re.compile(entry.pattern or "")
