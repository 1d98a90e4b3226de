"""Tables whose cells stand one below the other, as pages lose their rules: amounts under a header that names money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figure_amount import Amount, words_of
from kimdocs.extraction.recognise.quantity_words import words_in
from kimdocs.extraction.recognise.table_rows import Taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line

_VALUE = re.compile(r"(?m)^[ \t\u00a0|]*([-–]?\d{1,3}(?:\.\d{3})*,\d\d)[ \t\u00a0|]*$", re.ASCII)
_LONGEST_CELL = 60
_MOST_HEADERS = 14
_FEWEST = 3
_FAR = 40
_RULE = "figures.stacked"


def stacked_amounts(context: Context, signed: list[Amount]) -> list[Amount]:
    """Amounts with cents that are a line each, in the order of the text; they are euro.

    Above the first of them, nothing but short cells between, a header must name a column of amounts, and none of parts
    of another measure (hours, posts, areas); fewer than three such lines are no table.
    """
    taken = Taken(signed)
    hits = [hit for hit in _VALUE.finditer(context.text) if not taken.within(*hit.span(1))]
    found: list[Amount] = []
    for stack in _stacks(context, hits):
        if len(stack) >= _FEWEST and _is_money(context, stack[0]):
            found += [_amount(context, hit) for hit in stack]
    return found


def _stacks(context: Context, hits: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Values between which nothing but cells stand."""
    stack: list[re.Match[str]] = []
    for hit in hits:
        if stack and not _only_cells(context, stack[-1].end(), hit.start()):
            yield stack
            stack = []
        stack.append(hit)
    yield stack


def _only_cells(context: Context, start: int, end: int) -> bool:
    first, last = context.line_at(start), context.line_at(end)
    return last - first <= _FAR and all(_is_cell(context, line) for line in context.lines[first + 1 : last])


def _is_cell(context: Context, line: Line) -> bool:
    """Whether a line can be a cell: short, and no end of a sentence."""
    short = line.end - line.start <= _LONGEST_CELL
    return short and (line.start == line.end or context.text[line.end - 1] not in ".:;!?")


def _is_money(context: Context, first: re.Match[str]) -> bool:
    """Whether the cells above the first value hold a header of amounts, and none of another measure."""
    words: set[str] = set()
    cells = 0
    for line in reversed(context.lines[: context.line_at(first.start(1))]):
        if line.start == line.end:
            continue
        if cells == _MOST_HEADERS or not _is_cell(context, line):
            break
        words.update(words_in(context.folded[line.start : line.end]))
        words.update(sign for sign in "%²³" if sign in context.text[line.start : line.end])
        cells += 1
    return not words_of("figures", "column_label").isdisjoint(words) and words_of("figures", "measured").isdisjoint(
        words
    )


def _amount(context: Context, hit: re.Match[str]) -> Amount:
    written = hit[1].lstrip("-–")
    value = read_digits(written)
    worth = value if isinstance(value, Decimal) else Decimal(0)
    return Amount(
        hit.start(1), hit.end(1), -worth if hit[1] != written else worth, None, "EUR", _RULE, True, _label(context, hit)
    )


def _label(context: Context, hit: re.Match[str]) -> str | None:
    """The nearest cell above that is words: the label of the row."""
    index = context.line_at(hit.start(1))
    for line in reversed(context.lines[max(0, index - _MOST_HEADERS) : index]):
        written = context.text[line.start : line.end].strip(" \t|:\u00a0")
        if any(char.isalpha() for char in written):
            return written if len(written) <= _LONGEST_CELL else None
    return None
