"""The points of a resolution: what counts them, on lines of their own or within one, and what does not."""

from __future__ import annotations

import pytest

from kimdocs.extraction.resolve.resolutions.points import points

WAY = "Der Weg am Bach wird verbreitert."
MONEY = "Die Mittel von 12.000 € werden bereitgestellt."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. ", "2. "),
        ("(1) ", "(2) "),
        ("a) ", "b) "),
        ("I. ", "II. "),
        ("Ziffer 1: ", "Ziffer 2: "),
        ("zu Punkt 1: ", "zu Punkt 2: "),
        ("01\n\n", "02\n\n"),
        ("1\n", "2\n"),
        ("1.1 ", "1.2 "),
        ("1.1 ", "2.1 "),
        ("  1. ", "  1. "),
        ("„1. ", "2. "),
    ],
)
def test_what_counts_points_at_the_start_of_lines(first, second):
    found = points(f"{first}{WAY}\n\n{second}{MONEY}")
    assert [point.removeprefix(mark.strip()).strip() for point, mark in zip(found, (first, second), strict=True)] == [
        WAY,
        MONEY,
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"1. {WAY} 2. {MONEY}",
        f"a) {WAY} b) {MONEY}",
        "Der Rat beschließt: 1. den Weg zu verbreitern, 2. die Mittel bereitzustellen.",
        f"1. {WAY}\n2. Am Bach werden gebaut: a) ein Steg, b) ein Zaun, c) eine Bank.",
        f"1. {WAY}\n2. Am Bach werden gebaut:\n2.1 ein Steg,\n2.2 ein Zaun.",
        f"a) Am Bach werden gebaut:\n1. ein Steg,\n2. ein Zaun,\n3. eine Bank.\nb) {MONEY}",
        f"1. Der Steg wird am Montag, 2. Juni, geöffnet. 2. {MONEY}",
    ],
)
def test_points_are_those_that_are_counted_outermost(text):
    assert len(points(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Der Steg wird am 1. Mai gesperrt und am 2. Juni geöffnet.",
        "Der Rat beschließt die 1. Änderung der Satzung. 2. Änderungen folgen.",
        "Die Zuschüsse werden wie folgt vergeben:\n\nNr.\n\nVerein\n\n1\n\nTurnverein\n\n2\n\nHeimatverein",
        "2. Der Weg wird gesperrt.\n3. Der Steg wird gesperrt.",
        "1.1 Der Weg wird gesperrt.\n1.4 Der Steg wird gesperrt.",
        "- Der Weg wird gesperrt.\n- Der Steg wird gesperrt.",
        WAY,
        "",
    ],
)
def test_what_counts_no_points(text):
    assert points(text) == ()
