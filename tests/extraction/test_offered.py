"""Lines that but offer results, and the rows of a form that are filled in below them."""

from __future__ import annotations

import pytest

from tests.extraction.reading import SILENT, SUBMISSION, votes

HEAD = "Gremium\tEinstimmig\tJa\tNein\tEnthaltung\tlt. Beschlussvorschlag\tabweichender Beschluss\n"
PROPOSAL = SUBMISSION + "Beschlussvorschlag:\nDer Entwurf wird gebilligt.\n\nBeratungsergebnis:\n\n"
EMPTY = {
    "tabs": HEAD + "Bauausschuss\t\t\t\t\t\t\nRat\t\t\t\t\t\t\n",
    "bars": "| Gremium | Sitzung am | Einstimmig | Mit Stimmenmehrheit | Ja | Nein |\n|---|---|---|---|---|---|\n"
    "| Rat | 12.03.2031 | | | | |\n",
    "blanks": HEAD.replace("\t", " ") + "Bauausschuss\nRat\n",
    "columns lost": HEAD.replace("\t", " ") + "Bauausschuss X\nRat 18 7 1 X\n",
    "names only": "einst.  Ja  Nein  Enth.\n\nBürgermeister\n",
    "fields": "Abstimmungsergebnis: einstimmig  mit Stimmenmehrheit  Ja:    Nein:    Enthaltung:\n",
    "one below the other": "Einstimmig\n\nJa-Stimmen\n\nNein-Stimmen\n\nEnthaltungen\n",
}


@pytest.mark.parametrize("form", EMPTY)
def test_what_is_but_offered_was_not_decided(form):
    assert votes(EMPTY[form], PROPOSAL) == []
    assert (
        votes(f"TOP 1: Brücke\n\nBeschluss:\nSie wird gebaut.\n\nAbstimmung:\n{EMPTY[form]}\nTOP 2: Anfragen\n") == []
    )


def test_rows_tell_what_is_ticked_and_counted():
    assert votes(HEAD + "Bauausschuss\tx\t\t\t\tx\t\nRat\t\t18\t7\t1\t\tx\n", PROPOSAL) == [
        {**SILENT, "outcome": "adopted", "unanimous": True},
        {**SILENT, "outcome": "adopted", "yes": 18, "no": 7, "abstain": 1, "unanimous": False, "amended": True},
    ]


def test_a_row_that_ticks_what_cannot_go_together_tells_nothing():
    assert votes(HEAD + "Rat\tx\t\t\t\tx\tx\n", PROPOSAL) == []


def test_a_result_behind_its_label_stays_one():
    assert [one["unanimous"] for one in votes("Abstimmungsergebnis: einstimmig\n\nJa-Stimmen:\nNein-Stimmen:\n")] == [
        True
    ]
