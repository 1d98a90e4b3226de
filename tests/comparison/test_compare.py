"""Which resolution answers a proposal, references to the paper, and contradictions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kimdocs.comparison.choose import MatchedBy
from kimdocs.comparison.compare import Verdict, compare
from kimdocs.errors import InputError
from kimdocs.model.codec import from_json

if TYPE_CHECKING:
    from kimdocs.model.record import Record

TEXT = "Die Verwaltung baut die Radbrücke am Anger neu."


def place(start: int, quote: str) -> list[dict[str, Any]]:
    return [{"start": start, "end": start + len(quote), "page": 1, "quote": quote}]


def resolution(kind: str, text: str, item: str | None = None, decision: int | None = None) -> dict[str, Any]:
    return {
        "kind": kind, "agenda_item": item, "text": text, "points": [], "decision": decision,
        "evidence": place(100, text),
    }  # fmt: skip


def decision(item: str | None, quote: str, *, outcome: str = "adopted", amended: bool = False) -> dict[str, Any]:
    return {
        "agenda_item": item, "organization": None, "outcome": outcome, "outcome_text": quote, "amended": amended,
        "type": "main", "yes": None, "no": None, "abstain": None, "present": None, "excluded": None, "unanimous": None,
        "roll_call": False, "secret": False, "groups": None, "evidence": place(50, quote), "rule": "x",
    }  # fmt: skip


def record(document: dict[str, Any] | None = None, **parts: Any) -> Record:
    blank = {
        "schema_version": 1,
        "generator": {"kimdocs": "0", "lexicon": "0"},
        "source": {"id": "sha256:0", "name": "akte.txt", "media_type": "text/plain", "pages": 1, "characters": 9999},
        "document": {"kind": "other"} | (document or {}),
    }
    return from_json(json.dumps(blank | parts))


def submission(reference: str | None = "45/2024", title: str | None = "Radbrücke am Anger") -> Record:
    return record({"reference": reference, "title": title}, resolutions=[resolution("proposed", TEXT)])


def item(number: str, title: str, start: int) -> dict[str, Any]:
    return {"number": number, "title": title, "public": None, "evidence": place(start, title)}


def test_the_reference_in_the_report_of_an_item_decides_before_the_wording() -> None:
    minutes = record(
        {"references": [{"reference": "45 / 2024", "evidence": place(320, "45 / 2024")}]},
        agenda_items=[item("6", "Haushalt", 200), item("7", "Verkehr", 300)],
        decisions=[decision("6", "beschlossen"), decision("7", "beschlossen")],
        resolutions=[resolution("adopted", TEXT, "6", 0), resolution("adopted", "Es wird anders gebaut.", "7", 1)],
    )
    found = compare(submission(), minutes)
    assert (found.matched_by, found.adopted and found.adopted.agenda_item) == (MatchedBy.REFERENCE, "7")


def test_of_several_texts_the_likest_is_taken() -> None:
    minutes = record(
        decisions=[decision(None, "beschlossen")],
        resolutions=[
            resolution("adopted", "Die Satzung wird erlassen."),
            resolution("adopted", TEXT.replace("neu", "bis 2026 neu"), None, 0),
        ],
    )
    found = compare(submission(None, None), minutes)
    assert (found.matched_by, found.verdict) == (MatchedBy.WORDING, Verdict.CHANGED)


@pytest.mark.parametrize(
    "words", ["Einstimmig lt. Beschlussvorschlag", "ungeändert beschlossen", "Beschluss wie Vorlage"]
)
def test_minutes_that_only_refer_to_the_paper(words: str) -> None:
    minutes = record(agenda_items=[item("7", "Radbrücke am Anger", 10)], decisions=[decision("7", words)])
    found = compare(submission(), minutes)
    assert (found.verdict, found.words) == (Verdict.AS_PROPOSED, ())


def test_a_text_that_only_refers_to_the_paper() -> None:
    minutes = record(
        {"reference": "45/2024"},
        decisions=[decision(None, "einstimmig")],
        resolutions=[resolution("adopted", "Beschluss gemäß Vorlage.", None, 0)],
    )
    assert compare(submission(), minutes).verdict is Verdict.AS_PROPOSED


@pytest.mark.parametrize(
    ("words", "amended"),
    [
        ("einstimmig beschlossen", False),
        ("geändert beschlossen", True),
        ("wie Vorlage mit der Maßgabe", False),
        ("Dem geänderten Beschlussvorschlag wird zugestimmt", False),
    ],
)
def test_minutes_that_do_not_say_what_was_decided(words: str, amended: bool) -> None:
    minutes = record(
        agenda_items=[item("7", "Radbrücke am Anger", 10)], decisions=[decision("7", words, amended=amended)]
    )
    assert compare(submission(), minutes).verdict is Verdict.NOT_STATED


@pytest.mark.parametrize(
    ("text", "words", "amended", "said"),
    [
        (TEXT + " Danach wird berichtet.", "ungeändert beschlossen", False, "ungeändert"),
        (TEXT, "geändert beschlossen", True, "geändert"),
    ],
)
def test_status_and_wording_that_contradict_each_other(text: str, words: str, amended: bool, said: str) -> None:
    minutes = record(
        decisions=[decision(None, words, amended=amended)], resolutions=[resolution("adopted", text, None, 0)]
    )
    (note,) = compare(submission(), minutes).notes
    assert f"nennt den Beschluss {said}" in note


def test_nothing_alike_is_no_answer() -> None:
    minutes = record(resolutions=[resolution("adopted", "Haushalt 2025 verabschiedet", "3")])
    with pytest.raises(InputError, match="findet sich kein Beschluss"):
        compare(submission(), minutes)
