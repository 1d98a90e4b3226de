"""Rows and cells: of the tables that a file itself states, and of lines parted by tabs, bars or blanks."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import is_money_shaped, is_name, is_year
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.source import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.amount import Amount
    from kimdocs.model.source import Block

_PARTED = lazy(r"[ \u00a0]*(?:\t|\||;(?=\S)|[ \u00a0]{2,}|\.{4,})[ \u00a0|\t]*")
_PARTS = ("  ", "\t", "|", "\u00a0", ";", "....")
_TAXED = lazy(r"(?<=\d)\s+\(?(?:brutto|netto)\)?\Z")
_DIGITS = frozenset("0123456789")
_ENDS = frozenset("0123456789)-–€%")
_BORDERS = ("  ", "\t", "|", "\u00a0", ";")
_TAIL = lazy(
    r"(?:(?<=\s)[-+]?(?:\d{1,3}(?: \d{3})+,\d{2}|\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d{1,3},\d{2}|0|20\d\d)(?=\s|$)\s*)+$",
    re.ASCII,
)
_BLANK_GROUPS = lazy(r"[-+]?(?:\d{1,3}(?: \d{3})+,\d{2}|\d{1,2}(?: \d{3})+)[-+]?", re.ASCII)
_ONE_YEAR = lazy(r"20\d\d\s*")
_NUMBER = lazy(r"[-+]?\d{1,3}(?: \d{3})+,\d{2}(?=\s|$)|\S+", re.ASCII)
_SIGN = lazy(r"^[-+] ?(?=\d)|(?<=\d)[-+]$", re.ASCII)
_OPEN_RANGE = lazy(r"(?<!\S)\d[\d.]*(?:,\d{2})?\s*(?:[-–]|bis)$", re.ASCII)
_RANGE = lazy(r"(?P<low>\d[\d.]*(?:,\d{2})?)\s*(?:-|bis)\s*(?P<high>\d[\d.]*(?:,\d{2})?)", re.ASCII)
_SIGNS = frozenset({"-", "+", "./.", "\u2212", "\u2013"})
_LONGEST_LINE = 400
_BRACKETED = lazy(r"\((\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,3},\d\d)\)", re.ASCII)
_FEW_CELLS = 2
_LABELS = ("ansatz", "betrag", "aufwendungen", "auszahlungen")
_RUNNING = lazy(r"^(?:\d{1,3}[.)]?\s{2,}|[-–•*▪]\s+)(?=[^\W\d_])")
_FIRM = lazy(r":?\s+(?:ca|rd|max|mind)\.?$|:\s+(?:rund|etwa|bis zu)$|:$")
_LONGEST_LABEL = 80
_LONGEST_NUMBER = 24
_LONGEST_PLAIN = 9


class RowCell(NamedTuple):
    """A cell at ``text[start:end]``; columns of lines count from the right (-1 the last), of tables from the left."""

    column: int
    start: int
    end: int


Row = list[RowCell]


def line_cells(context: Context, index: int) -> Row:
    """The cells of a line; numbers at its end that single blanks part are cells too. Each line is read once."""
    cells = context.cells.get(index)
    if cells is None:
        cells = context.cells[index] = _cells(context, index)
    return cells


def _cells(context: Context, index: int) -> Row:
    line = context.lines[index]
    if line.end - line.start > _LONGEST_LINE:
        return []
    spans: list[tuple[int, int]] = []
    start, end = line
    if context.folded.endswith(("tto", "tto)"), start, end):
        taxed = _TAXED.search(context.folded[start:end])
        end = start + taxed.start() if taxed else end
    parted = any(map(context.text[start:end].__contains__, _PARTS))
    for gap in _PARTED.finditer(context.text, start, end) if parted else ():
        if gap.start() > start:
            spans += _tail(context.text, start, gap.start())
        start = gap.end()
    if start < end:
        spans += _tail(context.text, start, end)
    return [RowCell(position - len(spans), *span) for position, span in enumerate(spans)]


def has_cells(context: Context, index: int) -> bool:
    """Whether a line may have several cells: something parts them, or a number or a bracket ends it; a quick look."""
    start, end = context.lines[index]
    text = context.text
    if end - start > _LONGEST_LINE:
        return False
    return text[end - 1 : end] in _ENDS or any(text.find(border, start, end) >= 0 for border in _BORDERS)


def _tail(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Numbers at the end of a cell, each a cell of its own, and what stands before them."""
    ends_in_number = text[start:end].rstrip()[-1:] in _DIGITS
    found = _TAIL.search(text, start, end) if ends_in_number else None
    if found is None or _BLANK_GROUPS.fullmatch(text, start, end) or _ONE_YEAR.fullmatch(found.group()):
        return [(start, end)]
    numbers = [(number.start(), number.end()) for number in _NUMBER.finditer(text, found.start(), found.end())]
    lead = text[start : found.start()].rstrip()
    opened = _OPEN_RANGE.search(lead) if len(numbers) == 1 else None
    if opened:
        numbers, lead = [(start + opened.start(), numbers[0][1])], lead[: opened.start()].rstrip()
    if lead in _SIGNS and len(numbers) == 1:
        return [(start, end)]
    return ([(start, start + len(lead))] if lead else []) + numbers


