"""Amounts of tables that carry no currency of their own, because the header or a caption states the unit."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import Amount, is_year, plain_units, words_of
from kimdocs.extraction.recognise.figures.anchor import COUNTED_UNITS, LETTERS, scales
from kimdocs.extraction.recognise.figures.per import per_of_caption, per_of_header
from kimdocs.extraction.recognise.quantities.words import phrase, words_in
from kimdocs.extraction.recognise.tables.rows import (
    RowCell,
    Taken,
    cell_range,
    cell_value,
    labelled_lines,
    line_cells,
    row_label,
    rows_of,
    stated_tables,
)
from kimdocs.extraction.recognise.tables.units import (
    LONGEST_LABEL,
    UNIT_ENDS,
    Columns,
    Unit,
    below_names,
    is_prose,
    is_scaled_above,
    share_unit_of_sum,
)
from kimdocs.extraction.recognise.tables.words import Names, named_by_label
from kimdocs.extraction.recognise.tallies.tokens import side_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.anchor import Anchor
    from kimdocs.extraction.recognise.quantities.words import Phrase
    from kimdocs.extraction.recognise.tables.rows import Row
    from kimdocs.model.finance import Per

_STATED = lazy(
    r"(?:[\w.-]+ )?(?:ansatz|betrag|haushaltsansatz|gesamtbetrag|planansatz)(?: (?:19|20)\d\d)?\s?:\s*"
    r"(?P<number>[-+]? ?\d[\d.,]*)"
)
_DIGIT = lazy(r"\d", re.ASCII)
_DAY = lazy(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?", re.ASCII)
_CAPTION_REACH = 120
_NUMBERS_REACH = 400
_MOST_ROWS = 120
_MOST_GAPS = 2
_LONGEST_HEAD = 36


class TableReader:
    """Finds amounts without a sign; ``taken`` are the amounts that were read by their sign."""

    def __init__(self, context: Context, taken: list[Amount], unused: Sequence[Anchor]) -> None:
        """Keep the document, its signed amounts in order, and the currencies that belong to no amount."""
        self._context = context
        self._taken = Taken(taken)
        self._unused = unused
        self._unused_starts = [anchor.start for anchor in unused]
        self._read_to = -1
        self._found: dict[int, Amount] = {}

    def read(self) -> list[Amount]:
        """All amounts without a sign, in the order of the text."""
        for table in stated_tables(self._context):
            caption = self._unit_in(max(0, table.start - _CAPTION_REACH), table.start)
            if caption or self._may_state(table.start, table.end):
                self._table(rows_of(table), caption)
        for anchor in self._unused:
            before = len(self._found)
            self._below(anchor)
            if len(self._found) == before:
                self._above(anchor)
        self._read_to = -1
        for index in labelled_lines(self._context):
            if index > self._read_to:
                self._under_labels(index)
        return [self._found[start] for start in sorted(self._found)]

    def _below(self, anchor: Anchor) -> None:
        """Read the lines below a unit that stands in a header or caption."""
        index = self._context.line_at(anchor.start)
        if _DIGIT.search(self._context.text, anchor.end, anchor.end + _NUMBERS_REACH) is None:
            return
        header = line_cells(self._context, index)
        if not header or self._taken.within(header[0].start, header[-1].end) or not self._heads(anchor, header):
            return
        if any(cell_value(self._context, cell, shaped=False) is not None for cell in header[1:]):
            unit = self._unit_in(header[0].start, header[0].end)
            self._row(header, Columns(whole=unit, per=per_of_header(self._phrase(header[0]))))
            return
        caption = self._unit_in(header[0].start, header[0].end) if len(header) == 1 else None
        if all(self._unit_in(cell.start, cell.end) for cell in header[1:]):
            header = header if caption else below_names(self._context, index, header)
        rows = self._rows_below(index, header)
        firsts = [self._phrase(cell) for cell in (header[0], *(rows[1][:1] if len(rows) > 1 else ()))]
        self._table(rows, caption, per_of_caption(*firsts) if caption else ())

    def _above(self, anchor: Anchor) -> None:
        """Read the lines above a unit that is all that its line says."""
        index = self._context.line_at(anchor.start)
        caption = line_cells(self._context, index)
        if len(caption) != 1 or self._taken.within(caption[0].start, caption[0].end):
            return
        if not self._heads(anchor, caption):
            return
        rows: list[Row] = []
        for above in range(index - 1, max(-1, index - _MOST_ROWS), -1):
            cells = line_cells(self._context, above)
            if not cells or is_prose(self._context, cells) or self._unit_in(cells[0].start, cells[-1].end) is not None:
                break
            rows.insert(0, cells)
        if len(rows) > 1 and len(rows[-1]) > 1:
            self._table(rows, self._unit_in(caption[0].start, caption[0].end))

    def _heads(self, anchor: Anchor, header: Row) -> bool:
        """Whether the unit stands in brackets, behind "in", or alone in its cell, and ends the cell."""
        cell = next((cell for cell in header if cell.start <= anchor.start < cell.end), header[0])
        lead = self._context.folded[cell.start : anchor.start].rstrip()
        bare = lead.rstrip(LETTERS + ".")
        lead = bare.rstrip() if lead[len(bare) :] in scales() else lead
        counted = lead.split(" ")[-1].lstrip("([") if lead[-1:] == "0" else ""
        lead = lead[: -len(counted)].rstrip() if counted in COUNTED_UNITS else lead
        end = cell.end
        if self._context.folded[end - 1] == "." and lead.startswith(tuple(words_of("figures", "unit_sentence"))):
            end -= 1
        if not UNIT_ENDS.fullmatch(self._context.folded, anchor.end, end):
            return False
        if lead.rfind("(") > lead.rfind(")"):
            return True
        if not lead.strip(" -([") or lead == "in" or lead.endswith((" in", "(in", "[in", "-in", "(", "[", "-")):
            return True
        last = words_in(lead)[-1:]
        if not words_of("figures", "column_label").isdisjoint(last) or (len(header) > 1 and is_year("".join(last))):
            return True
        return len(header) > 1 and end - cell.start <= _LONGEST_HEAD and lead[-1].isalpha()

    def _rows_below(self, index: int, header: Row) -> list[Row]:
        """The header and the lines below it, up to prose, a gap, or a line with a unit of its own."""
        rows = [header]
        gaps = 0
        for below in range(index + 1, min(index + _MOST_ROWS, len(self._context.lines))):
            self._read_to = below
            cells = line_cells(self._context, below)
            gaps = 0 if cells else gaps + 1
            if gaps > _MOST_GAPS or (cells and self._is_end(cells, after_gap=not rows[-1] and any(rows[1:]))):
                break
            rows.append(cells)
        return [row for row in rows if row]

    def _is_end(self, cells: Row, *, after_gap: bool) -> bool:
        line = (cells[0].start, cells[-1].end)
        if is_prose(self._context, cells) or (after_gap and len(cells) == 1):
            return True
        return self._unit_in(*line) is not None and not self._taken.within(*line)

    def _under_labels(self, index: int) -> None:
        """Read "Ansatz 2024: 80.000", or the columns below a header like "Produkt   Ansatz 2024"."""
        header = line_cells(self._context, index)
        if not header or self._taken.within(header[0].start, header[-1].end) or is_scaled_above(self._context, index):
            return
        line = self._context.lines[index]
        stated = _STATED.fullmatch(self._context.folded, line.start, line.end)
        if stated is not None:
            unit = Unit(Decimal(1), "EUR", "figures.column_label", shaped=True)
            self._row([RowCell(0, stated.start("number"), line.end)], Columns(whole=unit))
        elif len(header) > 1 and all(cell_value(self._context, cell, shaped=False) is None for cell in header):
            self._table(self._rows_below(index, header), None)

    def _unit_in(self, start: int, end: int) -> Unit | None:
        """The unit that ``text[start:end]`` states."""
        at = bisect_left(self._unused_starts, start)
        if at == len(self._unused) or self._unused_starts[at] >= end:
            return None
        anchor = self._unused[at]
        lead = self._context.folded[max(start, anchor.start - 20) : anchor.start].rstrip()
        word = lead[len(lead.rstrip(LETTERS + ".")) :]
        factor = scales().get(word) or COUNTED_UNITS.get(lead.split(" ")[-1].lstrip("(["), Decimal(1))
        factor *= anchor.currency.factor
        return Unit(factor, anchor.currency.code, "figures.unit_header", shaped=False)

    def _may_state(self, start: int, end: int) -> bool:
        """Whether a unit or a label of amounts stands anywhere in a table, without which none of its cells is one."""
        words = self._context.folded[start:end]
        return self._unit_in(start, end) is not None or any(
            map(words.__contains__, words_of("figures", "column_label"))
        )

    def _table(self, rows: list[Row], caption: Unit | None, per: tuple[Per, ...] = ()) -> None:
        head = self._head_rows(rows)
        columns = Columns(per=per)
        votes = self._votes_below(rows[:head])
        for at, row in enumerate(rows[:head]):
            for cell in row:
                self._column(cell._replace(column=cell.column - votes + 1) if votes and not at else cell, row, columns)
        columns.counted |= set(range(-votes, 0))
        if caption is not None:
            columns.units = {at: unit for at, unit in columns.units.items() if unit.rule != "figures.column_label"}
        columns.numbered = next((len(row) for row in rows[:head] if self._is_year(row[0])), 0)
        columns.whole = caption or (columns.units.get(rows[0][0].column) if rows and len(rows[0]) > 1 else None)
        share_unit_of_sum(self._context, rows[head:], columns)
        for at, row in enumerate(rows[head:], head):
            counted = named_by_label(self._phrase(row[0])) is Names.COUNT
            own = replace(columns, whole=None, units=columns.own) if counted else columns
            self._row(row, own, alone=self._stands_alone(rows, at, columns))

    def _votes_below(self, head: list[Row]) -> int:
        """How many columns of votes a header's second line makes of its last: "Betrag in €   Votum⏎ja   nein"."""
        if len(head[:2]) < 2 or not head[0] or head[0][-1].column != -1:
            return 0
        names = [self._context.folded[cell.start : cell.end] for cell in head[1]]
        votes = len(list(takewhile(side_of, reversed(names))))
        last = (head[0][-1].start, head[0][-1].end)
        fits = votes > 1 and side_of(self._context.folded[slice(*last)]) is None and self._unit_in(*last) is None
        return votes if fits else 0

    def _stands_alone(self, rows: list[Row], at: int, columns: Columns) -> bool:
        """Whether a lone number needs no thousands mark below T€: it has decimals, or its place tells it."""
        unit = columns.units.get(rows[at][0].column, columns.whole)
        if len(rows[at]) != 1 or unit is None or unit.factor <= 1:
            return False
        number = self._context.text[rows[at][0].start : rows[at][0].end]
        if "," in number:
            return True
        beside = [row[0] for row in (rows[at - 1], *rows[at + 1 : at + 2])]
        if len(number) > 1 and not any(self._is_number(cell) for cell in beside):
            return True
        above = line_cells(self._context, self._context.line_at(rows[0][0].start) - 1)
        follows = all(self._is_number(row[0]) for row in rows[1:at])
        return follows and len(above) == 1 and self._context.text[above[0].end - 1].isdecimal()

    def _is_year(self, cell: RowCell) -> bool:
        written = self._context.text[cell.start : cell.end].strip()
        return is_year(written) or _DAY.fullmatch(written) is not None

    def _is_number(self, cell: RowCell) -> bool:
        return cell_value(self._context, cell, shaped=False) is not None

    def _head_rows(self, rows: list[Row]) -> int:
        for index, row in enumerate(rows):
            for cell in row[1:]:
                if cell_value(self._context, cell, shaped=False) is not None or self._taken.within(
                    cell.start, cell.end
                ):
                    return index
        return min(1, len(rows))

    def _column(self, cell: RowCell, row: Row, columns: Columns) -> None:
        named = self._phrase(cell)
        years = [int(word) for word in named.words if is_year(word)]
        columns.periods[cell.column] = (per_of_header(named), years[0] if len(years) == 1 else None)
        unit = self._unit_in(cell.start, cell.end)
        if unit is not None:
            columns.units[cell.column] = unit
            if len(row) > 1:
                columns.own[cell.column] = unit
        elif self._is_counted(cell):
            columns.counted.add(cell.column)
        elif len(row) > 1 and not words_of("figures", "column_label").isdisjoint(named.words):
            columns.units.setdefault(cell.column, Unit(Decimal(1), "EUR", "figures.column_label", shaped=True))

    def _phrase(self, cell: RowCell) -> Phrase:
        return phrase(self._context.text, self._context.folded, cell.start, min(cell.end, cell.start + LONGEST_LABEL))

    def _is_counted(self, cell: RowCell) -> bool:
        named = self._phrase(cell)
        if named.words and named.words[0].isdecimal():
            return False
        return "%" in named.folded or not words_of("figures", "counted").isdisjoint(named.words[:3])

    def _row(self, row: Row, columns: Columns, *, alone: bool = False) -> None:
        label = row_label(self._context, row)
        for position, cell in enumerate(row):
            unit = columns.units.get(cell.column, columns.whole)
            is_label = position == 0 and len(row) > 1 and len(row) != columns.numbered
            if unit is None or cell.column in columns.counted or is_label:
                continue
            if self._taken.within(cell.start, cell.end):
                continue
            value = cell_value(self._context, cell, shaped=unit.shaped or (len(row) == 1 and not alone))
            ends = (value, None) if value is not None else cell_range(self._context, cell)
            if ends is not None:
                per, year = columns.periods.get(cell.column, ((), None))
                low, high = (None if end is None else plain_units(end, unit.factor) for end in ends)
                amount = Amount(cell.start, cell.end, low or Decimal(0), high, unit.currency, unit.rule, True, label)
                self._found.setdefault(cell.start, replace(amount, per=per or columns.per, year=year))
