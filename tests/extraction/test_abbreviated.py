"""Results in abbreviations that the document explains itself."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record

HEAD = "Gemeinde Wiesenfeld\nErgebnisprotokoll der 3. Sitzung des Gemeinderates am 12.03.2031\n\n"


def told(text):
    """Outcome, counts and spread of each decision."""
    return [(str(d.outcome), d.yes, d.no, d.abstain, d.unanimous) for d in record(HEAD + text).decisions]


def test_rows_end_in_abbreviations_that_a_legend_explains():
    text = (
        "Legende: e = einstimmig; m = mehrheitlich; z.K. = zur Kenntnis\n\n"
        "1  Niederschrift                                  e\n"
        "2  Bericht der Feuerwehr                          z.K.\n"
        "3  BV 4/2031 Umlage                               m, 3 Gegenstimmen\n"
        "4  BV 5/2031 Bänke                                verwiesen HA, m (9-3-1)\n"
        "5  Anfragen\n"
    )
    assert told(text) == [
        ("adopted", None, None, None, True),
        ("noted", None, None, None, None),
        ("adopted", None, 3, None, False),
        ("referred", 9, 3, 1, False),
    ]


def test_a_legend_below_and_results_behind_dashes():
    text = (
        "1. Bauantrag Ahl – e\n2. Bauantrag Bode – m (8:3)\n3. Antrag Kern – abg. (2:9)\n4. Haushalt – vt.\n\n"
        "(e = einstimmig, m = mehrheitlich, abg. = abgelehnt, vt. = vertagt)\n"
    )
    assert told(text) == [
        ("adopted", None, None, None, True),
        ("adopted", 8, 3, None, False),
        ("rejected", 2, 9, None, False),
        ("postponed", None, None, None, None),
    ]


def test_abstentions_behind_a_stroke():
    text = (
        "Abkürzungen: e = einstimmig; e/n = einstimmig bei n Enthaltungen; vw. = verwiesen\n\n"
        "TOP   Gegenstand              Ergebnis\n 3    Steuersatzung           e/2\n 4    Antrag A               "
        " vw. HFA, e\n"
    )
    assert told(text) == [("adopted", None, None, 2, True), ("referred", None, None, None, True)]


def test_cells_of_a_table():
    text = (
        "Z = zugestimmt; A = abgelehnt\n\n| TOP | Betreff | Ergebnis |\n|-----|---------|----------|\n"
        "| 2 | Bebauungsplan | Z |\n| 3 | Antrag B | A |\n"
    )
    assert [outcome for outcome, *_ in told(text)] == ["adopted", "rejected"]


def test_a_bracket_behind_a_sentence_tells_its_vote():
    text = (
        "TOP 1: Plan\nDer Plan wird beschlossen. (e)\n\nTOP 2: Satzung\nDie Satzung wird beschlossen. (m, 3 Enth.)\n\n"
    )
    legend = "Abkürzungen: e = einstimmig, m = mehrheitlich\n"
    assert told(text + legend) == [("adopted", None, None, None, True), ("adopted", None, None, 3, False)]


@pytest.mark.parametrize(
    "text", ["Zimmer 3 – e\nZimmer 4 – m\n", "e = einstimmig, m = mehrheitlich\n\nVerteiler: Frau Au – K\n"]
)
def test_letters_that_nothing_explains_tell_nothing(text):
    assert told(text) == []


def test_a_legend_that_gives_the_meaning_first():
    text = (
        "zur Kenntnis genommen:  *      beschlossen: b      abgelehnt: a      zurückgestellt: z\n\n"
        "Ö  3.1  Vergabe Los 4            BA/87      b   11 : 0 : 0\nÖ  3.2  Vergabe Los 7            BA/88      z\n"
        "Ö  5.   Antrag Radstreifen       AN/31      a   2 : 9 : 0\nÖ  6.   Bericht                  INF/19     *\n"
    )
    assert [one[:4] for one in told(text)] == [
        ("adopted", 11, 0, 0),
        ("postponed", None, None, None),
        ("rejected", 2, 9, 0),
        ("noted", None, None, None),
    ]
