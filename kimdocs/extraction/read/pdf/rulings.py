"""Ruled lines of a PDF page, out of pdfium's page objects."""

from __future__ import annotations

import ctypes
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium_c

from kimdocs.extraction.read.limits import MAX_FORM_DEPTH, MAX_PAGE_EDGES, MAX_PAGE_OBJECTS
from kimdocs.extraction.read.pdf.calls import object_calls, reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.read.pdf.calls import ObjectCalls
    from kimdocs.extraction.read.pdf.geometry import PageFrame

_THIN = 3.0
_SHORT = 4.0
_STRAIGHT = 0.6


class Edge(NamedTuple):
    """A horizontal or vertical ruled line; points from the top left corner of the page."""

    horizontal: bool
    x0: float
    top: float
    x1: float
    bottom: float


class TooManyRulingsError(Exception):
    """The page draws so many lines that no table is looked for."""


def page_edges(page: Any, frame: PageFrame) -> list[Edge]:
    """Rulings of a pypdfium2 page.

    Raises:
        TooManyRulingsError: The page is a drawing rather than a table.
    """
    width, height = frame.size
    edges: list[Edge] = []
    for box in _strokes(page):
        edge = _edge(*frame.shown(*box))
        if edge is None or edge.x1 < 0 or edge.top > height or edge.x0 > width or edge.bottom < 0:
            continue
        edges.append(edge)
        if len(edges) > MAX_PAGE_EDGES:
            raise TooManyRulingsError
    return edges


def _edge(x0: float, top: float, x1: float, bottom: float) -> Edge | None:
    width, height = x1 - x0, bottom - top
    if height <= _THIN and width > max(height, _SHORT):
        middle = (top + bottom) / 2
        return Edge(True, x0, middle, x1, middle)
    if width <= _THIN and height > max(width, _SHORT):
        middle = (x0 + x1) / 2
        return Edge(False, middle, top, middle, bottom)
    return None


def _strokes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each straight stroke and of each side of a rectangle, in page coordinates."""
    calls = object_calls()
    paths = _paths(calls, reference(page.raw), (calls.count, calls.get), (), 0)
    for seen, (item, matrix) in enumerate(paths):
        if seen > MAX_PAGE_OBJECTS:
            raise TooManyRulingsError
        yield from _path_strokes(calls, item, matrix)


Matrix = tuple[float, float, float, float, float, float]


def _paths(
    calls: ObjectCalls, owner: Any, content: tuple[Any, Any], matrices: tuple[Matrix, ...], depth: int
) -> Iterator[tuple[int, tuple[Matrix, ...]]]:
    """Paths of a page or a form: the address of each, and the matrices of the forms that it stands in."""
    count, get = content
    total = count(owner)
    if total > MAX_PAGE_OBJECTS:
        raise TooManyRulingsError
    items = list(map(get, repeat(owner), range(total)))
    for item, kind in zip(items, map(calls.kind, items), strict=True):
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield item, matrices
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
            inner = (_matrix(item), *matrices)
            yield from _paths(calls, reference(item), (calls.count_in_form, calls.get_in_form), inner, depth + 1)


def _handle(item: int) -> Any:
    return ctypes.cast(item, pdfium_c.FPDF_PAGEOBJECT)


def _matrix(item: int) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(_handle(item), ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _path_strokes(
    calls: ObjectCalls, item: int, matrices: tuple[Matrix, ...]
) -> Iterator[tuple[float, float, float, float]]:
    bounds = calls.bounds(item)
    if bounds is None:
        return
    if matrices:
        bounds = _moved(bounds, matrices)
    if bounds[2] - bounds[0] <= _THIN or bounds[3] - bounds[1] <= _THIN:
        yield bounds
        return
    handle = _handle(item)
    if _is_drawn(handle):
        own = (_matrix(item), *matrices)
        for a, b in _segments(handle):
            yield _moved((min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])), own)


def _is_drawn(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _segments(item: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Straight horizontal or vertical segments of a path, in its own coordinates."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(min(pdfium_c.FPDFPath_CountSegments(item), MAX_PAGE_EDGES)):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO and _is_straight(last, point):
            yield last, point
        if pdfium_c.FPDFPathSegment_GetClose(segment) and _is_straight(point, start):
            yield point, start
        last = point


def _is_straight(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a != b and min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= _STRAIGHT


def _moved(box: tuple[float, float, float, float], matrices: tuple[Matrix, ...]) -> tuple[float, float, float, float]:
    corners = [(box[0], box[1]), (box[2], box[3]), (box[0], box[3]), (box[2], box[1])]
    for a, b, c, d, e, f in matrices:
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
