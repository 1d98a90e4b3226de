"""Texts of resolutions that begin or end inside a line, before a signature, or before who took no part in the vote."""

from __future__ import annotations

import pytest

from tests.extraction.reading import texts
from tests.extraction.wegenetz import MINUTES, MONEY, PAPER, WAY


@pytest.mark.parametrize(
    ("report", "found"),
    [
        (f"Beschluss:\n{WAY}\neinstimmig beschlossen\n", [WAY]),
        (f"Beschluss:\n{WAY}\nmehrheitlich beschlossen (22 / 1 / 2)\n", [WAY]),
        ("Beschluss:\nDer Weg am Bach wird\neinstimmig als Wanderweg ausgewiesen.\n\nAbstimmung: 12 Ja\n",
         ["Der Weg am Bach wird einstimmig als Wanderweg ausgewiesen."]),
        (f"Beschluss zu 1.1: {WAY}\nAbstimmungsergebnis: einstimmig\n\nBeschluss zu 1.2: {MONEY}\n"
         "Abstimmungsergebnis: 12:3\n", [WAY, MONEY]),
        (f"Herr Lohse stellt den Antrag vor. Beschluss: {WAY} Ja: 12, Nein: 3\n", [WAY]),
        (f"Beschlossen wurde mit 9 gegen 2 Stimmen: {WAY}\n\nDanach dankt der Vorsitzende.\n", [WAY]),
        (f"Der Rat beschließt mit 12 Ja-Stimmen bei 3 Gegenstimmen: {WAY}\n", [WAY]),
        (f"Die Vorsitzende verliest den Beschlussvorschlag:\n\n{WAY}\n\nDer Beschlussvorschlag wird einstimmig "
         "angenommen.\n", [WAY]),
        (f"Beschluss:\n{WAY} Bgm. Kraus hat sich\nnicht beteiligt.\n\nAbstimmung: einstimmig\n", [WAY]),
        (f"Beschluss:\n{WAY} (GR Kraus wegen persönlicher Beteiligung ohne Abstimmung)\n\nAbstimmung: 12 Ja\n", [WAY]),
        (f"Beschluss:\n{WAY} Frau Lohse hält das für falsch.\n\nAbstimmung: 12 Ja, 3 Nein\n", [WAY]),
        ("Beschluss:\nZum Beisitzer wird bestellt: Herr Lohse. Frau Kraus wird Vertreterin.\n\nAbstimmung: 12 Ja\n",
         ["Zum Beisitzer wird bestellt: Herr Lohse. Frau Kraus wird Vertreterin."]),
    ],
)  # fmt: skip
def test_what_was_adopted(report, found):
    assert texts(MINUTES + report) == found


@pytest.mark.parametrize(
    ("proposal", "found"),
    [
        (f"Beschlussvorschlag:\n{WAY}\n\nIn Vertretung\n\ngez. Lohse\nBeigeordnete\n", [WAY]),
        (f"Beschlussvorschlag:\n{WAY}\n\nAuental, den 03.02.2031\n\nLohse\nBürgermeisterin\n", [WAY]),
        (f"Beschlussvorschlag:\n{WAY}\n\nDer Bürgermeister\n\nLohse\n", [WAY]),
        (f"Beschlussvorschlag:\n{WAY}\n\nDer Bürgermeister wird ermächtigt, zu zahlen.\n\nSachverhalt:\nEs eilt.\n",
         [f"{WAY} Der Bürgermeister wird ermächtigt, zu zahlen."]),
        (f"Beschlussempfehlung:\n1. {WAY}\n\n(Bauausschuss vom 10.11.2031: einstimmig)\n\nErläuterung:\nEs eilt.\n",
         [f"1. {WAY}"]),
        (f"Es wird folgender Beschluss vorgeschlagen:\n\n{WAY}\n\nSachverhalt:\nEs eilt.\n", [WAY]),
    ],
)  # fmt: skip
def test_what_is_proposed(proposal, found):
    assert texts(PAPER + proposal) == found


def test_the_heading_of_a_list_of_decisions_is_no_text():
    listed = "Beschlüsse der 23. öffentlichen Sitzung des Gemeinderates vom 8. Juni 2031\n\nBeschluss-Nr. 31/06/2031\n"
    found = texts(f"{listed}Der Gemeinderat kauft die Wiese.\nAbstimmung: 12 dafür, 0 dagegen, 0 Enthaltungen\n")
    assert all("Sitzung" not in text for text in found)
