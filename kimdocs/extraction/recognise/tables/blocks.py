"""Lines that follow each other as rows of one table or list, with the header and the captions above them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import words_of
from kimdocs.extraction.recognise.quantities.words import Phrase, phrase, words_in
from kimdocs.extraction.recognise.tables.rows import cell_value, has_cells, line_cells
from kimdocs.extraction.recognise.tables.words import is_money_word
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tables.rows import Row, RowCell, Taken

_RULE = lazy(r"[\s|:=+_-]*")
_BORDERS = lazy(r"[\t|]")
_MOST_ROWS = 150
_MOST_ABOVE = 6
_MOST_BETWEEN = 2
_LONGEST_LABEL = 90
_LONGEST_CAPTION = 110
_LONGEST_LOOSE = 60


@dataclass(slots=True)
class Block:
    """Rows by the index of their lines; ``captions`` are the lines of one cell above and between them."""

    rows: dict[int, Row] = field(default_factory=dict)
    headers: list[tuple[int, Row]] = field(default_factory=list)
    captions: dict[int, Phrase] = field(default_factory=dict)


def blocks(context: Context, taken: Taken, indexes: Iterable[int]) -> Iterator[Block]:
    """The blocks that the lines with these indexes stand in, which must be in the order of the text."""
    reader = _Reader(context, taken)
    last: Block | None = None
    done = -1
    for index in indexes:
        if index > done and reader.row(index):
            last = reader.block(index, done + 1, last)
            done = max(last.rows)
            yield last


def header_of(context: Context, block: Block, index: int, cell: RowCell) -> Phrase | None:
    """The words that all header lines have above a cell, or None where the block has no header for it."""
    row = block.rows[index]
    found = [
        phrase(context.text, context.folded, above.start, above.end)
        for line, header in reversed(block.headers)
        if (above := cell_above(context, (line, header), (index, row), cell)) is not None
    ]
    if not found:
        return None
    words: list[str] = []
    for word in (word for piece in found for word in piece.words):
        if words and words[-1].endswith("-") and word[:1].isalpha():
            words[-1] = words[-1][:-1] + word
        else:
            words.append(word)
    return Phrase(" ".join(p.written for p in found), " ".join(p.folded for p in found), words)


def cell_above(context: Context, header: tuple[int, Row], row: tuple[int, Row], cell: RowCell) -> RowCell | None:
    """The header's cell in the column of a row's cell: by borders, by count, or by where it stands in its line."""
    at = row[1].index(cell)
    borders, own = _borders(context, *header), _borders(context, *row)
    if borders and own and borders[-1] == own[-1]:
        return next((one for one, place in zip(header[1], borders, strict=False) if place == own[at]), None)
    if len(header[1]) == len(row[1]):
        return header[1][at]
    if len(header[1]) == len(row[1]) - 1:
        return header[1][at - 1] if at else None
    if borders or own:
        return next((one for one in header[1] if one.column == cell.column), None)
    left, right = cell.start - _begin(context, row[0]), cell.end - _begin(context, row[0])
    begin = _begin(context, header[0])
    return next((one for one in header[1] if one.start - begin < right and one.end - begin > left), None)


def _begin(context: Context, index: int) -> int:
    return context.text.rfind("\n", 0, context.lines[index].start) + 1


def _borders(context: Context, index: int, row: Row) -> list[int]:
    """How many tabs and bars stand before each cell, and at last in the whole line; empty where there are none."""
    line = context.lines[index]
    places = [found.start() for found in _BORDERS.finditer(context.text, line.start, line.end)]
    return [sum(place < cell.start for place in places) for cell in row] + [len(places)] if places else []


class _Reader:
    """Grows blocks around rows."""

    def __init__(self, context: Context, taken: Taken) -> None:
        self._context = context
        self._taken = taken
        self._rows: dict[int, Row] = {}

    def row(self, index: int) -> Row:
        """The cells of a line that is a row: a label or cells, and a number behind them; else none."""
        row = self._rows.get(index)
        if row is None:
            row = self._rows[index] = self._row(index)
        return row

    def _row(self, index: int) -> Row:
        if not has_cells(self._context, index):
            return []
        cells = line_cells(self._context, index)
        if len(cells) < 2 or cells[0].end - cells[0].start > _LONGEST_LABEL:
            return []
        numbers = [cell for cell in cells[1:] if self._is_number(cell)]
        return cells if numbers and not (len(cells) == 2 and self._is_prose(index, *cells)) else []

    def _is_number(self, cell: RowCell) -> bool:
        return cell_value(self._context, cell, shaped=False) is not None or self._taken.within(cell.start, cell.end)

    def _is_prose(self, index: int, label: RowCell, number: RowCell) -> bool:
        """Whether a number that but one blank parts from the words before it ends a line of prose."""
        if number.start - label.end > 1 or self._context.text[label.end] in "\t|":
            return False
        words = words_in(self._context.folded[label.start : label.end])
        if self._context.text[label.end - 1] == ":":
            return False
        following = self._context.lines[index + 1] if index + 1 < len(self._context.lines) else None
        goes_on = following is not None and self._context.text[following.start : following.start + 1].islower()
        return (
            goes_on
            or label.end - label.start > _LONGEST_LOOSE
            or self._context.text[label.start].islower()
            or not words_of("figures", "prose_ends").isdisjoint(words[-1:])
            or not (is_money_word("".join(words[-1:])) or words_of("tables", "verbs").isdisjoint(words))
        )

    def block(self, index: int, floor: int, last: Block | None) -> Block:
        """The block around a row that starts at the line ``floor`` or later; a long table goes on with its header."""
        block = Block()
        first = index
        while first > floor and index - first < _MOST_ROWS and self.row(first - 1):
            first -= 1
        if last is not None and first == floor:
            block.headers, block.captions = list(last.headers), dict(last.captions)
        else:
            self._above(block, first)
        at, between = first, 0
        while at < len(self._context.lines) and len(block.rows) < _MOST_ROWS and between <= _MOST_BETWEEN:
            row = self.row(at)
            if row:
                block.rows[at], between = row, 0
            elif not self._is_rule(at):
                between += 1
                if not self._caption(block, at):
                    break
            at += 1
        block.captions = {at: words for at, words in block.captions.items() if at < max(block.rows)}
        return block

    def _above(self, block: Block, first: int) -> None:
        """Take in the header and the captions above the first row."""
        gaps = 0
        for at in range(first - 1, max(-1, first - 1 - _MOST_ABOVE), -1):
            cells = line_cells(self._context, at)
            gaps += not cells
            if self._is_rule(at) and gaps <= _MOST_BETWEEN:
                continue
            if self.row(at) or gaps > _MOST_BETWEEN or (len(cells) > 1 and block.headers and gaps):
                break
            if len(cells) > 1:
                block.headers.append((at, cells))
            elif not self._caption(block, at):
                break

    def _is_rule(self, index: int) -> bool:
        line = self._context.lines[index]
        return _RULE.fullmatch(self._context.text, line.start, line.end) is not None

    def _caption(self, block: Block, index: int) -> bool:
        """Take in a line as a caption; false where it is a header, prose or too long."""
        start, end = self._context.lines[index]
        if end - start > _LONGEST_CAPTION or len(line_cells(self._context, index)) != 1:
            return False
        if self._context.text[end - 1] in ".;!?,":
            return False
        block.captions[index] = phrase(self._context.text, self._context.folded, start, end)
        return True
