"""Numbers of posts: digits, words and halves count; places and offices do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.recognise.staffing import staffing
from kimdocs.extraction.segment import segment
from kimdocs.model.finance import Qualifier, Staffing
from kimdocs.model.source import SourceDocument


def read(text: str) -> tuple[Staffing, ...]:
    return staffing(segment(SourceDocument("sha256:0", "probe.txt", "text/plain", text)))


@pytest.mark.parametrize(
    ("text", "counts", "units"),
    [
        ("6 Vollzeitstellen ab 2023", ["6"], ["Vollzeitstellen"]),
        ("6,5 Koordinatoren-Stellen", ["6.5"], ["Koordinatoren-Stellen"]),
        ("0,5 Verwaltungsassistentenstelle", ["0.5"], ["Verwaltungsassistentenstelle"]),
        ("eine halbe Stelle", ["0.5"], ["Stelle"]),
        ("anderthalb Stellen", ["1.5"], ["Stellen"]),
        ("drei weitere Case-Management Stellen", ["3"], ["Stellen"]),
        ("diese sechs Stellen", ["6"], ["Stellen"]),
        ("eine volle CM-Stelle", ["1"], ["CM-Stelle"]),
        ("8 VZÄ und 2,20 VZS", ["8", "2.20"], ["VZÄ", "VZS"]),
        ("1,85 Vollzeitstellen (VZS)", ["1.85"], ["Vollzeitstellen"]),
        ("zwei 50 % Stellen", ["2"], ["50 % Stellen"]),
        ("zwei halbe Stellen", ["2"], ["halbe Stellen"]),
        ("drei 75 %-Stellen", ["3"], ["75 %-Stellen"]),
        ("zwei 0,5-Stellen", ["2"], ["0,5-Stellen"]),
        ("zwei 30-Stunden-Stellen", ["2"], ["30-Stunden-Stellen"]),
        ("3 x 0,5 Stellen", ["3"], ["0,5 Stellen"]),
        ("28 Ausbildungs-\nstellen", ["28"], ["Ausbildungsstellen"]),
        ("55 PIA-/4 FJH-Stellen", ["55", "4"], ["PIA-Stellen", "FJH-Stellen"]),
        ("749,0 Planstellen", ["749.0"], ["Planstellen"]),
        ("VZÄ: 2,5", ["2.5"], ["VZÄ"]),
        ("eine 0,5-Stelle", ["0.5"], ["Stelle"]),
        ("1 Stelle", ["1"], ["Stelle"]),
        ("eine ½-Stelle", ["0.5"], ["Stelle"]),
        ("eine 50 %-Stelle", ["0.5"], ["Stelle"]),
        ("1/2 Stelle", ["0.5"], ["Stelle"]),
        ("Eine Stelle (E 9b)", ["1"], ["Stelle"]),
        ("Vollzeitäquivalente      8,5", ["8.5"], ["Vollzeitäquivalente"]),
        ("1 ½ Stellen", ["1.5"], ["Stellen"]),
        ("0,5 Stellen (VZÄ)", ["0.5"], ["Stellen"]),
        ("2 Vollzeit- und 3 Teilzeitstellen", ["2", "3"], ["Vollzeitstellen", "Teilzeitstellen"]),
        ("Stellenanteil: 0,5 VZÄ", ["0.5"], ["Stellenanteil"]),
    ],
)
def test_posts(text: str, counts: list[str], units: list[str]) -> None:
    found = read(f"Beantragt: {text}.")
    assert [entry.count for entry in found] == [Decimal(count) for count in counts]
    assert [entry.unit for entry in found] == units


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("bis zu 11 Stellen", Qualifier.UP_TO),
        ("ca. eine VZ-Stelle", Qualifier.ABOUT),
        ("mindestens 2 Stellen", Qualifier.AT_LEAST),
        ("6 bis 8 Stellen", Qualifier.RANGE),
        ("um 2 Stellen", Qualifier.EXACT),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier) -> None:
    assert [entry.qualifier for entry in read(text)] == [qualifier]


def test_a_range_has_both_ends() -> None:
    (entry,) = read("6 bis 8 Stellen")
    assert (entry.count, entry.high) == (Decimal(6), Decimal(8))


@pytest.mark.parametrize(
    "text",
    [
        "3 Haltestellen und 2 Baustellen",
        "zwei Tankstellen, 12 Ladestellen",
        "an dieser Stelle",
        "an erster Stelle",
        "an zwei Stellen im Plan",
        "eine Stelle im Plan",
        "eine zentrale Stelle",
        "55.000 € je Stelle",
        "im Jahr 2024 Stellen geschaffen",
        "EG 9 Stelle",
        "zwei Beratungsstellen",
        "drei Anträge stellen",
        "mehrere Stellen",
        "die 2. Stelle",
        "Antrag 4/2 Stelle",
        "zwei Erziehungsberatungsstellen",
        "ein Stellenanteil von 50 %",
    ],
)
def test_what_only_sounds_like_posts(text: str) -> None:
    assert read(text) == ()


@given(st.integers(1, 400), st.integers(0, 99), st.sampled_from(["Stellen", "VZÄ", "Planstellen", "Vollzeitstellen"]))
def test_every_number_is_read_back(whole: int, part: int, unit: str) -> None:
    (entry,) = read(f"Der Stellenplan sieht {whole},{part:02} {unit} vor.")
    assert entry.count == Decimal(f"{whole}.{part:02}")
    assert entry.evidence[0].quote == f"{whole},{part:02} {unit}"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Bereich | VZÄ | Kosten\n--- | --- | ---\nKita | 12,50 | 780.000 €\nBauhof | 8,00 | 430.000 €",
            ["12.50", "8.00"],
        ),
        ("Amt          Stellen 2030    Stellen 2031\nHauptamt     12,00           13,50", ["12.00", "13.50"]),
        (
            "Haus\nStellen 2030\nStellen 2031\nKita Nord\n14,50\n15,50\nKita Süd\n11,75\n13,00",
            ["14.50", "15.50", "11.75", "13.00"],
        ),
        ("Funktion\tStellenanteil\tEntgelt\nLeitung\t1,0\tS 15\nFachkraft\t0,75\tS 8a", ["1.0", "0.75"]),
    ],
)
def test_columns_of_posts_are_numbers_of_posts(text: str, counts: list[str]) -> None:
    assert [found.count for found in read(text)] == [Decimal(count) for count in counts]


@pytest.mark.parametrize(
    "text",
    [
        "Linie   Haltestellen   Fahrgäste\n1   12   1.250\n2   14   1.300",
        "Amt   Kosten je Stelle\nBauamt   12,50\nHauptamt   11,00",
        "Amt   Anteil der Stellen in %\nBauamt   12,50\nHauptamt   11,00",
    ],
)
def test_columns_of_places_costs_and_shares_are_none(text: str) -> None:
    assert read(text) == ()


def test_a_group_before_a_decimal_number_is_no_pay_grade() -> None:
    assert [found.count for found in read("Der Träger setzt pro Gruppe 1,2 VZÄ ein.")] == [Decimal("1.2")]
    assert read("Entgeltgruppe 9 Stelle") == ()


def test_a_pay_grade_behind_it_makes_a_plain_post_count() -> None:
    assert [found.count for found in read("Eine Stelle der S 8a wird ersetzt.")] == [1]
    assert read("Eine Stelle der Straße ist beschädigt.") == ()


@pytest.mark.parametrize("text", ["Enthaltungen\n\n6\nSaugstelle am Dorfteich\n", "Enthaltung:\n2\nStelle am Anger"])
def test_a_number_on_the_line_above_counts_no_posts(text: str) -> None:
    assert read(text) == ()


def test_a_fraction_behind_the_stated_number_counts() -> None:
    assert [str(posts.count) for posts in read("VZÄ: 1 ½\n")] == ["1.5"]


def test_the_number_of_an_item_counts_no_posts() -> None:
    assert read("5     Zweckverband Gemeinsame Beratungsstelle\nzu 6     Umzug der Alten Meldestelle\n") == ()
    assert [str(one.count) for one in read("12     Planstellen\n")] == ["12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aufstockung von 7,0 auf 8,5 Stellen", ["7.0", "8.5"]),
        ("2½ Stellen im Bauhof", ["2.5"]),
        ("frei sind 4 1/2 Stellen", ["4.5"]),
        ("Geschaffen wird eine 0,5-\nStelle im Archiv.", ["0.5"]),
        ("auf drei Stellen nach dem Komma gerundet", []),
    ],
)
def test_changes_and_fractions_of_posts(text, expected):
    assert [str(one.count) for one in read(text)] == expected
