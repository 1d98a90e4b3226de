"""Votes in a table whose columns are the groups and whose rows are the sides, also with one cell a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.groups.names import group_name
from kimdocs.extraction.recognise.tallies.tokens import side_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.groups.group import Groups

_TOTALS = ("gesamt", "summe", "zusammen", "total", "insg.", "ges.", "σ")
_ENDS_CELL = lazy(r"[a-zσ]+\.?(?:$|[\n\t|]|[ ]{2})")
_LONGEST_TOTAL = len("insgesamt")
_BORDERS = "\n\t|"
_CELL = lazy(r"[^\s|](?:(?:(?! {2})[^\n\t|])*[^\s|])?")
_NUMBER = lazy(r"\d{1,3}|[-–/]")
_CORNER = frozenset(("partei", "fraktion", "gruppe", "fraktionen", "parteien", "liste"))
_MOST_GROUPS = 14
_LONGEST_GROUP = 30
_REACH = 600
_MARGIN = 12
_ASIDE = 2
_FEWEST = 3
_ROWS_REACH = 3000
_NEXT = lazy(r"\n[ |]*(?=ja\b[^\n\t|:]{0,9}:?[ ]*(?:[\n\t|]|[ ]{2}))")


class _Columns(NamedTuple):
    """The names of the groups, and where these and the name of the totals stand where one line holds them."""

    names: list[str]
    places: list[tuple[int, int]]


@dataclass(slots=True)
class RowMatrix:
    """A table of votes at ``text[start:end]``: the totals of its last column, and what each group cast.

    Empty cells are lost where cells are lines: then a row's last number is its total only if the others add up to it,
    and nobody can tell whose the others are.
    """

    start: int
    end: int
    counts: dict[str, int] = field(default_factory=dict)
    groups: Groups = field(default_factory=dict)


def row_matrices(text: str, folded: str) -> list[RowMatrix]:
    """All such tables: at least two groups before a column of totals, and a side below it."""
    found: list[RowMatrix] = []
    for start, end in _totals(text, folded):
        low = max(found[-1].end if found else 0, start - _REACH)
        if start < low:
            continue
        groups = _groups(text, folded, low, start)
        matrix = RowMatrix(groups[0].start() if groups else start, end)
        columns = _Columns(
            [group_name(cell.group()) or cell.group() for cell in groups], _places(text, groups, start, end)
        )
        if len(groups) > 1 and _read_rows(text, folded, columns, matrix):
            found += [matrix, *_further(text, folded, columns, matrix.end)]
    return found


def _places(text: str, groups: list[re.Match[str]], start: int, end: int) -> list[tuple[int, int]]:
    """The cells of the header, that of the totals last; [] where cells are lines."""
    if not groups or text.find("\n", groups[0].start(), end) >= 0:
        return []
    return [*(cell.span() for cell in groups), (start, end)]


def _further(text: str, folded: str, columns: _Columns, start: int) -> list[RowMatrix]:
    """Tables of further votes close behind, whose columns are those of the first: every row has as many numbers."""
    found: list[RowMatrix] = []
    while hit := _NEXT.search(folded, start, start + _REACH):
        matrix = RowMatrix(hit.end(), hit.end())
        if not _read_rows(text, folded, columns, matrix) or len(matrix.counts) < 2 or not matrix.groups:
            break
        found.append(matrix)
        start = matrix.end
    return found


def _totals(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Cells that name a column of totals."""
    for place in anchor_offsets(folded, "total"):
        start = place - 3 if folded[max(0, place - 3) : place] == "ins" else place
        if not _ENDS_CELL.match(folded, place):
            continue
        cell = _CELL.match(text, start, start + _LONGEST_TOTAL + 1)
        if cell is None or folded[slice(*cell.span())] not in (*_TOTALS, "insgesamt"):
            continue
        before = text[max(0, cell.start() - _MARGIN) : cell.start()]
        bare = before.rstrip(" ")
        if not bare or bare[-1] in _BORDERS or len(before) - len(bare) > 1:
            yield cell.span()


def _groups(text: str, folded: str, start: int, end: int) -> list[re.Match[str]]:
    """The cells right before the column of totals that can be names of groups."""
    cells = list(_CELL.finditer(text, start, end))
    kept: list[re.Match[str]] = []
    for cell in reversed(cells[-_MOST_GROUPS:]):
        word = folded[cell.start() : cell.end()]
        ends = word[-1] in ":;," or (word[-1] == "." and text.find("|", cell.end(), end) < 0)
        if word in _CORNER or len(word) > _LONGEST_GROUP or any(char.isdigit() for char in word) or ends:
            break
        kept.append(cell)
    beside = [cell for cell in kept if text.find("\n", cell.end(), end) < 0]
    return (beside if len(beside) > 1 else kept)[::-1]


