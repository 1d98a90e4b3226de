"""Acts of a body: what is stated twice is one, what differs is two, and what stands around changes nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.extraction.reading import SUBMISSION, expected, named, record_of, table, votes

ACTS = table("acts")["form"]
FORMS = table("votes")["form"]
BODY = re.compile(r"\b(?:\w*[Aa]usschuss(?: für Bauen und Verkehr)?|Gemeinderat)\b")
NEUTRAL = [
    "Die Halle am Anger hat 320 Plätze.",
    "Frau Lohse stellt den Plan vor.",
    "Herr Anders fragt nach den Kosten; die Verwaltung nennt 40.000 €.",
    "Der Vorsitzende dankt für den Vortrag.",
    "Am 3. März 2031 beginnt die Arbeit an der Brücke.",
    "Auf Nachfrage wird auf § 12 Abs. 3 der Satzung hingewiesen.",
    "Die Anlage 2 zeigt 14 Häuser und 3 Wege.",
    "Um 19:30 Uhr verlässt Herr Zander den Saal.",
]
neutral = st.lists(st.sampled_from(NEUTRAL), max_size=4).map("\n\n".join)


@pytest.mark.parametrize("form", ACTS, ids=named(ACTS))
def test_forms(form):
    assert votes(form["text"]) == [expected(act) for act in form["decisions"]]


@pytest.mark.parametrize("form", [form for form in ACTS if "places" in form], ids=lambda form: form["text"][:30])
def test_each_statement_of_an_act_is_a_piece_of_its_evidence(form):
    assert [len(decision.evidence) for decision in record_of(form["text"]).decisions] == form["places"]


@settings(max_examples=100)
@given(st.sampled_from(FORMS), neutral, neutral)
def test_neutral_sentences_around_a_vote_change_nothing(form, before, after):
    alone = votes(form["text"])
    assert votes(f"{before}\n\n{form['text']}\n\n{after}") == alone


@given(st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_votes_of_two_items_do_not_mix(one, other):
    bodies = [set(BODY.findall(form["text"])) for form in (one, other)]
    assume(not all(bodies) or bodies[0] == bodies[1])  # minutes are of one body: what another did is quoted
    text = f"TOP 1: Brücke am Anger\n\n{one['text']}\n\nTOP 2: Neubau der Halle\n\n{other['text']}"
    record = record_of(text)
    assert [decision.agenda_item for decision in record.decisions] == ["1", "2"]
    assert votes(text) == votes(one["text"]) + votes(other["text"])


@given(st.sampled_from(FORMS), st.sampled_from(["\n", "\r\n"]), st.sampled_from([" ", "\u00a0"]))
def test_white_space_changes_nothing(form, line_end, blank):
    text = form["text"].replace(" ", blank).replace("\n", line_end)
    assert votes(text) == votes(form["text"])


sentences = [form for form in FORMS if form["text"].endswith(".") and ":" not in form["text"]]


@pytest.mark.parametrize("form", sentences, ids=named(sentences))
def test_submissions_decide_nothing_in_their_prose(form):
    text = f"Sachverhalt:\nDie Brücke ist alt.\n\nBegründung:\n{form['text']}"
    assert votes(text, SUBMISSION) == []
