"""Votes, groups and fates told in running sentences, and look-alikes that tell none."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.extraction.resolve.acts.shares import from_lead
from tests.extraction.reading import table, votes

TOLD = table("told_votes")
ITEM = "TOP 4: Spielplatz am See\n\n"
HEAD = "Gemeinde Wiesenfeld\nNiederschrift über die 3. Sitzung des Gemeinderates am 12.03.2031\n\n"


def acts(text):
    """What an item of minutes tells, but for what it quotes."""
    return [vote for vote in votes(ITEM + text) if vote["type"] != "quoted"]


def short(vote):
    """Outcome and counts in one line, "-" for what stays open."""
    counts = " ".join("-" if vote[side] is None else str(vote[side]) for side in ("yes", "no", "abstain"))
    return f"{vote['outcome']} {counts}" + (" all" if vote["unanimous"] else "")


def listed(groups):
    """Who voted how, in one line."""
    return ", ".join(
        f"{name} {side}" + ("" if number is None else f" {number}")
        for name, sides in (groups or {}).items()
        for side, number in sides.items()
    )


@pytest.mark.parametrize("case", TOLD["told"], ids=lambda case: case[0][:50])
def test_sentences_tell_votes_and_fates(case):
    assert [short(vote) for vote in acts(case[0])] == case[1:]


@pytest.mark.parametrize("case", TOLD["groups"], ids=lambda case: case[0][:50])
def test_sentences_tell_how_groups_voted(case):
    (vote,) = acts(case[0])
    assert [short(vote), listed(vote["groups"])] == case[1:]


@pytest.mark.parametrize("text", TOLD["nothing"])
def test_polls_and_others_votes_are_no_acts(text):
    assert acts(text) == []


def test_a_difference_without_a_sum_fixes_nothing():
    text = "mit einer mehrheit von vier stimmen"
    assert from_lead(text, 0, len(text)) == {}


def test_an_odd_rest_fixes_nothing():
    text = "mit einer mehrheit von drei stimmen, wobei sich von den 14 abstimmenden niemand enthielt"
    assert from_lead(text, 0, len(text)) == {}


def outcomes(text):
    record = kimdocs.extract(kimdocs.read((HEAD + text).encode("utf-8"), name="a.txt"))
    return [(decision.agenda_item, str(decision.outcome)) for decision in record.decisions]


def test_a_fate_told_at_the_head_and_at_its_item_is_one_act():
    text = (
        "TOP 1  Eröffnung\n\nTOP 3 wird durch die Einreicherin von der Tagesordnung abgesetzt.\n\n"
        "TOP 2  Bericht\n\nDer Rat nimmt den Bericht zur Kenntnis.\n\n"
        "TOP 3  Verkauf des Bauhofs\n\n- abgesetzt, siehe TOP 1 -\n"
    )
    assert outcomes(text) == [("2", "noted"), ("3", "withdrawn")]


def test_rows_of_papers_that_were_noted():
    text = (
        "TOP 1  Berichte\n\n"
        "Drs. 0417  Bericht der Musikschule           zur Kenntnis genommen\n"
        "Drs. 0420  Bericht der Feuerwehr             zur Kenntnis genommen\n\n"
        "TOP 2  Verschiedenes\n\nNichts.\n"
    )
    assert outcomes(text) == [("1", "noted"), ("1", "noted")]


def test_a_vote_on_what_was_proposed_is_told_behind_it():
    text = (
        "TOP 1  Zuschuss\n\nBeschlussvorschlag: Die Gemeinde zahlt 400 € im Jahr.\n"
        "Der Gemeinderat beschließt den Vorschlag mit neun zu fünf.\n\nTOP 2  Verschiedenes\n\nNichts.\n"
    )
    assert outcomes(text) == [("1", "adopted")]


def test_announced_minutes_are_minutes():
    text = "Öffentliche Bekanntmachung der Niederschrift\n\n" + HEAD + "TOP 1  Bericht\n\nDer Rat berät.\n"
    assert kimdocs.extract(kimdocs.read(text.encode("utf-8"), name="a.txt")).document.kind.value == "minutes"


@pytest.mark.parametrize(
    "sentence",
    [
        "Herr Blank bejaht dies, verweist aber darauf, dass der Rat beschließen müsse und dies in den Bauhof gehört.",
        "Der Rat verweist darauf, dass dies in den Ausschuss gehört.",
    ],
)
def test_who_points_to_something_refers_nothing(sentence):
    assert votes(f"TOP 1: Brücke\n\nHerr Anders berichtet.\n{sentence}\n") == []


def test_what_a_body_refers():
    text = "TOP 1: Brücke\n\nDer Rat verweist einstimmig die Vorlage in den Bauausschuss.\n"
    assert [(one["outcome"], one["unanimous"]) for one in votes(text)] == [("referred", True)]
