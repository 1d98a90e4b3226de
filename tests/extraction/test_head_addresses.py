"""Heads of papers: to whom they go, for which meeting, whose they are, and where their titles stand."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts

PROPOSAL = "\n\nBeschlussvorschlag:\nDer Weg am Bach wird verbreitert.\n"


def dealt_with(text):
    return [(row.organization, row.date, row.role) for row in facts(text).consultations]


MOTION = "\n\nAntrag: Bänke am Bach\n\nSehr geehrter Herr Lohse,\n\nwir beantragen:\n\nEs werden Bänke aufgestellt.\n"


@pytest.mark.parametrize(
    ("address", "organization"),
    [
        ("An den Rat\nder Stadt Auental", "Rat"),
        ("An den Rat der Stadt Auental", "Rat"),
        ("An den\nVorsitzenden des Kreistags", "Kreistag"),
        ("An die\nVorsteherin der Stadtverordnetenversammlung\nFrau Lohse", "Stadtverordnetenversammlung"),
        ("An den Bürgermeister\nder Stadt Auental", None),
        ("An die Fraktion Neue Mitte", None),
    ],
)
def test_motions_are_sent_to_a_body(address, organization):
    assert facts(f"Fraktion Grüne Liste\n\n{address}{MOTION}").organization == organization


@pytest.mark.parametrize(
    ("head", "organization", "date"),
    [
        ("Beschlussvorlage für die Sitzung des Gemeinderates am 17.02.2031\n\nTOP 6 öffentlich\n\nWegebau am Bach",
         "Gemeinderat", dt.date(2031, 2, 17)),
        ("Beschlussvorlage Nr. 07/2031\nzur Verbandsversammlung am 13.12.2031, TOP 4\n\nBetreff: Wegebau am Bach",
         "Verbandsversammlung", dt.date(2031, 12, 13)),
        ("Tischvorlage\nzu TOP 3 der Sitzung des Jugendhilfeausschusses am 17.06.2031\n\nGegenstand: Wegebau am Bach",
         "Jugendhilfeausschuss", dt.date(2031, 6, 17)),
    ],
)  # fmt: skip
def test_papers_for_a_meeting(head, organization, date):
    found = facts(f"Stadt Auental\n\n{head}{PROPOSAL}")
    assert found.kind is DocumentKind.SUBMISSION
    assert found.title == "Wegebau am Bach"
    assert (found.organization, found.consultations[0].date) == (organization, date)


def test_a_meeting_that_a_paper_only_speaks_of():
    told = "Betreff: Wegebau\n\nSachverhalt:\nDie Verbandsversammlung am 13.12.2030 hat das verschoben."
    assert facts(f"Stadt Auental\n\nBeschlussvorlage Nr. 07/2031\n{told}{PROPOSAL}").organization is None


def test_a_course_of_consultations_on_one_line():
    line = "Beratung: Bauausschuss 22.10.2031 (nichtöffentlich, Vorberatung); Rat 5.11.2031 (öffentlich, Beschluss)"
    assert dealt_with(f"Stadt Auental\n\nBeschlussvorlage\n\n{line}\n\nWegebau am Bach{PROPOSAL}") == [
        ("Bauausschuss", dt.date(2031, 10, 22), "Vorberatung"),
        ("Rat", dt.date(2031, 11, 5), "Beschluss"),
    ]


BLOCKS = (
    "Stadt Auental\n\nVorlagenart\nBeschlussvorlage\n\nWird beraten in\n\nBauausschuss\nBeratungstyp\nVorberatung\n"
    "Termin\nMittwoch, 06.07.2031\n\nRat\nBeratungstyp\nBeschluss\nTermin\n{date}\n\nTitel\n\nWegebau am Bach"
)


def test_a_course_of_consultations_in_blocks_of_labels():
    text = BLOCKS.format(date="Montag, 18.07.2031") + PROPOSAL
    assert dealt_with(text) == [
        ("Bauausschuss", dt.date(2031, 7, 6), "Vorberatung"),
        ("Rat", dt.date(2031, 7, 18), "Beschluss"),
    ]
    assert facts(text).title == "Wegebau am Bach"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Amt Elbtal\n- Der Amtsdirektor -\nfür die Gemeinde Auental", "Gemeinde Auental"),
        ("Stadt Auental, Ortsbeirat Lindach", "Stadt Auental"),
        ("Ortschaft Lindach (Stadt Auental)", "Stadt Auental"),
        ("Kommunalbetriebe der Gemeinde Auental\nEigenbetrieb", "Gemeinde Auental"),
        ("Gemeinde Auental a. N.", "Gemeinde Auental a. N."),
    ],
)
def test_whose_paper_it_is(head, body):
    assert facts(f"{head}\n\nBeschlussvorlage 12/2031\n\nBetreff: Wegebau{PROPOSAL}").body == body


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("TOP: Stellenplan der Stadt", "Stellenplan der Stadt"),
        ("Kurztitel: Wege\n\nAusbau der Wege am Bach", "Ausbau der Wege am Bach"),
        ("Kurztitel: Ausbau der Wege", "Ausbau der Wege"),
        ("TOP: 7\n\nAusbau der Wege am Bach", "Ausbau der Wege am Bach"),
    ],
)
def test_where_a_paper_gives_its_title(head, title):
    assert facts(f"Stadt Auental\n\nBeschlussvorlage 12/2031\n\n{head}{PROPOSAL}").title == title


def test_the_title_of_an_excerpt_of_one_section():
    text = (
        "Gemeinde Auental\n\nAuszug aus der Niederschrift über die Sitzung des Gemeinderats vom 4. Mai 2031\n\n"
        "§ 87\nKindergarten am Bach\n- Beiträge\n\nI. Sachvortrag\n\nDie Beiträge steigen.\n"
    )
    assert facts(text).title == "Kindergarten am Bach - Beiträge"


@pytest.mark.parametrize("name", ["Gemeinsamer Änderungsantrag", "Eilantrag", "Sachstandsbericht", "Nachtragsvorlage"])
def test_further_kinds_of_paper(name):
    assert facts(f"Stadt Auental\n\n{name}\n\nBetreff: Wegebau{PROPOSAL}").paper_type == name


def test_the_number_of_a_register():
    head = "Antrag\n\nEingang: 21.05.2031     Reg.-Nr.: ÄA-07/2031\n\nThema: Wegebau am Bach"
    assert facts(f"Fraktion Grüne Liste\n\n{head}{PROPOSAL}").reference == "ÄA-07/2031"


TAIL = (
    "Stadt Auental\n\nBeschlussvorlage 12/2031\n\nBetreff: Wegebau\n\nBeschlussvorschlag:\nDer Weg wird gebaut.\n\n{0}"
)
ROWS = [("Bauausschuss", dt.date(2031, 7, 6)), ("Rat", dt.date(2031, 7, 18))]


@pytest.mark.parametrize(
    "tail",
    [
        "Beratungsfolge:\nGremium       Termin       Zuständigkeit\nBauausschuss  06.07.2031   Vorberatung\n"
        "Rat           18.07.2031   Entscheidung\n\ngez. Lohse\n",
        "Beratungsfolge: Bauausschuss am 06.07.2031 (Vorberatung); Rat am 18.07.2031 (Entscheidung)\n",
        "Sitzungsfolge\n- Bauausschuss, 06.07.2031\n- Rat, 18.07.2031\n\nAnlagen:\n1. Plan\n",
    ],
)
def test_a_course_of_consultations_behind_the_text(tail):
    assert [row[:2] for row in dealt_with(TAIL.format(tail))] == ROWS


@pytest.mark.parametrize(
    "tail",
    [
        "Die Beratungsfolge wurde eingehalten.\nBauausschuss 06.07.2031\n",
        "Beratungsfolge:\nwie üblich\n\nAnlagen:\nProtokoll Bauausschuss 06.07.2031\n",
    ],
)
def test_no_course_of_consultations_behind_the_text(tail):
    assert dealt_with(TAIL.format(tail)) == []


@pytest.mark.parametrize(
    ("head", "organization", "date"),
    [
        ("Verhandlungen des Ortschaftsrates Lindach\nÖffentliche Sitzung am 11. März 2031",
         "Ortschaftsrat Lindach", dt.date(2031, 3, 11)),
        ("Stadt Auental                   Bauausschuss, 19.07.2031\n\nAuszug aus der Niederschrift der 11. Sitzung des "
         "Bauausschusses", "Bauausschuss", dt.date(2031, 7, 19)),
        ("Magistrat der Stadt Auental\nGeschäftsstelle Ortsbeiräte\n\nOrtsbeirat Lindach              Wahlperiode\n\n"
         "Protokoll der 5. Sitzung am Montag, dem 14.02.2031, Alte Schule", "Ortsbeirat Lindach", dt.date(2031, 2, 14)),
        ("Öffentliche Niederschrift / Beschlüsse\nder Sitzung des Regionalausschusses Lindach / Moor vom 09.06.2031",
         "Regionalausschuss Lindach / Moor", dt.date(2031, 6, 9)),
    ],
)  # fmt: skip
def test_whose_meeting_minutes_report(head, organization, date):
    found = facts(f"{head}\n\nTOP 1: Wegebau\n\nHerr Anders berichtet.\n\nTOP 2: Verschiedenes\n\nKeine.\n")
    assert found.kind in (DocumentKind.MINUTES, DocumentKind.EXCERPT)
    assert (found.organization, found.date) == (organization, date)


def test_negotiations_in_a_title_make_no_minutes():
    text = f"Stadt Auental\n\nBeschlussvorlage 12/2031\n\nVerhandlungen mit dem Land über den Wegebau{PROPOSAL}"
    assert facts(text).kind is DocumentKind.SUBMISSION
