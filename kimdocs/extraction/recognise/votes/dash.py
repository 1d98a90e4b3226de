"""A dash in place of a number among counts of one form: "Ja 6  Nein 6  Enth. –", "9 Ja / - Nein"."""

from __future__ import annotations

from itertools import pairwise

from kimdocs.lexicon.lazy import lazy

_SIDES = ("yes", "no", "abstain", "excluded")
_BEHIND = lazy(r"[.:]{0,2}[ \t|]+(?:-{1,2}|/{1,2})(?=[ \t]{2,}|[ \t]*(?:$|[\n,;|·•→]))")
_BEFORE = lazy(r"(?:[ \t]{2,}|[,;|/·•][ \t]*)-{1,2}[ \t]*$")
_NUMBER_BEHIND = lazy(r"[.:]{0,2}[ \t|]*\d{1,3}(?![\d.,/])")
_NUMBER_BEFORE = lazy(r"(?<![\d.,/])\d{1,3}[ \t-]*$")
_CLOSED = lazy(r"[ \t]{2,}|[ \t]*(?:$|[\n,;./|·•→])")
_WIDTH = 14


def dashes(folded: str, labels: list[tuple[str, int, int]], counts: dict[str, int]) -> dict[str, int]:
    """The sides without a count that a dash gives as 0, where a label on the same line has its number in that place."""
    found: dict[str, int] = {}
    missing = {side for side, _, _ in labels if side in _SIDES and side not in counts}
    if not missing or not counts:
        return found
    for (_, first, last), (side, start, end) in pairwise(labels):
        breaks = folded.count("\n", last, start)
        if side not in missing or breaks > 1:
            continue
        behind = _BEHIND.match(folded, end) is not None
        before = not breaks and _BEFORE.search(folded, max(last, start - _WIDTH), start) and _CLOSED.match(folded, end)
        if (behind and _given_behind(folded, last)) or (before and _given_before(folded, first)):
            found[side] = 0
    return found


def _given_behind(folded: str, last: int) -> bool:
    return _NUMBER_BEHIND.match(folded, last) is not None or _BEHIND.match(folded, last) is not None


def _given_before(folded: str, first: int) -> bool:
    low = max(0, first - _WIDTH)
    return _NUMBER_BEFORE.search(folded, low, first) is not None or _BEFORE.search(folded, low, first) is not None
