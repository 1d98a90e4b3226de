"""Rows of a table of acts: which lines they are, and the cells that tell what became of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.act_tables.cells import Cell, cells
from kimdocs.extraction.recognise.act_tables.header import COUNTED
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.act_tables.header import Column, Header

_NUMBER = lazy(r"(?:(?:zu|top|nr\.?|[a-zäöü]{1,3})[\s.-]?)?\d{1,3}(?:[./-]\d{1,3}){0,3}[a-z]?[.):]?")
_LEADING_NUMBER = lazy(r"((?:top |nr\. ?|[önab] ?)?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?[.)]?)\s+\S")
_COUNT = lazy(r"\d{1,3}|\((\d{1,3})\)")
_DASH = lazy(r"[-/]{1,3}|\./\.|keine?")
_COUNTS = lazy(r"(?:\d{1,3}|-)(?: (?:\d{1,3}|-))+")
_SEVERAL = lazy(r"(?:\d{1,3}|-)(?:\s?[ /;\n]\s?(?:\d{1,3}|-)){1,4}")
_ONE = lazy(r"\d{1,3}|-")
_WORD = lazy(r"\S+")
_TOTAL = lazy(r"(?:gesamt|summe|insgesamt|zusammen|zwischensumme|übertrag)\b")
_RULE = lazy(r"[-=_|+:\s]+")
_LETTER = lazy(r"[^\W\d_]")
_ASIDE = 3
_MOST_BLANK = 2
_MOST_LOOSE = 2
_LONGEST_ROW = 600
_FEWEST_COUNTS = 2


@dataclass(slots=True)
class ActRow:
    """A row at ``text[start:end]``: its number, the counts of its columns, and the cells that tell a result in words.

    ``others`` are the cells of columns that hold something else; ``several`` are the counts of several votes in it.
    """

    start: int
    end: int
    number: str
    counts: dict[str, int] = field(default_factory=dict)
    said: list[Cell] = field(default_factory=list)
    others: list[Cell] = field(default_factory=list)
    several: dict[str, list[int]] = field(default_factory=dict)
    name: str = ""
    blank: bool = True


class RowReader:
    """Reads the lines below a header."""

    def __init__(self, text: str, folded: str, header: Header) -> None:
        """Keep the text and the header; ``bad`` counts rows whose columns of counts hold something else."""
        self._text, self._folded, self._header = text, folded, header
        self._numbered = header.holds("item", "number")
        self.bad = 0

    def read(self, lines: Iterator[tuple[int, int]]) -> list[ActRow]:
        """The rows in ``lines``, each from its very start."""
        rows: list[ActRow] = []
        blank = loose = 0
        for start, end in lines:
            if not self._text[start:end].strip():
                blank += 1
                if blank > _MOST_BLANK:
                    break
                continue
            if _RULE.fullmatch(self._text, start, end):
                continue
            placed = self._placed(start, end) if end - start <= _LONGEST_ROW else []
            if placed and _TOTAL.match(self._folded, placed[0][1].start):
                break
            row = self._row(placed)
            if row:
                rows.append(row)
                loose = blank = 0
            elif rows and rows[-1].blank and not rows[-1].said and not blank and self._counts_of(rows[-1], placed):
                continue
            elif rows and not blank and self._goes_on(placed):
                self._extend(rows[-1], placed)
            else:
                loose += 1
                if loose > (_MOST_LOOSE if rows else self._header_goes_on(placed)) or blank:
                    break
        return rows

    def _header_goes_on(self, placed: list[tuple[Column, Cell]]) -> bool:
        """Whether a line below the header holds but the rest of its wrapped names: "lfd.⏎Nr."."""
        return bool(placed) and not any(
            char.isdigit() for _, cell in placed for char in self._text[cell.start : cell.end]
        )

    def _placed(self, start: int, end: int) -> list[tuple[Column, Cell]]:
        """The filled cells with their columns; [] where the line has another number of cells than the header."""
        columns = self._header.columns
        found = cells(self._text, start, end, self._header.mark)
        if self._header.mark:
            if not 1 < len(found) <= len(columns) or (self._header.exact and len(found) < len(columns)):
                return []
            return [(column, cell) for column, cell in zip(columns, found, strict=False) if cell.start < cell.end]
        pieces = [piece for cell in found for piece in self._apart(cell)]
        placed = [(min(columns, key=lambda column: _distance(column, piece)), piece) for piece in pieces]
        return self._in_order(placed)

    def _in_order(self, placed: list[tuple[Column, Cell]]) -> list[tuple[Column, Cell]]:
        """The cells, those of a run of as many counts as there are columns of counts in the order of these."""
        counted = [column for column in self._header.columns if column.role in COUNTED]
        runs: list[list[int]] = [[]]
        for index, (_, cell) in enumerate(placed):
            words = self._folded[cell.start : cell.end]
            if _COUNT.fullmatch(words) or _DASH.fullmatch(words):
                runs[-1].append(index)
            elif runs[-1]:
                runs.append([])
        whole = [run for run in runs if len(run) == len(counted)] if len(counted) > 1 else []
        if len(whole) == 1 and not any(_is_under_other(*placed[index]) for index in whole[0]):
            for column, index in zip(counted, whole[0], strict=True):
                placed[index] = (column._replace(left=placed[index][1].left), placed[index][1])
        return placed

    def _apart(self, cell: Cell) -> list[Cell]:
        """The cell, or the counts in it that single blanks part."""
        if not _COUNTS.fullmatch(self._folded, cell.start, cell.end) or not self._header.holds(*COUNTED):
            return [cell]
        hits = _WORD.finditer(self._text, cell.start, cell.end)
        return [Cell(*hit.span(), cell.left + hit.start() - cell.start) for hit in hits]

    def _row(self, placed: list[tuple[Column, Cell]]) -> ActRow | None:
        """The row that a line starts: it has a number where the header has a column of numbers, else a result."""
        if len(placed) < 2:
            return None
        first = placed[0][1]
        row = ActRow(first.start, placed[-1][1].end, "")
        for column, cell in placed:
            if not self._take(row, column, cell):
                self.bad += 1
                return None
        number = _LEADING_NUMBER.match(self._folded, first.start, first.end)
        if number and not row.number:
            row.number = number[1]
        if self._numbered and not row.number:
            return None
        told = bool(row.said) or not row.blank
        whole = told or self._numbered or bool(self._header.mark)
        return row if whole and _LETTER.search(row.name) else None

    def _take(self, row: ActRow, column: Column, cell: Cell) -> bool:
        words = self._folded[cell.start : cell.end]
        if column.role in ("item", "number"):
            if _NUMBER.fullmatch(words):
                row.number = row.number or words
                return True
            row.name = row.name or words
        elif column.role in COUNTED:
            return self._count(row, column, cell, words)
        elif column.role == "result":
            row.said.append(cell)
        else:
            row.name = f"{row.name} {words}".strip()
            if column.role == "other":
                row.others.append(cell)
        return True

    def _count(self, row: ActRow, column: Column, cell: Cell, words: str) -> bool:
        """Takes a cell of a column of counts: a number, a dash, or the words of a result; false where it cannot be."""
        number = _COUNT.fullmatch(words)
        if self._header.mark and _SEVERAL.fullmatch(words) and column.role not in row.several:
            row.several[column.role] = [0 if one == "-" else int(one) for one in _ONE.findall(words)]
            return True
        if number is None and not _DASH.fullmatch(words):
            row.said.append(cell)
            return not any(char.isdigit() for char in words)
        if column.role in row.counts or (not self._header.mark and _distance(column, cell) > _ASIDE):
            return False
        row.counts[column.role] = int(number[1] or words) if number else 0
        row.blank = row.blank and number is None
        return True

    def _counts_of(self, row: ActRow, placed: list[tuple[Column, Cell]]) -> bool:
        """Takes a line that is but the counts of a row whose text filled the line before."""
        counted = [column.role for column in self._header.columns if column.role in COUNTED]
        if [column.role for column, _ in placed] != counted or len(counted) < _FEWEST_COUNTS:
            return False
        taken = all(self._take(row, column, cell) for column, cell in placed)
        row.end = placed[-1][1].end
        return taken

    def _goes_on(self, placed: list[tuple[Column, Cell]]) -> bool:
        """Whether a line is the wrapped rest of a row: nothing stands in its first column, nor in one of counts."""
        first = self._header.columns[0]
        inside = [column.role for column, _ in placed if column.role in COUNTED]
        if not placed or inside:
            return False
        return placed[0][0] is not first and placed[0][1].left > first.left + 1

    def _extend(self, row: ActRow, placed: list[tuple[Column, Cell]]) -> None:
        row.end = placed[-1][1].end
        row.said += [cell for column, cell in placed if column.role == "result"]


def _is_under_other(column: Column, cell: Cell) -> bool:
    return column.role not in COUNTED and _distance(column, cell) < 0


def _distance(column: Column, cell: Cell) -> float:
    """How far a cell is from a column's name: less than 0 where they overlap."""
    overlap = min(column.right, cell.right) - max(column.left, cell.left)
    middle = abs(column.left + column.right - cell.left - cell.right) / 2000
    return middle - overlap if overlap > 0 else middle - min(overlap, 0)
