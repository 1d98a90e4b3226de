"""A Beratungsfolge that stands behind the text of a paper, or in an excerpt, under whatever words head it."""

from __future__ import annotations

import time

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEAD = "Stadt Neuwald\nBeschlussvorlage Nr. 12/2031\n\nBetreff: Neubau der Brücke am Mühlgraben\n\n"
TEXT = "Beschlussvorschlag:\nDer Rat beschließt den Neubau.\n\nBegründung:\nDie Brücke ist alt.\n\n"
ROWS = """
     Ortsbeirat Wald-Süd               19.11.2031      Anhörung
     Bauausschuss                      25.11.2031
     Stadtverordnetenversammlung       11.12.2031
"""
BODIES = [
    ("Ortsbeirat Wald-Süd", "2031-11-19"),
    ("Bauausschuss", "2031-11-25"),
    ("Stadtverordnetenversammlung", "2031-12-11"),
]


def facts(text):
    return extract(SourceDocument("sha256:0", "probe.txt", "text/plain", text)).document


def rows(text):
    return [(row.organization, row.date and row.date.isoformat()) for row in facts(text).consultations]


@pytest.mark.parametrize(
    "heading",
    [
        "Beratungsgang",
        "Gang der Beratung",
        "Beratungsablauf",
        "Gremienweg",
        "Beratung in den Gremien",
        "Beratungsfolge",
    ],
)
def test_rows_behind_the_text(heading):
    assert rows(f"{HEAD}{TEXT}{heading}:\n{ROWS}") == BODIES


def test_rows_with_their_results_in_front_of_them_or_wrapped_beside_the_body():
    dated = "Beratungsergebnisse\n\n  01.09.2031   Bauausschuss      Empfehlung: 9 dafür, 4 dagegen\n"
    dated += "  08.09.2031   Finanzausschuss   ohne Votum weitergeleitet\n  17.09.2031   Stadtrat\n"
    assert rows(HEAD + TEXT + dated) == [
        ("Bauausschuss", "2031-09-01"),
        ("Finanzausschuss", "2031-09-08"),
        ("Stadtrat", "2031-09-17"),
    ]
    wrapped = "Beratungsverlauf                                   Stand: 19.06.2031\n\n"
    wrapped += "Gremium                                 Datum         Ergebnis\n"
    wrapped += "Ausschuss für Bauen, Verkehr und        17.05.2031    von der X-Fraktion in die\n"
    wrapped += "Wohnungswesen                                         Fraktionen gezogen\n"
    wrapped += "Rat                                     15.06.2031    beschlossen\n"
    assert rows(HEAD + TEXT + wrapped) == [
        ("Ausschuss für Bauen, Verkehr und Wohnungswesen", "2031-05-17"),
        ("Rat", "2031-06-15"),
    ]


def test_days_behind_the_text_count_where_the_head_but_names_the_bodies():
    head = "Stadt Neuwald              Beschlussdrucksache\n"
    head += "                           In den Bauausschuss\n                           In die Ratsversammlung\n\n"
    head += "                           Nr.   118/2031\n\nNeubau der Brücke\n\n"
    behind = "Beratungsverlauf\n\nBauausschuss        03.04.2031\nRatsversammlung     17.04.2031\n"
    assert rows(head + TEXT + behind) == [("Bauausschuss", "2031-04-03"), ("Ratsversammlung", "2031-04-17")]
    assert rows(head + TEXT) == [("Bauausschuss", None), ("Ratsversammlung", None)]


EXCERPT = "Gemeinde Neuhof\n\nBeschlussauszug\naus der 19. Sitzung des Rates der Gemeinde Neuhof\nvom 12.12.2031\n\n"
EXCERPT += "TOP Ö 11:     Neubau einer Halle\n\n"
DECIDED = "Beschluss:\n\nDer Rat stimmt dem Raumprogramm zu.\n\nAbstimmungsergebnis: einstimmig\n"


@pytest.mark.parametrize("status", ["", "Beschluss:    geändert beschlossen\n\nVorlage:      193/2031\n\n"])
def test_an_excerpt_with_a_beratungsfolge(status):
    listed = "Beratungsfolge:\n"
    listed += "  Schul- und Sportausschuss      14.11.2031     TOP 5     ungeändert empfohlen\n"
    listed += "  Rat                            12.12.2031     TOP 11    geändert beschlossen\n\n"
    text = EXCERPT + status + listed + DECIDED
    assert rows(text) == [("Schul- und Sportausschuss", "2031-11-14"), ("Rat", "2031-12-12")]
    assert facts(text).organization == "Rat"


def test_the_meeting_of_an_excerpt_and_what_was_decided_before_are_no_beratungsfolge():
    again = "Gremium:        Gemeindevertretung\nSitzung am:     22.09.2031\n\n"
    assert rows(EXCERPT + DECIDED + again + DECIDED) == []
    assert rows(f"{HEAD}{TEXT}Frühere Beschlüsse:\n{ROWS}") == []


@pytest.mark.parametrize(
    "name", ["BESCHLUSSVORSCHLAG", "BESCHLUSSVORSCHLAG            zum Gemeinderat", "Beschlussantrag"]
)
def test_a_paper_may_call_itself_what_heads_its_text_too(name):
    fields = "Drucksachen-Nr.:    VV 19/2031\nDatum:              05.11.2031\n\n"
    fields += "Gegenstand:         Haushaltssatzung 2032\n\n"
    found = facts(f"Zweckverband Grünes Tal\nVerbandsvorsitzende\n\n{name}\n\n{fields}{TEXT}")
    assert (found.title, found.reference) == ("Haushaltssatzung 2032", "VV 19/2031")


def test_a_number_not_filled_in_is_no_title():
    head = "MAGISTRAT DER STADT NEUWALD\n\nMagistratsvorlage Nr. 388/31                 Tagesordnungspunkt: ______\n\n"
    assert facts(f"{head}Betr.:    Ausbau der Ringstraße\n\n{TEXT}").title == "Ausbau der Ringstraße"


def test_many_headings_without_rows_take_time_that_grows_with_the_length_alone():
    """Four times the text may take at most ten times as long; anything quadratic takes sixteen times."""

    def spent(headings):
        text = HEAD + TEXT + "Die Brücke ist alt.\n\nBeratung in den Gremien:\n\n" * headings
        begin = time.process_time()
        assert rows(text) == []
        return time.process_time() - begin

    spent(100)
    short, long = spent(1000), spent(4000)
    assert long < 10 * max(short, 0.02)
