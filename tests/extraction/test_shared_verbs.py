"""Several votes of one sentence, and ratios that stand beside the word of an outcome."""

from __future__ import annotations

import pytest

from kimdocs.extraction.language.sentences import sentences
from tests.extraction.reading import votes

ITEM = "TOP 3: Verschiedene Vorhaben\n\n"
SHARED = {
    "Die Marktsatzung wird mit 9:4, der Wegeplan mit 11:2 beschlossen.": [("adopted", 9, 4), ("adopted", 11, 2)],
    "Die Marktsatzung wird bei 3 Gegenstimmen beschlossen, der Zusatzantrag bei 5 Nein-Stimmen ebenso.": [
        ("adopted", None, 3),
        ("adopted", None, 5),
    ],
    "Jahresrechnung festgestellt 9:0; Entlastung des Vorstehers erteilt 8:1.": [("adopted", 9, 0), ("adopted", 8, 1)],
    "Der Marktsatzung wird mit 12:3 Stimmen zugestimmt, ebenso dem Wegeplan mit 14:1 Stimmen.": [
        ("adopted", 12, 3),
        ("adopted", 14, 1),
    ],
    "Die Bauanträge Anders (7 Ja/0 Nein), Boll (6 Ja/1 Nein) und Cramer (2 Ja/5 Nein) wurden beraten und erhalten das "
    "Einvernehmen.": [("adopted", 7, 0), ("adopted", 6, 1), ("rejected", 2, 5)],
    "Der Zusatzantrag wird mit 9:6 angenommen, die so geänderte Vorlage mit 13:2.": [
        ("adopted", 9, 6),
        ("adopted", 13, 2),
    ],
    "Die Eilentscheidung wird mit 9:2 bestätigt.": [("adopted", 9, 2)],
    "Der weitergehende Antrag unterliegt mit 3:6:1. Daraufhin wird der Hauptantrag mit 8:1:1 beschlossen.": [
        ("rejected", 3, 6),
        ("adopted", 8, 1),
    ],
    "Der Steg wird gebaut, der Ausschuss war mit 5:4 dafür, der Rat hat am 3. Mai mit 9:8 zugestimmt.": [],
}
EVEN = {
    "Bei Stimmengleichheit (je 7) ist der Antrag abgelehnt.": ("rejected", 7, 7),
    "Die Abstimmung ergab Stimmengleichheit mit je acht Stimmen. Die Stimme des Vorsitzenden gab den Ausschlag. Der "
    "Antrag ist angenommen.": ("adopted", 8, 8),
    "Patt mit 5 : 5, Antrag abgelehnt.": ("rejected", 5, 5),
}


def counts(text):
    """Outcome and votes for and against of the decisions in an item that says ``text``."""
    return [(vote["outcome"], vote["yes"], vote["no"]) for vote in votes(ITEM + text) if vote["type"] != "quoted"]


@pytest.mark.parametrize("text", SHARED)
def test_each_matter_has_its_own_vote(text):
    assert counts(text) == SHARED[text]


@pytest.mark.parametrize("text", EVEN)
def test_even_votes_are_counted(text):
    assert counts(text) == [EVEN[text]]


def test_a_ratio_is_no_ordinal():
    text = "Der Antrag unterliegt mit 2:6:1. Ausgeruht kehrt man zurück."
    assert [text[slice(*span)] for span in sentences(text, 0, len(text))] == [text[:32], text[33:]]
