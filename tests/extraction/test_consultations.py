"""The Beratungsfolge in all its layouts; the documents are invented."""

from __future__ import annotations

import pytest

from kimdocs.extraction.read import read
from tests.extraction.reading import facts_of

HEAD = "Gemeinde Wiesenfeld\nBeschlussvorlage\nVorlage Nr. 44/2031\n"
TEXT = "\nBeschlussvorschlag:\nDie Halle wird am 01.08.2032 gebaut.\n"
BAU, RAT = ("Bauausschuss", "2031-03-20"), ("Rat", "2031-04-02")
LAYOUTS = {
    "row a line": (
        "Beratungsfolge Termin Stand\nBauausschuss 20.03.2031 Beratung\nRat 02.04.2031 Beschluss",
        "Beratung",
        "Beschluss",
    ),
    "tabs": (
        "Beratungsfolge\tTermin\tBeratungsaktion\nBauausschuss\t20.03.2031\tvorberatend\nRat\t02.04.2031\tbeschließend",
        "vorberatend",
        "beschließend",
    ),
    "columns of blanks": (
        "Beratungsfolge:\nBauausschuss          20.03.2031      Vorberatung\n"
        "Rat                   02.04.2031      Entscheidung",
        "Vorberatung",
        "Entscheidung",
    ),
    "cell a line": (
        "Beratungsfolge\nTermin\nBeratungsaktion\nBauausschuss\n20.03.2031\nvorberatend\nRat\n02.04.2031\nbeschließend",
        "vorberatend",
        "beschließend",
    ),
    "columns one after the other": (
        "Vorlage an\nzur\nSitzungsart\nSitzungstermin\nBauausschuss\nRat\nVorberatung\n"
        "Beschlussfassung\nöffentlich\nöffentlich\n20.03.2031\n02.04.2031",
        "Vorberatung",
        "Beschlussfassung",
    ),
    "columns one after the other, roles last": (
        "Beratungsfolge\nDatum\nBehandlungszweck/-art\nErgebnis\nBauausschuss\nRat\n20.03.2031\n02.04.2031\n"
        "Vorberatung\nEntscheidung\nöffentlich\nöffentlich",
        "Vorberatung",
        "Entscheidung",
    ),
    "item and publicness": (
        "Gremium Termin TOP Ö / N Zuständigkeit\nBauausschuss 20.03.2031 2.1 N Vorberatung\n"
        "Rat 02.04.2031 7 Ö Entscheidung",
        "Vorberatung",
        "Entscheidung",
    ),
    "result column is no role": (
        "Beratungsfolge Sitzung am TOP ö nö Ergebnis\nBauausschuss 20.03.2031 2 a + b   zugestimmt\nRat 02.04.2031 10",
        None,
        None,
    ),
    "date first": (
        "Beratungsfolge:\nDatum   Gremium   Zuständigkeit\n"
        "20.03.2031   Bauausschuss   Vorberatung\n02.04.2031   Rat   Entscheidung",
        "Vorberatung",
        "Entscheidung",
    ),
    "level first": ("Beratungsfolge:\nN 20.03.2031 Bauausschuss\nÖ 02.04.2031 Rat", None, None),
    "grid of an ALLRIS page": (
        "Beratungsfolge\n| Status | Datum | Gremium | Beschluss | NA |\n"
        "|---|---|---|---|---|\n|\n●\nErledigt\n|\n|\nBauausschuss\n|\nVorberatung\n|\n|\n"
        "20.03.2031\n| |||\n|\n●\nGeplant\n|\n|\nRat\n|\nEntscheidung\n|\n|\n02.04.2031\n| |||",
        "Vorberatung",
        "Entscheidung",
    ),
    "with results on rows of their own": (
        "Beratungsfolge\nBauausschuss, 20.03.2031\nÖ 6\nRat, 02.04.2031\nÖ 3.1",
        None,
        None,
    ),
}


def rows(text, **options):
    return [
        (entry.organization, entry.date and entry.date.isoformat(), entry.role)
        for entry in facts_of(text, **options).consultations
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name):
    table, first, second = LAYOUTS[name]
    assert rows(f"{HEAD}{table}\n{TEXT}") == [(*BAU, first), (*RAT, second)]


def test_wrapped_cells_are_put_together():
    table = (
        "Beratungsfolge Termin Stand Abstimmung\n"
        "Fachausschuss Verkehr, Bau\n"
        "20.03.2031 Beratung und Empfehlung Einstimmig ja/lt. Beschlussvorschlag\nund Klima\n"
        "Einstimmig bei einer Enthaltung lt. Be-\n"
        "Verwaltungsausschuss 25.03.2031 Beratung und Empfehlung\nschlussvorschlag\n"
        "Ausschuss für Finanzen, Wirt-\n"
        "schaft, Märkte und 26.03.2031 Beratung und Empfehlung einstimmig / ja\nFeuerschutz\n"
        "Mehrheitlich bei 18 Ja-Stimmen, 7 Nein-\nBeratung und Beschlussfas-\n"
        "Rat 02.04.2031 Stimmen und einer Enthaltung lt. Be-\nsung\nschluss\n"
        "Neubau der Sporthalle\n"
    )
    facts = facts_of(HEAD + table + TEXT)
    assert rows(HEAD + table + TEXT) == [
        ("Fachausschuss Verkehr, Bau und Klima", "2031-03-20", "Beratung und Empfehlung"),
        ("Verwaltungsausschuss", "2031-03-25", "Beratung und Empfehlung"),
        ("Ausschuss für Finanzen, Wirtschaft, Märkte und Feuerschutz", "2031-03-26", "Beratung und Empfehlung"),
        ("Rat", "2031-04-02", "Beratung und Beschlussfassung"),
    ]
    assert facts.title == "Neubau der Sporthalle"


