"""Units of tables that more stands behind, and numbers left open where a multiplied unit was not understood."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extraction.reading import figures_of

TABLE = (
    "Bezeichnung                               Ansatz        Prognose      Abweichung\n"
    "Schlüsselzuweisungen                      41.250         41.980           + 730\n"
    "Personal                                  37.045         37.460         ./. 415\n"
)


@pytest.mark.parametrize(
    "caption",
    [
        "Wesentliche Abweichungen (in T€; + = Verbesserung, ./. = Verschlechterung):",
        "Abweichungen in TEUR, gerundet:",
        "Die folgenden Beträge sind in T€ angegeben.",
        "Werte in 1.000 €, Stand 30.06.",
        "in T€ (Stand: 30.06.2031)",
    ],
)
def test_a_remark_behind_the_unit_leaves_it_the_unit(caption):
    found = [figure.amount for figure in figures_of(f"{caption}\n\n{TABLE}")]
    assert found == [Decimal(number) * 1000 for number in (41250, 41980, 730, 37045, 37460, -415)]


def test_numbers_below_a_multiplied_unit_that_nobody_understands_are_no_euros():
    assert not figures_of(f"Alle hier genannten Zahlen sind in T€ bis auf die der letzten Zeile\n\n{TABLE}")


@pytest.mark.parametrize(
    ("text", "per"),
    [("310,00 €/mtl.", "month"), ("8.000 € je Stellplatz", "piece"), ("250 € pro Fachkraft", "person")],
)
def test_what_an_amount_is_counted_by(text, per):
    assert [figure.per for figure in figures_of(text)] == [(per,)]
