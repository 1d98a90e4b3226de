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


@pytest.mark.parametrize(
    ("sentence", "town"),
    [
        ("Die Gemeindevertretung Auendorf beschließt die Vergabe.", "Gemeinde Auendorf"),
        ("Der Ausschuss empfiehlt der Stadtverordnetenversammlung Auenbach:\n\n1. Kenntnis", "Stadt Auenbach"),
        ("Die Mitglieder der Stadtvertretung Elbe-Süd haben die Einladung erhalten.", "Stadt Elbe-Süd"),
        ("Der Ortsgemeinderat Aue bei Elbheim beschließt den Plan.", "Ortsgemeinde Aue bei Elbheim"),
        ("Der Stadtrat Ahlers hat den Antrag gestellt.", None),
        ("Herr Stadtrat Ahlers beschließt seine Rede.", None),
        ("Die Stadtvertretung Elbe beschließt es. Die Stadtvertretung Aue stimmt zu.", None),
    ],
)
def test_the_town_of_the_council_that_decides(sentence, town):
    assert body(f"Beschluss:\n\n{sentence}\n\nAbstimmung: einstimmig\n") == town


@pytest.mark.parametrize(
    ("sentence", "town"),
    [
        ("Der Eigenanteil der Gemeinde Auenloch liegt bei 8.000 Euro.", "Gemeinde Auenloch"),
        ("Die Stadt Elbheim ist verpflichtet, Plätze vorzuhalten.", "Stadt Elbheim"),
        ("In den Ferien bietet die Kreisstadt St. Auen Kurse an.", "Kreisstadt St. Auen"),
        ("Damit fehlten dem Landkreis Auenland 8.000 Euro.", "Landkreis Auenland"),
        ("Damit entgehen der Stadt Beiträge.", None),
        ("Auch anderswo bietet die Stadt Elbheim Kurse an.", None),
    ],
)
def test_a_town_that_has_duties_and_means(sentence, town):
    assert body(f"Vorlage 12/2031\nBetreff: Kurse\n\nSachverhalt:\n{sentence}\n") == town


@pytest.mark.parametrize(
    ("heading", "town"),
    [
        ("der Gemeindevertretung der Gemeinde Ostseebad Auen", "Gemeinde Ostseebad Auen"),
        ("des Stadtrates der Einheitsgemeinde Stadt Burgaue", "Einheitsgemeinde Stadt Burgaue"),
        ("des Bauausschusses der Stadt Elbheim im Verwaltungs-\ngebäude", "Stadt Elbheim"),
        ("des Gemeinderats Auenstetten ob Rott", "Gemeinde Auenstetten ob Rott"),
        (
            "der Verbandsversammlung\n\ndes Trink- und Abwasserzweckverbandes „Untere Aue“",
            "Trink- und Abwasserzweckverband „Untere Aue“",
        ),
    ],
)
def test_names_of_more_than_one_word(heading, town):
    assert body(f"Niederschrift über die Sitzung {heading}\n\nam 03.04.2031\n\nTOP 1 Bank\nEinstimmig\n") == town


def test_the_letterhead_gives_the_whole_name_of_a_joint_municipality():
    paper = "Samtgemeinde Elmer Geest\nSitzung: 05.10.2032 Rat der Samtgemeinde Elmer Geest\nTOP Ö 9: Bank\n"
    assert body(f"{paper}Beschluss: abgelehnt\n") == "Samtgemeinde Elmer Geest"


def test_a_letterhead_may_part_its_date_by_a_gap():
    assert body("Samtgemeinde Auenland , 4. Juli 2031\n\nNiederschrift\nEinstimmig\n") == "Samtgemeinde Auenland"
