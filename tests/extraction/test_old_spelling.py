"""Papers from before 1996 are read as those of today: "Beschlußempfehlung", "daß", "zugestimmt mußte"."""

import pytest

import kimdocs
from kimdocs.lexicon.spelling import as_before, reading_both

MINUTES = """Niederschrift über die 3. Sitzung des Bauausschusses der Stadt Ahornfelde am 4. Mai 1993

TOP 1: Neubau der Turnhalle
{label}:
Der Rat baut die Turnhalle am Anger.
Abstimmungsergebnis: 6 Ja, 2 Nein

TOP 2: Zuschuss an den Heimatverein
Der Ausschuss lehnt den Zuschuss mit 5 gegen 3 Stimmen ab und fasst den Beschluss, dass der Verein gehört wird.

TOP 3: Mitteilungen
"""


def told(text: str) -> list[tuple[object, ...]]:
    record = kimdocs.extract(kimdocs.read(text.encode(), name="niederschrift.txt"))
    return [(one.agenda_item, one.outcome, one.yes, one.no) for one in record.decisions]


@pytest.mark.parametrize("label", ["Beschlussempfehlung", "Empfehlungsbeschluss", "Beschlussvorschlag", "Beschluss"])
def test_the_old_spelling_tells_the_same(label):
    text = MINUTES.format(label=label)
    old = text.replace("luss", "luß").replace("chuss ", "chuß ").replace("dass", "daß").replace("fasst", "faßt")
    assert old != text
    assert told(old) == told(text) != []


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("beschlussempfehlung", "beschlußempfehlung"),
        ("des ausschusses", "des ausschusses"),
        ("gefasst, dass er muss", "gefaßt, daß er muß"),
        ("beschlüsse", "beschlüsse"),
        ("zuschüsse der stadt", "zuschüsse der stadt"),
    ],
)
def test_a_sharp_s_stood_at_the_end_of_a_syllable(now, before):
    assert as_before(now) == before


def test_patterns_look_back_at_what_has_one_length():
    assert reading_both("(?<=beschluss) der beschluss[uss]") == "(?<=beschluss) der beschlu(?:ss|ß)[uss]"
