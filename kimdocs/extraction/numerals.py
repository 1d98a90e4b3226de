"""German numbers, in digits and in words → Decimal, or the reason why not."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.load import load

_LONGEST = 60
_LONGEST_WORDS = 90
_HALF_MORE = "einhalb"
_BROKEN = lazy(r"(?<=\w)[-\u00ad]\s+(?=\w)|[\u00ad]")


class NumberFault(StrEnum):
    """Why a run of digits and signs is no number that can be told."""

    NONE = "none"
    GROUPING = "grouping"
    SEPARATORS = "separators"
    LENGTH = "length"


_SPACES = r" \u00a0\u202f\u2009\u2007"
# The dash in place of cents may stand alone or twice, and a Swiss writer puts a point before it.
_NOTATION = lazy(
    r"(?P<sign>[-+]?)(?:(?P<whole>"
    rf"\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+|\d{{1,3}}(?:['\u2019]\d{{3}})+|\d{{1,15}})"
    r"(?:,(?P<cents>\d{1,6})|[,.]-{1,2})?"
    r"|(?P<english>\d{1,3}(?:,\d{3})+\.\d{2}|\d{1,3}(?:,\d{3}){2,}|(?:\d{1,3}(?:['\u2019]\d{3})*|\d{4,15})\.\d{2}))",
    re.ASCII,
)
_JOINERS = str.maketrans("", "", ".'\u2019 \u00a0\u202f\u2009\u2007")
_POINT = lazy(r"(?<=\d)\.(?=\d{1,2}$)", re.ASCII)
_GROUPED_WRONG = lazy(r"\.\d{1,2}(?!\d)|\.\d{4,}", re.ASCII)


def read_digits(written: str, *, scaled: bool = False) -> Decimal | NumberFault:
    """Value of a number written in digits.

    Reads German notation (``1.234,56``, ``1234,5``, ``55.000,-``), groups parted by spaces or apostrophes
    (``1 234,56``, ``12'500``), and what can only be English (``1,234.56``, ``12.50``). Dashes must be plain,
    as ``lexicon.fold`` makes them; a leading sign is read.

    Args:
        written: The number, without blanks around it.
        scaled: A multiplier follows ("Mio."), so that ``2.4`` and ``1,000`` can only be decimals.

    Returns:
        The value; or the fault where the digits are no number, or could be two: ``77.4000``, ``1.00,50``, ``1,000``.
    """
    if len(written) > _LONGEST:
        return NumberFault.LENGTH
    found = _NOTATION.fullmatch(_POINT.sub(",", written) if scaled else written)
    if found is None:
        if not any("0" <= char <= "9" for char in written):
            return NumberFault.NONE
        return NumberFault.GROUPING if _GROUPED_WRONG.search(written) else NumberFault.SEPARATORS
    if found["english"]:
        value = Decimal(found["english"].replace(",", "").replace("'", "").replace("\u2019", ""))
    else:
        whole, cents = found["whole"].translate(_JOINERS), found["cents"]
        if whole.startswith("0") and len(whole) > 2:
            return NumberFault.GROUPING
        if cents == "000" and not scaled and len(whole) <= 3 and whole != "0":
            return NumberFault.SEPARATORS
        value = Decimal(f"{whole}.{cents}" if cents else whole)
    return -value if found["sign"] == "-" else value


@cache
def _words(kind: str) -> dict[str, Decimal]:
    return {
        phrase: Decimal(entry.value or 0)
        for entry in load("numerals")
        if entry.attributes.get("kind") == kind
        for phrase in entry.phrases
    }


@lru_cache(maxsize=4096)
def number_word(folded: str) -> int | None:
    """Whole number that a folded word is, from 0 ("keine") to 999,999,999 ("einemillion…"); "alle neun" is 9.

    A word broken at a line end ("fünfundzwan- zigtausend") is joined first.

    Returns:
        The number, or None where the word is no number word.
    """
    if len(folded) > _LONGEST_WORDS:
        return None
    first, _, rest = folded.partition(" ")
    if rest and first in _words("all"):
        folded = rest
    return _below_milliard(_BROKEN.sub("", folded).strip())


def whole_number(word: str) -> int | None:
    """Whole number that a folded word is, in digits or in words; None where it is none."""
    return int(word) if word.isdecimal() else number_word(word)


def number_phrase(folded: str) -> Decimal | None:
    """Number that folded words are, with halves: "zwölf", "eine halbe", "anderthalb", "zweieinhalb", "ein dreiviertel".

    Returns:
        The number, or None where the words are no number.
    """
    whole = number_word(folded)
    if whole is not None:
        return Decimal(whole)
    fractions = _words("fraction")
    first, _, rest = folded.partition(" ")
    if not rest:
        if first in fractions:
            return fractions[first]
        count = number_word(first[: -len(_HALF_MORE)]) if first.endswith(_HALF_MORE) else None
        return None if count is None else count + Decimal("0.5")
    count = number_word(first)
    return fractions[rest] * count if count is not None and rest in fractions else None


def _below_milliard(word: str) -> int | None:
    left, found, right = word.partition("million")
    if not found:
        return _below_million(word)
    rest = _without_and(right.removeprefix("en"))
    return _product(_below_thousand(left), 1_000_000, _below_million(rest) if rest else 0)


def _below_million(word: str) -> int | None:
    left, found, right = word.partition("tausend")
    if not found:
        return _below_thousand(word)
    return _product(_below_thousand(left) if left else 1, 1000, _below_thousand(_without_and(right)) if right else 0)


def _below_thousand(word: str) -> int | None:
    left, found, right = word.partition("hundert")
    if not found:
        return _below_hundred(word)
    return _product(_below_hundred(left) if left else 1, 100, _below_hundred(_without_and(right)) if right else 0)


def _product(count: int | None, multiplier: int, rest: int | None) -> int | None:
    return None if not count or rest is None else count * multiplier + rest


def _without_and(word: str) -> str:
    return word.removeprefix("und")


def _below_hundred(word: str) -> int | None:
    units, tens = _words("unit"), _words("ten")
    if word in units:
        return int(units[word])
    if word in tens:
        return int(tens[word])
    left, found, right = word.partition("und")
    if found and left in units and right in tens and 0 < units[left] < 10:
        return int(tens[right] + units[left])
    return None
