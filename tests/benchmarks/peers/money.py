"""Readers of amounts: kimdocs, and what one can install or write instead. Each gives the values it finds."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reader = Callable[[str], list[Decimal]]

SCALES = {
    "t": 1000, "tsd": 1000, "tausend": 1000, "mio": 10**6, "million": 10**6, "millionen": 10**6, "mrd": 10**9,
    "milliarde": 10**9, "milliarden": 10**9,
}  # fmt: skip
NUMBER = r"-?\d+(?:[.\d]*\d)?(?:,\d+)?"
SCALE = r"(?:(T|Tsd|Tausend|Mio|Millionen?|Mrd|Milliarden?)\.?\s*)?"
AFTER = re.compile(rf"({NUMBER})(?:,-{{1,2}})?\s*{SCALE}(?:€|EUR\b|Euro\b)", re.IGNORECASE)
BEFORE = re.compile(rf"(?:€|EUR|Euro)\s+({NUMBER})", re.IGNORECASE)


def kimdocs() -> Reader:
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    def find(text: str) -> list[Decimal]:
        record = extract(read(text.encode("utf-8"), name="text.txt"))
        return [value for figure in record.figures for value in (figure.amount, figure.high) if value is not None]

    return find


def by_regex() -> Reader:
    """A regular expression with scale words; babel reads the number."""
    from babel.numbers import NumberFormatError, parse_decimal

    def number(text: str) -> Decimal | None:
        try:
            return parse_decimal(text, locale="de_DE")
        except NumberFormatError:
            return None

    def find(text: str) -> list[Decimal]:
        found = [(number(hit[1]), SCALES.get((hit[2] or "").lower(), 1)) for hit in AFTER.finditer(text)]
        found += [(number(hit[1]), 1) for hit in BEFORE.finditer(text)]
        return [value * scale for value, scale in found if value is not None]

    return find


def by_text2num() -> Reader:
    """Number words to digits, then the same regular expression."""
    from text_to_num import alpha2digit

    find = by_regex()
    return lambda text: find(alpha2digit(text, "de"))


def by_price_parser() -> Reader:
    """price-parser, on each piece of text around a sign of euro."""
    from price_parser import Price

    piece = re.compile(r"[^€]{0,24}€|.{0,24}\bEuro?\b(?:\s[\d.,]+)?", re.IGNORECASE | re.DOTALL)

    def find(text: str) -> list[Decimal]:
        prices = (Price.fromstring(hit.group()) for hit in piece.finditer(text))
        return [price.amount for price in prices if price.amount is not None]

    return find


def by_natura() -> Reader:
    """natura with its German table; a text that it cannot finish counts as one in which it finds nothing."""
    from natura import Finder

    finder = Finder(language="DE")

    def find(text: str) -> list[Decimal]:
        try:
            return [Decimal(str(money.value)) for money in finder.findall(text)]
        except (KeyError, IndexError, ValueError, TypeError):  # it ends so on some scale words ("4 Mio €")
            return []

    return find


def by_spacy_matcher() -> Reader:
    """spaCy's Matcher over plain tokens of German: number, scale word, sign; and the other way round."""
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("de")
    matcher = Matcher(nlp.vocab)
    number = {"TEXT": {"REGEX": r"^-?\d[\d.]*(,\d+|,-{1,2})?$"}}
    scale = {"LOWER": {"IN": [word + dot for word in SCALES for dot in ("", ".")]}, "OP": "?"}
    sign = {"LOWER": {"IN": ["€", "eur", "euro", "t€", "teur"]}}
    matcher.add("AMOUNT", [[number, scale, sign], [{"LOWER": {"IN": ["€", "eur"]}}, number]], greedy="LONGEST")

    def find(text: str) -> list[Decimal]:
        return [value for span in matcher(nlp(text), as_spans=True) if (value := _value([t.lower_ for t in span]))]

    return find


def _value(words: list[str]) -> Decimal | None:
    digits = next(word for word in words if any(char.isdigit() for char in word))
    scale = 1000 if {"t€", "teur"} & set(words) else 1
    for word in words:
        scale *= SCALES.get(word.rstrip("."), 1)
    try:
        return Decimal(re.sub(r",-{1,2}$", "", digits).replace(".", "").replace(",", ".")) * scale
    except InvalidOperation:
        return None


READERS = {
    "kimdocs": kimdocs,
    "spaCy Matcher": by_spacy_matcher,
    "natura": by_natura,
    "regex + babel": by_regex,
    "text2num + regex": by_text2num,
    "price-parser": by_price_parser,
}


def readers() -> Iterator[tuple[str, Reader | None]]:
    """Each reader, or None where its package is not installed."""
    for name, make in READERS.items():
        try:
            yield name, make()
        except ImportError:
            yield name, None
