"""Bullets and numbers before labels belong to no label: "• Beschluss:" heads a resolution as "Beschluss:" does."""

import pytest

import kimdocs
from tests.properties.laws import check_evidence

PAPER = """Gemeinde Auental
Niederschrift über die 4. Sitzung des Gemeinderates am 12.03.2031

TOP 1: Dach der Halle
{m}Sachverhalt:
Das Dach ist undicht.

{m}Beschlussvorschlag:
Das Dach wird für 40.000 € gedeckt.

{m}Beschluss:
Das Dach wird für 38.000 € gedeckt.

{m}Abstimmungsergebnis: 9 Ja, 2 Nein, 1 Enthaltung
"""
MARKS = {
    "none": "",
    "bullet": "• ",
    "square": "■ ",
    "small square": "▪\t",
    "pointer": "► ",
    "arrow": "→ ",
    "Wingdings": "\uf0b7 ",
    "dash": "- ",
    "wide dash": "– ",
    "star": "* ",
    "number": "3. ",
    "Roman": "III. ",
    "letter": "b) ",
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_labels_with_a_mark_head_what_they_head_without(mark):
    source = kimdocs.read(PAPER.format(m=mark).encode(), name="protokoll.txt")
    record = kimdocs.extract(source)
    check_evidence(source, record)
    told = [(one.outcome, one.yes, one.no, one.abstain) for one in record.decisions]
    assert told == [("adopted", 9, 2, 1)]
    assert [one.text for one in record.resolutions if one.kind == "adopted"] == ["Das Dach wird für 38.000 € gedeckt."]


@pytest.mark.parametrize(
    "title", ["- Beratung und Beschlussfassung -", "- Baubeschluss", "Umbau am Anger - Baubeschluss"]
)
def test_a_dash_in_a_title_stays(title):
    text = f"Gemeinde Auental\n\nBeschlussvorlage\nBetreff: Bank am Wehr\n{title}\n\nSachverhalt:\nSie ist morsch.\n"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="vorlage.txt"))
    assert (record.document.title or "").startswith("Bank am Wehr")
    assert record.decisions == ()


def test_bullets_of_points_stay_in_the_text():
    text = PAPER.format(m="").replace("Das Dach wird für 38.000 € gedeckt.", "Gebaut werden\n• Dach und\n• Rinne.")
    record = kimdocs.extract(kimdocs.read(text.encode(), name="protokoll.txt"))
    assert [one.text for one in record.resolutions if one.kind == "adopted"] == ["Gebaut werden\n• Dach und\n• Rinne."]


def test_a_bullet_on_the_first_line_goes_as_those_below():
    text = "■ Beschlussvorschlag:\nDer Weg am Anger wird gebaut.\n"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="vorlage.txt"))
    assert [one.text for one in record.resolutions] == ["Der Weg am Anger wird gebaut."]
