"""Counts that follow from the text stand beside a decision, with their ground; it keeps but what is stated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.model.codec import from_json, to_json
from tests.extraction.reading import record_of

SIDES = ("yes", "no", "abstain")
WORDS = {"yes": "Ja", "no": "Nein", "abstain": "Enthaltung"}
NAMES = ["Anders", "Berndt", "Conrad", "Donath", "Eichler", "Franke", "Gierke", "Lohse", "Zander"]
votes = st.sampled_from(SIDES)


def act_of(text):
    (act,) = record_of(text).decisions
    return act


def inferred(text):
    found = act_of(text).inferred
    return found and {side: getattr(found, side) for side in SIDES if getattr(found, side) is not None}


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Beschluss: beschlossen\nAbstimmung: Ja: 22, Nein: 3, Anwesend: 25", {"abstain": 0}),
        ("Beschluss: beschlossen\nAbstimmung: Ja: 22, Enthaltungen: 3, Anwesend: 25", {"no": 0}),
        ("Abstimmungsergebnis: einstimmig, anwesend: 22", {"yes": 22}),
        ("Abstimmungsergebnis: einstimmig, anwesend: 22, Enthaltungen: 2", {"yes": 20}),
        ("Abstimmungsergebnis: einstimmig abgelehnt, anwesend: 22", {"no": 22}),
        ("Abstimmungsergebnis: einstimmig mit 14 Ja-Stimmen", {"no": 0}),
        (
            "Der Weg wird mit den Stimmen von CDU (8) und FDP (4) gegen die Stimmen der SPD (7) beschlossen.",
            {"yes": 12, "no": 7},
        ),
    ],
)
def test_what_follows_is_offered_and_not_stated(text, follows):
    assert inferred(text) == follows
    assert all(getattr(act_of(text), side) is None for side in follows)
    assert act_of(text).inferred.reason.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Beschluss: beschlossen\nAbstimmung: Ja: 20, Nein: 3, Anwesend: 25",
        "Abstimmungsergebnis: einstimmig",
        "Abstimmungsergebnis: mehrheitlich, anwesend: 22",
        "Abstimmungsergebnis: einstimmig bei Enthaltung der SPD, anwesend: 22",
        "Abstimmungsergebnis: mehrheitlich gegen die Stimmen der SPD",
        "Abstimmungsergebnis: Ja: 22, Nein: 0, Enthaltungen: 0",
        "Der Bericht wird zur Kenntnis genommen.",
    ],
)
def test_nothing_is_offered_where_nothing_follows(text):
    assert inferred(text) is None


@given(st.lists(votes, min_size=4, max_size=len(NAMES)), st.sampled_from(["{}: {}", "Ratsherr {}\t{}", "{}, Kim: {}"]))
def test_a_roll_call_is_counted_where_it_agrees_with_the_outcome(taken, form):
    counts = {side: taken.count(side) for side in SIDES}
    listed = "\n".join(form.format(name, WORDS[side]) for name, side in zip(NAMES, taken, strict=False))
    carried = counts["yes"] > counts["no"]
    outcome = "angenommen" if carried else "abgelehnt"
    act = act_of(f"Namentliche Abstimmung:\n\n{listed}\n\nDamit ist der Antrag {outcome}.")
    assert (act.yes, act.no, act.abstain) == (None, None, None)
    assert act.roll_call
    assert act.inferred is not None
    assert {side: getattr(act.inferred, side) for side in SIDES} == counts
    assert not any(name in str(act.groups) for name in NAMES)


@pytest.mark.parametrize(
    "listed",
    [
        "Ja: Anders, Kim, Berndt, Jo\nNein: Conrad, Alex",
        "Anders: Ja\nAnders: Ja\nBerndt: Nein\nConrad: Ja",
        "CDU: Ja\nSPD: Ja\nFDP: Ja\nGrüne: Nein",
        "Anders: Ja\nBerndt: Nein",
        "Anders: Nein\nBerndt: Nein\nConrad: Nein\nDonath: Ja",
    ],
    ids=["commas", "twice", "groups", "few", "against the outcome"],
)
def test_a_list_that_cannot_be_counted_is_not(listed):
    text = f"In namentlicher Abstimmung wird der Antrag angenommen.\n\n{listed}\n"
    assert inferred(text) is None
    assert "roll-call-without-total" in {issue.code for issue in record_of(text).issues}


def test_first_names_make_a_list_of_names_countable():
    listed = "Ja: Kim Anders, Jo Berndt, Alex Conrad\nNein: Robin Donath\nEnthaltung: Sascha Eichler\n"
    text = f"In namentlicher Abstimmung wird der Antrag angenommen.\n\n{listed}"
    assert inferred(text) == {"yes": 3, "no": 1, "abstain": 1}


def test_a_stated_total_goes_before_the_list():
    text = "In namentlicher Abstimmung wird der Antrag mit 3 Ja-Stimmen gegen 1 Nein-Stimme angenommen.\n\n"
    act = act_of(text + "Kim Anders: Ja\nJo Berndt: Ja\nAlex Conrad: Ja\nRobin Donath: Nein\n")
    assert (act.yes, act.no, act.inferred) == (3, 1, None)


def test_records_keep_what_was_inferred():
    record = record_of("Abstimmungsergebnis: einstimmig, anwesend: 22")
    assert from_json(to_json(record)) == record
