"""Sentences that decide, and the many that only sound like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import table, votes

TRAPS = table("traps")
RESULT = "\n\nAbstimmungsergebnis: 8 Ja-Stimmen, 2 Nein-Stimmen"
ALL = [(kind, text) for kind, texts in TRAPS.items() for text in texts]
SUBJECTS = ["Herr Anders", "Die Verwaltung", "Die Fraktion", "Der Ausschuss", "Frau Lohse", "Der Rat"]
CLAUSES = [
    "dass der Antrag abgelehnt werden {mood}",
    "man {mood} der Vorlage zustimmen",
    "der Rat {mood} die Satzung beschließen",
    "die Vorlage {mood} vertagt werden",
    "der Antrag {mood} in den Bauausschuss verwiesen werden",
    "der Kreistag {mood} den Bericht zur Kenntnis nehmen",
    "der Ausschuss {mood} die Annahme empfehlen",
    "die Satzung {mood} einstimmig angenommen werden",
]
MOODS = ["solle", "könne", "müsse", "dürfe", "wolle", "möge", "würde", "sollte", "könnte", "müsste"]
VERBS = ["meint,", "ist der Ansicht,", "hofft,", "regt an,", "erklärt,", "fragt,"]


@pytest.mark.parametrize(("kind", "text"), ALL)
def test_traps_are_no_decisions(kind, text):
    assert [vote for vote in votes(text) if vote["type"] != "quoted"] == []


@pytest.mark.parametrize(("kind", "text"), ALL)
def test_traps_do_not_change_the_vote_that_follows(kind, text):
    found = [vote for vote in votes(text + RESULT) if vote["type"] != "quoted"]
    assert found == votes(RESULT)


@given(
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(CLAUSES),
    st.sampled_from(MOODS),
    st.integers(2, 30),
)
def test_the_konjunktiv_never_decides(subject, verb, clause, mood, number):
    said = clause.format(mood=mood)
    assert votes(f"{subject} {verb} {said}.") == []
    assert votes(f"{subject} nennt die Zahl von {number} Anliegern und {verb} {said}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreistag hat die Satzung im Mai mit 30 Ja-Stimmen gegen 12 Nein-Stimmen beschlossen.",
        "Der Jugendausschuss hat den Antrag in seiner Sitzung am 02.02.2031 einstimmig abgelehnt.",
        "Frau Lohse erinnert an den einstimmigen Beschluss des Kreistages, der am 3. Mai 2030 gefasst worden ist.",
        "In der letzten Sitzung hat der Rat die Vorlage mit 12 Ja-Stimmen vertagt.",
    ],
)
def test_votes_of_others_and_of_earlier_meetings_are_quoted(text):
    assert {vote["type"] for vote in votes(text)} <= {"quoted"}
    assert [vote for vote in votes(text + RESULT) if vote["type"] != "quoted"] == votes(RESULT)
