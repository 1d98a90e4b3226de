"""What the words around an amount say of it: how firm it is, per what, for which year, and what for."""

from __future__ import annotations

import pytest

from kimdocs.extraction.recognise.figures.figure import figures
from kimdocs.extraction.segment import segment
from kimdocs.model.finance import Per, Qualifier
from kimdocs.model.source import SourceDocument
from tests.extraction.reading import figures_of


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("bis zu 5.000 €", Qualifier.UP_TO),
        ("bis zu einer Höhe von 3.000 €", Qualifier.UP_TO),
        ("maximal 6,1 Mio. €", Qualifier.UP_TO),
        ("Der Höchstbetrag der Kredite wird auf 5.200.000 EUR festgesetzt", Qualifier.UP_TO),
        ("Kostenobergrenze: 4 Mio. €", Qualifier.UP_TO),
        ("darf 5.000 € nicht überschreiten", Qualifier.UP_TO),
        ("Mindestens 5 Millionen Euro", Qualifier.AT_LEAST),
        ("ab einem Jahresbetrag von 20.000 €", Qualifier.AT_LEAST),
        ("bei über 72,5 Mio. €", Qualifier.AT_LEAST),
        ("die Rechnung über 1.200,00 €", Qualifier.EXACT),
        ("eine Verpflichtungsermächtigung über 300.000 Euro", Qualifier.EXACT),
        ("Das Angebot lautet über 12.010,00 €", Qualifier.EXACT),
        ("Der Bau kostet über 500.000 €", Qualifier.AT_LEAST),
        ("Das Angebot der Firma Steiner über 118.762,00 €", Qualifier.EXACT),
        ("sind auf 23,0 Millionen Euro (netto) zu begrenzen", Qualifier.UP_TO),
        ("gegenüber 21.000 €", Qualifier.EXACT),
        ("ca. 10.000 €", Qualifier.ABOUT),
        ("knapp 300.000 Euro", Qualifier.ABOUT),
        ("auf 3.450.000 EUR geschätzt", Qualifier.ABOUT),
        ("rund € 36.000", Qualifier.ABOUT),
        ("ab 2023 5.000 €", Qualifier.EXACT),
        ("ein Zuschuss von 5.000 €", Qualifier.EXACT),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier) -> None:
    assert [figure.qualifier for figure in figures_of(text)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("5.000 €/Jahr", [Per.YEAR]),
        ("5.000 € p. a.", [Per.YEAR]),
        ("jährlich 20.000 Euro", [Per.YEAR]),
        ("Kosten im Jahr 2024 von 500 €", []),
        ("116.000 € im Jahr", [Per.YEAR]),
        ("je VZÄ 55.000 € pro Jahr", [Per.POST, Per.YEAR]),
        ("6 Vollzeitstellen zu je 55.000 €/Jahr", [Per.POST, Per.YEAR]),
        ("ca. 10.000 € jährliche zusätzliche Kosten je Stelle", [Per.YEAR, Per.POST]),
        ("monatlich 80,00 € pro Gemeindekind", [Per.MONTH, Per.PERSON]),
        ("2,16 Euro / m³", [Per.M3]),
        ("6,00 Euro je qm", [Per.M2]),
        ("42,50 Euro je Monat und Garage", [Per.MONTH, Per.PIECE]),
        ("2.150,00 € pro belegtem Platz und Jahr", [Per.OTHER, Per.YEAR]),
        ("EUR 38,50/Std.", [Per.HOUR]),
        ("500 € je nach Aufwand", []),
        ("500 € für die Pflege", []),
        ("50 € je Haushalt", [Per.HOUSEHOLD]),
        ("30 Mio. Euro im Jahr 2020", []),
        ("Bei 11.400 Essen im Jahr müsse die Gemeinde 13.000,00 € zahlen", []),
        ("40 Arbeitsstunden à 62,50 €", [Per.HOUR]),
        ("24.000 Pflanzen zu 1,85 €", [Per.PIECE]),
        ("für 2017 sind 2,00 € je\nEinwohner vorgesehen", [Per.PERSON]),
        ("1,00 € je halbe Stunde", [Per.OTHER]),
        ("0,50 €/qm/Monat", [Per.M2, Per.MONTH]),
        ("5.000,- EUR brutto/Jahr", [Per.YEAR]),
        ("5.000 € / keine", []),
        ("500 € vierteljährlich", [Per.OTHER]),
    ],
)
def test_what_an_amount_is_counted_by(text: str, per: list[Per]) -> None:
    assert [list(figure.per) for figure in figures_of(text)] == [per]


def test_both_of_a_pair_share_what_they_are_counted_by() -> None:
    assert [figure.per for figure in figures_of("wird von 300 € auf 350 € monatlich erhöht")] == [
        (Per.MONTH,),
        (Per.MONTH,),
    ]


