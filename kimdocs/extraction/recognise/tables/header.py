"""What a table says of its amounts beside the cell: the row's label, and the period or year of the header."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import is_year, words_of
from kimdocs.extraction.recognise.figures.per import per_of_header
from kimdocs.extraction.recognise.quantities.words import phrase
from kimdocs.extraction.recognise.tables.blocks import cell_above
from kimdocs.extraction.recognise.tables.rows import RowCell, label_of, line_cells
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.finance import Per

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.figures.amount import Amount
    from kimdocs.extraction.recognise.tables.rows import Row

_BORDER = lazy(r"(?:^|\t|\||\n| {3})[ |\u00a0]*(?:ca\.|rd\.|rund|max\.)?[ ]*$")
_CLOSED = lazy(r"[ |\u00a0]*(?:\t|\||\n|\r|$| {3})")
_WITH_PERIOD = lazy(r"[ \u00a0]+(?:je|pro|im|jährlich|monatlich|p\. ?a\.)[^\n\t|.;]{0,40}(?:\t|\||\n|$)")
_HEADER_REACH = 12
_LABEL_REACH = 160
_LONGEST_HEADER = 80
_Header = list[tuple[tuple[Per, ...], int | None]]


def described(context: Context, amounts: list[Amount]) -> list[Amount]:
    """The amounts, those in rows of a table with their row's label and what the header says of their column."""
    reader = _HeaderReader(context, amounts)
    found: list[Amount] = []
    index = 0
    while index < len(amounts):
        end = _run_end(context.text, amounts, index)
        run = amounts[index:end]
        found += reader.row(run) if _is_row(context.text, run) else run
        index = end
    return found


def _run_end(text: str, amounts: list[Amount], index: int) -> int:
    """Where the amounts end that only blanks and borders part on one line."""
    end = index + 1
    while end < len(amounts):
        between = text[amounts[end - 1].end : amounts[end].start]
        if len(between) > 120 or "\n" in between or between.strip(" \t|\u00a0"):
            break
        end += 1
    return end


def _is_row(text: str, run: list[Amount]) -> bool:
    if len(run) > 1:
        return True
    start, end = run[0].start, run[0].end
    if text[max(0, start - 2) : start].rstrip(" ")[-1:] in ("\t", "|") and _WITH_PERIOD.match(text, end):
        return True
    return bool(_BORDER.search(text, max(0, start - 24), start)) and bool(
        _CLOSED.match(text, end, min(len(text), end + 24))
    )


class _HeaderReader:
    """Keeps the header that was seen last, for the rows below it."""

    def __init__(self, context: Context, amounts: list[Amount]) -> None:
        self._context = context
        self._with_amounts = {context.line_at(amount.start) for amount in amounts}
        self._header: _Header = []
        self._place: tuple[int, Row] = (0, [])
        self._last_row = -_HEADER_REACH

    def row(self, run: list[Amount]) -> list[Amount]:
        """The amounts of one row, described."""
        index = self._context.line_at(run[0].start)
        header = self._header_above(index, max(len(run), len(line_cells(self._context, index))))
        if header or index - self._last_row > _HEADER_REACH:
            self._header = header
        self._last_row = index
        label = self._label(index, run[0].start)
        columns = self._columns(index, run)
        row_year = self._row_year(index, run[0].start)
        if not columns:
            return [replace(amount, in_table=True, label=label, year=row_year) for amount in run]
        return [
            replace(amount, in_table=True, label=label, per=per, year=year or row_year)
            for amount, (per, year) in zip(run, columns, strict=True)
        ]

    def _columns(self, index: int, run: list[Amount]) -> _Header:
        """What the header says of each amount's column; empty where rows and header do not match."""
        cells = line_cells(self._context, index)
        bordered = self._below_borders(index, cells, run)
        if bordered:
            return bordered
        if len(self._header) in (len(run), len(run) + 1):
            return self._header[-len(run) :]
        if not self._header or len(cells) not in (len(self._header), len(self._header) + 1):
            return []
        places = [
            next((cell.column for cell in cells if cell.start <= amount.start < cell.end), -len(self._header))
            for amount in run
        ]
        return [self._header[max(place, -len(self._header))] for place in places]

    def _below_borders(self, index: int, cells: Row, run: list[Amount]) -> _Header:
        """What the header says of each amount's column by the bars of both lines; empty where they differ."""
        line = self._place[0]
        bars = self._text_of(index).count("|")
        if not bars or len(self._place[1]) != len(self._header) or self._text_of(line).count("|") != bars:
            return []
        found: _Header = []
        for amount in run:
            own = next((cell for cell in cells if cell.start <= amount.start < cell.end), None)
            above = cell_above(self._context, self._place, (index, cells), own) if own else None
            found.append(self._header[self._place[1].index(above)] if above else ((), None))
        return found

    def _text_of(self, index: int) -> str:
        line = self._context.lines[index]
        return self._context.text[line.start : line.end]

    def _row_year(self, index: int, start: int) -> int | None:
        """The year that the first cell of a row is, as in "2026 | 5.000 €"."""
        first = next(iter(line_cells(self._context, index)), None)
        if first is None or first.end > start:
            return None
        word = self._context.folded[first.start : first.end].strip(" |:")
        return int(word) if is_year(word) else None

    def _label(self, index: int, start: int) -> str | None:
        line = self._context.lines[index]
        low = max(line.start, start - _LABEL_REACH)
        lead = self._context.text[low:start].rstrip(" \t|:\u00a0")
        begin = max(lead.rfind("\t"), lead.rfind("|")) + 1
        return label_of(self._context, RowCell(0, low + begin, low + len(lead)))

    def _header_above(self, index: int, count: int) -> _Header:
        starters: list[bool] = []
        for above in range(index - 1, max(-1, index - 1 - _HEADER_REACH, self._last_row), -1):
            cells = line_cells(self._context, above)
            header = [self._column(cell.start, cell.end) for cell in cells]
            named = above not in self._with_amounts and any(per or year for per, year in header)
            if len(header) > 1 and named:
                self._place = (above, cells)
                return header
            if cells:
                starters += self._starter(cells[0].start)
        if len(starters) == count and count > 1 and any(starters):
            return [((Per.YEAR,) if yearly else (), None) for yearly in reversed(starters)]
        return []

    def _starter(self, start: int) -> list[bool]:
        """Whether a column of the finance block's grid starts here, and whether it is yearly."""
        for opening in words_of("figures", "grid_column"):
            if self._context.folded.startswith(opening, start):
                return [opening.startswith("jährlich")]
        return []

    def _column(self, start: int, end: int) -> tuple[tuple[Per, ...], int | None]:
        if end - start > _LONGEST_HEADER:
            return (), None
        cell = phrase(self._context.text, self._context.folded, start, end)
        years = [word for word in cell.words if is_year(word)]
        return per_of_header(cell), int(years[0]) if len(years) == 1 else None
