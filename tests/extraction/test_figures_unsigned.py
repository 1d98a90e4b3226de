"""Amounts whose sign stands in a cell of its own or nowhere: cells, budgets, multipliers; and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kimdocs.extraction.recognise.staffing import staffing
from kimdocs.model.finance import Qualifier
from tests.extraction.reading import context, figures_of


def amounts(text):
    return [int(figure.amount) for figure in figures_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "| Kosten der Anschaffung: | 47.300,00 | € |",
        "Kosten der Anschaffung: |\n47.300,00 |\n€ |\nBuchungsstelle |",
        "Kosten der Anschaffung\n\n47.300\n\n€\n\nnein",
        "Kosten der Anschaffung\t47.300,00_EUR",
        "|\nKosten\n|\n47.300,00\n|\n€\n|\n",
    ],
)
def test_the_sign_may_have_a_cell_of_its_own(text):
    assert amounts(text) == [47300]
    (found,) = figures_of(text)
    assert text[found.evidence[0].start : found.evidence[0].end] == found.evidence[0].quote


def test_a_sign_with_a_number_behind_it_is_not_that_of_the_cell_before():
    assert amounts("| 2.700 | € 350 |") == [350]


def test_a_sign_that_heads_a_column_below_another_cell_makes_no_amount_of_it():
    assert amounts("Jahr\n\n2031\n\n€\n\nnein") == []


def test_the_year_of_a_column_is_no_amount():
    assert amounts("Ansatz 2031 €\tAnsatz 2032 €\nMiete\t12.400\t13.900") == [12400, 13900]
    assert amounts("Nr. Ertrags- und Aufwandsarten 2031 € 1 Steuern") == []
    assert amounts("Der Zaun kostet 2031 €.") == [2031]


def test_numbers_below_the_clauses_of_a_budget_are_amounts_of_each_year():
    text = (
        "Der Wirtschaftsplan wird festgesetzt mit\n2031\n2032\nBetriebserträgen von\n4.310.000\n4.402.500\n"
        "Sachaufwendungen (Anlage 2) von jeweils\n\n3.950.100\n\n\n4.001.200\n"
        "Der Höchstbetrag der Kassenkredite wird festgelegt auf\n700.000\n"
    )
    assert amounts(text) == [4310000, 4402500, 3950100, 4001200, 700000]
    assert [figure.qualifier for figure in figures_of(text)][-1] is Qualifier.UP_TO


def test_numbers_below_a_header_are_not_led_in():
    assert amounts("Einnahmen\nBesucher\n12.300\n13.400") == []
    assert amounts("Im Gemeindegebiet leben\n12.300\nMenschen") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Ansatz für Spielgeräte sinkt von 80 Tausend auf 60 Tausend.", [80000, 60000]),
        ("Die Planungskosten des Stegs liegen bei rund 3 Mio und sind zu hoch.", [3000000]),
        ("Mittel i. H. v. 45 Tausend sind einzuplanen.", [45000]),
        ("Kosten der Halle: 7 Mio, davon 2 Mio Eigenmittel.", [7000000, 2000000]),
        ("Das Haushaltsvolumen beträgt 1,2 Milliarden.", [1200000000]),
        ("Die Talsperre fasst bei geringen Kosten 3 Mio. m³.", []),
        ("Trotz der Kosten kamen 2 Mio. Besucher.", []),
        ("Das Werk liefert 9 Mio. kWh.", []),
        ("Der Ertrag stieg. Es wurden 4 Mio. gezählt.", []),
    ],
)
def test_a_multiplier_makes_an_amount_where_the_clause_speaks_of_money(text, expected):
    assert amounts(text) == expected


def test_a_range_with_one_multiplier_is_one_amount():
    (found,) = figures_of("Die Investitionen liegen zwischen 4 und 6 Mio.")
    assert (found.amount, found.high) == (Decimal(4000000), Decimal(6000000))


def test_the_label_of_a_row_says_how_firm_its_amount_is():
    (found,) = figures_of("| 3. | der Höchstbetrag der Liquiditätskredite auf | 0 EUR |")
    assert (found.amount, found.qualifier) == (Decimal(0), Qualifier.UP_TO)


def test_posts_that_are_added_or_saved_are_counted():
    assert [
        post.count for post in staffing(context("Den 4,5 Mehrstellen stehen 1,5 Stelleneinsparungen gegenüber."))
    ] == [
        Decimal("4.5"),
        Decimal("1.5"),
    ]
    assert staffing(context("Es gab 14 Stellenausschreibungen.")) == ()


FLAT = (
    "Anlage 3 Nr. Ertragsarten 2031 € 1 + Steuern {first} Zuwendungen {second} "
    + "und sonstige Erträge der Stadt " * 12
)


def test_runs_of_numbers_on_one_long_line_are_amounts_behind_their_unit():
    text = FLAT.format(first="€ 5.310.000 42.300 918.200 77.400", second="2 3 4 + + + 1.204.500 310.700 64.100")
    assert amounts(text) == [5310000, 42300, 918200, 77400, 1204500, 310700, 64100]


def test_runs_of_other_numbers_on_one_long_line_are_left_out():
    assert amounts(FLAT.format(first="1.200", second="1.300 1.400")) == []
    assert amounts(FLAT.format(first="Einwohner 12.100 12.200 12.300", second="3.100 3.200 3.300 m²")) == []
    assert amounts(FLAT.replace("€", "Anzahl").format(first="1.100 1.200 1.300", second="")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es wird ein Aufwand in Höhe von 31.400,00 beantragt.", [31400]),
        ("Haushaltsansatz 2031: 0,00\n\nbeantragt: 31.400,00\n", [0, 31400]),
        ("Die Halle (44.000 ) und der Zaun (rd. 5.800,00 ) sind alt.", [44000, 5800]),
        ("Die Halle (44.000) steht seit dem Jahr (2031 ).", []),
        ("Es wird ein Damm in Höhe von 1.200,00 m gebaut.", []),
    ],
)
def test_a_lost_sign_leaves_its_trace(text, expected):
    assert amounts(text) == expected