def stated_tables(context: Context) -> Iterator[Block]:
    """Tables of the file itself."""
    return (block for block in context.source.blocks if block.kind is BlockKind.TABLE and block.cells)


def rows_of(table: Block) -> list[Row]:
    """The rows of a table of the file itself."""
    rows: dict[int, Row] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(RowCell(cell.column, cell.start, cell.end))
    return [sorted(rows[row], key=lambda cell: cell.column) for row in sorted(rows)]


def labelled_lines(context: Context) -> list[int]:
    """Lines with one of the words that head a column of amounts most often."""
    lines = set()
    for label in _LABELS:
        at = context.folded.find(label)
        while at >= 0:
            lines.add(context.line_at(at))
            at = context.folded.find(label, at + 1)
    return sorted(lines)


class Taken:
    """Amounts that were read by their sign, for asking whether one stands in a cell."""

    def __init__(self, amounts: list[Amount]) -> None:
        """Keep the amounts, which must be in the order of the text."""
        self._amounts = amounts
        self._starts = [amount.start for amount in amounts]

    def within(self, start: int, end: int) -> bool:
        """Whether an amount overlaps ``text[start:end]``."""
        at = bisect_left(self._starts, start)
        follows = at < len(self._amounts) and self._starts[at] < end
        return follows or (at > 0 and self._amounts[at - 1].end > start)


def cell_value(context: Context, cell: RowCell, *, shaped: bool) -> Decimal | None:
    """The number that a cell is, or None; years, dates and accounts are none.

    Args:
        context: The document.
        cell: The cell.
        shaped: Whether the number must have a thousands mark or cents.
    """
    written = context.folded[cell.start : cell.end].strip().strip("*")
    bracketed = _BRACKETED.fullmatch(written)
    written = bracketed[1] if bracketed else written
    written = f"-{written[3:].lstrip()}" if written.startswith("./.") else written
    if len(written) > _LONGEST_NUMBER or (not written[-1:].isdecimal() and written[-1:] != "-"):
        return None
    sign = _SIGN.search(written)
    digits = _SIGN.sub("", written)
    if not digits[:1].isdecimal() or is_name(digits) or is_year(digits) or (shaped and not is_money_shaped(digits)):
        return None
    value = read_digits(digits)
    if not isinstance(value, Decimal) or (digits.isdecimal() and len(digits) > _LONGEST_PLAIN):
        return None
    return -value if bracketed or (sign and "-" in sign.group()) else value


def cell_range(context: Context, cell: RowCell) -> tuple[Decimal, Decimal] | None:
    """The ends of the range that a cell is ("50,00 - 500,00"), or None; both ends have a thousands mark or cents."""
    found = _RANGE.fullmatch(context.folded, cell.start, cell.end)
    if found is None or not (is_money_shaped(found["low"]) and is_money_shaped(found["high"])):
        return None
    low, high = read_digits(found["low"]), read_digits(found["high"])
    return (low, high) if isinstance(low, Decimal) and isinstance(high, Decimal) and low < high else None


def label_of(context: Context, cell: RowCell) -> str | None:
    """A row's label as written, without its running number and "ca."; None where its first cell is no text."""
    written = _FIRM.sub("", _RUNNING.sub("", context.text[cell.start : cell.end].strip(" \t|:\u00a0")))
    return written if len(written) <= _LONGEST_LABEL and any(char.isalpha() for char in written) else None


def row_label(context: Context, row: Sequence[RowCell]) -> str | None:
    """What a row's first cell says; behind a number that counts the rows its second, if that holds no digit."""
    label = label_of(context, row[0]) if len(row) > 1 else None
    second = label_of(context, row[1]) if label is None and len(row) > _FEW_CELLS else None
    return label or (second if second is not None and not any(map(str.isdigit, second)) else None)
