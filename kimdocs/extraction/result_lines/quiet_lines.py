"""Lines that state no result and no counts, told by a quick look: no reader of such needs to see them."""

from __future__ import annotations

from functools import cache

from kimdocs.extraction.memo import kept
from kimdocs.extraction.recognise.matrices.matrix import OPPOSED
from kimdocs.extraction.recognise.tallies.tokens import openers
from kimdocs.extraction.result_lines.results import first_words, vocabulary
from kimdocs.lexicon.lazy import lazy

_WORD = lazy(r"[^\W\d_]+")
_MARKS = lazy(r"[\d\[_|]")
_SPLIT = "  ab"
_SHORT = 30
_LONGEST = 200


@kept(4096)
def is_quiet(words: str) -> bool:
    """Whether but the end of a (folded) line may state a result: no number stands on it, no cells and no "nein".

    Nor does it begin as a result does, unless it goes on in other words.
    """
    first = _WORD.search(words) if len(words) <= _LONGEST else None
    if first is None or _MARKS.search(words) is not None or any(map(words.__contains__, OPPOSED)):
        return False
    if _SPLIT in words or words.count("(") > words.count(")"):
        return False
    return first.group() not in _loud() or _says_more(words)


def _says_more(words: str) -> bool:
    """Whether a line that begins as a result does is long and holds a word that stands in none."""
    plain = len(words) > _SHORT and "(" not in words and ":" not in words
    return plain and not vocabulary().issuperset(_WORD.findall(words))


@cache
def _loud() -> frozenset[str]:
    return first_words() | openers()
