"""Amounts of tables that carry no currency of their own: the header states the unit, or the neighbours carry the sign."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figure_amount import Amount, is_money_shaped, is_name, is_year, words_of
from kimdocs.extraction.recognise.figure_anchor import LETTERS, scales
from kimdocs.extraction.recognise.quantity_words import words_between
from kimdocs.extraction.recognise.table_rows import RowCell, line_cells, stated_tables

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figure_anchor import Anchor
    from kimdocs.extraction.recognise.quantity_words import Word
    from kimdocs.extraction.recognise.table_rows import Row

_CELL = re.compile(r"([-+]) ?(?=\d)|(?<=\d)([-+])$")
_STATED = re.compile(
    r"(?:[\w.-]+ )?(?:ansatz|betrag|haushaltsansatz|gesamtbetrag|planansatz)(?: (?:19|20)\d\d)?\s?:\s*(?P<number>[-+]? ?\d[\d.,]*)"
)
_LABELS = ("ansatz", "betrag", "aufwendungen", "auszahlungen")
_MOST_ROWS = 120
_MOST_GAPS = 2
_PROSE = 110


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one of a column's numbers is worth, and the rule that says so; ``shaped`` asks for a thousands mark or cents."""

    factor: Decimal
    currency: str
    rule: str
    shaped: bool


