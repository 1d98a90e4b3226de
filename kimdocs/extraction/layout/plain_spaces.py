"""Spaces of every width read as the one that patterns name: "10 gegen 0 Stimmen" says the same with a fixed space."""

from __future__ import annotations

import re

from kimdocs.lexicon.lazy import lazy

_NARROW = "\u00a0\u202f\u2007\u2009"
_FIXED = f"{_NARROW}\u2002\u2003"
# a fixed space or an apostrophe between digits groups the thousands of a number, which a plain space need not do
_MARKS = f"{_NARROW}'\u2019"
_THOUSANDS = lazy(rf"(?<![\d.,'/])[1-9]\d{{0,2}}(?:[{_MARKS}]\d{{3}})+(?![\d{_MARKS}]|\.\d|,\d{{3}})", re.ASCII)
# a pattern for each, as one that begins with a sign of its own is found at once
_MARKED = {mark: lazy(rf"{mark}(?<=\d.)(?=\d{{3}})", re.ASCII) for mark in _MARKS}
_BETWEEN_WORDS = lazy(rf"[{_FIXED}](?!(?<=\d.)\d)")
_TO_POINTS = str.maketrans(dict.fromkeys(_MARKS, "."))


def with_plain_spaces(text: str) -> str:
    """The text with plain spaces for all others that part two words, and points for the marks that part thousands.

    Offsets stay what they were.
    """
    if any(mark in text and pattern.search(text) for mark, pattern in _MARKED.items()):
        text = _THOUSANDS.sub(_with_points, text)
    return _BETWEEN_WORDS.sub(" ", text) if any(space in text for space in _FIXED) else text


def _with_points(number: re.Match[str]) -> str:
    return number.group().translate(_TO_POINTS)
