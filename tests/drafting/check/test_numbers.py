"""Arithmetic of the rules, over many numbers: what is right is never flagged, what is wrong always."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

import kimdocs
from kimdocs.drafting.check.rules.numbers import cell_value, shown
from kimdocs.drafting.check.rules.words import number_of
from kimdocs.drafting.check.run import check
from kimdocs.drafting.wording import euro_words

EUROS = st.integers(1_000, 900_000)


def codes(text):
    source = kimdocs.read(text.encode(), name="x.txt")
    return [finding.code for finding in check(kimdocs.extract(source), source)]


def money(value):
    return f"{value:,}".replace(",", ".")


@given(st.integers(0, 999_999_999))
def test_number_words_are_read(number):
    assert number_of(num2words(number, lang="de")) == number


@pytest.mark.parametrize(
    "word", ["", "teilweise", "hundertfach", "und", "zweitausendtausend", "einundhundert", "Stellen"]
)
def test_other_words_are_no_numbers(word):
    assert number_of(word) is None


@given(EUROS, st.integers(1, 999))
def test_words_against_digits(amount, slip):
    right = f"Die Gemeinde zahlt {money(amount)} € (in Worten: {euro_words(Decimal(amount))})."
    wrong = f"Die Gemeinde zahlt {money(amount)} € (in Worten: {euro_words(Decimal(amount + slip))})."
    assert codes(right) == []
    assert codes(wrong) == ["words-against-digits"]


@given(st.lists(st.tuples(EUROS, EUROS), min_size=2, max_size=6), st.integers(10, 999))
def test_totals_of_tables(rows, slip):
    head = "Haushaltsjahr\tErträge\tAufwendungen\n"
    body = "".join(f"{2026 + number}\t{money(a)}\t{money(b)}\n" for number, (a, b) in enumerate(rows))
    income, costs = (sum(column) for column in zip(*rows, strict=True))
    assert codes(f"{head}{body}Summe\t{money(income)}\t{money(costs)}\n") == []
    assert codes(f"{head}{body}Summe\t{money(income)}\t{money(income + costs + slip)}\n") == ["total-does-not-add-up"]


@given(EUROS, st.integers(10, 40))
def test_resolution_against_finance(amount, percent):
    other = amount + amount * percent // 100 + 1
    paper = (
        "Beschlussvorlage\n\nBeschlussvorschlag:\nFür das Freibad werden {} € bereitgestellt.\n\n"
        "Finanzielle Auswirkungen:\n{} € im Haushaltsjahr 2026\n"
    )
    assert codes(paper.format(money(amount), money(amount))) == []
    assert codes(paper.format(money(amount), money(other))) == ["resolution-against-finance"]
    assert codes(paper.format(f"bis zu {money(other)}", money(amount))) == []


@given(st.integers(2, 40), st.integers(30_000, 80_000), st.integers(1, 12), st.integers(1_000, 9_000))
def test_products(halves, rate, months, slip):
    posts = shown(Decimal(halves) / 2)
    result = Decimal(halves * rate * months * 10 // 24) / 10
    right = f"Die Förderung beträgt {posts} VZÄ × {money(rate)} € × {months}/12 = "
    assert codes(f"{right}{shown(result.quantize(Decimal(1)))} €.") in ([], ["product-is-wrong"])
    assert codes(f"{right}{shown((result + slip).quantize(Decimal(1)))} €.") == ["product-is-wrong"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.000 €", 5000), ("1.234,50", Decimal("1234.5")), ("–", 0), ("-2.500 EUR", -2500),
        ("0,5 Stellen", Decimal("0.5")),
        ("5.000,-- €", 5000), ("bis zu 5.000 € pro Jahr", 5000), ("ca. 5.000 €", None), ("5.00 €", None),
        ("1.000 bis 2.000", None), ("33 %", None), ("", None), ("01.02.2026", None),
    ],
)  # fmt: skip
def test_cells(text, value):
    assert cell_value(text) == value
