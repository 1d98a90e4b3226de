"""Passages cover the text, and no word is lost between two of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kimdocs.archive.index import PASSAGE_BITS
from kimdocs.archive.passages import LONGEST, passages
from kimdocs.archive.words import keys


@given(st.text(st.sampled_from("ab. \n\f\t-Zäß1"), max_size=6000))
def test_passages_follow_each_other_and_cover_the_text(text):
    spans = passages(text)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(span.start < span.end and span.end - span.start <= LONGEST for span in spans)


@given(
    st.lists(st.sampled_from(["Haushalt", "der", "Koopera-\ntion", "Rat.", "\n\n", "Straße\n", "3.500"]), max_size=900)
)
def test_words_are_the_same_in_the_passages_as_in_the_text(parts):
    text = " ".join(parts)
    assert tuple(key for span in passages(text) for key in keys(text[span.start : span.end])) == keys(text)


def test_the_longest_texts_have_no_more_passages_than_can_be_counted():
    for unit in ("Wort " * 45 + "\n\n", "x" * 401 + "\n\n", "a\n\n"):
        text = unit * (15_000_000 // len(unit))
        assert len(passages(text)) < 2**PASSAGE_BITS


def test_a_paragraph_stays_whole():
    first = "Die Verwaltung berichtet über den Stand der Arbeiten. " * 6
    second = "Der Rat nimmt Kenntnis. " * 10
    spans = passages(f"{first}\n\n{second}")
    assert [span.start for span in spans] == [0, len(first) + 2]
