"""Amounts whose number stands before the currency: "5.000 €", "2,4 Mio. Euro", "5 - 10 T€", "fünftausend Euro"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import NumberFault, number_phrase, read_digits
from kimdocs.extraction.recognise.figures.amount import (
    NUMBER,
    WINDOW,
    Malformed,
    is_money_shaped,
    is_name,
    is_year,
    last_word,
    words_of,
)
from kimdocs.extraction.recognise.figures.anchor import COUNTED_UNITS, LETTERS, scales
from kimdocs.extraction.recognise.figures.linked import linked_before, listed_before, replaced_before, split_pair
from kimdocs.extraction.recognise.figures.sign import signed
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.figures.amount import Amount, Place, Reading

_RUN = "0123456789.,'-+ \n"
_SPACED = lazy(r"(?<![\w.,'-] )(?<![\w.,'-])(?:[\d.,] ){4,}[\d-]$", re.ASCII)
_GROUPS = lazy(r"(?<![\w.,'/-])-?[1-9]\d{0,2}(?: \d{3})+(?P<cents>,\d{1,2}|[.,]-{1,2})?-?$", re.ASCII)
_GAPPED_CENTS = lazy(r"(?<=\d)(?: ?, ?-{1,2}| , ?\d{2}|(?<=\.\d{3}), \d{2})$", re.ASCII)
_BRACKET = lazy(r"\([^()\d]{3,60}\)$")
_CELL_BEFORE = lazy(rf"(?:^|[|\n]) ?(?P<number>[-+]? ?{NUMBER})[ |\n]*$", re.ASCII)
_CLOSED = lazy(r" *(?:[|\n]|$)")
_SPELLED_BEFORE = lazy(r"\b(?P<number>[a-zäöüß]{3,40})(?P<shared>-?)\s+bis\s+$")
_SHARED = lazy(r"(?:hundert)?(?:tausend|hundert)$")
_THOUSAND = lazy(r"(?P<before>[\w.,]+)?\s+(?P<number>tausend)\s+$")
_TORN = lazy(r"(?<![\w.,'/-])[1-9]\d{0,2}(?: \.\d{3})+(?:,\d{2})?$", re.ASCII)
_ROW_BEHIND = lazy(r"[ \t]{2,}[-+]? ?\d", re.ASCII)
_FOREIGN_GROUP = lazy(r"\d{1,3},\d{3}", re.ASCII)
_CELL_OPENS = lazy(r"(?:^|\n|\t|\||   ) *\($")
_NUMBERS_BELOW = lazy(r"\) *(?:\n[^\n€]*){0,2}?\n[^\n€]*?(?:\t|\||   ) *-?\d[\d.,]*-? *(?:[|\t]|   |\n|$)")
_UNIT_ENDS = lazy(r" ?(?:[)\]]|\t|\||\n|$| {2}|, (?:stand|gerundet|brutto|netto)\b)")
_GROUP = lazy(r"\d{3}(?:,\d{2}|,-{1,2})?", re.ASCII)
_TORN_GROUP = lazy(r"(?<![\w.,/-])(?P<thousands>\d{1,3}(?:\.\d{3})*)\.\s{1,3}$", re.ASCII)
_MILLIONS = lazy(r"\b(?P<count>[a-zäöüß]{3,40})\s+million(?:en)?\s+(?:und\s+)?$")
_REACH = 24
_LONGEST_WORDS = 60
_PRICES = (["für"], ["um"], ["je"], ["zu"], ["symbolisch"])
_UNIT_LEADS = ("in", "je", "pro", "angaben")
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Written:
    """A number as found: ``text[start:end]``, and the same without blanks inside."""

    start: int
    end: int
    digits: str


def read_before(place: Place) -> list[Reading]:
    """Amounts whose number ends before the anchor. Mostly one or none; two where a second shares the currency."""
    low = max(place.floor, place.anchor.start - WINDOW)
    window = place.folded[low : place.anchor.start]
    bare = window.rstrip().rstrip("_")
    if bare.endswith(")"):
        bare = _BRACKET.sub("", bare).rstrip()
    if bare.endswith("|") or window.count("\n", len(bare)) > 1:
        bare = _other_cell(place, low, bare)
    if not bare:
        return []
    scale, bare = _scaled(bare)
    if not bare or bare[-1] not in "0123456789-":
        return _spelled(place, low, bare, scale) or _thousand(place, low, window)
    written = _last_number(place.text, low, bare)
    written = _with_torn_group(place, written) if written else None
    if written is None or _heads_year(place, written) or _is_unit(place, written):
        return []
    return _amounts(place, written, scale)


def _with_torn_group(place: Place, written: Written) -> Written:
    """The number with the thousands before it, where a blank or a line end parts them ("auf 213.⏎400 €")."""
    if _GROUP.fullmatch(written.digits) is None:
        return written
    before = _TORN_GROUP.search(place.folded, max(place.floor, written.start - _REACH), written.start)
    lead = last_word(place.folded, place.floor, before.start()) if before else ""
    if before is None or lead not in words_of("figures", "signed") | words_of("figures", "sum_leads"):
        return written
    return Written(before.start(), written.end, before["thousands"] + "." + written.digits)


def _is_unit(place: Place, written: Written) -> bool:
    """Whether a number and its sign are but the unit of a table: "(in 1.000 €)", or all of a cell above numbers."""
    if written.digits not in COUNTED_UNITS:
        return False
    in_unit = last_word(place.folded, place.floor, written.start) == "in"
    if not in_unit and place.folded[written.start - 1 : written.start] == "(":
        opens = _CELL_OPENS.search(place.text, max(0, written.start - _REACH), written.start)
        in_unit = opens is not None and _NUMBERS_BELOW.match(place.text, place.anchor.end) is not None
    return in_unit and _UNIT_ENDS.match(place.folded, place.anchor.end) is not None


def _heads_year(place: Place, written: Written) -> bool:
    """Whether the number is the year of a column whose unit the sign is ("Ansatz 2031 €")."""
    between = place.text[written.end : place.anchor.start]
    if is_year(written.digits) and between.startswith("  ") and _ROW_BEHIND.match(place.text, place.anchor.end):
        return True
    if not is_year(written.digits) or ("\n" not in between and between != " "):
        return False
    if "\n" in between:
        return _is_unit_line(place, alone=_is_alone(place.text, written))
    last = last_word(place.folded, place.floor, written.start)
    return last in words_of("figures", "year_heads") or last.endswith("arten")


def _is_alone(text: str, written: Written) -> bool:
    """Whether a number is all that stands in its line."""
    start, end = text.rfind("\n", 0, written.start) + 1, text.find("\n", written.start)
    return text[start:end].strip() == written.digits


def _is_unit_line(place: Place, *, alone: bool) -> bool:
    """Whether but signs and multipliers stand in the sign's line.

    There are several signs, or one far from the margin or below a number that is ``alone`` in its line.
    """
    start = place.folded.rfind("\n", 0, place.anchor.start) + 1
    end = place.folded.find("\n", place.anchor.start)
    line = place.folded[start : end if end >= 0 else None]
    sign = place.folded[place.anchor.start : place.anchor.end]
    words = [word for word in line.split() if word not in scales()]
    signs = [sign if word.removesuffix(sign) in scales() else word for word in words]
    return set(signs) == {sign} and (
        len(signs) > 1 or alone or line.startswith("    ") or (end >= 0 and place.folded[end + 1 : end + 2].isdecimal())
    )


def _other_cell(place: Place, low: int, bare: str) -> str:
    """The window up to the number whose sign has the next cell for itself ("95.000,00 | € |"), else nothing."""
    closed = _CLOSED.match(place.folded, place.anchor.end)
    opened = place.folded[max(0, place.anchor.start - 3) : place.anchor.start].rstrip(" ")[-1:] in ("|", "\n")
    number = _CELL_BEFORE.search(bare) if closed and opened else None
    is_cell = number is not None and is_money_shaped(number["number"]) and place.anchor.start - low - number.end() < 12
    return bare[: number.end("number")] if number is not None and is_cell else ""


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
    groups = _GROUPS.search(run) if spaced is None and " " in run else None
    spaced = spaced or _TORN.search(run)
    if groups is not None and _are_groups(text, low + start, groups, low):
        begin, digits = groups.start(), groups.group().replace(" ", ".")
    elif spaced is not None:
        begin, digits = spaced.start(), spaced.group().replace(" ", "")
    else:
        digits = run.split()[-1] if run.split() else ""
        begin = len(run.rstrip()) - len(digits)
    if not any(char.isdigit() for char in digits):
        return None
    return Written(low + start + begin, low + len(bare), digits + tail.replace(" ", ""))


def _are_groups(text: str, run: int, groups: re.Match[str], low: int) -> bool:
    """Whether plain blanks inside digits part thousands: not behind "Nr." or "Konto" in its cell, unless cents tell."""
    start, end = run + groups.start(), run + groups.end()
    between = {char for char in text[start:end] if not (char.isdigit() or char in "+,.-\u2212–—")}
    if not between <= {" ", "\u00a0"}:
        return False
    apart = not text[max(low, start - 2) : start].strip(" ") and start - low > 1
    return (
        apart or bool(groups["cents"]) or last_word(text, low, start).lower() not in words_of("not_money", "numbered")
    )


def _amounts(place: Place, written: Written, scale: Decimal) -> list[Reading]:
    pair = split_pair(written.digits)
    negative, number = signed(
        place.text, place.folded, written.start, pair[1] if pair else written.digits, place.anchor.end
    )
    value = read_digits(number, scaled=scale != 1)
    if place.anchor.currency.code != "EUR" and scale == 1 and _FOREIGN_GROUP.fullmatch(number):
        value = NumberFault.SEPARATORS
    if isinstance(value, NumberFault):
        is_damaged = scale != 1 or not is_name(number.strip("-+"))
        return [Malformed(written.start, place.anchor.end, value)] if is_damaged else []
    if place.anchor.currency.money_only:
        return []
    if negative:
        behind = place.text[place.anchor.end : place.anchor.end + 1] == "-"
        return [place.amount(written.start, place.anchor.end + behind, -value, scale)]
    if pair and place.text[written.start - 1 : written.start] == "/":
        return []
    if pair:
        low = read_digits(pair[0], scaled=scale != 1)
        if isinstance(low, Decimal) and _shares_thousands(pair[1], low, value):
            low *= 1000
        if isinstance(low, Decimal) and low < value:
            return [_range(place, written.start, low, scale, value, scale)]
    return _linked(place, written, number, value, scale)


def _linked(place: Place, written: Written, number: str, value: Decimal, scale: Decimal) -> list[Reading]:
    last = place.amount(written.start, place.anchor.end, value, scale)
    link = linked_before(place.folded, place.floor, written.start, number, value * scale)
    link = link or replaced_before(place.text, place.folded, place.floor, written.start, number)
    if link is None:
        return [last]
    own = scale if link.scale is None else link.scale
    if link.is_range:
        least = link.value * 1000 if _shares_thousands(number, link.value, value) else link.value
        return [_range(place, link.start, least, own, value, scale)]
    listed = (*listed_before(place.folded, place.floor, link), link)
    return [*(place.amount(one.start, one.end, one.value, own) for one in listed), last]


def _shares_thousands(number: str, low: Decimal, high: Decimal) -> bool:
    """Whether the lower end of a range leaves its thousands to the higher one: "4-5.000 €", not "500-1.000 €"."""
    return number.endswith(".000") and low == int(low) and low * 1000 < high <= low * 4000


def _range(place: Place, start: int, low: Decimal, low_scale: Decimal, high: Decimal, scale: Decimal) -> Amount:
    """A range; one multiplier serves both ends ("5 - 10 Mio. €") unless the lower end would then be the higher one."""
    if low * low_scale >= high * scale:
        return place.amount(start, place.anchor.end, low, Decimal(1), high * scale)
    if low_scale == scale:
        return place.amount(start, place.anchor.end, low, scale, high)
    return place.amount(start, place.anchor.end, low * low_scale, Decimal(1), high * scale)


def _spelled(place: Place, low: int, bare: str, scale: Decimal) -> list[Reading]:
    """An amount in words: "fünftausend Euro", "eine halbe Million Euro"."""
    tail = bare[-_LONGEST_WORDS:]
    words = tail[len(tail.rstrip(LETTERS + " \n")) :].split()
    vague = words_of("figures", "vague")
    for count in (2, 1):
        if len(words) < count or (len(words) > count and words[-count - 1] in vague):
            continue
        value = number_phrase(" ".join(words[-count:]))
        if not value or (scale == 1 and (value < 1 or (value == 1 and words[-count - 1 : -count] not in _PRICES))):
            continue
        start = bare.rindex(words[-1])
        start = bare.rindex(words[-2], 0, start) if count == 2 else start
        lower = _SPELLED_BEFORE.search(bare, 0, start)
        shared = _SHARED.search(words[-1]) if lower and lower["shared"] else None
        if lower and lower["shared"] and shared is None:
            return []
        least = number_phrase(lower["number"] + (shared.group() if shared else "")) if lower else None
        if lower and least and least < value:
            return [place.amount(low + lower.start(), place.anchor.end, least, scale, value)]
        start, value = _with_millions(bare, start, value) if scale == 1 else (start, value)
        return [place.amount(low + start, place.anchor.end, value, scale)]
    return []


def _thousand(place: Place, low: int, window: str) -> list[Reading]:
    """The amount that "tausend" is by itself: "ein Zuschuss von tausend Euro", not "mehrere tausend Euro"."""
    hit = _THOUSAND.search(window)
    before = hit["before"] if hit else None
    if hit is None or before is None or before in words_of("figures", "vague") or number_phrase(before) is not None:
        return []
    if before in _UNIT_LEADS or any(map(str.isdigit, before)) or place.text[low + hit.start("number")] != "t":
        return []
    return [place.amount(low + hit.start("number"), place.anchor.end, Decimal(1000), _ONE)]


def _with_millions(bare: str, start: int, value: Decimal) -> tuple[int, Decimal]:
    """Where a number in words starts, and its value, with the millions before it: "eine Million zweihunderttausend"."""
    lead = _MILLIONS.search(bare, max(0, start - _LONGEST_WORDS), start)
    count = number_phrase(lead["count"]) if lead else None
    if lead is None or not count or value >= 1_000_000:
        return start, value
    return lead.start(), count * 1_000_000 + value
