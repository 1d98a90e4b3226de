"""Votes by parliamentary group: named in brackets or in a sentence, with and without numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.groups.names import group_name
from tests.extraction.reading import votes

GROUPS = ["CDU", "SPD", "FDP", "UWG", "BÜNDNIS 90/DIE GRÜNEN", "Freie Wähler", "Die Linke", "pro Wiesenfeld"]
parties = st.lists(st.sampled_from(GROUPS), unique=True, min_size=1, max_size=5)


def groups(text):
    (vote,) = votes(text)
    return vote["groups"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("die CDU-Fraktion", "CDU"),
        ("der Fraktion Die Linke", "Die Linke"),
        ("Ratsgruppe UWG", "UWG"),
        ("Herrn Anders", "Einzelmitglied"),
        ("RM Anders", "Einzelmitglied"),
        ("Stimmen", ""),
        ("50 %", ""),
        ("der anwesenden mitglieder", ""),
        ("FDP gefasst", "FDP"),
        ("Herrn Anders (FDP)", "FDP"),
        ("Frau Dr. Lohse / Freie Wähler", "Freie Wähler"),
        ("des Bürgermeisters", "Bürgermeister"),
        ("Bürgermeister Anders", "Bürgermeister"),
        ("fraktionslos", "fraktionslos"),
    ],
)
def test_names(written, name):
    assert group_name(written) == name


@given(parties, st.data())
def test_numbers_before_groups_are_read_back(names, data):
    numbers = [data.draw(st.integers(1, 30)) for _ in names]
    listed = ", ".join(f"{number} {name}" for number, name in zip(numbers, names, strict=True))
    found = groups(f"Abstimmungsergebnis: Ja-Stimmen: {sum(numbers)} ({listed}), Nein-Stimmen: 0")
    assert found == {name: {"yes": number} for number, name in zip(numbers, names, strict=True)}


@given(st.lists(st.sampled_from(GROUPS), unique=True, min_size=2, max_size=5), st.integers(6, 30))
def test_groups_without_numbers_have_none(names, total):
    found = groups(f"Abstimmungsergebnis: dafür: {total} ({', '.join(names)}), dagegen: 0")
    assert found == {name: {"yes": None} for name in names}


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("gegen die Stimmen der {}", "no"),
        ("gegen die Stimmen von {}", "no"),
        ("bei Gegenstimmen der {}", "no"),
        ("mit den Stimmen der {}", "yes"),
        ("bei Enthaltung der {}", "abstain"),
        ("unter Enthaltung der {}", "abstain"),
    ],
)
def test_a_sentence_names_the_side(words, side):
    assert groups(f"Der Antrag wird mehrheitlich {words.format('FDP')} angenommen.") == {"FDP": {side: None}}


@pytest.mark.parametrize(
    ("words", "side"),
    [("gegen die Stimmen der FDP", "yes"), ("mit den Stimmen der FDP", "no"), ("bei Enthaltung der FDP", "abstain")],
)
def test_a_rejection_turns_the_sides(words, side):
    assert groups(f"Der Antrag wird mehrheitlich {words} abgelehnt.") == {"FDP": {side: None}}


def test_the_only_group_of_a_side_has_its_count():
    assert groups("Der Antrag wird bei 3 Enthaltungen der FDP einstimmig angenommen.") == {"FDP": {"abstain": 3}}


@pytest.mark.parametrize(
    "text",
    [
        "Abstimmungsergebnis: Ja: 9 (davon 2 per Brief), Nein: 1",
        "Abstimmungsergebnis: Ja: 9 (90 %), Nein: 1 (10 %)",
        "Abstimmungsergebnis: Ja-Stimmen: 9, Nein-Stimmen: 1",
    ],
)
def test_what_is_no_group_is_none(text):
    assert groups(text) is None
