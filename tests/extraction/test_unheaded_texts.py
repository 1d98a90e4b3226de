"""Texts without a heading right before their vote: in the form of a resolution, as whole paragraphs and whole lists."""

from __future__ import annotations

import pytest

from tests.extraction.reading import texts

MINUTES = "Niederschrift über die 7. Sitzung des Rates der Stadt Auental am 06.03.2031\n\n"
VOTE = "Abstimmungsergebnis: 12 Ja, 3 Nein\n"


@pytest.mark.parametrize(
    "text",
    [
        "Der Überschuss von 12.400 € wird auf neue Rechnung vorgetragen.",
        "Am Bach werden zwölf Weiden gepflanzt. Die Pflege übernimmt der Bauhof.",
        "Für den Bauhof wird ein Anhänger zum Preis von 4.200 € gekauft.",
        "Die Hecke am Weg ist zweimal im Jahr zu schneiden.",
        "Der Rat fordert das Land auf, den Weg zu sichern.",
        "1. Der Weg wird verbreitert.\n2. Der Zaun wird erneuert.\n3. Die Kosten trägt der Verein.",
    ],
)
@pytest.mark.parametrize("vote", [VOTE, "Anlagen:\nLageplan\n" + VOTE])
def test_a_text_in_form_stands_before_the_label_of_its_vote(text, vote):
    assert texts(f"{MINUTES}TOP 1: Wegenetz\n\nHerr Anders erläutert die Lage.\n\n{text}\n\n{vote}") == [
        " ".join(text.split())
    ]


@pytest.mark.parametrize(
    "report",
    [
        "Die Planung wird vorgestellt.",
        "Das Haus wird derzeit als Lager genutzt.",
        "Die Kosten werden auf 4.200 € geschätzt.",
        "Es wird angeregt, Bäume zu pflanzen.",
        "Die Tagesordnung wird festgestellt.",
        "Dem Antrag wird nicht gefolgt.",
        "Der Weg wurde im Vorjahr verbreitert.",
    ],
)
def test_a_report_before_the_vote_is_no_text(report):
    assert texts(f"{MINUTES}TOP 1: Wegenetz\n\n{report}\n\n{VOTE}") == []


@pytest.mark.parametrize(
    "vote", ["11 : 0", "./. einstimmig", "Stimmen dafür   11\nStimmen dagegen   2", "11 dafür, 2 dagegen"]
)
def test_a_bare_vote_ends_the_sentence_of_a_body(vote):
    text = "Der Rat vergibt den Auftrag an die Firma Muster."
    assert texts(f"{MINUTES}TOP 1: Wegenetz\nHerr Anders berichtet.\n{text}\n{vote}\n\nTOP 2: Brücken\nKeine.\n") == [
        text
    ]


def test_a_sentence_that_tells_its_own_vote_is_a_report():
    text = "Der Rat vergibt den Auftrag an die Firma Muster mit\n16 Ja-Stimmen gegen 5 Nein-Stimmen."
    assert texts(f"{MINUTES}TOP 1: Wegenetz\n{text}\n\nTOP 2: Brücken\nKeine.\n") == []


def test_facts_before_the_sentence_of_the_body_are_no_part_of_the_text():
    facts = "Der Plan schließt in Erträgen und Aufwendungen mit 9.400 € ab."
    text = "Der Rat beschließt den Plan."
    assert texts(f"{MINUTES}TOP 1: Plan\n{facts}\n\n{text}\n{VOTE}") == [text]


def test_the_titles_of_parts_of_an_item_are_no_part_of_their_texts():
    first, second = (
        "Der Abschluss 2030 wird festgestellt.",
        "Der Gewinn von 8.300 € wird auf neue Rechnung vorgetragen.",
    )
    vote = "Abstimmungsergebnis: einstimmig\n"
    minutes = f"{MINUTES}TOP 1: Werke\na) Abschluss\n{first}\n{vote}b) Verwendung des Gewinns\n{second}\n{vote}"
    assert texts(minutes) == [first, second]


def test_all_sentences_of_the_body_below_a_report_are_the_text():
    text = "Der Rat stimmt dem Bau zu.\nDie Verwaltung wird beauftragt, den Weg zu bauen."
    assert texts(f"{MINUTES}TOP 1: Wegenetz\nHerr Anders berichtet.\n{text}\n{VOTE}") == [" ".join(text.split())]


def test_a_further_text_may_be_led_in_below_one_with_a_heading():
    first, second = "Der Weg am Bach wird verbreitert.", "Der Zaun wird erneuert."
    lead = "Ferner beschließt der Rat einstimmig:"
    assert texts(f"{MINUTES}TOP 1: Wegenetz\nBeschluss:\n{first}\n{lead}\n{second}\nTOP 2: Brücken\nKeine.\n") == [
        first,
        second,
    ]
