"""German notation of numbers, amounts, posts and dates: reading from data files, strictly, and writing."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.values import Amount, Posts
from kimdocs.model.finance import Per, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable

STRAIGHT = str.maketrans(dict.fromkeys("„“”«»", '"') | dict.fromkeys("‚‘’", "'") | {"\u00a0": " "})
"""Quotation marks and blanks that Word sets → those that a template's commands are written with."""
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no document may hold."""
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?")
_SIMPLE = re.compile(r"[+-]?\d+(?:,\d+)?")
_MACHINE = re.compile(r"[+-]?\d+\.(?:\d{1,2}|\d{4,})")
_DASH_CENTS = re.compile(r",\s?(?:-|–|—){1,2}$")
_CURRENCY = re.compile(r"(?:€|Euro|EUR)", re.IGNORECASE)
_SCALED = re.compile(
    r"(?P<number>[^a-z]*\d)\s*(?:(?P<scale>Mrd|Mio|Tsd)\.?\s*(?:€|Euro|EUR)|T(?:€|EUR))", re.IGNORECASE
)
_SCALES = {"mrd": 1_000_000_000, "mio": 1_000_000, "tsd": 1_000, "t": 1_000}
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_LONG = re.compile(r"(\d{1,2})\.\s?([A-Za-zäÄ]+)\s(\d{4})")
_POSTS = re.compile(r"(.*?\d)\s*([A-Za-zÄÖÜäöüß./ -]*)", re.DOTALL)
_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
MAX_DIGITS = 15


@cache
def table() -> dict[str, Any]:
    """The table ``data/notation.toml``."""
    return tomllib.loads((files("kimdocs.drafting") / "data" / "notation.toml").read_text(encoding="utf-8"))


def parse_number(text: str, *, plain: bool = False) -> Decimal:
    """Decimal of a number as staff write it ("5.000", "1.234,56", "0,5").

    Args:
        text: The number alone.
        plain: The text stood unquoted in YAML or JSON, where a point is a decimal point: 0.5 is a half. A point before
            exactly three digits could then mean both and is refused.

    Raises:
        ValueError: It is no number, or could be read in two ways; the message is a German half-sentence.
    """
    written = " ".join(text.replace("\u202f", " ").split())
    text = _DASH_CENTS.sub("", written).replace("\u2212", "-", 1)
    plain = plain and not _DASH_CENTS.search(written)
    if len(re.sub(r"\D", "", text)) > MAX_DIGITS:
        raise ValueError("hat zu viele Ziffern")
    if plain and _GROUPED.fullmatch(text) and text.count(".") == 1 and "," not in text and " " not in text:
        raise ValueError("ist mehrdeutig (Tausenderpunkt oder Dezimalpunkt?)")
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"[. ]", "", text).replace(",", "."))
    if _SIMPLE.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if plain and _MACHINE.fullmatch(text):
        return Decimal(text)
    if re.search(r"\d", text) and not re.search(r"[^\d., +-]", text):
        raise ValueError("ist mehrdeutig oder falsch gegliedert")
    raise ValueError("ist keine Zahl")


def parse_amount(text: str, *, plain: bool = False) -> Amount:
    """Amount of a phrase ("5000", "5.000 €", "bis zu 5.000 € pro Jahr", "10.000 bis 15.000 € je Stelle und Jahr").

    Raises:
        ValueError: It is no amount of euros; the message is a German half-sentence.
    """
    rest = " ".join(text.split())
    qualifier, rest = _take_qualifier(rest)
    per, rest = _take_per(rest)
    ends = _ends(rest, qualifier)
    if ends is None:
        return Amount(_money(rest, plain=plain and rest == text.strip()), qualifier, per)
    own, first = _take_per(ends[0])
    low, high = _money(first), _money(ends[1])
    _check_range(low, high)
    if low * 1000 < high and not _CURRENCY.search(first):
        raise ValueError("ist mehrdeutig (Tausend?); nennen Sie beide Beträge mit €")
    if own not in {(), per}:
        raise ValueError("nennt für die beiden Beträge Verschiedenes, auf das sie sich beziehen")
    return Amount(low, Qualifier.RANGE, per, high)


def _money(text: str, *, plain: bool = False) -> Decimal:
    if scaled := _SCALED.fullmatch(text.strip()):
        value = parse_number(scaled["number"]) * _SCALES[(scaled["scale"] or "t").lower()]
        return Decimal(f"{value.normalize():f}")
    bare = _CURRENCY.sub("", text, count=1).strip()
    number = parse_number(bare, plain=plain and bare == text)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        raise ValueError("hat mehr als zwei Nachkommastellen")
    return number


def _ends(text: str, qualifier: Qualifier) -> tuple[str, str] | None:
    """The words for the two ends of a range; None where there is one number only."""
    for before, between in table()["range"]["forms"]:
        low, found, high = text[len(before) :].partition(between)
        if text.lower().startswith(before) and found and re.search(r"\d", low) and re.search(r"\d", high):
            if qualifier is not Qualifier.EXACT:
                raise ValueError(f"verbindet eine Spanne mit „{qualifier_phrase(qualifier)}“; eines von beiden genügt")
            return low.strip(), high.strip()
    return None


def _check_range(low: Decimal, high: Decimal) -> None:
    if not 0 <= low < high:
        raise ValueError("ist keine Spanne von einer kleineren zu einer größeren Zahl")


def parse_posts(text: str, *, plain: bool = False) -> Posts:
    """Posts of a phrase ("0,5", "0,5 Stellen", "bis zu 11 VZÄ", "2 bis 3 Stellen").

    Raises:
        ValueError: It is no number of posts; the message is a German half-sentence.
    """
    qualifier, rest = _take_qualifier(" ".join(text.split()))
    found = _POSTS.fullmatch(rest)
    if found is None:
        raise ValueError("ist keine Zahl von Stellen")
    words, unit = found.group(1), found.group(2).strip()
    ends = _ends(words, qualifier)
    if ends is not None:
        low, high = parse_number(ends[0].removesuffix(unit).strip()), parse_number(ends[1])
        _check_range(low, high)
        return Posts(low, unit or "Stellen", Qualifier.RANGE, high)
    count = parse_number(words, plain=plain and words == text.strip())
    if count < 0:
        raise ValueError("ist negativ")
    return Posts(count, unit or ("Stelle" if count == 1 else "Stellen"), qualifier)


def parse_date(text: str) -> dt.date:
    """Date of "03.11.2021", "3. November 2021" or "2021-11-03".

    Raises:
        ValueError: It is no date with a four-digit year; the message is a German half-sentence.
    """
    text = " ".join(text.split())
    day_first, long = _DAY_FIRST.fullmatch(text), _LONG.fullmatch(text)
    try:
        if day_first:
            day, month, year = (int(part) for part in day_first.groups())
            return dt.date(year, month, day)
        if long and long.group(2).lower() in _MONTHS:
            return dt.date(int(long.group(3)), _MONTHS.index(long.group(2).lower()) + 1, int(long.group(1)))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError as error:
        raise ValueError("ist kein Tag des Kalenders") from error
    raise ValueError("ist kein Datum")


def per_phrase(per: tuple[Per, ...]) -> str:
    """What an amount is counted by, in words: "pro Jahr", "je Stelle und Jahr"; empty if nothing."""
    known = [unit for unit in table()["together"]["first"] if unit in per]
    if not known:
        return ""
    if len(known) == 1:
        return str(table()["per"][known[0]][0])
    nouns = table()["together"]["noun"]
    return "je " + " und ".join(nouns[unit] for unit in known)


def ordered(per: Iterable[Per]) -> tuple[Per, ...]:
    """The units in one order, so that equal amounts are equal."""
    return tuple(sorted(set(per), key=lambda unit: (unit != Per.YEAR, unit.value)))


def qualifier_phrase(qualifier: Qualifier) -> str:
    """How firm a number is, in words: "bis zu", "ca."; empty where it is exact or a range."""
    phrases = table()["qualifier"].get(qualifier.value)
    return str(phrases[0]) if phrases else ""


def kind_phrase(kind: str) -> str:
    """German word for a kind of document."""
    return str(table()["kind"].get(kind, table()["kind"]["other"]))


def _take_qualifier(text: str) -> tuple[Qualifier, str]:
    for name, phrases in table()["qualifier"].items():
        for phrase in phrases:
            if text.lower().startswith(f"{phrase} "):
                return Qualifier(name), text[len(phrase) :].strip()
    return Qualifier.EXACT, text


@cache
def _per_phrases() -> tuple[tuple[str, tuple[Per, ...]], ...]:
    nouns, order = table()["together"]["noun"], table()["together"]["first"]
    found: list[tuple[str, tuple[Per, ...]]] = [
        (phrase.lower(), (Per(name),)) for name, phrases in table()["per"].items() for phrase in phrases
    ]
    for first in order:
        for second in order:
            if first != second:
                both: tuple[Per, ...] = tuple(sorted((Per(first), Per(second)), key=lambda p: p != Per.YEAR))
                found += [(f"{word} {nouns[first]} und {nouns[second]}".lower(), both) for word in ("je", "pro")]
    return tuple(sorted(found, key=lambda item: -len(item[0])))


@cache
def _per_ends() -> tuple[str, ...]:
    return tuple(phrase for phrase, _ in _per_phrases())


def _take_per(text: str) -> tuple[tuple[Per, ...], str]:
    taken: tuple[Per, ...] = ()
    while (lowered := text.lower()).endswith(_per_ends()):
        fitting = (found for found in _per_phrases() if lowered.endswith(found[0]) and len(text) > len(found[0]))
        phrase, units = next(fitting, ("", ()))
        if not phrase:
            break
        taken, text = units + taken, text[: -len(phrase)].strip()
    return ordered(taken), text
