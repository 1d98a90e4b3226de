"""An amount is never told in another currency than the one beside it, or than the only one of its document."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.figures.figure import figures
from kimdocs.extraction.segment import segment
from kimdocs.model.source import SourceDocument

HEAD = "Gemeinde Auental\nVorlage 3/1999\n\nFinanzielle Auswirkungen:\n\n"
CURRENCIES = {"DM": "DEM", "CHF": "CHF", "SFr.": "CHF", "US-Dollar": "USD", "US-$": "USD", "ÖS": "ATS", "GBP": "GBP"}
NUMBERS = {"62.500,--": "62500", "62.500,00": "62500", "62.500": "62500", "1.250,50": "1250.5", "900,--": "900"}
GAPS = [" ", "  ", "    ", "\t", " \t ", ": ", ":\t", " | ", "\n", "  \n "]
FORMS = [
    "Grunderwerb   {currency}{gap}{number}\n",
    "Die Kosten betragen {currency}{gap}{number}.\n",
    "Summe {number}{gap}{currency}\n",
    "Summe     {number}{gap}{currency}\nWeg    {number}{gap}{currency}\n",
    "| Bau | {currency}{gap}{number} |\n",
]


def told(text: str) -> list[tuple[Decimal, str]]:
    source = SourceDocument("sha256:0", "probe.txt", "text/plain", HEAD + text)
    return [(figure.amount, figure.currency) for figure in figures(segment(source))]


@given(st.sampled_from(FORMS), st.sampled_from(list(CURRENCIES)), st.sampled_from(GAPS), st.sampled_from(list(NUMBERS)))
def test_no_amount_is_told_in_another_currency(form, currency, gap, number):
    found = told(form.format(currency=currency, gap=gap, number=number))
    assert set(found) <= {(Decimal(NUMBERS[number]), CURRENCIES[currency])}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("gap", GAPS)
def test_reichsmarks_have_no_code_and_are_left_out(form, gap):
    assert told(form.format(currency="RM", gap=gap, number="62.500,--")) == []


def test_a_member_of_the_council_is_no_currency():
    assert told("Bank      900,--\nRM Anders fragt nach dem Weg.\n") == [(Decimal(900), "EUR")]


def test_a_document_with_one_currency_means_it_everywhere():
    assert told("Der Weg kostet 14.900 DM.\n\nBrunnen      1.800,--\nBank           900,--\n") == [
        (Decimal(14900), "DEM"),
        (Decimal(1800), "DEM"),
        (Decimal(900), "DEM"),
    ]


def test_beside_euros_what_has_no_sign_is_euro():
    assert told("Früher kostete der Weg 14.900 DM, heute 8.000 €.\n\nBrunnen      1.800,--\n")[-1] == (
        Decimal(1800),
        "EUR",
    )


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Der Bau kostet Mio. € 2,4.", [2400000]),
        ("Der Bau kostet Tsd. Euro 310.", [310000]),
        ("Der Bau kostet 2,4 Mio. € bei 310 Plätzen.", [2400000]),
        ("Der Bau kostet 3 Tsd. € 4.000 € davon trägt das Land.", [3000, 4000]),
    ],
)
def test_a_multiplier_before_the_currency_is_that_of_the_number_behind(text, amounts):
    assert told(text) == [(Decimal(amount), "EUR") for amount in amounts]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Saldo EUR 1.250,00-\nRest € 12,50-\n", ["-1250", "-12.5"]),
        ("Miete EUR 12,50-\n15,00 im Monat\n", ["12.5"]),
        ("Miete EUR 1.250,-\n", ["1250"]),
    ],
)
def test_a_minus_behind_the_cents_of_a_ledger(text, amounts):
    assert told(text)[: len(amounts)] == [(Decimal(amount), "EUR") for amount in amounts]
