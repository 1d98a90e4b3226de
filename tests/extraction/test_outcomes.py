"""What became of a matter, told in a status field or in a sentence."""

from __future__ import annotations

import pytest

from tests.extraction.reading import SILENT, table, votes

OUTCOMES = table("outcomes")


def demanded(outcome, attributes):
    unanimous = {"unanimous": True, "majority": False}
    spread = next((unanimous[attribute] for attribute in attributes if attribute in unanimous), None)
    return {"outcome": outcome, **SILENT, "amended": "amended" in attributes, "unanimous": spread}


@pytest.mark.parametrize(("words", "outcome", "attributes"), [(w, o, a) for w, o, *a in OUTCOMES["status"]])
@pytest.mark.parametrize("label", ["Beschluss: {}", "Beschluss:\t{}", "Beschlussart: {}", "Abstimmungsergebnis: {}"])
def test_words_of_a_status(label, words, outcome, attributes):
    assert votes(label.format(words)) == [demanded(outcome, attributes)]


@pytest.mark.parametrize(("words", "outcome", "attributes"), [(w, o, a) for w, o, *a in OUTCOMES["sentence"]])
def test_words_of_a_sentence(words, outcome, attributes):
    assert votes(words) == [demanded(outcome, attributes)]


@pytest.mark.parametrize(("words", "outcome", "attributes"), [(w, o, a) for w, o, *a in OUTCOMES["sentence"]])
def test_a_sentence_over_several_lines(words, outcome, attributes):
    half = words.index(" ", len(words) // 2)
    assert votes(words[:half] + "\n" + words[half + 1 :]) == [demanded(outcome, attributes)]


@pytest.mark.parametrize(
    ("negated", "plain"),
    [
        ("nicht abgelehnt", "rejected"),
        ("nicht beschlossen", "adopted"),
        ("nicht zugestimmt", "adopted"),
        ("nicht empfohlen", "recommended"),
        ("nicht gewählt", "elected"),
        ("nicht genehmigt", "adopted"),
    ],
)
def test_a_negation_turns_the_outcome(negated, plain):
    assert [vote["outcome"] for vote in votes(f"Beschluss: {negated}")] != [plain]


@pytest.mark.parametrize("words", ["ungeändert beschlossen", "unverändert beschlossen", "ungeändert empfohlen"])
def test_unchanged_is_not_changed(words):
    assert [vote["amended"] for vote in votes(f"Beschluss: {words}")] == [False]
