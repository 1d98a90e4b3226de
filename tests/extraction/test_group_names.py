"""Names that are told to be groups, and those that may be a person's: no person's name comes into a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.groups.names import begins_with_group, is_known, named_list
from tests.extraction.reading import record_of

SURNAMES = ["Anders", "Lohse", "Zander", "Bürger", "Grün", "Meyer-Wulff"]
TITLES = ["Herr", "Frau", "Ratsherr", "Ratsfrau", "Stadtrat", "Stv.", "RM", "Abg.", "Bürgermeister", "OB", "Frau Dr."]
NOTES = ["einstimmig bei {} Enthaltungen ({})", "10 Ja, {} Nein ({})", "{} Enthaltungen und gegen die Stimmen von {}"]


@pytest.mark.parametrize(
    "name",
    ["CDU", "SPD-Fraktion", "BfM", "FDLev", "Bürgerliste", "Freie Wähler Auental", "Unabhängige", "pro Auental", "OB"],
)
def test_groups_are_known(name):
    assert is_known(name)


@pytest.mark.parametrize("name", ["Anders", "Bürger", "Meyer-Wulff", "die Antragsteller", "der Verwaltung"])
def test_other_names_are_not(name):
    assert not is_known(name)


@pytest.mark.parametrize("words", ["Antrag der SPD", "Änderungsantrag CDU", "Vorlage FDP"])
def test_a_motion_is_no_group(words):
    assert not begins_with_group(words)


@pytest.mark.parametrize("words", ["SPD", "Die Linke", "Soziale Gerechtigkeit", "Fraktion Auental"])
def test_a_group_begins_with_its_name(words):
    assert begins_with_group(words)


def test_a_list_with_an_unknown_name_is_none():
    assert named_list("CDU, Anders", 2) is None


def test_several_votes_are_no_person():
    (voter,) = named_list("Altstadtrunde", 2)
    assert (voter.name, voter.number) == ("Altstadtrunde", None)


@given(st.sampled_from(NOTES), st.lists(st.sampled_from(SURNAMES), min_size=1, max_size=3, unique=True), st.data())
def test_no_person_is_named_in_a_record(note, surnames, data):
    titles = ["", *(f"{title} " for title in TITLES)]
    persons = [data.draw(st.sampled_from(titles)) + surname for surname in surnames]
    for act in record_of(f"Abstimmungsergebnis: {note.format(len(persons), ', '.join(persons))}\n").decisions:
        assert not any(surname in f" {name} ".split() for name in act.groups or {} for surname in surnames)
