"""Numbers in digits and words are read back to the value that was written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.numerals import NumberFault, number_phrase, number_word, read_digits


def grouped(whole: int, separator: str) -> str:
    return f"{whole:,}".replace(",", separator)


@given(st.integers(0, 10**12), st.integers(0, 99), st.sampled_from([".", " ", "\u00a0", "\u202f", "'"]))
def test_every_grouping_is_read_back(whole: int, cents: int, separator: str) -> None:
    value = Decimal(f"{whole}.{cents:02}")
    assert read_digits(f"{grouped(whole, separator)},{cents:02}") == value
    assert read_digits(f"-{grouped(whole, separator)},{cents:02}") == -value
    assert read_digits(grouped(whole, separator)) == whole


@given(st.integers(0, 10**9), st.sampled_from([",-", ",--", ",00", ".--", ""]))
def test_dashes_in_place_of_cents(whole: int, tail: str) -> None:
    assert read_digits(grouped(whole, ".") + tail) == whole
    assert read_digits(f"{whole}{tail}") == whole


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2,778", "2.778"),
        ("24,5", "24.5"),
        ("12.50", "12.50"),
        ("1,234.56", "1234.56"),
        ("3,126", "3.126"),
        ("0,285", "0.285"),
    ],
)
def test_decimals(written: str, value: str) -> None:
    assert read_digits(written) == Decimal(value)


@pytest.mark.parametrize(
    "written", ["77.4000", "1.00,50", "1,000", "1..2", "1.2.3", "12.34.567", "1.0000", "9" * 100, "--", "", "1,2,3"]
)
def test_what_could_be_two_numbers_is_none(written: str) -> None:
    assert isinstance(read_digits(written), NumberFault)


UNITS = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()  # noqa: SIM905


def spelled(number: int) -> str:
    if number >= 1000:
        return spelled(number // 1000) + "tausend" + (spelled(number % 1000) if number % 1000 else "")
    if number >= 100:
        return spelled(number // 100) + "hundert" + (spelled(number % 100) if number % 100 else "")
    if number < 20:
        return UNITS[number]
    return (UNITS[number % 10] + "und" if number % 10 else "") + TENS[number // 10 - 2]


@given(st.integers(0, 999_999))
def test_every_spelled_number_is_read_back(number: int) -> None:
    assert number_word(spelled(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("keine", 0),
        ("alle neun", 9),
        ("einer", 1),
        ("fünfundzwan- zigtausend", 25000),
        ("tausend", 1000),
        ("hundertundeins", 101),
    ],
)
def test_words_of_votes(words: str, number: int) -> None:
    assert number_word(words) == number


@pytest.mark.parametrize(
    "words", ["und", "alle", "einige", "mehrere", "hund", "zweite", "", "undzwanzig", "x" * 1000, "einzwanzig"]
)
def test_words_that_are_no_numbers(words: str) -> None:
    assert number_word(words) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("eine halbe", "0.5"),
        ("anderthalb", "1.5"),
        ("zweieinhalb", "2.5"),
        ("dreiviertel", "0.75"),
        ("zwölf", "12"),
        ("ein viertel", "0.25"),
    ],
)
def test_halves(words: str, number: str) -> None:
    assert number_phrase(words) == Decimal(number)
