"""Amounts whose number stands behind the currency: "EUR 1.000", "€ 750,00", "Fr. 12'500.–"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import NumberFault, read_digits
from kimdocs.extraction.recognise.figure_amount import (
    NUMBER,
    WINDOW,
    Amount,
    Malformed,
    is_money_shaped,
    is_name,
    is_year,
    last_word,
)
from kimdocs.extraction.recognise.figure_anchor import scales

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.figure_amount import Reading
    from kimdocs.extraction.recognise.figure_anchor import Anchor

_AHEAD = re.compile(
    rf"(?P<gap> {{0,3}}(?:\n ?)?)(?P<minus>- ?)?(?P<number>{NUMBER}(?: \d{{3}}(?![\d.,]\d))*(?:,\d\d|,-{{1,2}})?)"
    rf"(?: ?(?P<scale>[a-zäö]{{1,9}}\.?)(?![a-zäöüß]))?"
    rf"(?: ?(?:-|bis) ?(?P<high>{NUMBER})(?: ?(?P<scale2>[a-zäö]{{1,9}}\.?)(?![a-zäöüß]))?)?",
    re.ASCII,
)


def read_after(text: str, folded: str, anchor: Anchor, ceiling: int) -> list[Reading]:
    """The amount whose number starts behind ``anchor``; ``folded[ceiling:]`` belongs to the next currency."""
    found = _AHEAD.match(folded, anchor.end, min(ceiling, anchor.end + WINDOW))
    if found is None or _is_of_next(folded, found.end("number"), ceiling):
        return []
    number, end = found["number"], found.end("number")
    if number[-1] in ".',":
        number, end = number[:-1], end - 1
    if not _is_amount(folded, anchor, found, number):
        return []
    value = read_digits(number)
    if isinstance(value, NumberFault):
        return [] if is_name(number) else [Malformed(anchor.start, end, value)]
    scale = scales().get(found["scale"] or "")
    if scale is not None:
        end = found.end("scale")
    high = _high(found, value, scale)
    currency = anchor.currency
    if high is not None:
        top, end = high
        if scale is None and found["scale2"] in scales():
            scale = scales()[found["scale2"]]
    factor = currency.factor * (scale or Decimal(1))
    sign = -1 if found["minus"] else 1
    top_value = high[0] * factor if high is not None else None
    return [Amount(anchor.start, end, sign * value * factor, top_value, currency.code, currency.rule)]


def _high(found: re.Match[str], value: Decimal, scale: Decimal | None) -> tuple[Decimal, int] | None:
    if not found["high"] or found["minus"]:
        return None
    written = found["high"].rstrip(".,'")
    top = read_digits(written)
    if (
        not isinstance(top, Decimal)
        or top <= value
        or (scale is not None) != (found["scale2"] in scales() or scale is not None)
    ):
        return None
    if is_money_shaped(found["number"]) and not is_money_shaped(written):
        return None
    end = found.start("high") + len(written)
    return top, found.end("scale2") if found["scale2"] in scales() else end


def _is_of_next(folded: str, end: int, ceiling: int) -> bool:
    """Whether only blanks or a multiplier part the number from the next currency, whose number it then is."""
    between = folded[end : min(ceiling, end + 16)]
    return end + len(between) == ceiling < len(folded) and (not between.strip() or between.strip() in scales())


def _is_amount(folded: str, anchor: Anchor, found: re.Match[str], number: str) -> bool:
    shaped = is_money_shaped(number)
    if anchor.currency.factor != 1 or (anchor.currency.money_only and not shaped):
        return False
    if "\n" in found["gap"] and not shaped:
        return False
    if is_year(number) or (not shaped and len(number) < 2):
        return False
    if last_word(folded, max(0, anchor.start - 20), anchor.start) in ("in", "pro", "je") and not shaped:
        return False
    return folded[anchor.end : found.start("number")] != "" or anchor.currency.is_sign or shaped
