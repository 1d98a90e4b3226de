"""Votes in a table whose columns are the groups and whose rows are the sides, also with one cell a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.group_names import group_name
from kimdocs.extraction.recognise.tally_tokens import side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.group import Groups

_TOTALS = ("gesamt", "summe", "zusammen", "total", "insg.", "ges.", "σ")
_ENDS_CELL = re.compile(r"[a-zσ]+\.?(?:$|[\n\t|]|[ ]{2})")
_LONGEST_TOTAL = len("insgesamt")
_BORDERS = "\n\t|"
_CELL = re.compile(r"[^\s|](?:(?:(?! {2})[^\n\t|])*[^\s|])?")
_NUMBER = re.compile(r"\d{1,3}|[-–/]")
_CORNER = frozenset(("partei", "fraktion", "gruppe", "fraktionen", "parteien", "liste"))
_SIDES = ("yes", "no", "abstain")
_MOST_GROUPS = 14
_LONGEST_GROUP = 30
_REACH = 600
_MARGIN = 12
_ROWS_REACH = 3000
_NEXT = re.compile(r"\n[ |]*(?=ja\b[^\n\t|:]{0,9}:?[ ]*(?:[\n\t|]|[ ]{2}))")


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
        names = [group_name(cell.group()) or cell.group() for cell in groups]
        if len(names) > 1 and _read_rows(text, folded, names, matrix):
            found += [matrix, *_further(text, folded, names, matrix.end)]
    return found


def _further(text: str, folded: str, names: list[str], start: int) -> list[RowMatrix]:
    """Tables of further votes close behind, whose columns are those of the first: every row has as many numbers."""
    found: list[RowMatrix] = []
    while hit := _NEXT.search(folded, start, start + _REACH):
        matrix = RowMatrix(hit.end(), hit.end())
        if not _read_rows(text, folded, names, matrix) or len(matrix.counts) < 2 or not matrix.groups:
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
        if word in _CORNER or len(word) > _LONGEST_GROUP or any(char.isdigit() for char in word) or word[-1] in ".:;,":
            break
        kept.append(cell)
    return kept[::-1]


def _read_rows(text: str, folded: str, names: list[str], matrix: RowMatrix) -> bool:
    """Read the rows of sides; false where none stands below the header."""
    cells = list(_CELL.finditer(text, matrix.end, min(len(text), matrix.end + _ROWS_REACH)))
    seen: set[str] = set()
    index = 0
    while index < len(cells):
        side = side_of(folded[slice(*cells[index].span())])
        if side not in _SIDES or side in seen:
            break
        seen.add(side)
        row = _numbers(text, cells, index)
        matrix.end = (row or [cells[index]])[-1].end()
        _read_row(side, [int(cell.group()) if cell.group().isdigit() else 0 for cell in row], names, matrix)
        index += 1 + len(row)
    return bool(seen)


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
