"""Columns are as wide as their template says, but break no date and no word of usual length."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

import kimdocs
from kimdocs.drafting.blocks import Run, Table
from kimdocs.drafting.write.columns import fitted


def table(widths, *rows):
    cells = [tuple((Run(words),) for words in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]), widths, (False,) * len(widths))


def test_columns_that_are_wide_enough_stay():
    shares = fitted(table((20, 20, 60), ("A", "Betrag", "Text"), ("1", "5 €", "viele Worte")), 80)
    assert [round(share / sum(shares), 2) for share in shares] == [0.2, 0.2, 0.6]


def test_a_narrow_column_takes_room_of_the_others():
    shares = fitted(table((5, 40, 55), ("Frist", "A", "B"), ("03.03.2031", "x", "y")), 80)
    assert shares[0] / sum(shares) * 80 >= len("03.03.2031") + 2
    assert shares[1] < shares[2]


def test_columns_without_room_for_all_words_share_by_what_they_need():
    shares = fitted(table((1, 1, 1), ("Donaudampfschifffahrt", "A", "Rechtsangelegenheit"), ("", "", "")), 30)
    assert shares[0] > shares[2] > shares[1] > 0
    assert all(share > 0 for share in fitted(table((1, 1), ("", ""), ("", "")), 80))


@pytest.mark.parametrize("kind", ["beschlusskontrolle", "foerderantrag-anlage"])
def test_no_column_of_a_draft_breaks_its_words(root, kind):
    made = kimdocs.draft(kind, root / "templates" / kind / "example.yaml")
    for found in docx.Document(BytesIO(made.docx())).tables:
        widths = [column.width.pt for column in found.columns]
        for row in found.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                longest = max(map(len, cell.text.replace("-", "- ").split()), default=0)
                assert longest * 5 + 10 < width, cell.text