def test_cells_of_a_real_table():
    page = (
        "<table><tr><th>Gremium</th><th>Datum</th><th>Zuständigkeit</th></tr>"
        "<tr><td>Bauausschuss</td><td>20.03.2031</td><td>Vorberatung</td></tr>"
        "<tr><td>JHA</td><td></td><td>Anhörung</td></tr></table>"
    )
    head = "<h1>Beschlussvorlage</h1><p>Vorlage: 44/2031</p><p>Beratungsfolge</p>"
    source = read(f"<html><body>{head}{page}</body></html>".encode(), name="a.html")
    from kimdocs.extraction.resolve.about.document import document_facts
    from kimdocs.extraction.segment import segment

    found = document_facts(segment(source)).consultations
    assert [(c.organization, c.date and c.date.isoformat(), c.role) for c in found] == [
        (*BAU, "Vorberatung"),
        ("JHA", None, "Anhörung"),
    ]


def test_several_days_count_as_the_first():
    assert rows(f"{HEAD}Gremien Termin TOP Ö / N Zuständigkeit\nRat 16./17./18.12.2031 18 Ö Kenntnisnahme{TEXT}") == [
        ("Rat", "2031-12-16", "Kenntnisnahme")
    ]


def test_without_a_table_the_meeting_of_the_head_is_the_consultation():
    head = (
        "STELLUNGNAHME zum Antrag\nGremium:\n4. Sitzung Gemeinderat\nTermin:\nVorlage Nr.:\n"
        "TOP:\n\n09.04.2031\n1381\n17\nöffentlich\nTitel der Sache\n\n- Kurzfassung -\n"
    )
    assert rows(head) == [("Gemeinderat", "2031-04-09", None)]


def test_minutes_and_the_results_of_the_text_are_no_beratungsfolge():
    assert (
        rows("Niederschrift über die 3. Sitzung des Rates am 02.04.2031\nTagesordnung:\n1. Bauausschuss 20.03.2031\n")
        == []
    )
    assert rows(f"{HEAD}{TEXT}Beratungsergebnis:\nGremium Ja Nein Enthaltung\nRat 02.04.2031\n") == []


STATIONS = (
    "Beratungsfolge:\n"
    "Bauausschuss Vorberatung\n20.03.2031 \n12. Sitzung des Bauausschusses vertagt   \n"
    "27.03.2031    Sitzung des Bauausschusses      \n"
    "Runde der Amtsleitungen - Vorabstimmung\n"
    "Ausschuss für Beteiligung und Information Empfehlung\n"
    "Rat Entscheidung\n02.04.2031 \nSitzung des Rates ungeändert beschlossen   \n"
)


@pytest.mark.parametrize("ending", ["\nBeschlussvorschlag\n", "Anlagen:\nPlan der Halle\n"])
def test_bodies_above_their_meetings(ending):
    assert rows(f"{HEAD}{STATIONS}{ending}") == [
        ("Bauausschuss", "2031-03-20", "Vorberatung"),
        ("Bauausschuss", "2031-03-27", "Vorberatung"),
        ("Runde der Amtsleitungen - Vorabstimmung", None, None),
        ("Ausschuss für Beteiligung und Information", None, "Empfehlung"),
        ("Rat", "2031-04-02", "Entscheidung"),
    ]


def test_a_body_above_its_meetings_may_have_its_role_glued_on_or_none_and_be_repeated_short():
    table = "Beratungsfolge:\nFA Finanzen\n20.03.2031    FA Finanzen\nRatEntscheidung\n02.04.2031\nSitzung des Rates\n"
    assert rows(f"{HEAD}{table}{TEXT}") == [("FA Finanzen", "2031-03-20", None), (*RAT, "Entscheidung")]


def test_a_field_before_the_beratungsfolge_is_not_yet_the_text():
    assert rows(f"Betreff: Neubau der Halle\nAnlass: Sonstiges\n{STATIONS}{TEXT}")[-1] == (*RAT, "Entscheidung")


def test_a_beratungsfolge_behind_the_text():
    assert rows(f"{HEAD}Anlass:\nDie Halle ist alt.\n{STATIONS}")[-1] == (*RAT, "Entscheidung")


def test_bodies_that_nobody_knows_stand_beside_as_many_dates_and_roles() -> None:
    table = "Beratungsfolge\nDatum\nBehandlungszweck\nErgebnis\nSchulA\nOrtsBR Anger\nGemR\n"
    table += "05.05.2031\n12.05.2031\n26.05.2031\n"
    facts = facts_of(HEAD + table + "Anhörung\nVorberatung\nEntscheidung\nöffentlich\n" + TEXT)
    assert [(row.organization, str(row.date), row.role) for row in facts.consultations] == [
        ("SchulA", "2031-05-05", "Anhörung"),
        ("OrtsBR Anger", "2031-05-12", "Vorberatung"),
        ("GemR", "2031-05-26", "Entscheidung"),
    ]
    assert facts.paper_type == "Beschlussvorlage"


def test_bodies_that_nobody_knows_are_none_without_roles() -> None:
    table = "Beratungsfolge\nDatum\nSchulA\nGemR\n05.05.2031\n26.05.2031\n"
    assert not facts_of(HEAD + table + TEXT).consultations


def test_the_title_below_a_table_is_no_role():
    table = "Beratungsfolge\n    Gremium                 Datum\n    Rat                     25.02.2031\n\n"
    paper = f"Stadt Auental\n\nBeschlussvorlage Nr. 12/31\n\n{table}Bericht zur Lage der Bänke\n\nSachverhalt:\nAlt.\n"
    document = facts_of(paper)
    assert document.title == "Bericht zur Lage der Bänke"
    assert [row.role for row in document.consultations] == [None]
