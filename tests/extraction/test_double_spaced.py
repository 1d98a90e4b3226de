"""Papers typed with a blank line behind every line tell what they tell without."""

import pytest

import kimdocs
from tests.properties.laws import check_evidence

MINUTES = """Gemeinde Auental
Niederschrift über die 4. Sitzung des Gemeinderates am 12.03.2031

TOP 1: Dach der Halle

Der Bürgermeister berichtet, dass das Dach der alten Halle am Anger seit dem
letzten Sturm undicht ist und vor dem nächsten Winter neu gedeckt werden
sollte, was nach dem Angebot der Firma rund 38.000 Euro kosten wird.

Beschluss:
Der Gemeinderat beschließt, das Dach der alten Halle am Anger noch in diesem
Jahr für höchstens 38.000 Euro decken zu lassen.

Abstimmungsergebnis:
9 Ja
2 Nein
1 Enthaltung

TOP 2: Bank am Wehr

Nach kurzer Aussprache wird die Anschaffung einer Bank für den Platz am Wehr
bei 28 Ja-Stimmen und einer
Enthaltung einstimmig beschlossen.
"""
WEB = [
    "Der Zaun wird gestrichen.",
    "Der Rat nimmt den Bericht über die Arbeiten an der langen Mauer zur Kenntnis.",
    "die Bank bleibt.",
]


def told(text):
    source = kimdocs.read(text.encode(), name="protokoll.txt")
    record = kimdocs.extract(source)
    check_evidence(source, record)
    decisions = [(one.agenda_item, one.outcome, one.yes, one.no, one.abstain) for one in record.decisions]
    return decisions, [one.text.split() for one in record.resolutions], [one.amount for one in record.figures]


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\n\t\n"])
def test_blank_lines_behind_every_line_tell_nothing(gap):
    assert told(MINUTES.replace("\n", gap)) == told(MINUTES)
    assert told(MINUTES)[0]


def test_without_wider_gaps_too():
    assert told(MINUTES.replace("\n\n", "\n").replace("\n", "\n\n")) == told(MINUTES.replace("\n\n", "\n"))


def test_paragraphs_of_one_line_stay_apart():
    """A page of the web has a blank line behind each of its paragraphs; what follows a resolution is none of it."""
    head = "Gemeinde Auental\n\nAuszug aus der Niederschrift vom 12.03.2031\n\nTOP 1: Zaun\n\nBeschluss:\n\n"
    text = head + "Der Zaun wird gestrichen.\n\nAbstimmung: 9 Ja, 2 Nein\n\n" + "\n\n".join(WEB * 4)
    assert [" ".join(words) for words in told(text)[1]] == ["Der Zaun wird gestrichen."]
