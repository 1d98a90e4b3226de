"""Towns that a text names but once, beside an organ or a date, on a line of their own, or as the place of a meeting."""

from __future__ import annotations

import pytest

import kimdocs


def body(paper: str) -> str | None:
    return kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).document.body


@pytest.mark.parametrize(
    ("sentence", "town"),
    [
        ("Zur Beteiligung der Stadt Elbheim an den Kosten wird berichtet.", "Stadt Elbheim"),
        ("Nun muss die Gemeinde Auental von der Baufirma Ersatz verlangen.", "Gemeinde Auental"),
        ("Das Lager gehört der Hanse- und Universitätsstadt Elbwerder.", "Hanse- und Universitätsstadt Elbwerder"),
        ("Das Gästehaus der Stadt Elbheim an der Schleuse steht leer.", "Stadt Elbheim"),
        ("Das Risiko für den Kreis Seeland ist klein. Der Kreistag stimmt zu.", "Kreis Seeland"),
        ("Das Risiko für den Kreis Seeland ist klein. Der Stadtrat stimmt zu.", None),
        ("Es gibt eine Vereinbarung mit der Stadt Elbheim.", None),
        ("Ein Antrag der Stadt Elbheim liegt vor.", None),
        ("Die Umlage der Verbandsgemeinde Hinterwald steigt.", None),
        ("Die Partnerschaft besteht seit 2001. Den Besuch bezahlt die Stadt Elbheim.", None),
        ("Die Stadt Elbheim baut. Der Gemeinde Auental ist das recht.", None),
    ],
)
def test_a_town_that_is_named_once_and_alone(sentence, town):
    assert body(f"Vorlage 12/2031\nBetreff: Lager\n\nSachverhalt:\n{sentence}\n") == town


def test_nouns_behind_the_kind_of_town_are_no_names():
    told = "Auental ist ein Ort. Nach Auental führt ein Weg. Von Auental kommt man leicht weg.\n"
    text = f"{told}Da baut die Gemeinde Auental. Der Gemeinde Unterricht zu geben, lehnt die Gemeinde Auental ab."
    assert body(f"Niederschrift\n\nGremium: Ortsrat\n\nTOP 1 Wege\n{text}\n") == "Gemeinde Auental"


@pytest.mark.parametrize(
    ("sentence", "town"),
    [
        ("Das bleibt dem Gemeinderat Auental vorbehalten.", "Gemeinde Auental"),
        ("Im Jahr 2030 hat der Stadtrat Elbheim den Umbau zum Preis von 1.200,00 € freigegeben.", "Stadt Elbheim"),
        ("Die Fraktion im Stadtrat Elbheim ist dagegen.", "Stadt Elbheim"),
        ("Die Mitglieder des Ortsgemeinderates Wiesenbach waren geladen.", "Ortsgemeinde Wiesenbach"),
        ("Im Gemeinderat Auental ging es um den Hafen der Stadt Auental.", "Stadt Auental"),
        ("Der Antrag des Gemeinderates Lohse wird abgelehnt.", None),
        ("Dem Gemeinderat Lohse wird gedankt.", None),
        ("Dann hat der Stadtrat Lohse das Wort ergriffen.", None),
        ("Im Stadtrat Elbheim und im Stadtrat Auen wird beraten.", None),
    ],
)
def test_the_town_of_the_council_that_is_spoken_of(sentence, town):
    assert body(f"Beschluss:\n\nEs wird gebaut.\n\n{sentence}\n") == town


