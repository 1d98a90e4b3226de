"""Counts beside single letters or bare nouns, which count but together: "J: 14 N: 2 E: 1"; those behind a spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.votes.vote import Tally

TOGETHER = lazy(
    r"(?<!\w)(?:j\s*[:=]|zustimmung(?:en)?\s*(?::|durch|von)?)\s*(\d{1,3})[\s,;|/]+(?:n\s*[:=]|ablehnung(?:en)?\s*(?::|durch|von)?)\s*(\d{1,3})"
    r"(?:[\s,;|/]+(?:e\s*[:=]|(?:stimm)?enthaltung(?:en)?\s*:?)\s*(\d{1,3}))?(?!\w)"
)
SPREAD_RATIO = lazy(r"(?:einstimmig|mehrheitlich)\s?/\s?(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])")

_MARKS = (":", "=", "zustimmung")
_SPREAD_COUNT = lazy(
    r"\beinstimmig\w*(?:\s(?:dafür|angenommen|beschlossen|zugestimmt|genehmigt))?\s?"
    r"(?:\((?:mit\s)?(\d{1,3})(?:\s(?:ja-?)?stimmen)?\)|[,:]?\smit\s(\d{1,3})\sja\b)"
)


def together(folded: str, start: int, end: int, tally: Tally) -> None:
    """Single letters and bare nouns count only in this order: "J: 14 N: 2 E: 1", "Zustimmung: 14 Ablehnung: 2"."""
    marked = any(folded.find(mark, start, end) >= 0 for mark in _MARKS)
    hit = TOGETHER.search(folded, start, end) if marked else None
    if hit:
        for index, side in enumerate(SIDES, 1):
            if hit[index]:
                tally.counts[side] = int(hit[index])
                tally.places[side] = hit.span(index)


def beside_spread(folded: str, start: int, end: int, tally: Tally) -> None:
    """The counts behind a spread that stands for the votes of those who agreed: "einstimmig/0/0", or theirs: "(24)"."""
    number = _SPREAD_COUNT.search(folded, start, end)
    if number:
        tally.counts.setdefault("yes", int(number[1] or number[2]))
        tally.places.setdefault("yes", number.span(number.lastindex or 0))
        tally.counts.pop("votes", None)
    hit = SPREAD_RATIO.search(folded, start, end) if folded.find("/", start, end) >= 0 else None
    if hit:
        tally.counts |= {"no": int(hit[1]), "abstain": int(hit[2])}
        tally.places |= {"no": hit.span(1), "abstain": hit.span(2)}
