"""pdfplumber as the oracle: the same words in the same places, and the same tables."""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from kimdocs.extraction.read import read
from kimdocs.model.source import BlockKind
from tests.extraction.read.make_pdf import Page, write

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [["Jahr", "Ansatz", "Ist"], ["2023", "55.000 €", "54.200,50 €"], ["2024", "60.000 €", ""]]


def sample() -> bytes:
    first = Page().text(60, 60, "Niederschrift", 16).text(60, 90, "Der Rat beschließt den Haushalt einstimmig.")
    first.table(60, 120, ROWS, [80, 100, 120]).text(60, 300, "Ja: 12").text(200, 300, "Nein: 0", 9, "F2")
    return write([first, Page(rotate=90).turned_text(100, 100, "Quer gelesener Haushalt")])


def our_words(data: bytes) -> Counter[tuple[int, str, int]]:
    source = read(data, boxes=True)
    return Counter((box.page, source.text[box.start : box.end], round(box.x0)) for box in source.boxes)


def oracle_words(data: bytes) -> Counter[tuple[int, str, int]]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return Counter(
            (page.page_number, word["text"], round(word["x0"]))
            for page in document.pages
            for word in page.extract_words(x_tolerance=1.5)
        )


def tables(data: bytes) -> list[list[list[str]]]:
    source = read(data)
    found = []
    for block in source.blocks:
        if block.kind is BlockKind.TABLE:
            rows: list[list[str]] = [[] for _ in range(block.cells[-1].row + 1)]
            for cell in block.cells:
                rows[cell.row].append(" ".join(source.text[cell.start : cell.end].split()))
            found.append(rows)
    return found


def test_words_and_places_agree():
    data = sample()
    assert our_words(data) == oracle_words(data)


def test_tables_agree():
    data = sample()
    with pdfplumber.open(io.BytesIO(data)) as document:
        oracle = [table for page in document.pages for table in page.extract_tables()]
    assert tables(data) == oracle == [ROWS]


@pytest.fixture(scope="module")
def real_pdfs(shared_dir: Path) -> list[Path]:
    return sorted((shared_dir / "real").glob("*.pdf"), key=lambda path: path.stat().st_size)[:4]


def test_words_of_real_files_agree(real_pdfs):
    for path in real_pdfs:
        data = path.read_bytes()
        with pdfplumber.open(io.BytesIO(data)) as document:
            oracle = Counter(word["text"] for page in document.pages for word in page.extract_words(x_tolerance=1.5))
        source = read(data)
        ours = Counter(f"{source.text} {' '.join(f.text for f in source.furniture)}".split())
        missed = sum((oracle - ours).values())
        assert missed <= 0.05 * sum(oracle.values()), path.name
