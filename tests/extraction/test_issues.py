"""What does not fit in a document is told in German, with its places; what fits is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import SUBMISSION, record_of, table

FORMS = table("votes")["form"]
TOLD_WHOLE = [form for form in FORMS if form["outcome"] != "none"]
TOLD = {
    "outcome-contradicts-votes": [
        (
            "Beschluss: geändert beschlossen\nAbstimmung: Ja: 4, Nein: 12, Enthaltungen: 0",
            ["geändert beschlossen", "4", "12"],
        ),
        ("Beschluss: ungeändert beschlossen\nAbstimmung: Ja: 3, Nein: 9", ["3", "9"]),
    ],
    "unanimous-with-no-votes": [
        ("Abstimmungsergebnis: einstimmig\nJa: 9, Nein: 3", ["3 Nein-Stimmen"]),
        ("Abstimmungsergebnis: einstimmig abgelehnt\nJa: 2, Nein: 9", ["2 Ja-Stimmen"]),
    ],
    "tally-exceeds-present": [
        ("Abstimmungsergebnis:\nAnwesend: 10\nJa: 9\nNein: 3\nEnthaltung: 1", ["13", "10"]),
        ("Abstimmungsergebnis: Ja: 21, Nein: 2, Anwesend: 20", ["23", "20"]),
    ],
    "groups-against-total": [
        ("Abstimmungsergebnis:\ndafür: 6 (3 SPD, 2 UWG)\ndagegen: 9 (5 CDU, 4 FDP)", ["5", "6"]),
        ("Abstimmungsergebnis: 9 Ja-Stimmen (5 CDU, 4 SPD), 4 Nein-Stimmen (2 FDP, 1 UWG)", ["3", "4"]),
    ],
    "votes-differ": [
        (
            "Beschluss: ungeändert beschlossen\nAbstimmung: Ja: 12, Nein: 0, Enthaltungen: 1\n\nBeschluss:\n"
            "Der Weg wird gebaut.\n\nAbstimmungsergebnis: Ja: 11, Nein: 0, Enthaltungen: 1",
            ["12", "11"],
        ),
    ],
    "unknown-outcome": [
        ("Abstimmungsergebnis: wird nachgereicht", ["wird nachgereicht"]),
        ("Abstimmungsergebnis: siehe Tonband", ["siehe Tonband"]),
    ],
}
VOTES = [(code, *case) for code, cases in TOLD.items() for case in cases]


def told(text, head=None):
    record = record_of(text, head) if head else record_of(text)
    return {issue.code: issue for issue in record.issues}


@pytest.mark.parametrize(("code", "text", "words"), VOTES)
def test_contradictions_are_told_with_their_figures_and_places(code, text, words):
    issue = told(text)[code]
    assert [word for word in words if word not in issue.message] == []
    assert issue.message.endswith(".")
    assert issue.evidence


@pytest.mark.parametrize("form", TOLD_WHOLE, ids=lambda form: form["text"][:30])
def test_sound_votes_raise_no_issue(form):
    assert [issue.message for issue in told(form["text"]).values()] == []


def test_one_side_counted_twice_is_left_open_and_told():
    text = "Abstimmungsergebnis: 12 Ja-Stimmen, 9 Ja-Stimmen, 3 Nein-Stimmen"
    (act,) = record_of(text).decisions
    assert (act.yes, act.no) == (None, 3)
    assert told(text)["votes-differ"].evidence == act.evidence


@pytest.mark.parametrize("form", [form for form in FORMS if form["family"] == "groups listed by side"])
def test_a_result_that_is_left_open_is_an_issue(form):
    assert "unknown-outcome" in told(form["text"])


def test_counts_that_differ_are_told_with_both_places():
    text = TOLD["votes-differ"][0][0]
    record = record_of(text)
    (issue,) = record.issues
    assert len(record.decisions) == 1
    assert ["12" in place.quote for place in issue.evidence] == [True, False]
    assert "11" in issue.evidence[1].quote


def test_costs_despite_a_stated_none_are_told_with_both_places():
    text = (
        "Sachverhalt:\nDer Eigenanteil der Gemeinde beträgt 10.000 €.\n\n"
        "Finanzielle Auswirkungen:\nkeine\n\nBeschlussvorschlag:\nDer Vereinbarung wird zugestimmt."
    )
    issue = told(text, SUBMISSION)["financial-impact-contradicted"]
    assert len(issue.evidence) > 1


def test_a_stated_none_without_costs_is_sound():
    text = "Sachverhalt:\nDie Halle ist alt.\n\nFinanzielle Auswirkungen:\nkeine\n\nBeschlussvorschlag:\nKenntnisnahme"
    assert "financial-impact-contradicted" not in told(text, SUBMISSION)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 20), st.integers(1, 60))
def test_present_is_compared_with_all_votes(yes, no, abstain, present):
    text = f"Abstimmungsergebnis:\nAnwesend: {present}\nJa: {yes}\nNein: {no}\nEnthaltung: {abstain}"
    assert ("tally-exceeds-present" in told(text)) is (yes + no + abstain > present)


@given(st.lists(st.integers(1, 20), min_size=2, max_size=3), st.integers(1, 60))
def test_groups_are_added_up(numbers, total):
    listed = ", ".join(f"{number} {name}" for number, name in zip(numbers, ("CDU", "SPD", "FDP"), strict=False))
    text = f"Abstimmungsergebnis: Ja-Stimmen: {total} ({listed}), Nein-Stimmen: 0"
    assert ("groups-against-total" in told(text)) is (sum(numbers) != total)
