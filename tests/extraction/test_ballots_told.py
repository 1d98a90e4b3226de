"""Elections, votes called by name, and sentences that tell no act: generated, with nothing told that nobody stated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.model.decision import DecisionType
from tests.extraction.reading import record_of

NAMES = ("Anders", "Lohse", "Brandt", "Kessler", "Opitz", "Merten")
OFFICES = ("Ortsvorsteher", "Schriftführer", "Vertreter im Zweckverband")
WORDS = (("Ja", "Nein", "Enthaltung"), ("dafür", "dagegen", "enthalten"), ("ja", "nein", "Enth."))
LOST = (
    "Auf Herrn {name} entfallen {yes} Ja-Stimmen bei {no} Nein-Stimmen und {abstain} Enthaltungen. "
    "Damit ist Herr {name} nicht zum {office} gewählt.",
    "Herr {name} erhält {yes} Ja-Stimmen, {no} Nein-Stimmen und {abstain} Enthaltungen und ist damit nicht gewählt.",
    "Ja: {yes}, Nein: {no}, Enthaltungen: {abstain}\nHerr {name} ist nicht gewählt.",
)
NO_ACTS = (
    "Dass die Satzung einstimmig beschlossen wird, hält Frau Lohse für möglich.",
    "Der Antrag wurde noch nicht beschlossen.",
    "Der Punkt wird beraten, ohne dass ein Beschluss gefasst wird.",
    "Herr Anders erinnert daran, dass der Rat 2019 mit {more} zu {less} Stimmen dagegen war.",
    "„Mit {more} zu {less} Stimmen abgelehnt“, so stand es in der Zeitung.",
    "Nach § 40 GO werden Beschlüsse mit Stimmenmehrheit gefasst; bei Stimmengleichheit ist der Antrag abgelehnt.",
    "Mit {more} Ja-Stimmen wäre der Antrag angenommen.",
    "Der Rat sollte dem Antrag zustimmen.",
)


def acts_of(text):
    acts = record_of(f"TOP 1: Weg am Anger\n\n{text}\n\nTOP 2: Halle\n\nEs wird berichtet.\n").decisions
    return [act for act in acts if act.type is not DecisionType.QUOTED]


@given(
    st.sampled_from(LOST),
    st.sampled_from(NAMES),
    st.sampled_from(OFFICES),
    st.tuples(st.integers(2, 6), st.integers(7, 20), st.integers(2, 4)),
    st.sampled_from(["", "\n\nDie Wahl wird angenommen.", "\n\nFrau Sommer dankt den 12 Helfern."]),
)
def test_who_was_not_elected_was_not(form, name, office, votes, behind):
    yes, no, abstain = votes
    (act,) = acts_of(form.format(name=name, office=office, yes=yes, no=no, abstain=abstain) + behind)
    assert (act.outcome.value, act.type.value) == ("rejected", "election")
    assert (act.yes, act.no, act.abstain) == (yes, no, abstain)


@pytest.mark.parametrize("drawn", ["Das Los fällt auf Herrn Brandt.", "Das Los entscheidet für Herrn Brandt."])
def test_a_lot_and_who_was_elected_by_it_are_one_act(drawn):
    (act,) = acts_of(f"Herr Brandt 9 Stimmen, Herr Opitz 9 Stimmen.\n{drawn} Herr Brandt ist gewählt.")
    assert (act.outcome.value, act.yes, act.no) == ("elected", None, None)


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.integers(0, 2)), min_size=4, max_size=6, unique_by=lambda cast: cast[0]
    ),
    st.sampled_from(WORDS),
    st.sampled_from(["RM {n}: {w}, ", "Ratsmitglied {n}: {w}; ", "RM {n} {w}; ", "sentence"]),
    st.booleans(),
)
def test_votes_called_by_name_are_counted_rightly_or_not_at_all(cast, words, form, summed):
    said = ("stimmt mit Ja", "stimmt mit Nein", "enthält sich")
    sides = [side for _, side in cast]
    sums = [sides.count(side) for side in range(3)]
    if form == "sentence":
        called = " ".join(f"Ratsmitglied {name} {said[side]}." for name, side in cast)
    else:
        called = "".join(form.format(n=name, w=words[side]) for name, side in cast).rstrip(" ,;") + "."
    told = "\n\nErgebnis: {} Ja-Stimmen, {} Nein-Stimmen, {} Enthaltungen".format(*sums) if summed else ""
    acts = acts_of(f"Es wird namentlich abgestimmt.\n\n{called}{told}")
    for act in acts:
        assert all(n in (None, wanted) for n, wanted in zip((act.yes, act.no, act.abstain), sums, strict=True))
    assert len(acts) < 2


@given(
    st.lists(st.sampled_from(NO_ACTS), min_size=1, max_size=3, unique=True),
    st.integers(8, 25),
    st.integers(2, 5),
    st.sampled_from([" ", "\n\n"]),
)
def test_what_is_no_act_tells_none(sentences, more, less, gap):
    assert acts_of(gap.join(sentences).format(more=more, less=less)) == []


def test_what_is_not_unanimous_is_adopted():
    (act,) = acts_of("Der Antrag wird bei 2 Gegenstimmen und 3 Enthaltungen angenommen, also nicht einstimmig.")
    assert (act.outcome.value, act.no, act.abstain, act.unanimous) == ("adopted", 2, 3, False)


@given(
    st.sampled_from(["26/36/1", "Sitzungsdauer 19:30-21:30", "DS-Nr. 31/8/22", "Grundstück 38/5", "4-21-60"]),
    st.sampled_from(["einstimmig", "mehrheitlich beschlossen"]),
    st.booleans(),
)
def test_numbers_beside_a_spread_are_no_counts(number, spread, before):
    lines = [number, spread] if before else [spread, number]
    for act in acts_of("Abstimmungsergebnis:\n" + "\n".join(lines)):
        assert (act.outcome.value, act.yes, act.no, act.abstain) == ("adopted", None, None, None)


def test_a_scale_beside_a_vote_is_none_of_it():
    (act,) = acts_of("Maßstab 1:1900 Abstimmungsergebnis: Ja 18  Nein 0  Enthaltung 0")
    assert (act.yes, act.no, act.abstain) == (18, 0, 0)
