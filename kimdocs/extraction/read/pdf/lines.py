"""Runs → lines in the order in which a person reads them: row by row, newspaper columns one after the other."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kimdocs.extraction.read.pdf.runs import Run

_WIDE_GAP = 1.6
_SAME_ROW = 0.55
_COLUMN_LINES = 4
_LEFT_EDGE = itemgetter(1, 3)
_COLUMN_WIDTH = 0.25
_LABEL_WORDS = 3
_LIFTED = 0.2


class Line(NamedTuple):
    """Runs of one row, from left to right, and its place on the page in points.

    Attributes:
        size: Height of its longest run: one tall sign does not count.
        column: How many newspaper columns are read before it on its page.
    """

    runs: tuple[Run, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    column: int = 0

    @property
    def height(self) -> float:
        """Height of the row in points."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """Runs with a space between them, or a tab where the gap is wide."""
        runs = self[0]
        if len(runs) == 1:
            return runs[0][0]
        return "".join([run.text + gap for run, gap in zip(runs, self.gaps(), strict=True)])

    def gaps(self) -> list[str]:
        """What stands after each run: a space, a tab, or nothing after the last one."""
        if len(self.runs) == 1:
            return [""]
        wide = _WIDE_GAP * min(self.height, 20.0)
        found = ["\t" if b[1] - a[3] > wide else " " for a, b in pairwise(self.runs)]
        return [*found, ""]


def line_of(runs: Iterable[Run], column: int = 0) -> Line:
    """A line of runs that stand on one row."""
    runs = tuple(runs)
    if len(runs) == 1:
        _, x0, top, x1, bottom, _, _ = runs[0]
        return tuple.__new__(Line, (runs, x0, top, x1, bottom, bottom - top, column))
    ordered = sorted(runs, key=_LEFT_EDGE)
    _, _, tops, rights, bottoms, _, _ = zip(*ordered, strict=True)
    longest = max(ordered, key=_width)
    size = longest.bottom - longest.top
    return Line(tuple(ordered), ordered[0].x0, min(tops), max(rights), max(bottoms), size, column)


def _width(run: Run) -> float:
    return run[3] - run[1]


def reading_order(runs: Sequence[Run], page_width: float) -> list[Line]:
    """Lines of a page in reading order.

    Runs on the same baseline make one line, whatever order the file draws them in, unless the file draws two blocks of
    running text beside each other: then each block's lines follow one another.
    """
    if len(runs) < 2:
        return [line_of(runs)] if runs else []
    pieces = _lift_labels(_pieces(runs))
    columns = _columns(pieces, page_width)
    if not columns:
        return _rows(pieces)
    lines: list[Line] = []
    rest = pieces
    for region in columns:
        above = [piece for piece in rest if piece.bottom <= region.top + piece.height / 2]
        lines += _rows(above)
        taken = set(map(id, above))
        for number, (x0, x1) in enumerate(region.sides):
            inside = [
                piece
                for piece in rest
                if id(piece) not in taken and x0 <= (piece.x0 + piece.x1) / 2 <= x1 and piece.top < region.bottom
            ]
            taken.update(map(id, inside))
            lines += _rows(inside, number)
        rest = [piece for piece in rest if id(piece) not in taken]
    return lines + _rows(rest)


def _pieces(runs: Sequence[Run]) -> list[Line]:
    """Runs that the file draws one after the other on one row, without a wide gap."""
    groups: list[list[Run]] = []
    drawn_on, last_top, last_x1, last_bottom = -1, 0.0, 0.0, 0.0
    for run in runs:
        _, x0, top, x1, bottom, line, _ = run
        if line == drawn_on:
            height = min(last_bottom - last_top, bottom - top)
            overlap = min(last_bottom, bottom) - max(last_top, top)
            follows = overlap >= _SAME_ROW * height and -0.5 * height <= x0 - last_x1 <= _WIDE_GAP * height
        else:
            follows = False
        if follows:
            groups[-1].append(run)
        else:
            groups.append([run])
        drawn_on, last_top, last_x1, last_bottom = line, top, x1, bottom
    return [line_of(group) for group in groups]


def _lift_labels(pieces: list[Line]) -> list[Line]:
    """The pieces, each label that is centred beside several lines (a number beside a long title) moved to the first."""
    lifted = pieces
    for index, (label, first) in enumerate(pairwise(pieces)):
        if first.x0 <= label.x1 or first.top > label.top - _LIFTED * label.height or _words(label) > _LABEL_WORDS:
            continue
        if _is_centred_on_block(pieces, index):
            shift = first.top - label.top
            moved = (run._replace(top=run.top + shift, bottom=run.bottom + shift) for run in label.runs)
            lifted = lifted if lifted is not pieces else list(pieces)
            lifted[index] = line_of(moved)
    return lifted


def _words(piece: Line) -> int:
    return sum(run.text.count(" ") + 1 for run in piece.runs)


def _is_centred_on_block(pieces: list[Line], index: int) -> bool:
    """Whether a label is centred on the first lines of the block that is drawn next."""
    label, first = pieces[index], pieces[index + 1]
    middle = (label.top + label.bottom) / 2
    last = first
    for piece in (pieces[at] for at in range(index + 2, len(pieces))):
        if abs(piece.x0 - first.x0) > label.height or not 0 < piece.top - last.top < 2 * last.height:
            break
        last = piece
        if abs((first.top + last.bottom) / 2 - middle) < 0.25 * label.height:
            return True
    return False


def _rows(pieces: Sequence[Line], column: int = 0) -> list[Line]:
    rows: list[list[Line]] = []
    low = -inf
    for piece in sorted(pieces, key=_height_then_left):
        top, bottom = piece[2], piece[4]
        row = None if low <= top < bottom else next((r for r in rows[:-4:-1] if _fits(r, piece)), None)
        if row is None:
            rows.append([piece])
            low = max(low, bottom) if top < bottom else inf
        else:
            row.append(piece)
    if column:
        return [line_of((run for piece in row for run in piece.runs), column) for row in rows]
    return [row[0] if len(row) == 1 else line_of(run for piece in row for run in piece.runs) for row in rows]


def _height_then_left(piece: Line) -> tuple[float, float]:
    _, x0, top, _, bottom, _, _ = piece
    return (top + bottom) / 2, x0


def _fits(row: list[Line], piece: Line) -> bool:
    _, x0, top, x1, bottom, _, _ = piece
    _, _, first_top, _, first_bottom, _, _ = row[0]
    overlap = min(first_bottom, bottom) - max(first_top, top)
    if overlap < _SAME_ROW * min(first_bottom - first_top, bottom - top):
        return False
    return all(min(other.x1, x1) - max(other.x0, x0) <= 0.3 * min(other.height, bottom - top) for other in row)


class _Region(NamedTuple):
    """Newspaper columns beside each other: their common height, and left and right edge of each."""

    top: float
    bottom: float
    sides: tuple[tuple[float, float], ...]


def _columns(pieces: list[Line], page_width: float) -> list[_Region]:
    """Regions where the file draws a block of running text, then jumps up and draws another to the right of it."""
    regions: list[_Region] = []
    start = 0
    for index, (before, piece) in enumerate(pairwise(pieces), 1):
        if piece[4] < before[2] and piece[1] > before[1]:
            region = _region(pieces[start:index], pieces[index:], page_width)
            if region is not None and (not regions or region.top >= regions[-1].bottom - 1):
                regions.append(region)
                start = index
    return regions


def _region(before: list[Line], after: list[Line], page_width: float) -> _Region | None:
    top = after[0].top
    left = [piece for piece in before if piece.bottom > top]
    if not left:
        return None
    edge = max(piece.x1 for piece in left)
    right: list[Line] = []
    for piece in after:
        if piece.x0 < edge - 1 or (right and piece.bottom < right[-1].top):
            break
        right.append(piece)
    sides = (left, right)
    if any(len(side) < _COLUMN_LINES or _usual_width(side) < _COLUMN_WIDTH * page_width for side in sides):
        return None
    return _Region(
        min(top, *(piece.top for piece in left)),
        max(piece.bottom for side in sides for piece in side),
        tuple((min(p.x0 for p in side) - 1, max(p.x1 for p in side) + 1) for side in sides),
    )


def _usual_width(pieces: list[Line]) -> float:
    return median(piece.x1 - piece.x0 for piece in pieces)
