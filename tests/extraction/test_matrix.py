"""Votes in a table: sides as columns, groups as rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.matrices.matrix import OPPOSED, header_sides
from kimdocs.lexicon import load
from kimdocs.lexicon.fold import fold
from tests.extraction.reading import votes

NAMES = ["CDU", "SPD", "FDP", "UWG", "Freie Wähler"]
rows = st.lists(st.tuples(*[st.integers(0, 30)] * 3), min_size=2, max_size=5)


@given(rows, st.sampled_from(["   ", "\t", " | "]), st.booleans())
def test_every_cell_is_read_back(cells, gap, total):
    listed = [(name, *row) for name, row in zip(NAMES, cells, strict=False)]
    sums = [sum(column) for column in zip(*cells, strict=True)]
    lines = [("Fraktion", "Ja", "Nein", "Enthaltung"), *listed, *([("Gesamt", *sums)] if total else [])]
    text = "Abstimmungsergebnis:\n" + "\n".join(gap.join(map(str, line)) for line in lines)
    found = votes(text)
    if total and any(sums):
        assert [[vote["yes"], vote["no"], vote["abstain"]] for vote in found] == [sums]
        assert found[0]["groups"] == {
            name: {"yes": yes, "no": no, "abstain": abstain} for name, yes, no, abstain in listed
        }
    elif any(sums):
        assert [[vote["yes"], vote["no"], vote["abstain"]] for vote in found] == [sums]
    else:
        assert [vote for vote in found if vote["yes"] is not None] == []


def test_a_column_of_those_present_is_no_vote():
    text = "Abstimmungsergebnis:\nFraktion  Anwesend  Ja  Nein\nCDU  9  8  1\nSPD  6  6  0\nGesamt  15  14  1"
    (vote,) = votes(text)
    assert (vote["present"], vote["yes"], vote["no"]) == (15, 14, 1)
    assert vote["groups"] == {"CDU": {"yes": 8, "no": 1}, "SPD": {"yes": 6, "no": 0}}


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        ("Fraktion Ja Nein Enthaltung", ["yes", "no", "abstain"]),
        ("Dafür Dagegen", ["yes", "no"]),
        ("Ja Nein", ["yes", "no"]),
        ("Ja", []),
        ("Ja 9 Nein 2", []),
        ("sieben Ja-Stimmen, elf Nein-Stimmen", []),
        ("Ja Nein Ja", []),
    ],
)
def test_header_rows(line, sides):
    assert header_sides(fold(line), 0, len(line)) == sides


def test_every_label_against_or_of_abstentions_holds_a_piece_that_headers_are_sought_by() -> None:
    labels = [phrase for entry in load("votes") if entry.value in ("no", "abstain") for phrase in entry.phrases]
    assert [label for label in labels if not any(piece in label for piece in OPPOSED)] == []
