"""Computed figures: exact, rounded once, with formula and origins."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.drafting.costs import Input, Product, cents, difference, parse_share, total
from kimdocs.drafting.values import Amount, Posts
from kimdocs.model.finance import Per, Qualifier
from kimdocs.model.provenance import Entered

TYPED = Entered(by="Test")
RATE = Amount(Decimal(55000), per=(Per.YEAR, Per.POST))


def test_the_formula_reads_as_staff_would_write_it():
    rate = Amount(Decimal(10000), per=(Per.YEAR, Per.POST))
    value, origin = Product(Input(rate, TYPED), Input(Posts(Decimal("0.5")), TYPED)).result()
    assert (value.value, value.per) == (5000, (Per.YEAR,))
    assert origin.formula.replace("\u00a0", " ") == "0,5 Stellen × 10.000 € je Stelle und Jahr = 5.000 € pro Jahr"


def test_months_and_share_are_exact_until_the_end():
    product = Product(
        Input(RATE, TYPED), Input(Posts(Decimal("0.5")), TYPED), Input(Decimal(8), TYPED), Input(Fraction(1, 3), TYPED)
    )
    value, origin = product.result()
    assert value == Amount(Decimal("6111.11"))
    assert "× 8/12 × 1/3 = 6.111,11" in origin.formula
    assert "gerundet" in origin.formula


@pytest.mark.parametrize(
    ("posts", "rate", "result"),
    [
        (Qualifier.EXACT, Qualifier.EXACT, Qualifier.EXACT),
        (Qualifier.ABOUT, Qualifier.EXACT, Qualifier.ABOUT),
        (Qualifier.UP_TO, Qualifier.UP_TO, Qualifier.UP_TO),
        (Qualifier.UP_TO, Qualifier.ABOUT, Qualifier.ABOUT),
    ],
)
def test_the_result_is_no_firmer_than_its_inputs(posts, rate, result):
    amount = Amount(Decimal(100), rate, (Per.POST,))
    value, _ = Product(Input(amount, TYPED), Input(Posts(Decimal(2), qualifier=posts), TYPED)).result()
    assert value.qualifier is result


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=8))
def test_sums_are_exact(numbers):
    value, origin = total([(Amount(number), TYPED) for number in numbers])
    assert value.value == sum(numbers)
    assert len(origin.inputs) == len(numbers)


@given(st.fractions(-(10**6), 10**6))
def test_rounding_to_cents_is_the_nearest(exact):
    assert abs(Fraction(cents(exact)) - exact) <= Fraction(1, 200)


def test_nothing_is_made_of_ranges_or_other_currencies():
    range_ = Amount(Decimal(1), high=Decimal(2))
    for inputs in ([(range_, TYPED)], [], [(Amount(Decimal(1)), TYPED), (Amount(Decimal(1), currency="USD"), TYPED)]):
        with pytest.raises(ValueError, match="braucht"):
            total(inputs)
    with pytest.raises(ValueError, match="braucht"):
        difference([(range_, TYPED), (range_, TYPED)])


@pytest.mark.parametrize(
    ("text", "share"), [("1/3", Fraction(1, 3)), ("50 %", Fraction(1, 2)), ("0,25", Fraction(1, 4))]
)
def test_shares(text, share):
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["3/2", "150 %", "1/0", "halb"])
def test_wrong_shares_are_refused(text):
    with pytest.raises(ValueError, match="ist"):
        parse_share(text)
