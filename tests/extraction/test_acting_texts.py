"""Texts under "Beschluss:" without a vote: their first sentence says what became of the matter, or nothing does."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.model.decision import Outcome


def outcomes(paper: str) -> list[Outcome]:
    return [decision.outcome for decision in kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).decisions]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Dem Vorschlag der Verwaltung wird zugestimmt.\n\nDas Entgelt beträgt 50,00 €.", Outcome.ADOPTED),
        ("Der Gemeinderat vertagt die Vergabe, bis die Stellungnahme vorliegt.", Outcome.POSTPONED),
        ("Der Bericht wird zur Kenntnis genommen.", Outcome.NOTED),
    ],
)
def test_the_text_is_the_act(text: str, outcome: Outcome) -> None:
    assert outcomes(f"Beschluss:\n\n{text}\n") == [outcome]


def test_a_text_that_says_nothing_of_it_is_none() -> None:
    assert outcomes("Beschluss:\n\nDie Straße erhält den Namen Am Anger.\n") == []


def test_numbers_in_the_text_are_no_votes() -> None:
    paper = "Beschluss:\n\nDem Plan im Maßstab 1:500 (Beschluss S 02/54/19) wird zugestimmt.\n"
    (decision,) = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).decisions
    assert (decision.yes, decision.no, decision.abstain) == (None, None, None)


def test_votes_that_would_be_needed_are_none() -> None:
    paper = "Beschluss:\nDie Satzung bedarf der Mehrheit der Stimmen (mindestens 11 Ja-Stimmen).\n"
    assert outcomes(paper) == []
