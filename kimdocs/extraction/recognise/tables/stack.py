"""Tables whose cells stand one below the other, as pages lose their rules: amounts under a header that names money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount, words_of
from kimdocs.extraction.recognise.quantities.words import words_in

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kimdocs.extraction.context import Context, Line

_BLANK = " \t|\u00a0"
_LONGEST_CELL = 60
_LONGEST_LINE = 200
_MOST_HEADERS = 14
_MOST_LINES = 60
_FEWEST = 3
_FAR = 40
_RULE = "figures.stacked"


@dataclass(frozen=True, slots=True)
class _Value:
    """A number that is a line by itself: the line's index, and the number with its sign."""

    line: int
    start: int
    end: int
    number: str


def stacked_amounts(context: Context, hits: Iterable[re.Match[str]]) -> list[Amount]:
    """Amounts among numbers with cents that are a line each, in the order of the text; they are euro.

    Above the first of them, nothing but short cells between, a header must name a column of amounts, and none of parts
    of another measure (hours, posts, areas); fewer than three such lines are no table.
    """
    values = [value for hit in hits if (value := _value(context, hit))]
    found: list[Amount] = []
    for stack in _stacks(context, values):
        if len(stack) >= _FEWEST and _is_money(context, stack[0].line):
            found += [_amount(context, value) for value in stack]
    return found


def _value(context: Context, hit: re.Match[str]) -> _Value | None:
    index = context.line_at(hit.start())
    line = context.lines[index]
    if line.end - line.start > _LONGEST_LINE:
        return None
    before = context.text[line.start : hit.start()].strip(_BLANK)
    if before not in ("", "-", "–") or context.text[hit.end() : line.end].strip(_BLANK):
        return None
    return _Value(index, hit.start() - len(before), hit.end(), hit.group())


def _stacks(context: Context, values: list[_Value]) -> Iterator[list[_Value]]:
    """Values between which nothing but cells stand."""
    stack: list[_Value] = []
    for value in values:
        if stack and not _only_cells(context, stack[-1].line, value.line):
            yield stack
            stack = []
        stack.append(value)
    yield stack


def _only_cells(context: Context, first: int, last: int) -> bool:
    return last - first <= _FAR and all(_is_cell(context, line) for line in context.lines[first + 1 : last])


def _is_cell(context: Context, line: Line) -> bool:
    """Whether a line can be a cell: short, and no end of a sentence."""
    short = line.end - line.start <= _LONGEST_CELL
    return short and (line.start == line.end or context.text[line.end - 1] not in ".:;!?")


def _is_money(context: Context, first: int) -> bool:
    """Whether the cells above the first value hold a header of amounts, and none of another measure."""
    words: set[str] = set()
    cells = 0
    for line in reversed(context.lines[max(0, first - _MOST_LINES) : first]):
        if line.start == line.end:
            continue
        if cells == _MOST_HEADERS or not _is_cell(context, line):
            break
        words.update(words_in(context.folded[line.start : line.end]))
        words.update(sign for sign in "%²³" if sign in context.text[line.start : line.end])
        cells += 1
    names_money = not words_of("figures", "column_label").isdisjoint(words)
    return names_money and words_of("figures", "measured").isdisjoint(words)


def _amount(context: Context, value: _Value) -> Amount:
    number = read_digits(value.number)
    worth = number if isinstance(number, Decimal) else Decimal(0)
    signed = value.end - value.start > len(value.number)
    label = _label(context, value.line)
    return Amount(value.start, value.end, -worth if signed else worth, None, "EUR", _RULE, True, label)


def _label(context: Context, index: int) -> str | None:
    """The nearest cell above that is words: the label of the row."""
    for line in reversed(context.lines[max(0, index - _MOST_HEADERS) : index]):
        written = context.text[line.start : line.end].strip(_BLANK + ":")
        if any(char.isalpha() for char in written):
            return written if len(written) <= _LONGEST_CELL else None
    return None
