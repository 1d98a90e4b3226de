"""What the readers of amounts share: an amount, a number that cannot be told, and what numbers look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.load import load

if TYPE_CHECKING:
    from kimdocs.extraction.numerals import NumberFault
    from kimdocs.extraction.recognise.figures.anchor import Anchor
    from kimdocs.model.finance import Per

WINDOW = 96
NUMBER = r"\d[\d.,']*(?:(?<=[.,])-{1,2})?"
_MONEY_SHAPE = lazy(r"(?<!\d)\d{1,3}(?:[.' ]\d{3})+(?!\d)|,\d{2}(?!\d)|[.,]-", re.ASCII)
_NAME = lazy(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?|\d+(?:\.\d+){2,}\.?|\d+(?:\.\d{1,2}){2,}.*|\d{16,}|0\d{2,}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at ``text[start:end]`` in plain units of its currency; ``high`` where it is a range.

    ``label``, ``per`` and ``year`` are what a table's row and header say of it.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    currency: str
    rule: str
    in_table: bool = False
    label: str | None = None
    per: tuple[Per, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Malformed:
    """A number at ``text[start:end]`` that stands for money and could be read in two ways, or in none."""

    start: int
    end: int
    fault: NumberFault


Reading = Amount | Malformed


@dataclass(frozen=True, slots=True)
class Place:
    """Where an amount is looked for: beside ``anchor``, between the ends of its neighbours."""

    text: str
    folded: str
    anchor: Anchor
    floor: int
    ceiling: int

    def amount(self, start: int, end: int, low: Decimal, factor: Decimal, high: Decimal | None = None) -> Amount:
        """An amount of the anchor's currency; the numbers are multiplied by ``factor``."""
        currency = self.anchor.currency
        unit = factor * currency.factor
        top = None if high is None else plain_units(high, unit)
        return Amount(start, end, plain_units(low, unit), top, currency.code, currency.rule)


def is_money_shaped(number: str) -> bool:
    """Whether digits carry a thousands mark or cents, so that they are no count, year or account."""
    return _MONEY_SHAPE.search(number) is not None


def is_year(number: str) -> bool:
    """Whether digits look like a year of our time."""
    return len(number) == 4 and number.isdecimal() and "1980" <= number <= "2059"


def is_name(number: str) -> bool:
    """Whether digits and dots are a date, an account or another name rather than a damaged amount."""
    return not is_money_shaped(number) and _NAME.fullmatch(number) is not None


@cache
def words_of(table: str, entry_id: str) -> frozenset[str]:
    """The phrases of one entry of the lexicon."""
    return next(frozenset(entry.phrases) for entry in load(table) if entry.id == entry_id)


def last_word(folded: str, start: int, end: int) -> str:
    """The last word of ``folded[start:end]``, without marks around it."""
    words = folded[max(start, end - 40) : end].split()
    return words[-1].strip(".,;:()\"'") if words else ""


def plain_units(value: Decimal, factor: Decimal) -> Decimal:
    """A number times its multiplier, without an exponent and without needless zeros: 2.4 million is 2400000."""
    if factor == 1:
        return value
    product = (value * factor).normalize()
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product