@pytest.mark.parametrize(
    ("heading", "town"),
    [
        ("Gemeindevertretung vom 04.03.2031 (Gemeinde Auental)", "Gemeinde Auental"),
        ("Sitzung am 04.03.2031, Gemeinde Auental/Oberland", "Gemeinde Auental/Oberland"),
        ("Sitzung des Ortsrates Wiesental, Stadt Elbheim, am 04.03.2031", "Stadt Elbheim"),
        ("Sitzung im Gasthaus, Ortsteil Wiesental (Gemeinde Auental)", "Gemeinde Auental"),
        ("Anwesend: Herr Kurz (Gemeinde Ottertal)", None),
        ("Anwesend: Frau Dr. Weiß, Landkreis Seefeld", None),
    ],
)
def test_the_town_beside_an_organ_a_date_or_a_part_of_the_town(heading, town):
    assert body(f"Protokoll\n\n{heading}\n\n1. Haushalt\nDer Haushalt wird beschlossen. 7 Ja\n") == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Ausschuss für Wirtschaft und Verkehr der Gartenstadt Elbheim", "Gartenstadt Elbheim"),
        ("die Stimmung im Ausschuss für Wirtschaft, der Stadt Elbheim", "Stadt Elbheim"),
    ],
)
def test_the_town_behind_the_field_of_work_of_a_committee(text, town):
    assert body(f"Protokoll:\n\nWiedergegeben ist die Sitzung des {text} am 04.03.2031.\n\nEinstimmig\n") == town


@pytest.mark.parametrize(
    ("lines", "town"),
    [
        ("Vorlage\nSV-30-0288\nKreis Seeland\nKreistag 15.12.2031", "Kreis Seeland"),
        ("Stadt Elbheim – Hauptamt: Stellungnahme –", "Stadt Elbheim"),
        ("Stadt Elbheim\nGemeinde Auental", None),
    ],
)
def test_the_only_town_that_is_a_line(lines, town):
    paper = (
        "Beschlussvorschlag:\nDem Budget wird zugestimmt.\n\nSachverhalt:\nEs geht um das Budget, so weit, so gut.\n"
    )
    assert body(f"{paper}\n{lines}\n\n" + "Es folgen Zahlen.\n" * 12) == town


def test_the_town_behind_the_council_that_a_paper_is_for():
    paper = "Vorlage für die Gemeindevertretung Seekamp\n\nDatum: 28.02.2031\n\nThema: Geräte\n"
    assert body(f"{paper}\nBeschlussvorschlag:\nEs wird gekauft.\n") == "Gemeinde Seekamp"


def test_the_borough_of_an_assembly_in_a_city_of_boroughs():
    paper = "Drucksache - 0614/IV\n\nBetreff: Bänke\nBeratungsfolge:\n"
    rows = "Bezirksverordnetenversammlung Auensee von Berlin Vorberatung\n20.03.2031\n"
    assert body(f"{paper}{rows}\nDie BVV möge beschließen:\nEs werden Bänke gestellt.\n") == "Auensee von Berlin"


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("Ort, Raum: Bürgersaal, Schulstraße 3, 39999 Auental", "Auental"),
        ("Raum: Saal 2\nOrt: Auental (Elbe), Promenade 9", "Auental (Elbe)"),
        ("Ort: Vereinszimmer, Dorfstraße 12", None),
        ("Ort: Stadthalle, Markt 3, 39999 Elbheim\nAnwesend: Frau Lang vom Kreistag", None),
    ],
)
def test_the_town_where_the_meeting_takes_place(place, town):
    assert (
        body(f"Niederschrift\nGremium: Finanzausschuss\nDatum: 03.04.2031\n{place}\n\nTOP 1 Bank\nEinstimmig\n") == town
    )


def test_the_village_whose_inn_the_meeting_is_held_in():
    heading = (
        "Niederschrift\n\nüber die Sitzung der Gemeindevertretung am 03.04.2031 um 20.00 Uhr in Klein Auen - Gasthof"
    )
    assert body(f"{heading}\n\n1. Wege\nDer Weg wird gebaut. 5 dafür\n") == "Klein Auen"


@pytest.mark.parametrize(
    ("acts", "town"),
    [
        ("Der Landkreis Seefeld übernimmt die Kosten. Der Stadtrat stimmt zu.", None),
        ("Der Landkreis Seefeld übernimmt die Kosten. Der Kreistag stimmt zu.", "Landkreis Seefeld"),
    ],
)
def test_a_district_that_acts_is_the_body_of_its_own_council_only(acts, town):
    assert body(f"Beschluss:\n\n{acts}\n") == town


def test_the_year_of_a_sitting_is_no_part_of_the_bodys_name():
    text = "Zweckverband Auental\nNiederschrift der 2. Verbandsversammlung des Jahres 2031 am 12.10.2031\n\nTOP 1: Weg"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="papier.txt"))
    assert record.document.organization == "Verbandsversammlung"
