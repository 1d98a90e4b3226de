"""Dates: every written form comes back, and digits glued to others are no date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.context import Context
from kimdocs.extraction.recognise.date import find_dates, month_comes_first, parse_date
from kimdocs.lexicon import load
from kimdocs.lexicon.fold import fold
from kimdocs.model.source import SourceDocument

MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
FORMS = (
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day}. {d.month}. {d.year}",
    lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02}.{MONTHS[d.month - 1]} {d.year}",
    lambda d: f"Donnerstag, dem {d.day}. {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"am Dienstag, den {d.day:02}.{d.month:02}.{d.year}",
    lambda d: d.isoformat(),
)


def context(text):
    return Context(SourceDocument("sha256:0", "a.txt", "text/plain", text), fold(text), ())


def found(text, **options):
    return [
        (date.isoformat(), text[start:end]) for date, start, end in find_dates(context(text), 0, len(text), **options)
    ]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_form_round_trips(date, form):
    written = form(date)
    assert parse_date(written) == date
    text = f"Die Sitzung war ({written}), so das Protokoll."
    assert [hit[0] for hit in found(text)] == [date.isoformat()]


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_years_of_two_digits_are_1970_to_2069(date):
    assert parse_date(f"{date:%d.%m.%y}") == date


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["1", "7.", "36.50.", "12,"]))
def test_no_date_out_of_digits_glued_to_others(date, before):
    assert found(f"Konto {before}{date:%d.%m.%Y}") == []
    assert found(f"Konto {date:%d.%m.%Y}{before[0]}") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("16./17./18.12.2031", "2031-12-16"),
        ("03/.04.03.2031", "2031-03-03"),
        ("12. und 13. Mai 2031", "2031-05-12"),
        ("5.-7. Mai 2031", "2031-05-05"),
        ("21. Dezember\n2031", "2031-12-21"),
        ("21. Dezem-\nber 2031", "2031-12-21"),
        ("24. Dez. 2031", "2031-12-24"),
        ("04/25/2031", "2031-04-25"),
        ("25/04/2031", "2031-04-25"),
    ],
)
def test_forms_of_real_papers(text, date):
    assert found(f"vom {text} an") == [(date, text)]


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2031",
        "1.500.36.50.01.01.81",
        "Aktenzeichen 11.10.20",
        "§ 3.4.05",
        "Nr. 11.10.12",
        "04/05/2031",
        "99.12.2031",
    ],
)
def test_what_only_looks_like_a_date(text):
    assert found(text) == []


def test_a_doubtful_date_with_slashes_counts_only_if_the_document_tells_its_order():
    text = "Erlbach, 04/05/2031, zuletzt 04/25/2031"
    order = month_comes_first(context(text), 0, len(text))
    assert order is True
    assert [date for date, _ in found(text, month_first=order)] == ["2031-04-05", "2031-04-25"]
    assert parse_date("04/05/2031") is None
    assert parse_date("04/05/2031", month_first=False) == dt.date(2031, 5, 4)


def test_all_months_are_in_the_lexicon():
    assert sorted(int(entry.value) for entry in load("months")) == list(range(1, 13))
