"""Folding keeps every character's place, so that offsets into the folded text are offsets into the original."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.lexicon.fold import fold

words = st.text(st.sampled_from("abcdefäöüß"), min_size=2, max_size=9).filter(
    lambda word: word not in {"und", "oder", "bzw", "bis"}
)


@given(st.text())
def test_the_length_never_changes(text):
    assert len(fold(text)) == len(text)


@given(st.text(st.sampled_from("aßÄİﬁ \n-\u00ad\u00a0\t„“–nE1.")))
def test_nothing_but_letters_of_broken_or_spaced_words_moves(text):
    folded = fold(text)
    assert len(folded) == len(text)
    if not re.search(r"[-\u00ad\u2010-\u2014]|[^\W\d_] [^\W\d_] ", text):
        assert [i for i, (a, b) in enumerate(zip(text, folded, strict=True)) if a.isalnum() != b.isalnum()] == []


@given(st.text(st.sampled_from("abc ÄÖ.\n19")))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.lists(words, min_size=1, max_size=6), words, words, st.sampled_from(["-\n", "-\n  ", "- \n", "\u00ad\n"]))
def test_a_broken_word_is_drawn_together_and_what_follows_keeps_its_place(before, head, tail, gap):
    text = " ".join(before) + " " + head + gap + tail + " ende 2031"
    folded = fold(text)
    assert f" {head}{tail}" in folded
    assert folded.index("ende 2031") == text.index("ende 2031")
    assert folded.startswith(" ".join(before))


@pytest.mark.parametrize(
    "text", ["Haupt-\nund Finanzausschuss", "Bau-\noder Umweltausschuss", "SPD-\nFraktion", "A-\nB"]
)
def test_hyphens_that_belong_to_the_word_stay(text):
    assert fold(text) == text.lower()


@pytest.mark.parametrize("word", ["einstimmig", "beschluss", "mehrheitlich"])
def test_letter_spaced_words_are_closed_up_in_their_own_place(word):
    text = f"Das ist {' '.join(word)}, sagt er"
    folded = fold(text)
    assert folded.startswith(f"das ist {word} ")
    assert folded.index(", sagt er") == text.index(", sagt er")


@pytest.mark.parametrize(("sign", "plain"), [("\u00a0", " "), ("\u2013", "-"), ("„", '"'), ("’", "'"), ("\t", " ")])
def test_signs_of_typesetters_become_plain(sign, plain):
    assert fold(f"a{sign}b") == f"a{plain}b"
