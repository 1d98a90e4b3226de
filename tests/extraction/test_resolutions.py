"""Texts of resolutions: exact at both ends, whole inside, and linked to the vote on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.resolve.resolutions.points import points
from tests.extraction.reading import MINUTES, SUBMISSION, named, record_of, table

FORMS = table("resolutions")["form"]
VERBS = ["wird saniert", "wird für 40.000 € gebaut", "bleibt an drei Tagen geöffnet", "erhält 12,5 Stellen"]
SUBJECTS = ["Die Brücke am Anger", "Die Halle", "Der Weg „Am Bach“", "Das Freibad (Becken 2)"]
sentence = st.builds("{} {}.".format, st.sampled_from(SUBJECTS), st.sampled_from(VERBS))
DEBATE = "Frau Lohse hält 25.000 € für genug. Herr Anders erinnert an die 14 Häuser am Bach."


def texts(text, head=MINUTES):
    return [[str(found.kind), found.text] for found in record_of(text, head).resolutions]


def head_of(form):
    return SUBMISSION if form.get("document") == "submission" else MINUTES


@pytest.mark.parametrize("form", FORMS, ids=named(FORMS))
def test_forms(form):
    assert texts(form["text"], head_of(form)) == form["texts"]


@pytest.mark.parametrize("form", [form for form in FORMS if "points" in form], ids=lambda form: form["family"])
def test_points(form):
    assert list(record_of(form["text"], head_of(form)).resolutions[0].points) == form["points"]


@pytest.mark.parametrize("form", [form for form in FORMS if "decisions" in form], ids=lambda form: form["family"])
def test_what_is_proposed_is_not_decided(form):
    assert len(record_of(form["text"], head_of(form)).decisions) == form["decisions"]


@pytest.mark.parametrize("text", ["wie Vorlage", "wie Antrag", "wie vorgelegt", "siehe Vorlage"])
def test_a_reference_to_the_paper_is_no_text_but_evidence_of_the_decision(text):
    record = record_of(f"TOP 3: Brücke\n\nBeschluss:\n{text}\n\nAbstimmungsergebnis: einstimmig")
    assert record.resolutions == ()
    assert [place.quote for place in record.decisions[0].evidence][1:] == [text]


@given(st.lists(sentence, min_size=1, max_size=4), st.sampled_from(["\n", "\n\n", " "]))
def test_the_text_is_exact_whatever_it_says(sentences, gap):
    text = gap.join(sentences)
    minutes = f"TOP 4: Bauten\n\n{DEBATE}\n\nBeschluss:\n{text}\n\nAbstimmungsergebnis:\nJa: 9\nNein: 2\n\n{DEBATE}"
    record = record_of(minutes)
    assert [found.text for found in record.resolutions] == [text]
    assert record.resolutions[0].agenda_item == "4"
    assert record.decisions[record.resolutions[0].decision].yes == 9
    inside = {figure.evidence[0].quote for figure in record.figures if str(figure.section) == "resolution"}
    assert inside == ({"40.000 €"} if "40.000 €" in text else set())


@given(st.lists(sentence, min_size=2, max_size=12), st.sampled_from(["{}. ", "{}) ", "{} . "]))
def test_numbered_points_are_counted_up_from_one(sentences, marker):
    lines = [marker.format(number) + words for number, words in enumerate(sentences, 1)]
    found = points("\n".join(lines))
    assert [point.split(None, 1)[-1].removeprefix(". ") for point in found] == sentences


@given(st.lists(sentence, min_size=1, max_size=5), st.integers(2, 40))
def test_numbers_that_do_not_count_up_from_one_are_no_points(sentences, number):
    assert points("\n".join(f"{number}. {words}" for words in sentences)) == ()


def test_each_text_is_linked_to_the_vote_of_its_own_item():
    text = "\n\n".join(
        f"TOP {number}: Halle {number}\n\nBeschluss:\nHalle {number} wird gebaut.\n\nAbstimmung: Ja: {number}, Nein: 1"
        for number in (4, 5, 6)
    )
    record = record_of(text)
    assert [(found.agenda_item, record.decisions[found.decision].yes) for found in record.resolutions] == [
        ("4", 4),
        ("5", 5),
        ("6", 6),
    ]


@pytest.mark.parametrize(
    "behind", ["____________________\nKlemm\nBürgermeister", "Beglaubigte Abschrift an:\n   Kämmerei"]
)
def test_a_line_for_the_signature_or_copies_end_the_text(behind):
    text = f"TOP 1: Wege\n\nBeschluss:\nDer Weg am Anger wird gesperrt.\n\n{behind}\n"
    assert [one.text for one in record_of(text, MINUTES).resolutions] == ["Der Weg am Anger wird gesperrt."]
