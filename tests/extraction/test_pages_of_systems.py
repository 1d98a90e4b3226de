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


@pytest.mark.parametrize(
    ("head", "organization", "date"),
    [
        ("Kurzbericht aus dem Marktgemeinderat Aue\nSitzung vom 12. Mai 2031", "Marktgemeinderat Aue", "2031-05-12"),
        ("Gemeinderat Aue - Sitzungsbericht vom 12. Mai 2031", "Gemeinderat Aue", "2031-05-12"),
        ("Logo\nMein Auenblatt\nAusgabe 23/2031\nAmtliches der Ortsgemeinden\nZurück\nZur Ausgabe\n\n"
         "Sitzung des Stadtrates Aue vom 12.05.2031", "Stadtrat", "2031-05-12"),
    ],
)  # fmt: skip
def test_reports_of_sittings_are_minutes(head, organization, date):
    found = facts(f"{head}\n\n1. Bank\n\nDer Bank wurde einstimmig zugestimmt.\n\n2. Wiese\n\nVertagt.\n")
    assert (found.kind, found.organization) == (DocumentKind.MINUTES, organization)
    assert found.date == dt.date.fromisoformat(date)


def test_a_sheet_that_names_its_sitting_below_its_heading():
    sheet = "Beschluss\nGemeinderat, 12.05.2031, TOP 4\nBeschluss-Nr. GR 31/04/2031\n\nBank am Wehr\n\n"
    found = facts(f"{sheet}Der Gemeinderat beschließt die Bank.\n\nEinstimmig\n")
    assert (found.kind, found.organization, found.title) == (DocumentKind.EXCERPT, "Gemeinderat", "Bank am Wehr")
    assert (found.reference, found.date) == ("GR 31/04/2031", dt.date(2031, 5, 12))


def test_a_list_of_those_to_whom_a_paper_goes_is_no_title():
    head = "Landeshauptstadt Aue\nDatum 17.01.2031\n\nS T E L L U N G N A H M E\nS0019/31\nöffentlich\n\n"
    rows = "zum Antrag A0123/30 der Fraktion SPD\nBezeichnung: Bänke am Ufer\nVerteiler   Tag\nStadtrat   14.02.2031\n"
    found = facts(f"{head}{rows}\nDie Verwaltung nimmt Stellung: Bänke sind da.\n")
    assert (found.title, found.reference) == ("Bänke am Ufer", "S0019/31")
    assert [row.organization for row in found.consultations] == ["Stadtrat"]


def test_a_wide_gap_within_the_name_of_a_town():
    assert facts("Vorlage Nr. 417/2031\n\nGemeinde  Wiesen\n\nBetreff: Bank\n\nBeschlussvorschlag:\nJa.\n").body == (
        "Gemeinde Wiesen"
    )


def test_a_letter_that_invites_to_a_sitting_reports_none():
    letter = "Schulverband Aue\nDer Verbandsvorsteher\n\n39999 Aue, den 12.11.2031\nAz. 11.2\nAn die Mitglieder\n\n"
    text = "Sitzung der Schulverbandsversammlung am 26.11.2031\n\nSehr geehrte Damen und Herren,\nich lade Sie ein.\n"
    assert facts(letter + text).date == dt.date(2031, 11, 12)


def test_a_sheet_that_names_its_sitting_by_its_number():
    sheet = "Stadt Elbheim\nStadtverordnetenversammlung\n\nBeschluss Nr. 0417/2031\nzur Drucksache 2031/088\n\n"
    found = facts(f"{sheet}der 14. Sitzung am 12.05.2031\n\nBetreff: Bank\n\nDie Bank kommt.\n\nJa: 20 Nein: 3\n")
    assert (found.kind, found.date) == (DocumentKind.EXCERPT, dt.date(2031, 5, 12))
    assert found.organization == "Stadtverordnetenversammlung"


def test_minutes_called_so_in_the_second_column():
    head = (
        "Gemeinde Wiesen                      Beschlussprotokoll\n\nGremium:   Gemeinderat\nSitzung am:   12.05.2031\n"
    )
    assert facts(f"{head}\n1. Bank\nEinstimmig\n\n2. Wiese\n3 Ja, 4 Nein\n").kind is DocumentKind.MINUTES
