"""Texts with a blank line behind every line: there a blank line parts no paragraphs, and sentences go on beyond it."""

from __future__ import annotations

from operator import gt

from kimdocs.lexicon.lazy import lazy

_TORN = lazy(r"\n(?<=[a-zäöüß,-]\n)([ \t]*\n)(?=[ \t]*(?![a-z]\))[a-zäöüß]{2})")
_FILLED = 40
_FEWEST = 3
_FEWEST_LINES = 12
_SHARE = 0.7


def without_double_spacing(text: str) -> str:
    """The text with the blank lines blanked out that tear sentences apart; every offset stays what it was."""
    torn = [hit for hit in _TORN.finditer(text) if hit.start() - text.rfind("\n", 0, hit.start()) > _FILLED]
    if len(torn) < _FEWEST or not _is_double_spaced(text):
        return text
    pieces, done = [], 0
    for hit in torn:
        pieces += [text[done : hit.start(1)], " " * (hit.end(1) - hit.start(1))]
        done = hit.end(1)
    return "".join([*pieces, text[done:]])


def _is_double_spaced(text: str) -> bool:
    filled = list(map(bool, map(str.strip, text.split("\n"))))
    lines = sum(filled[:-1])
    return lines >= _FEWEST_LINES and sum(map(gt, filled, filled[1:])) >= _SHARE * lines
