"""What an amount is for: its row, the noun with a role, the noun tied to it; not the nearest word with a capital."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record_of


def labels(text: str) -> list[str | None]:
    return [figure.label for figure in record_of(text).figures]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Die Umlage beträgt zurzeit 12,40 € je Einwohner.", "Umlage"),
        ("Die Restforderung beläuft sich auf knapp 3.100 €.", "Restforderung"),
        ("Das Waldbad weist einen Abmangel von 48.000 € aus.", "Abmangel"),
        ("Das Land habe für die Reaktivierung 12 Mio. € genannt.", "Reaktivierung"),
        ("Die Tageskarte für Kinder kostet 2,50 €.", "Tageskarte"),
        ("Die Anhebung des Verpflegungsentgelts von 3,10 € lehnt er ab.", "Anhebung"),
        ("Beantragt sind Auszahlungsermächti-\ngungen in Höhe von 90.000 €.", "Auszahlungsermächtigungen"),
    ],
)
def test_a_noun_that_its_clause_ties_to_the_amount(text, label):
    assert labels(text) == [label]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rohbau der Turnhalle:  12.000 €\nEstrich:  3.400 €\n", ["Rohbau der Turnhalle", "Estrich"]),
        ("TSV Erlbach            400 €\nSchützengilde v. 1652   250 €\n", ["TSV Erlbach", "Schützengilde v. 1652"]),
        ("- Honorare für 14 Kräfte:   5.600 €\n", ["Honorare für 14 Kräfte"]),
    ],
)
def test_the_row_that_the_amount_ends(text, found):
    assert labels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Für die Unterhaltung der Wege sind in der Ortschaft 5.000 € vorgesehen.",
        "Hinzu kommen 1.840 € im Folgejahr.",
        "Bürgermeister Falk rechnet mit 1.500 € im Jahr.",
        "Herr Grothe hält mit Blick auf die Lage 900 € für genug.",
        "Die Stadt Erlbach hat 40.000 € eingeplant.",
        "Weitere 30.000 € sind angemeldet.",
        "Der Hof wurde auf Dauer für 70.000 € erneuert.",
        "Gegenüber dem Vorjahr (2,76 €) ändert sich nichts.",
    ],
)
def test_what_only_stands_near_is_no_label(text):
    assert labels(text) == [None]


def test_no_name_of_a_person_becomes_a_label():
    text = "Frau Oberlinde nennt 73.050 €. Ratsherr Bleiche (1.500 €) und Architekt Steiner mit 800 € folgen."
    assert not {"Oberlinde", "Bleiche", "Steiner"} & {*labels(text)}


def test_a_field_of_a_line_ends_at_its_colon():
    text = "Kosten der Maßnahme: 18.750 €      Erträge: keine      Jährliche Belastung: ca. 2.500 €\n"
    assert labels(text) == ["Kosten der Maßnahme", "Jährliche Belastung"]
