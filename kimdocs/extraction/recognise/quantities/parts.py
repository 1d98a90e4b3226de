"""Posts that are each a part of a whole one ("zwei halbe Stellen"), and kinds that share a noun."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kimdocs.extraction.numerals import number_phrase
from kimdocs.lexicon.lazy import lazy

_FEWEST = 2
_PIECES = ("halbe", "%", "0,", "-stunden")
_NOUN = lazy(r"(?i:(?:plan)?(stellen?))$")
_MANY = r"(?<![\w.,])(?P<number>\d{1,2}|[a-zäöüß]{3,12})\s*(?:(?:mal|[x×])\s*|\s)"
_BEFORE = lazy(
    _MANY + r"(?P<part>halben?\s+|\d{1,3}(?:,\d{1,2})?\s?%(?:-ige\w?)?[\s-]*|(?<=[x×] )0,\d{1,3}\s+)$", re.ASCII
)
_GLUED = lazy(_MANY + r"(?P<part>(?:0,\d{1,3}|\d{1,2}(?:,\d{1,2})?-stunden|\d{1,3}\s?%)-[a-zäöüß]+)$")


class Several(NamedTuple):
    """How many posts there are, where that is said and where the part that each of them is starts."""

    start: int
    part: int
    number: Decimal


def several_parts(folded: str, begin: int, start: int, end: int) -> Several | None:
    """The posts, the word for which stands at ``folded[start:end]``, if they are several and each but a part of one."""
    if not any(map(folded[begin:end].__contains__, _PIECES)):
        return None
    hit = _BEFORE.search(folded, begin, start) or _GLUED.search(folded, begin, end)
    if hit is None:
        return None
    number = Decimal(hit["number"]) if hit["number"].isdecimal() else number_phrase(hit["number"])
    return Several(hit.start(), hit.start("part"), number) if number and number >= _FEWEST else None


def of_kind(unit: str, kind: str) -> str:
    """The posts of another kind that share the noun of ``unit``: "PIA" and "FJH-Stellen" make "PIA-Stellen"."""
    noun = _NOUN.search(unit)
    if noun is None:
        return unit
    return f"{kind}-{noun[1]}" if "-" in unit else kind + noun[1].lower()
