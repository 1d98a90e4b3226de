"""Amounts without a sign that arithmetic shows to be money: they add up to one that has a sign."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount, is_money_shaped, is_name, words_of
from kimdocs.extraction.recognise.tables.rows import Taken, label_of, line_cells
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_NUMBER = lazy(r"(?<![\w.,/'-])\d{1,3}(?:\.\d{3})*(?:,\d{2})?(?![\d/'-]|[.,]\d)", re.ASCII)
_TERM = lazy(r"\d{1,3}(?:\.\d{3})*(?:,\d{2})?(?:\s?(?:€|euro|eur))?\s*$", re.ASCII)
_LONGEST_EQUATION = 240
_MOST_ROWS = 40
_FEWEST = 2
_RULE = "figures.summed"


def summed_amounts(context: Context, read: list[Amount]) -> list[Amount]:
    """The terms before "= 100.000 €", and the numbers in the lines above a total, where they add up to it exactly."""
    taken = Taken(read)
    found: dict[int, Amount] = {}
    for total in read:
        if total.high is None:
            for one in (*_equation(context, taken, total), *_list_above(context, taken, total)):
                found.setdefault(one.start, one)
    return [found[start] for start in sorted(found)]


def _equation(context: Context, taken: Taken, total: Amount) -> Iterator[Amount]:
    """The terms of "Land 60.000 + Kreis 25.000 = 85.000 €" that are not read yet."""
    line = context.lines[context.line_at(total.start)]
    low = max(line.start, total.start - _LONGEST_EQUATION)
    written = context.folded[low : total.start].rstrip()
    if not written.endswith("=") or "+" not in written:
        return
    terms: list[tuple[int, int, Decimal]] = []
    start = low
    for part in written[:-1].split("+"):
        number = _TERM.search(part)
        digits = _NUMBER.match(part, number.start()) if number else None
        value = read_digits(digits.group()) if digits else None
        if digits is None or not isinstance(value, Decimal):
            return
        terms.append((start + digits.start(), start + digits.end(), value))
        start += len(part) + 1
    if sum(value for _, _, value in terms) == total.low:
        for begin, end, value in terms:
            if not taken.within(begin, end):
                yield Amount(begin, end, value, None, total.currency, _RULE)


def _list_above(context: Context, taken: Taken, total: Amount) -> list[Amount]:
    """The numbers with thousands marks or cents, one in each line, that a line with a total adds up."""
    index = context.line_at(total.start)
    begin = context.lines[index].start
    words = context.folded[begin : min(total.start, begin + _LONGEST_EQUATION)].split(maxsplit=1)
    if not words or words[0].strip(" :") not in words_of("tables", "totals"):
        return []
    left = total.low
    rows: list[Amount] = []
    for above in range(index - 1, max(-1, index - _MOST_ROWS), -1):
        number = _only_number(context, above)
        if number is None or (value := read_digits(number.group())) is None or not isinstance(value, Decimal):
            return []
        if taken.within(number.start(), number.end()):
            return []
        left -= value
        cells = line_cells(context, above)
        label = label_of(context, cells[0]) if cells and cells[0].end <= number.start() else None
        rows.insert(0, Amount(number.start(), number.end(), value, None, total.currency, _RULE, True, label))
        if left <= 0:
            break
    return rows if left == 0 and len(rows) >= _FEWEST else []


def _only_number(context: Context, index: int) -> re.Match[str] | None:
    """The one number of money's shape in a line, or None."""
    line = context.lines[index]
    if line.end - line.start > _LONGEST_EQUATION:
        return None
    shaped = [
        hit
        for hit in _NUMBER.finditer(context.folded, line.start, line.end)
        if is_money_shaped(hit.group()) and not is_name(hit.group())
    ]
    return shaped[0] if len(shaped) == 1 else None
