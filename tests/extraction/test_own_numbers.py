"""The document's own number, however it is written and wherever it stands, and the lists of values around it."""

from __future__ import annotations

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts_of

PAPER = "\n\nBeschlussvorschlag:\nDer Weg wird verbreitert.\n\nSachverhalt:\nDer Weg ist schmal.\n"


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Drucksachen-Nr.: 31/0057                         Bericht", "31/0057"),
        ("Stadt Auental      Drucksache STV/0012/2031-2036", "STV/0012/2031-2036"),
        ("Drucksache 2031/0733-A1\n12.08.2031", "2031/0733-A1"),
        ("Drucksache 31-36/0133", "31-36/0133"),
        ("KT-Drucksache Nr. 2031-045", "2031-045"),
        ("Beschlussvorlage 088/2031/SR öffentlich", "088/2031/SR"),
        ("Sitzungsvorlage Nr. 31/055 zur Sitzung des Bezirkstags am 24.07.2031", "31/055"),
        ("Ratsvorlage Nr. 9/2031", "9/2031"),
        ("Sitzungsvorlage\n\nNr. 114-2031", "114-2031"),
        ("Vorlage-Nr:    FB 61/0418/WP31-1\nVerfasser:     FB 61/300", "FB 61/0418/WP31-1"),
        ("Beratungen zur Vorlage 0219/2031: Bau einer Halle", "0219/2031"),
        ("Beschlussvorlage\nAntrag Nr. 0681/2031", None),
    ],
)
def test_the_own_number(head, number):
    assert facts_of(f"Stadt Auental\n{head}{PAPER}").reference == number


def test_the_number_before_the_repeated_title_may_be_one_of_a_term():
    title = "Sichere Querung für die Kinder an der Hauptstraße"
    head = f"Auszug - {title}\n\nGremium: Bezirksversammlung\nDatum: 12.03.2031\n\nXXI-1187 {title}\n"
    assert facts_of(head + "\nProtokoll:\n\nDem Antrag wird zugestimmt.\n").reference == "XXI-1187"


def test_values_below_their_labels_in_a_list_are_no_labels():
    head = (
        "Beschlussauszug\n12.05.2031 - 8 Neubau der Turnhalle am Anger\n\nGrunddaten\n- TOP:\n- Ö 8\n- Gremium:\n"
        "- Bauausschuss\n- Datum:\n- Do, 12.05.2031\n- Anlass:\n- Sitzung\n- Vorlage:\n- BV/AUE/31/017\n"
        "- Vorlageart:\n- Beschlussvorlage\n- Beschluss:\n- ungeändert beschlossen\n"
    )
    facts = facts_of(head + "\nWortprotokoll\n\nHerr Lohse fragt nach.\n")
    assert (facts.reference, facts.organization, facts.kind) == ("BV/AUE/31/017", "Bauausschuss", DocumentKind.EXCERPT)


def test_the_page_of_an_item_with_its_status_is_an_excerpt_whatever_paper_was_dealt_with():
    head = "TOP Ö 12: Ordnungsdienst\n\nBeschluss: mehrheitlich abgelehnt\nVorlage: 2031/1507\nArt: Bürgerantrag\n"
    assert facts_of(head + "\nDem Antrag wird nicht gefolgt.\n").kind is DocumentKind.EXCERPT


@pytest.mark.parametrize("title", ["Halbjahresbericht zum 30.06.2031", "Anfrage der Ratsgruppe vom 02.07.2031: Kosten"])
def test_a_title_with_a_date_below_the_beratungsfolge_is_no_row_of_it(title):
    table = "Gremium              Termin        Zuständigkeit\nBauausschuss         23.06.2031    Kenntnisnahme\n"
    facts = facts_of(f"Stadt Auental\n\nInformationsvorlage Nr. 118/2031\n\n{table}\n{title}\n\nDer Stand ist gut.\n")
    assert [row.organization for row in facts.consultations] == ["Bauausschuss"]
    assert facts.title == title


def test_the_number_of_a_department_below_the_kind_is_not_the_papers():
    text = "LANDKREIS MUSTERAU                      Vorlage\nDie Landrätin                           - öffentlich -\n"
    text += "10 - Zentrale Dienste                   Drucksache 2031/208\n\nStellenplan für das Jahr 2032\n"
    assert facts_of(text).reference == "2031/208"
