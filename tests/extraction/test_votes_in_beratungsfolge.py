"""Votes of the bodies that dealt with a paper: rows with columns of counts, cells that wrap, a line for each body."""

from __future__ import annotations

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEAD = "Stadt Neuwald\n\nBeschlussvorlage Nr. 12/2031\n\nBetreff: Erwerb des Bahnhofs\n\n"
TEXT = "Beschlussvorschlag:\nDer Stadtrat beschließt den Erwerb.\n\nBegründung:\nDas Gebäude steht leer.\n\n"
MINUTES = "Stadt Neuwald\n\nNiederschrift über die Sitzung des Stadtrates am 12.04.2031\n\nTOP 3 Bau einer Halle\n\n"
NAMES = ("Datum", "Gremium", "Zuständigkeit", "Ja", "Nein", "Enth.", "Ergebnis")
ROWS = (
    ("09.03.2031", "Ortschaftsrat West", "Anhörung", "5", "0", "0", "zugestimmt"),
    ("12.03.2031", "Technischer Ausschuss", "Vorberatung", "6", "3", "1", "empfohlen"),
    ("17.03.2031", "Finanzausschuss", "Vorberatung", "", "", "", "vertagt"),
    ("26.03.2031", "Finanzausschuss", "Vorberatung", "4", "5", "0", "nicht empfohlen"),
    ("25.06.2031", "Stadtrat", "Entscheidung", "", "", "", ""),
)
WIDTHS = (12, 24, 15, 4, 6, 7, 20)


def bars(row):
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, WIDTHS, strict=True)) + " |"


def blanks(row):
    return "".join(cell.ljust(width + 3) for cell, width in zip(row, WIDTHS, strict=True)).rstrip()


def decided(text):
    found = extract(SourceDocument("sha256:0", "probe.txt", "text/plain", text)).decisions
    return [(str(one.type), str(one.outcome), one.yes, one.no, one.abstain) for one in found]


@pytest.mark.parametrize("written", [bars, blanks, "\t".join])
@pytest.mark.parametrize("behind", [True, False])
def test_rows_with_columns_of_counts(written, behind):
    table = "Beratungsfolge:\n\n" + "\n".join(map(written, (NAMES, *ROWS))) + "\n\n"
    assert decided(HEAD + (TEXT + table if behind else table + TEXT)) == [
        ("main", "recommended", 5, 0, 0),
        ("main", "recommended", 6, 3, 1),
        ("main", "postponed", None, None, None),
        ("main", "rejected", 4, 5, 0),
    ]


def test_rows_without_counts_keep_what_they_say():
    rows = [(*row[:3], "", "", "", row[6]) for row in ROWS]
    found = decided(HEAD + "Beratungsfolge:\n\n" + "\n".join(map(bars, (NAMES, *rows))) + "\n\n" + TEXT)
    assert [one[1] for one in found] == ["recommended", "recommended", "postponed", "rejected"]


def test_in_minutes_the_votes_of_other_sittings_are_quoted():
    table = "Beratungsfolge:\n" + "\n".join(map(bars, (NAMES, *ROWS[:2]))) + "\n\n"
    found = decided(f"{MINUTES}{table}Beschluss: Der Erwerb wird beschlossen.\n\nAbstimmungsergebnis: 12 Ja, 0 Nein\n")
    assert [one[0] for one in found] == ["quoted", "quoted", "main"]


def test_a_result_that_wraps_below_itself_beside_the_rest_of_the_name():
    listed = "Beratungsfolge\n\n"
    listed += "Ausschuss für Bauen, Verkehr und        17.05.2031    6 Stimmen dafür, 5 Stimmen\n"
    listed += "Wohnungswesen                                         dagegen, 1 Enthaltung\n"
    listed += "Rat                                     15.06.2031    Mit 35 Stimmen gegen 27 Stimmen\n"
    listed += "                                                      beschlossen\n"
    assert decided(HEAD + TEXT + listed) == [("main", "adopted", 6, 5, 1), ("main", "adopted", 35, 27, None)]


@pytest.mark.parametrize("head", [HEAD + TEXT, MINUTES])
def test_a_line_for_each_body_below_one_label(head):
    lines = "Abstimmungsergebnis:\nVerwaltungsausschuss    anwesend  6   dafür  5   dagegen  1   Enthaltung  -\n"
    lines += "Verbandsversammlung     anwesend 12   dafür 11   dagegen  1   Enthaltung  -\n"
    assert decided(head + lines) == [("main", "adopted", 5, 1, 0), ("main", "adopted", 11, 1, 0)]


def test_a_line_that_is_not_filled_in_says_nothing():
    lines = "Beratungs- und Abstimmungsergebnis\n\n"
    lines += "Verwaltungsausschuss    anwesend  6    dafür  5    dagegen  1    Enthaltung  -    empfohlen\n"
    lines += "Verbandsversammlung     anwesend ...   dafür ...   dagegen ...   Enthaltung ...\n"
    assert decided(HEAD + TEXT + lines) == [("main", "recommended", 5, 1, 0)]


def test_counts_that_lost_a_motion_are_not_those_of_the_status():
    lost = "Der Vorsitzende lässt über den Vertagungsantrag abstimmen.\n\n7\nJa-Stimmen\n23\nNein-Stimmen\n\n"
    found = decided(
        f"{MINUTES}Beschluss:    geändert beschlossen\n\n{lost}Damit ist der Antrag auf Vertagung abgelehnt.\n"
    )
    assert found == [("main", "adopted", None, None, None), ("procedural", "rejected", 7, 23, None)]


def test_a_point_below_the_label_of_its_vote_is_no_item():
    text = "Beschluss:\nDer Rat 1. nimmt den Bericht zur Kenntnis, 2. setzt den Rahmen auf 5 Mio. € fest.\n\n"
    votes = "Abstimmungsergebnis:\n\nZu Punkt 2:\n\n20\nJa-Stimmen\n11\nNein-Stimmen\n"
    found = extract(SourceDocument("sha256:0", "probe.txt", "text/plain", MINUTES + text + votes))
    assert [item.number for item in found.agenda_items] == ["3"]
    assert [(one.yes, one.no) for one in found.decisions] == [(20, 11)]


@pytest.mark.parametrize("last", ["4 statt 3", "vier", "bis 12"])
def test_a_number_above_the_header_of_a_table_is_none_of_its_counts(last):
    header = "               Ja    Nein    Enthaltung    Mitwirkungsverbot\n"
    lost = f"Änderungsantrag der Fraktion FDP: Zahl der Einwohner je Ausschuss {last}\n{header}"
    lost += "                7     15          2                0\nmehrheitlich abgelehnt\n\n"
    own = f"Abstimmung über die Vorlage\n{header}"
    own += "               20      3          1                0\nmehrheitlich beschlossen\n"
    assert decided(f"{MINUTES}Beschluss:\nDer Stadtrat beschließt die Hauptsatzung.\n\n{lost}{own}") == [
        ("amendment", "rejected", 7, 15, 2),
        ("main", "adopted", 20, 3, 1),
    ]
