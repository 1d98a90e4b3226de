"""Acts told in running sentences: who acts, when, and with whose votes; several acts in one sentence."""

from __future__ import annotations

import pytest

from tests.extraction.reading import table, votes

CASES = table("prose_acts")
HEAD = "Gemeinde Wiesenfeld\nNiederschrift über die 3. Sitzung des Gemeinderates am 12.03.2031\n\n"
OF_COMMITTEE = "Gemeinde Wiesenfeld\nNiederschrift über die 3. Sitzung des Bau- und Umweltausschusses am 12.03.2031\n\n"
ITEM = "TOP 4: Spielplatz am See\n\n"


def acts(text, head=HEAD):
    """What an item of minutes tells, but for what it quotes."""
    return [vote for vote in votes(ITEM + text, head) if vote["type"] != "quoted"]


def short(vote):
    """Outcome and counts in one line, "-" for what stays open."""
    counts = " ".join("-" if vote[side] is None else str(vote[side]) for side in ("yes", "no", "abstain"))
    return f"{vote['outcome']} {counts}"


def listed(groups):
    """Who voted how, in one line."""
    sides = ((name, side, number) for name, told in groups.items() for side, number in told.items())
    return ", ".join(f"{name} {side}" + ("" if number is None else f" {number}") for name, side, number in sides)


@pytest.mark.parametrize(
    "case", [*CASES["others"], *CASES["told"], *CASES["elected"], *CASES["lines"]], ids=lambda case: case[0][:50]
)
def test_sentences_tell_the_acts_of_the_body(case):
    assert [short(vote) for vote in acts(case[0])] == case[1:]


@pytest.mark.parametrize("text", CASES["nothing"])
def test_other_times_rules_and_wishes_are_no_acts(text):
    assert acts(text) == []


@pytest.mark.parametrize("case", CASES["blocs"], ids=lambda case: case[0][:50])
def test_blocs_tell_the_votes_of_both_sides(case):
    (vote,) = acts(case[0])
    assert [short(vote), listed(vote["groups"])] == case[1:]


@pytest.mark.parametrize("case", CASES["texts"], ids=lambda case: case[0][:50])
def test_texts_tell_an_act_by_their_own_verb(case):
    assert [short(vote) for vote in acts("Beschluss:\n" + case[0])] == case[1:]


def test_what_a_council_decided_is_quoted_in_the_minutes_of_a_committee():
    told = "Der Rat stimmte dem Plan mit 12 zu 4 Stimmen zu."
    assert acts(told, OF_COMMITTEE) == []
    assert [vote["type"] for vote in votes(ITEM + told, OF_COMMITTEE)] == ["quoted"]


def test_a_committee_is_known_by_each_part_of_its_name():
    told = "Der Umweltausschuss stimmte dem Plan mit 7 zu 4 Stimmen zu."
    assert [short(vote) for vote in acts(told, OF_COMMITTEE)] == ["adopted 7 4 -"]
    assert acts(told.replace("Umwelt", "Finanz"), OF_COMMITTEE) == []
