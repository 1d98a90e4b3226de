"""Counts beside single letters or bare nouns, which count but together: "J: 14 N: 2 E: 1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.vote import Tally

_TOGETHER = re.compile(
    r"(?<!\w)(?:j\s*:|zustimmung(?:en)?\s*:?)\s*(\d{1,3})[\s,;|/]+(?:n\s*:|ablehnung(?:en)?\s*:?)\s*(\d{1,3})"
    r"(?:[\s,;|/]+(?:e\s*:|(?:stimm)?enthaltung(?:en)?\s*:?)\s*(\d{1,3}))?(?!\w)"
)


def together(folded: str, start: int, end: int, tally: Tally) -> None:
    """Single letters and bare nouns count only in this order: "J: 14 N: 2 E: 1", "Zustimmung: 14 Ablehnung: 2"."""
    hit = _TOGETHER.search(folded, start, end)
    if hit:
        for index, side in enumerate(("yes", "no", "abstain"), 1):
            if hit[index]:
                tally.counts[side] = int(hit[index])
                tally.places[side] = hit.span(index)
