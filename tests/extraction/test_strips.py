"""Counts in a strip beside a text, and what stands in columns but is none."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

ITEM = "TOP 3 Neubau Bauhof\n"
BESIDE = {
    "label above its number, at the left": (
        "dafür     Der Gemeinderat beauftragt das Büro mit der\n12        Entwurfsplanung. Die Kosten sind zu\n"
        "dagegen   ermitteln.\n3\n",
        (12, 3, None),
    ),
    "number behind its label, at the right": (
        "Der Gemeinderat beauftragt das Büro mit           Ja 12\n"
        "der Entwurfsplanung.                              Nein 3\n",
        (12, 3, None),
    ),
    "number before its label, at the right": (
        "Der Gemeinderat beauftragt das Büro           12 dafür\n"
        "mit der Planung.                               3 dagegen\n"
        "                                               1 Enth.\n",
        (12, 3, 1),
    ),
    "long labels, at the left": (
        "Ja-Stimmen     Das Büro wird mit der Planung\n    12         beauftragt. Die Verwaltung schließt\n"
        "Nein-Stimmen   den Vertrag.\n     3\n",
        (12, 3, None),
    ),
    "cells of a row without a name": (
        "| | Ja | Nein | Enthaltung |\n| Planung durch ein Büro | 12 | 3 | 1 |\n",
        (12, 3, 1),
    ),
}


@pytest.mark.parametrize("layout", BESIDE)
def test_counts_beside_a_text_are_its_vote(layout):
    text, counts = BESIDE[layout]
    found = [(vote["yes"], vote["no"], vote["abstain"]) for vote in votes(ITEM + text)]
    assert found == [counts]


def test_cells_of_a_form_with_the_number_of_members_are_read_by_their_labels():
    form = "Abstimmungsergebnis:\n\ngesetzl. Anzahl der Vertreter: |\n9 |\ndavon anwesend: |\n7 |\n"
    form += "Zustimmung: |\n5 |\nAblehnung: |\n1 |\n"
    assert [(vote["yes"], vote["no"]) for vote in votes(ITEM + "Beschluss:\nDer Hof wird gebaut.\n\n" + form)] == [
        (5, 1)
    ]


def test_each_row_of_a_table_has_its_own_vote():
    rows = "Gewerk         Bieter           Abstimmung\nGerüst         Firma Alt        einstimmig, 1 Enthaltung\n"
    rows += "Estrich        Firma Neu        9 Ja, 2 Nein\n"
    assert (9, 2, 1) not in [(vote["yes"], vote["no"], vote["abstain"]) for vote in votes(ITEM + rows)]


def test_groups_in_rows_without_a_total_are_no_vote_of_the_body():
    rows = "| | Ja | Nein | Enthaltung |\n| CDU | 5 | 0 | 0 |\n| Freie Liste | 2 | 3 | 1 |\n"
    assert all((vote["yes"], vote["no"]) not in ((5, 0), (2, 3)) for vote in votes(ITEM + rows))


def test_votes_against_in_their_short_form_are_counted():
    found = votes(ITEM + "Beschluss:\nDer Hof wird gebaut.\nAnw. 16, dafür 12, dagg. 3, enth. 1\n")
    assert [(vote["yes"], vote["no"], vote["abstain"]) for vote in found] == [(12, 3, 1)]
