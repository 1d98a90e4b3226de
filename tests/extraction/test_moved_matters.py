"""What becomes of a matter where the body agrees to put it off or to refer it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record_of


def outcomes(sentence):
    head = "Niederschrift über die Sitzung des Rates am 3. März 2031\n\nTOP 1: Halle\n\nFrau Lohse berichtet."
    return [act.outcome.value for act in record_of(f"{head}\n\n{sentence}\n").decisions]


@pytest.mark.parametrize(
    "agrees", ["Der Rat folgt dem Vorschlag, {}.", "Der Rat willigt ein, {}.", "Alle sind dafür, {}."]
)
@pytest.mark.parametrize(
    ("motion", "outcome"),
    [
        ("den Punkt zu vertagen", "postponed"),
        ("die Vorlage bis zum Herbst zurückzustellen", "postponed"),
        ("den Antrag in den Bauausschuss zu verweisen", "referred"),
        ("den Weg zu sperren", "adopted"),
    ],
)
def test_what_is_agreed_on(agrees, motion, outcome):
    assert outcomes(agrees.format(motion)) == [outcome]
