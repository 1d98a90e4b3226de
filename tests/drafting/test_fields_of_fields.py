"""Fields that take the value of another, dates that lie before their beginning, numbers that are too large."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.errors import DataError

POST = {"bezeichnung": "Beratung", "stellen": "0,5 Stellen", "kuerzel": "cm"}
FUND = {"jahr": "2031", "zweck": "Beratung", "satz": "50.000 € je Stelle und Jahr", "monate": "12"}


def drafted(**data):
    return kimdocs.draft("foerderantrag-anlage", {"stellenplan": [POST], **data})


def test_a_field_takes_the_value_of_another_with_its_origin():
    made = drafted(foerderung=[{**FUND, "stellen": {"feld": "cm"}}])
    fact = made.sheet.find("foerderung[0].stellen")
    assert fact.value == made.sheet.value("stellenplan[0].stellen")
    assert fact.provenance == made.sheet.find("stellenplan[0].stellen").provenance
    assert "25.000" in made.markdown()


@pytest.mark.parametrize(
    ("stellen", "said"),
    [
        ({"feld": "nichts"}, "übernimmt das Feld „nichts“, das keinen Wert hat"),
        ({"feld": "titel"}, "übernimmt ein Feld, das nicht passt; erwartet wird eine Zahl von Stellen"),
        ({"feld": ["cm"]}, "übernimmt das Feld „“"),
        ({"feld": "foerderung[0].stellen"}, "das keinen Wert hat"),
    ],
)
def test_what_cannot_be_taken_is_told(stellen, said):
    with pytest.raises(DataError) as caught:
        drafted(titel="Plan", foerderung=[{**FUND, "stellen": stellen}])
    assert said in caught.value.message


def test_more_months_than_a_year_has_are_refused():
    with pytest.raises(DataError, match="„13“ ist mehr als 12"):
        drafted(foerderung=[{**FUND, "monate": "13"}])


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("foerderantrag-anlage", {"zeitraum": {"von": "01.01.2031", "bis": "31.12.2030"}}),
        ("kooperationsvereinbarung", {"laufzeit": {"beginn": "01.01.2031", "ende": "31.12.2030"}}),
    ],
)
def test_an_end_before_its_beginning_is_told(kind, data):
    made = kimdocs.draft(kind, data)
    (told,) = [gap.message for gap in made.gaps if gap.kind == "balance"]
    assert "(31.12.2030) liegt vor „" in told


def test_what_is_computed_is_not_asked_for(cli):
    told = cli("draft", "foerderantrag-anlage").err
    assert "„Summe der Ausgaben“ (ausgaben_summe) wird berechnet, sobald alles dazu da ist" in told
    assert "„Ausgaben“ (ausgaben) fehlt" in told
