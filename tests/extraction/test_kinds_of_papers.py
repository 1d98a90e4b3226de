"""What papers call themselves where no label says it, and the paper that an excerpt is about; all invented."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts

PROPOSAL = "\n\nBeschlussvorschlag:\nDie Bank wird aufgestellt.\n"


@pytest.mark.parametrize(
    ("lines", "paper_type"),
    [
        ("Stadt Elbheim               Sitzungsvorlage zu TOP 7\nGremium: Stadtrat", "Sitzungsvorlage"),
        ("Stadt Elbheim\n\nVorlage für       Gremium: Stadtrat\n       Vorlage-Nr.: 2031/17", "Vorlage"),
        ("Amt 66\n\nAntwort auf eine Anfrage gemäß § 12 der Geschäftsordnung\n",
         "Antwort auf eine Anfrage gemäß § 12 der Geschäftsordnung"),
        ("Etatanregung Ortsbeirat 3\n", "Etatanregung"),
    ],
)  # fmt: skip
def test_the_kind_of_a_paper(lines, paper_type):
    found = facts(f"{lines}\nBetreff: Bank am Wehr{PROPOSAL}")
    assert (found.paper_type, found.title) == (paper_type, "Bank am Wehr")


def test_the_heading_of_an_answer_does_not_say_what_the_paper_is():
    paper = (
        "Amt 66\n\nBeantwortung einer Anfrage nach § 4 der Geschäftsordnung\n\nGremium      Datum\n"
        "Bauausschuss      04.05.2031\n\n"
        "Beantwortung einer Anfrage der Gruppe Bunte Liste aus der Sitzung des Bauausschusses vom\n"
        "01.02.2031 - Bänke am Wehr\n\nStellungnahme der Verwaltung:\nDie Bänke kommen.\n"
    )
    assert facts(paper).paper_type == "Beantwortung einer Anfrage nach § 4 der Geschäftsordnung"
    assert facts(paper).title == (
        "Beantwortung einer Anfrage der Gruppe Bunte Liste aus der Sitzung des Bauausschusses "
        "vom 01.02.2031 - Bänke am Wehr"
    )


@pytest.mark.parametrize(
    "label",
    [
        "Status:öffentlichVorlage-Art:Mitteilungsvorlage",
        "Vorlage-Art:MitteilungsvorlageMitteilungsvorlage",
        "- Beratung:\n- öffentlich\n- Vorlageart:\n- Mitteilungsvorlage",
    ],
)
def test_the_paper_of_an_excerpt(label):
    page = (
        f"Auszug - Bank am Wehr\n\nGremium: Rat   Beschlussart: zur Kenntnis genommen\n{label}\n\nWortprotokoll\nJa.\n"
    )
    assert (facts(page).kind, facts(page).paper_type) == (DocumentKind.EXCERPT, "Mitteilungsvorlage")


def test_a_page_that_runs_on():
    page = (
        "Bank am Wehr\n\nInhalt\n\nS A C H S T A N D : Vortrag des Magistrats vom 08.07.2031, M 95 "
        "Betreff: Bank am Wehr Vorgang: Beschl. d. Stv.-V. vom 26.04.2030 (M 241) Der Bank wird zugestimmt. "
        "Begründung: Es fehlen Bänke. Beratungsergebnisse: 7. Sitzung des OBR 3 am 08.08.2031, TO I, TOP 5 "
        "Beschluss: Der Vorlage wird zugestimmt. 8. Sitzung des Sportausschusses am 09.09.2031, TO II, TOP 6 "
        "Bericht: TO I Die Sitzung des Rates vom 01.01.2030 ist nicht gemeint.\n"
    )
    found = facts(page)
    assert (found.title, found.reference, found.date) == ("Bank am Wehr", "M 95", dt.date(2031, 7, 8))
    assert [(row.organization, row.date) for row in found.consultations] == [
        ("OBR 3", dt.date(2031, 8, 8)),
        ("Sportausschuss", dt.date(2031, 9, 9)),
    ]


@pytest.mark.parametrize(
    "rest", ["Die Stadtverordnetenversammlung möge beschließen: Eine Bank wird gebaut.", "Begründung: Es fehlen Bänke."]
)
def test_a_title_ends_where_the_text_runs_on(rest):
    assert facts(f"Antrag\nBetreff: Bank am Wehr {rest}\n").title == "Bank am Wehr"


def test_the_body_whose_sitting_a_paper_is_for():
    paper = (
        "Vorlage Nr. 20/417\nfür die Sitzung der Deputation für Mobilität (städtisch)\nam 02.04.2031\n\nBank am Wehr"
    )
    assert facts(paper + PROPOSAL).organization == "Deputation für Mobilität"


def test_a_department_is_no_number():
    assert (
        facts(f"Stadt Elbheim\nFB 2 / 20 21 01\n\nVorlage Nr. 187/2031\n\nBank am Wehr{PROPOSAL}").reference
        == "187/2031"
    )


@pytest.mark.parametrize(
    "lines",
    [
        "Sitzungsvorlage Nr. 5/2031             zur öffentlichen Verbandsversammlung\n"
        "                                       am 08.12.2031, TOP 3",
        "Vorlage\n\nfür die Verbandsversammlung             Drucksache Nr. 5/2031\nam 08.12.2031           öffentlich",
    ],
)
def test_the_sitting_in_a_column(lines):
    found = facts(f"Wasserzweckverband Aue\n\n{lines}\n\nBank am Wehr{PROPOSAL}")
    assert (found.organization, found.reference, found.title) == ("Verbandsversammlung", "5/2031", "Bank am Wehr")
    assert [row.date for row in found.consultations] == [dt.date(2031, 12, 8)]


@pytest.mark.parametrize(
    "head",
    [
        "Stadt Elbheim      Drucksache 14/0733\n\nStadtrat, Sitzung vom 19. Mai 2031\n"
        "Auszug aus dem Beschlußbuch       Blatt 211",
        "Markt Elbheim      Auszug aus dem Sitzungsbuch\nBauausschuss       Sitzung vom 26.03.2031",
        "Stadt Elbheim\nAuszug aus dem Protokollbuch. 77/IX.\nSitzung des Rates am 4. Mai 2031",
    ],
)  # fmt: skip
def test_an_excerpt_from_any_book_of_minutes(head):
    found = facts(f"{head}\n\nGegenstand: Bank am Wehr\n\nBeschluss\n\nDie Bank wird aufgestellt.\n\nJa: 9\nNein: 2\n")
    assert found.kind in (DocumentKind.EXCERPT, DocumentKind.MINUTES)
