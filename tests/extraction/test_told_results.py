"""Results told in other words than those of a vote, beside votes that are but reported, and excerpts without a head."""

from __future__ import annotations

import pytest

import kimdocs
from tests.extraction.reading import votes

ITEM = "TOP 3: Bootssteg\n\n"
TOLD = {
    "Der Anordnung wird nachträglich - gegen drei Stimmen - die Zustimmung erteilt.": [("adopted", None, 3)],
    "Sachstand Steg: Kenntnisnahme (einstimmig)": [("noted", None, None)],
    "Der Rat wählt unter drei Farben. Der Anstrich wird mit 9 von 13 Stimmen angenommen.": [("adopted", 9, None)],
    "Alle sieben Mitglieder haben schriftlich zugestimmt. Der Auftrag wird erteilt.": [("adopted", 7, None)],
    "Rederecht für Frau Adam: einstimmig gewährt.": [("adopted", None, None)],
    "Der Antrag, den Steg an den Finanzausschuss zu verweisen, wird mit 11:8 angenommen.": [("referred", 11, 8)],
    "Der Antrag scheitert mit 4 : 7. Die Vorlage geht mit 7 : 4 durch.": [("rejected", 4, 7), ("adopted", 7, 4)],
    "Die Auszählung ergab 14 weiße (Ja) und 3 schwarze (Nein).": [("adopted", 14, 3)],
    "Für Entwurf A stimmen 4, für Entwurf B 9 Mitglieder. Entwurf B ist damit beschlossen.": [("adopted", None, None)],
    "Die Mitglieder sprechen sich, nachdem die Kosten erläutert sind, mit neun zu zwei Stimmen für den Steg aus.": [
        ("adopted", 9, 2)
    ],
    "Während die Marktsatzung mit 14:6 angenommen wurde, fiel der Wegeplan mit 8:12 durch.": [
        ("adopted", 14, 6),
        ("rejected", 8, 12),
    ],
    "Vorberatung Bauausschuss: 9 Ja, 2 Nein\nEntscheidung Rat: 15 Ja, 3 Nein, 1 Enthaltung": [("adopted", 15, 3)],
    "Der Bauausschuss empfiehlt die Ablehnung (8:3). Der Rat lehnt den Antrag mit 6:12 ab.": [("rejected", 6, 12)],
    "1. Wahlgang: Frau Adam 9, Herr Boll 8\nDie erforderliche Mehrheit wurde nicht erreicht.\n2. Wahlgang: "
    "Frau Adam 10, Herr Boll 7\nFrau Adam ist gewählt.": [("elected", None, None)],
    "Schlussabstimmung über den Haushalt 2031: 14/2/1\n"
    "(Änderungsanträge: Nr. 1 angenommen 9/6/2, Nr. 2 abgelehnt 5/11/1)": [
        ("adopted", 14, 2),
        ("adopted", 9, 6),
        ("rejected", 5, 11),
    ],
    "ja       ######  6\nnein     ##      2": [("adopted", 6, 2)],
}
HEADED = "Gemeinderat Auental, TOP 8\nBootssteg am Südufer\nGeschoben in die nächste Sitzung."
LETTER = "Gemeinderat Auental\n\nSehr geehrte Frau Adam,\n\nder Steg wird nicht übernommen.\n\nMit freundlichen Grüßen"


@pytest.mark.parametrize("text", TOLD)
def test_results_in_other_words(text):
    found = [vote for vote in votes(ITEM + text) if vote["type"] != "quoted"]
    assert [(vote["outcome"], vote["yes"], vote["no"]) for vote in found] == TOLD[text]


def test_the_name_of_a_body_heads_an_excerpt():
    record = kimdocs.extract(kimdocs.read(HEADED.encode(), name="a.txt"))
    assert record.document.kind == "excerpt"
    assert [decision.outcome for decision in record.decisions] == ["postponed"]


def test_a_letter_of_a_body_is_no_excerpt():
    record = kimdocs.extract(kimdocs.read(LETTER.encode(), name="a.txt"))
    assert record.document.kind == "other"
    assert record.decisions == ()
