"""Word differences: what counts as one, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.comparison.words import Operation, changed, likeness, word_runs

SAME = [
    ("Die Brücke wird gebaut.", "Die  Brücke\nwird gebaut"),
    ("Die Verwal-\ntung prüft.", "Die Verwaltung prüft."),
    ("„Plan“ – neu", '"Plan" - neu'),
    ("Die Verwaltung, die prüft", "die Verwaltung die prüft"),
    ("Ver\u00adwaltung", "Verwaltung"),
    ("Der Bau- und Planungsausschuss", "Der Bau-\nund Planungsausschuss"),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_what_makes_no_difference(before: str, after: str) -> None:
    assert not changed(word_runs(before, after))


DIFFERENT = [
    ("bis zu 5.000 €", "bis zu 50.000 €"),
    ("5.000 €", "5,000 €"),
    ("wird gebaut", "wird nicht gebaut"),
    ("10 %", "10 €"),
]


@pytest.mark.parametrize(("before", "after"), DIFFERENT)
def test_what_makes_one(before: str, after: str) -> None:
    assert changed(word_runs(before, after))


def test_runs_in_the_order_of_the_text() -> None:
    runs = word_runs("Die Brücke wird bis 2025 gebaut.", "Die neue Brücke wird bis 2026 gebaut.")
    assert [(run.operation.value, run.text) for run in runs] == [
        ("equal", "Die"),
        ("added", "neue"),
        ("equal", "Brücke wird bis"),
        ("removed", "2025"),
        ("added", "2026"),
        ("equal", "gebaut."),
    ]


WORDS = st.lists(st.sampled_from(["der", "Rat", "baut", "5.000", "€", "Case-Management", "(neu)"]), max_size=12)


@given(WORDS, WORDS)
def test_both_texts_can_be_put_together_again(before: list[str], after: list[str]) -> None:
    runs = word_runs(" ".join(before), " ".join(after))
    new = " ".join(run.text for run in runs if run.operation is not Operation.REMOVED)
    old = " ".join(run.text for run in runs if run.operation is not Operation.ADDED)
    assert new.split() == after
    assert sorted(old.replace("(", "").replace(")", "").split()) == sorted(
        " ".join(before).replace("(", "").replace(")", "").split()
    )


@given(WORDS)
def test_likeness_is_one_for_the_same_words_and_none_without_any(words: list[str]) -> None:
    assert likeness(" ".join(words), " ".join(reversed(words))) == (1.0 if words else 0.0)
