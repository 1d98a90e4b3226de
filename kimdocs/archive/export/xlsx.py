"""Tables as a workbook for Excel and LibreOffice: text stays text ("7.1" is no date), numbers and dates are such.

A workbook of one sheet is a small zip file of XML parts (ECMA-376); the same rows make the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from kimdocs.archive.export.columns import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST_CELL = 32_767
NARROW, WIDE, WIDEST = 10, 18, 60
TALL = 40  # characters from which a column is as wide as it may be and its text runs over lines

_DAY_ZERO = dt.date(1899, 12, 30)
_FIRST_DAY = dt.date(1900, 3, 1)
_PARTS = {
    "[Content_Types].xml": "types.xml", "_rels/.rels": "package.rels", "xl/workbook.xml": "workbook.xml",
    "xl/_rels/workbook.xml.rels": "workbook.rels", "xl/styles.xml": "styles.xml",
}  # fmt: skip
_SHEET = "xl/worksheets/sheet1.xml"
_TITLE, _PLAIN, _DATE, _TEXT = 1, 0, 2, 3  # places in cellXfs of styles.xml
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_STAMP = (1980, 1, 1, 0, 0, 0)


def workbook(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A workbook with one sheet: titles that stay in sight and filter, then the rows; None is an empty cell."""
    kept = list(rows)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, ours in _PARTS.items():
            _add(package, name, (files("kimdocs.archive.export") / "workbook" / ours).read_text(encoding="utf-8"))
        _add(package, _SHEET, "".join(_sheet(titles, kept)))
    return made.getvalue()


def _add(package: zipfile.ZipFile, name: str, content: str) -> None:
    package.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)


def _sheet(titles: Sequence[str], rows: list[Sequence[object]]) -> Iterator[str]:
    last = f"{_letters(len(titles))}{len(rows) + 1}"
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView '
    yield 'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    yield "</sheetViews><cols>"
    for number in range(1, len(titles) + 1):
        size = _width([titles[number - 1], *(row[number - 1] for row in rows)])
        yield f'<col min="{number}" max="{number}" width="{size}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row(1, titles, _TITLE)
    for number, row in enumerate(rows, 2):
        yield _row(number, row)
    yield f'</sheetData><autoFilter ref="A1:{last}"/></worksheet>'


def _width(cells: Sequence[object]) -> int:
    longest = max(len(str(cell)) for cell in cells if cell is not None)
    return WIDEST if longest > TALL else max(NARROW, min(WIDE, longest + 2)) if longest < WIDE else longest + 2


def _row(number: int, cells: Sequence[object], style: int | None = None) -> str:
    parts = (_cell(f"{_letters(column)}{number}", cell, style) for column, cell in enumerate(cells, 1))
    return f'<row r="{number}">{"".join(parts)}</row>'


def _cell(place: str, value: object, style: int | None) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, (int, Decimal)):
        return f'<c r="{place}" s="{_PLAIN}"><v>{Decimal(value):f}</v></c>'
    if isinstance(value, dt.date) and value >= _FIRST_DAY:
        return f'<c r="{place}" s="{_DATE}"><v>{(value - _DAY_ZERO).days}</v></c>'
    text = _ESCAPE.sub("_x005F_", shown(str(value)))[:LONGEST_CELL]
    chosen = _TEXT if style is None else style
    return f'<c r="{place}" s="{chosen}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _letters(column: int) -> str:
    """The letters of a column counted from 1 (A to Z, then AA)."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
