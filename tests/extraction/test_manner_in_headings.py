"""A heading that tells the manner of its act tells the act, once: also where counts follow its text."""

import pytest

import kimdocs

UNANIMOUS = [
    ("Einstimmiger Beschluss:", "adopted"),
    ("Beschluss (einstimmig):", "adopted"),
    ("Einstimmige Beschlussempfehlung:", "recommended"),
    ("Einstimmige Empfehlung an den Rat:", "recommended"),
    ("Empfehlung an den Rat (einstimmig):", "recommended"),
    ("Beschlussempfehlung an den Stadtrat (einstimmig):", "recommended"),
]
BY_MAJORITY = [
    ("Mehrheitlicher Beschluss:", "adopted"),
    ("Beschluss (mehrheitlich):", "adopted"),
    ("Mehrheitliche Empfehlung:", "recommended"),
    ("Empfehlung an den Rat (mehrheitlich):", "recommended"),
]


def told(heading, gap, votes=""):
    item = f"TOP 3: Halle\n{heading}{gap}Die Halle wird gebaut.\n{votes}"
    text = f"Niederschrift vom 03.04.2031\n\n{item}\nTOP 4: Anfragen\n"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="protokoll.txt"))
    assert [one.text for one in record.resolutions] == ["Die Halle wird gebaut."]
    return [(one.outcome, one.yes, one.no, one.unanimous) for one in record.decisions]


@pytest.mark.parametrize("gap", ["\n", " "])
@pytest.mark.parametrize(("heading", "outcome"), UNANIMOUS)
def test_unanimous(heading, outcome, gap):
    assert told(heading, gap) == [(outcome, None, None, True)]


@pytest.mark.parametrize("gap", ["\n", " "])
@pytest.mark.parametrize(("heading", "outcome"), BY_MAJORITY)
def test_by_majority(heading, outcome, gap):
    assert told(heading, gap) == [(outcome, None, None, False)]


@pytest.mark.parametrize("votes", ["\n9 : 0 Stimmen\n", "\nAbstimmung: 9 Ja, 0 Nein\n", "\nJa: 9 Nein: 0\n"])
@pytest.mark.parametrize(("heading", "outcome"), UNANIMOUS)
def test_counts_below_are_of_the_same_act(heading, outcome, votes):
    assert told(heading, "\n", votes) == [(outcome, 9, 0, True)]
