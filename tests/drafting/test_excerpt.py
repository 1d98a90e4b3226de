"""The excerpt: one decision of the minutes with its text and its votes, and nothing that is not public."""

from __future__ import annotations

import dataclasses

import pytest

import kimdocs
from kimdocs.errors import DataError, TemplateError
from kimdocs.model.council import AgendaItem
from tests.drafting.papers import MINUTES, record


@pytest.fixture(scope="module")
def minutes():
    return record(MINUTES, "niederschrift.txt")


def two(minutes, *levels):
    """Minutes with two decisions under items of these levels."""
    first = dataclasses.replace(minutes.decisions[0], agenda_item="1")
    second = dataclasses.replace(first, agenda_item="2", yes=7, outcome_text="abgelehnt")
    items = tuple(AgendaItem(str(number), f"Punkt {number}", level) for number, level in enumerate(levels, 1))
    return dataclasses.replace(minutes, decisions=(first, second), agenda_items=items)


def test_the_only_decision_is_taken_with_its_votes_and_places(minutes):
    made = kimdocs.draft("beschlussauszug", records=[minutes])
    votes = {name: made.sheet.value(f"abstimmung.{name}") for name in ("ja", "nein", "enthaltung")}
    assert votes == {"ja": 19, "nein": 0, "enthaltung": 0}
    assert made.sheet.value("abstimmung.befangen") is None
    assert made.sheet.value("ergebnis") == "ungeändert beschlossen"
    assert "fortgesetzt" in made.markdown()
    assert made.trace.number(made.sheet.find("abstimmung.ja"))


def test_of_several_decisions_none_is_guessed(minutes):
    both = two(minutes, True, True)
    assert kimdocs.draft("beschlussauszug", records=[both]).sheet.value("ergebnis") is None
    chosen = kimdocs.draft("beschlussauszug", {"entscheidung": {"dokument": 0, "nummer": 1}}, records=[both])
    assert chosen.sheet.value("ergebnis") == "abgelehnt"
    assert chosen.title == "Punkt 2"
    with pytest.raises(DataError, match="dort gibt es keine"):
        kimdocs.draft("beschlussauszug", {"entscheidung": {"nummer": 9}}, records=[both])


def test_an_item_that_is_not_public_makes_no_public_excerpt(minutes):
    both = two(minutes, True, False)
    content = {"oeffentlich": True, "entscheidung": {"nummer": 0}}
    assert not [gap for gap in kimdocs.draft("beschlussauszug", content, records=[both]).gaps if gap.kind == "public"]
    with pytest.raises(TemplateError, match="nichtöffentlich"):
        kimdocs.draft("beschlussauszug", content | {"entscheidung": {"nummer": 1}}, records=[both])
    confirmed = content | {"entscheidung": {"nummer": 1}, "quellen": [{"dokument": 0, "oeffentlich": True}]}
    with pytest.raises(TemplateError, match="nichtöffentlich"):
        kimdocs.draft("beschlussauszug", confirmed, records=[both])
