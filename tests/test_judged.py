"""Extraction measured on real documents with gold, where they lie beside the checkout."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest

import kimdocs
from kimdocs.model.codec import to_json

SEED_FLOORS = {
    "decisions": 1.0,
    "resolutions": 1.0,
    "figures": 1.0,
    "staffing": 0.9,
    "consultations": 1.0,
    "document.title": 1.0,
    "document.reference": 1.0,
    "document.date": 1.0,
    "document.organization": 1.0,
}
REAL_FLOORS = {"decisions": 0.70, "figures": 0.90}


@pytest.fixture(scope="session")
def score(shared_dir, tmp_path_factory):
    """F1 of each kind of fact on a folder's documents, as the gold's own script measures it."""

    def run(folder: str) -> dict[str, float]:
        work = tmp_path_factory.mktemp(folder)
        gold = work / "gold"
        gold.mkdir()
        with (work / "records.jsonl").open("w", encoding="utf-8") as records:
            for path in sorted((shared_dir / folder).iterdir()):
                annotated = shared_dir / "evaluate" / "gold" / f"{path.stem}.json"
                if path.suffix != ".json" and annotated.exists():
                    shutil.copy(annotated, gold)
                    records.write(to_json(kimdocs.extract(kimdocs.read(path))) + "\n")
        script = [sys.executable, shared_dir / "evaluate" / "score.py", gold, records.name, "--json", work / "f1.json"]
        subprocess.run(script, check=True, capture_output=True)
        return {name: entry["f1"] for name, entry in json.loads((work / "f1.json").read_text(encoding="utf-8")).items()}

    return run


@pytest.mark.parametrize(("folder", "floors"), [("seeds", SEED_FLOORS), ("real", REAL_FLOORS)], ids=["seeds", "real"])
def test_extraction_reaches_its_floors(score, folder, floors):
    reached = score(folder)
    short = {name: (round(reached[name], 3), floor) for name, floor in floors.items() if reached[name] < floor}
    assert not short, f"F1 below the floor on {folder}: {short}"


@pytest.fixture(scope="session")
def seeds(shared_dir):
    """Records of the seeds, by their number."""
    files = sorted((shared_dir / "seeds").iterdir())
    return [kimdocs.extract(kimdocs.read(path)) for path in files]


def test_a_vote_stated_twice_is_one_decision_with_both_places(seeds):
    (decision,) = seeds[0].decisions
    assert len([place for place in decision.evidence if re.search(r"Ja:\s+\d", place.quote)]) == 2


def test_amounts_of_the_debate_are_not_decided(seeds):
    assert seeds[0].figures
    decided = {"resolution", "proposed_resolution"}
    assert not [one for one in seeds[0].figures if one.section in decided or one.decision is not None]


def test_telephone_numbers_and_dates_are_no_references(seeds):
    found = [one.reference for record in seeds[2:4] for one in record.document.references]
    assert not [text for text in found if re.match(r"0\d{3,}|\d{1,2}\.\d{1,2}\.", text)]


def test_a_stated_none_that_the_text_contradicts_is_an_issue(seeds):
    record = seeds[4]
    assert record.document.financial_impact == "none_stated"
    quotes = [place.quote.casefold() for issue in record.issues for place in issue.evidence]
    assert any("keine" in quote for quote in quotes)
