"""One page: its runs and rulings → lines and tables in reading order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.read.pdf.grid import Grid, grids
from kimdocs.extraction.read.pdf.lines import Line, reading_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.read.pdf.grid import Grid, GridCell
    from kimdocs.extraction.read.pdf.rulings import Edge
    from kimdocs.extraction.read.pdf.runs import Run

_PROSE_CELL_WORDS = 90


class TableCell(NamedTuple):
    """A cell's place in its table and its lines."""

    row: int
    column: int
    lines: tuple[Line, ...]


class PageTable(NamedTuple):
    """A table with its cells, row by row."""

    top: float
    bottom: float
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on a page, from top to bottom; ``number`` counts from 1, sizes are points."""

    number: int
    width: float
    height: float
    parts: tuple[Line | PageTable, ...]

    @property
    def lines(self) -> list[Line]:
        """The lines outside tables."""
        return [part for part in self.parts if isinstance(part, Line)]


def page_content(number: int, size: tuple[float, float], runs: Sequence[Run], edges: Sequence[Edge]) -> PageContent:
    """Lines and tables of a page of these runs and rulings."""
    width, height = size
    parts: list[Line | PageTable] = []
    rest: Sequence[Run] = runs
    for grid in grids(edges):
        inside, outside = _split_runs(rest, grid)
        if not inside:
            continue
        above = [run for run in outside if (run.top + run.bottom) / 2 < grid.box[1]]
        parts += reading_order(above, width)
        parts += _table_parts(grid, inside)
        rest = [run for run in outside if (run.top + run.bottom) / 2 >= grid.box[1]]
    parts += reading_order(rest, width)
    return PageContent(number, width, height, tuple(parts))


def _table_parts(grid: Grid, inside: dict[int, list[Run]]) -> list[Line | PageTable]:
    """The table; or the lines of its cells, one after the other, where the ruling only frames running text."""
    cells = [
        TableCell(cell.row, cell.column, tuple(reading_order(inside.get(index, ()), cell.box[2] - cell.box[0])))
        for index, cell in enumerate(grid.cells)
    ]
    filled = {cell.column for cell in cells if cell.lines}
    if len(filled) < 2 or _longest(inside) > _PROSE_CELL_WORDS:
        return [line for cell in cells for line in cell.lines]
    return [PageTable(grid.box[1], grid.box[3], tuple(cells))]


def _longest(inside: dict[int, list[Run]]) -> int:
    """Number of words in the fullest cell."""
    return max(sum(run.text.count(" ") + 1 for run in runs) for runs in inside.values())


def _split_runs(runs: Sequence[Run], grid: Grid) -> tuple[dict[int, list[Run]], list[Run]]:
    """Runs of a grid by the index of their cell, and the runs that stand outside it."""
    x0, top, x1, bottom = grid.box
    starts = [cell.box[1] for cell in grid.cells]
    inside: dict[int, list[Run]] = {}
    outside: list[Run] = []
    for run in runs:
        x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
        if not (x0 <= x <= x1 and top <= y <= bottom):
            outside.append(run)
            continue
        index = _cell_at(grid.cells, bisect_right(starts, y), x, y)
        if index is None:
            outside.append(run)
        else:
            inside.setdefault(index, []).append(run)
    return inside, outside


def _cell_at(cells: Sequence[GridCell], stop: int, x: float, y: float) -> int | None:
    for index in range(stop - 1, -1, -1):
        box = cells[index].box
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            return index
    return None
