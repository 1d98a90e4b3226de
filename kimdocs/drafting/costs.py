"""Computed figures: products (posts × rate × months/12 × share), sums, differences, each with its formula.

Worked out with exact fractions; only the result is rounded, to cents, half up. A missing input makes no result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from kimdocs.drafting import wording
from kimdocs.drafting.values import Amount, Posts, Value
from kimdocs.model.finance import Per, Qualifier
from kimdocs.model.provenance import Computed, Provenance

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a calculation."""

    value: Value | Fraction
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Product:
    """Quantity × rate × months/12 × share; what is None is left out.

    Attributes:
        qualifier: How firm the result shall be called; None leaves that to the inputs.
    """

    rate: Input
    quantity: Input | None = None
    months: Input | None = None
    share: Input | None = None
    qualifier: Qualifier | None = None

    def result(self) -> tuple[Amount, Computed]:
        """The amount and its formula: "0,5 Stellen × 10.000 € je Stelle und Jahr = 5.000 € pro Jahr".

        Raises:
            ValueError: The rate is no amount, or a range; the message is a German half-sentence.
        """
        rate = self.rate.value
        if not isinstance(rate, Amount) or rate.high is not None:
            raise ValueError("braucht als „satz“ einen einzelnen Betrag")
        exact, factors, inputs = Fraction(rate.value), [wording.amount(rate)], [self.rate.provenance]
        per = set(rate.per)
        if self.quantity is not None:
            exact *= _fraction(self.quantity.value)
            factors.insert(0, _text(self.quantity.value))
            inputs.insert(0, self.quantity.provenance)
            per -= {Per.POST, Per.PERSON, Per.HOUSEHOLD, Per.PIECE, Per.M2, Per.M3}
        if self.months is not None:
            exact *= _fraction(self.months.value) / 12
            factors.append(f"{_text(self.months.value)}/12")
            inputs.append(self.months.provenance)
            per -= {Per.YEAR}
        if self.share is not None:
            exact *= _fraction(self.share.value)
            factors.append(_text(self.share.value))
            inputs.append(self.share.provenance)
        qualifier = self.qualifier or _weakest([item.value for item in (self.quantity, self.rate) if item])
        value = Amount(cents(exact), qualifier, tuple(unit for unit in rate.per if unit in per), None, rate.currency)
        return value, Computed(f"{' × '.join(factors)} = {_result(value, exact)}", tuple(inputs))


def total(inputs: Sequence[tuple[Amount, Provenance]]) -> tuple[Amount, Computed]:
    """The sum of amounts: "27.500 € + 55.000 € = 82.500 €".

    Raises:
        ValueError: No inputs, ranges, or different currencies.
    """
    return _combine(inputs, "+")


def difference(inputs: Sequence[tuple[Amount, Provenance]]) -> tuple[Amount, Computed]:
    """The first amount less the others.

    Raises:
        ValueError: No inputs, ranges, or different currencies.
    """
    return _combine(inputs, "−")