class TableReader:
    """Finds amounts without a sign; ``taken`` are the amounts that were read by their sign."""

    def __init__(self, context: Context, taken: list[Amount], unused: list[Anchor]) -> None:
        """Keep the document, its signed amounts in order, and the currencies that belong to no amount."""
        self._context = context
        self._starts = [amount.start for amount in taken]
        self._taken = taken
        self._unused = {anchor.start: anchor for anchor in unused}
        self._unused_starts = sorted(self._unused)
        self._found: dict[int, Amount] = {}

    def read(self) -> list[Amount]:
        """All amounts without a sign, in the order of the text."""
        for start, rows in stated_tables(self._context):
            caption = self._unit_between(max(0, start - 120), start)
            self._table(rows, caption)
        for start in self._unused_starts:
            self._below(start)
        for index in self._labelled_lines():
            self._under_labels(index)
        return [self._found[start] for start in sorted(self._found)]

    def _labelled_lines(self) -> list[int]:
        """Lines with one of the words that head a column of amounts most often."""
        folded = self._context.folded
        lines = set()
        for label in _LABELS:
            at = folded.find(label)
            while at >= 0:
                lines.add(self._context.line_at(at))
                at = folded.find(label, at + 1)
        return sorted(lines)

    def _under_labels(self, index: int) -> None:
        """Read "Ansatz 2024: 80.000", or the columns below a header like "Produkt   Ansatz 2024"."""
        header = line_cells(self._context, index)
        if not header or self._has_amount(header[0].start, header[-1].end):
            return
        line = self._context.lines[index]
        stated = _STATED.fullmatch(self._context.folded, line.start, line.end)
        if stated is not None:
            cell = RowCell(0, stated.start("number"), line.end)
            self._row([cell], {0: _Unit(Decimal(1), "EUR", "figures.column_label", shaped=True)}, set(), None)
        elif len(header) > 1 and not any(self._value(cell, shaped=False) is not None for cell in header):
            self._table(self._rows_below(index, header), None)

    def _below(self, start: int) -> None:
        """Read the lines below a unit that stands in a header or caption."""
        index = self._context.line_at(start)
        header = line_cells(self._context, index)
        if not header or not self._heads(start, header):
            return
        rows = self._rows_below(index, header)
        caption = self._unit_between(header[0].start, header[-1].end) if len(header) == 1 else None
        self._table(rows, caption)

    def _rows_below(self, index: int, header: Row) -> list[Row]:
        rows = [header]
        gaps = 0
        for below in range(index + 1, min(index + _MOST_ROWS, len(self._context.lines))):
            line = self._context.lines[below]
            if line.start == line.end:
                gaps += 1
                if gaps > _MOST_GAPS:
                    break
                continue
            cells = line_cells(self._context, below)
            if self._is_prose(cells):
                break
            gaps = 0
            rows.append(cells)
        return rows

    def _heads(self, start: int, header: Row) -> bool:
        """Whether the unit stands in brackets, behind "in", or alone in its cell, and no amount stands in the line."""
        if self._has_amount(header[0].start, header[-1].end):
            return False
        cell = next((cell for cell in header if cell.start <= start < cell.end), header[0])
        folded = self._context.folded
        lead = folded[cell.start : start].rstrip()
        bare = lead.rstrip(LETTERS + ".")
        lead = bare if lead[len(bare) :] in scales() else lead
        tail = folded[start : cell.end]
        return len(tail) < 24 and (
            not lead.strip(" -([") or lead.rstrip().endswith((" in", "(", "[", "-")) or lead.strip() in ("in", "- in")
        )

    def _is_prose(self, cells: Row) -> bool:
        return not cells or (len(cells) == 1 and cells[0].end - cells[0].start > _PROSE)

    def _has_amount(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, start)
        return (at < len(self._taken) and self._taken[at].start < end) or (at > 0 and self._taken[at - 1].end > start)

    def _unit_between(self, start: int, end: int) -> _Unit | None:
        at = bisect_left(self._unused_starts, start)
        if at == len(self._unused_starts) or self._unused_starts[at] >= end:
            return None
        anchor = self._unused[self._unused_starts[at]]
        lead = self._context.folded[start : anchor.start].rstrip()
        run = lead[len(lead.rstrip(LETTERS + ".")) :]
        factor = scales().get(run, Decimal(1)) * anchor.currency.factor
        return _Unit(factor, anchor.currency.code, "figures.unit_header", shaped=False)

    def _table(self, rows: list[Row], caption: _Unit | None) -> None:
        head = self._head_rows(rows)
        units: dict[int, _Unit] = {}
        counted: set[int] = set()
        for row in rows[:head]:
            for cell in row:
                self._column(cell, row, units, counted)
        whole = caption or (units.get(rows[0][0].column) if rows and len(rows[0]) > 1 else None)
        for row in rows[head:]:
            if row and not self._is_counted(row[0]):
                self._row(row, units, counted, whole)

    def _head_rows(self, rows: list[Row]) -> int:
        for index, row in enumerate(rows):
            if any(
                self._value(cell, shaped=False) is not None or self._has_amount(cell.start, cell.end)
                for cell in row[1:]
            ):
                return index
        return min(1, len(rows))

    def _column(self, cell: RowCell, row: Row, units: dict[int, _Unit], counted: set[int]) -> None:
        unit = self._unit_between(cell.start, cell.end)
        if unit is not None and (len(row) > 1 or cell.column >= 0):
            units[cell.column] = unit
        elif self._is_counted(cell):
            counted.add(cell.column)
        elif len(row) > 1 and any(word.folded in words_of("figures", "column_label") for word in self._words(cell)):
            units.setdefault(cell.column, _Unit(Decimal(1), "EUR", "figures.column_label", shaped=True))

    def _words(self, cell: RowCell) -> list[Word]:
        return words_between(self._context.folded, cell.start, min(cell.end, cell.start + 60))

    def _is_counted(self, cell: RowCell) -> bool:
        words = self._words(cell)
        return (
            bool(words)
            and any(word.folded in words_of("figures", "counted") for word in words[:3])
            or "%" in self._context.folded[cell.start : cell.end]
        )

    def _row(self, row: Row, units: dict[int, _Unit], counted: set[int], whole: _Unit | None) -> None:
        for position, cell in enumerate(row):
            unit = units.get(cell.column, whole)
            if (
                unit is None
                or cell.column in counted
                or (position == 0 and len(row) > 1)
                or self._has_amount(cell.start, cell.end)
            ):
                continue
            value = self._value(cell, shaped=unit.shaped)
            if value is not None:
                amount = Amount(
                    cell.start, cell.end, value * unit.factor, None, unit.currency, unit.rule, in_table=True
                )
                self._found.setdefault(cell.start, amount)

    def _value(self, cell: RowCell, *, shaped: bool) -> Decimal | None:
        written = self._context.folded[cell.start : cell.end].strip()
        if len(written) > 24 or not written[-1:].isdecimal() and written[-1:] not in "-":
            return None
        sign = _CELL.search(written)
        digits = _CELL.sub("", written)
        if not digits[:1].isdecimal() or is_name(digits) or is_year(digits) or (shaped and not is_money_shaped(digits)):
            return None
        value = read_digits(digits)
        if not isinstance(value, Decimal) or (digits.isdecimal() and len(digits) > 9):
            return None
        return -value if sign and "-" in sign.group() else value
