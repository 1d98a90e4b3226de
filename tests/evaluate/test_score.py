"""The measures: what counts as a hit, and the same numbers as the reference scorer."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from kimdocs.evaluate.gold import read_file
from kimdocs.evaluate.score import evaluate
from kimdocs.model.codec import to_json
from tests.evaluate.build import GOLD, NAME, RECORD, decision, figure, record_of

if TYPE_CHECKING:
    from pathlib import Path

    from kimdocs.evaluate.tally import Tally


def measure(gold: dict[str, Any], record: dict[str, Any] | None, folder: Path) -> dict[str, Tally]:
    path = folder / f"{NAME}.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    return evaluate({NAME: read_file(path)}, {} if record is None else {NAME: record_of(record)})


def numbers(tally: Tally) -> tuple[int, int, int]:
    return tally.hit, tally.missed, tally.spurious


def test_outcome_class_and_all_counts_make_a_hit(tmp_path: Path) -> None:
    gold = {"decisions": [{"outcome": "recommended", "yes": 7, "no": 0, "quote": "7:0"}]}
    found = measure(gold, {"decisions": [decision("adopted", (7, 0, None))]}, tmp_path)
    assert numbers(found["decisions"]) == (1, 0, 0)
    assert numbers(found["outcome_exact"]) == (0, 1, 0)


@pytest.mark.parametrize("counts", [(7, 1, None), (7, 0, 0), (None, None, None)])
def test_a_wrong_count_is_both_missed_and_too_much(counts: tuple[int | None, ...], tmp_path: Path) -> None:
    gold = {"decisions": [{"outcome": "adopted", "yes": 7, "no": 0, "quote": "7:0"}]}
    found = measure(gold, {"decisions": [decision("adopted", counts)]}, tmp_path)
    assert numbers(found["decisions"]) == (0, 1, 1)


def test_doubtful_and_quoted_decisions_count_neither_way(tmp_path: Path) -> None:
    gold = {
        "decisions": [
            {"outcome": "rejected", "type": "quoted", "quote": "frühere Abstimmung"},
            {"outcome": "noted", "sure": False, "quote": "zur Kenntnis"},
        ]
    }
    assert numbers(measure(gold, None, tmp_path)["decisions"]) == (0, 0, 0)
    found = {"decisions": [decision("adopted", (3, 2, 1)), decision("postponed"), decision("referred")]}
    assert numbers(measure(gold, found, tmp_path)["decisions"]) == (0, 0, 1)


def test_each_amount_is_matched_once_and_its_attributes_are_measured(tmp_path: Path) -> None:
    gold = {"figures": [{"amount": "500", "qualifier": "up_to", "per": ["year"], "quote": "bis zu 500 Euro im Jahr"}]}
    found = {"figures": [figure("500"), figure("500", qualifier="up_to", per=["year"])]}
    tallies = measure(gold, found, tmp_path)
    assert numbers(tallies["figures"]) == (1, 0, 1)
    assert numbers(tallies["figures.qualifier"]) == (1, 0, 0)
    assert tallies["figures"].misses[0].quote == "500 Euro"


def test_gold_without_a_record_counts_as_missed(tmp_path: Path) -> None:
    gold = {
        "document": {"kind": "motion", "title": "Bänke am Markt", "consultations": [{"date": "2024-03-01"}]},
        "resolutions": [{"kind": "proposed", "starts": "Die Verwaltung", "ends": "wird beauftragt."}],
    }
    tallies = measure(gold, None, tmp_path)
    kinds = ("document.kind", "document.title", "consultations", "resolutions")
    assert [numbers(tallies[kind]) for kind in kinds] == [(0, 1, 0)] * 4


def test_what_the_gold_leaves_out_is_neither_missed_nor_too_much(tmp_path: Path) -> None:
    gold = {
        "document": {"kind": "motion"},
        "figures": [{"amount": "500", "quote": "500 Euro"}],
        "decisions": [{"outcome": "adopted", "quote": "angenommen"}],
    }
    staffing = {"count": "2", "high": None, "unit": "VZÄ", "qualifier": "exact", "section": "other"}
    found = {
        "document": {"kind": "motion", "consultations": [{"organization": "Rat", "date": None, "role": None}]},
        "staffing": [staffing | {"evidence": [], "rule": "x"}],
        "figures": [figure("500", per=["year"])],
        "decisions": [decision("adopted", unanimous=True, amended=True)],
    }
    tallies = measure(gold, found, tmp_path)
    open_kinds = ("staffing", "resolutions", "consultations", "figures.per", "figures.qualifier", "unanimous")
    assert {(*numbers(tallies[kind]), tallies[kind].documents) for kind in open_kinds} == {(0, 0, 0, 0)}
    assert [numbers(tallies[kind]) for kind in ("figures", "decisions", "outcome_exact")] == [(1, 0, 0)] * 3
    assert numbers(measure(gold | {"staffing": []}, found, tmp_path)["staffing"]) == (0, 0, 1)


@pytest.fixture(scope="module")
def reference(shared_dir: Path) -> Any:
    """The reference scorer, as a module."""
    spec = importlib.util.spec_from_file_location("reference_score", shared_dir / "evaluate" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_reference(score: Any, gold: dict[str, Any], record: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """What the reference scorer's main function does for one document."""
    tallies = defaultdict(score.Tally)
    score.score_decisions(tallies, NAME, gold["decisions"], record["decisions"])
    pairs = score.score_multiset(tallies["figures"], NAME, gold["figures"], record["figures"], score.amount_key)
    for want, got in pairs:
        tallies["figures.qualifier"].hit += want["qualifier"] == got["qualifier"]
        tallies["figures.qualifier"].missed += want["qualifier"] != got["qualifier"]
        tallies["figures.per"].hit += sorted(want["per"]) == sorted(got["per"])
        tallies["figures.per"].missed += sorted(want["per"]) != sorted(got["per"])
    score.score_multiset(tallies["staffing"], NAME, gold["staffing"], record["staffing"], score.staffing_key)
    score.score_resolutions(tallies["resolutions"], NAME, gold["resolutions"], record["resolutions"])
    score.score_document(tallies, NAME, gold["document"], record["document"])
    return {kind: numbers(tally) for kind, tally in tallies.items()}


@given(gold=GOLD, parts=RECORD)
def test_the_numbers_are_those_of_the_reference_scorer(
    gold: dict[str, Any], parts: dict[str, Any], reference: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ours = measure(gold, parts, tmp_path_factory.getbasetemp())
    theirs = by_reference(reference, gold, json.loads(to_json(record_of(parts))))
    assert {kind: numbers(ours[kind]) for kind in theirs} == theirs
    assert all(numbers(tally) == (0, 0, 0) for kind, tally in ours.items() if kind not in theirs)


def test_values_are_those_of_the_model(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"figures": [{"amount": "0,5"}], "document": {"date": "2024-03-01"}}), encoding="utf-8")
    gold = read_file(path)
    assert gold.figures[0].amount == Decimal("0.5")
    assert gold.document.date == dt.date(2024, 3, 1)
