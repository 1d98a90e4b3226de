"""New words that stand inside a condition of a template are told when it comes back from Word; moved ones are not."""

from __future__ import annotations

import pytest

from kimdocs.drafting.catalogue import load_template
from tests.drafting.test_template_word import after, back, edited, paragraph, there, without

TEXT = (
    "# {{ betreff }}\n\n{% if hier %}\nhier: {{ hier }}\n\nZweiter.\n\n{% elif bezug %}\nAnders.\n\n{% endif %}\n"
    "{% for zeile in anlagen %}\n- {{ zeile }}\n{% endfor %}\n\nProdukt{% if datum %} am {{ datum }}{% endif %} da.\n"
)


@pytest.fixture(scope="module")
def template():
    return load_template("beschlussvorlage")


def notes(template, *changes):
    return [note for note in back(edited(there(template, TEXT), *changes), template).notes if "steht in" in note]


def test_a_paragraph_in_a_condition_is_told(template):
    (note,) = notes(template, after("Zweiter.", paragraph("Gilt immer.")))
    assert note == (
        "Der neue Text „Gilt immer.“ steht in ‹wenn „Betreff, zweite Zeile (hier: …)“›: Er erscheint nur unter dieser "
        "Bedingung. Soll er immer erscheinen, gehört er hinter ‹Ende wenn›."
    )
    (note,) = notes(template, after("Anders.", paragraph("Neu.")))
    assert "steht in ‹sonst wenn „Bezug“›" in note


def test_a_paragraph_in_a_loop_comes_as_often_as_there_are_rows(template):
    (note,) = notes(template, after("‹Anlagen·", paragraph("Je Anlage.")))
    assert "Er erscheint so oft, wie es Zeilen gibt. Soll er einmal und immer erscheinen" in note
    assert "hinter ‹Ende der Zeilen›" in note


@pytest.mark.parametrize("place", ["‹Betreff·1›", "‹Ende wenn·5›", "‹Ende der Zeilen·8›", "da."])
def test_a_paragraph_outside_is_not(template, place):
    assert notes(template, after(place, paragraph("Gilt immer."))) == []


def test_what_moves_within_its_condition_is_not_told(template):
    assert notes(template, without("Zweiter."), after("‹wenn „Betreff", paragraph("Zweiter."))) == []


def test_words_put_into_a_condition_on_a_line_are_told(template):
    (note,) = notes(template, (" am ", " vom Amt am "))
    assert note.startswith("Der eingefügte Text „vom Amt“ steht in ‹wenn „Datum“›: Er erscheint nur unter")
    assert notes(template, ("Produkt", "Das Produkt")) == []
    assert notes(template, ("da.", "ganz da.")) == []
