"""Tables of votes: empty cells, headers of two lines, bodies that sit together, rows of acts over several pages."""

from __future__ import annotations

import pytest

from kimdocs.extraction.recognise.forms.split_header import split_header_counts
from tests.extraction.reading import votes

HEAD = "Gemeinde Ahlhafen\nNiederschrift über die Sitzung des Gemeinderates am 12.10.2031\n\n"
ITEM = "TOP 1 Steg\nDer Gemeinderat beschließt den Bau des Stegs.\n"


def told(text: str) -> list[tuple[object, object, object, object]]:
    return [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in votes(HEAD + text)]


@pytest.mark.parametrize(
    "table",
    [
        "        | Hafen | Geest | Marsch | gesamt\nja      |   6   |       |   3    |    9\n"
        "nein    |       |   2   |        |    2\nEnth.   |       |   1   |        |    1\n",
        (
            "          Hafen   Geest   Marsch   gesamt\n"
            "ja          6               3         9\n"
            "nein                2                 2\n"
            "Enth.               1                 1\n"
        ),
        "            dafür   dagegen   enth.\n"
        "CDU           6\n"
        "SPD                    2\n"
        "FWG           3                 1\n"
        "            -----   -----    -----\n              9        2        1\n",
        "Mitgliedsort       Stimmen    ja    nein    enth.\n"
        "Hafen                 6        6\n"
        "Geest                 2               2\n"
        "Marsch                4        3              1\nGesamt               12        9      2       1\n",
        (
            "| anwesend | stimmberechtigt | Zustimmung | Ablehnung | Enthaltung |\n"
            "|---|---|---|---|---|\n"
            "| 13 | 12 | 9 | 2 | 1 |\n"
        ),
        "Ja-     Nein-    Enthal-\nStimmen Stimmen  tungen\n  9       2        1\n",
        "Gesetzl. Zahl    Davon        Dafür    Dagegen    Enthal-\n"
        "der Mitglieder   anwesend                         tungen\n"
        "     15             12          9         2          1\n",
        "   9        2          1\n   Ja      Nein    Enthaltungen\n",
        "Zustimmung\n:\n9\n\nAblehnung\n:\n2\n\nStimmenthaltung\n:\n1\n",
        "Gesamt:   J 9    N 2    E 1\n",
    ],
)
def test_tables_and_cells_of_one_vote(table: str) -> None:
    assert told(ITEM + table) == [("adopted", 9, 2, 1)]


def test_an_empty_cell_of_the_only_row_is_not_stated() -> None:
    assert told(f"{ITEM}\nBeratungsergebnis\nDafür | Dagegen | Enthaltung\n    9 |         |\n") == [
        ("adopted", 9, None, None)
    ]


def test_a_word_broken_in_a_header_goes_on_below_it() -> None:
    text = "Anwe-     Ja    Nein    Enthal-\nsend                    tungen\n 12       9      2        1"
    ends = [at for at, char in enumerate(text) if char == "\n"]
    lines = [(0, ends[0]), (ends[0] + 1, ends[1]), (ends[1] + 1, len(text))]
    assert split_header_counts(text, lines) == {"present": 12, "yes": 9, "no": 2, "abstain": 1}


JOINT = [
    "| Gemeinde | Ja | Nein | Enthaltung |\n| Hafen | 9 | 0 | 1 |\n| Geest | 7 | 4 | 0 |\n",
    "Abstimmung\nHafen\nGeest\nJa\n9\n7\nNein\n0\n4\nEnthaltung\n1\n0\n",
    "                 Hafen          Geest\nim Ganzen        9 / 0 / 1      7 / 4 / 0\n",
    "Amt Hafen 9/0/1 – Amt Geest 7/4/0; damit ist die Satzung angenommen.\n",
    "Gemeinde Hafen: 9 Ja, 0 Nein, 1 Enthaltung\nGemeinde Geest: 7 Ja, 4 Nein, 0 Enthaltungen\n",
]


@pytest.mark.parametrize("shape", JOINT)
def test_each_of_the_bodies_that_sit_together_votes(shape: str) -> None:
    head = "Niederschrift der gemeinsamen Sitzung der Gemeindevertretungen Hafen und Geest am 12.10.2031\n\n"
    found = [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in votes(f"{head}TOP 1 Satzung\n{shape}")]
    assert found == [("adopted", 9, 0, 1), ("adopted", 7, 4, 0)]


