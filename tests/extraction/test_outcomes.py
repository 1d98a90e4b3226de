"""What became of a matter, told in a status field or in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.box import without_unticked
from kimdocs.lexicon.fold import fold
from tests.extraction.test_decisions_support import SILENT, table, votes

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


options = st.sampled_from(["einstimmig", "mehrheitlich", "abgelehnt", "laut Beschlussvorschlag", "vertagt"])


@given(st.lists(options, unique=True, min_size=2), st.sampled_from(["☐", "□", "[ ]", "( )"]), st.booleans())
def test_boxes_that_nobody_ticked_say_nothing(words, box, behind):
    line = "  ".join(f"{word} {box}" if behind else f"{box} {word}" for word in words)
    assert votes(f"Abstimmungsergebnis: {line}") == []


@given(st.lists(options, unique=True, min_size=2), st.sampled_from([("☐", "☒"), ("[ ]", "[x]"), ("□", "☑")]), st.data())
def test_the_ticked_box_speaks_alone(words, boxes, data):
    ticked = data.draw(st.sampled_from(words))
    line = "  ".join(f"{boxes[word == ticked]} {word}" for word in words)
    assert votes(f"Abstimmungsergebnis: {line}") == votes(f"Abstimmungsergebnis: {ticked}")


@given(st.text(st.sampled_from("☐☒[] x()ja einstimmig:\n")))
def test_boxes_keep_every_character_in_its_place(text):
    folded = fold(text)
    told = without_unticked(folded)
    assert len(told) == len(folded)
    assert [char for char, before in zip(told, folded, strict=True) if char not in (before, " ")] == []
