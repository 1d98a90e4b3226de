"""Texts with a blank line behind every line: there a blank line parts no paragraphs, and sentences go on beyond it."""

from __future__ import annotations

from operator import gt
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_TORN = lazy(r"\n(?<=[a-zäöüß,-]\n)([ \t]*\n)(?=[ \t]*(?![a-z]\))[a-zäöüß]{2})")
_LONE = lazy(r"(?<=\S)[ \t]*\n([ \t]*\n)(?=[ \t]*\S)")
_WIDER = lazy(r"\S[ \t]*\n(?:[ \t]*\n){2,}")
_FILLED = 40
_FEWEST = 3
_FEWEST_LINES = 12
_SHARE = 0.7
_NEARLY_ALL = 0.95
_TORN_SHARE = 0.15
_WIDER_SHARE = 0.1


def without_double_spacing(text: str) -> str:
    """The text with the blank lines blanked out that tear sentences apart; every offset stays what it was.

    Where more than one blank line parts the paragraphs, or one stands behind every line, all single ones go.
    """
    torn = [hit for hit in _TORN.finditer(text) if hit.start() - text.rfind("\n", 0, hit.start()) > _FILLED]
    if len(torn) < _FEWEST:
        return text
    filled = list(map(bool, map(str.strip, text.split("\n"))))
    lines = sum(filled[:-1])
    followed = sum(map(gt, filled, filled[1:]))
    if lines < _FEWEST_LINES or followed < _SHARE * lines:
        return text
    lone = list(_LONE.finditer(text)) if followed >= _NEARLY_ALL * lines else []
    if not lone or len(torn) < _TORN_SHARE * len(lone) or 0 < len(_WIDER.findall(text)) < _WIDER_SHARE * lines:
        return _without(text, torn)
    return _without(text, lone)


def _without(text: str, blank: Iterable[re.Match[str]]) -> str:
    pieces, done = [], 0
    for hit in blank:
        pieces += [text[done : hit.start(1)], " " * (hit.end(1) - hit.start(1))]
        done = hit.end(1)
    return "".join([*pieces, text[done:]])
