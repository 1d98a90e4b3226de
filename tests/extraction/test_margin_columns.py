"""Counts in the margin: in columns below a header, one below the other, and below a result at the right."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

HEAD = "Gemeinde Ahlhafen\nNiederschrift über die Sitzung des Gemeinderates am 12.10.2031\n\n"


def told(text: str) -> list[tuple[object, object, object, object]]:
    return [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in votes(HEAD + text)]


LEFT = (
    "Nr.    Abstimmung      Gegenstand und Beschluss\n"
    "       für    gegen\n"
    "-----------------------------------------------------------------\n\n"
    "17     9      2        Ankauf eines Spielgeräts\n\n"
    "                       Der Gemeinderat kauft eine Rutsche.\n\n"
    "18                     Antrag auf Beleuchtung des Deichwegs\n\n"
    "                       Der Deichweg misst 800 m.\n\n"
    "       3      8        Der Beleuchtung wird zugestimmt.\n"
    "                       (Sie ist damit nicht angenommen.)\n\n"
    "                                                       Seite 2\n\n"
    "Nr.    Abstimmung      Gegenstand und Beschluss\n"
    "       für    gegen\n"
    "-----------------------------------------------------------------\n\n"
    "19                     Name der Fähre\n\n"
    "       11     0        Die Sache wird auf den Mai vertagt.\n\n"
    "20     –      –        Bericht zum Hafen\n"
)


def test_columns_left_of_the_text_below_a_header_on_each_page() -> None:
    assert told(LEFT) == [("adopted", 9, 2, None), ("rejected", 3, 8, None), ("postponed", 11, 0, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Anw.  Ja  Nein  Enth.   Beschluss\n\n12    9   2     1       Der Gemeinderat kauft eine Rutsche.\n\n"
        "12    4   8     0       Dem Bau des Stegs wird zugestimmt.\n",
        "                                               J  N  E\n"
        "1. Rutsche\n"
        "   Der Gemeinderat kauft eine Rutsche.        9  2  1\n"
        "2. Steg\n   Der Bau des Stegs wird abgelehnt.          4  8  0\n",
    ],
)
def test_columns_at_either_margin(text: str) -> None:
    assert told(text) == [("adopted", 9, 2, 1), ("rejected", 4, 8, 0)]


def test_columns_of_candidates_are_elections() -> None:
    text = (
        "TOP 1 Wahl der Beisitzer\n\n"
        "   Mitglied            Stellvertreter     ja    nein   enth.\n"
        "   Ilse Brook          Tjark Holm         11     0      1\n"
        "   Onno Reents         Wiebke Sand        10     2      0\n\n"
        "Die Genannten sind damit gewählt.\n"
    )
    assert told(text) == [("elected", 11, 0, 1), ("elected", 10, 2, 0)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "TOP 1 Befragung der Eltern\n"
            "Ortsteil             ja    nein\n"
            "Hafen                31    12\n"
            "Geest                28     9\n"
        ),
        (
            "TOP 1 Bürgerentscheid\n"
            "Wahllokal      Ja     Nein    ungültig\n"
            "Schule         310    288     3\n"
            "Gesamt         310    288     3\n"
        ),
        (
            "TOP 1 Prüfliste\n"
            "               ja   nein\n"
            "Zaun            x\n"
            "Tor                  x\n"
            "Anzahl          1     1\n"
        ),
        "TOP 1 Bericht\nAusschuss        ja    nein\nHafen             9     2\nKultur            8     3\n",
    ],
)
def test_columns_of_other_things_are_no_votes(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Für:      TOP 1 Rutsche\n"
            "9         Der Gemeinderat beauftragt die Verwaltung, eine\n"
            "Gegen:    Rutsche zu kaufen.\n"
            "2\n"
        ),
        " mit      TOP 1 Rutsche\n  9       Der Gemeinderat beschließt den Kauf\ngegen     einer Rutsche.\n  2\n",
        "Ja: 9       TOP 1 Rutsche\nNein: 2     Der Gemeinderat kauft eine Rutsche.\n",
        (
            "TOP 1 Rutsche\n"
            "Der Gemeinderat beschließt den Kauf der       Ja:   9\n"
            "Rutsche beim günstigsten Bieter.              Nein: 2\n"
        ),
        (
            "TOP 1 Rutsche\n"
            "Der Gemeinderat beschließt den Kauf der       +  9\n"
            "Rutsche beim günstigsten Bieter.              -  2\n"
        ),
        (
            "Stimmen-      Kauf einer Rutsche\n"
            "verhältnis    Die Gemeinde kauft eine Rutsche.\n"
            " 9 : 2        Näheres regelt der Bürgermeister.\n"
        ),
        "für 9 / gegen 2      Der Gemeinderat kauft eine Rutsche.\n",
    ],
)
def test_counts_one_below_the_other_beside_a_text(text: str) -> None:
    assert told(text) == [("adopted", 9, 2, None)]


def test_bracketed_groups_beside_a_count_are_no_text() -> None:
    text = (
        "TOP 1 Steg\n"
        "Der Steg wird gebaut.\n"
        "Abstimmung:\n"
        "Ja:         9  (CDU 5, SPD 4)\n"
        "Nein:       2  (FDP 2)\n"
        "Enthaltung: 1  (FWG 1)\n"
    )
    assert told(text) == [("adopted", 9, 2, 1)]


def test_a_third_count_stands_below_a_ratio_at_the_right() -> None:
    text = (
        "TOP 1 Steg\n"
        "Die Planerin stellt den Steg vor und beantwortet Fragen zu den Kosten.              9 : 2\n"
        "Der Gemeinderat beschließt den Bau.                                                 1 E\n"
    )
    assert told(text) == [("adopted", 9, 2, 1)]
