"""Texts that keep the stars of Markdown around their labels are read as those without."""

import pytest

import kimdocs

MINUTES = """Niederschrift über die 5. Sitzung des Bauausschusses der Gemeinde Ahornfelde am 02.02.2031

TOP 1: Radweg am Anger

{open}Sachverhalt:{close}
Der Weg ist schadhaft. Er kostet 24.500 Euro.

{open}Beschluss:{close}{gap}Der Ausschuss empfiehlt dem Rat, den Weg zu erneuern.

{open}Abstimmungsergebnis:{close} 6 Ja, 2 Nein

TOP 2: Anfragen
"""


def told(gap: str, opened: str = "", closed: str = "") -> tuple[object, ...]:
    text = MINUTES.format(open=opened, close=closed, gap=gap)
    record = kimdocs.extract(kimdocs.read(text.encode(), name="niederschrift.txt"))
    decisions = [(one.agenda_item, one.outcome, one.yes, one.no) for one in record.decisions]
    return decisions, [one.text for one in record.resolutions], [figure.amount for figure in record.figures]


@pytest.mark.parametrize("gap", ["\n", " "])
def test_stars_around_labels_tell_nothing(gap):
    assert told(gap, "**", "**") == told(gap)
    assert told(gap)[0]
