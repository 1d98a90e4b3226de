"""Numbers with cents that no sign marks: money behind words of money, and in tables whose cells are lines."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount
from kimdocs.extraction.recognise.tables.rows import Taken
from kimdocs.extraction.recognise.tables.stack import stacked_amounts
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Entry

_CENTS = lazy(r",\d\d(?!\d)", re.ASCII)
_NUMBER = lazy(r"(?<![\d.])\d{1,3}(?:\.\d{3})*,\d\d\Z", re.ASCII)
_LONGEST = 20
_LED_IN = 40
_BEHIND = 16


def cents_amounts(context: Context, read: list[Amount]) -> list[Amount]:
    """Amounts in euro among the numbers with cents that are not read yet, in the order of the text."""
    taken = Taken(read)
    hits = [hit for hit in _numbers(context.folded) if not taken.within(*hit.span())]
    led_in = {hit.start(): amount for hit in hits if (amount := _led_in(context, hit))}
    led_in |= {amount.start: amount for amount in _bracketed(context) if not taken.within(amount.start, amount.end)}
    stacked = stacked_amounts(context, [hit for hit in hits if hit.start() not in led_in])
    return sorted((*led_in.values(), *stacked), key=lambda amount: amount.start)


def _numbers(folded: str) -> Iterator[re.Match[str]]:
    for cents in _CENTS.finditer(folded):
        number = _NUMBER.search(folded, max(0, cents.start() - _LONGEST), cents.end())
        if number:
            yield number


def _led_in(context: Context, hit: re.Match[str]) -> Amount | None:
    """The number with thousands marks right behind words of money, where nothing else gives it a unit."""
    return _unsigned_at(context, hit.start(), hit.end(), ("number", "stated"))


def _bracketed(context: Context) -> Iterator[Amount]:
    """Numbers in brackets that lost their sign: "(44.000 )"."""
    at = context.folded.find(" )")
    while at >= 0:
        start = at - len(context.folded[max(0, at - _LONGEST) : at].rsplit("(", 1)[-1].rsplit(" ", 1)[-1])
        amount = _unsigned_at(context, start, at, ("lost",))
        if amount:
            yield amount
        at = context.folded.find(" )", at + 1)


def _unsigned_at(context: Context, start: int, end: int, groups: tuple[str, ...]) -> Amount | None:
    """The amount at ``text[start:end]``, where the lexicon's pattern has it as one of the ``groups``."""
    entry, pattern = _unsigned()
    low = max(0, start - _LED_IN)
    for found in pattern.finditer(context.folded[low : end + _BEHIND]):
        for group in groups:
            value = read_digits(found[group]) if found[group] and low + found.start(group) == start else None
            if isinstance(value, Decimal):
                return Amount(start, low + found.end(group), value, None, "EUR", entry.rule)
    return None


@cache
def _unsigned() -> tuple[Entry, re.Pattern[str]]:
    entry = next(entry for entry in load("figures") if entry.id == "unsigned")
    return entry, re.compile(entry.pattern or "")
