"""Excerpts that no head names: what they are, and whose they are, told by the acts they report."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts

ITEM_PAGE = """Waldwege; Ausbau im dritten Abschnitt


Daten angezeigt aus Sitzung:  4. Gemeinderat, 17.02.2031

Beratungsreihenfolge
Gremium Sitzung Sitzungsdatum ö / nö Beratungstyp TOP-Nr.
Gemeinderat (Gemeinde Wiesenfeld) 4. Gemeinderat 17.02.2031 ö beschließend 6

Sachverhalt

Die Wege sind schmal.
"""


def test_a_page_of_one_item_names_its_meeting() -> None:
    found = facts(ITEM_PAGE)
    assert found.kind is DocumentKind.EXCERPT
    assert found.title == "Waldwege; Ausbau im dritten Abschnitt"
    assert found.date == dt.date(2031, 2, 17)
    assert found.organization == "Gemeinderat"
    assert [(row.organization, row.date, row.role) for row in found.consultations] == [
        ("Gemeinderat", dt.date(2031, 2, 17), "beschließend")
    ]


@pytest.mark.parametrize(
    ("paper", "organization"),
    [
        ("Der Marktgemeinderat nimmt den Forstbericht zur Kenntnis.\n", "Marktgemeinderat"),
        ("Der Bau- und Umweltausschuss beschließt den Bau einer Brücke.\n", "Bau- und Umweltausschuss"),
        ("Nach kurzer Beratung beschließt der Kreistag, die Straße zu bauen.\n", "Kreistag"),
        ("Der Stadtrat hat den Haushalt beschlossen.\n", "Stadtrat"),
        ("Der Stadtrat stimmt zu.\nDer Bauausschuss lehnt die Vorlage ab.\n", None),
        ("Der Ausschuss empfiehlt dem Rat, die Satzung zu erlassen.\n", None),
        ("Der Stadtrat tagt im Mai. Beschluss:\nDie Satzung wird erlassen.\n", None),
    ],
)
def test_the_one_body_that_acts_is_whose_excerpt_it_is(paper: str, organization: str | None) -> None:
    found = facts(paper + "\nAbstimmungsergebnis: einstimmig\n")
    assert found.kind is DocumentKind.EXCERPT
    assert found.organization == organization
    if organization:
        assert [place.quote for place in found.evidence["organization"]]


def test_a_bulletin_of_decisions_is_no_minutes() -> None:
    bulletin = "Beschlüsse aus dem Stadtrat vom 04.05.2031\n\nTOP 1\nHaushalt\n\nAbstimmungsergebnis:\nJa-Stimmen: 9\n"
    assert facts(bulletin).kind is DocumentKind.OTHER
