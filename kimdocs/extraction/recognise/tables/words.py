"""What the words of headers, labels and captions say of the numbers beside them: money, a count, or nothing."""

from __future__ import annotations

from enum import Enum
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import words_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kimdocs.extraction.recognise.quantities.words import Phrase


_IN_PERCENT = lazy(r"(?:(?:\bin |[\[(])%|\bin prozent|\bin v\.? ?h)[\])]?[.\s]*:?\s*$")


_OPENING = 2


class Names(Enum):
    """What words name: ``PLAIN`` words (Plan, Ist, 2031, neu) fit any table, ``NOTHING`` words tell nothing."""

    MONEY = 1
    COUNT = 2
    PLAIN = 3
    NOTHING = 4


@cache
def _money() -> tuple[str, ...]:
    return tuple(words_of("figures", "money_nouns") | words_of("tables", "money"))


@cache
def _counted() -> tuple[str, ...]:
    return tuple(words_of("tables", "counts"))


@cache
def _works() -> tuple[str, ...]:
    return tuple(words_of("tables", "works"))


@cache
def _no_money() -> tuple[str, ...]:
    return tuple(words_of("tables", "no_money"))


@cache
def _counts() -> frozenset[str]:
    return words_of("figures", "counted") | words_of("figures", "measured")


def is_money_word(word: str) -> bool:
    """Whether a word, or the end of a compound, names money in a table ("Bruttokosten", "Kaltmiete")."""
    if word in words_of("tables", "whole") or word in words_of("tables", "plain"):
        return word in words_of("tables", "whole")
    return word.endswith(_money()) and not word.endswith(_no_money())


def named_by_header(header: Phrase) -> Names:
    """What a column's header says of its numbers; what stands behind "je" is no unit of them."""
    words = _counted_by_nothing(header.words)
    if (
        "%" in header.folded
        or _IN_PERCENT.search(header.folded)
        or (words and words[-1] in words_of("figures", "measured"))
    ):
        return Names.COUNT
    return _first(words, _counts())


def named_by_label(label: Phrase) -> Names:
    """What a row's label says of its numbers; "Los 1", "Produkt 11.1" and their like are names, totals tell nothing."""
    if _IN_PERCENT.search(label.folded):
        return Names.COUNT
    words = _counted_by_nothing(label.words)
    own = [word for at, word in enumerate(words) if word != "%" and not (at and words[at - 1][:1].isdecimal())]
    names = _first(own, _counts() - words_of("tables", "numbered_rows"))
    if own and names is Names.NOTHING and own[-1] in words_of("figures", "units") | words_of("figures", "measured"):
        return Names.COUNT
    is_total = own and own[0] in words_of("tables", "totals") and names is Names.COUNT
    return Names.PLAIN if is_total else names


def named_by_caption(caption: Phrase) -> Names:
    """What a line above a table or between its rows says of the numbers below it."""
    words = _counted_by_nothing(caption.words)
    if _IN_PERCENT.search(caption.folded) or (words[-2:-1] == ["in"] and words[-1] in _counts()):
        return Names.COUNT
    if not words_of("tables", "captions").isdisjoint(words):
        return Names.MONEY
    opening = [word for word in words if word[:1].isalpha()][:_OPENING]
    counts = _counts() - words_of("tables", "numbered_rows")
    names = _first(opening, counts)
    if names is Names.NOTHING and not counts.isdisjoint(words):
        return Names.COUNT
    return Names.NOTHING if names is Names.PLAIN else names


def _counted_by_nothing(words: list[str]) -> list[str]:
    """The words before "je", "pro" or a slash that tells what one of the numbers is counted by."""
    return list(takewhile(lambda word: word not in ("je", "pro"), words))


def _first(words: Iterable[str], counts: frozenset[str]) -> Names:
    """What the first word says that says anything."""
    plain = words_of("tables", "plain")
    told = False
    for written in words:
        word = written.strip("-+*=")
        if is_money_word(word) or word in words_of("tables", "captions"):
            return Names.MONEY
        if (word in counts or word.endswith(_counted())) and not word.endswith(_works()):
            return Names.COUNT
        told = told or not (word in plain or not any(char.isalpha() for char in word))
    return Names.NOTHING if told else Names.PLAIN
