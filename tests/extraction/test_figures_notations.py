"""Amounts in lists, ranges, torn numbers, units of tables and sums; each with what looks alike and is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kimdocs.extraction.recognise.figures.figure import malformed_amounts
from kimdocs.model.finance import Per
from tests.extraction.reading import context, figures_of


def amounts(text):
    return [figure.amount for figure in figures_of(text)]


def ranges(text):
    return [(figure.amount, figure.high) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Preise betragen 400, 250 bzw. 150 €.", [400, 250, 150]),
        ("Für die Abschnitte fallen 2,5, 3,0 und 4,5 Mio. Euro an.", [2500000, 3000000, 4500000]),
        ("Stufen: 20 / 40 / 60 €", [20, 40, 60]),
        (
            "Angebote über 7.110,00, 8.240,50 und 9.001,10 Euro",
            [Decimal("7110.00"), Decimal("8240.50"), Decimal("9001.10")],
        ),
        ("Gespendet wurden 200, 350, 500 sowie 1.500 EUR.", [200, 350, 500, 1500]),
        ("Der Satz steigt von bisher 22 auf künftig 25 Euro.", [22, 25]),
        ("Die Halle kostet 8 Mio. statt bisher 6,5 Mio. Euro.", [8000000, 6500000]),
        ("Statt 400 sind nun 450 Euro zu zahlen.", [400, 450]),
    ],
)
def test_numbers_of_a_list_share_the_currency_behind_the_last(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In den Jahren 2030, 2031 und 2032 500 € je Kind", [500]),
        ("Für die Lose 10, 20 und 1.000 Euro Pauschale", [1000]),
        ("Antrag 1 - 600 EUR; Antrag 2 - 1.300 EUR", [600, 1300]),
        ("Statt 12 Bänken werden für 450 Euro Stühle gekauft.", [450]),
    ],
)
def test_numbers_of_other_things_before_an_amount_are_none(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zwei bis drei Millionen Euro", (2000000, 3000000)),
        ("zwischen 90 €/m² und 110 €/m²", (90, 110)),
        ("von 80 €/m² bis 95 €/m²", (80, 95)),
        ("Gebühr in EUR\nGenehmigung      40,00 - 400,00", (40, 400)),
    ],
)
def test_both_ends_of_a_range_are_read(text, expected):
    assert ranges(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Rechnung über 4. 210,50 € ist bezahlt.", ["4210.50"]),
        ("Die Umlage beläuft sich auf 317.\n600 €.", ["317600"]),
        ("Entnahme: 215 .000 €", ["215000"]),
        ("Gutschrift 2.305 , 66 €", ["2305.66"]),
        ("Abrechnung: EUR 18 402,07", ["18402.07"]),
        ("Der Rest beträgt 5120.75 Euro.", ["5120.75"]),
        ("eine Viertelmillion Euro", ["250000"]),
        ("9.000 Złoty", ["9000"]),
        ("Rate2031:6.000 EuroRate2032:6.500 Euro", ["6000", "6500"]),
    ],
)
def test_numbers_that_blanks_tear_or_that_are_glued(text, expected):
    assert [str(amount) for amount in amounts(text)] == expected


def test_a_number_at_the_start_of_a_line_or_behind_a_sentence_is_not_drawn_to_the_next():
    assert amounts("6. 380 € für den Verein") == [380]
    assert amounts("Das gilt für Klasse 5.\n400 Euro erhält der Verein.") == [400]


def test_a_foreign_amount_with_three_digits_behind_a_comma_is_left_open():
    text = "Die Partnerstadt zahlt 3,500 US-Dollar."
    assert figures_of(text) == ()
    assert [issue.code for issue in malformed_amounts(context(text))] == ["malformed-amount"]


def test_the_year_of_a_column_is_no_amount_where_its_sign_stands_below():
    assert amounts("Kostenart\n2031\nEUR\n2032\nEUR\nStrom\n17.900\n26.400") == [17900, 26400]
    assert amounts("Ansatz 2032\n€\n41.000\nErgebnis 2031\n€\n39.120,15") == [41000, Decimal("39120.15")]
    head = "                 Plan      Ist\n                 2031      2031\n                 Mio. €    Mio. €\n"
    assert amounts(head + "Steuer           1,25      1,31") == [1250000, 1310000]


def test_a_unit_may_stand_below_its_table_or_count_in_thousands():
    assert amounts("Vorhaben    2031    2032\nMensa    740    210\nBrunnen    60    90\n(in 1.000 €)") == [
        740000,
        210000,
        60000,
        90000,
    ]
    assert amounts("Schulden (in Mio. €)\n2030    2031    2032\n11,4    12,9    10,6") == [11400000, 12900000, 10600000]
    assert amounts("Steuer in Tausend Euro: 2030: 2.910 / 2031: 3.744") == [2910000, 3744000]
    assert amounts("Schritte in 1.000 €\n") == []


def test_cells_that_semicolons_part():
    assert amounts("Nr.;Träger;beantragt (€)\n1;Chor;3.500\n2;Turnverein;1.750") == [3500, 1750]


def test_the_unit_in_a_cell_of_its_own_says_what_the_amount_is_counted_by():
    (figure,) = figures_of("Abwasser\t€/m³\t3,15")
    assert (figure.amount, figure.per) == (Decimal("3.15"), (Per.M3,))


def test_numbers_that_add_up_to_an_amount_are_amounts():
    assert amounts("Land 50.000 + Kreis 20.000 + Stadt 10.000 = 80.000 €") == [50000, 20000, 10000, 80000]
    assert amounts("Land 50.000 + Kreis 20.000 + Stadt 10.000 = 90.000 €") == [90000]
    rows = "03.02.2031 Sparverein 2.000,00 Bücherei\n09.03.2031 Familie K. 250,00 Kita\n"
    assert amounts(rows + "Summe: 2.250,00 Euro") == [2000, 250, 2250]
    assert amounts(rows + "Summe: 2.300,00 Euro") == [2300]


@pytest.mark.parametrize(("text", "per"), [("3,50 € p. P.", Per.PERSON), ("Säcke für 4 € das Stück", Per.PIECE)])
def test_further_words_for_what_an_amount_is_counted_by(text, per):
    assert figures_of(text)[0].per == (per,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bieter 2\t–\t310.500,00 €", ["310500.00"]),
        ("Familie     12,00 €         –          540,00 €", ["12.00", "540.00"]),
        ("Estrich 41.310,20 €  2.118,70 €   -            43.428,90 €", ["41310.20", "2118.70", "43428.90"]),
        ("Entnahme \u2212 210 T€", ["-210000"]),
        ("Aufwendungen 512.400,00 €-\nFehlbetrag 61.200,00 €-", ["-512400.00", "-61200.00"]),
    ],
)
def test_a_dash_in_a_cell_of_its_own_is_no_minus_of_the_next(text, expected):
    assert [str(figure.amount) for figure in figures_of(text)] == expected
    assert not any(figure.high for figure in figures_of(text))


def test_a_year_before_the_sign_of_a_column_is_no_amount():
    assert amounts("abzgl. Überdeckung 2030                  €          -54.800") == [-54800]
    head = "                     2031          2032\n                     TEUR          TEUR\n"
    assert amounts(head + "Umsatz            3.212,5       3.430,0") == [3212500, 3430000]


def test_a_limit_on_the_next_line_of_a_table_is_no_range():
    text = "Einkommen | Beitrag\nbis 20.000 € | 0 €\nbis 30.000 € | 75 €"
    assert all(figure.high is None for figure in figures_of(text))


def test_a_heading_says_for_all_amounts_of_its_list_what_they_are_counted_by():
    head = "Entschädigung der Feuerwehr (monatlich)\n"
    text = head + "Wehrführer 160,00 €\nStellvertreter 80,00 €\nGerätewart (jährlich) 220,00 €"
    assert [figure.per for figure in figures_of(text)] == [(Per.MONTH,), (Per.MONTH,), (Per.YEAR,)]
    assert [figure.per for figure in figures_of("Er kommt monatlich.\nBank 160,00 €\nTisch 80,00 €")] == [(), ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Schlussrechnung lautet über 1.234.567 Euro und 89 Cent.", [Decimal("1234567.89")]),
        ("Der Preis beträgt 2 Euro 50 Cent.", [Decimal("2.50")]),
        ("Die Gebühr steigt um 35 Cent auf 2,85 €.", [Decimal("0.35"), Decimal("2.85")]),
        ("Es sind 2,40 Euro und 15 Cent Pfand.", [Decimal("2.40"), Decimal("0.15")]),
    ],
)
def test_euros_and_the_cents_behind_them_are_one_amount(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eine Million zweihunderttausend Euro", 1_200_000),
        ("zwei Millionen und fünfzigtausend Euro", 2_050_000),
        ("zweimillionendreihunderttausend Euro", 2_300_000),
        ("zweieinhalb Millionen Euro", 2_500_000),
    ],
)
def test_millions_in_words_belong_to_the_thousands_behind_them(text, expected):
    assert amounts(f"Der Kreditrahmen umfasst {text}.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Kosten liegen bei fünf- bis sechstausend Euro.", [(5000, 6000)]),
        ("Die Kosten liegen bei zwei- bis dreihundert Euro.", [(200, 300)]),
        ("Der Chor bittet um einen Zuschuss von tausend Euro.", [(1000, None)]),
        ("Gespendet wurden mehrere tausend Euro.", []),
        ("Das Ergebnis beträgt 1 284 907,33- EUR.", [(Decimal("-1284907.33"), None)]),
        ("Die Ersparnis liegt bei 4-5.000 € im Jahr.", [(4000, 5000)]),
        ("Die Preise liegen bei 500-1.000 €.", [(500, 1000)]),
    ],
)
def test_thousands_in_words_and_a_minus_behind_groups(text, expected):
    assert ranges(text) == expected


def test_a_column_of_what_was_overrun_is_one_of_money():
    text = "Bezeichnung              Ansatz           Überschreitung\nRathaus         38.500,00             6.218,33\n"
    assert amounts(text) == [Decimal("38500.00"), Decimal("6218.33")]
