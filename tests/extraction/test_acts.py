"""Acts told by the grammar of a sentence: who acts, with which verb, in what mood, and how many voted how."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.extraction.anchors import act_offsets
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.resolve.acts.read import _acts
from kimdocs.lexicon import load
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.verbs import Shape, verb_forms
from tests.extraction.reading import table, votes

TOLD = table("told")
OUTCOMES = [
    (outcome, text) for outcome, texts in TOLD.items() if outcome not in ("nothing", "counted") for text in texts
]
ITEM = "TOP 4: Spielplatz am See\n\n"
SIDES = ("yes", "no", "abstain")
PAPER = "Gemeinde Wiesenfeld\nBeschlussvorlage\nVorlage Nr. 44/2031\n\n"


def acts(text):
    """What is told in an item of minutes, but for what is quoted."""
    return [vote for vote in votes(ITEM + text) if vote["type"] != "quoted"]


@pytest.mark.parametrize(("outcome", "text"), OUTCOMES)
def test_the_verb_tells_the_act(outcome, text):
    assert [vote["outcome"] for vote in acts(text)] == [outcome]


@pytest.mark.parametrize("text", TOLD["nothing"])
def test_these_only_sound_like_acts(text):
    assert acts(text) == []


@pytest.mark.parametrize("form", TOLD["counted"], ids=lambda form: form["text"][:40])
def test_voters_told_by_verbs_are_counted(form):
    found = acts(form["text"])
    assert [vote["outcome"] for vote in found] == [form["outcome"]]
    assert {side: found[0][side] for side in SIDES} == {side: form.get(side) for side in SIDES}


def test_what_is_made_known_was_decided_elsewhere():
    told = "Der Kreistag beschloss die Ordnung für das Archiv."
    assert [vote["outcome"] for vote in votes(f"TOP 4: Archiv\n\n{told}")] == ["adopted"]
    assert votes(f"TOP 4: Mitteilungen\n\n{told}") == []


def test_the_debate_before_a_vote_with_a_label_tells_no_act_by_its_verbs():
    told = "Der Ausschuss versagt dem Zaun die Freigabe."
    vote = "Beschluss:\nDie Bank wird erneuert.\n\nAbstimmung:\nJa: 9, Nein: 2\n"
    assert [act["outcome"] for act in acts(told)] == ["rejected"]
    assert [act["yes"] for act in acts(f"{told}\n\n{vote}")] == [9]


def test_papers_tell_no_acts_by_their_verbs():
    assert votes("Der Ausschuss bekräftigt seine Haltung.", head=PAPER) == []


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Der Rat bewilligt außerplanmäßig dreihundert Euro.", []),
        ("Der Auftrag wird zum Preis von 12.000 Euro an die Firma Anders vergeben.", []),
        ("Der Rat beschließt einstimmig den Steg.", ["adopted"]),
        ("Der Rat beschließt mit 9 Ja-Stimmen den Steg.", ["adopted"]),
        ("Der Haushalt wurde vom Rat beschlossen.", ["adopted"]),
        ("Der Bericht wird zur Kenntnis genommen.", ["noted"]),
        ("TOP 4: Steg\n\nDer Rat bewilligt außerplanmäßig dreihundert Euro.", ["adopted"]),
    ],
)
def test_the_text_of_a_resolution_alone_tells_no_decision(text, outcomes):
    assert [vote["outcome"] for vote in votes(text, head="")] == outcomes


def test_a_sentence_that_leads_in_a_text_is_no_act_of_its_own():
    found = acts("Nach der Debatte fasst der Rat folgenden Beschluss:\nDie Halle wird gebaut.\n\nJa 8, Nein 2")
    assert [(vote["yes"], vote["no"]) for vote in found] == [(8, 2)]


@pytest.mark.parametrize(
    ("word", "shape", "prefix", "joined"),
    [
        ("lehnt", Shape.PRESENT, "ab", False),
        ("ablehnt", Shape.PRESENT, "", True),
        ("lehnten", Shape.PAST, "ab", False),
        ("abgelehnt", Shape.PARTICIPLE, "", False),
        ("abzulehnen", Shape.TO_INFINITIVE, "", False),
        ("beschloß", Shape.PAST, "", False),
        ("faßte", Shape.PAST, "", False),
        ("angeordnet", Shape.PARTICIPLE, "", False),
        ("ratifiziert", Shape.PARTICIPLE, "", False),
        ("sind", Shape.PRESENT, "", False),
    ],
)
def test_verbs_have_all_their_forms(word, shape, prefix, joined):
    forms = verb_forms("act_verbs")[word]
    assert (shape, prefix, joined) in [(form.shape, form.prefix, form.joined) for form in forms]


def test_the_examples_of_verbs_hold_an_anchor():
    texts = [text for entry in load("act_verbs") for text in entry.examples]
    assert [text for text in texts if not act_offsets(fold(text))] == []


def test_sentences_and_lines_are_forgotten_with_their_document() -> None:
    text = (
        "Niederschrift über die Sitzung des Rates am 04.07.2031\n\nTOP 1 Weg\nDer Rat vertagt den Weg.\nJa 7, Nein 2\n"
    )
    kimdocs.extract(kimdocs.read(text.encode(), name="probe.txt"))
    assert _acts.cache_info().currsize == 0
    assert line_tally.cache_info().currsize == 0


def test_a_second_body_shares_the_pluperfect_of_the_first() -> None:
    text = (
        "Niederschrift über die Sitzung des Rates am 04.07.2031\n\nTOP 1 Weg\n\n"
        "Der Bauausschuss hatte den Weg am 07.03.2031 mit 8 Ja-Stimmen gegen 2 Nein-Stimmen empfohlen, der "
        "Finanzausschuss am 14.03.2031 mehrheitlich nicht empfohlen.\n\nDer Rat beschließt den Weg einstimmig.\n"
    )
    record = kimdocs.extract(kimdocs.read(text.encode(), name="probe.txt"))
    told = [(one.outcome.value, one.yes) for one in record.decisions if one.type.value != "quoted"]
    assert told == [("adopted", None)]
