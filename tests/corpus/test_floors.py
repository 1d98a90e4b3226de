"""The extraction keeps to its floors on the corpus."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kimdocs
from kimdocs.evaluate.gold import read_folder
from kimdocs.evaluate.score import evaluate

if TYPE_CHECKING:
    from kimdocs.evaluate.tally import Tally

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
SHOWN = 20


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    """What the extraction finds in the corpus, measured against its gold."""
    gold = read_folder(CORPUS / "gold")
    files = [path for path in sorted(CORPUS.iterdir()) if path.is_file() and path.stem in gold]
    return evaluate(gold, {path.stem: kimdocs.extract(kimdocs.read(path)) for path in files})


def test_a_floor_is_of_a_kind_that_is_measured(tallies):
    assert set(FLOORS) <= set(tallies)


@pytest.mark.parametrize("kind", FLOORS)
def test_the_extraction_keeps_its_floor(tallies, kind):
    tally = tallies[kind]
    misses = "\n".join(f"{miss.document}: {miss.type} {miss.wanted} {miss.got}" for miss in tally.misses[:SHOWN])
    assert tally.f1 >= FLOORS[kind], f"{kind}: F1 {tally.f1:.3f} is below {FLOORS[kind]}\n{misses}"
