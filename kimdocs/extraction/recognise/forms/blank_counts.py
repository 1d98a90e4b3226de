"""Counts that a form leaves blank beside others that it gives: "_ Ja   _ Nein   3 Enthaltungen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.pairs import line_bounds
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

_BLANK = "_"
_PIECE = lazy(
    r"(?P<blank>(?<![\w_])(?:_{1,8}|\.{3,12}|…)(?![\w_]))|(?P<number>(?<![\w.,/])\d{1,3}(?![\w/]|[.,]\d))"
    r"|(?P<side>\b(?:ja|nein|dafür|dagegen|gegen|(?:stimm-?)?enthaltung(?:en)?|enth\.?)(?:-?stimmen?)?(?!\w))"
)
_BETWEEN = lazy(r"[\s:=|,;/.()-]*")
_FILLER = "☐"
_LONGEST = 240
_FEWEST = 4


def without_blank_counts(folded: str) -> str:
    """The folded text with boxes in place of the sides whose count is blank; every character keeps its place."""
    pieces: list[str] = []
    done, place = 0, folded.find(_BLANK)
    while place >= 0:
        start, end = line_bounds(folded, place)
        for low, high in _blanks(folded, start, end) if end - start <= _LONGEST else ():
            pieces += [folded[done:low], _FILLER * (high - low)]
            done = high
        place = folded.find(_BLANK, end)
    return "".join([*pieces, folded[done:]]) if pieces else folded


def _blanks(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the sides without a count stand, each with its blank, on a line on which another has one."""
    hits = list(_PIECE.finditer(folded, start, end))
    pairs = list(zip(hits[::2], hits[1::2], strict=False))
    if len(hits) < _FEWEST or len(hits) % 2 or not any(hit["number"] for hit in hits):
        return []
    first = bool(hits[0]["side"])
    whole = all(bool(one["side"]) is first and bool(other["side"]) is not first for one, other in pairs)
    if not whole or not all(_BETWEEN.fullmatch(folded, one.end(), other.start()) for one, other in pairs):
        return []
    return [(one.start(), other.end()) for one, other in pairs if _is_blank(one) or _is_blank(other)]


def _is_blank(hit: re.Match[str]) -> bool:
    return hit["blank"] is not None
