"""Motions to put a matter off or to refer it, looked for only where one of a few pieces of words stands."""

from __future__ import annotations

import pytest

from kimdocs.extraction.resolve.sentences.moved import _PIECES
from kimdocs.lexicon import load

PHRASES = [phrase for entry in load("motions") if entry.id in ("put_off", "sent") for phrase in entry.phrases]


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_phrase_that_moves_a_matter_holds_a_piece_that_is_looked_for(phrase):
    assert any(piece in phrase for piece in _PIECES)
