"""Headings that part a text, headings of variants, numbers of resolutions, and openings that are cut."""

from __future__ import annotations

import pytest

import kimdocs

MINUTES = "Niederschrift über die 7. Sitzung des Rates der Stadt Auental am 06.03.2031\n\nTOP 1: Wegenetz\n"
PAPER = "Stadt Auental\n\nBeschlussvorlage\n\nVorlage-Nr.: 2031/044\nBetreff: Wegenetz\n\n"
WAY, FENCE = "Der Weg am Bach wird verbreitert.", "Der Zaun wird erneuert."
VOTE = "Abstimmungsergebnis: 12 Ja, 3 Nein\n"


def read(paper: str) -> list[tuple[str, str]]:
    record = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt"))
    return [(one.kind.value, " ".join(one.text.split())) for one in record.resolutions]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Beschlussvorschlag, Variante A", "Beschlussvorschlag, Variante B"),
        ("Beschlussvorschlag Alternative 1:", "Beschlussvorschlag Alternative 2:"),
        ("Beschlussvorschlag:\nVariante 1:", "Variante 2:"),
        ("Beschlussvorschlag:\n\nOption A:", "Option B:"),
    ],
)
def test_each_variant_is_a_text_of_its_own(first, second):
    assert read(f"{PAPER}{first}\n{WAY}\n{second}\n{FENCE}\nBegründung:\nDer Weg ist eng.\n") == [
        ("proposed", WAY),
        ("proposed", FENCE),
    ]


def test_variants_in_the_facts_are_no_texts():
    facts = "Sachverhalt:\nVariante A:\nDer Weg bleibt.\nVariante B:\nDer Weg wird breiter.\n"
    assert read(f"{PAPER}Beschlussvorschlag:\n{WAY}\n{facts}") == [("proposed", WAY)]


@pytest.mark.parametrize("heading", ["Begründung der Ergänzung:", "Sachverhalt zum Antrag:", "Begründung:"])
def test_reasons_end_the_proposal(heading):
    assert read(f"{PAPER}Beschlussvorschlag (neu):\n{WAY}\n{heading}\nDer Weg ist eng.\n") == [("proposed", WAY)]


def test_counted_headings_right_below_part_the_text():
    text = f"A. Stellenplan\n{WAY}\nB. Finanzierung\n{FENCE}"
    paper = f"{PAPER}Beschlussantrag:\n{text}\nBegründung:\nA. Stellenplan\nDer Weg ist eng.\n"
    assert read(paper) == [("proposed", " ".join(text.split()))]


def test_the_name_of_a_second_resolution_behind_a_vote_is_a_heading():
    minutes = f"{MINUTES}Beschluss:\n{WAY}\n{VOTE}Satzungsbeschluss:\n{FENCE}\n{VOTE}"
    assert read(minutes) == [("adopted", WAY), ("adopted", FENCE)]


def test_the_name_of_a_resolution_inside_a_proposal_is_part_of_it():
    text = f"Maßnahmenbeschluss:\n{WAY}"
    assert read(f"{PAPER}Beschlussvorschlag:\n{text}\nBegründung:\nKeine.\n") == [("proposed", " ".join(text.split()))]


@pytest.mark.parametrize(
    "heading", ["Geänderte Beschlussempfehlung:", "Modifizierter Beschluss:", "Ergänzter Beschlusstext:"]
)
def test_what_was_changed_stands_under_a_heading(heading):
    assert read(f"{MINUTES}Herr Anders bittet um eine Änderung.\n{heading}\n{WAY}\n{VOTE}") == [("adopted", WAY)]


@pytest.mark.parametrize(
    "number", ["Beschluss 2031/47", "Beschluss RA 7/2031", "Beschluss Nr. 47-2/2031", "Beschluss Nr. 12 vom 06.03.2031"]
)
def test_a_title_below_the_number_is_no_part_of_the_text(number):
    assert read(f"{MINUTES}{number}\nVerbreiterung des Weges\n{WAY}\n{VOTE}") == [("adopted", WAY)]


@pytest.mark.parametrize(
    "opening",
    [
        "Dem Kreistag wird folgender Beschluss empfohlen:",
        "Es wird folgender Beschluss gefasst:",
        "Der Rat beschließt",
        "Der Rat der Stadt Auental beschließt:",
    ],
)
def test_an_empty_opening_is_cut(opening):
    assert read(f"{MINUTES}Beschluss:\n{opening}\n\n1. {WAY}\n2. {FENCE}\n{VOTE}") == [
        ("adopted", f"1. {WAY} 2. {FENCE}")
    ]


def test_an_opening_that_says_something_stays():
    text = f"Der Rat beschließt nach Beratung im Bauausschuss am 4. März 2031:\n1. {WAY}\n2. {FENCE}"
    assert read(f"{MINUTES}Beschluss:\n{text}\n{VOTE}") == [("adopted", " ".join(text.split()))]


def test_consent_on_the_line_of_the_heading_is_a_text_before_a_vote():
    text = "Das Einvernehmen wird erteilt."
    assert read(f"{MINUTES}Beschluss: {text}\nAbstimmung: 11 : 0\n") == [("adopted", text)]


def test_a_form_for_the_vote_does_not_make_a_proposal_adopted():
    form = "Beratungsergebnis:\nGremium   Ja   Nein   Enthaltung\nBauausschuss\nStadtrat\n"
    paper = f"{PAPER}Beschlusstext:\n{WAY}\n\nBegründung:\nDer Weg ist eng.\n\n{form}"
    assert read(paper) == [("proposed", WAY)]


@pytest.mark.parametrize(
    "lead",
    [
        "Wir beantragen, der Rat möge folgenden Beschluss fassen:",
        "Wir bitten, folgenden Antrag auf die Tagesordnung der nächsten Sitzung zu setzen:",
    ],
)
def test_a_motion_leads_in_its_text(lead):
    assert read(f"Fraktion ABC\nAntrag\nWegenetz\n{lead}\n{WAY}\nBegründung:\nDer Weg ist eng.\n") == [
        ("proposed", WAY)
    ]


def test_a_ratio_may_stand_in_the_leading_sentence():
    assert read(f"{MINUTES}Der Rat fasst sodann mit 12:3 Stimmen folgenden Beschluss:\n{WAY}\n") == [("adopted", WAY)]


@pytest.mark.parametrize(("first", "second"), [("Beschluss a:", "Beschluss b:"), ("1. Beschluss:", "2. Beschluss:")])
def test_lettered_and_numbered_resolutions_are_each_a_text(first, second):
    minutes = f"{MINUTES}{first}\n{WAY}\n{VOTE}{second}\n{FENCE}\n{VOTE}"
    assert read(minutes) == [("adopted", WAY), ("adopted", FENCE)]


def test_proposals_for_two_bodies_are_two_texts():
    paper = (
        f"{PAPER}Beschlussvorschlag Bauausschuss:\n{WAY}\nBeschlussvorschlag Stadtrat:\n{FENCE}\nBegründung:\nKeine.\n"
    )
    assert read(paper) == [("proposed", WAY), ("proposed", FENCE)]
