"""The town that but the text or the place of a meeting names, and associations whose name goes on; all invented."""

from __future__ import annotations

import pytest

import kimdocs


def body(paper: str) -> str | None:
    return kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).document.body


@pytest.mark.parametrize(
    ("sentence", "town"),
    [
        ("Das Freibad der Gemeinde Auental ist alt.", "Gemeinde Auental"),
        ("Die Preise des Hallenbades der Stadt Bad Auen sind zu niedrig.", "Stadt Bad Auen"),
        ("Beim Kreis Auenland fehlt ein Freibad. Der Kreistag berät.", "Kreis Auenland"),
        ("Die Stadt Elbheim habe kein Freibad.", "Stadt Elbheim"),
        ("Bei der Stadt Elbheim gibt es so etwas schon.", None),
        ("Ein Beispiel ist das Freibad der Stadt Elbheim.", None),
        ("In den Schulen der Stadt Unterricht zu geben ist schwer.", None),
        ("Das Freibad der Gemeinde Auental ist alt. Die Stadt Elbheim habe ein neues.", None),
    ],
)
def test_a_town_that_is_named_once(sentence, town):
    assert body(f"Vorlage 12/2031\nBetreff: Freibad\n\nSachverhalt:\n{sentence}\n") == town


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("Rathaus, Auental", "Auental"),
        ("Rathaus, Sitzungssaal, 39999 Bad Auen", "Bad Auen"),
        ("Rathaus, Trausaal", None),
        ("Gasthaus Krone, Auental", None),
    ],
)
def test_the_town_of_the_town_hall(place, town):
    assert body(f"Niederschrift\nGremium: Rat\nDatum: 03.04.2031\nOrt: {place}\n\nTOP 1 Bank\nEinstimmig\n") == town


@pytest.mark.parametrize(
    ("letterhead", "town"),
    [
        ("ABWASSERZWECKVERBAND\nDER AUENGRUPPE", "Abwasserzweckverband der Auengruppe"),
        ("Wasserverband\n„Mittlere Aue“", "Wasserverband „Mittlere Aue“"),
        ("Wasserzweckverband Auental\nDer Verbandsvorsteher", "Wasserzweckverband Auental"),
        ("Regionaler Planungsverband Auental", "Regionaler Planungsverband Auental"),
        ("Landgemeinde Auental", "Landgemeinde Auental"),
    ],
)
def test_names_of_letterheads(letterhead, town):
    assert body(f"{letterhead}\n\nNiederschrift\nder Sitzung am 03.04.2031\n\nTOP 1 Bank\nEinstimmig\n") == town


@pytest.mark.parametrize(
    ("heading", "town"),
    [
        ("Beschlüsse\n\nder 92. Sitzung des Bauausschusses des Regionalen Planungsverbands Auental am 14.03.2031",
         "Regionaler Planungsverband Auental"),
        ("Sitzungstermine in der Samtgemeinde Aue\n\nAue - Bauausschuss\nDi, 18. März 2031", "Samtgemeinde Aue"),
        ("Sitzungstermine in der Samtgemeinde Aue\n\nAue - Rat der Gemeinde Wiesen\nDi, 18. März 2031",
         "Gemeinde Wiesen"),
    ],
)  # fmt: skip
def test_the_town_of_the_body_that_meets(heading, town):
    assert body(f"{heading}\n\nTOP 1 Eröffnung\n\nTOP 2 Bank\n\nBeschluss:\nDer Bank wird zugestimmt.\n") == town


def test_a_day_is_no_town():
    minutes = (
        "Protokoll\n19. Sitzung der Gemeindevertretung Donnerstag, den 29.1.2031, 20 Uhr\n\nTOP 1 Bank\nEinstimmig\n"
    )
    assert body(minutes) is None
