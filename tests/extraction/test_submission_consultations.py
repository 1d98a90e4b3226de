"""Bodies that deal with a submission, as portals and letters print them: a cell a line, glued, on one line."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extraction.reading import facts, record


def rows(text):
    return [(row.organization, row.date and row.date.isoformat(), row.role) for row in facts(text).consultations]


CELLS = """Beratungsfolge
| Status | Datum | Gremium | Beschluss | NA |
|---|---|---|---|---|
|
●
Erledigt
|
|
Schulausschuss
|
Vorberatung
|
|
|
|
16.08.2031
| |||
|
●
Erledigt
|
|
Verwaltungsausschuss
|
Vorberatung
|
|
|
●
Erledigt
|
|
Rat der Stadt Auental
|
Entscheidung
|
|
|
|
31.08.2031
|
Sachverhalt
Die Schule ist alt.
"""


def test_cells_that_are_lines_with_the_date_behind_the_role():
    assert rows(CELLS) == [
        ("Schulausschuss", "2031-08-16", "Vorberatung"),
        ("Verwaltungsausschuss", None, "Vorberatung"),
        ("Rat der Stadt Auental", "2031-08-31", "Entscheidung"),
    ]
    assert record(CELLS).resolutions == ()


def test_headings_of_columns_without_a_gap():
    text = (
        "GRDrs 612/2031\nStadt,\n11/15/2031\n\nBericht zur Pflege der Parks\n\nMitteilungsvorlage\n\n"
        "Vorlage anzurSitzungsartSitzungstermin\nAusschuss für Umwelt\nVerwaltungsausschuss\nKenntnisnahme\n"
        "Kenntnisnahme\nöffentlich\nöffentlich\n29.11.2031\n30.11.2031\n\nBericht:\nDie Parks sind grün.\n"
    )
    assert rows(text) == [
        ("Ausschuss für Umwelt", "2031-11-29", "Kenntnisnahme"),
        ("Verwaltungsausschuss", "2031-11-30", "Kenntnisnahme"),
    ]
    found = facts(text)
    assert (found.title, found.paper_type) == ("Bericht zur Pflege der Parks", "Mitteilungsvorlage")


def test_readings_without_dates_are_consultations_by_their_roles():
    text = (
        "Vorlage - VII-DS-04321\nBetreff: Neubau\nBeratungsfolge:\nDienstberatung der Oberbürgermeisterin Bestätigung\n"
        "FA Finanzen 1. Lesung\nOR Lindenau Anhörung\n"
        "FA Finanzen 2. Lesung\n\nBeschlussvorschlag\nDem Bau wird zugestimmt.\n"
    )
    assert [(name, role) for name, _, role in rows(text)] == [
        ("Dienstberatung der Oberbürgermeisterin", "Bestätigung"),
        ("FA Finanzen", "1. Lesung"),
        ("OR Lindenau", "Anhörung"),
        ("FA Finanzen", "2. Lesung"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Beratungsfolge: Schulausschuss (Vorberatung) 14.02.2031; Stadtvertretung (Entscheidung) 28.02.2031",
        "für den Schulausschuss (Vorberatung) am 14.02.2031 und die Stadtvertretung (Entscheidung) am 28.02.2031",
    ],
)
def test_bodies_on_one_line(head):
    text = f"Beschlussvorlage Nr. 12/2031\n{head}\n\nNeubau der Mensa am Ring\n\nBeschlussvorschlag:\nWir bauen."
    assert rows(text) == [
        ("Schulausschuss", "2031-02-14", "Vorberatung"),
        ("Stadtvertretung", "2031-02-28", "Entscheidung"),
    ]
    assert facts(text).title == "Neubau der Mensa am Ring"


def test_bodies_above_their_days_and_the_papers_own_date_below_the_page():
    text = (
        "Kommune\nAuental\nDatum\n17.12.2031\nInhalt der Datei\nGEMEINDE AUENTAL\nVorlage 1061 /IX.L.\n"
        "Datum: 29.11.2031\n"
        "An den\nSchulausschuss\nSitzungstag:\n05.12.2031\nGemeinderat\nSitzungstag: 17.12.2031\n"
        "Bezeichnung des Tagesordnungspunktes:\nNeubau der Mensa\nhier: Mittel\nDie Mittel stehen bereit.\n"
        "Beschlussvorschlag:\nDem Bau wird zugestimmt."
    )
    assert rows(text) == [("Schulausschuss", "2031-12-05", None), ("Gemeinderat", "2031-12-17", None)]
    found = facts(text)
    assert (found.date, found.title) == (dt.date(2031, 11, 29), "Neubau der Mensa hier: Mittel")


@pytest.mark.parametrize(
    "line",
    ["Der Stadtrat bestätigt die Niederschrift vom 02.07.2031.", "Anfrage der Fraktion Neue Mitte vom 02.07.2031"],
)
def test_what_a_body_did_or_asked_is_no_meeting_to_come(line):
    text = (
        f"Beschlussvorlage 12/2031\n\nBeratungsfolge\nBauausschuss 14.08.2031 Vorberatung\n{line}\n\nSachverhalt\nx\n"
    )
    assert ("Bauausschuss", "2031-08-14", "Vorberatung") in rows(text)
    assert all("Niederschrift" not in (name or "") and "Anfrage" not in (name or "") for name, _, _ in rows(text))


def test_the_number_of_a_sitting_in_its_own_column_is_no_part_of_the_body():
    text = (
        "Drucksachen\nder Bezirksverordnetenversammlung Auwald von Musterstadt\n\n"
        "Antrag                                     Drs.-Nr.: VIII-0733\n\nBeratungsfolge:\nDatum           Gremium\n"
        "18.10.2031      BVV Auwald                 BVV/020/VIII         überwiesen\n"
        "06.11.2031      BildA                      BildA/024/VIII\n\nBetr.: Brunnen an Schulen\n"
    )
    assert [row[:2] for row in rows(text)] == [("BVV Auwald", "2031-10-18"), ("BildA", "2031-11-06")]


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("ungeändert empfohlen", ("recommended", None, None, None)),
        ("geändert empfohlen", ("recommended", None, None, None)),
        ("4 / 0 / 1 empfohlen", ("recommended", 4, 0, 1)),
        ("Empfehlung", None),
    ],
)
def test_what_a_committee_recommended_stands_in_its_row(result, told):
    paper = (
        "Gemeinde Auental\nBeschlussvorlage\n\nBeratungsfolge:\n"
        "Gremium                    Datum          Status       Ergebnis\n"
        f"Finanzausschuss            18.08.2031     öffentlich   {result}\n"
        "Gemeindevertretung         01.09.2031     öffentlich\n\n"
        "Beschluss:\nDie Gemeindevertretung beschließt:\n1. Der Steg wird gebaut.\n2. Das Geld steht bereit.\n"
    )
    read = record(paper)
    found = [(act.outcome.value, act.yes, act.no, act.abstain) for act in read.decisions]
    assert found == ([told] if told else [])
    assert [text.kind.value for text in read.resolutions] == ["proposed"]
