"""Runs → cells of a grid."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.read.pdf.grid import Grid, GridCell
    from kimdocs.extraction.read.pdf.runs import Run


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
