"""Rows of tables and paragraphs that got longer are the same ones; both views of a change count alike."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from kimdocs.drafting.redline.redline import redline
from kimdocs.drafting.roundtrip.package import WORD, WordPackage
from kimdocs.drafting.roundtrip.words import paired
from kimdocs.drafting.synopsis import synopsis

LONG = (
    "einstimmig empfohlen bei drei Enthaltungen mit der Maßgabe, dass die Verwaltung im Herbst über die Erfahrungen "
    "berichtet und die Fortführung der Maßnahme gesondert zur Entscheidung vorlegt"
)
ROWS = [("Gremium", "Termin", "Ergebnis"), ("Bauausschuss", "03.02.2031", ""), ("Rat", "17.02.2031", "")]


def package(rows, *paragraphs):
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("Ende.")
    stream = BytesIO()
    document.save(stream)
    return WordPackage(stream.getvalue(), "fassung.docx")


def versions():
    filled = [ROWS[0], ("Bauausschuss", "03.02.2031", LONG), ("Rat", "17.02.2031", "vertagt")]
    return package(ROWS, "Die Stelle wird zum Mai besetzt."), package(
        filled, f"Die Stelle wird zum Mai besetzt, {LONG}."
    )


def test_a_row_with_a_cell_filled_in_stays_a_row():
    made = redline(*versions(), author="A")
    body = WordPackage(made.content, "aenderungen.docx").body
    assert not body.findall(f".//{WORD}trPr/{WORD}ins")
    assert not list(body.iter(f"{WORD}del"))
    put_in = ["".join(text.text for text in item.iter(f"{WORD}t")) for item in body.iter(f"{WORD}ins")]
    assert put_in == [f", {LONG}", LONG, "vertagt"]


def test_both_views_count_alike():
    (old, new), (before, after) = versions(), versions()
    assert redline(old, new, author="A").changes == synopsis(before, after).changes == 3


def test_a_synopsis_shows_the_filled_cells_of_a_row():
    table = synopsis(*versions()).markdown()
    assert "Rat \\| 17.02.2031 **\\| vertagt**" in table
    moved = [ROWS[0], ("Bauausschuss", "", "03.02.2031"), ROWS[2]]
    assert synopsis(package(ROWS), package(moved)).changes == 1


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (["a b c d"], ["x y z", f"a b c d {LONG}"], [(None, 0), (0, 1)]),
        ([f"a b c d {LONG}", "x y"], ["a b c d", "p q r"], [(0, 0), (1, None), (None, 1)]),
        (["b c", "b c d e"], [f"a b c d e {LONG}", "u v"], [(0, None), (1, None), (None, 0), (None, 1)]),
        (["d c b a", "x"], [f"a b c d {LONG}", "y z"], [(0, None), (1, None), (None, 0), (None, 1)]),
    ],
)
def test_a_text_that_grew_or_shrank_is_the_same_one(before, after, pairs):
    assert sorted(paired(before, after), key=str) == sorted(pairs, key=str)
