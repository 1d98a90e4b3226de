"""Votes in every notation: what is written is read, and what is not written stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import SILENT, expected, named, table, votes

FORMS = table("votes")["form"]
WORDS = ["keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
NOTATIONS = {
    "status head": "Beschluss: beschlossen\nAbstimmung: Ja: {yes}, Nein: {no}, Enthaltungen: {abstain}",
    "labels over numbers": "Abstimmungsergebnis:\nJa:\n{yes}\nNein:\n{no}\nEnthaltungen:\n{abstain}",
    "numbers over labels": "Abstimmungsergebnis:\n{yes}\nJa-Stimmen\n{no}\nNein-Stimmen\n{abstain}\nEnthaltungen",
    "numbers before labels": "Abstimmungsergebnis: {yes} Ja-Stimmen, {no} Nein-Stimmen, {abstain} Enthaltungen",
    "without colons": "Abstimmungsergebnis\nJa {yes}  Nein {no}  Enthaltung {abstain}",
    "without blanks": "Abstimmungsergebnis: Ja:{yes} Nein:{no} Enthaltung:{abstain}",
    "columns": "Abstimmungsergebnis:\nJa  Nein  Enthaltung\n{yes}  {no}  {abstain}",
    "cells": "Abstimmungsergebnis:\nJa\nNein\nEnthaltung\n{yes}\n{no}\n{abstain}",
    "pipes": "Abstimmungsergebnis:\n| Ja | Nein | Enthaltung |\n| {yes} | {no} | {abstain} |",
    "for and against": "Abstimmungsergebnis:\ndafür: {yes}\ndagegen: {no}\nEnth.: {abstain}",
    "for and against behind numbers": "{yes} Stimmen dafür\n{no} Stimmen dagegen\n{abstain} Enthaltungen",
    "ratio": "Abstimmungsergebnis: {yes}:{no}:{abstain}",
    "slashes": "Abstimmungsergebnis: {yes}/{no}/{abstain}",
    "initials": "Abstimmungsergebnis: J: {yes} N: {no} E: {abstain}",
    "nouns": "Abstimmungsergebnis: Zustimmung: {yes} Ablehnung: {no} Enthaltung: {abstain}",
    "matrix": "Abstimmungsergebnis:\nFraktion  Ja  Nein  Enthaltung\nGesamt  {yes}  {no}  {abstain}",
    "sentence": "Über die Vorlage wird mit {yes} Ja-Stimmen, {no} Nein-Stimmen und {abstain} Enthaltungen abgestimmt.",
}
FOR_AND_AGAINST = {
    "gegen": "Der Antrag wird mit {yes} gegen {no} Stimmen {outcome}.",
    "zu": "Der Antrag wird mit {yes} zu {no} Stimmen {outcome}.",
    "Ja-Stimmen gegen Nein-Stimmen": "Der Antrag wird mit {yes} Ja-Stimmen gegen {no} Nein-Stimmen {outcome}.",
    "bei Gegenstimmen": "Der Antrag wird mit {yes} Stimmen bei {no} Gegenstimmen {outcome}.",
}
counts = st.integers(0, 300)


@pytest.mark.parametrize("form", FORMS, ids=named(FORMS))
def test_forms(form):
    assert votes(form["text"]) == [expected(form)]


@pytest.mark.parametrize("notation", NOTATIONS)
@given(yes=counts, no=counts, abstain=counts)
def test_counts_are_read_back_exactly(notation, yes, no, abstain):
    found = votes(NOTATIONS[notation].format(yes=yes, no=no, abstain=abstain))
    if yes == no == abstain == 0:
        assert [vote for vote in found if vote["yes"] or vote["no"] or vote["abstain"]] == []
        return
    (vote,) = found
    assert (vote["yes"], vote["no"], vote["abstain"]) == (yes, no, abstain)


@pytest.mark.parametrize("notation", FOR_AND_AGAINST)
@given(yes=counts, no=counts)
def test_votes_for_and_against_are_read_back_exactly(notation, yes, no):
    outcome = "angenommen" if yes > no else "abgelehnt"
    (vote,) = votes(FOR_AND_AGAINST[notation].format(yes=yes, no=no, outcome=outcome))
    assert vote["outcome"] == ("adopted" if yes > no else "rejected")
    if yes or no:
        assert (vote["yes"], vote["no"], vote["abstain"]) == (yes, no, None)


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))
def test_counts_in_words_are_read_back_exactly(yes, no, abstain):
    text = f"Abstimmungsergebnis: {WORDS[yes]} Ja-Stimmen, {WORDS[no]} Nein-Stimmen, {WORDS[abstain]} Enthaltungen"
    found = [(vote["yes"], vote["no"], vote["abstain"]) for vote in votes(text)]
    if yes or no or abstain:
        assert found == [(yes, no, abstain)]
    else:
        assert all(vote in ((0, 0, 0), (None, None, None)) for vote in found)


@given(st.integers(2, 12), st.integers(2, 12))
def test_a_ratio_in_words_is_read_back_exactly(yes, no):
    (vote,) = votes(f"Der Antrag wird mit {WORDS[yes]} gegen {WORDS[no]} Stimmen entschieden.")
    assert (vote["yes"], vote["no"], vote["abstain"]) == (yes, no, None)


@pytest.mark.parametrize("side", ["yes", "no", "abstain"])
@given(st.integers(1, 300))
def test_a_count_that_is_not_written_stays_open(side, number):
    label = {"yes": "Ja-Stimmen", "no": "Gegenstimmen", "abstain": "Enthaltungen"}[side]
    (vote,) = votes(f"Abstimmungsergebnis: {number} {label}")
    assert {key: vote[key] for key in ("yes", "no", "abstain")} == {"yes": None, "no": None, "abstain": None} | {
        side: number
    }
    assert {key: vote[key] for key in ("present", "excluded", "groups")} == dict.fromkeys(
        ("present", "excluded", "groups")
    )


@given(st.sampled_from(["einstimmig", "mehrheitlich", "mit Stimmenmehrheit", "- einstimmig -", "Einmütig"]))
def test_a_spread_without_numbers_gives_no_counts(spread):
    (vote,) = votes(f"Abstimmungsergebnis: {spread}")
    assert {key: vote[key] for key in ("yes", "no", "abstain", "present")} == {
        key: SILENT[key] for key in ("yes", "no", "abstain", "present")
    }
    assert vote["unanimous"] is ("ein" in spread.lower())
