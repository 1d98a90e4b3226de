"""Amounts in tables: the unit stands in the header, the sign is lost on rows, columns are years or periods."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kimdocs.extraction.recognise.figures.figure import figures, malformed_amounts
from kimdocs.extraction.recognise.staffing import staffing
from kimdocs.extraction.segment import segment
from kimdocs.model.finance import Per
from kimdocs.model.source import Block, BlockKind, Cell, SourceDocument

if TYPE_CHECKING:
    from kimdocs.model.finance import Figure


def read(text: str, blocks: tuple[Block, ...] = ()) -> tuple[Figure, ...]:
    return figures(segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text, blocks=blocks)))


def rows(text: str) -> list[tuple[str | None, Decimal]]:
    return [(figure.label, figure.amount) for figure in read(text)]


def test_unit_above_the_columns() -> None:
    found = rows(
        "Konto\tErgebnishaushalt\tFinanzhaushalt\n- in EUR -\nErträge\t750.000\t12.500\nAufwendungen\t0\t-3.000\n"
    )
    assert found == [
        ("Erträge", Decimal(750000)),
        ("Erträge", Decimal(12500)),
        ("Aufwendungen", Decimal(0)),
        ("Aufwendungen", Decimal(-3000)),
    ]


def test_unit_in_one_column_leaves_the_others_alone() -> None:
    text = "Bezeichnung   Menge   Betrag in EUR\nStühle   12   1.200,00\nTische   4   800\nSumme      2.000,00"
    assert rows(text) == [("Stühle", Decimal(1200)), ("Tische", Decimal(800)), ("Summe", Decimal(2000))]


def test_the_unit_above_a_column_of_sums_is_that_of_all() -> None:
    table = "Jahr   Bus     Taxi   gesamt (in T€)\n2031   1.410   90     {}\n2032   1.467   134    1.601\n"
    summed = [Decimal(number) for number in (1410000, 90000, 1500000, 1467000, 134000, 1601000)]
    assert [figure.amount for figure in read(table.format("1.500"))] == summed
    assert [figure.amount for figure in read(table.format("1.501"))] == [Decimal(1501000), Decimal(1601000)]


def test_a_remark_in_brackets_behind_the_unit_of_a_caption() -> None:
    caption = "Übersicht der Beiträge in € (zwölf Raten):\n\n"
    text = f"{caption}               bisher    neu\nKrippe            81     84\nHort              62     65\n"
    assert [figure.amount for figure in read(text)] == [Decimal(81), Decimal(84), Decimal(62), Decimal(65)]


@pytest.mark.parametrize("gap", [" ", "   ", "    ", " " * 12])
@pytest.mark.parametrize("number", ["62.500,--", "62.500,00", "62.500"])
def test_the_currency_in_the_cell_before_the_last(gap: str, number: str) -> None:
    found = read(f"Grunderwerb           DM{gap}{number}\nSteg                  DM{gap}1.700,--\n")
    assert [(figure.amount, figure.currency) for figure in found] == [(Decimal(62500), "DEM"), (Decimal(1700), "DEM")]


def test_columns_of_votes_on_a_second_line_are_no_amounts() -> None:
    found = rows(
        "TOP   Gegenstand     Firma        Betrag in €    Votum\n"
        "                                  (netto)        ja    nein   enth.\n\n"
        "1     Steg           Fa. Holm     48.200,00      9     2      1\n"
        "2     Tor            Fa. Sand      7.300,00      4     8      0\n"
    )
    assert [amount for _, amount in found] == [Decimal(48200), Decimal(7300)]


def test_thousands_years_and_rows_that_count_other_things() -> None:
    head = "Angaben in T€\n            2023    2024\n"
    found = read(head + "Personal   1.200   1.250\nStellen   12   13\nEinwohner   12.000   12.100")
    assert [(figure.amount, figure.year) for figure in found] == [(Decimal(1200000), 2023), (Decimal(1250000), 2024)]


def test_bars_part_cells() -> None:
    text = "| Nr. | Maßnahme | Kosten (T€) |\n|---|---|---|\n| 1 | Dach | 120 |\n| 2 | Fenster | 80,5 |"
    assert [amount for _, amount in rows(text)] == [Decimal(120000), Decimal(80500)]


def test_labels_make_amounts_only_of_numbers_shaped_like_money() -> None:
    assert [amount for _, amount in rows("Produkt   Ansatz 2023   Ansatz 2024\n05.03.01   80.000   85.000")] == [
        80000,
        85000,
    ]
    assert [amount for _, amount in rows("Ansatz 2024: 80.000")] == [80000]
    assert rows("Betrag   Konto\n12   531800") == []


def test_ledger_rows_that_lost_their_sign() -> None:
    signed = "Personalkosten      120.000,00 €\nSachkosten           15.000,00\n"
    assert rows(signed + "Einwohner            12.345\nSumme               135.000,00 €") == [
        ("Personalkosten", Decimal(120000)),
        ("Sachkosten", Decimal(15000)),
        ("Summe", Decimal(135000)),
    ]


def test_prose_below_a_table_is_no_table() -> None:
    text = (
        "Kosten in EUR\nBagger   5.000\n\n\n\n"
        "Der Rat der Stadt Erlbach hat sich in der Sitzung mit den Zahlen befasst; er zählt 1.000\n"
        "Einwohner mehr als 2.000\n"
    )
    assert [amount for _, amount in rows(text)] == [Decimal(5000)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Gesamtkosten (in €): 25.000", [25000]),
        ("Betrag in EUR: 120", [120]),
        ("EUR\n1.200,00\n800,00", [1200, 800]),
        ("\t2020\t2021\nErträge in EUR\t0\t50.600\nAufwand (€)\t100\t200", [0, 50600, 100, 200]),
        ("Aufzug (noch offen) 55.000,-\nSumme  24.225,--  561.350,--", [55000, 24225, 561350]),
        ("Zweck\nKosten (€)\nDach\n1.200,00\nFenster\n800,00", [1200, 800]),
        ("Zweck   Betrag EUR\nDach   5.000\nFenster   300", [5000, 300]),
        ("Alle Angaben in Euro.\nDach   5.000", [5000]),
        ("Alle Angaben in Euro.\nDie Zahl der Gäste stieg auf 12.000\n", []),
        ("Der Beitrag wird in Euro gezahlt.\nBesucher   12.000", []),
    ],
)
def test_where_a_unit_may_stand(text: str, values: list[int]) -> None:
    assert [figure.amount for figure in read(text)] == values


def test_columns_by_the_year_and_for_all_years() -> None:
    head = "                    pro Jahr   für 4 Jahre\n1. Bieter A         2.000,00 €  8.000,00 €\n"
    assert [figure.per for figure in read(head + "2. Bieter B      2.500,00 €  10.000,00 €\n")] == [
        (Per.YEAR,),
        (),
        (Per.YEAR,),
        (),
    ]


def test_cells_that_the_file_states() -> None:
    text = "Zweck\tBetrag (€)\nSpielplatz\t1.500\nBänke\t300\n"
    cells = []
    start = 0
    for row, line in enumerate(text.rstrip("\n").split("\n")):
        for column, cell in enumerate(line.split("\t")):
            at = text.index(cell, start)
            cells.append(Cell(row, column, at, at + len(cell), header=row == 0))
            start = at + len(cell)
    found = read(text, (Block(BlockKind.TABLE, 0, len(text), cells=tuple(cells)),))
    assert [(figure.label, figure.amount, figure.in_table) for figure in found] == [
        ("Spielplatz", Decimal(1500), True),
        ("Bänke", Decimal(300), True),
    ]


HOSTILE = {
    "digits": "1",
    "dots": ".",
    "digits and dots": "1.",
    "digits and blanks": "1 ",
    "signs": "€",
    "signs on lines": "€\n",
    "headers": "in EUR\n",
    "labels": "ansatz  x\n",
    "amounts on one line": "1.000 € ",
    "cells on one line": "\t1 €\tx",
    "ranges": "5 bis ",
    "dashes": "- ",
    "number words": "zwei",
    "posts": "6 stellen ",
    "links": "5 € je Kind und ",
}


def spent(text: str) -> float:
    """Processor seconds for the figures and posts of a text."""
    probe = segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text))
    probe.line_at(0)
    begin = time.process_time()
    figures(probe)
    staffing(probe)
    malformed_amounts(probe)
    return time.process_time() - begin


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_length_alone(name: str) -> None:
    """Eight times the text may take at most forty times as long; anything quadratic takes sixty-four times."""
    short, long = (spent((HOSTILE[name] * length)[:length] + " 5 €") for length in (5_000, 40_000))
    assert long < 40 * max(short, 0.005)


@pytest.mark.parametrize("cell", ["|1.234,00", "\t1.234,00", "12.345,67 "])
def test_work_grows_with_the_cells_of_a_line_alone(cell: str) -> None:
    short, long = (spent(cell * (length // len(cell))) for length in (100_000, 800_000))
    assert long < 20 * short


def test_the_year_of_a_row_and_no_period_from_amounts_above() -> None:
    found = read(
        "Position\tBetrag\tErläuterung\nEigenanteil\tbis zu 700 € pro Jahr\t0,5 Stellen\n\n"
        "Haushaltsjahr\tErträge\tAufwendungen\n2031\t0 €\t350 €\n2032\t0 €\t700 €\nSumme\t0 €\t1.050 €\n"
    )
    assert [(figure.amount, figure.per, figure.year) for figure in found[1:]] == [
        (Decimal(0), (), 2031),
        (Decimal(350), (), 2031),
        (Decimal(0), (), 2032),
        (Decimal(700), (), 2032),
        (Decimal(0), (), None),
        (Decimal(1050), (), None),
    ]


STACK = "Haushaltsstelle\n\nBezeichnung\n\nHaushaltsansatz\n\nAusgaben\n\n"


def test_cells_below_one_another_are_amounts_under_a_header_of_money() -> None:
    found = rows(STACK + "110.52\n\nSpielgeräte\n\n7.200,00\n\n6.915,40\n\n120.54\n\nStreugut\n\n3.500,00\n\n-38,58\n")
    assert found == [
        ("Spielgeräte", Decimal("7200.00")),
        ("Spielgeräte", Decimal("6915.40")),
        ("Streugut", Decimal("3500.00")),
        ("Streugut", Decimal("-38.58")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Straße\n\nLänge\n\nBreite\n\nAm Anger\n\n1.210,50\n\n12,25\n\nAm Bach\n\n310,75\n",
        "Stelle\n\nStunden\n\nKosten\n\nAnna-Schule\n\n38,50\n\n12,25\n\n31,75\n",
        STACK + "110.52\n\nSpielgeräte\n\n7.200,00\n\n6.915,40\n",
        "Die Ansätze stehen im Plan.\n\n7.200,00\n\n6.915,40\n\n3.500,00\n",
    ],
)
def test_cells_below_one_another_that_cannot_be_told_stay_open(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mittel in Höhe von 27.350,00.\n", [Decimal("27350.00")]),
        ("außerplanmäßig beantragt: 9.640,00\n", [Decimal("9640.00")]),
        ("in Höhe von 1.181,50 m\n", []),
        ("in Höhe von 27.350,00 €\n", [Decimal("27350.00")]),
        ("Fläche: 1.181,50\n", []),
    ],
)
def test_cents_behind_words_of_money_need_no_sign(text: str, values: list[Decimal]) -> None:
    assert [figure.amount for figure in read(text)] == values


def test_a_cell_may_say_what_its_amount_is_for() -> None:
    found = read("Posten\tBetrag\nPauschale\t55.000 € je Stelle und Jahr\nSachkosten\t900 €\n")
    assert [(figure.label, figure.amount, figure.in_table) for figure in found] == [
        ("Pauschale", Decimal(55000), True),
        ("Sachkosten", Decimal(900), True),
    ]
    assert set(found[0].per) == {Per.YEAR, Per.POST}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Das Ergebnis liegt bei minus 12.500 €.", [Decimal(-12500)]),
        ("Ein Saldo von minus rund 3.000 Euro bleibt.", [Decimal(-3000)]),
        ("Erträge von 10.000 € minus 2.500 € ergeben den Rest.", [Decimal(10000), Decimal(2500)]),
    ],
)
def test_the_word_minus_is_a_sign_where_nothing_is_taken_away(text: str, values: list[Decimal]) -> None:
    assert [figure.amount for figure in read(text)] == values


def test_a_header_with_a_tab_above_a_row_parted_by_blanks_is_no_error() -> None:
    assert [
        value
        for _, value in rows("ambulant    \t        EUR       mehr\n Turnverein             4.000         4.000\n")
    ]


def test_a_number_that_counts_the_rows_is_no_label() -> None:
    table = "| Rang | Weg | Kosten in € |\n| 1 | Am Anger | 17.400 |\n| 2 | Galgenberg | 9.850 |\n"
    assert rows(table) == [("Am Anger", Decimal(17400)), ("Galgenberg", Decimal(9850))]
    assert rows("1   Am Anger     17.400 €\n2   Galgenberg    9.850 €\n") == [
        ("Am Anger", Decimal(17400)),
        ("Galgenberg", Decimal(9850)),
    ]
    assert rows("1. Bauabschnitt     17.400 €\n2. Bauabschnitt    9.850 €\n")[0][0] == "1. Bauabschnitt"
