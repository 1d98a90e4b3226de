"""Votes that were even: "Stimmengleichheit mit je acht Stimmen", "gleiche Stimmenzahl (je 4)", "Patt mit 6 : 6"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.votes.vote import Tally

_WORDS = ("gleich", "patt", "unentsch", "gegenüber", "so viele", "soviele")
_EVEN = lazy(
    r"(?:\bstimmengleich\w*|\bgleiche[rn]?\s+(?:stimmenzahl|stimmzahl|anzahl\s+(?:von\s+)?stimmen)|\bgleichstand|\bpatt)\b"
    r"[^.;:!?\d]{0,60}?"
    r"(?:\b(?:je|jeweils)\s+(?P<each>\d{1,3}|[a-zäöüß]{3,18})\b|(?P<yes>\d{1,3})\s?(?::|zu)\s?(?P<no>\d{1,3})(?![:\d]))"
)
_FACING = lazy(r"\b(?:je|jeweils)\s+(?P<each>\d{1,3}|[a-zäöüß]{3,18})\s+(?:stimmen|mitglieder|räte)\s+gegenüber")
_AS_MANY = lazy(
    r"\b(?P<each>\d{1,3}|[a-zäöüß]{3,18})\s+(?:\w+\s+)?dafür\s*(?:,|und)\s+(?:ebenso|genauso|gleich)\s?viele\s+dagegen"
)
_BEFORE = lazy(
    r"\b(?P<yes>\d{1,3})\s?(?::|zu)\s?(?P<no>\d{1,3})\s+(?:stimmen\s+)?[^.;:!?\d]{0,30}(?:stimmengleich|patt\b|unentschieden)"
)


def even_votes(folded: str, start: int, end: int, tally: Tally) -> None:
    """Reads the number that each side of an even vote had."""
    if {"yes", "no"} <= tally.counts.keys() or not any(map(folded[start:end].__contains__, _WORDS)):
        return
    hit = (
        _EVEN.search(folded, start, end)
        or _FACING.search(folded, start, end)
        or _AS_MANY.search(folded, start, end)
        or _BEFORE.search(folded, start, end)
    )
    if hit is None:
        return
    told = hit.groupdict()
    numbers = [whole_number(told.get(side) or told.get("each") or "") for side in ("yes", "no")]
    if numbers[0] is not None and numbers[0] == numbers[1]:
        tally.counts |= {"yes": numbers[0], "no": numbers[0]}
        tally.places |= {"yes": hit.span(), "no": hit.span()}
        tally.counts.pop("votes", None)
