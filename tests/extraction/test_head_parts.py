"""Heads whose town, body, number, date or title stands in parts, or without the label that others give it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extraction.reading import facts

MINUTES = "\n\nNiederschrift über die Sitzung des Gemeinderates am 04.03.2031\n\nTOP 1: Bank\n"
PAPER = "\n\nBeschlussvorlage Nr. 12/2031\n\nNeubau der Kita\n\nBeschlussvorschlag:\nDie Kita wird gebaut.\n"


@pytest.mark.parametrize(
    ("letterhead", "body"),
    [
        ("Amt Seenland im Auftrag der Gemeinde Dornfeld", "Gemeinde Dornfeld"),
        ("Samtgemeinde Elbaue für die Gemeinde Klein Rodau", "Gemeinde Klein Rodau"),
        ("Verwaltungsgemeinschaft Oberes Tal\nMitgliedsgemeinde Lindach", "Gemeinde Lindach"),
        ("Gemeindeverwaltung\nBad Lindach", "Gemeinde Bad Lindach"),
        ("GEMEINDE   HOHENBERG", "Gemeinde Hohenberg"),
        ("Stadt Auental, Hauptamt", "Stadt Auental"),
        ("Gemeinde Auental, Kämmerei", "Gemeinde Auental"),
        ("Samtgemeinde Elbaue", "Samtgemeinde Elbaue"),
        ("Verwaltungsgemeinschaft Oberes Tal", "Verwaltungsgemeinschaft Oberes Tal"),
    ],
)
def test_the_town_of_a_letterhead(letterhead, body):
    assert facts(letterhead + PAPER).body == body


def test_a_joint_administration_writes_for_the_town_whose_council_meets():
    head = "Amt Seenland\n\nNiederschrift über die "
    assert facts(f"{head}Gemeindevertretersitzung der Gemeinde Dornfeld am 04.03.2031\n").body == "Gemeinde Dornfeld"
    assert facts(f"{head}Sitzung des Amtsausschusses des Amtes Seenland am 04.03.2031\n").body == "Amt Seenland"


@pytest.mark.parametrize(
    ("head", "organization"),
    [
        ("Gemeinde Dornfeld            Ortsbeirat Waldau\n\nProtokoll der Ortsbeiratssitzung", "Ortsbeirat Waldau"),
        ("Stadt Dornfeld\nOrtsteil Waldau\n\nNiederschrift der Ortsteilratssitzung", "Ortsteilrat Waldau"),
        ("Stadt Dornfeld\n\nNiederschrift der Ortsratssitzung", "Ortsrat"),
        ("Stadt Dornfeld\n\nProtokoll der Stadtverordnetensitzung", "Stadtverordnetenversammlung"),
        ("Gemeinde Dornfeld\n\nProtokoll der Gemeindevertretersitzung", "Gemeindevertretung"),
        ("Gemeinde Dornfeld\n\nNiederschrift der Gemeinderatssitzung", "Gemeinderat"),
    ],
)
def test_the_body_that_a_sitting_is_named_by(head, organization):
    assert facts(f"{head} vom 04.03.2031\n\nTOP 1: Bank\n").organization == organization


@pytest.mark.parametrize(
    ("line", "reference", "date"),
    [
        ("Beschlussvorlage Nr. 12/2031 vom 03.02.2031", "12/2031", dt.date(2031, 2, 3)),
        ("Beschlussvorlage Nr. 12/2031, 03.02.2031", "12/2031", dt.date(2031, 2, 3)),
        ("Vorlage 20/2031/009 vom 03.02.2031", "20/2031/009", dt.date(2031, 2, 3)),
        ("Antragsvorlage Nr. 77/2031                Auental, 3. Februar 2031", "77/2031", dt.date(2031, 2, 3)),
        ("2031-0415/1 (Ergänzung)      Mitteilung der Verwaltung      03.02.2031", "2031-0415/1", dt.date(2031, 2, 3)),
        ("V/2031/0042\n3. Februar 2031\n\nBeschlussvorlage", "V/2031/0042", dt.date(2031, 2, 3)),
        ("Informationsvorlage\n2031-0415/2\nBearbeitungsdatum: 03.02.2031", "2031-0415/2", dt.date(2031, 2, 3)),
        ("Beschlussvorlage 10-2031-412", "10-2031-412", None),
        ("Stellungnahme zum Antrag der Fraktion Mitte vom 03.02.2031", None, None),
        ("Beschlussvorlage für die Sitzung, vertagt seit 03.02.2031", None, None),
    ],
)
def test_number_and_date_beside_the_kind_of_paper(line, reference, date):
    found = facts(f"Stadt Auental\n{line}\n\nNeubau der Kita\n\nSachverhalt:\nEs eilt.\n")
    assert (found.reference, found.date) == (reference, date)


@pytest.mark.parametrize(
    ("line", "paper_type"),
    [
        ("Vorlage 20/2031/009 vom 03.02.2031", "Vorlage"),
        ("Vorlage G 122/18", "Vorlage"),
        ("Vorlage 20/2031/009\nBeschlussvorlage", "Beschlussvorlage"),
        ("Vorlage des Magistrats Nr. 145/2031", "Vorlage des Magistrats"),
        ("Beschlussvorlage für die Gemeindevertretung", "Beschlussvorlage"),
        ("Vorlage-Nr.: 20/2031", None),
        ("Vorlage für den Sommer 2031", None),
    ],
)
def test_what_a_paper_calls_itself(line, paper_type):
    assert facts(f"Stadt Auental\n\n{line}\n\nNeubau der Kita\n\nSachverhalt:\nEs eilt.\n").paper_type == paper_type


@pytest.mark.parametrize(
    "head",
    [
        "Auszug aus der Niederschrift\nÖffentliche Sitzung des Gemeinderats\nvom 4. März 2031\n\n"
        "Öffentlicher Teil\n\n§ 12\n\n",
        "Beschlussauszug\n\nTOP 4 (öffentlich)\n\n",
        "Beschlussauszug\n\nTOP 4\n- öffentlich -\n",
        "Beschlussvorlage\n\nBetreff ",
        "Beschlussvorlage\n\nBearbeitungsstand: 04.02.2031\n\n",
        "Antwort der Verwaltung auf die Anfrage der Fraktion Mitte vom 03.01.2031\n\n",
        "Tagesordnungspunkt Ö 13\n",
    ],
)  # fmt: skip
def test_the_title(head):
    title = "Verkauf der Wiese am Bach; Antrag vom 02.01.2031"
    assert facts(f"Gemeinde Auental\n\n{head}{title}\n\nBeschluss:\nDie Wiese wird verkauft.\n").title == title


def test_the_columns_of_a_table_are_no_title():
    ledger = (
        "Stelle        Bezeichnung         Ansatz       Soll\n100.1         Papier              2.500        4.118\n"
    )
    assert facts(f"Gemeinde Auental\nInformationsvorlage\n\nMehrausgaben 2031\n\n{ledger}").title == "Mehrausgaben 2031"


def test_labels_in_one_block_and_their_values_in_the_next():
    labels = "Vorlage-Nr.:\nAmt:\nDatum:\nGremium:\nTermin:\n\n"
    values = "2031/014\nBauamt\n03.02.2031\nBauausschuss\n12.02.2031\n\n"
    found = facts(f"Stadt Auental\n\nSTELLUNGNAHME DER VERWALTUNG\n\n{labels}{values}Gegenstand: Ausbau der Gasse\n")
    assert (found.reference, found.date, found.organization) == ("2031/014", dt.date(2031, 2, 3), "Bauausschuss")


@pytest.mark.parametrize(
    ("line", "organization"),
    [
        ("An die\nStadtverordnetenversammlung", "Stadtverordnetenversammlung"),
        ("An den Gemeinderat", "Gemeinderat"),
        ("Informationsvorlage an den Gemeinderat", "Gemeinderat"),
        ("An den Gemeinderat gingen drei Briefe", None),
        ("An die SPD-Fraktion", None),
    ],
)
def test_to_whom_a_paper_is_addressed(line, organization):
    paper = f"Stadt Auental\n\n{line}\n\nBeschlussvorlage Nr. 12/2031\n\nNeubau der Kita\n\nSachverhalt:\nEs eilt.\n"
    assert facts(paper).organization == organization


def test_a_question_is_put_to_the_meeting_that_it_names():
    group = "SPD-Fraktion im Rat der Stadt Auental"
    head = "Anfrage nach § 12 der Geschäftsordnung zur Sitzung des Rates am 15.06.2031"
    found = facts(f"{group}\n\n{head}\n\nHitze in den Kitas\n\nSehr geehrter Herr Bürgermeister,\n")
    assert [(one.organization, one.date) for one in found.consultations] == [("Rat", dt.date(2031, 6, 15))]


def test_a_list_of_decisions_names_the_body_that_took_them():
    listed = "Beschlüsse des Gemeinderates Auental vom 12.02.2031\n\nBeschluss-Nr. 12/2031\n"
    found = facts(f"{listed}Der Gemeinderat stellt die Jahresrechnung fest.\nAbstimmung: 12 dafür, 1 dagegen\n")
    assert (found.organization, found.date) == ("Gemeinderat", dt.date(2031, 2, 12))
