"""Tables and lists that state no unit: what their headers, labels and captions name is money, and nothing else."""

from __future__ import annotations

import pytest

from tests.extraction.reading import figures_of


def quotes(text):
    return [figure.evidence[0].quote for figure in figures_of(text)]


def amounts(text):
    return [figure.amount for figure in figures_of(text)]


def test_plan_and_result_are_money_where_the_rows_name_it():
    text = (
        "Ergebnisplan\tPlan 2031\tIst 2031\tAbweichung\n"
        "Steuern\t12.500.000\t12.700.000\t200.000\n"
        "Personalaufwand\t8.400.000\t8.550.000\t-150.000"
    )
    assert amounts(text) == [12500000, 12700000, 200000, 8400000, 8550000, -150000]
    assert [figure.year for figure in figures_of(text)][:2] == [2031, 2031]
    assert all(figure.in_table and figure.currency == "EUR" for figure in figures_of(text))
    assert figures_of(text)[3].label == "Personalaufwand"


def test_only_the_columns_that_name_money_are_read():
    text = (
        "Linie     Fahrgäste     Fahrplankilometer     Zuschuss\n"
        "1         120.300       85.200                340.000\n"
        "2          88.450       64.100                255.500"
    )
    assert quotes(text) == ["340.000", "255.500"]


def test_small_numbers_count_in_a_column_that_has_large_ones():
    text = "Verein\tZuschuss bisher\tZuschuss neu\nSportverein\t1.200\t1.500\nMusikverein\t800\t900"
    assert amounts(text) == [1200, 1500, 800, 900]


def test_labels_name_the_money_of_lists():
    assert quotes("Gesamtkosten:            1.250.000\nFörderung Land (60 %):   750.000") == ["1.250.000", "750.000"]
    assert quotes("Bruttokosten            1.190.000,00\nabzgl. Zuschuss           600.000,00") == [
        "1.190.000,00",
        "600.000,00",
    ]
    assert quotes("Los 1 Erdarbeiten: Firma Adler, Angebotssumme 312.450,77") == ["312.450,77"]


def test_a_caption_names_the_money_of_rows_that_do_not():
    text = "Investitionsprogramm\nMaßnahme          2031        2032\nRadweg Nord       50.000      250.000"
    assert amounts(text) == [50000, 250000]


def test_the_budgets_plain_whole_numbers_are_read_below_years():
    text = "Budget 40\tErgebnis 2030\tAnsatz 2031\nErträge\t1204318\t1180000\nSchülerzahlen\t2312\t2358"
    assert amounts(text) == [1204318, 1180000]


def test_cells_that_are_lines_are_read_column_by_column():
    text = "Konto\nBezeichnung\nAnsatz\n5211000\nUnterhaltung\n25.000\n5241000\nBewirtschaftung\n14.500"
    assert quotes(text) == ["25.000", "14.500"]


def test_lone_numbers_below_thousands_of_euro():
    assert amounts("Investition\nBetrag (T€)\nFahrzeug\n120\nHalle\n1.450") == [120000, 1450000]
    assert amounts("Kosten (in Tausend Euro)\n\nHaus\n2031\nNord\n921,4\nSüd\n1.012,8") == [921400, 1012800]
    assert amounts("Jahr\n2031\n2032\nAuszahlungen (T€)\n310\n1.900") == [310000, 1900000]


@pytest.mark.parametrize(
    ("written", "amount"),
    [("- 6.200", -6200), ("(21.250)", -21250), ("3.656-", -3656), ("1 905 000,00", 1905000)],
)
def test_signs_and_blanks_inside_the_cells_of_a_table_in_euro(written, amount):
    assert amounts(f"Betrag in EUR, gesamt\nBezeichnung     Ansatz EUR\nWinterdienst     {written}") == [amount]


