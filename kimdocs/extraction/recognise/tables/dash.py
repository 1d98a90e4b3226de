"""Amounts that only the dash in place of the cents shows to be money: "Aufzug 55.000,-"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import read_digits
from kimdocs.extraction.recognise.figures.amount import Amount
from kimdocs.extraction.recognise.tables.rows import Taken
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NUMBER = lazy(r"(?<![\w.,'/-])(?:-(?=\d))?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d{2,7})$", re.ASCII)
_REACH = 24


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
