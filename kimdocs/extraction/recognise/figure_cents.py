"""Numbers with cents that no sign marks: money behind words of money, and in tables whose cells are lines."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figure_amount import Amount
from kimdocs.extraction.recognise.table_rows import Taken
from kimdocs.extraction.recognise.table_stack import stacked_amounts
from kimdocs.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.lexicon import Entry

_CENTS = re.compile(r",\d\d(?!\d)", re.ASCII)
_NUMBER = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})*,\d\d\Z", re.ASCII)
_LONGEST = 20
_LED_IN = 40
_BEHIND = 8


def cents_amounts(context: Context, read: list[Amount]) -> list[Amount]:
    """Amounts in euro among the numbers with cents that are not read yet, in the order of the text."""
    taken = Taken(read)
    hits = [hit for hit in _numbers(context.folded) if not taken.within(*hit.span())]
    led_in = {hit.start(): amount for hit in hits if (amount := _led_in(context, hit))}
    stacked = stacked_amounts(context, [hit for hit in hits if hit.start() not in led_in])
    return sorted((*led_in.values(), *stacked), key=lambda amount: amount.start)


def _numbers(folded: str) -> Iterator[re.Match[str]]:
    for cents in _CENTS.finditer(folded):
        number = _NUMBER.search(folded, max(0, cents.start() - _LONGEST), cents.end())
        if number:
            yield number


def _led_in(context: Context, hit: re.Match[str]) -> Amount | None:
    """The number with thousands marks right behind words of money, where nothing else gives it a unit."""
    entry, pattern = _unsigned()
    found = pattern.search(context.folded[max(0, hit.start() - _LED_IN) : hit.end() + _BEHIND])
    value = read_digits(hit.group()) if found and found["number"] == hit.group() else None
    return Amount(*hit.span(), value, None, "EUR", entry.rule) if isinstance(value, Decimal) else None


@cache
def _unsigned() -> tuple[Entry, re.Pattern[str]]:
    entry = next(entry for entry in load("figures") if entry.id == "unsigned")
    return entry, re.compile(entry.pattern or "")