def test_headers_may_say_what_the_unit_is_counted_by():
    text = "Funktion\talt €/Monat\tneu €/Monat\nGerätewart\t55\t80"
    assert [(figure.amount, [str(per) for per in figure.per]) for figure in figures_of(text)] == [
        (55, ["month"]),
        (80, ["month"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ortsteil          Einwohner 2030   Einwohner 2031\nNordheim          1.250            1.310",
        "Zählstelle     Kfz 2030      Kfz 2031\nHauptstraße    12.450        12.900",
        "Restmüll      12.450    12.100    11.980\nBioabfall      4.500     4.620     4.710",
        "Flächenbilanz\nBauland        45.300\nGrünfläche      8.100",
        "Gesamt            24.312\ndavon weiblich    12.410",
        "Gewinne und Verluste in Prozent\nListe A    32,50    30,10",
        "Kriterium       Gewicht     Firma A\nPreis           60,00       55,20",
        "Betriebskosten\nZählerstand alt   12.345,00\nZählerstand neu   13.456,00",
        "Förderung Begrünung\nAnträge          1.250\ndavon bewilligt  1.130",
        "Gebührenhaushalt\nWasserverkauf m³     1.250.300",
        "Telefon: 04321 12.450\nDrucksache: 12.450",
        "Die Verwaltung hat die Kosten auf insgesamt 12.450\nQuadratmeter umgelegt.",
        "Jahr\nEinwohner\n2030\n24.402\n2031\n24.512",
    ],
)
def test_counts_areas_shares_and_marks_are_no_money(text):
    assert figures_of(text) == ()


def test_headers_over_two_lines_are_one():
    text = (
        "Bezeichnung der            Gesamt-       Eigen-\n"
        "Maßnahme                   kosten        anteil\n"
        "Radweg                     450.000       150.000"
    )
    assert quotes(text) == ["450.000", "150.000"]


def test_the_places_of_a_budget_make_plain_columns_money():
    assert quotes("HH-Stelle   Plan        Ist\n0.1200      45.000      43.200") == ["45.000", "43.200"]


def test_a_lone_number_below_the_words_that_name_it():
    assert quotes("Summe Einzahlungen\n1.250.000\nSumme Auszahlungen\n1.480.000") == ["1.250.000", "1.480.000"]
    assert quotes("Menge\nKosten\n12.450\n45.000\nNord") == []


def test_the_unit_of_a_quantity_is_no_label():
    text = "Leistung          Einheit     EP        GP\nBoden lösen       m³          12,50     6.250,00"
    assert quotes(text) == ["12,50", "6.250,00"]


def test_taxes_behind_a_number_do_not_hide_it():
    assert quotes("Auftragssumme: 125.430,50 (brutto)") == ["125.430,50"]


def test_a_long_table_keeps_its_header():
    rows = "\n".join(f"Posten {number}   {number + 100}.450   12.300" for number in range(400))
    assert len(figures_of(f"Maßnahme   Zuschuss   Kfz\n{rows}")) == 400


@pytest.mark.parametrize(("label", "counted"), [("Spielplatzoberfläche", True), ("Mietfläche", False)])
def test_a_surface_that_is_built_is_paid_for_and_an_area_is_none(label, counted):
    text = f"Kosten des Ausbaus\n\nKanalbau   302.300,00\n{label}   71.400,00\nSumme brutto in Euro   302.300,00\n"
    assert (71400 in amounts(text)) is counted


def test_a_dash_in_a_cell_of_its_own_line_is_a_minus():
    text = "Produkt |\nAnsatz alt |\nAnsatz neu |\nMusikschule |\n- 412.400 € |\n- 434.900 € |\n"
    assert [str(figure.amount) for figure in figures_of(text)] == ["-412400", "-434900"]


def test_what_a_number_is_called_by_is_no_amount():
    text = "Investitionskosten:\n5.280 €\nbei IPNr.: 317.403\n\nSachkosten:\n9.000 € p.a.\nbei Sachkonto: 524.101\n"
    assert [str(figure.amount) for figure in figures_of(text)] == ["5280", "9000"]
