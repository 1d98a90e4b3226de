"""What frames the text of a resolution: its formula, reports above it, its vote and its certificate below it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import facts, texts

MINUTES = "Niederschrift über die 7. Sitzung des Rates der Stadt Auental am 06.03.2031\n\nTOP 1: Wegenetz\n\n"
VOTE = "\n\nAbstimmungsergebnis: 12 Ja, 3 Nein\n"
WAY = "Der Weg am Bach wird verbreitert."


@pytest.mark.parametrize(
    "frame",
    [
        "Beschluss:\nDem Kreistag wird empfohlen zu beschließen:\n{}" + VOTE,
        "Beschluss:\nDer Kreistag beschließt bei 12 Ja-Stimmen und 3 Enthaltungen:\n{}\n",
        "Beschluss:\n{}\n\nDie Richtigkeit des Auszuges wird bestätigt.\n",
        "Beschluss:\n{}\n\nAbstimmung zu § 4 (Grunderwerb)\n12 Ja, 3 Nein\n",
        "Beschluss:\n{}\n- In geänderter Fassung mit 9 gegen 6 Stimmen angenommen -\n",
        "Beschluss:\n{}\n\n06.03.2031, gez. Muster\n",
        "**Beschluss:** {}\n\n### TOP 2 - Haushalt\n",
        "Beschluss: {}                                     8    8    0\n",
        "Beschluss-Nr. 12/2031        {}\n                             Ja: 12     Nein: 3\n",
    ],
)
def test_what_frames_a_text_is_no_part_of_it(frame: str) -> None:
    assert texts(MINUTES + frame.format(WAY)) == [WAY]


def test_a_statute_starts_behind_the_formula_that_enacts_it() -> None:
    statute = "§ 1 Der Weg heißt Bachweg.\n§ 2 Die Verordnung tritt am 1. Mai 2031 in Kraft."
    text = f"Beschluss:\nDer Gemeinderat beschließt folgende Verordnung:\n{statute}{VOTE}"
    assert texts(MINUTES + text) == [" ".join(statute.split())]


def test_a_report_below_the_number_is_no_part_of_the_text() -> None:
    act = "Die Gemeindevertretung beschließt, den Auftrag für den Weg an die Firma Muster zu vergeben."
    text = f"Beschluss-Nr.: 12-03/2031\nDer Bürgermeister legt dar, dass drei Angebote vorliegen.\n{act}{VOTE}"
    assert texts(MINUTES + text) == [act]


def test_points_go_on_with_the_clause_a_blank_line_above() -> None:
    text = "Der Rat beschließt,\n\na) den Weg zu verbreitern,\nb) den Zaun zu erneuern."
    assert texts(f"{MINUTES}{text}\n\nJa: 12   Nein: 3\n") == [" ".join(text.split())]


def test_a_proposal_starts_behind_the_clause_that_asks_for_it() -> None:
    head = "Stadt Auental\nDrucksache 44/2031\n\nBeschlussempfehlung\nAusschuss für Verkehr\n\n"
    asks = f"Betr.: Wegebau am Bach\n\nDie Vertretung möge beschließen:\n\n{WAY}\n\nBegründung:\nDer Weg ist schmal.\n"
    assert texts(head + asks) == [WAY]


@pytest.mark.parametrize(
    "report",
    [
        "Der Bauausschuss empfiehlt mit 4 : 3 Stimmen die Annahme.",
        "Die Verwaltung schätzt den Bedarf auf zwei Stellen.",
        "Frau Muster wird vorgeschlagen. Sie wird per Handzeichen gewählt.",
        "Daraufhin wird durch Erheben von den Plätzen ausgezählt.",
        "Herr Muster erklärt: „Ich kann mit beiden leben.“",
    ],
)
def test_reports_before_a_vote_are_no_texts(report: str) -> None:
    assert texts(MINUTES + report + VOTE) == []


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Stadt Auental\nSitzungsvorlage              Nr. V 2031/0211-1\n", "V 2031/0211-1"),
        ("Stadt Auental                Drs.-Nr. KT 2031-09/117\n\nBerichtsvorlage\n", "KT 2031-09/117"),
        ("BESCHLUSSVORLAGE             Drucksache  IX / 211\nGemeinde Auental\n", "IX / 211"),
        ("Stadt Auental                Sammelvorlage Nr. SV 2031/07\nKämmerei\n", "SV 2031/07"),
        ("Bezirksamt Auental\n\nBA-Vorlage Nr. IV/1288\n\nVorlage zur Beschlussfassung\n", "IV/1288"),
        ("Gemeinde Auental\nGemeinderatsvorlage 29/2031, Kämmerei, Frau Muster\n", "29/2031"),
        (
            "Region Auental               Informationsdrucksache\nDer Präsident      Nr.: 0877 (IV) IDs\n",
            "0877 (IV) IDs",
        ),
    ],
)
def test_numbers_of_papers_with_letters(head: str, number: str) -> None:
    assert facts(f"{head}\nBetreff: Wegebau am Bach\n\nBeschlussvorschlag:\n{WAY}\n").reference == number


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Protokoll\nder 9. Sitzung des Ortsrates Wiesental (XII. Wahlperiode) am 15.11.2031", "Ortsrat Wiesental"),
        ("Beschlussprotokoll der 3. Sitzung des Stadtrates, V. Wahlperiode\nDatum: 29.10.2031", "Stadtrat"),
        ("Gemeinde Auental\nProtokoll Gemeinderat öffentlich 2031/09 vom 19.10.2031", "Gemeinderat"),
        ("Gemeinde Auental, Bauausschuss\n\nProtokoll der 4. Sitzung am 24.04.2031", "Bauausschuss"),
        (
            "Gemeinde Auental - Bau-, Wege- und Umweltausschuss - 5. Sitzung - 12. Juni 2031",
            "Bau-, Wege- und Umweltausschuss",
        ),
        (
            "Gemeinde Auental\nOrgan: [x] Gemeinderat   [ ] Hauptausschuss\nProtokoll, Sitzung vom: 18.10.2031",
            "Gemeinderat",
        ),
    ],
)
def test_bodies_without_what_stands_beside_their_names(head: str, body: str) -> None:
    items = "\n\nPunkt 1  Begrüßung\nFrau Muster begrüßt alle.\n\nPunkt 2  Wegebau\nDer Vorlage wird zugestimmt.\n"
    assert facts(head + items).organization == body
