"""A register as a workbook: what a spreadsheet reads there is what the register holds, and nothing else."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from kimdocs.archive.export.xlsx import LONGEST_CELL, workbook

NAMESPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
DATE = "2"

values = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9),
    st.dates(min_value=dt.date(1900, 3, 1)),
    st.text(alphabet=st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=20),
    st.sampled_from(["7.1", "=1+1", "4/2031", "<b>&", "_x0041_", "a\nb", " x ", "-3"]),
)


def sheet(content):
    """Rows of cells as a spreadsheet reads them, by the letters of their columns."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        parts = {name: ET.fromstring(package.read(name)) for name in package.namelist()}
    assert len(parts) == 6
    root = parts["xl/worksheets/sheet1.xml"]
    return [
        {cell.get("r").rstrip("0123456789"): read(cell) for cell in row.iterfind("s:c", NAMESPACE)}
        for row in root.iterfind(".//s:row", NAMESPACE)
    ]


def read(cell):
    """The value of a cell: text is text whatever it looks like."""
    if cell.get("t") == "inlineStr":
        return cell.find("s:is/s:t", NAMESPACE).text.replace("_x005F_", "_")
    number = Decimal(cell.find("s:v", NAMESPACE).text)
    return dt.date(1899, 12, 30) + dt.timedelta(int(number)) if cell.get("s") == DATE else number


@given(st.lists(st.tuples(values, values), max_size=6))
def test_what_is_written_is_read(rows):
    titles, *read_rows = sheet(workbook(["Vorlage", "Betrag"], rows))
    assert titles == {"A": "Vorlage", "B": "Betrag"}
    assert read_rows == [
        {letter: cell for letter, cell in zip("AB", row, strict=True) if cell is not None} for row in rows
    ]


def test_the_same_rows_make_the_same_bytes_and_long_texts_end_where_a_cell_does():
    rows = [["x" * (LONGEST_CELL + 9)] * 30]
    titles = [f"Spalte {number}" for number in range(30)]
    made = workbook(titles, rows)
    assert made == workbook(titles, rows)
    (row,) = sheet(made)[1:]
    assert list(row)[25:28] == ["Z", "AA", "AB"]
    assert {len(text) for text in row.values()} == {LONGEST_CELL}
