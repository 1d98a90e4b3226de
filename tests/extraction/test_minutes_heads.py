"""Minutes that say so beside something else on a line of their head, and forms whose labels are words of outcomes."""

from __future__ import annotations

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import Outcome
from kimdocs.model.source import SourceDocument

ACT = "\n\nTOP 1: Bauantrag Hofgasse\n\nDem Antrag wird einstimmig zugestimmt.\n"


def record(text):
    return extract(SourceDocument("sha256:0", "head.txt", "text/plain", text))


@pytest.mark.parametrize(
    "head",
    [
        "Gemeinde Bad Lindhofen\n\nÖffentliche Sitzung vom 14. März 2031                  Protokoll Nr. 4/2031",
        "Stadt Lindhofen          Niederschrift Nr. 118\nBauausschuss             Verhandlung: öffentlich",
        "Gemeinde Lindhofen\tNiederschrift 7/2031",
        "Protokoll GV Nordersiel, 11.12.2030, Feuerwehrhaus, 19.30 h",
    ],
)
def test_minutes_are_told_by_a_cell_of_their_head(head):
    found = record(head + ACT)
    assert found.document.kind is DocumentKind.MINUTES
    assert [decision.outcome for decision in found.decisions] == [Outcome.ADOPTED]


@pytest.mark.parametrize(
    "head",
    ["Sitzungsvorlage          Protokoll: Frau Lind\nDrucksache 12/2031", "Antrag          Niederschrift folgt"],
)
def test_who_writes_minutes_makes_none(head):
    assert record(head + "\n\nSachverhalt\n\nDer Weg ist schmal.\n").document.kind is not DocumentKind.MINUTES


def test_labels_of_counts_in_cells_are_no_outcome():
    form = "Zustimmung: |\n5 |\nAblehnung: |\n0 |\nEnthaltung: |\n1 |\n"
    (decision,) = record(f"Beschluss:\nDer Rat kauft die Wiese.\n\nAbstimmungsergebnis:\n\n{form}").decisions
    assert (decision.outcome, decision.yes, decision.no, decision.abstain) == (Outcome.ADOPTED, 5, 0, 1)


@pytest.mark.parametrize(
    "head",
    [
        "Bericht vom 15.03.2031\n\nAus dem Gemeinderat\n\nBericht über die Gemeinderatssitzung am 15.03.2031",
        "Bericht zur Sitzung des Gemeinderates am 15. März 2031",
        "Kurzbericht von der öffentlichen Gemeinderatssitzung am 15. März 2031",
    ],
)
def test_a_report_on_a_sitting_is_no_report_of_the_administration(head):
    found = record(f"{head}\n\nDer Gemeinderat beschloss einstimmig den Bau der Halle.\n")
    assert found.document.kind is DocumentKind.MINUTES
    assert str(found.document.date) == "2031-03-15"
    assert [decision.unanimous for decision in found.decisions] == [True]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("O R T S B E I R A T   W I E S E N T A L", "Ortsbeirat Wiesental"),
        ("G E M E I N D E R A T", "Gemeinderat"),
    ],
)
def test_a_letter_spaced_body_has_its_name(line, name):
    found = record(f"{line}\nder Stadt Auental\n\nNIEDERSCHRIFT Nr. 4/2031\nSitzung vom 28. August 2031{ACT}")
    assert (found.document.organization, found.document.body) == (name, "Stadt Auental")
