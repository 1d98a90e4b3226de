"""Where texts of resolutions start and end in papers of many kinds, by what their sentences are."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.extraction.texts.announces import announces, key_of_text

MINUTES = "Niederschrift über die 7. Sitzung des Rates der Stadt Auental am 06.03.2031\n\nTOP 1: Wegenetz\n\n"
NEXT = "\nTOP 2: Anfragen\n\nKeine.\n"
WAY = "Der Weg am Bach wird verbreitert."
FENCE = "Der Zaun ist bis zum Herbst zu erneuern."


def texts(paper: str) -> list[tuple[str, str]]:
    record = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt"))
    return [(one.kind.value, " ".join(one.text.split())) for one in record.resolutions]


@pytest.mark.parametrize(
    ("clause", "sure"),
    [
        ("nach kurzer beratung wird beschlossen", True),
        ("der rat fasst mit 8 zu 2 stimmen folgenden beschluss", True),
        ("der antrag lautet nun wie folgt", True),
        ("die gemeindevertretung beschließt mit folgender änderung", True),
        ("der beirat bittet einstimmig", True),
        ("die verwaltung schlägt vor, zu beschließen", True),
        ("festlegung", False),
        ("die vorsitzende verliest den beschlussvorschlag", False),
        ("der rat beschließt den ankauf folgender grundstücke", None),
        ("der rat beschließt, die mittel wie folgt zu verwenden", None),
        ("die verwaltung teilt folgendes mit", None),
        ("der antrag wird wie folgt begründet", None),
        ("der plan wird beschlossen (dagegen", None),
        ("es liegen folgende anträge vor", None),
    ],
)
def test_whether_a_clause_announces_a_text(clause, sure):
    assert announces(clause) is sure


@pytest.mark.parametrize(
    ("clause", "key"),
    [
        ("der rat beschließt", "resolution"),
        ("der beirat stellt folgenden antrag", "resolution"),
        ("der rat möge beschließen", "proposed_resolution"),
        ("der beschlussvorschlag wird wie folgt neu gefasst", "proposed_resolution"),
    ],
)
def test_whether_the_text_is_adopted_or_proposed(clause, key):
    assert key_of_text(clause) == key


@pytest.mark.parametrize(
    "lead",
    [
        "Herr Lohse hält den Weg für zu schmal. Danach wird beschlossen:",
        "Danach wird die Vorlage in folgender Fassung zur Abstimmung gestellt:",
        "Der so ergänzte Vorschlag lautet:",
        "Nach Ende der Aussprache fasste der Vorsitzende zusammen, worüber abzustimmen war:",
    ],
)
def test_texts_behind_a_colon(lead):
    assert texts(f"{MINUTES}{lead}\n\n{WAY} {FENCE}\n\nJa 8, Nein 2\n{NEXT}") == [("adopted", f"{WAY} {FENCE}")]


def test_a_text_may_go_on_in_the_line_of_its_announcement():
    report = f"Frau Lohse fragt nach den Kosten. Sodann ergeht folgende Entscheidung: {WAY} (8 dafür, 3 dagegen)"
    assert texts(f"{MINUTES}{report}\nFrau Lohse dankt.\n{NEXT}") == [("adopted", WAY)]


def test_what_somebody_moves_in_a_sitting_is_no_text():
    report = f"Ratsfrau Lohse stellt folgenden Antrag:\n\n{WAY}\n\nDer Antrag wird abgelehnt.\n"
    assert texts(MINUTES + report + NEXT) == []


@pytest.mark.parametrize(
    "debate",
    [
        "Das Büro rechnete mit hohen Kosten. Marktrat Lindner äußerte Bedenken.",
        "Die Mauer sei brüchig, der Weg kaum zu nutzen.",
    ],
)
def test_a_text_starts_behind_the_debate_of_its_paragraph(debate):
    assert texts(f"{MINUTES}{debate} {WAY}\n9 dafür, 6 dagegen\n{NEXT}") == [("adopted", WAY)]


@pytest.mark.parametrize(
    "behind",
    [
        "Anschließend entspann sich eine Aussprache über die Kosten.\n\nJa 8, Nein 2",
        "Der Eigentümer hat den Weg im Januar angeboten. Der Preis liegt unter dem Wert.",
        "Warum das nötig ist\nDer Weg wurde seit Jahren nicht mehr gepflegt.",
        "Ratsherr Anders erklärt, er habe dagegen gestimmt.",
    ],
)
def test_debate_and_reasons_behind_a_text_are_no_part_of_it(behind):
    assert texts(f"{MINUTES}Beschluss:\n{WAY}\n\n{behind}\n{NEXT}")[0] == ("adopted", WAY)


@pytest.mark.parametrize("behind", ["Begründung: Er ist schmal.", "Frau Lohse dankt.", "Dem folgt der Rat einstimmig."])
def test_what_stands_in_the_line_of_a_text_and_is_no_part_of_it(behind):
    assert texts(f"{MINUTES}Beschluss: {WAY} {behind}\n{NEXT}") == [("adopted", WAY)]


def test_a_sentence_below_says_how_the_vote_on_a_text_went():
    report = f"Herr Lohse schilderte die Lage.\n\n{FENCE}\nDas wurde bei einer Enthaltung einstimmig beschlossen.\n"
    assert texts(MINUTES + report + NEXT) == [("adopted", FENCE)]


def test_the_only_paragraph_of_a_motion_that_says_what_to_decide():
    motion = (
        "Antrag\nder Fraktion Neue Mitte\nan den Rat der Stadt Auental\n\nSchatten am Bach\n\n"
        "Der Rat beauftragt die Verwaltung, am Bach zwölf Linden zu pflanzen.\n\n"
        "Die Sommer werden heißer. Andere Städte haben damit gute Erfahrungen gemacht.\n"
    )
    assert texts(motion) == [("proposed", "Der Rat beauftragt die Verwaltung, am Bach zwölf Linden zu pflanzen.")]
