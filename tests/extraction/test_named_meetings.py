"""Minutes and excerpts whose heads name body and meeting in the parts of a line, in short, or behind other words."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts_of

ACT = "\n\nTOP 1: Wege\n\nDem Antrag wird einstimmig zugestimmt.\n"
DAY = dt.date(2031, 3, 6)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Stadt Auental - Rat der Stadt - 21. Sitzung - 06.03.2031", "Rat"),
        ("Gemeinde Auental · Rat · Sitzung am 06.03.2031 · Öffentliches Protokoll", "Rat"),
        ("Landratsamt Auental > Bürgerinfo > Kreisausschuss 06.03.2031", "Kreisausschuss"),
        ("Ausschuss für Umwelt und Wege - 24. Sitzung - 06.03.2031", "Ausschuss für Umwelt und Wege"),
        ("Gemeinde Auental      Rat der Gemeinde\n\nProtokoll über die Sitzung am 06.03.2031", "Rat"),
        ("Stadt Auental (See)      Stadtverordnetenversammlung\n\n"
         "Niederschrift 34. Sitzung, 06.03.2031", "Stadtverordnetenversammlung"),
        ("Aus dem Gemeinderat\nBericht über die öffentliche Sitzung vom 6. März 2031", "Gemeinderat"),
        ("Gemeinde Auental\n\n"
         "Verhandlungen des Gemeinderats\n\nSitzung vom 6. März 2031   Vorsitz: Lohse", "Gemeinderat"),
        ("Magistrat der Stadt Auental\nOrtsbeirat Niederau\n\n"
         "Protokoll der Sitzung vom 06.03.2031", "Ortsbeirat Niederau"),
        ("Niederschrift\nüber die 22. Sitzung der Bezirksvertretung 3 am 06.03.2031", "Bezirksvertretung 3"),
        ("Protokoll\n\nSitzung des Ortsrates der Ortschaft Niederau (Stadt Auental) am 06.03.2031", "Ortsrat"),
        ("Zweckverband Wasser Au\n\n"
         "Niederschrift über die 3. Verbandsversammlung am 06.03.2031", "Verbandsversammlung"),
        ("Niederschrift über die Verhandlungen des Ortschaftsrates\nam 06.03.2031", "Ortschaftsrat"),
        ("Stadt Auental\nSitzung des Bauausschusses\nDo, 06.03.2031, 18:00 Uhr\n\n"
         "Ö 1   Wegenetz   166/2031   Beschlussvorlage\n"
         "\nProtokoll", "Bauausschuss"),
        ("Gemeinde Neu Auen\n\n"
         "Niederschrift der Sitzung der Gemeindevertretung Neu Auen vom 06.03.2031", "Gemeindevertretung Neu Auen"),
        ("Niederschrift der Sitzung der Gemeindevertretung Neu Auen vom 06.03.2031", "Gemeindevertretung Neu Auen"),
    ],
)  # fmt: skip
def test_minutes_name_body_and_date(head, body):
    facts = facts_of(head + ACT)
    assert facts.kind in {DocumentKind.MINUTES, DocumentKind.EXCERPT}
    assert (facts.organization, facts.date) == (body, DAY)


def test_a_report_of_a_council_is_minutes():
    facts = facts_of("Kurz berichtet aus dem Stadtrat\n\nAm 6. März 2031 tagte er:\n\n* Wege: (Einstimmig)\n")
    assert (facts.kind, facts.organization) == (DocumentKind.MINUTES, "Stadtrat")


def test_a_short_name_is_spelled_out_where_the_head_does_so():
    head = "27. öffentliche Sitzung der Bezirksverordnetenversammlung Havelau\nTOP: Ö 9\nGremium: BVV Havelau\n"
    assert facts_of(head + "Datum: 06.03.2031\n" + ACT).organization == "Bezirksverordnetenversammlung Havelau"
    assert facts_of("TOP: Ö 9\nGremium: BVV Havelau\nDatum: 06.03.2031\n" + ACT).organization == "BVV Havelau"


def test_an_item_above_the_kind_of_a_paper_makes_no_excerpt():
    head = "TOP 3 der Sitzung des Ortsgemeinderates vom 06.03.2031\n\nBeschlussvorlage\n\nBetreff: Forstplan\n"
    facts = facts_of(head + "\nBeschlussvorschlag:\nDer Plan wird beschlossen.\n")
    assert (facts.kind, facts.paper_type) == (DocumentKind.SUBMISSION, "Beschlussvorlage")


def test_the_statement_on_a_motion_belongs_to_the_one_body_of_its_table():
    head = "STELLUNGNAHME zum Antrag\n\nGremium          Termin          TOP\nGemeinderat      06.03.2031      14\n"
    assert facts_of(head + "\nKurzfassung\n\nDie Verwaltung rät ab.\n").organization == "Gemeinderat"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Öffentliches Protokoll\n\nder 5. Sitzung des Rates\n\nam 06.03.2031", "Rat"),
        ("Protokoll der Sitzung des Hauptausschusses der Bürgerschaft der Hansestadt Auensund vom 06.03.2031",
         "Hauptausschuss"),
    ],
)  # fmt: skip
def test_the_date_may_stand_apart_and_the_council_behind_its_committee(head, body):
    facts = facts_of(head + ACT)
    assert (facts.organization, facts.date) == (body, DAY)


def test_a_paper_for_a_numbered_sitting_belongs_to_its_body():
    head = "Vorlage für die 14. Sitzung der Gemeindevertretung am 06.03.2031\n\nBetreff: Wegeplan\n"
    assert facts_of(head + "\nBeschlussvorschlag:\nDer Plan gilt.\n").organization == "Gemeindevertretung"


def test_a_motion_of_a_named_group_is_one():
    facts = facts_of(
        "Rat der Stadt Auental\n\nAntrag der SPD-Fraktion\nvom 06.03.2031\n\nBetr.: Neue Bänke\n\nBegründung:\nKeine.\n"
    )
    assert (facts.kind, facts.date) == (DocumentKind.MOTION, DAY)
