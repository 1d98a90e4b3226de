"""Votes told in sentences that lines break anywhere: no count is told that the sentence does not give."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kimdocs.model.decision import DecisionType
from tests.extraction.reading import record_of

WORDS = ("null", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
ADOPTED = [
    "Der Antrag wird mit {yes} Ja-Stimmen, {no} Nein-Stimmen und {abstain} Enthaltungen angenommen.",
    "Die Vorlage wird mit {yes} gegen {no} Stimmen bei {abstain} Enthaltungen beschlossen.",
    "Mit {yes} Ja-Stimmen bei {no} Gegenstimmen und {abstain} Enthaltungen wird der Antrag genehmigt.",
    "Der Rat beschließt mit {yes} Ja-Stimmen, {no} Nein-Stimmen und {abstain} Enthaltungen.",
    "Abstimmung: {yes} dafür, {no} dagegen, {abstain} Enthaltungen.",
    "Der Antrag wird angenommen ({yes} Ja, {no} Nein, {abstain} Enth.).",
]
REJECTED = [
    "Der Antrag wird mit {no} Nein-Stimmen bei {yes} Ja-Stimmen und {abstain} Enthaltungen abgelehnt.",
    "Der Rat lehnt den Antrag mit {yes} Ja-Stimmen, {no} Nein-Stimmen und {abstain} Enthaltungen ab.",
]
BEFORE = [
    "",
    "Herr Anders hat 7 Fragen zu den 12 Bänken. ",
    "Im Jahr 2030 hatte der Rat mit 9 zu 8 Stimmen anders entschieden. ",
    "Der Ausschuss empfahl dies mit 25 Ja-Stimmen und 24 Nein-Stimmen. ",
    "Anwesend sind 14 Mitglieder. ",
]
BEHIND = ["", " Frau Lohse dankt den 12 Helfern.", " Die 3 Mitglieder der Gruppe verlassen den Saal."]


@pytest.mark.parametrize("width", [50, 60, 70])
@pytest.mark.parametrize("sentence", [*ADOPTED, *REJECTED])
def test_a_sentence_over_several_lines_tells_its_whole_vote(sentence, width):
    yes, no = (14, 3) if sentence in ADOPTED else (3, 14)
    text = fill(sentence.format(yes=yes, no=no, abstain=2), width)
    (act,) = record_of(f"TOP 1: Weg am Anger\n\n{text}\n").decisions
    assert (act.yes, act.no, act.abstain) == (yes, no, 2)


@example(adopted=False, form=(1, BEFORE[2], BEHIND[-1]), votes=(2, 2, 2, False), width=39, page="")
@given(
    st.booleans(),
    st.tuples(st.integers(0, 5), st.sampled_from(BEFORE), st.sampled_from(BEHIND)),
    st.tuples(st.integers(2, 12), st.integers(2, 12), st.integers(2, 5), st.booleans()),
    st.integers(38, 90),
    st.sampled_from(["", "", "- 5 -\n", "\nSeite 4\n\n"]),
)
def test_no_count_is_told_that_the_sentence_does_not_give(adopted, form, votes, width, page):
    high, low, abstain, in_words = votes
    yes, no = (high + low, low) if adopted else (low, high + low)
    said = [WORDS[n] if in_words and n < len(WORDS) else str(n) for n in (yes, no, abstain)]
    forms = ADOPTED if adopted else REJECTED
    sentence = forms[form[0] % len(forms)].format(yes=said[0], no=said[1], abstain=said[2])
    text = fill(form[1] + sentence + form[2], width).replace("\n", f"\n{page}", 1)
    record = record_of(f"TOP 1: Weg am Anger\n\n{text}\n\nTOP 2: Halle\n\nEs wird berichtet.\n")
    for act in record.decisions:
        if act.type is DecisionType.QUOTED or act.outcome.value == "recommended":
            continue
        assert act.yes in (None, yes)
        assert act.no in (None, no)
        assert act.abstain in (None, abstain)
        assert act.outcome.value in ("none", "adopted" if adopted else "rejected")
