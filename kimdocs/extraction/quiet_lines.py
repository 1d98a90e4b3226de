"""Lines that state no result and no counts, told by a quick look: no reader of such needs to see them."""

from __future__ import annotations

from functools import cache

from kimdocs.extraction.recognise.matrix import OPPOSED
from kimdocs.extraction.recognise.tally_tokens import openers
from kimdocs.extraction.results import first_words
from kimdocs.lexicon.lazy import lazy

_WORD = lazy(r"[^\W\d_]+")
_MARKS = lazy(r"[\d(\[_\t|]|  ")


def is_quiet(words: str) -> bool:
    """Whether a (folded) line neither begins as a result does, nor holds a number, a bracket, a gap or a "nein".

    Then nothing but its end may state a result.
    """
    first = _WORD.search(words)
    return (
        first is not None
        and first.group() not in _loud()
        and _MARKS.search(words) is None
        and not any(map(words.__contains__, OPPOSED))
    )


@cache
def _loud() -> frozenset[str]:
    return first_words() | openers()
