"""Holidays of the Länder."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.drafting.check.catalogue import table
from kimdocs.drafting.check.rules.consultations import easter, holidays

KNOWN = [
    *("1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2024-03-31"),
    *("2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18", "2285-03-22"),
]


@pytest.mark.parametrize("day", KNOWN)
def test_easter(day):
    known = dt.date.fromisoformat(day)
    assert easter(known.year) == known


@given(st.integers(1900, 2400))
def test_easter_is_a_sunday_in_spring(year):
    assert easter(year).weekday() == 6
    assert dt.date(year, 3, 22) <= easter(year) <= dt.date(year, 4, 25)


@pytest.mark.parametrize(
    ("day", "land", "name"),
    [
        ("2026-10-03", None, "Tag der Deutschen Einheit"),
        ("2026-06-04", "NW", "Fronleichnam"),
        ("2026-06-04", "NI", None),
        ("2026-06-04", None, None),
        ("2026-10-31", "NI", "Reformationstag"),
        ("2016-10-31", "NI", None),
        ("2026-11-18", "SN", "Buß- und Bettag"),
        ("2023-11-22", "SN", "Buß- und Bettag"),
        ("2022-11-16", "SN", "Buß- und Bettag"),
        ("2026-08-15", "SL", "Mariä Himmelfahrt"),
    ],
)
def test_holidays(day, land, name):
    date = dt.date.fromisoformat(day)
    assert holidays(date.year, land).get(date) == name


@pytest.mark.parametrize("land", [None, *table("laender")])
def test_every_land_has_the_nine_of_the_whole_country(land):
    assert set(holidays(2026, None)) <= set(holidays(2026, land))
    assert len(holidays(2026, None)) == 9
