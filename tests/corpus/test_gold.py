"""Every document of the corpus has gold that stands in its text, and nothing else lies about."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import kimdocs
from kimdocs.evaluate.gold import read_folder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SOURCES = Path(__file__).parent / "make" / "sources"
DOCUMENTS = sorted(path for path in CORPUS.iterdir() if re.match(r"\d\d-", path.name))
LONGEST_QUOTE = 120


def plain(text: str) -> str:
    """The text with single blanks: where a line breaks depends on the page, not on the words."""
    return " ".join(text.split())


def gold_of(path: Path) -> dict:
    return json.loads((CORPUS / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))


def test_each_document_has_gold_and_each_gold_its_document():
    gold = read_folder(CORPUS / "gold")
    assert sorted(gold) == [path.stem for path in DOCUMENTS]
    assert all(gold_of(path)["id"] == path.stem for path in DOCUMENTS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_what_the_gold_quotes_stands_in_the_text(path):
    text, gold = plain(kimdocs.read(path).text), gold_of(path)
    quotes = [entry["quote"] for kind in ("decisions", "figures", "staffing") for entry in gold[kind]]
    quotes += [entry[edge] for entry in gold["resolutions"] for edge in ("starts", "ends")]
    missing = [quote for quote in quotes if plain(quote) not in text]
    assert not missing, f"Not in the text of {path.name}: {missing}"
    assert not [quote for quote in quotes if len(plain(quote)) > LONGEST_QUOTE]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_counts_of_the_gold_do_not_contradict_its_words(path):
    for decision in (entry for entry in gold_of(path)["decisions"] if entry["sure"]):
        if decision["unanimous"]:
            assert not decision["no"], decision
        for side in ("yes", "no", "abstain"):
            parts = [votes.get(side) for votes in (decision["groups"] or {}).values()]
            counted = sum(part for part in parts if part is not None)
            assert decision[side] is None or counted <= decision[side], decision


def test_figures_are_quoted_with_digits_or_words_of_their_own_amount():
    for path in DOCUMENTS:
        for figure in gold_of(path)["figures"]:
            leading = figure["amount"].lstrip("-").replace(".", "").strip("0")[:1]
            digits = re.sub(r"\D", "", figure["quote"])
            assert leading in digits or not digits or not figure["sure"], (path.name, figure)


def test_each_made_document_has_its_source():
    made = {path.stem for path in DOCUMENTS if path.suffix in {".pdf", ".docx"}}
    assert made == {path.stem for path in SOURCES.glob("*.txt")}


def test_the_readme_names_each_document():
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in DOCUMENTS if path.name not in readme] == []
