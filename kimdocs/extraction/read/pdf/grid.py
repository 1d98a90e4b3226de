"""Rulings → grids: the cells that horizontal and vertical lines enclose, and which cells make one table.

The same as pdfplumber's table functions find with their usual tolerances, without a dictionary for each ruling; the
tests hold the two beside each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.read.pdf.rulings import TooManyRulingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kimdocs.extraction.read.pdf.rulings import Edge

Box = tuple[float, float, float, float]
Point = tuple[float, float]
Stroke = tuple[float, float, float]

_TOLERANCE = 3.0
_MAX_CROSSINGS = 4_000


class GridCell(NamedTuple):
    """A cell of a ruled grid: the row and column (from 0) it starts in, and its box (x0, top, x1, bottom)."""

    row: int
    column: int
    box: Box


class Grid(NamedTuple):
    """A ruled table on a page."""

    box: Box
    cells: tuple[GridCell, ...]


def grids(edges: Sequence[Edge]) -> list[Grid]:
    """Tables that the rulings of a page make: at least two columns wide, ordered from top to bottom.

    Raises:
        TooManyRulingsError: The rulings cross so often that they are a drawing.
    """
    across = [(edge[2], edge[1], edge[3]) for edge in edges if edge[0]]
    if len(across) < 2 or len(edges) - len(across) < 2:
        return []
    down = merged((edge[1], edge[2], edge[4]) for edge in edges if not edge[0])
    across = merged(across)
    if _is_lattice(down, across):
        return _lattice([x for x, _, _ in down], [y for y, _, _ in across])
    found = [_grid(boxes) for boxes in tables(cells(crossings_of(down, across)))]
    return sorted((grid for grid in found if grid is not None), key=lambda grid: (grid.box[1], grid.box[0]))


def _is_lattice(down: Sequence[Stroke], across: Sequence[Stroke]) -> bool:
    """Whether each stroke crosses every stroke of the other direction, as the rulings of most tables do."""
    xs, ys = {x for x, _, _ in down}, {y for y, _, _ in across}
    if len(xs) < len(down) or len(ys) < len(across):
        return False
    left, right, high, low = min(xs), max(xs), min(ys), max(ys)
    return all(top <= high + _TOLERANCE and bottom >= low - _TOLERANCE for _, top, bottom in down) and all(
        x0 - _TOLERANCE <= left and right <= x1 + _TOLERANCE for _, x0, x1 in across
    )


def _lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Grid]:
    if len(xs) * len(ys) > _MAX_CROSSINGS:
        raise TooManyRulingsError
    if len(xs) < 3 or len(ys) < 2:
        return []
    columns = list(enumerate(pairwise(xs)))
    placed = [
        GridCell(row, column, (x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in columns
    ]
    return [Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(placed))]


def merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes of one direction, each its place across it, its start and its end along it; close ones become one.

    Strokes move to the mean of the places that lie at most 3 points from one another; then those on one line are
    joined where they leave at most 3 points between them.
    """
    joined: list[Stroke] = []
    for place, on_line in groupby(sorted(_snapped(strokes)), key=itemgetter(0)):
        (_, first, last), *others = on_line
        for _, start, end in others:
            if start > last + _TOLERANCE:
                joined.append((place, first, last))
                first, last = start, end
            elif end > last:
                last = end
        joined.append((place, first, last))
    return joined


