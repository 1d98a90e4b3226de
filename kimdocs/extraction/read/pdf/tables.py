"""Rulings → grid by pdfplumber's table functions; runs → cells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.extraction.read.pdf.rulings import TooManyRulingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.read.pdf.rulings import Edge
    from kimdocs.extraction.read.pdf.runs import Run

Box = tuple[float, float, float, float]

_SNAP = 3.0
_MAX_CROSSINGS = 4_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a ruled grid: the row and column (from 0) it starts in, and its box (x0, top, x1, bottom)."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on a page."""

    box: Box
    cells: tuple[GridCell, ...]


def grids(edges: Sequence[Edge]) -> list[Grid]:
    """Tables that the rulings of a page make: at least two columns wide, ordered from top to bottom.

    Raises:
        TooManyRulingsError: The rulings cross so often that they are a drawing.
    """
    if sum(edge.horizontal for edge in edges) < 2 or sum(not edge.horizontal for edge in edges) < 2:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges([_as_dict(edge) for edge in edges], _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = edges_to_intersections(merged, _SNAP, _SNAP)
    if len(crossings) > _MAX_CROSSINGS:
        raise TooManyRulingsError
    found = [_grid(cells) for cells in cells_to_tables(intersections_to_cells(crossings))]
    return sorted((grid for grid in found if grid is not None), key=lambda grid: (grid.box[1], grid.box[0]))


def _as_dict(edge: Edge) -> dict[str, Any]:
    return {
        "orientation": "h" if edge.horizontal else "v",
        "object_type": "line",
        "x0": edge.x0,
        "x1": edge.x1,
        "top": edge.top,
        "bottom": edge.bottom,
        "width": edge.x1 - edge.x0,
        "height": edge.bottom - edge.top,
    }


def _grid(boxes: Sequence[Box]) -> Grid | None:
    lefts, tops = sorted({box[0] for box in boxes}), sorted({box[1] for box in boxes})
    if len(lefts) < 2 or len(boxes) < 2:
        return None
    columns = {x: index for index, x in enumerate(lefts)}
    rows = {y: index for index, y in enumerate(tops)}
    cells = sorted((GridCell(rows[box[1]], columns[box[0]], box) for box in boxes), key=lambda c: (c.row, c.column))
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Grid((min(x0), min(top), max(x1), max(bottom)), tuple(cells))


def split_runs(runs: Sequence[Run], grid: Grid) -> tuple[dict[int, list[Run]], list[Run]]:
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
