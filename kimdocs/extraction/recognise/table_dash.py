"""Amounts without a sign that their form shows to be money: "Aufzug 55.000,-", "in Höhe von 81.800,00"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figure_amount import Amount
from kimdocs.extraction.recognise.table_rows import Taken
from kimdocs.lexicon import load

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NUMBER = re.compile(r"(?<![\w.,'/-])(?:-(?=\d))?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d{2,7})$", re.ASCII)
_REACH = 24


def cents_amounts(context: Context, signed: list[Amount]) -> list[Amount]:
    """Amounts with thousands marks and cents behind words of money, in the order of the text; they are euro."""
    taken = Taken(signed)
    entry = next(entry for entry in load("figures") if entry.id == "unsigned")
    hits = _pattern(entry.pattern or "").finditer(context.folded)
    return [
        Amount(*hit.span("number"), value, None, "EUR", entry.rule)
        for hit in hits
        if not taken.within(*hit.span("number")) and isinstance(value := read_digits(hit["number"]), Decimal)
    ]


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def dash_amounts(context: Context, signed: list[Amount]) -> list[Amount]:
    """Amounts written with ",-" or ",--" and without a currency, in the order of the text; they are euro."""
    folded = context.folded
    taken = Taken(signed)
    found: list[Amount] = []
    at = folded.find(",-")
    while at >= 0:
        end = at + 2 + (folded[at + 2 : at + 3] == "-")
        number = _NUMBER.search(folded[max(0, at - _REACH) : at])
        if number is not None and not folded[end : end + 1].isalnum() and folded[end : end + 1] != "-":
            start = at - len(number.group())
            value = read_digits(number.group())
            if isinstance(value, Decimal) and not taken.within(start, end):
                found.append(Amount(start, end, value, None, "EUR", "figures.dash_cents"))
        at = folded.find(",-", at + 1)
    return found
