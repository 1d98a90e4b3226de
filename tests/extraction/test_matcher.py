"""Phrases are found as whole words, the longest first, whatever the order of the entries."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.errors import LexiconError
from kimdocs.lexicon import Entry, Matcher, match, windows
from kimdocs.lexicon.fold import fold

ENTRIES = (
    Entry("t", "changed", ("geändert beschlossen",)),
    Entry("t", "unchanged", ("ungeändert beschlossen",)),
    Entry("t", "passed", ("beschlossen", "stimmt")),
    Entry("t", "not_passed", ("nicht beschlossen",)),
    Entry("t", "agrees", ("stimmt … zu",), attributes={"gap": 3}),
    Entry("t", "refuses", ("stimmt … nicht zu",), attributes={"gap": 3}),
    Entry("t", "yes", ("ja-stimmen",)),
    Entry("t", "note", pattern=r"\bkenntnis\w*"),
)

WORDS = ["geändert", "ungeändert", "nicht", "beschlossen", "stimmt", "der", "zu", ".", "ja-stimmen"]


def found(text, entries=ENTRIES):
    return [match.entry.id for match in Matcher(entries).finditer(fold(text))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("geändert beschlossen", ["changed"]),
        ("Ungeändert beschlossen.", ["unchanged"]),
        ("nicht beschlossen, beschlossen", ["not_passed", "passed"]),
        ("unbeschlossen beschlossenes", []),
        ("geändert\n  beschlossen", ["changed"]),
        ("geändert und beschlossen", ["passed"]),
        ("stimmt der Vorlage zu", ["agrees"]),
        ("stimmt der Vorlage nicht zu", ["refuses"]),
        ("stimmt nach langer und guter Beratung zu", ["passed"]),
        ("stimmt. Er geht zu", ["passed"]),
        ("8 Ja-Stimmen", ["yes"]),
        ("8 Ja- Stimmen", ["yes"]),
        ("8 Ja Stimmen", ["yes"]),
        ("Kenntnisnahme", ["note"]),
        ("", []),
    ],
)
def test_phrases(text, ids):
    assert found(text) == ids


@given(st.permutations(ENTRIES), st.lists(st.sampled_from(WORDS)))
def test_the_order_of_entries_has_no_meaning(entries, words):
    text = " ".join(words)
    assert found(text, tuple(entries)) == found(text)


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_matches_follow_each_other_and_none_stands_inside_another(words):
    matches = list(Matcher(ENTRIES).finditer(" ".join(words)))
    assert [pair for pair in pairwise(matches) if pair[0].end > pair[1].start] == []
    assert all(m.start < m.end for m in matches)


def test_a_window_is_kept():
    text = "beschlossen geändert beschlossen"
    matcher = Matcher(ENTRIES)
    assert [m.start for m in matcher.finditer(text, 12)] == [12]
    assert list(matcher.finditer(text, 12, 20)) == []


def test_a_phrase_must_start_with_a_word():
    with pytest.raises(LexiconError, match="beginnt"):
        Matcher((Entry("t", "bad", ("… zu",)),))


class _Interrupted:
    """Cuts a text into words as ever, but has another text looked at in between, as another thread would."""

    def __init__(self, words, look):
        self.words, self.look = words, look

    def __getattr__(self, name):
        return getattr(self.words, name)

    def finditer(self, *piece):
        look, self.look = self.look, lambda: None
        look()
        return self.words.finditer(*piece)


def test_looks_at_two_texts_at_once_do_not_mix_their_words(monkeypatch):
    rejected, adopted = "der antrag wird abgelehnt.", "der antrag angenommen ist."
    outcomes = match.matcher("outcomes")
    alone = [outcomes.findall(text) for text in (rejected, adopted)]
    outcomes.findall("ein anderer text")
    monkeypatch.setattr(windows, "WORD", _Interrupted(windows.WORD, lambda: outcomes.findall(adopted)))
    assert [outcomes.findall(text) for text in (rejected, adopted)] == alone
