"""Which decision a draft is about: what there is to choose from is told one a line, in German."""

from __future__ import annotations

import pytest

POINTS = """Gemeinde Wiesenfeld
Niederschrift über die öffentliche Sitzung des Rates am 03.03.2031

TOP 1 Zaun am Wehr
Beschluss: ungeändert beschlossen
Ja: 9 Nein: 1 Enthaltung: 0

TOP 4 Bauanträge
TOP 4.1 Carport am Anger
Beschluss: abgelehnt
Ja: 2 Nein: 8 Enthaltung: 0

TOP 4.2 Scheune am Wehr
Ja: 10 Nein: 0 Enthaltung: 0
"""


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "rat.txt"
    path.write_text(POINTS, encoding="utf-8")
    return path


@pytest.mark.parametrize("item", ["4", "TOP 4", "4.7"])
def test_points_of_an_item_are_offered(cli, minutes, item):
    result = cli("draft", "beschlussauszug", "--from", minutes, "--item", item)
    assert result.code == 5
    assert f"Zu TOP {item.removeprefix('TOP ')} steht in den Unterlagen kein Beschluss, aber" in result.err
    assert "\n  – TOP 4.1 „Carport am Anger“ abgelehnt (1:2)\n  – TOP 4.2 „Scheune am Wehr“" in result.err
    assert "Zaun" not in result.err
    assert "„--item 4.1“" in result.err


@pytest.mark.parametrize("choice", [("--item", "9"), ("--decision", "9")])
def test_what_there_is_stands_one_a_line(cli, minutes, choice):
    result = cli("draft", "beschlussauszug", "--from", minutes, *choice)
    assert result.code == 5
    assert result.err.count("\n  – TOP ") == 3
    assert max(map(len, result.err.split("\n"))) < 120


@pytest.mark.parametrize("choice", [("--item", "4"), ("--decision", "1")])
def test_a_choice_without_documents_asks_for_one(cli, choice):
    result = cli("draft", "beschlussauszug", *choice)
    assert result.code == 5
    assert "Nennen Sie mit „--from“ das Dokument" in result.err


def test_explain_tells_outcomes_in_german(cli, minutes):
    told = cli("draft", "beschlussauszug", "--from", minutes, "--explain").err
    assert "entscheidung: 2 – TOP 4.1, abgelehnt" in told
    assert "entscheidung: 3 – TOP 4.2, " in told
    assert "adopted" not in told
