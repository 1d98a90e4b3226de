"""What is never part of a resolution's text, whatever the gap before it; and what but looks like that."""

from __future__ import annotations

import pytest

from tests.extraction.reading import texts
from tests.extraction.wegenetz import MINUTES, WAY


@pytest.mark.parametrize(
    "line",
    [
        "dafür: 12 (7 ABC, 5 XYZ)\ndagegen: 4 (XYZ)",
        "Dafür: 12 (7 ABC, 5 XYZ)",
        "./. einstimmig",
        "=> mehrheitlich, 2 Gegenstimmen",
        "Stimmen dafür    41\nStimmen dagegen   3",
        "6 x Ja, 1 x Nein",
        "12 : 0",
        "Anlage zur Niederschrift: Lageplan",
        "Der Lageplan ist der Niederschrift als Anlage 3 beigefügt.",
        "Die Folien liegen dem Protokoll bei.",
        "Der Ausschuss empfiehlt einstimmig, entsprechend zu beschließen.",
        "So beschlossen.",
        "Damit ist der Antrag angenommen.",
        "Der Vorsitzende ruft Punkt 2 auf.",
        "Bürgermeisterin Anders stellt den Vorschlag zur Abstimmung.",
        "Ratsfrau Anders hat an der Beratung und Abstimmung nicht teilgenommen.",
        "Ratsherr Anders war von der Abstimmung ausgeschlossen.",
        "Hinweis: Frau Anders nahm an der Abstimmung nicht teil.",
        "Herr Anders verlässt vor der Abstimmung den Saal.",
        "Anders, Erika – ja\nBrink, Otto – nein",
        "Dafür: Anders, Brink\nDagegen: Clemens",
        "Abgegebene Stimmen: 14",
        "Weiterhin beschließt der Rat mit 9 Ja-Stimmen bei 2 Enthaltungen wie folgt:\nDie Brücke wird gesperrt.",
        "F.d.R.d.A.\nAnders",
        "Der Auszug wird hiermit beglaubigt.",
        "Erschließung: gesichert\nNachbarn: beteiligt",
        "Der Rat stimmt dem Vorschlag einstimmig zu.",
        "Die Abstimmung ergab 11 Ja- und 2 Nein-Stimmen.",
        "Namentliche Abstimmung auf Antrag der Fraktion:\nJa: Anders, Brink\nNein: Clemens",
        "Anders    ja\nBrink    nein",
        "Gegenstimme: Ratsherr Anders",
        "Gemäß § 22 GO war Herr Anders ausgeschlossen.",
        "Mitwirkungsverbot gemäß § 24 GO: Herr Anders",
        "Persönliche Erklärung von Ratsherrn Anders: Ich war dagegen.",
        "Anders (ABC): Wir stimmen zu.",
        "Auf Nachfrage von Frau Anders erklärt die Verwaltung, der Bau beginne im Mai.",
        "Die Verwaltung erläutert, dass der Bau im Mai beginnt.",
        "Die Sitzung wird von 19:10 Uhr bis 19:20 Uhr unterbrochen.",
        "Die Bürgermeisterin\nAnders",
        "Anlage 1 - Lageplan\nAnlage 2 - Kosten",
        "2. Anfragen\nKeine.",
    ],
)
def test_what_follows_a_text_is_no_part_of_it(line):
    assert texts(f"{MINUTES}Beschluss:\n{WAY}\n{line}\n")[0] == WAY


@pytest.mark.parametrize(
    "text",
    [
        "Der Weg wird gesperrt.\nFür 12 Kinder wird ein Umweg eingerichtet.",
        "Der Zaun wird erneuert.\nGegen 22 Uhr wird das Tor geschlossen.",
        "Der Verein erhält 900 €.\nEin Verkauf des Geräts ist ausgeschlossen.",
        "Der Vertrag wird geändert.\nDie Anlage zum Vertrag wird neu gefasst.",
        "Der Plan wird beschlossen.\nDie Anlage 1 ist Bestandteil des Beschlusses.",
        "Die Gemeinde tritt dem Bündnis bei.\nSie nimmt am Wettbewerb der Dörfer teil.",
        "Die Entgelte werden festgesetzt.\nErwachsene: 5 €\nKinder: 2 €",
        "Der Ausschuss empfiehlt dem Rat, den Weg entsprechend der Anlage 2 zu verbreitern.",
        "Der Steg wird saniert.\nDie Verwaltung legt im Herbst die Kosten vor.",
        "Der Rat hebt den Plan auf.\nDer Rat stimmt dem Vertrag mit dem Verein zu.",
        "Die Halle bleibt.\nDie Halle wird um 22 Uhr geschlossen.",
        "1. Der Weg wird gesperrt.\n2. Umleitung über die Brücke",
        "Der Rat nimmt den Bericht zur Kenntnis.\nWeiterhin wird die Verwaltung beauftragt, den Weg zu sperren.",
    ],
)
def test_sentences_that_but_look_like_it_stay(text):
    assert texts(f"{MINUTES}Beschluss:\n{text}\nAbstimmungsergebnis: 12 Ja, 3 Nein\n") == [" ".join(text.split())]


def test_a_section_of_the_next_item_ends_the_text():
    head = "Verhandlung des Gemeinderats Auental vom 06.03.2031\n§ 7 Öffentlich – Wegenetz\n"
    points = f"(1) {WAY}\n(2) Der Zaun wird erneuert."
    minutes = f"{head}Der Gemeinderat beschließt einstimmig:\n{points}\n§ 8 Öffentlich – Brücken\nKeine.\n"
    assert texts(minutes) == [points.replace("\n", " ")]


def test_the_head_of_a_page_behind_a_text_is_no_part_of_it():
    head = "- 3 -\nNiederschrift Stadtrat vom 06.03.2031, öffentlich\n\n"
    assert texts(f"{MINUTES}Beschluss:\n{WAY}\n\n{head}TOP 2: Brücken\n") == [WAY]


def test_a_text_follows_the_counts_of_a_status():
    status = "Beschluss: ungeändert beschlossen\nAbstimmung: Ja: 9, Nein: 0, Enthaltungen: 1\n"
    assert texts(f"{status}Der Ausschuss stimmt dem Bau des Weges zu. Er kostet 900 €.\n\n\nHerr Anders dankt.\n") == [
        "Der Ausschuss stimmt dem Bau des Weges zu. Er kostet 900 €."
    ]