def test_ratios_behind_groups_are_no_votes_of_bodies() -> None:
    assert told("TOP 1 Steg\nCDU 6/0/1 – SPD 3/2/0\n") == []


ROWS = (
    "TOP   Gegenstand            Firma             Betrag in €    Votum\n"
    "                                              (netto)        ja   nein   enth.\n\n"
    "1     Steg                  Fa. Holm          48.200,00      9     2      1\n"
    "2     Kran                  – aufgehoben, da zu teuer; neu ausschreiben –\n"
    "                                                             8     3      1\n"
    "3     Tor                   Fa. Sand           7.300,00      4     8      0\n"
)


def test_rows_beside_amounts_whose_counts_may_stand_on_the_next_line() -> None:
    assert told(ROWS) == [("adopted", 9, 2, 1), ("adopted", 8, 3, 1), ("rejected", 4, 8, 0)]


def test_rows_go_on_beyond_the_foot_of_a_page() -> None:
    text = (
        "TOP    Beschluss                    Ja   Nein\n 4     Kauf eines Bootes            9     2\n\n"
        "             - 3 -\n\nGemeinderat Ahlhafen, Sitzung vom 12.10.2031\n\n"
        " 5     Verkauf des Krans            4     8\n       (abgelehnt)\n"
    )
    assert told(text) == [("adopted", 9, 2, None), ("rejected", 4, 8, None)]


def test_a_sentence_below_rows_says_their_results_again() -> None:
    text = (
        "Nr.   Gegenstand                 ja   nein\n"
        "7     Kauf eines Bootes          9     2\n"
        "8     Verkauf des Krans          4     8\n"
        "\n"
        "Nr. 8 ist damit abgelehnt; die übrigen Anträge sind angenommen.\n"
    )
    assert told(text) == [("adopted", 9, 2, None), ("rejected", 4, 8, None)]


def test_rows_of_bare_ratios_of_one_body() -> None:
    text = "TOP 1 Reste\n- Bootshaus – 9/2/1\n- Kran – 4/8/0\n"
    assert told(text) == [("adopted", 9, 2, 1), ("rejected", 4, 8, 0)]


def test_a_result_and_the_counts_below_it_are_one_vote() -> None:
    text = f"{ITEM}Ergebnis: mehrheitlich beschlossen\nAbstimmung\nJa / Nein / Enthaltung\n9\n/\n2\n/\n1\n"
    assert told(text) == [("adopted", 9, 2, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "BV 31/7   Kauf eines Bootes     9 Für-, 2 Gegenstimmen   Zustimmung\n"
            "BV 31/9   Verkauf des Krans     4 Für-, 8 Gegenstimmen   Ablehnung\n"
        ),
        "Antrag A | 9/2 | angenommen\nAntrag B | 4/8 | abgelehnt\n",
    ],
)
def test_rows_that_name_their_paper_or_motion(rows: str) -> None:
    assert told(f"TOP 1 Hafen\n{rows}") == [("adopted", 9, 2, None), ("rejected", 4, 8, None)]


def test_bare_losing_counts_are_on_the_sentence_right_above() -> None:
    text = "TOP 1 Kran\nDem Verkauf des Krans wird zugestimmt.\n| Ja | Nein | Enth. |\n| 4 | 8 | 0 |\n"
    assert told(text) == [("rejected", 4, 8, 0)]


def test_all_votes_and_none() -> None:
    assert told(f"{ITEM}Ja: alle 12    Nein: keine    Enthaltungen: keine\n") == [("adopted", 12, 0, 0)]


def test_three_numbers_behind_the_sentence_of_a_body() -> None:
    assert told("TOP 1 Boot\nDer Gemeinderat kauft ein Boot. 9/2/1\n") == [("adopted", 9, 2, 1)]


def test_a_line_that_a_day_opens_may_be_the_end_of_a_sentence() -> None:
    text = "TOP 1 Kran\nRatsherr Dorn beantragt, den Kran bis zum\n14.11.2031 zurückzustellen.\n\nDer Rat berät.\n"
    assert told(text) == []
