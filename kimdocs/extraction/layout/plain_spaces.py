"""Spaces of every width read as the one that patterns name: "10 gegen 0 Stimmen" says the same with a fixed space."""

from __future__ import annotations

from kimdocs.lexicon.lazy import lazy

_FIXED = "\u00a0\u202f\u2007\u2009\u2002\u2003"
# between digits a fixed space groups the thousands of a number, which a plain one need not do; a row of them is a gap
_BETWEEN_WORDS = lazy(rf"[{_FIXED}](?<=\S.)(?=\S)(?!(?<=\d.)\d)")


def with_plain_spaces(text: str) -> str:
    """The text with plain spaces for all others that part two words; offsets stay what they were."""
    return _BETWEEN_WORDS.sub(" ", text) if any(space in text for space in _FIXED) else text
