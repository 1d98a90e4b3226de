"""Heads as council systems print them on their pages: lists, parts without gaps, run-on texts; all invented."""

from __future__ import annotations

import datetime as dt

import pytest

import kimdocs
from kimdocs.model.council import DocumentKind


def facts(page: str):
    return kimdocs.extract(kimdocs.read(page.encode(), name="seite.txt")).document


def test_a_page_of_an_item_whose_motion_is_its_paper():
    labels = "- TOP:\n- Ö 11.2\n- Zusätze:\n- SPD-Fraktion; Gruppe Aue\n- Gremium:\n- Rat der Stadt Elbheim\n- Datum:\n"
    more = (
        "- Do., 27.07.2031\n- Beratung:\n- öffentlich\n- Vorlageart:\n- Antrag der Fraktion\n- Beschluss:\n- vertagt\n"
    )
    found = facts(f"27.07.2031 - 11.2 Bank am Wehr\nGrunddaten\n{labels}{more}Beschlussvorschlag:\nDie Bank kommt.\n")
    assert (found.kind, found.title, found.date) == (DocumentKind.EXCERPT, "Bank am Wehr", dt.date(2031, 7, 27))
    assert (found.paper_type, found.consultations) == ("Antrag der Fraktion", ())


def test_a_page_of_a_motion_with_its_result():
    page = "Antrag: Bank am Wehr\n\nBeschluss: endgültig abgelehnt\n\nDie Bezirksvertretung Aue beschließt:\n\n"
    found = facts(
        f"{page}Beschluss:\nDie Bank kommt.\n\nAbstimmungsergebnis:\n\nMehrheitlich abgelehnt gegen die CDU-Fraktion.\n"
    )
    assert (found.kind, found.organization) == (DocumentKind.EXCERPT, "Bezirksvertretung Aue")


def test_two_kinds_of_paper_without_a_gap():
    page = "Drucksache - DS/0417/V\n\nBetreff: Bank am Wehr\nStatus:öffentlich\n"
    glued = "Drucksache-Art:Antrag zur BeschlussfassungDringliche Vorlage zur Kenntnisnahme\n\n"
    assert facts(f"{page}{glued}Sachverhalt\nEs fehlen Bänke.\n").paper_type == "Antrag zur Beschlussfassung"


def test_the_number_of_an_answer_is_no_title():
    found = facts(
        "Stellungnahme - 2031/AN/1454-01 (SN)\n\nReduzieren\n\nBeratungsfolge\n\nEs besteht kein Antragsrecht.\n"
    )
    assert (found.title, found.reference, found.paper_type) == (None, "2031/AN/1454-01", "Stellungnahme")


def test_a_page_of_an_agenda_has_no_number_of_its_papers():
    page = "Tagesordnung - Sitzung des Rates\n\nGremium: Rat\nDatum: Fr, 16.09.2031\nOrt: 39999 Aue\n\n"
    items = "TOP   Betreff Vorlage\n\nÖ 1  \nEröffnung    \nDie Tagesordnung wird bestätigt.\n"
    items += "Ö 2  \nBank am Wehr\nVO/4680/2031  \nEinstimmig\n"
    assert facts(page + items).reference is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Vorlage: Bank am Wehr", "Bank am Wehr"),
        ("Beschlussvorlage: Bank am Wehr", "Bank am Wehr"),
        ("Vorlage: 12/2031", None),
    ],
)
def test_the_title_behind_the_label_of_a_paper(line, title):
    page = f"Sitzung: 14.11.2031 Rat\nBeschluss: geändert beschlossen\nTOP: Ö 6\nVorlage: 212/2031\n\n{line}\n\n"
    found = facts(f"{page}Frau Moll berichtet.\n\nAbstimmungsergebnis: 5 Ja-Stimmen\n")
    assert (found.title, found.reference) == (title, "212/2031")


def test_a_section_that_says_how_public_it_is():
    page = "§ 12 - Bank am Wehr - Baubeschluss - (öffentlich)\n\nSachvortrag:\nDie Bank ist alt.\n\n"
    assert facts(f"{page}Beschluss:\nDie Bank kommt.\n\n(Einstimmig)\n").title == "Bank am Wehr - Baubeschluss"


def test_the_heading_of_minutes_in_a_text_that_runs_on():
    text = (
        "Geschäftsführung Bezirksvertretung 1 (Innenstadt) Telefon: (0111) 221-91 Datum: 26.07.2031 Niederschrift über "
        "die Sitzung der Bezirksvertretung Innenstadt in der Wahlperiode 2029/2034 am Donnerstag, dem 07.07.2031, "
        "16:00 Uhr bis 22:00 Uhr, Rathaus, Raum A 119 Anwesend waren: Frau Moll Tagesordnung 1 Bänke Beschluss: Die "
        "Bezirksvertretung beschließt die Bänke. Abstimmungsergebnis: einstimmig\n"
    )
    assert (facts(text).organization, facts(text).date) == ("Bezirksvertretung Innenstadt", dt.date(2031, 7, 7))
