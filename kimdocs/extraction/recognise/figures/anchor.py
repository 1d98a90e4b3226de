"""Where the names and signs of currencies stand: the places at which amounts are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import places
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.load import Entry, load

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHAPED_BEFORE = lazy(r"\d(?:\.\d{3}|,\d{2}) ?$", re.ASCII)
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"


@dataclass(frozen=True, slots=True)
class Currency:
    """What a name or sign of a currency stands for; ``factor`` is what one unit is worth in plain units of it."""

    code: str
    factor: Decimal
    rule: str
    money_only: bool
    is_sign: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """A currency's name or sign at ``text[start:end]``."""

    start: int
    end: int
    currency: Currency


@dataclass(frozen=True, slots=True)
class _Word:
    """A spelling of a currency, and how far into it the string that is searched for stands."""

    folded: str
    lead: int
    written: tuple[str, ...]
    currency: Currency


@cache
def _spellings() -> dict[str, tuple[_Word, ...]]:
    table: dict[str, list[_Word]] = {}
    for entry in load("currencies"):
        currency = _currency(entry)
        signs = (entry.attributes["sign"],) if currency.is_sign else ()
        for anchor in entry.attributes["anchors"]:
            table.setdefault(anchor, []).extend(
                _Word(phrase, phrase.index(anchor), tuple(entry.attributes.get("written", ())), currency)
                for phrase in (*entry.phrases, *signs)
                if anchor in phrase
            )
    return {anchor: tuple(sorted(words, key=lambda word: -len(word.folded))) for anchor, words in table.items()}


def _currency(entry: Entry) -> Currency:
    return Currency(
        entry.value,
        Decimal(entry.attributes.get("factor", "1")),
        entry.rule,
        entry.attributes.get("needs") == "money",
        "sign" in entry.attributes,
    )


COUNTED_UNITS = {"1.000": Decimal(1000), "1000": Decimal(1000), "1.000.000": Decimal(1_000_000)}


@cache
def scales() -> dict[str, Decimal]:
    """Words that multiply a number ("mio." → 1,000,000), in folded form."""
    return {phrase: Decimal(entry.value) for entry in load("scales") for phrase in entry.phrases}


def anchors(text: str, folded: str) -> list[Anchor]:
    """Names and signs of currencies that may belong to an amount, in the order of the text.

    Left out are parts of longer words ("Europa", "Amateur") and compounds ("5-Euro-Gebühr", "Euro-Raum").
    """
    found: dict[int, Anchor] = {}
    for searched, words in _spellings().items():
        for at in places(folded, searched):
            anchor = _at(text, folded, at, words)
            if anchor is not None:
                found.setdefault(anchor.start, anchor)
    return list(_apart([found[start] for start in sorted(found)]))


def _apart(candidates: list[Anchor]) -> Iterator[Anchor]:
    last = -1
    for anchor in candidates:
        if anchor.start >= last:
            yield anchor
            last = anchor.end


def _at(text: str, folded: str, at: int, words: tuple[_Word, ...]) -> Anchor | None:
    for word in words:
        start = at - word.lead
        end = start + len(word.folded)
        if start < 0 or not folded.startswith(word.folded, start):
            continue
        if word.written and text[start:end] not in word.written:
            return None
        if not word.currency.is_sign and not (_is_whole(folded, start, end) or _is_glued(text, start, end)):
            continue
        return None if _is_compound(folded, start, end) else Anchor(start, end, word.currency)
    return None


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether the next cell was printed without a gap behind an amount: "5.000 EuroZuschuss"."""
    return (
        text[end : end + 1].isupper()
        and text[start].isupper()
        and _SHAPED_BEFORE.search(text, max(0, start - 12), start) is not None
    )


def _is_whole(folded: str, start: int, end: int) -> bool:
    if folded[end : end + 1].isalpha():
        return False
    if not folded[start - 1 : start].isalpha():
        return True
    lead = folded[max(0, start - 12) : start]
    return lead[len(lead.rstrip(LETTERS)) :] in scales()


def _is_compound(folded: str, start: int, end: int) -> bool:
    if folded[end : end + 1] == "-" and folded[end + 1 : end + 2].isalnum():
        return True
    before = folded[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == "-" and (before[0].isalnum())
