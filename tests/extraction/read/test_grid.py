"""The grid of ruled tables, beside pdfplumber's table functions as the oracle."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from kimdocs.extraction.read.pdf import grid
from kimdocs.extraction.read.pdf.grid import Box, Grid, grids
from kimdocs.extraction.read.pdf.rulings import Edge, TooManyRulingsError

# coarse places, so that rulings meet, and slightly moved ones, so that they must be snapped and joined
PLACES = st.integers(0, 8).flatmap(
    lambda n: st.sampled_from([0.0, 0.0, 0.1, 1.3, 2.9, 3.0, 3.1]).map(lambda d: 12.0 * n + d)
)
SPANS = st.tuples(PLACES, PLACES).map(sorted).filter(lambda span: span[1] - span[0] > 4)
ACROSS = st.builds(lambda y, span: Edge(True, span[0], y, span[1], y), PLACES, SPANS)
DOWN = st.builds(lambda x, span: Edge(False, x, span[0], x, span[1]), PLACES, SPANS)


def lattice(xs: list[float], ys: list[float]) -> list[Edge]:
    across = [Edge(True, xs[0], y, xs[-1], y) for y in ys]
    return across + [Edge(False, x, ys[0], x, ys[-1]) for x in xs]


STEPS = st.lists(st.sampled_from([2.5, 9.0, 30.1, 77.7]), min_size=2, max_size=6)
SUMS = STEPS.map(lambda steps: [sum(steps[: n + 1]) for n in range(len(steps))])
EDGES = st.lists(ACROSS | DOWN, max_size=30) | st.builds(lattice, SUMS, SUMS)
CUT = st.tuples(st.builds(lattice, SUMS, SUMS), st.sets(st.integers(0, 12)), st.lists(ACROSS | DOWN, max_size=3))
CUT_LATTICES = CUT.map(lambda cut: [edge for n, edge in enumerate(cut[0]) if n not in cut[1]] + cut[2])


def of_pdfplumber(edges: list[Edge]) -> list[set[Box]]:
    """Cells of each table with at least two columns, as pdfplumber finds them; tables from top to bottom."""
    objects: list[dict[str, Any]] = [
        edge._asdict()
        | {"orientation": "h" if edge.horizontal else "v", "object_type": "line"}
        | {"width": edge.x1 - edge.x0, "height": edge.bottom - edge.top}
        for edge in edges
    ]
    merged = merge_edges(objects, 3.0, 3.0, 3.0, 3.0)
    found = cells_to_tables(intersections_to_cells(edges_to_intersections(merged, 3.0, 3.0)))
    wide = [set(boxes) for boxes in found if len({box[0] for box in boxes}) > 1]
    return sorted(wide, key=lambda boxes: (min(box[1] for box in boxes), min(box[0] for box in boxes)))


def boxes_of(found: list[Grid]) -> list[set[Box]]:
    return [{cell.box for cell in table.cells} for table in found]


@given(EDGES | CUT_LATTICES)
def test_cells_and_tables_are_those_of_pdfplumber(edges):
    found = grids(edges)
    assert boxes_of(found) == of_pdfplumber(edges)
    for table in found:
        assert list(table.cells) == sorted(table.cells, key=attrgetter("row", "column"))
        assert len({(cell.row, cell.column) for cell in table.cells}) == len(table.cells)


def test_lattice_and_the_long_way_find_the_same(monkeypatch):
    edges = lattice([10.0, 60.0, 110.0, 210.0], [20.0, 36.0, 52.0])
    short = grids(edges)
    monkeypatch.setattr(grid, "_is_lattice", lambda down, across: False)
    assert grids(edges) == short


def test_drawing_of_crossing_lines_is_refused():
    places = [float(12 * n) for n in range(64)]
    with pytest.raises(TooManyRulingsError):
        grids(lattice(places, places))
    with pytest.raises(TooManyRulingsError):
        grids([*lattice(places, places), Edge(True, 1000.0, 0.0, 1100.0, 0.0)])
