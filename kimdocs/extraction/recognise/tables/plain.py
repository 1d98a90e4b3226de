"""Amounts of tables and lists that state no unit anywhere: their headers, labels and captions name money."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import Amount, is_money_shaped, is_year, words_of
from kimdocs.extraction.recognise.figures.per import per_of_header
from kimdocs.extraction.recognise.quantities.words import Phrase, phrase, words_in
from kimdocs.extraction.recognise.tables.blocks import blocks, header_of
from kimdocs.extraction.recognise.tables.grid import grid_amounts
from kimdocs.extraction.recognise.tables.rows import Taken, cell_value, has_cells, label_of
from kimdocs.extraction.recognise.tables.units import is_scaled_above
from kimdocs.extraction.recognise.tables.words import Names, named_by_caption, named_by_header, named_by_label
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.finance import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tables.blocks import Block
    from kimdocs.extraction.recognise.tables.rows import Row, RowCell

_SHAPED = (re.compile(r"\.\d{3}(?!\d)", re.ASCII), re.compile(r",\d\d(?!\d)", re.ASCII))
_DIGITS = bytes(48 if chr(code) in "0123456789" else 32 for code in range(256))
_FEWEST_DIGITS = b"00000"
_LONG = lazy(r"(?<![\w.,/-])-?\d{5,7}(?![\w/-]|[.,]\d)", re.ASCII)
_THOUSANDS = lazy(r"\d[.' ]\d{3}(?!\d)", re.ASCII)
_PARTS = ("davon ", "darunter ", "hiervon ")
_RULE = "tables.money"
_NUMBERED = lazy(r"(?:nr\.?|nummer|konto|kostenstelle|psp-element)\s?:?[ \t]*$")
_NEAR = 30


def plain_amounts(context: Context, read: list[Amount]) -> list[Amount]:
    """Amounts in euro among numbers with thousands marks or cents in rows that are not read yet, in their order."""
    taken = Taken(read)
    places = (hit.start() - 1 for pattern in _SHAPED for hit in pattern.finditer(context.folded))
    indexes = {context.line_at(at) for at in places if not taken.within(at, at + 2)}
    indexes.update(context.lines_at(_long_numbers(context.folded)))
    indexes |= {context.line_at(amount.start) for amount in read if amount.rule == "figures.column_label"}
    rows = [index for index in sorted(indexes) if has_cells(context, index)]
    found = [amount for block in blocks(context, taken, rows) for amount in _Block(context, taken, block).amounts()]
    found += grid_amounts(context, Taken(sorted((*read, *found), key=lambda one: one.start)), rows)
    return sorted(found, key=lambda amount: amount.start)


def _long_numbers(folded: str) -> Iterator[int]:
    """Where five digits in a row may be a number of money; bytes are sought ten times as fast as patterns."""
    digits = folded.encode("latin-1", "replace").translate(_DIGITS)
    at = digits.find(_FEWEST_DIGITS)
    while at >= 0:
        hit = _LONG.match(folded, at - (folded[at - 1 : at] == "-"))
        if hit:
            yield at
        at = digits.find(_FEWEST_DIGITS, hit.end() if hit else at + 1)


class _Block:
    """Tells the amounts of one block."""

    def __init__(self, context: Context, taken: Taken, block: Block) -> None:
        self._context = context
        self._taken = taken
        self._block = block
        self._labels: dict[int, Names] = {}
        above = Names.NOTHING
        for index, row in block.rows.items():
            is_part = self._written(row[0]).startswith(_PARTS) and above is Names.COUNT
            above = self._labels[index] = above if is_part else self._label_names(row[0])
        self._captions = {index: named_by_caption(caption) for index, caption in block.captions.items()}
        self._signed = {
            cell.column for row in block.rows.values() for cell in row[1:] if taken.within(cell.start, cell.end)
        }

    @cached_property
    def _scored(self) -> bool:
        """Whether a cell or a caption names scores."""
        return any(self._names_scores(cell) for row in self._all_rows() for cell in row) or any(
            not words_of("tables", "scores").isdisjoint(caption.words) for caption in self._block.captions.values()
        )

    def _all_rows(self) -> Iterator[Row]:
        yield from self._block.rows.values()
        yield from (header for _, header in self._block.headers)

    def _names_scores(self, cell: RowCell) -> bool:
        return not words_of("tables", "scores").isdisjoint(words_in(self._written(cell)))

    def _written(self, cell: RowCell) -> str:
        return self._context.folded[cell.start : cell.end]

    def amounts(self) -> list[Amount]:
        """All amounts; numbers without thousands mark and cents only in columns that have others."""
        if is_scaled_above(self._context, min(self._block.rows)):
            return []
        cells = list(self._cells())
        shaped = {cell.column for _, cell, _, header in cells if self._is_large(cell, header)} | self._signed
        return [
            self._amount(index, cell, value, header)
            for index, cell, value, header in cells
            if self._is_shaped(cell) or (cell.column in shaped and self._is_whole(cell))
        ]

    def _cells(self) -> Iterator[tuple[int, RowCell, Decimal, Phrase | None]]:
        """The cells with numbers that are money, each with its row's line, its value and its header."""
        for index, row in self._block.rows.items():
            for position, cell in enumerate(row):
                value = cell_value(self._context, cell, shaped=False)
                if value is None or self._taken.within(cell.start, cell.end):
                    continue
                header = header_of(self._context, self._block, index, cell)
                if self._is_money(index, row, cell, header, position):
                    yield index, cell, value, header

    def _is_shaped(self, cell: RowCell) -> bool:
        return is_money_shaped(self._context.folded[cell.start : cell.end])

    def _is_large(self, cell: RowCell, header: Phrase | None) -> bool:
        """Whether a number can be money only: by its marks, or long below a header that names money or a year."""
        if self._is_shaped(cell) or header is None:
            return self._is_shaped(cell)
        is_long = _LONG.fullmatch(self._context.folded, cell.start, cell.end) is not None
        return is_long and (named_by_header(header) is Names.MONEY or any(map(is_year, header.words)))

    def _is_whole(self, cell: RowCell) -> bool:
        return "," not in self._context.text[cell.start : cell.end]

    def _is_money(self, index: int, row: Row, cell: RowCell, header: Phrase | None, position: int) -> bool:
        if _NUMBERED.search(self._context.folded, max(0, cell.start - _NEAR), cell.start):
            return False
        head = named_by_header(header) if header is not None else Names.PLAIN
        label = self._label(index, row, position)
        if Names.COUNT in (head, label) or (position == 0 and head is not Names.MONEY):
            return False
        if self._scored and head is not Names.MONEY and not _THOUSANDS.search(self._written(cell)):
            return False
        if head is Names.MONEY or (cell.column in self._signed and self._is_shaped(cell)):
            return True
        caption = self._caption(index)
        if caption is Names.COUNT or label is Names.MONEY:
            return label is Names.MONEY and caption is not Names.COUNT
        return head is Names.PLAIN and (caption is Names.MONEY or self._labels_money() or self._heads_money())

    def _label(self, index: int, row: Row, position: int) -> Names:
        """What the nearest words before a cell in its row say, or the row's first cell."""
        for before in reversed(row[1:position]):
            if self._written(before)[0].isalpha() and not self._is_unit(before):
                return self._label_names(before)
        return self._labels[index]

    def _is_unit(self, cell: RowCell) -> bool:
        """Whether a cell is but the unit of a quantity ("m³")."""
        return self._written(cell).strip(" .") in words_of("figures", "units") | words_of("figures", "measured")

    def _label_names(self, cell: RowCell) -> Names:
        return named_by_label(phrase(self._context.text, self._context.folded, cell.start, cell.end))

    def _labels_money(self) -> bool:
        """Whether half of the rows name money, and none a count."""
        names = list(self._labels.values())
        return Names.COUNT not in names and 2 * names.count(Names.MONEY) >= len(names) > 1

    def _heads_money(self) -> bool:
        """Whether a header of another column names money, or that of the labels the places of a budget."""
        first = {word for _, header in self._block.headers for word in words_in(self._written(header[0]))}
        if not words_of("tables", "ledger_heads").isdisjoint(first):
            return True
        return any(
            named_by_header(phrase(self._context.text, self._context.folded, cell.start, cell.end)) is Names.MONEY
            for _, header in self._block.headers
            for cell in header
        )

    def _caption(self, index: int) -> Names:
        """What the captions above a row say, the nearest first."""
        for at in sorted(self._captions, reverse=True):
            if at < index and self._captions[at] is not Names.NOTHING:
                return self._captions[at]
        section = self._context.section_at(self._block.rows[index][0].start).kind
        return Names.MONEY if section is SectionKind.FINANCIAL_IMPACT else Names.NOTHING

    def _amount(self, index: int, cell: RowCell, value: Decimal, header: Phrase | None) -> Amount:
        label = label_of(self._context, self._block.rows[index][0])
        years = [int(word) for word in header.words if is_year(word)] if header else []
        per = per_of_header(header) if header else ()
        year = years[0] if len(years) == 1 else None
        return Amount(cell.start, cell.end, value, None, "EUR", _RULE, True, label, per, year)