def divide(amount: tuple[Amount, Provenance], keys: Sequence[Input]) -> list[tuple[Amount, Computed]]:
    """An amount divided by keys (inhabitants, posts): "12.500 € × 8.000/20.000 = 5.000 €".

    The parts add up to the amount to the cent: those with the largest rest get the cents that rounding leaves.

    Raises:
        ValueError: The amount is a range, or the keys are no numbers of zero or more with a sum above zero.
    """
    value, origin = amount
    weights = [_fraction(key.value) for key in keys]
    whole = sum(weights)
    if value.high is not None or not whole or min(weights) < 0:
        raise ValueError("braucht einen einzelnen Betrag und einen Schlüssel über null")
    exact = [Fraction(value.value) * weight / whole for weight in weights]
    floors = [int(part * 100 // 1) for part in exact]
    left = int(Fraction(value.value) * 100) - sum(floors)
    order = sorted(range(len(exact)), key=lambda row: floors[row] - exact[row] * 100)
    found = []
    for row, key in enumerate(keys):
        part = replace(value, value=Decimal(floors[row] + (row in order[:left])) / 100)
        words = f"{wording.amount(value)} × {_number(weights[row])}/{_number(whole)} = {_result(part, exact[row])}"
        found.append((part, Computed(words, (origin, key.provenance))))
    return found


def parse_share(text: str) -> Fraction:
    """Share of "1/3", "50 %", "0,5".

    Raises:
        ValueError: It is no share between 0 and 1; the message is a German half-sentence.
    """
    from kimdocs.drafting.notation import parse_number

    above, slash, below = text.partition("/")
    if slash:
        bottom = Fraction(parse_number(below))
        share = Fraction(parse_number(above)) / bottom if bottom else Fraction(-1)
    elif text.rstrip().endswith("%"):
        share = Fraction(parse_number(text.rstrip()[:-1])) / 100
    else:
        share = Fraction(parse_number(text, plain=True))
    if not 0 <= share <= 1:
        raise ValueError("ist kein Anteil zwischen 0 und 1")
    return share


def cents(exact: Fraction) -> Decimal:
    """The nearest amount in cents; a half is rounded away from zero."""
    doubled = abs(exact) * 200
    whole = (doubled.numerator + doubled.denominator) // (2 * doubled.denominator)
    result = Decimal(whole) / 100
    return -result if exact < 0 else result


def _combine(inputs: Sequence[tuple[Amount, Provenance]], sign: str) -> tuple[Amount, Computed]:
    amounts = [value for value, _ in inputs]
    if (
        not amounts
        or any(value.high is not None for value in amounts)
        or len({value.currency for value in amounts}) != 1
    ):
        raise ValueError("braucht einzelne Beträge derselben Währung")
    signed = [value.value if index == 0 or sign == "+" else -value.value for index, value in enumerate(amounts)]
    per = amounts[0].per if len({value.per for value in amounts}) == 1 else ()
    value = Amount(sum(signed, Decimal(0)), _weakest(amounts), per, None, amounts[0].currency)
    words = [wording.euro(item.value, item.currency) for item in amounts]
    behind = [f"({word})" if item.value < 0 else word for item, word in zip(amounts[1:], words[1:], strict=True)]
    formula = f" {sign} ".join([words[0], *behind])
    result = f" = {wording.euro(value.value, value.currency)}" if len(inputs) > 1 else ""
    return value, Computed(f"{formula}{result}", tuple(origin for _, origin in inputs))


def _result(value: Amount, exact: Fraction) -> str:
    text = wording.amount(value)
    return text if Fraction(value.value) == exact else f"{text} (auf Cent gerundet)"


def _weakest(values: Sequence[Value | Fraction]) -> Qualifier:
    found = [value.qualifier for value in values if isinstance(value, Amount | Posts)]
    kinds = set(found) - {Qualifier.EXACT}
    if not kinds:
        return Qualifier.EXACT
    return kinds.pop() if len(kinds) == 1 else Qualifier.ABOUT


def _fraction(value: Value | Fraction) -> Fraction:
    if isinstance(value, Posts):
        if value.high is not None:
            raise ValueError("braucht als „menge“ eine einzelne Zahl")
        return Fraction(value.count)
    if isinstance(value, Decimal | Fraction):
        return Fraction(value)
    raise ValueError("braucht eine Zahl")


def _number(value: Fraction | int) -> str:
    exact = Fraction(value)
    return wording.number(Decimal(exact.numerator) / Decimal(exact.denominator))


def _text(value: Value | Fraction) -> str:
    if isinstance(value, Fraction):
        if value.denominator in {1, 2, 4, 5, 8, 10, 20, 25, 50, 100}:
            return wording.number(Decimal(value.numerator) / Decimal(value.denominator))
        return f"{value.numerator}/{value.denominator}"
    return wording.value_text(value)
