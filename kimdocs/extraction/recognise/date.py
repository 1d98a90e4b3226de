"""Dates as council papers write them."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon import load
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

Found = tuple[dt.date, int, int]

_GAP = r"[ \n]{0,3}"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_DAY_BEFORE_DASH = r"(?<![\w/-])(?P<dash_day>3[01]|[12]\d|0[1-9])"
_FURTHER_DAYS = r"(?:(?<!-\ \d)(?<!-\ \d\d)(?:/\.|\./|/|\.?\ {0,2}(?:-|und|bis)\ {0,2})\d{1,2}(?=\.))*"
_DATE = lazy(
    rf"""
    (?<!\d)(?<!\d[.,:])
    (?:
        (?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>0[1-9]|[12]\d|3[01])(?![\d-])
      | {_DAY_BEFORE_DASH}-(?P<dash_month>0[1-9]|1[0-2])-(?P<dash_year>(?:19|20)\d\d)(?![\d-])
      | (?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<slash_year>(?:19|20)\d\d)(?![\d/])
      | {_DAY}{_FURTHER_DAYS}\.
        (?:
            {_GAP}(?P<month>0?[1-9]|1[0-2])\.{_GAP}(?P<year>(?:19|20)\d\d)(?!\d|\.\d)
          | (?P<short_month>0?[1-9]|1[0-2])\.(?P<short_year>\d\d)(?!\d|[.,:/]\d)
          | {_GAP}(?P<name>[a-zä]{{3,9}}(?:-\n[a-zä]{{2,7}})?)\.?{_GAP},?{_GAP}(?P<named_year>(?:19|20)\d\d)(?!\d|\.\d)
        )
    )
    """,
    re.VERBOSE,
)
_DIGIT = lazy(r"\d")
_SLASHED = lazy(r"/(?<=\d/)\d{1,2}/\d")
_LEAD = lazy(r"(?:(?:am|vom|den|dem|zum)\s+)?(?:[a-z]{2,10}\.?,?\s+)?(?:(?:den|dem)\s+)?")
_NO_DATE_BEFORE = lazy(
    r"(?:§|nr\.?|ziff(?:er|\.)?|az\.?:?|aktenzeichen:?|gz\.?:?|produkt\w*|\w*konto|psp\S*|punkt|pkt\."
    r"|abs\.|anlage|kap\.|tz\.) {0,2}(?:\(\S{1,4}\) )?\Z"
)


def parse_date(text: str, *, month_first: bool | None = None) -> dt.date | None:
    """The date that ``text`` is, with or without its weekday ("Donnerstag, dem 4. April 2019"), or None.

    Of several days ("16./17.12.2025") it is the first. ``month_first`` says how "04/05/2017" is meant; where it is
    None, a date with slashes counts only if its numbers leave no choice. Two-digit years are 1970 to 2069.
    """
    folded = fold(text).strip()
    lead = _LEAD.match(folded)
    for start in {lead.end() if lead else 0, 0}:
        hit = _DATE.match(folded, start)
        if hit and not folded[hit.end() :].strip(" ."):
            return _value(hit, month_first)
    return None


def find_dates(context: Context, start: int, end: int, *, month_first: bool | None = None) -> tuple[Found, ...]:
    """Dates in ``text[start:end]`` as (date, start, end), in order; never out of digits that are glued to others.

    Dates with a two-digit year are left out after words that announce another number (§, Nr., Aktenzeichen).
    """
    found: list[Found] = []
    if _DIGIT.search(context.folded, start, end) is None:
        return ()
    for hit in _DATE.finditer(context.folded, start, end):
        value = _value(hit, month_first)
        if value and not (
            hit["short_year"] and _NO_DATE_BEFORE.search(context.folded, max(0, hit.start() - 24), hit.start())
        ):
            found.append((value, hit.start(), hit.end()))
    return tuple(found)


def has_slashes(context: Context, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` may hold a date with slashes, whose order of day and month is to be found out."""
    return _SLASHED.search(context.folded, start, end) is not None


def month_comes_first(context: Context, start: int, end: int) -> bool | None:
    """How the document orders day and month in dates with slashes: told by those that leave no choice, else None."""
    orders = set()
    for hit in _DATE.finditer(context.folded, start, end):
        if hit["first"] and (int(hit["first"]) > 12) != (int(hit["second"]) > 12):
            orders.add(int(hit["second"]) > 12)
    return orders.pop() if len(orders) == 1 else None


def _value(hit: re.Match[str], month_first: bool | None) -> dt.date | None:
    if hit["iso_year"]:
        return _date(hit["iso_year"], hit["iso_month"], hit["iso_day"])
    if hit["dash_year"]:
        return _date(hit["dash_year"], hit["dash_month"], hit["dash_day"])
    if hit["slash_year"]:
        return _slashed(hit, month_first)
    if hit["year"]:
        return _date(hit["year"], hit["month"], hit["day"])
    if hit["short_year"]:
        short = int(hit["short_year"])
        return _date(short + (2000 if short < 70 else 1900), hit["short_month"], hit["day"])
    month = _months().get(hit["name"].replace("-\n", ""))
    return _date(hit["named_year"], month, hit["day"]) if month else None


def _slashed(hit: re.Match[str], month_first: bool | None) -> dt.date | None:
    first, second = int(hit["first"]), int(hit["second"])
    if second > 12 or (month_first and first <= 12):
        return _date(hit["slash_year"], first, second)
    if first > 12 or month_first is False or first == second:
        return _date(hit["slash_year"], second, first)
    return None


def _date(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {phrase: int(entry.value) for entry in load("months") for phrase in entry.phrases}
