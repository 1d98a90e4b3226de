"""What amounts are counted by, and rows whose sign stands before the amount; all texts are invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extraction.reading import record


def per(text):
    return [[one.value for one in figure.per] for figure in record(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je Feuerwehrmitglied werden 120 € gezahlt.", [["person"]]),
        ("Der Strom kostet 0,70 € je angefangene kWh und das Wasser 2,00 € je 50 Liter.", [["other"], ["other"]]),
        ("Die Kosten liegen bei 300 € pro Anschluss.", [["piece"]]),
        ("Der Zuschuss beträgt 61.000 EUR/VbE.", [["post"]]),
        ("Beschafft werden vier Leuchten zum Preis von je 950 €.", [["piece"]]),
        ("Beschafft wird ein Fahrzeug zu 48.000,00 EUR.", [[]]),
        ("Die Beteiligung ist auf 9.000 € im Kalenderjahr begrenzt.", [["year"]]),
        ("Er erhält 3.100 EUR jährlich.\n(2) Das Nähere regelt der Rat.", [["year"]]),
        ("Der Sockel liegt bei 400 € jährlich, der Betrag pro Mitglied auf 30 €.", [["year"], ["person"]]),
    ],
)
def test_what_an_amount_is_counted_by(text, expected):
    assert per(text) == expected


def test_signs_before_the_amounts_of_a_row():
    rows = (
        "Stühle      €    7.100,00   €         –     €   12.300,80\n"
        "Tische      €   18.300,20   €    9.840,00   €   41.200,55\n"
    )
    found = [figure.amount for figure in record(rows).figures]
    assert found == [Decimal(one) for one in ("7100.00", "12300.80", "18300.20", "9840.00", "41200.55")]


def test_a_unit_above_the_table_counts_for_every_column():
    head = "Entwicklung der Erträge (in T€):\n\nJahr     Ansatz     Ergebnis\n"
    table = head + "2029     3.900      3.846\n2030     4.100      4.212\n"
    assert [figure.amount for figure in record(table).figures] == [3900000, 3846000, 4100000, 4212000]


def test_posts_in_the_short_form_of_the_east():
    assert [post.count for post in record("Der Träger erhält mindestens 1,5 VbE.").staffing] == [Decimal("1.5")]
