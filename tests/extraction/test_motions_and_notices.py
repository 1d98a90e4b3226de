"""Motions that are letters, notices over two lines, and the body that acts in an excerpt; all invented."""

from __future__ import annotations

import pytest

from tests.extraction.reading import facts

LETTER = "Fraktion Aue im Rat der Stadt Elbe\n\n                Elbe, den 24.01.2031\n\n"
DEAR = "\n\nSehr geehrter Herr Bürgermeister,\n\n"
MOVES = " beantragen wir, der Rat möge beschließen:\n\nDie Bank bleibt.\n"


def rows(paper: str):
    return [(row.organization, row.date and row.date.isoformat()) for row in facts(paper).consultations]


@pytest.mark.parametrize(
    "sentence",
    [
        "für die Beratungen im Bauausschuss am 07.02.2031 und im Rat am\n21.02.2031",
        "für die Sitzung des Bauausschusses am Freitag, den 07.02.2031, sowie des Rates am 21.02.2031",
        "für die Behandlung im Bauausschuss (07.02.2031) und im Rat (21.02.2031)",
    ],
)
def test_the_meetings_that_a_sentence_asks_for(sentence):
    assert rows(f"{LETTER}Antrag: Bank am Wehr{DEAR}{sentence}{MOVES}") == [
        ("Bauausschuss", "2031-02-07"),
        ("Rat", "2031-02-21"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "in der Sitzung des Bauausschusses am 07.02.2031 wurde berichtet. Daher",
        "nach der Beratung im Bauausschuss und im Rat",
        "nach der Sitzung der Fraktion am 07.02.2031 und der Fraktion am 08.02.2031",
    ],
)
def test_one_meeting_and_those_of_groups_are_not_asked_for(sentence):
    assert rows(f"{LETTER}Antrag: Bank am Wehr{DEAR}{sentence}{MOVES}") == []


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Antrag für die Sitzung des Rates am 21.02.2031\n\nhier: Bank am Wehr", "Bank am Wehr"),
        ("Antrag zum Haushalt 2031\nhier: Produkt 06 - Bänke", "Antrag zum Haushalt 2031 hier: Produkt 06 - Bänke"),
        ("Haushaltsantrag 2031: Zuschuss für Bänke", "Haushaltsantrag 2031: Zuschuss für Bänke"),
        ("Antrag: Bank am Wehr", "Bank am Wehr"),
    ],
)
def test_titles_of_motions(heading, title):
    assert facts(f"{LETTER}{heading}{DEAR}Hiermit{MOVES}").title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Bekanntmachung\nder Ergebnisse der Wahl in Auen\n\n", "Bekanntmachung der Ergebnisse der Wahl in Auen"),
        ("Einladung\n\nzur 2. Sitzung des Rates am Montag, 17.06.2031\n\n", "Einladung zur 2. Sitzung des Rates"),
    ],
)
def test_notices_over_two_lines(head, title):
    assert facts(f"Gemeinde Auen\n\n{head}Tagesordnung\n1. Bank am Wehr\n").title == title


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Der Bauausschuss empfiehlt der Stadtvertretung, die Bank zu kaufen.", "Bauausschuss"),
        ("Der Ortsbeirat Auen fasst den Beschluss.\n\nDer Ortsbeirat bittet um Auskunft.", "Ortsbeirat Auen"),
        ("Der Rat der Stadt Elbe stimmt zu.", "Rat"),
        ("Der Rat stimmt zu. Der Bauausschuss nimmt Kenntnis. Der Kulturausschuss stimmt zu.", None),
    ],
)
def test_the_body_that_acts(text, body):
    assert facts(f"Beschluss: beschlossen\n\n{text}\n\nJa 3 Nein 2\n").organization == body


def test_any_words_above_a_date_below_the_headings_of_columns_are_a_row():
    columns = "Beratungsfolge:\nGremium\nTermin\nZuständigkeit\n"
    paper = (
        f"Rat\nVorlage Nr. VII-DS-04119\nStatus: öffentlich\n\n{columns}"
        "Dienstberatung des Bürgermeisters\n12.04.2031\nBestätigung\nFA Schule\n05.05.2031\nVorberatung\n"
        "Rat\n18.05.2031\nBeschlussfassung\n\nBetreff\nBank\n\nBeschlussvorschlag:\nDie Bank.\n"
    )
    assert [name for name, _ in rows(paper)] == ["Dienstberatung des Bürgermeisters", "FA Schule", "Rat"]


@pytest.mark.parametrize(
    ("sentences", "body"),
    [
        ("In der 19. Sitzung des Gemeinderates der Landgemeinde Auen am 23.06.2031 wurden folgende", "Gemeinderat"),
        ("In der Sitzung des Stadtrates am 29.09.2031 wurden im öffentlichen Teil nachstehende", "Stadtrat"),
    ],
)
def test_the_body_of_a_gazette_that_a_sentence_names(sentences, body):
    gazette = "Amtsblatt der Landgemeinde Auen\nAusgabe 7/2031\nAmtlicher Teil\n\n"
    one = f"{sentences} Beschlüsse gefasst:\n\n1. Die Bank bleibt.\n\n"
    other = "In der Sitzung des Bauausschusses am 30.09.2031 wurden folgende Beschlüsse gefasst:\n\n1. Ein Brunnen.\n"
    assert facts(gazette + one).organization == body
    assert facts(gazette + one + other).organization is None


def test_a_labelled_council_has_all_the_words_of_its_town():
    paper = "24.09.2031 - 5 Wahl\n\nGremium: Gemeindevertretung Lütten Dorau\n\nWortprotokoll\n\nEinstimmig gewählt.\n"
    assert facts(paper).body == "Gemeinde Lütten Dorau"
