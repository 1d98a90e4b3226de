"""Agreements: who represents a party stands in its case, shares are told by municipality, strangers are noticed."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.drafting.cases import accusative
from kimdocs.errors import DataError

PARTIES = [
    {"name": "Kreis Lindenau", "vertretung": "Der Landrat", "kurz_akkusativ": "den"},
    {"name": "Stadt Bad Erlbach", "vertretung": "die Bürgermeisterin"},
]


def drafted(**data):
    return kimdocs.draft("kooperationsvereinbarung", {"parteien": PARTIES, **data})


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("der Bürgermeister", "den Bürgermeister"),
        ("Der Oberbürgermeister", "den Oberbürgermeister"),
        ("der Landrat Dr. Ott", "den Landrat Dr. Ott"),
        ("der Erste Beigeordnete Uwe Uhl", "den Ersten Beigeordneten Uwe Uhl"),
        ("der Vorsitzende", "den Vorsitzenden"),
        ("der Präsident, Herr Ott", "den Präsidenten, Herr Ott"),
        ("der Bürgermeister der Stadt Erlbach", "den Bürgermeister der Stadt Erlbach"),
        ("die Landrätin", "die Landrätin"),
        ("den Bürgermeister", "den Bürgermeister"),
        ("Deren Vorstand", "Deren Vorstand"),
    ],
)
def test_offices_in_the_accusative(text, made):
    assert accusative(text) == made


@pytest.mark.parametrize("text", ["der Gesandte Uhl", "der Bürgermeister und der Kämmerer", "der", "der neue Leiter"])
def test_what_cannot_be_made_is_asked_for(text):
    if text == "der":
        assert accusative(text) == text
        return
    with pytest.raises(DataError, match=r"Akkusativ wie in „durch den Bürgermeister“"):
        kimdocs.draft("kooperationsvereinbarung", {"parteien": [{"vertretung": text}]})


def test_a_party_is_represented_and_signs_in_the_right_case():
    text = drafted().markdown()
    assert "vertreten durch den Landrat –" in text
    assert "Für den Kreis Lindenau" in text
    assert "\nStadt Bad Erlbach" in text
    assert "Für  " not in text


def test_shares_and_gaps_say_whose_they_are():
    shares = [{"kommune": "Stadt Bad Erlbach", "betrag": "5.000 €"}, {"kommune": "Kreis Lindenau"}]
    made = drafted(finanzen={"eigenanteile": shares})
    assert made.sheet.find("finanzen.eigenanteile[0].betrag").label == "Eigenanteil der Kommune (Stadt Bad Erlbach)"
    assert made.sheet.find("finanzen.eigenanteile[0].kommune").label == "Kommune"
    labels = {gap.name: gap.label for gap in made.gaps}
    assert labels["finanzen.eigenanteile[1].betrag"] == "Eigenanteil der Kommune (Kreis Lindenau)"
    assert "[fehlt: Eigenanteil der Kommune]" in made.markdown().replace("\\", "")


def test_who_has_a_share_and_is_no_party_is_told():
    rows = [{"kommune": name, "stellen": "1 Stelle"} for name in ("Erlbach", "die Stadt Bad Erlbach", "Gemeinde Au")]
    made = drafted(verteilung=rows)
    assert [gap.message for gap in made.gaps if gap.kind == "balance"] == [
        "„Gemeinde Au“ (verteilung[2].kommune) steht nicht unter „Parteien“: Kreis Lindenau, Stadt Bad Erlbach."
    ]
    assert "steht nicht unter" in made.markdown()
    alone = kimdocs.draft("kooperationsvereinbarung", {"verteilung": rows})
    assert not [gap for gap in alone.gaps if gap.kind == "balance"]
