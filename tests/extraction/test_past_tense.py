"""Minutes that tell in the past are read as those of today: a text that moves its matter moved it."""

import pytest

import kimdocs
from kimdocs.model.decision import Outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Der Ausschuss empfahl dem Rat, den Weg zu bauen.", Outcome.RECOMMENDED),
        ("Die Angelegenheit wurde vertagt.", Outcome.POSTPONED),
        ("Die Vorlage wurde in den Rat verwiesen.", Outcome.REFERRED),
        ("Der Ausschuss verwies die Vorlage in den Rat.", Outcome.REFERRED),
        ("Der Weg wurde gebaut.", Outcome.ADOPTED),
    ],
)
def test_the_past_tells_what_the_present_does(text, outcome):
    minutes = (
        "Niederschrift über die 3. Sitzung des Bauausschusses\n\n"
        f"TOP 1: Weg am Anger\nBeschluss:\n{text}\nAbstimmungsergebnis: 6 Ja, 2 Nein\n\nTOP 2: Anfragen\n"
    )
    record = kimdocs.extract(kimdocs.read(minutes.encode(), name="niederschrift.txt"))
    assert [(one.outcome, one.yes, one.no) for one in record.decisions] == [(outcome, 6, 2)]
