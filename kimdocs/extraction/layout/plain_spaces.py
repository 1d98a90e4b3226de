"""Spaces of every width read as the one that patterns name: "10 gegen 0 Stimmen" says the same with a fixed space."""

from __future__ import annotations

from kimdocs.lexicon.lazy import lazy

_FIXED = "\u00a0\u202f\u2007\u2009\u2002\u2003"
# between digits a fixed space groups the thousands of a number, which a plain one need not do
_NOT_IN_NUMBER = lazy(rf"(?<!\d)[{_FIXED}]|[{_FIXED}](?!\d)")


def with_plain_spaces(text: str) -> str:
    """The text with plain spaces for all others, but for those between digits; offsets stay what they were."""
    return _NOT_IN_NUMBER.sub(" ", text) if any(space in text for space in _FIXED) else text
