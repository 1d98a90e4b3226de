"""Votes at the end of a line, in brackets, behind a spread, with dashes for zero; and which act a vote belongs to."""

from __future__ import annotations

import pytest

import kimdocs

HEAD = "Gemeinde Ahlhafen\nNiederschrift über die Sitzung des Rates am 12.03.2030\n\nTOP 4 Mühle\n\n"


def told(words: str) -> list[tuple[str, object, object, object]]:
    found = kimdocs.extract(kimdocs.read(f"{HEAD}{words}\n".encode(), name="papier.txt")).decisions
    return [(str(d.outcome), d.yes, d.no, d.abstain) for d in found]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Ablehnung, da kein Bedarf besteht                15 : 2 für Ablehnung", ("rejected", 15, 2, None)),
        ("Beschluss (9 : 0 : 2):\nDie Mühle wird saniert.", ("adopted", 9, 0, 2)),
        ("Beschluss (9:0):\nDie Mühle wird saniert.", ("adopted", 9, 0, None)),
        ("* Bebauungsplan: Der Entwurf wurde gebilligt. (17:4)", ("adopted", 17, 4, None)),
        ("ohne Aussprache\neinstimmig/0/0", ("adopted", None, 0, 0)),
        ("ohne Aussprache\nmehrheitlich/3/1", ("adopted", None, 3, 1)),
        ("verwiesen in den Ausschuss für Bauwesen\n21/11/2", ("referred", 21, 11, 2)),
        ("Der Verein bekommt 750 EUR. Abst.-Erg.: 5 x ja, 1 Enth.", ("adopted", 5, None, 1)),
        ("Abstimmungsergebnis (Vertagung):   4 dafür, 3 dagegen, 1 Enthaltung", ("postponed", 4, 3, 1)),
        ("Abstimmungsergebnis (Vertagung):   4 dafür, 5 dagegen", ("rejected", 4, 5, None)),
        ("Gewährt werden 2.000,00 €      einstimmig", ("adopted", None, None, None)),
        (
            "Die Satzung wird beschlossen.\n| Ja-Stimmen | Nein-Stimmen | Enthaltungen |\n| mehrheitlich | 2 | 0 |",
            ("adopted", None, 2, 0),
        ),
        ("abgelehnt (2/7/1)", ("rejected", 2, 7, 1)),
        ("Abstimmung:   Ja  6    Nein  7    Enth.  –", ("rejected", 6, 7, 0)),
        ("Abstimmung:   14 Ja-Stimmen     – Nein-Stimmen     – Enthaltungen", ("adopted", 14, 0, 0)),
        ("Abstimmung: 8 Ja-Stimmen, - Nein-Stimmen, 1 Enthaltung", ("adopted", 8, 0, 1)),
        ("Abstimmung: 8 Ja - Enthaltung 1", ("adopted", 8, None, 1)),
    ],
)
def test_a_vote_in_its_notation(words: str, act: tuple[str, object, object, object]) -> None:
    assert told(words) == [act]


def test_a_ratio_in_the_heading_is_no_part_of_the_text() -> None:
    paper = f"{HEAD}Beschluss (9 : 0 : 2):\nDie Mühle wird saniert.\n"
    (text,) = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).resolutions
    assert text.text == "Die Mühle wird saniert."


@pytest.mark.parametrize(
    "words",
    [
        "Der Turnverein gewann das Spiel. (3:1)",
        "Das Band lief weiter. (1:44)",
        "Herr Boll fragt nach dem Maßstab.     1 : 500",
        "Die Karte zeigt das Flurstück (412/3).",
        "Anlage 21/11/2",
    ],
)
def test_other_numbers_are_no_vote(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        (
            "Der Gehweg wird gebaut.\n                                        9 : 4\n\n"
            "Nr. 91   Zuschuss\nDer Antrag wird zurückgestellt.",
            [("adopted", 9, 4, None), ("postponed", None, None, None)],
        ),
        (
            "Abstimmungsergebnis: 8 Ja, 1 Nein\n\nDie Ausführungen dienten zur Kenntnis.",
            [("adopted", 8, 1, None), ("noted", None, None, None)],
        ),
        (
            "Abstimmungsergebnis: 8 Ja, 1 Nein\n\nDie Vorlage zur Marktsatzung wird zurückgezogen.",
            [("adopted", 8, 1, None), ("withdrawn", None, None, None)],
        ),
        (
            "4.1 Antrag der UWG: Zaun am Bad\nAbstimmung:  Ja 12   Nein 9   Enthaltung 0\n\n"
            "4.2 Antrag der FDP: Tor am Bad\nDer Antrag wird abgelehnt.",
            [("adopted", 12, 9, 0), ("rejected", None, None, None)],
        ),
        (
            "Frau Boll wird mit 12 Ja-Stimmen gewählt.\n\nPunkt 5    Resolution\nDer Rat fordert den Erhalt.\n"
            "                                - einstimmig -",
            [("elected", 12, None, None), ("adopted", None, None, None)],
        ),
    ],
)
def test_votes_of_two_matters_are_two(words: str, acts: list[tuple[str, object, object, object]]) -> None:
    assert told(words) == acts
