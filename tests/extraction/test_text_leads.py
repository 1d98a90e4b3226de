"""Sentences, labels and headings that open the text of a resolution, and what ends or makes up no text."""

from __future__ import annotations

import pytest

from tests.extraction.reading import texts
from tests.extraction.wegenetz import MINUTES, MONEY, PAPER, WAY


@pytest.mark.parametrize(
    "lead",
    [
        "Nach kurzer Aussprache wird folgender Beschluss gefasst:",
        "Es wird wie folgt beschlossen:",
        "Folgende Resolution wird verabschiedet:",
        "Der Bauausschuss empfiehlt dem Hauptausschuss und dem Kreistag:",
        "Der Ausschuss gibt folgende Empfehlung ab:",
        "Der Antrag wird in folgender geänderter Fassung angenommen:",
        "Dem Rat wird einstimmig empfohlen, wie folgt zu beschließen:",
        "Der Rat stimmt folgendem Beschlussvorschlag zu:",
        "Der Rat beschließt mit Stimmenmehrheit:",
        "Die Vorsitzende lässt über folgenden Beschlussvorschlag abstimmen:",
    ],
)
def test_sentences_that_lead_in_a_text(lead):
    assert texts(f"{MINUTES}Herr Lohse berichtet.\n{lead}\n\n{WAY}\n\nAbstimmungsergebnis: einstimmig\n") == [WAY]


@pytest.mark.parametrize(
    "lead",
    [
        "Herr Lohse stellt folgende Fragen:",
        "Der Rat wählt folgende Mitglieder in den Ausschuss:",
        "Die Verwaltung empfiehlt der Gemeinde folgende Standorte:",
        "Es gingen folgende Angebote ein:",
        "Der Rat hat am 04.02.2031 folgende Gebührensatzung\nbeschlossen:",
    ],
)
def test_sentences_that_lead_in_something_else(lead):
    assert texts(f"{MINUTES}Frau Kraus berichtet.\n{lead}\n\nam Bach\nam Anger\n\nFrau Kraus dankt.\n") == []


@pytest.mark.parametrize("heading", ["Vorschlag", "Vorgeschlagener Beschluss:", "Was soll beschlossen werden?"])
def test_headings_of_proposals(heading):
    assert texts(f"{PAPER}{heading}\n\n{WAY}\n\nSachverhalt\n\nDer Weg ist schmal.\n") == [WAY]


def test_a_proposal_is_no_heading_before_a_name():
    assert texts(f"{MINUTES}Vorschlag: Frau Kraus\n\nFrau Kraus nimmt an.\n") == []


@pytest.mark.parametrize(
    "label",
    ["Beschluss-\nvorschlag:   ", "Beschluss-\n  vorschlag:  ", "Beschlussent-\nwurf: "],
)
def test_a_label_that_a_narrow_column_breaks(label):
    rest = "Sach-\nverhalt:     Der Weg ist schmal.\n"
    assert texts(f"{PAPER}{label}{WAY}\n\n{rest}") == [WAY]


def test_a_broken_word_is_no_label():
    assert texts(f"{PAPER}Beschlussvorschlag:\n{WAY} Der Beschluss-\nvorschlag gilt weiter.\n") == [
        f"{WAY} Der Beschluss- vorschlag gilt weiter."
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Gesetzliche Grundlagen: § 45 KVG",
        "Bisherige Beschlüsse: keine",
        "Wie geht es weiter?",
        "Beteiligung anderer Stellen",
        "Mittelbedarf: 12.000 €",
        "Klima- und Umweltauswirkungen: keine",
        "Begründung der Dringlichkeit",
    ],
)
def test_headings_that_end_a_proposal(heading):
    assert texts(f"{PAPER}Beschlussvorschlag:\n{WAY}\n\n{heading}\nDer Weg ist schmal.\n") == [WAY]


@pytest.mark.parametrize(
    "line",
    [
        "Anzahl der Mitglieder der Gemeindevertretung:   13",
        "Zahl der stimmberechtigten Mitglieder: ....",
        "davon anwesend:     10",
        "Ja: CDU, SPD (23)   Nein: FDP (3)   Enthaltungen: Grüne (4)",
        "Getrennte Abstimmung:",
        "Auf Antrag der FDP wird über Nr. 2 gesondert abgestimmt:",
        "Bei Abwesenheit der FDP einstimmig angenommen.",
        "gez. Dr. Kraus",
    ],
)
def test_lines_that_end_a_text(line):
    assert texts(f"{MINUTES}Beschluss:\n{WAY}\n{line}\n") == [WAY]


@pytest.mark.parametrize("line", ["Die Zahl der Mitglieder des Beirats wird erhöht.", "Ja zur Bahn: Das bleibt Ziel."])
def test_lines_that_go_on_with_a_text(line):
    assert texts(f"{MINUTES}Beschluss:\n{WAY}\n{line}\n\nAbstimmung: einstimmig\n") == [f"{WAY} {line}"]


@pytest.mark.parametrize("told", ["ohne", "entfällt", "kein Beschluss", "siehe oben", "---"])
def test_words_that_tell_that_there_is_no_text(told):
    assert texts(f"{MINUTES}Beschluss: {told}\n\nFrau Kraus dankt.\n") == []


def test_that_a_proposal_was_followed_is_no_text():
    assert texts(f"{MINUTES}Beschluss\nDer Beschlussvorschlag zu a) wird angenommen.\n\nAbstimmung: 8 Ja\n") == []
    told = "Der Beschlussvorschlag des Beirats wird vertagt."
    assert texts(f"{MINUTES}Beschluss\n{told}\n\nAbstimmung: 8 Ja\n") == [told]


def test_a_row_of_boxes_before_a_text():
    boxes = "[X] Aufstellungsbeschluss   [ ] Satzungsbeschluss"
    assert texts(f"{MINUTES}Beschluss:   {boxes}\n             {WAY}\n\nAbst.: einstimmig\n") == [WAY]


def test_the_vote_may_stand_in_the_heading():
    text = f"{MINUTES}Beschluss mit 8 Ja-Stimmen bei 2 Gegenstimmen:\n1. {WAY}\n2. {MONEY}\n\nTOP 2: Anfragen\n"
    assert texts(text) == [f"1. {WAY} 2. {MONEY}"]


def test_appointments_under_a_number():
    text = "Beschluss-Nr. 96-11/2031\nHerr Ulf Lohse wird zum 1. Mai bestellt.\nAbstimmungsergebnis:\neinstimmig\n"
    assert texts(MINUTES + text) == ["Herr Ulf Lohse wird zum 1. Mai bestellt."]


@pytest.mark.parametrize("title", ["Wegenetz", "Verbreiterung des Weges am Bach zwischen der Mühle und dem alten Steg"])
def test_a_text_right_below_the_title_of_its_item(title):
    act = "Der Rat der Stadt Auental vergibt den Auftrag an die Firma Lohse."
    text = f"{MINUTES}TOP 2: {title}\n{act}\nAbst.-Erg.: Ja 8, Nein 0\n\nTOP 3: Anfragen\n\nKeine.\n"
    assert texts(text) == [act]


def test_a_motion_of_a_group_before_its_vote_is_no_text():
    act = "Die FWG-Fraktion stellt den Antrag, den Weg zu sperren."
    assert texts(f"{MINUTES}TOP 2: Wege\n{act}\nAbstimmung: 5 Ja, 8 Nein\n\nTOP 3: Anfragen\n\nKeine.\n") == []
