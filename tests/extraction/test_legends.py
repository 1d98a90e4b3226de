"""Ratios whose numbers count what a line of the document says."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

HEAD = "Gemeinde Ahlhafen\nNiederschrift über die Sitzung des Gemeinderates am 12.10.2031\n\n"
ITEM = "\n\nTOP 1 Leihräder\nDer Gemeinderat beschließt, acht Leihräder anzuschaffen.\n"


def told(text: str) -> list[tuple[object, object, object, object]]:
    return [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in votes(HEAD + text)]


@pytest.mark.parametrize(
    ("legend", "ratio"),
    [
        ("Reihenfolge der Zahlen: Nein / Ja / Enthaltung", "3 / 9 / 1"),
        ("Abstimmungen sind stets so vermerkt: Enth. - Ja - Nein", "1 - 9 - 3"),
        ("Die Zahlen nennen zuerst die Gegenstimmen, dann die Ja-Stimmen und zuletzt die Enthaltungen.", "3/9/1"),
        ("Angaben der Ergebnisse: anwesend/ja/nein/enthalten", "13/9/3/1"),
        ("Zu den Ergebnissen: 1. Zahl = Enthaltungen, 2. Zahl = dagegen, 3. Zahl = dafür", "(1/3/9)"),
    ],
)
def test_a_legend_tells_the_order_of_the_numbers(legend: str, ratio: str) -> None:
    assert told(f"{legend}{ITEM}{ratio}\n") == [("adopted", 9, 3, 1)]


def test_without_a_legend_the_usual_order_holds() -> None:
    assert told(f"{ITEM}9/3/1\n") == [("adopted", 9, 3, 1)]


def test_the_names_may_stand_below_the_numbers() -> None:
    assert told(f"{ITEM}(15/13/9/3/1)\ngesetzl./anw./ja/nein/enth.\n") == [("adopted", 9, 3, 1)]


def test_a_pair_is_not_read_where_three_numbers_begin_otherwise() -> None:
    found = told(f"Reihenfolge: Nein / Enthaltung / Ja{ITEM}Abstimmung: 3 : 9\n")
    assert all(vote[1:] != (3, 9, None) for vote in found)


BRACKETS = (
    "Die Zahlen in eckigen Klammern bedeuten Ja / Nein / Enthaltung.\n\n"
    "TOP 1 Ablauf\n"
    "Ratsherr Dorn beantragt, die Anfragen vorzuziehen. [2/10/1] So bleibt der Ablauf, wie er war. "
    "Der Ablauf wird bestätigt. [12/0/1]\n"
)


def test_brackets_within_a_paragraph_are_votes_where_a_legend_says_so() -> None:
    assert told(BRACKETS) == [("rejected", 2, 10, 1), ("adopted", 12, 0, 1)]


def test_brackets_without_a_legend_may_be_anything() -> None:
    text = "TOP 1 Bericht\nDie Handballer haben das Turnier für sich entschieden. [5/1/2] Der Rat freut sich.\n"
    assert told(text) == []


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("4 / 8 / 1      -> Vorschlag ist abgelehnt", "rejected"),
        ("4 – 8 – 1, abgelehnt", "rejected"),
        ("Abgelehnt: 4 - 8 - 1", "rejected"),
        ("Votum: 4, 8, 1.", "rejected"),
        ("Abst.-Erg.: 4 ./. 8 ./. 1", "rejected"),
        ("Ergebnis: 4 · 8 · 1 (dafür · dagegen · Enthaltung)", "rejected"),
        ("In geänderter Form nicht angenommen, 4 : 8 : 1", "rejected"),
        ("Ergebnis 4-8-1", "rejected"),
    ],
)
def test_marks_between_the_numbers(line: str, outcome: str) -> None:
    assert told(f"TOP 1 Leihräder\n{line}\n") == [(outcome, 4, 8, 1)]


@pytest.mark.parametrize(
    "line",
    ["9 + / 3 - / 1 o", "✓ 9   ✗ 3   ○ 1", "Ja ##### 9\nNein ## 3\nEnthaltung # 1", "9 Für-, 3 Gegenstimmen, 1 Enth."],
)
def test_signs_and_bars_of_counts(line: str) -> None:
    assert told(f"{ITEM}{line}\n") == [("adopted", 9, 3, 1)]


def test_votes_of_somebody_named_are_none_for_it() -> None:
    text = "TOP 1 Umlage\nDie Umlage wird mehrheitlich beschlossen (dagegen: Gemeinde Moorbek mit 3 Stimmen).\n"
    assert told(text) == [("adopted", None, 3, None)]


def test_acts_on_one_line_each_with_its_ratio() -> None:
    text = "TOP 1 Haushalt\nHaushalt beschlossen 9:3; Stellenplan abgelehnt 4:8; Finanzplan genehmigt 12:0.\n"
    assert told(text) == [("adopted", 9, 3, None), ("rejected", 4, 8, None), ("adopted", 12, 0, None)]
