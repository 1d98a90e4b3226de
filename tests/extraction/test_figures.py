"""Amounts of money: every notation is read to its value, and what is no money stays out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.figures.figure import figures, malformed_amounts
from kimdocs.model.finance import Qualifier
from tests.extraction.reading import context, figures_of


def amounts(text: str) -> list[Decimal]:
    return [figure.amount for figure in figures_of(text)]


def grouped(whole: int, separator: str) -> str:
    return f"{whole:,}".replace(",", separator)


NOTATIONS = {
    "dots and cents": lambda w, c: f"{grouped(w, '.')},{c:02} €",
    "no dots": lambda w, c: f"{w},{c:02} EUR",
    "no-break spaces": lambda w, c: f"{grouped(w, chr(0xA0))},{c:02}{chr(0xA0)}€",
    "narrow spaces": lambda w, c: f"{grouped(w, chr(0x202F))},{c:02} €",
    "plain spaces": lambda w, c: f"{grouped(w, ' ')},{c:02} Euro",
    "touching": lambda w, c: f"{grouped(w, '.')},{c:02}€",
    "sign before": lambda w, c: f"EUR {grouped(w, '.')},{c:02}",
    "sign before, touching": lambda w, c: f"€{grouped(w, '.')},{c:02}",
    "line end between": lambda w, c: f"{grouped(w, '.')},{c:02}\n€",
    "letter-spaced": lambda w, c: " ".join(f"{grouped(w, '.')},{c:02}") + " €",
}
ROUND = {
    "dash": lambda w: f"{grouped(w, '.')},- €",
    "two dashes": lambda w: f"{grouped(w, '.')},-- Euro",
    "en dash": lambda w: f"{grouped(w, '.')},– €",
    "point and dash": lambda w: f"{grouped(w, '.')}.- €",
    "bare": lambda w: f"{grouped(w, '.')} €",
}


@pytest.mark.parametrize("notation", NOTATIONS)
@given(whole=st.integers(0, 10**9), cents=st.integers(0, 99))
def test_every_notation_with_cents_is_read_back(notation: str, whole: int, cents: int) -> None:
    assume(notation != "letter-spaced" or whole >= 10)
    assert amounts(f"Es werden {NOTATIONS[notation](whole, cents)} gezahlt.") == [Decimal(f"{whole}.{cents:02}")]


@pytest.mark.parametrize("notation", ROUND)
@given(whole=st.integers(0, 10**9))
def test_every_notation_without_cents_is_read_back(notation: str, whole: int) -> None:
    assert amounts(f"Kosten von {ROUND[notation](whole)} entstehen.") == [Decimal(whole)]


@given(st.integers(0, 9999), st.integers(0, 999), st.sampled_from(["Mio. €", "Millionen Euro", "Mio EUR", "Mio.€"]))
def test_millions_are_multiplied(whole: int, part: int, unit: str) -> None:
    assert amounts(f"Dafür stehen {whole},{part:03} {unit} bereit.") == [Decimal(whole * 1000 + part) * 1000]


WORDS = [
    "der",
    "Rat",
    "beschließt",
    "am",
    "Montag",
    "die",
    "Vorlage",
    "Straße",
    "und",
    "Sitzung",
    "nach",
    "dem",
    "Antrag",
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(SENTENCES, SENTENCES, st.integers(1, 10**8))
def test_text_around_never_changes_the_amount(before: str, after: str, whole: int) -> None:
    assert amounts(f"{before} {grouped(whole, '.')},50 € {after}") == [Decimal(f"{whole}.50")]


@given(st.text(max_size=200))
def test_evidence_is_the_text_and_order_is_kept(text: str) -> None:
    found = figures_of(text + " 5.000 € " + text)
    starts = [figure.evidence[0].start for figure in found]
    assert starts == sorted(starts)
    for figure in found:
        evidence = figure.evidence[0]
        assert (text + " 5.000 € " + text)[evidence.start : evidence.end] == evidence.quote


@given(st.text(alphabet="0123456789.,'-+ \n\t|€EURTMio()/xbis", max_size=120))
def test_no_run_of_digits_and_signs_breaks_it(text: str) -> None:
    for figure in figures_of(text):
        assert figure.amount.is_finite()
        assert figure.high is None or figure.high > figure.amount


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("120 TEUR", ["120000"]),
        ("3 T€ und 15 T EUR", ["3000", "15000"]),
        ("TEUR 19", ["19000"]),
        ("250 Tsd. Euro", ["250000"]),
        ("1,1 Mrd. €", ["1100000000"]),
        ("EUR 2,4 Mio.", ["2400000"]),
        ("für 2024 125.000 €", ["125000"]),
        ("im Jahr 2020 € 500,00", ["500.00"]),
        ("fünftausend Euro", ["5000"]),
        ("fünfundzwan-\nzigtausend Euro", ["25000"]),
        ("eine halbe Million Euro", ["500000"]),
        ("zweieinhalb Millionen Euro", ["2500000"]),
        ("mehrere tausend Euro", []),
        ("24,5 Cent/kWh", ["0.245"]),
        ("5.000 US-Dollar und CHF 1'200.50", ["5000", "1200.50"]),
        ("100.000 DM", ["100000"]),
        ("3 x 55.000 € = 165.000 €", ["55000", "165000"]),
        ("115.000 bzw. 109.000 Euro", ["115000", "109000"]),
        ("von 300 auf 350 €", ["300", "350"]),
        ("Haushaltsansatz 2017:0,00 €", ["0.00"]),
        ("Fr. 12'500.–", ["12500"]),
        ("2,778 Mio. €", ["2778000"]),
        ("1,000 Mio. €", ["1000000"]),
        ("25.000,00 (in Worten: fünfundzwanzigtausend) Euro", ["25000.00"]),
        ("12.500, 00 €", ["12500.00"]),
        ("im Produkt 050 331 010 stehen 5.000 € bereit", ["5000"]),
        ("Konto 531 800 €", ["800"]),
        ("§ 7 Nr. 2 500 €", ["500"]),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert amounts(text) == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Abweichung von -3.000 Euro", "-3000"),
        ("Abweichung von - 3.000 Euro", "-3000"),
        ("Minderertrag ./. 45.000 €", "-45000"),
        ("Summe\t- 45.000 €", "-45000"),
        ("Saldo 1.250,00- €", "-1250"),
        ("Saldo 1.250,00 €-", "-1250"),
        ("Saldo −300 €", "-300"),
        ("Ergebnishaushalt-28.000 Euro", "-28000"),
        ("Los 1 - 4.000 €", "4000"),
        ("Bauhof – 4.000 €", "4000"),
        ("- 500 € für Blumen\n- Zuschuss für den Verein", "500"),
        ("Pflege 500,- €", "500"),
    ],
)
def test_signs(text: str, value: str) -> None:
    assert amounts(text) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5 - 10 Mio. €", "5000000", "10000000"),
        ("500.000 - 1 Mio. €", "500000", "1000000"),
        ("10–15 T€ pro Maßnahme", "10000", "15000"),
        ("zwischen 3.000 und 4.000 €", "3000", "4000"),
        ("zwischen 3.000 € und 4.000 €", "3000", "4000"),
        ("von 10.000 bis 20.000 €", "10000", "20000"),
        ("von 4.300.000 Euro bis hin zu 8.300.000 Euro", "4300000", "8300000"),
        ("EUR 5.000 bis EUR 6.000", "5000", "6000"),
        ("ca. 3500 – 4000 Euro", "3500", "4000"),
    ],
)
def test_ranges(text: str, low: str, high: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.amount, figure.high, figure.qualifier) == (Decimal(low), Decimal(high), Qualifier.RANGE)


@pytest.mark.parametrize(
    "text",
    [
        "die 5-Euro-Gebühr",
        "im Euro-Raum mit 20 Staaten",
        "ein 500-€-Ticket",
        "der Amateur Nr. 5 in Europa 2024",
        "Euro 5 Norm für 12 Busse",
        "UEFA Euro 2024",
        "Ansatz in € 2024 2025",
        "Rückfragen unter 04731/18-9402",
        "am 09.09.2020 (SV-9-1769)",
        "Konto 531800, Produkt 05.03.01, 75 %, § 3 Abs. 2",
        "auf 1.250 m² entstehen 24 Wohneinheiten",
        "der Ingenieur hat 3.000 Seiten",
    ],
)
def test_what_is_no_money_stays_out(text: str) -> None:
    assert figures_of(text) == ()


@pytest.mark.parametrize("written", ["77.4000 €", "1.00,50 €", "12.5000,00 €", "1,000 €"])
def test_malformed_amounts_become_issues(written: str) -> None:
    probe = context(f"Die Kosten betragen {written} im Jahr.")
    assert figures(probe) == ()
    (issue,) = malformed_amounts(probe)
    assert issue.code == "malformed-amount"
    assert issue.evidence[0].quote == written


def test_numbers_that_can_be_told_raise_no_issue() -> None:
    assert (
        malformed_amounts(context("Am 31.12.2023 waren 5.000 € und 12,50 € auf Konto 05.03.01.531800 verbucht.")) == ()
    )
