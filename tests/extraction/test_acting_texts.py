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
        ("Dem Kauf der Wiese wird zugestimmt.\n\nDer Preis beträgt 3.150,00 €.", Outcome.ADOPTED),
        ("Der Gemeinderat vertagt den Ankauf, bis das Gutachten da ist.", Outcome.POSTPONED),
        ("Der Bericht wird zur Kenntnis genommen.", Outcome.NOTED),
    ],
)
def test_the_text_is_the_act(text: str, outcome: Outcome) -> None:
    assert outcomes(f"Beschluss:\n\n{text}\n") == [outcome]


def test_a_text_that_says_nothing_of_it_is_none() -> None:
    assert outcomes("Beschluss:\n\nDie Straße erhält den Namen Am Anger.\n") == []


def test_numbers_in_the_text_are_no_votes() -> None:
    paper = "Beschluss:\n\nDem Plan im Maßstab 1:500 (Beschluss W 03/41/31) wird zugestimmt.\n"
    (decision,) = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).decisions
    assert (decision.yes, decision.no, decision.abstain) == (None, None, None)


def test_votes_that_would_be_needed_are_none() -> None:
    paper = "Beschluss:\nDie Satzung bedarf der Mehrheit der Stimmen (mindestens 15 Ja-Stimmen).\n"
    assert outcomes(paper) == []


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Zur Tagesordnung und zum Protokoll werden keine Bedenken erhoben.", [Outcome.ADOPTED]),
        ("Gegen die Ladefrist wurden keine Bedenken erhoben.", []),
        ("Widerspruch gegen den Nachtrag zur Tagesordnung erhebt sich nicht.", [Outcome.ADOPTED]),
        ("Herr Muster beantragt getrennte Abstimmung. Hiermit besteht Einverständnis.", [Outcome.ADOPTED]),
        ("Dem Antrag wurde entsprochen.\n\nDer Beschluss erfolgte einstimmig.", [Outcome.ADOPTED]),
        ("Im Übrigen wird auf die ausliegende Karte verwiesen.", []),
    ],
)
def test_consent_that_is_told_and_pointers_that_are_none(sentence: str, outcome: list[Outcome]) -> None:
    assert outcomes(f"Niederschrift\n\nTOP 1: Regularien\n\n{sentence}\n") == outcome


def test_whom_a_resolution_instructs_does_not_speak() -> None:
    text = "Die Vereinbarung wird geschlossen.\n\nDer Bürgermeister wird ermächtigt, sie zu unterzeichnen."
    paper = f"Beschlussvorlage\n\nBeschlussvorschlag:\n\n{text}\n\nBegründung:\nSie ist nötig.\n"
    (resolution,) = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).resolutions
    assert resolution.text == text