def _snapped(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    by_place: dict[float, list[int]] = defaultdict(list)
    given = list(strokes)
    for index, stroke in enumerate(given):
        by_place[stroke[0]].append(index)
    group: list[int] = []
    last = 0.0
    for place in sorted(by_place):
        if group and place > last + _TOLERANCE:
            yield from _moved(given, group)
            group = []
        group += by_place[place]
        last = place
    if group:
        yield from _moved(given, group)


def _moved(strokes: Sequence[Stroke], group: list[int]) -> Iterator[Stroke]:
    """The strokes of a group on its mean place, summed up in the order in which the page draws them."""
    group.sort()
    mean = sum(strokes[index][0] for index in group) / len(group)
    for index in group:
        place, start, end = strokes[index]
        yield place + (mean - place), start, end


class Crossings(NamedTuple):
    """Where strokes cross: for each point (x, y), a bit for each stroke of a direction that runs through it."""

    down: dict[Point, int]
    across: dict[Point, int]


def crossings_of(down: Sequence[Stroke], across: Sequence[Stroke]) -> Crossings:
    """Crossings of merged strokes, which may end up to 3 points before the stroke that they meet.

    Raises:
        TooManyRulingsError: The strokes cross more than 4,000 times.
    """
    by_down: dict[Point, int] = {}
    by_across: dict[Point, int] = {}
    lows = [y + _TOLERANCE for y, _, _ in across]
    reach = [(y - _TOLERANCE, x0 - _TOLERANCE, x1 + _TOLERANCE, y) for y, x0, x1 in across]
    for index, (x, top, bottom) in enumerate(down):
        for other in range(bisect_left(lows, top), len(across)):
            high, x0, x1, y = reach[other]
            if bottom < high:
                break
            if x0 <= x <= x1:
                point = x, y
                by_down[point] = by_down.get(point, 0) | 1 << index
                by_across[point] = by_across.get(point, 0) | 1 << other
        if len(by_down) > _MAX_CROSSINGS:
            raise TooManyRulingsError
    return Crossings(by_down, by_across)


def cells(crossings: Crossings) -> list[Box]:
    """For each crossing, from left to right and down, the smallest box that has it as its upper left corner."""
    columns: dict[float, list[Point]] = defaultdict(list)
    rows: dict[float, list[Point]] = defaultdict(list)
    behind: dict[Point, int] = {}
    for point in sorted(crossings.down):
        columns[point[0]].append(point)
        rows[point[1]].append(point)
        behind[point] = len(rows[point[1]])
    found = (
        _smallest(point, column[at:], rows[point[1]][behind[point] :], crossings)
        for column in columns.values()
        for at, point in enumerate(column, 1)
    )
    return [box for box in found if box is not None]


def _smallest(point: Point, below: Sequence[Point], right: Sequence[Point], crossings: Crossings) -> Box | None:
    down, across = crossings
    own_down, own_across = down[point], across[point]
    right = [beside for beside in right if own_across & across[beside]]
    for under in below if right else ():
        if own_down & down[under]:
            y, across_under = under[1], across[under]
            for beside in right:
                corner = beside[0], y
                if down.get(corner, 0) & down[beside] and across[corner] & across_under:
                    return (*point, *corner)
    return None


def tables(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes that hang together by their corners, at least two each, from top to bottom by their first box."""
    groups: dict[int, list[Box]] = {}
    member: dict[Point, int] = {}
    for number, box in enumerate(boxes):
        corners = _corners(box)
        touched = sorted({member[corner] for corner in corners if corner in member}, key=lambda n: len(groups[n]))
        kept = touched.pop() if touched else number
        group = groups.setdefault(kept, [])
        for other in touched:
            moved = groups.pop(other)
            group += moved
            member.update((corner, kept) for each in moved for corner in _corners(each))
        group.append(box)
        member.update((corner, kept) for corner in corners)
    found = [group for group in groups.values() if len(group) > 1]
    return sorted(found, key=lambda group: min((box[1], box[0]) for box in group))


def _corners(box: Box) -> tuple[Point, Point, Point, Point]:
    x0, top, x1, bottom = box
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)


def _grid(boxes: Sequence[Box]) -> Grid | None:
    lefts, tops = sorted({box[0] for box in boxes}), sorted({box[1] for box in boxes})
    if len(lefts) < 2 or len(boxes) < 2:
        return None
    columns = {x: index for index, x in enumerate(lefts)}
    rows = {y: index for index, y in enumerate(tops)}
    placed = sorted(GridCell(rows[box[1]], columns[box[0]], box) for box in boxes)
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Grid((min(x0), min(top), max(x1), max(bottom)), tuple(placed))
