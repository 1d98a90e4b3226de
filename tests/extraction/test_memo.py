"""What is read but once, or passed over without a copy, is what reading it at each place would tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction import memo
from kimdocs.extraction.headings.openings import lines_by_begin
from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.extraction.recognise.matrices.matrix import header_sides, read_matrix
from kimdocs.extraction.segment import split_lines
from tests.extraction.reading import record_of

BLANKS = st.text(" \t\n\f\u00a0\u2003x", max_size=12)
ROWS = st.lists(
    st.sampled_from(["Rat  9  2", "SPD  4  0", "Seite 3", "| A | 3 | 1 |", "Ende", "-  -", "7  1"]), max_size=6
)
VOTES = "Abstimmung\nJa  Nein\nRat  9  2\nCDU  4  0\nSPD  5  2\n"


def test_an_answer_is_kept_until_all_are_forgotten():
    asked = []
    double = memo.kept(2)(lambda words: asked.append(words) or words * 2)
    assert [double("ja"), double("ja"), asked] == ["jaja", "jaja", ["ja"]]
    memo.forget()
    assert (double("ja"), asked) == ("jaja", ["ja", "ja"])


def test_nothing_of_a_document_is_kept_behind_it():
    record_of(f"TOP 1: Steg am See\n\n{VOTES}\nTOP 2: Weg\n\nDer Rat stimmt mit 9 Ja-Stimmen zu.\n")
    assert [forget.__self__.cache_info().currsize for forget in memo._FORGET] == [0] * len(memo._FORGET)


@given(BLANKS, st.integers(0, 12), st.integers(0, 12))
def test_white_space_ends_where_the_words_begin(text, start, end):
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    assert behind_white_space(text, start, end) == start + len(text[start:end]) - len(text[start:end].lstrip())


@given(st.text(" \tabc1.\n", max_size=60))
def test_every_filled_line_is_found_by_how_it_begins(text):
    lines = split_lines(text)
    begins = lines_by_begin(text, lines)
    filled = [index for index, (start, end) in enumerate(lines) if start < end]
    assert sorted(index for at in begins.values() for index in at) == filled
    assert all(text.startswith(begin, lines[index].start) for begin, at in begins.items() for index in at)


@pytest.mark.parametrize("header", ["Ja  Nein", "| Gruppe | Ja | Nein |", "Ja  Nein  Enthaltung", "Ja  12"])
@given(rows=ROWS)
def test_a_table_tells_the_same_wherever_it_stands(header, rows):
    told = []
    for before in ("", "Der Rat stimmt ab.\n"):
        text = "\n".join([before + header, *rows])
        spans = [(line.start, line.end) for line in split_lines(text)][before.count("\n") :]
        matrix = read_matrix(text, text.lower(), spans[0], spans[1:])
        told.append((header_sides(text.lower(), *spans[0]), matrix and (matrix.counts, matrix.groups, matrix.summed)))
    assert told[0] == told[1]


@pytest.mark.parametrize("around", [("Es endet.", "Alle gehen."), ("Es endete", "Viele gehen."), ("1", "2.")])
def test_a_result_between_other_words_tells_the_same(around):
    vote = "Abstimmung: 9 Ja, 2 Nein, 1 Enthaltung"
    before, behind = around
    text = "\n\n".join(
        f"TOP {n}: Steg\n\n{a}\n{vote}\n\n{b}"
        for n, (a, b) in enumerate([("Wir danken", "So ist es."), (before, behind)], 1)
    )
    first, second = record_of(text).decisions
    assert (first.yes, first.no, first.abstain) == (second.yes, second.no, second.abstain) == (9, 2, 1)
    assert second.evidence[0].start > first.evidence[0].end
