"""Forms of heads: labels in blocks, strips of parts, rows without a heading, lines that are no title; all invented."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts

PROPOSAL = "\n\nBeschlussvorschlag:\nDie Bank wird aufgestellt.\n"
HEAD = "Stadt Elbheim\nBeschlussvorlage Nr. 118/2031\n"


def rows(paper: str):
    return [(row.organization, row.date and row.date.isoformat()) for row in facts(paper).consultations]


@pytest.mark.parametrize(
    "lines",
    [
        "Bauausschuss (28.04.2031)\nStadtrat (12.05.2031)",
        "Beratung:\n28.04.2031 Bauausschuss\n12.05.2031 Stadtrat",
        "Bauausschuss, 28.04.2031 (VB); Stadtrat, 12.05.2031 (BE)",
        "28.04.2031\nBauausschuss\nVorberatung\n12.05.2031\nStadtrat\nEntscheidung",
        "Bauausschuss\nVorberatung\n28.04.2031\nStadtrat\nEntscheidung\n12.05.2031",
        "1. Bauausschuss / 28.04.2031 / X / /\n2. Stadtrat / 12.05.2031 / / X /",
        "Beratungen (2)\nBauausschuss, Mo 28.04.2031, 17:00 Uhr\nStadtrat, Mo 12.05.2031, 18:00 Uhr\n"
        "Dateien (1)\nplan.pdf",
        "Gremium\nVoraussichtlicher Sitzungstermin\nZuständigkeit\nBauausschuss\n28.04.2031\nVorberatung\n"
        "Stadtrat\n12.05.2031\nEntscheidung",
    ],
)
def test_bodies_with_their_dates_without_the_usual_table(lines):
    paper = f"{HEAD}\n{lines}\n\nBank am Wehr{PROPOSAL}"
    assert rows(paper) == [("Bauausschuss", "2031-04-28"), ("Stadtrat", "2031-05-12")]
    assert facts(paper).title == "Bank am Wehr"


@pytest.mark.parametrize(
    "line",
    [
        "Empfänger: Bauausschuss am 28.04.2031, öffentlich",
        "Beratung: Bauausschuss, Montag, 28.04.2031",
        "An: Bauausschuss (28. April 2031)",
        "An den Bauausschuss\nSitzung: 28.04.2031",
        "An den\nBauausschuss\nzur Sitzung am 28.04.2031",
    ],
)
def test_a_paper_for_one_body(line):
    assert rows(f"{HEAD}{line}\n\nBank am Wehr{PROPOSAL}") == [("Bauausschuss", "2031-04-28")]


def test_numbered_rows_that_wait_for_their_date():
    table = "Beratungsfolge:        Termin:\n1. Bauausschuss        28.04.2031\n2. Stadtrat            ________"
    assert rows(f"{HEAD}{table}\n\nBank am Wehr{PROPOSAL}") == [("Bauausschuss", "2031-04-28"), ("Stadtrat", None)]


@pytest.mark.parametrize(
    "line", ["Der Bauausschuss tagte am 28.04.2031 vor Ort.", "Beratung: durch Frau Sommer", "Empfänger: Frau Sommer"]
)
def test_lines_that_are_no_rows(line):
    assert rows(f"{HEAD}{line}\n\nBank am Wehr{PROPOSAL}") == []


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("(Drucksache 12/2031)", "Bank am Wehr"),
        ("- Beratung und Beschlussfassung -", "Bank am Wehr"),
        ("Vorlage 77/2031", "Bank am Wehr"),
        ("8. Kosten: 500 €", "Bank am Wehr"),
        ("hier: Aufstellung (Bauabschnitt 2)", "Bank am Wehr hier: Aufstellung (Bauabschnitt 2)"),
        ("und am Markt", "Bank am Wehr und am Markt"),
    ],
)
def test_lines_below_a_title(below, title):
    assert facts(f"{HEAD}Betreff: Bank am Wehr\n{below}{PROPOSAL}").title == title


@pytest.mark.parametrize(
    "furniture",
    [
        "Anlage zur Einladung",
        "Dateien (2)",
        "gedruckt am 07.07.2031",
        "18.09.2031, FB Tiefbau",
        "Nachrichtlich: Kämmerei",
    ],
)
def test_furniture_of_a_page_is_no_title(furniture):
    assert facts(f"{HEAD}{furniture}\n\nBank am Wehr{PROPOSAL}").title == "Bank am Wehr"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("zu 5.2", "Bank am Wehr"),
        ("Ö 7", "Bank am Wehr"),
        ("Punkt 3 d. TO", "Bank am Wehr"),
        ("§ 12", "Bank am Wehr"),
    ],
)
def test_the_title_of_an_excerpt_stands_below_the_number_of_its_item(line, title):
    paper = (
        "Gemeinde Auental\nAuszug aus dem Protokoll des Gemeinderats\nvom 14.01.2031\n"
        "Außerdem anwesend: Frau Sommer\n\n"
        f"{line}\nBank am Wehr\n\nDer Rat stimmt zu.\n"
    )
    assert facts(paper).title == title


@pytest.mark.parametrize(
    ("letterhead", "body"),
    [
        ("S T A D T   E L B H E I M", "Stadt Elbheim"),
        ("STADT\nELBHEIM", "Stadt Elbheim"),
        ("Landeshauptstadt    [Wappen]\nElbheim", "Landeshauptstadt Elbheim"),
        ("STADT ELBHEIM, FB 66", "Stadt Elbheim"),
        ("Gemeinde Auental, Rathausstr. 3, 39999 Auental", "Gemeinde Auental"),
        ("Nord-Kreis Elbfeld", "Nord-Kreis Elbfeld"),
        ("**Gemeinde Auental** · *öffentlich*", "Gemeinde Auental"),
        ("Stadt\nFreibad", None),
    ],
)
def test_the_town_of_a_letterhead(letterhead, body):
    found = facts(f"{letterhead}\n\nBeschlussvorlage Nr. 12/2031\n\nBank am Wehr{PROPOSAL}").body
    assert found == body or (body is None and found == "Stadt Freibad")


def test_the_town_of_a_signature():
    signed = "Auszug aus dem Protokoll vom 18.04.2031\n\nTOP 8\nBank am Wehr\n\nBeschluss:\nJa.\n\n"
    assert facts(f"{signed}Gemeinde Auental\nDie Vorsitzende der Gemeindevertretung\n").body == "Gemeinde Auental"
    assert facts(f"{signed}Gemeinde Auental\nStadt Elbheim\n").body is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("15.07.2031\tKämmerei/Frau Moll", "2031-07-15"),
        ("Stadtverwaltung - Bauamt - 15.07.2031", "2031-07-15"),
        ("Elbheim/Auental, 15.07.2031", "2031-07-15"),
        ("Erstellt: 15.07.2031, Fachbereich 3", "2031-07-15"),
        ("Eingereicht am: 15.07.2031", "2031-07-15"),
        ("Datum: 15-07-2031", "2031-07-15"),
        ("Vorgang: Schreiben vom 15.07.2031 an das Land", None),
    ],
)
def test_the_date_of_a_paper(line, date):
    found = facts(f"{HEAD}{line}\n\nBank am Wehr{PROPOSAL}").date
    assert found == (dt.date.fromisoformat(date) if date else None)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("Sitzungsdatum:\nBeginn:\nEnde\nOrt:\n\nDienstag, 16.08.2031\n18:00 Uhr\n19:15 Uhr\nSaal", "2031-08-16"),
        ("Zeit: 16.08.2031, 19.00 Uhr", "2031-08-16"),
        ("Di, 16.08.2031 | 17:00 Uhr", "2031-08-16"),
        ("16.8.2031, 18-19.30 Uhr", "2031-08-16"),
        ("(nach der Wahl vom 14.10.2030)\nam Dienstag, 16.08.2031", "2031-08-16"),
        ("Wann: Dienstag, 16. August 2031\nNächster Termin: 02.11.2031", "2031-08-16"),
        ("Nächste Sitzung: 02.11.2031", None),
    ],
)
def test_the_date_of_minutes(lines, date):
    found = facts(f"Gemeinde Auental\nNiederschrift\nüber die 4. Sitzung des Bauausschusses\n{lines}\n\nTOP 1: Bank\n")
    assert found.date == (dt.date.fromisoformat(date) if date else None)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("(Drucks. Nr. 15-2038/2031)", "15-2038/2031"),
        ("94/2031", "94/2031"),
        ("Bezug: Vorlage 2031/034/014", "2031/034/014"),
        ("Vorlage SV 20-25/447", "SV 20-25/447"),
        ("Frau Moll verweist auf Vorlage 94/2031 und 95/2031.", None),
    ],
)
def test_the_number_of_the_paper_that_an_excerpt_is_about(line, number):
    head = "Stadt Elbheim\nAuszug aus der Niederschrift des Rates vom 14.03.2031\n\nTOP 2\nBank am Wehr\n"
    assert facts(f"{head}{line}\n\nDer Rat stimmt zu.\n").reference == number


def test_minutes_of_several_items_have_no_number_of_one_of_their_papers():
    minutes = (
        "Niederschrift über die Sitzung des Rates am 04.03.2031\n\nTOP 1: Bank\nVorlage 12/2031\nJa.\n\nTOP 2: Wehr\n"
    )
    assert facts(minutes).reference is None


@pytest.mark.parametrize("sign", ["; ", " - ", " | ", " · "])
def test_a_line_whose_parts_each_say_something(sign):
    strip = sign.join(("Stadt Elbheim", "Mitteilungsvorlage", "Nr. 2031-66-04", "06.02.2031", "öffentlich"))
    found = facts(f"{strip}\nBank am Wehr\n\nMitteilung:\nDie Bank steht.\n")
    assert (found.body, found.paper_type, found.reference) == ("Stadt Elbheim", "Mitteilungsvorlage", "2031-66-04")
    assert (found.title, found.date, found.public) == ("Bank am Wehr", dt.date(2031, 2, 6), True)


def test_the_town_and_the_kind_of_paper_on_one_line():
    paper = f"Gemeinde Auental - Beschlussvorlage\nNr. 12/2031\nBank am Wehr{PROPOSAL}"
    assert (facts(paper).paper_type, facts(paper).title) == ("Beschlussvorlage", "Bank am Wehr")


def test_a_row_of_a_table_is_no_such_line():
    paper = f"{HEAD}BuA | 28.04.2031 | Kenntnisnahme\n\nBank am Wehr{PROPOSAL}"
    assert facts(paper).paper_type == "Beschlussvorlage"


@pytest.mark.parametrize(
    ("heading", "organization"),
    [
        ("Niederschrift – Ausschuss für Kultur", "Ausschuss für Kultur"),
        ("Protokoll Arbeitskreis Radverkehr", "Arbeitskreis Radverkehr"),
        ("NIEDERSCHRIFT ÜBER DIE SITZUNG DES FERIEN-\nAUSSCHUSSES", "Ferienausschuss"),
        (
            "Niederschrift über die Sitzung der Verbandsversammlung des Zweckverbandes Wasser Ried",
            "Verbandsversammlung",
        ),
    ],
)
def test_the_body_of_minutes(heading, organization):
    assert facts(f"{heading}\n\nOrt: Rathaus\n\nTOP 1: Bank\nDie Bank wird aufgestellt.\n").organization == organization


def test_a_sheet_that_is_headed_as_a_resolution():
    sheet = "B E S C H L U S S\nBeschluss-Nr.: 33-4/31\nder Gemeindevertretung Ried\nvom 27.04.2031\n\n"
    found = facts(f"{sheet}Betreff: Bank am Wehr\n")
    assert (found.kind, found.title, found.date) == (DocumentKind.EXCERPT, "Bank am Wehr", dt.date(2031, 4, 27))
    assert facts(f"{HEAD}Bank am Wehr\n\nBeschluss\nder Bank zuzustimmen\n").kind is DocumentKind.SUBMISSION
