"""German numbers, amounts and dates of data files: read strictly, or refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.drafting import filters, wording
from kimdocs.drafting.notation import parse_amount, parse_date, parse_number, parse_posts
from kimdocs.drafting.values import Amount, Posts
from kimdocs.model.finance import Per, Qualifier

CENTS = st.decimals(-(10**11), 10**11, places=2, allow_nan=False)
UNITS = st.lists(st.sampled_from([Per.YEAR, Per.MONTH, Per.POST, Per.PERSON]), max_size=2, unique=True)


@given(CENTS)
def test_what_is_written_is_read_back(value):
    assert parse_number(wording.euro(value).removesuffix("€")) == value


@given(CENTS, st.sampled_from([q for q in Qualifier if q is not Qualifier.RANGE]), UNITS)
def test_phrases_are_read_back(value, qualifier, units):
    order = tuple(sorted(units, key=lambda unit: (unit != Per.YEAR, unit.value)))
    amount = Amount(value, qualifier, order)
    assert parse_amount(wording.amount(amount)) == amount


ENDS = st.lists(st.decimals(0, 10**9, places=2), min_size=2, max_size=2, unique=True).map(sorted)


@given(ENDS, UNITS)
def test_ranges_are_read_back(ends, units):
    order = tuple(sorted(units, key=lambda unit: (unit != Per.YEAR, unit.value)))
    amount = Amount(ends[0], Qualifier.RANGE, order, ends[1])
    assert parse_amount(wording.amount(amount)) == amount
    posts = Posts(ends[0], "VZÄ", Qualifier.RANGE, ends[1])
    assert parse_posts(wording.posts(posts)) == posts


@pytest.mark.parametrize(
    "text",
    [
        "10.000 € bis 15.000 €", "10.000 bis 15.000 €", "10.000 bis 15.000", "von 10.000 bis 15.000 Euro",
        "zwischen 10.000 € und 15.000 €", "10.000 – 15.000 €", "10.000–15.000 €", "10.000,– bis 15.000,– €",
    ],
)  # fmt: skip
def test_ranges_as_staff_write_them(text):
    assert parse_amount(text) == Amount(Decimal(10000), Qualifier.RANGE, (), Decimal(15000))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("15.000 bis 10.000 €", "keine Spanne"), ("5 € bis 5 €", "keine Spanne"), ("-5 € bis 5 €", "keine Spanne"),
        ("ca. 5 € bis 10 €", "verbindet eine Spanne mit „ca.“"), ("10 bis 15.000 €", "mehrdeutig"),
        ("10 € je m² bis 12 € je Stelle", "Verschiedenes"), ("10.000 und 15.000 €", "keine Zahl"),
        ("10.000 - 15.000 €", "mehrdeutig"), ("1 bis 2 bis 3 €", "keine Zahl"), ("5,000.00 bis 6 €", "mehrdeutig"),
    ],
)  # fmt: skip
def test_ranges_that_could_mean_two_things_are_refused(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse_amount(text)


@pytest.mark.parametrize("text", ["2 bis 3 Stellen", "2 Stellen bis 3 Stellen", "zwischen 2 und 3 Stellen", "2–3"])
def test_ranges_of_posts(text):
    assert parse_posts(text) == Posts(Decimal(2), "Stellen", Qualifier.RANGE, Decimal(3))


def test_filters_print_both_ends_of_a_range():
    amount, posts = parse_amount("10.000 bis 15.000 €"), parse_posts("2 bis 3 Stellen")
    assert filters.euro(amount) == "10.000\u00a0€ bis 15.000\u00a0€"
    assert filters.euro_worte(amount) == "zehntausend Euro bis fünfzehntausend Euro"
    assert filters.zahl(posts) == "2 bis 3"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5000", "5000"), ("5.000", "5000"), ("1.234.567,89", "1234567.89"), ("0,5", "0.5"), ("600.000,-", "600000"),
        ("600.000,– €", "600000"), ("17 850,00 EUR", "17850"), ("-3.000 Euro", "-3000"), ("1\u00a0000 €", "1000"),
        ("−3.000 €", "-3000"), ("1,5 Mio. €", "1500000"), ("70 T€", "70000"), ("2,25 Mio Euro", "2250000"),
        ("bis zu 850 TEUR", "850000"), ("12 Tsd. EUR", "12000"),
    ],
)  # fmt: skip
def test_amounts_as_staff_write_them(text, value):
    assert parse_amount(text).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["5,000.00", "1.5", "1.23.456", "77.4000", "abc", "", "5,000", "1e9", "²", "5 €€", "9" * 30, "1,5 Mio.", "3 T"],
)
def test_ambiguous_or_wrong_amounts_are_refused(text):
    with pytest.raises(ValueError, match=r"ist|hat"):
        parse_amount(text)


def test_a_dash_for_cents_leaves_no_doubt_about_an_unquoted_point():
    assert parse_number("70.000,-", plain=True) == parse_amount("70.000,–", plain=True).value == 70000


def test_an_unquoted_point_before_three_digits_could_mean_both():
    assert parse_number("0.5", plain=True) == Decimal("0.5")
    with pytest.raises(ValueError, match="mehrdeutig"):
        parse_number("5.000", plain=True)


@pytest.mark.parametrize("text", ["03.11.2021", "3.11.2021", "3. November 2021", "2021-11-03"])
def test_dates(text):
    assert parse_date(text) == dt.date(2021, 11, 3)


@pytest.mark.parametrize("text", ["03.11.21", "31.02.2021", "11/03/2021", "2021-11-3", "morgen"])
def test_wrong_dates_are_refused(text):
    with pytest.raises(ValueError, match="ist kein"):
        parse_date(text)


def test_posts():
    assert parse_posts("bis zu 11 VZÄ").qualifier is Qualifier.UP_TO
    assert parse_posts("0,5").unit == "Stellen"
    with pytest.raises(ValueError, match="negativ"):
        parse_posts("-1")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("5000", "fünftausend Euro"), ("1", "ein Euro"), ("101", "einhundertein Euro"), ("0", "null Euro"),
        ("1234.50", "eintausendzweihundertvierunddreißig Euro und fünfzig Cent"), ("-2", "minus zwei Euro"),
    ],
)  # fmt: skip
def test_euro_in_words(amount, words):
    assert wording.euro_words(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("amount", "text"), [("2.345", "2,35 €"), ("2.335", "2,34 €"), ("-0.005", "−0,01 €"), ("-0.001", "0 €")]
)
def test_rounding_is_half_up(amount, text):
    assert wording.euro(Decimal(amount)) == text.replace(" ", "\u00a0")