def test_what_belongs_to_the_amount_before_is_left_there() -> None:
    first, second = figures_of("80,00 € pro Kind ergeben 13.440,00 €.")
    assert (first.per, second.per) == ((Per.PERSON,), ())


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Für 2023 werden 120.000 €, für 2024 125.000 € und für 2025 130.000 € veranschlagt.", [2023, 2024, 2025]),
        ("5.000 € p.a. ab HH.-Jahr 2023", [2023]),
        ("1,5 Mio. EUR (2024) und 2 Mio. EUR (2025)", [2024, 2025]),
        ("für 2015 von 0,8 Mio. EUR und 2016 von 0,2 Mio. EUR", [2015, 2016]),
        ("464.000 € für das Haushaltsjahr 2012", [2012]),
        ("Ansatz 2024: 5.000 €", [2024]),
        ("Der Vertrag vom 02.09.2022 über 5.000 €", [None]),
        ("in den Jahren 2020/2021 insgesamt 5.000 €", [None]),
    ],
)
def test_years(text: str, years: list[int | None]) -> None:
    assert [figure.year for figure in figures_of(text)] == years


def test_label_and_role_come_from_the_phrase() -> None:
    (figure,) = figures_of("Der Eigenanteil der Gemeinde Wiesenfeld beträgt 5.000 €.")
    assert (figure.label, figure.role) == ("Eigenanteil", "own_share")


def test_rows_keep_their_periods_to_themselves():
    text = (
        "Amt | Stelle | Kosten p. a.\n--- | --- | ---\nBauamt | E 8 | 118.400 €\nHauptamt | | 93.150 €\n"
        "Summe | | 211.550 €"
    )
    found = figures(segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text)))
    assert [[str(per) for per in figure.per] for figure in found] == [["year"]] * 3
    text = "Förderung    34.300 €      45.850 €\nlaufende Kosten im Jahr    7.200 €     6.350 €"
    found = figures(segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text)))
    assert [str(per) for per in found[1].per] == []


def test_what_is_about_an_amount_is_no_more_than_it():
    for text in ("Der Antrag des Vereins über 400 EUR", "Die Umschuldung über 1.996.255,97 Euro"):
        found = figures(segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text)))
        assert str(found[0].qualifier) == "exact"


def test_a_rate_in_percent_keeps_its_month():
    text = "Der Zinssatz beträgt 0,5 % je Monat, wenn die Forderung mehr als 1.000 EUR beträgt."
    found = figures(segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text)))
    assert found[0].per == ()


def test_a_line_below_an_amount_begins_a_phrase_of_its_own():
    text = "Ansatz             15.000,00 €\nDie jährlichen Abschreibungen betragen bei 20 Jahren Nutzung 16.100 €."
    found = figures(segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text)))
    assert [[str(per) for per in figure.per] for figure in found] == [[], ["year"]]


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("Die Kosten dürfen 2,6 Mio. €\n   nicht überschreiten.", "up_to"),
        ("zum Höchstpreis von 134.000 €", "up_to"),
        ("zum Mindestgebot von 95.000 €", "at_least"),
    ],
)
def test_bounds_behind_a_line_end_and_in_compounds(text, firmness) -> None:
    assert [figure.qualifier for figure in figures_of(text)] == [firmness]


def test_a_caption_that_names_the_rows_counts_no_amounts() -> None:
    rows = "Grundschule               88.000           161.500\nTurnhalle                 54.000           118.900\n"
    table = "Objekt                    Ansatz           Prognose\n" + rows
    assert {figure.per for figure in figures_of(f"Kosten je Objekt (alle Angaben in EUR):\n\n{table}")} == {()}
    assert {figure.per for figure in figures_of(f"Kosten je Jahr (alle Angaben in EUR):\n\n{table}")} == {("year",)}


@pytest.mark.parametrize("noun", ["Anlage", "Zisterne", "Pass"])
def test_things_that_are_counted_are_pieces(noun) -> None:
    assert [figure.per for figure in figures_of(f"500 € je {noun}")] == [("piece",)]


@pytest.mark.parametrize(
    "text",
    [
        "Trotz der Anhebung um 8.440 Euro liegt der Ausgleich pro Besucher weit unter dem anderer Bäder",
        "Mit 5.000 € bleibt der Zuschuss pro Kopf gering",
        "Bei 5.000 € steigt der Beitrag je Haushalt",
    ],
)
def test_what_another_subject_is_counted_by_is_not_the_amounts(text: str) -> None:
    assert [figure.per for figure in figures_of(text)] == [()]


def test_a_verb_of_the_amount_parts_it_from_no_period():
    assert [[str(per) for per in found.per] for found in figures_of("5.000 € erhält der Verein pro Jahr")] == [["year"]]


@pytest.mark.parametrize(
    "text",
    [
        "Laut Hauptvertrag sind 32.085 Euro fällig",
        "Die Verträge sehen 5.000 € vor",
        "Die Beförderung der Schüler erfordert 4.000 €",
        "Den 1. Preis im Wettbewerb, dotiert mit 500 Euro, gewann Altfeld",
    ],
)
def test_nouns_that_but_end_like_one_with_a_role_have_none(text: str) -> None:
    assert [figure.role for figure in figures_of(text)] == [None]


@pytest.mark.parametrize(
    "text",
    ["für das Vorhaben Projekt 2017 mit 85.000 Euro", "Seit 1994 sind 1,7 Mio. Euro in die Halle geflossen"],
)
def test_a_project_and_the_begin_of_a_span_are_no_year_of_the_amount(text: str) -> None:
    assert [figure.year for figure in figures_of(text)] == [None]
