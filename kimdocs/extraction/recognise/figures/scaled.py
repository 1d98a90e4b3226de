"""Amounts that only their multiplier and their clause show to be money: "die Kosten steigen auf 2 Mio."."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount, plain_units, words_of
from kimdocs.extraction.recognise.figures.anchor import scales
from kimdocs.extraction.recognise.figures.linked import linked_before
from kimdocs.extraction.recognise.quantities.words import words_in
from kimdocs.extraction.recognise.tables.rows import Taken
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Entry

_REACH = 110
_LONGEST = 16
_CLAUSE_END = lazy(r"[a-zäöüß)]{3,}[.!?;]\s|\n\s*\n")
_NEXT = lazy(r"\s*(?P<word>[^\s,.;:()!?]*)")


def scaled_amounts(context: Context, read: list[Amount]) -> list[Amount]:
    """Amounts in euro with a multiplier and no currency that are not read yet, in the order of the text."""
    entry, pattern = _scaled()
    taken = Taken(read)
    found: dict[int, Amount] = {}
    for at in anchor_offsets(context.folded, "scale"):
        hit = next(
            (h for h in pattern.finditer(context.folded, max(0, at - _LONGEST), at + _LONGEST) if h.end() > at), None
        )
        if hit is None or hit.start() in found or taken.within(*hit.span()) or not _is_money(context, hit):
            continue
        found.update({amount.start: amount for amount in _amounts(context, hit, entry.rule)})
    return [found[start] for start in sorted(found)]


def _amounts(context: Context, hit: re.Match[str], rule: str) -> list[Amount]:
    """The amount, with the one that is linked to it: "zwischen 2 und 3 Mio.", "von 2 auf 3 Mio."."""
    value, scale = read_digits(hit["number"], scaled=True), scales()[hit["scale"]]
    if not isinstance(value, Decimal):
        return []
    worth = plain_units(value, scale)
    link = linked_before(context.folded, max(0, hit.start() - _REACH), hit.start(), hit["number"], worth)
    if link is None:
        return [Amount(*hit.span(), worth, None, "EUR", rule)]
    low = plain_units(link.value, scale if link.scale is None else link.scale)
    if link.is_range:
        return [Amount(link.start, hit.end(), low, worth, "EUR", rule)]
    return [Amount(link.start, link.end, low, None, "EUR", rule), Amount(*hit.span(), worth, None, "EUR", rule)]


def _is_money(context: Context, hit: re.Match[str]) -> bool:
    """Whether the clause before the number speaks of money, and no noun or unit behind says what else it counts."""
    following = _NEXT.match(context.text, hit.end())
    word = following["word"] if following else ""
    behind = words_in(word.lower())[:1]
    if word[:1].isupper() or word[:1].isdecimal() or not words_of("figures", "units").isdisjoint(behind):
        return bool(behind) and _names_money(behind[0])
    before = context.folded[max(0, hit.start() - _REACH) : hit.start()]
    ends = list(_CLAUSE_END.finditer(before))
    return any(map(_names_money, words_in(before[ends[-1].end() :] if ends else before)))


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(words_of("figures", "money_nouns"))


def _names_money(word: str) -> bool:
    return word.endswith(_nouns())


@cache
def _scaled() -> tuple[Entry, re.Pattern[str]]:
    entry = next(entry for entry in load("figures") if entry.id == "scaled")
    return entry, re.compile(entry.pattern or "")
