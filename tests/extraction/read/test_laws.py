"""Laws of every SourceDocument, over generated documents of all formats."""

from __future__ import annotations

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.read import read
from kimdocs.model.source import BlockKind, SourceDocument
from tests.extraction.read import make_odt
from tests.extraction.read.make_docx import cell, docx, paragraph, row, table
from tests.extraction.read.make_pdf import Page, write

WORDS = st.text(st.sampled_from("abcdefghiklmnoprstuwzäöüßABDGKRSV0123456789€.,§%"), min_size=1, max_size=7)
SENTENCES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TABLES = st.integers(2, 4).flatmap(
    lambda columns: st.lists(st.lists(SENTENCES, min_size=columns, max_size=columns), min_size=2, max_size=4)
)
CONTENT = st.lists(SENTENCES | TABLES, min_size=1, max_size=6)


def as_html(content: list[str | list[list[str]]]) -> bytes:
    parts = []
    for item in content:
        if isinstance(item, str):
            parts.append(f"<p>{escape(item)}</p>")
        else:
            rows = ("".join(f"<td>{escape(text)}</td>" for text in cells) for cells in item)
            parts.append(f"<table>{''.join(f'<tr>{cells}</tr>' for cells in rows)}</table>")
    return f"<!DOCTYPE html><meta charset=utf-8>{''.join(parts)}".encode()


def as_docx(content: list[str | list[list[str]]]) -> bytes:
    return docx(
        "".join(
            paragraph(item) if isinstance(item, str) else table(*(row(*map(cell, cells)) for cells in item))
            for item in content
        )
    )


def as_odt(content: list[str | list[list[str]]]) -> bytes:
    return make_odt.odt(
        "".join(
            make_odt.paragraph(item)
            if isinstance(item, str)
            else make_odt.table(*(make_odt.row(*map(make_odt.cell, cells)) for cells in item))
            for item in content
        )
    )


def as_pdf(content: list[str | list[list[str]]]) -> bytes:
    pages = []
    for item in content:
        page = Page(size=(1600, 842))
        if isinstance(item, str):
            page.text(60, 300, item)
        else:
            page.table(60, 200, item, [360] * len(item[0]))
        pages.append(page)
    return write(pages)


WRITERS = {"a.html": as_html, "a.docx": as_docx, "a.odt": as_odt, "a.pdf": as_pdf}


def assert_lawful(source: SourceDocument) -> None:
    assert source.page_starts[0] == 0
    assert list(source.page_starts) == sorted(source.page_starts)
    assert source.page_starts[-1] <= len(source.text)
    position = 0
    for block in source.blocks:
        assert position <= block.start < block.end <= len(source.text)
        position = block.end
        inside = block.start
        for cell_ in block.cells:
            assert inside <= cell_.start <= cell_.end <= block.end
            inside = cell_.end
            assert not {"\t", "\n"} & set(source.text[cell_.start : cell_.end])
    for box in source.boxes:
        assert source.text[box.start : box.end].strip() == source.text[box.start : box.end] != ""


@given(CONTENT, st.sampled_from(sorted(WRITERS)))
def test_documents_keep_their_words_and_cells(content, name):
    source = read(WRITERS[name](content), name=name, boxes=True)
    assert_lawful(source)
    assert source == read(WRITERS[name](content), name=name, boxes=True)
    plain = read(WRITERS[name](content), name=name)
    assert (plain.text, plain.blocks, plain.boxes) == (source.text, source.blocks, ())
    assert [source.text[box.start : box.end] for box in source.boxes] == (
        source.text.split() if name == "a.pdf" else []
    )
    expected = " ".join(item if isinstance(item, str) else " ".join(map(" ".join, item)) for item in content)
    assert source.text.split() == expected.split()
    tables = [block for block in source.blocks if block.kind is BlockKind.TABLE]
    written = [item for item in content if not isinstance(item, str)]
    assert len(tables) == len(written)
    for block, rows in zip(tables, written, strict=True):
        found = {(c.row, c.column): source.text[c.start : c.end] for c in block.cells}
        assert found == {(r, c): text for r, cells in enumerate(rows) for c, text in enumerate(cells)}
        lines = source.text[block.start : block.end].split("\n")
        assert lines == ["\t".join(cells) for cells in rows]
