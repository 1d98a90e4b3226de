"""Tables whose cells are a line each, read column by column: as many headers, then rows of as many cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.recognise.figures.amount import Amount, is_money_shaped
from kimdocs.extraction.recognise.quantities.words import phrase
from kimdocs.extraction.recognise.tables.rows import RowCell, Taken, cell_value, label_of, line_cells
from kimdocs.extraction.recognise.tables.words import Names, is_money_word, named_by_header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.quantities.words import Phrase

_RULE = "tables.money"
_BLANK = " \t|\u00a0"
_DASHES = frozenset({"-", "–", "—", "./.", "/"})
_LONGEST_CELL = 70
_MOST_ABOVE = 24
_MOST_CELLS = 240
_COLUMNS = range(2, 9)
_FEWEST_ROWS = 2
_MOST_GAPS = 2


class _Cell(NamedTuple):
    """A line as a cell; ``kind`` is "number", "dash" or "words"."""

    cell: RowCell
    kind: str


class Column(NamedTuple):
    """A column below its header: its cells, and the first cell of the row of each."""

    header: Phrase
    cells: list[RowCell]
    labels: list[RowCell]


def grid_amounts(context: Context, taken: Taken, indexes: Iterable[int]) -> list[Amount]:
    """Amounts in euro in the columns that a header names money, around lines that are a number alone."""
    found: dict[int, Amount] = {}
    done = -1
    for index in indexes:
        if len(line_cells(context, index)) != 1:
            continue
        if index > done:
            columns, done = grid_columns(context, index, _is_money)
            found |= {amount.start: amount for column in columns for amount in _amounts(context, column)}
        for amount in _below_label(context, index):
            found.setdefault(amount.start, amount)
    return [found[at] for at in sorted(found) if not taken.within(at, found[at].end)]


def _below_label(context: Context, index: int) -> list[Amount]:
    """The number with thousands marks that alone follows a line whose last word names money ("Summe Auszahlungen")."""
    cell, label = line_cells(context, index)[0], _next_line(context, index, -1)
    value = cell_value(context, cell, shaped=True)
    after = _next_line(context, index, 1)
    if value is None or label is None or label.kind != "words" or (after is not None and after.kind != "words"):
        return []
    words = _words(context, label.cell)
    if not words.words or not is_money_word(words.words[-1]) or not words.written[0].isupper():
        return []
    return [Amount(cell.start, cell.end, value, None, "EUR", _RULE, True, label_of(context, label.cell))]


def _next_line(context: Context, index: int, step: int) -> _Cell | None:
    """The next line above or below that is not blank, where it can be a cell."""
    at = index + step
    while 0 <= at < len(context.lines) and abs(at - index) <= _MOST_GAPS:
        start, end = context.lines[at]
        if start < end:
            return _cell(context, at) if end - start <= _LONGEST_CELL else None
        at += step
    return None


def _is_money(header: Phrase) -> bool:
    return named_by_header(header) is Names.MONEY


def _amounts(context: Context, column: Column) -> list[Amount]:
    if not any(is_money_shaped(context.folded[cell.start : cell.end]) for cell in column.cells):
        return []
    found = []
    for cell, label in zip(column.cells, column.labels, strict=True):
        value = cell_value(context, cell, shaped=False)
        if value is not None:
            found.append(Amount(cell.start, cell.end, value, None, "EUR", _RULE, True, label_of(context, label)))
    return found


def grid_columns(context: Context, index: int, wanted: Callable[[Phrase], bool]) -> tuple[list[Column], int]:
    """The columns with a wanted header of the table whose first row holds the line, and the table's last line.

    Of several ways to cut the lines into rows it is the one that takes in most cells.
    """
    cells, at, last = _region(context, index)
    best: tuple[int, int, int] = (0, 0, 0)
    for width in _COLUMNS:
        for head in range(max(0, at - 2 * width + 1), at - width + 1):
            rows = _rows(context, cells, head, width, wanted)
            if rows >= _FEWEST_ROWS and rows * width > best[0]:
                best = rows * width, head, width
    size, head, width = best
    columns = []
    for place in range(head, head + width):
        header = _words(context, cells[place].cell)
        if wanted(header):
            below = [cells[row + place - head].cell for row in range(head + width, head + width + size, width)]
            labels = [cells[row].cell for row in range(head + width, head + width + size, width)]
            columns.append(Column(header, below, labels))
    return columns, last


def _region(context: Context, index: int) -> tuple[list[_Cell], int, int]:
    """The cells around a line, which of them it is, and the last line."""
    first = index
    while first > 0 and index - first < _MOST_ABOVE and _may_be_cell(context, first - 1):
        first -= 1
    last = index
    while last + 1 < len(context.lines) and last - index < _MOST_CELLS and _may_be_cell(context, last + 1):
        last += 1
    cells = [(at, cell) for at in range(first, last + 1) if (cell := _cell(context, at))]
    return [cell for _, cell in cells], sum(at < index for at, _ in cells), last


def _may_be_cell(context: Context, index: int) -> bool:
    line = context.lines[index]
    if line.start == line.end:
        return True
    return line.end - line.start <= _LONGEST_CELL and context.text[line.end - 1] not in ".;!?"


def _cell(context: Context, index: int) -> _Cell | None:
    start, end = context.lines[index]
    written = context.text[start:end].strip(_BLANK)
    if not written:
        return None
    start += context.text[start:end].index(written)
    cell = RowCell(0, start, start + len(written))
    if written in _DASHES:
        return _Cell(cell, "dash")
    is_number = cell_value(context, cell, shaped=False) is not None or written.isdecimal()
    return _Cell(cell, "number" if is_number else "words")


def _rows(context: Context, cells: list[_Cell], head: int, width: int, wanted: Callable[[Phrase], bool]) -> int:
    """How many rows of like cells follow a header of ``width`` cells, a wanted one of which stands over numbers."""
    header, first = cells[head : head + width], cells[head + width : head + 2 * width]
    if len(first) < width or any(_is_shaped(context, one.cell) for one in header) or header[0].kind != "words":
        return 0
    named = [wanted(_words(context, one.cell)) for one in header]
    if not any(hit and one.kind == "number" for hit, one in zip(named, first, strict=True)):
        return 0
    rows = 1
    while _alike(first, cells[head + (rows + 1) * width : head + (rows + 2) * width]):
        rows += 1
    return rows


def _alike(first: list[_Cell], row: list[_Cell]) -> bool:
    if len(first) != len(row):
        return False
    return all(
        one.kind == other.kind or "dash" in (one.kind, other.kind) for one, other in zip(first, row, strict=True)
    )


def _words(context: Context, cell: RowCell) -> Phrase:
    return phrase(context.text, context.folded, cell.start, cell.end)


def _is_shaped(context: Context, cell: RowCell) -> bool:
    return is_money_shaped(context.folded[cell.start : cell.end])
