"""Bulletins: gazettes and notices that tell the public what a body decided; all invented."""

from __future__ import annotations

import datetime as dt

import pytest

import kimdocs
from kimdocs.model.council import DocumentKind

LIST = (
    "\n\nBeschluss-Nr. 41/31\nDer Gemeinderat kauft eine Bank.\nAbstimmungsergebnis: Ja: 11, Nein: 3\n\n"
    "Beschluss-Nr. 42/31\nDer Gemeinderat verkauft die Wiese.\nAbstimmungsergebnis: Ja: 14, Nein: 0\n"
)


def facts(paper: str):
    return kimdocs.extract(kimdocs.read(paper.encode(), name="blatt.txt")).document


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        ("Amtsblatt der Gemeinde Auental   Nr. 7/2031 - 17. Juli 2031\n\nBeschlüsse des Gemeinderates vom 12.06.2031",
         "Beschlüsse des Gemeinderates vom 12.06.2031", "2031-07-17"),
        ("Mitteilungsblatt Auental, Ausgabe 12 vom 04.05.2031\n\n"
         "In der Sitzung des Gemeinderates vom 28.04.2031 gefasste Beschlüsse",
         "In der Sitzung des Gemeinderates vom 28.04.2031 gefasste Beschlüsse", "2031-05-04"),
        ("Gemeinde Auental\n\nBekanntmachungen\n\nMo 05.05.2031 09:12\n\nBeschlüsse des Gemeinderates vom 28.04.2031",
         "Beschlüsse des Gemeinderates vom 28.04.2031", "2031-05-05"),
        ("Gemeinde Auental\n\nBekanntmachung\n\nder in der 4. Sitzung des Gemeinderates am 3. Mai 2031 gefassten "
         "Beschlüsse", "Bekanntmachung der in der 4. Sitzung des Gemeinderates am 3. Mai 2031 gefassten Beschlüsse",
         None),
    ],
)  # fmt: skip
def test_a_bulletin_has_the_date_of_its_issue_and_the_body_of_its_title(head, title, date):
    found = facts(head + LIST)
    assert (found.kind, found.title, found.organization) == (DocumentKind.OTHER, title, "Gemeinderat")
    assert found.reference is None
    assert found.date == (dt.date.fromisoformat(date) if date else None)


def test_a_gazette_with_the_resolutions_of_two_bodies_is_that_of_none():
    paper = f"Amtsblatt Auental, Nr. 3\n\nBeschlüsse des Gemeinderates vom 12.06.2031{LIST}"
    found = facts(f"{paper}\nBeschlüsse des Bauausschusses vom 05.06.2031{LIST}")
    assert (found.kind, found.organization) == (DocumentKind.OTHER, None)


def test_a_list_of_resolutions_that_nobody_makes_public_is_the_record_of_their_meeting():
    found = facts(f"Gemeinde Auental\n\nBeschlüsse der Sitzung des Gemeinderates vom 12.06.2031{LIST}")
    assert (found.kind, found.date) == (DocumentKind.MINUTES, dt.date(2031, 6, 12))


def test_minutes_in_a_gazette_are_minutes():
    paper = "Nachrichtenblatt für Auental   Nr. 5   12. Mai 2031\n\nNiederschrift über die Sitzung des Gemeinderates am"
    assert facts(f"{paper} 3. Mai 2031\n\nTOP 1 Bank\nDer Rat beschließt die Bank. Einstimmig.\n").kind == "minutes"


def test_resolutions_that_each_name_their_sitting():
    sheets = "\n\n".join(
        f"Betr.: | Beschluss Nr. {number}/2031 - Bank am Wehr |\n"
        "Der Gemeinderat der Landgemeinde Auental beschließt in seiner Sitzung am 14.05.2031:\n"
        "Die Bank wird aufgestellt.\n| Ja - Stimmen: | 13 |\n| Nein - Stimmen: | keine |"
        for number in (31, 32)
    )
    found = facts(f"{sheets}\n\nAuental, den 20.05.2031\n")
    assert (found.kind, found.date, found.organization) == (DocumentKind.EXCERPT, dt.date(2031, 5, 14), "Gemeinderat")
    assert (found.body, found.title, found.reference) == ("Landgemeinde Auental", None, None)


def test_a_page_with_the_date_of_its_sitting_and_results():
    page = "Markt Auental\nSitzung: 26.03.2031 MGR/003/2031\n\nBank am Wehr\n\nBeschluss 16:4:\n\n"
    found = facts(f"{page}Der Marktgemeinderat billigt die Bank.\n\nAnwesend: 20\n")
    assert (found.kind, found.date) == (DocumentKind.EXCERPT, dt.date(2031, 3, 26))
    assert found.organization == "Marktgemeinderat"


def test_the_date_of_a_meeting_that_is_said_to_be_held():
    text = (
        "Unter dem Vorsitz von Anton Moll findet am 28.09.2031 im Bürgerhaus eine Sitzung des Ortsgemeinderates statt."
    )
    assert facts(f"{text}\n\n1. Bank\nBeschluss:\nDer Bank wird zugestimmt.\nEinstimmig\n").date == dt.date(2031, 9, 28)
