"""Heads of submissions as portals print them: glued, flat, a cell a line, behind a page's own words."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts, record


def rows(text):
    return [(row.organization, row.date and row.date.isoformat(), row.role) for row in facts(text).consultations]


FILE_PAGE = """Das Archiv der Räte wird nicht mehr gepflegt, neue Papiere kommen seit dem letzten Jahr nicht dazu.

Beschlussvorlage (Neubau der Mensa an der Lindenschule in Auental)

Daten

Kommune
Auental
Größe
76 kB
Datum
14.02.2031
Erstellt
10.06.31, 13:59

Inhalt der Datei

"""


def test_the_page_of_a_file_gives_title_date_and_town():
    found = facts(FILE_PAGE + "Anlage 1 zur Vorlage. Die Stadt Auental baut.")
    assert found.title == "Neubau der Mensa an der Lindenschule in Auental"
    assert (found.date, found.body, found.paper_type) == (dt.date(2031, 2, 14), "Stadt Auental", "Beschlussvorlage")


FLAT = (
    "Ratsversammlung Neufassung VII-DS-04321-NF-02 Status: öffentlich Eingereicht von Dezernat Kultur Betreff: "
    "Sanierung der Stadtbücherei Auental im zweiten Abschnitt Beschlussvorschlag: 1. Die "
    "Ratsversammlung beschließt die Sanierung. 2. Die Kosten betragen 410.000 EUR. Sachverhalt: "
) + "Das Haus ist alt und undicht. " * 50


def test_a_paper_without_line_ends_is_cut_where_its_parts_begin():
    found = record(FLAT)
    assert found.document.title == "Sanierung der Stadtbücherei Auental im zweiten Abschnitt"
    assert [text.text.split(".")[0] for text in found.resolutions] == ["1"]
    assert found.resolutions[0].text.endswith("410.000 EUR.")


def test_minutes_without_line_ends_are_not_cut():
    flat = "Niederschrift über die Sitzung des Rates " + FLAT
    assert "Sanierung der Stadtbücherei" not in (facts(flat).title or "")


def test_flat_paper_of_a_committee_that_decides_for_the_council():
    flat = (
        "Schulreferat Neue Sporthalle Sitzungsvorlage Nr. 26-32 / V 04711 Beschluss des Schulausschusses "
        "vom 14.05.2031 (VB) Öffentliche Sitzung I. Vortrag des Referenten "
    ) + "Die Halle ist alt. " * 80
    found = facts(flat)
    assert (found.reference, found.organization) == ("26-32 / V 04711", "Schulausschuss")
    assert rows(flat) == [("Schulausschuss", "2031-05-14", None)]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_kind_date_and_number_on_one_line(gap):
    text = (
        f"Inhalt\nS A C H S T A N D :\nVortrag des Magistrats vom 19.08.2031, M{gap}57 Betreff:\nUferweg am Ring\n"
        "Neubau des zweiten Abschnitts Vorgang: Beschl. d. Stv.-V. v. 14.02.2031, § 41\n"
    )
    found = facts(text)
    assert (found.paper_type, found.reference, found.date) == ("Vortrag des Magistrats", "M 57", dt.date(2031, 8, 19))
    assert found.title == "Uferweg am Ring Neubau des zweiten Abschnitts"


@pytest.mark.parametrize(
    ("head", "reference"),
    [
        ("Betreff\nNeubau der Sporthalle\nVorlage\n417/1\nArt\nBeschlussvorlage\n", "417/1"),
        ("Betreff\nNeubau der Sporthalle\nVorlage\n14/1031\nArt\nBeschlussvorlage\n", "14/1031"),
        (
            "Vorlage\n\nGVSü/041/2031\n\nNeubau der Sporthalle am Ring\n\nVorlage-Art: Beschlussvorlage\n",
            "GVSü/041/2031",
        ),
        (
            "Vorlagenummer\n\nStadt Auental\n\n51 Amt für Schulen\n\nGz.: we/Sc\n\n31/016/06\n\n04.06.2031\n",
            "31/016/06",
        ),
    ],
)
def test_numbers_of_papers_that_only_their_label_tells(head, reference):
    assert facts(head + "\nSachverhalt\nDie Halle ist alt.").reference == reference


def test_a_title_may_be_long_where_its_label_stands_above():
    title = "Konzept zur langfristigen Sicherung der Bäder " + "mit allen Standorten und Betrieben " * 6 + "bis 2031"
    text = f"Beschlussvorlage - 0418/2031\nGrunddaten\n- Betreff:\n-\n{title}\n- Vorlageart:\n- Beschlussvorlage\n"
    assert facts(text).title == title


@pytest.mark.parametrize(
    "opening",
    [
        "Die Fraktion Neue Mitte bittet den Rat um Beschlussfassung des folgenden Antrags:",
        "Sehr geehrte Frau Landrätin,\ndie Fraktionen von Mitte und Land stellen folgenden Antrag zum Haushalt 2031:",
        "Der Ansatz sinkt auf 60 Tausend.\n\nDeckungsvorschlag zum o.g. Antrag\nentfällt",
    ],
)
def test_how_motions_open(opening):
    found = facts(f"{opening}\nDer Zaun am Bad wird erneuert.\nBegründung:\nEr ist alt.")
    assert (found.kind, found.paper_type) == (DocumentKind.MOTION, "Antrag")


def test_a_motion_quoted_in_minutes_does_not_make_them_one():
    text = "Die Fraktion Neue Mitte stellt folgenden Antrag: Der Zaun wird erneuert.\nAbstimmung: einstimmig"
    assert facts(text).kind is not DocumentKind.MOTION


def test_how_public_a_paper_is_is_no_part_of_its_kind():
    text = "Vorlage - 151/2031\nBetreff: Stellenplan\nStatus:öffentlichVorlage-Art:Beschlussvorlage - öffentlich\n"
    assert facts(text).paper_type == "Beschlussvorlage"


def test_a_motion_for_something_keeps_its_whole_line_as_title():
    assert (
        facts("Antrag – auf Erneuerung des Zauns am Bad\n\nDer Zaun ist alt.").title
        == "Antrag – auf Erneuerung des Zauns am Bad"
    )


def test_the_owner_of_its_own_budget_is_the_body_though_another_town_is_named():
    text = (
        "Im Haushaltsplan 2031 der Samtgemeinde Auental (Heide) sind zwei Fahrzeuge veranschlagt. Die "
        "Samtgemeinde Auental (Heide) wartet, die Samtgemeinde Birkenau kauft. Für die Samtgemeinde Auental (Heide) "
        "entscheidet der Kreisausschuss des Landkreises mit."
    )
    assert facts(text).body == "Samtgemeinde Auental (Heide)"


@pytest.mark.parametrize(
    ("text", "paper_type"),
    [
        (
            "Aufgrund des § 80 wird folgende Nachtragshaushaltssatzung erlassen:\n\n§ 1\nText.",
            "Nachtragshaushaltssatzung",
        ),
        ("Der Zaun ist alt.\nHat die Beschlussvorlage finanzielle Auswirkungen? |\n| Nein |", "Beschlussvorlage"),
        ("Der Rat hat die Satzung erlassen.", None),
    ],
)
def test_what_a_paper_calls_itself_in_its_text(text, paper_type):
    assert facts(text).paper_type == paper_type


def test_a_bracket_may_part_a_label_from_its_colon():
    text = (
        "Vorlage - 12/2031\nBetreff: Neubau der Mensa\nBeratungsfolge (Änderungen vorbehalten):\n"
        "Rat 12.03.2031 Entscheidung\n"
    )
    assert facts(text).title == "Neubau der Mensa"
    assert [name for name, _, _ in rows(text)] == ["Rat"]


def test_a_paper_for_a_meeting_is_no_excerpt_of_it():
    text = (
        "Gemeinde Auental · Landkreis Ober-Ilm\nGR-Drucksache 57/2031\n\nSitzung des Gemeinderats am 18.06.2031\n"
        "TOP 5 öffentlich\n\nSanierung der Ortsdurchfahrt\n\nI. Beschlussantrag\nDas Büro wird beauftragt.\n\n"
        "II. Begründung\nText.\n"
    )
    found = facts(text)
    assert (found.kind, found.reference, found.body) == (DocumentKind.SUBMISSION, "57/2031", "Gemeinde Auental")
    assert found.title == "Sanierung der Ortsdurchfahrt"
    decided = text + "\nAbstimmungsergebnis: einstimmig\n"
    assert facts(decided).kind is DocumentKind.EXCERPT


def test_a_cell_names_the_kind_where_the_first_is_but_a_word_for_papers():
    text = "Vorlage Nr. VO/2031/0815 | Beschlussvorlage | öffentlich\nTitel: Zwölf Tablets\n\nSachverhalt:\nText."
    assert (facts(text).paper_type, facts(text).reference) == ("Beschlussvorlage", "VO/2031/0815")


def test_a_question_has_its_subject_as_title():
    text = "Anfrage der Fraktion Neue Mitte\nAuental, den 04.02.2031\n\nKosten der Stadtmauer\n\nSehr geehrte Frau X,\n"
    assert facts(text).title == "Kosten der Stadtmauer"
