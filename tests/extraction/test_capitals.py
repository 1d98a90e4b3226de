"""Results in capitals tell what they tell in small letters, and their words are no groups: "JA-STIMMEN: 16"."""

import pytest

import kimdocs

RESULTS = [
    "Stimmberechtigte: 16\nJa-Stimmen: 16\nNein-Stimmen: 0",
    "Abstimmung: Ja: 12, Nein: 0, pers. beteiligt: 0, anwesend: 12",
    "Abstimmungsergebnis: einstimmig",
    "Abstimmungsergebnis: mehrheitlich, 3 Gegenstimmen und eine Enthaltung",
    "Abstimmung: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung",
    "Ja: 12 (CDU, FDP), Nein: 3 (SPD)",
]


def told(result):
    text = f"Niederschrift über die 4. Sitzung\n\nTOP 1: Halle\nBeschluss:\nDie Halle wird gebaut.\n\n{result}\n"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="protokoll.txt"))
    return [(one.outcome, one.yes, one.no, one.abstain, one.unanimous, one.groups) for one in record.decisions]


@pytest.mark.parametrize("result", RESULTS)
def test_capitals_tell_the_same(result):
    assert told(result)
    assert told(result.upper()) == told(result)
