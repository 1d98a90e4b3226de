"""A row of units tells which columns are money where more names stand above it; the year of a date is no amount."""

import pytest

import kimdocs


def amounts(text: str) -> list[str]:
    record = kimdocs.extract(kimdocs.read(text.encode(), name="vorlage.txt"))
    return [str(figure.amount) for figure in record.figures]


HEAD = """
Los    Gewerk                    Bestbietender               Angebot             Schätzung            Angebote
                                                             EUR                 EUR
"""


def test_a_column_of_counts_right_of_the_units_is_no_money():
    rows = """L-1    Trockenbau                Muster Innenausbau          114.380,22          98.000,00            6
L-2    Estrich                   Beispiel Boden KG           88.412,50           91.000,00            4
L-3    Sonnenschutz              Probe GmbH                  17.004,00           22.500,00            9
"""
    assert amounts(HEAD + rows) == ["114380.22", "98000.00", "88412.50", "91000.00", "17004.00", "22500.00"]


def test_units_that_stand_below_no_single_name_are_those_of_the_last_columns():
    table = """
Verein                      Antrag    Vorschlag
                              EUR         EUR
Chor Musterau             1.200       900
Spielmannszug Probe       2.400       2.000
"""
    assert amounts(table) == ["1200", "900", "2400", "2000"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Hundesteuer wird vom 1. Januar 1979 auf 60 DM angehoben.", ["60"]),
        ("Die Gebühr wird zum 1. Oktober 1978 bzw. 75 DM ab Januar festgesetzt.", ["75"]),
        ("Die Miete steigt zum Januar von 300 auf 360 Euro.", ["300", "360"]),
    ],
)
def test_the_year_behind_a_month_shares_no_currency(text, told):
    assert amounts(text) == told
