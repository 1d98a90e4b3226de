"""Heads of pages and sheets: an item below its sitting, a title below a status, forms that go along; all invented."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts

VOTED = "\n\nAbstimmungsergebnis:\neinstimmig\n"


@pytest.mark.parametrize(
    "text",
    [
        "Vorlage: 44/2031\n\nBeschlussvorschlag\nDer Rat beschließt es.\n",
        "\nDer Vorsitzende gibt bekannt:\n\nAbstimmung: Ja: 0, Nein: 0, Enthaltungen: 0\n",
    ],
)
def test_an_item_below_its_sitting_is_an_excerpt(text):
    found = facts(
        f"Stadt Auen\nSitzung: 11.06.2031 Ausschuss für innere Dienste\nTOP Ö 7: Bekanntgabe der Ordnung\n{text}"
    )
    assert (found.kind, found.date) == (DocumentKind.EXCERPT, dt.date(2031, 6, 11))
    assert (found.organization, found.title) == ("Ausschuss für innere Dienste", "Bekanntgabe der Ordnung")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Protokoll\nüber die öffentliche Sitzung\n\ndes Gremiums: Beirat Aue\nam: Montag, 11.11.2031", "Beirat Aue"),
        ("Protokoll der Sitzung\ndes Gremiums: Beirat Aue am: Montag, 11.11.2031\nOrt: Aula", "Beirat Aue"),
        ("Stadt Elbe\nNiederschrift, Ausschuss für Bildung, 11.11.2031", "Ausschuss für Bildung"),
        ("Protokoll Nr. 4/2031, Gemeinderat, öffentliche Sitzung vom 11.11.2031", "Gemeinderat"),
        ("Stadt Elbe\nOrtschaftsrat Auen am Bühl\nNiederschrift Nr. 5, 11.11.2031", "Ortschaftsrat Auen am Bühl"),
        (
            "Stadt Elbe\nDer Vorsitzende des Schulausschusses\nNiederschrift über die 2. Sitzung am 11.11.2031",
            "Schulausschuss",
        ),
        ("Sitzung: 11.11.2031 Kreistag (konstituierend)\nTOP Ö 1: Bank", "Kreistag"),
        ("Niederschrift über die Sitzung des Ausschusses für Umwelt am Montag, 11.11.2031", "Ausschuss für Umwelt"),
    ],
)
def test_the_body_and_the_day_of_minutes(head, body):
    found = facts(f"{head}\n\n1. Bank am Wehr{VOTED}")
    assert (found.organization, found.date) == (body, dt.date(2031, 11, 11))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Abstimmung: Ja: 17, Nein: 5\n\nVorlage: 2031/114\n\nNeufassung der Satzung\n\n", "Neufassung der Satzung"),
        ("\nWahl des Ortsvorstehers\n\n", "Wahl des Ortsvorstehers"),
        ("Abstimmung: Ja: 7\n\nDrucksache 0977/31 - Förderung freier Träger\n\n", "Förderung freier Träger"),
        ("\nDie Vorlage wird vertagt\n\n", None),
        ("\nHerr Ahlers bittet darum\n\n", None),
        ("\nBank am Wehr:\n\n", None),
    ],
)
def test_the_line_below_a_status(head, title):
    assert facts(f"Beschluss: mehrheitlich beschlossen\n{head}Frau Ahlers fragt nach.{VOTED}").title == title


def test_a_decision_with_its_number_and_sitting_is_no_motion():
    head = "Beschluss                         Nr. 2031/AN/2257\nGremium: Rat   Sitzung am: 19.05.2031\n\n"
    found = facts(f"{head}Änderungsantrag der Fraktion Aue\nBank am Wehr\n\nBeschluss:\nDie Bank bleibt.{VOTED}")
    assert (found.kind, found.date) == (DocumentKind.EXCERPT, dt.date(2031, 5, 19))


def test_a_paper_with_the_results_of_several_bodies_is_a_paper():
    form = "".join(
        f"Gremium: {body}   Sitzung am {day}.03.2031\n[X] einstimmig\n\n"
        for body, day in (("Rat", 18), ("Kreistag", 19))
    )
    found = facts(
        "Datum: 18.02.2031\nVorlage Nr. 08/027\nTOP 5\n\nBauausschuss    04.03.2031\nRat    18.03.2031\n\n"
        f"Betreff: Bank\n\nBeschlussvorschlag:\nDie Bank wird gekauft.\n\nBeratungsergebnis:\n{form}"
    )
    assert (found.kind, found.date) == (DocumentKind.SUBMISSION, dt.date(2031, 2, 18))
    assert [row.organization for row in found.consultations] == ["Bauausschuss", "Rat"]


def test_a_paper_for_a_council_calls_itself_vorlage():
    head = "Magistrat der Stadt Elbe       Drucksache Nr. XI/0207/31\n\nVorlage an die Stadtverordnetenversammlung\n\n"
    assert facts(f"{head}Bank am Wehr\n\nBeschlussvorschlag:\nDie Bank wird gekauft.\n").paper_type == "Vorlage"


@pytest.mark.parametrize("number", ["4123/2031-2036", "BV 2031 0412"])
def test_numbers_with_the_years_of_a_term_and_with_gaps(number):
    paper = f"Beschlussvorlage\nDrucksachennummer: {number}\nBetreff: Bank\n\nBeschlussvorschlag:\nDie Bank.\n"
    assert facts(paper).reference == number


def test_a_sitting_named_for_short_has_the_name_of_the_letterhead():
    paper = "Stadtrat der Stadt Elbe          Elbe, 03.12.2031\n\nNiederschrift der 31. Ratssitzung vom 22.11.2031\n\n"
    assert facts(f"{paper}TOP 2  Bank am Wehr{VOTED}").organization == "Stadtrat"
    assert facts(f"Niederschrift der 31. Ratssitzung vom 22.11.2031\n\nTOP 2  Bank{VOTED}").organization == "Rat"


def test_a_number_between_its_date_and_other_cells():
    row = (
        "Datum 18.08.2031   Nr. 377/31   Anlage-Nr. -\n\nBetreff\nBank am Wehr\n\nBeschlussentwurf:\nDie Bank bleibt.\n"
    )
    assert facts(f"Vorlage der Bürgermeisterin\n\n{row}").reference == "377/31"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("| TOP 4 | Annahme von Spenden |\nSonderinteresse: Mitglied Ahlers", "Annahme von Spenden"),
        (
            "Sitzung: 08.05.2031 Kreistag\nTOP Ö 5.1: Bank am Wehr\nBeschluss: Annahme\n\n"
            "TOP Ö 5.2: Brunnen am Markt\nBeschluss: Annahme",
            "Bank am Wehr",
        ),
        (
            "Ortsbeirat Aue\nAuszug aus der Niederschrift, 2. Sitzung am 09.01.2031\n\n2\tPlan für Auen\n",
            "Plan für Auen",
        ),
    ],
)
def test_the_item_of_an_excerpt(text, title):
    assert facts(f"{text}{VOTED}").title == title


def test_a_sitting_that_was_public_has_minutes():
    rows = "311 | Anbau Balkon | |\n| Erteilt. | 16 | 0\n"
    found = facts(f"Markt Seeau\nSitzungstag: 22.09.2031\nDie Sitzung war öffentlich.\n\n{rows}")
    assert (found.kind, found.date) == (DocumentKind.MINUTES, dt.date(2031, 9, 22))
