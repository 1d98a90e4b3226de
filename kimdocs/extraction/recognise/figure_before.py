"""Amounts whose number stands before the currency: "5.000 €", "2,4 Mio. Euro", "5 - 10 T€", "fünftausend Euro"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import NumberFault, number_phrase, read_digits
from kimdocs.extraction.recognise.figure_amount import WINDOW, Amount, Malformed, is_name, last_word, words_of
from kimdocs.extraction.recognise.figure_anchor import LETTERS, scales
from kimdocs.extraction.recognise.figure_linked import linked_before, split_pair
from kimdocs.extraction.recognise.figure_sign import signed

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.figure_amount import Reading
    from kimdocs.extraction.recognise.figure_anchor import Anchor

_RUN = "0123456789.,'-+ \n"
_SPACED = re.compile(r"(?<![\w.,'-] )(?<![\w.,'-])(?:[\d.,] ){4,}[\d-]$", re.ASCII)
_GROUPS = re.compile(r"(?<![\w.,'/-])[1-9]\d{0,2}(?: \d{3})+(?:,\d{1,2}|,-{1,2})?$", re.ASCII)
_GAPPED_CENTS = re.compile(r"(?<=\d) ?, ?-{1,2}$", re.ASCII)
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Written:
    """A number as found: ``text[start:end]``, and the same without blanks inside."""

    start: int
    end: int
    digits: str


def read_before(text: str, folded: str, anchor: Anchor, floor: int) -> list[Reading]:
    """Amounts whose number ends before ``anchor``; ``folded[:floor]`` belongs to others. Mostly one, none or two."""
    low = max(floor, anchor.start - WINDOW)
    window = folded[low : anchor.start]
    bare = window.rstrip()
    if not bare or window.count("\n", len(bare)) > 1:
        return []
    scale, bare = _scaled(bare)
    if not bare or bare[-1] not in "0123456789-":
        return _spelled(folded, low, bare, scale, anchor)
    written = _last_number(text, low, bare)
    if written is None:
        return []
    return _amounts(text, folded, floor, written, scale, anchor)


def _scaled(bare: str) -> tuple[Decimal, str]:
    run = bare[len(bare.rstrip(LETTERS + ".")) :]
    if run and run in scales():
        return scales()[run], bare[: -len(run)].rstrip()
    return _ONE, bare


def _last_number(text: str, low: int, bare: str) -> Written | None:
    start = len(bare.rstrip(_RUN))
    run = bare[start:]
    cents = _GAPPED_CENTS.search(run)
    if cents is not None and " " in cents.group():
        run, tail = run[: cents.start()], cents.group()
    else:
        tail = ""
    spaced = _SPACED.search(run)
    if spaced is None and " " in run:
        groups = _GROUPS.search(run)
        if groups is not None and _are_groups(text, low + start + groups.start(), low + start + groups.end(), low):
            spaced = groups
    if spaced is not None:
        begin, digits = spaced.start(), spaced.group().replace(" ", "")
    else:
        digits = run.split()[-1] if run.split() else ""
        begin = len(run.rstrip()) - len(digits)
    if not any(char.isdigit() for char in digits):
        return None
    return Written(low + start + begin, low + len(bare), digits + tail.replace(" ", ""))


def _are_groups(text: str, start: int, end: int, low: int) -> bool:
    """Whether blanks inside digits part thousands: NBSP and its like always, plain blanks not behind "Nr.", "Konto"."""
    between = {char for char in text[start:end] if not (char.isdigit() or char in ",-–—")}
    if between <= {"\u00a0", "\u202f", "\u2009", "\u2007"}:
        return True
    if not between <= {" ", "\u00a0"}:
        return False
    return last_word(text, low, start).lower() not in words_of("not_money", "numbered")


def _amounts(text: str, folded: str, floor: int, written: Written, scale: Decimal, anchor: Anchor) -> list[Reading]:
    pair = split_pair(written.digits)
    number = pair[1] if pair else written.digits
    negative, number = signed(text, folded, written.start, number, anchor.end)
    value = read_digits(number)
    if isinstance(value, NumberFault):
        if scale == 1 and is_name(number.strip("-+")):
            return []
        return [Malformed(written.start, anchor.end, value)]
    if anchor.currency.money_only:
        return []
    factor = scale * anchor.currency.factor
    if negative:
        return [
            Amount(written.start, _end(text, anchor), -value * factor, None, anchor.currency.code, anchor.currency.rule)
        ]
    end = anchor.end
    if pair:
        low = read_digits(pair[0])
        if isinstance(low, Decimal) and low < value:
            return [_range(written.start, end, low, value, factor, anchor)]
    link = linked_before(folded, floor, written.start, number, value)
    if link is None:
        return [Amount(written.start, end, value * factor, None, anchor.currency.code, anchor.currency.rule)]
    other = factor if link.scale is None else link.scale * anchor.currency.factor
    if link.is_range:
        return [_range(link.start, end, link.value, value, factor, anchor, other)]
    first = Amount(link.start, link.end, link.value * other, None, anchor.currency.code, anchor.currency.rule)
    return [first, Amount(written.start, end, value * factor, None, anchor.currency.code, anchor.currency.rule)]


def _range(
    start: int,
    end: int,
    low: Decimal,
    high: Decimal,
    factor: Decimal,
    anchor: Anchor,
    low_factor: Decimal | None = None,
) -> Amount:
    """A range; one multiplier serves both ends ("5 - 10 Mio. €") unless the lower end would then be the higher one."""
    bottom = low * (factor if low_factor is None else low_factor)
    if bottom >= high * factor:
        bottom = low * anchor.currency.factor
    return Amount(start, end, bottom, high * factor, anchor.currency.code, anchor.currency.rule)


def _end(text: str, anchor: Anchor) -> int:
    return anchor.end + (text[anchor.end : anchor.end + 1] == "-")


def _spelled(folded: str, low: int, bare: str, scale: Decimal, anchor: Anchor) -> list[Reading]:
    """An amount in words: "fünftausend Euro", "eine halbe Million Euro"."""
    tail = bare[-60:]
    words = tail[len(tail.rstrip(LETTERS + " \n")) :].split()
    vague = words_of("figures", "vague")
    for count in (2, 1):
        if len(words) < count or (len(words) > count and words[-count - 1] in vague):
            continue
        value = number_phrase(" ".join(words[-count:]))
        if value is None or (scale == 1 and value <= 1) or not value:
            continue
        start = low + bare.rindex(words[-count], 0, len(bare) if count == 1 else bare.rindex(words[-1]))
        amount = value * scale * anchor.currency.factor
        return [Amount(start, anchor.end, amount, None, anchor.currency.code, anchor.currency.rule)]
    return []