def _read_rows(text: str, folded: str, columns: _Columns, matrix: RowMatrix) -> bool:
    """Read the rows of sides; false where none stands below the header."""
    cells = list(_CELL.finditer(text, matrix.end, min(len(text), matrix.end + _ROWS_REACH)))
    seen: set[str] = set()
    index = 0
    if cells and len(_numbers(text, cells, 0)) != len(columns.places):
        columns = _without_corner(text, columns, cells[0])
    while index < len(cells):
        side = side_of(folded[slice(*cells[index].span())])
        if side not in SIDES or side in seen:
            break
        seen.add(side)
        row = _numbers(text, cells, index)
        matrix.end = (row or [cells[index]])[-1].end()
        values = _placed(text, columns, cells[index]) or [int(c.group()) if c.group().isdigit() else 0 for c in row]
        _read_row(side, values, columns.names, matrix)
        index += 1 + len(row)
    return bool(seen)


def _without_corner(text: str, columns: _Columns, label: re.Match[str]) -> _Columns:
    """The columns but the one that the labels of the rows stand in: what its name says is no group."""
    if len(columns.places) < _FEWEST:
        return columns
    (first, first_end), (second, _) = columns.places[:2]
    head, start = text.rfind("\n", 0, first) + 1, text.rfind("\n", 0, label.start()) + 1
    mark = _mark(text, label)
    before = text.count(mark, head, second) if mark else 0
    barred = before > 0 and text.count(mark, start, label.start()) == text.count(mark, head, first) < before
    beside = before == 0 and first - head < label.end() - start and label.start() - start < first_end - head
    return _Columns(columns.names[1:], columns.places[1:]) if barred or beside else columns


def _mark(text: str, label: re.Match[str]) -> str:
    """What parts the cells of a row: a bar, a tab, or "" for wide gaps."""
    end = text.find("\n", label.end())
    return next((mark for mark in "|\t" if text.find(mark, label.end(), end if end >= 0 else len(text)) >= 0), "")


def _placed(text: str, columns: _Columns, label: re.Match[str]) -> list[int]:
    """What stands in each column of a row with empty cells, which count 0; [] where that cannot be told.

    Between bars a cell is where it is; else each number must stand below the name of its column, and they must add up.
    """
    start, end = text.rfind("\n", 0, label.start()) + 1, text.find("\n", label.end())
    end = len(text) if end < 0 else end
    if not columns.places:
        return []
    head = text.rfind("\n", 0, columns.places[0][0]) + 1
    if mark := _mark(text, label):
        cells = [cell.strip() for cell in text[start:end].split(mark)]
        wanted = [text.count(mark, head, left) for left, _ in columns.places]
        if wanted[0] == 0 or wanted[-1] >= len(cells) or not cells[wanted[-1]]:
            return []
        found = [cells[at] for at in wanted]
        fits = all(not cell or _NUMBER.fullmatch(cell) for cell in found)
        return [int(cell) if cell.isdecimal() else 0 for cell in found] if fits else []
    numbers = [hit for hit in _CELL.finditer(text, label.end(), end) if _NUMBER.fullmatch(hit.group())]
    if not 0 < len(numbers) < len(columns.places):
        return []
    values = dict.fromkeys(range(len(columns.places)), 0)
    taken = [_column_of(hit.start() - start, hit.end() - start, columns.places, head) for hit in numbers]
    if None in taken or len({*taken}) < len(taken):
        return []
    values |= {
        at: int(hit.group()) if hit.group().isdigit() else 0
        for at, hit in zip(taken, numbers, strict=True)
        if at is not None
    }
    found_values = list(values.values())
    return found_values if sum(found_values[:-1]) == found_values[-1] else []


def _column_of(left: int, right: int, places: list[tuple[int, int]], head: int) -> int | None:
    """The column whose name stands above a number, or next to it."""
    away = [max(start - head - right, left - (end - head), 0) for start, end in places]
    nearest = min(away)
    return away.index(nearest) if nearest <= _ASIDE and away.count(nearest) == 1 else None


def _numbers(text: str, cells: list[re.Match[str]], label: int) -> list[re.Match[str]]:
    """The numbers behind the label of a side: on its line, where the first of them stands there."""
    row: list[re.Match[str]] = []
    for cell in cells[label + 1 :]:
        on_next_line = text.find("\n", cells[label].end(), cell.start()) >= 0
        if not _NUMBER.fullmatch(cell.group()) or (
            on_next_line and row and "\n" not in text[cells[label].end() : row[0].start()]
        ):
            break
        row.append(cell)
    return row


def _read_row(side: str, values: list[int], names: list[str], matrix: RowMatrix) -> None:
    whole = len(values) == len(names) + 1
    if whole or (len(values) > 1 and sum(values[:-1]) == values[-1]):
        matrix.counts[side] = values[-1]
    if whole:
        for name, number in zip(names, values[:-1], strict=True):
            matrix.groups.setdefault(name, {})[side] = number
