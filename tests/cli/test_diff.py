"""``kimdocs diff``: proposed against adopted, as a clerk calls it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Cli = Callable[..., Any]

PROPOSED = """1. Die Verwaltung wird beauftragt, die Radbrücke am Anger neu zu bauen.
2. Dafür werden bis zu 120.000 € bereitgestellt. Für die Bauleitung wird 1,0 Stelle geschaffen."""

SUBMISSION = f"""Gemeinde Wiesenfeld
Beschlussvorlage
Vorlage Nr. 45/2024
Betreff: Neubau der Radbrücke am Anger

Beschlussvorschlag:
{PROPOSED}

Sachverhalt:
Die alte Brücke ist gesperrt. Ein Neubau wurde 2019 auf 80.000 € geschätzt.
"""

MINUTES = """Gemeinde Wiesenfeld
Niederschrift über die Sitzung des Rates am 12.03.2024

TOP 6: Genehmigung der Niederschrift

Beschluss:
Die Niederschrift der letzten Sitzung wird genehmigt.

Abstimmungsergebnis: Ja: 15, Nein: 0, Enthaltungen: 0

TOP 7: {title}

Beschluss:
{text}

Abstimmungsergebnis: {votes}
"""
TITLE = "Neubau der Radbrücke am Anger (Vorlage 45/2024)"
VOTES = "Ja: 12, Nein: 3, Enthaltungen: 0"


@pytest.fixture
def compare(cli: Cli, tmp_path: Path) -> Callable[..., Any]:
    """Compare the submission with minutes of this text."""

    def run(text: str, *arguments: str, title: str = TITLE, votes: str = VOTES) -> Any:
        submission, minutes = tmp_path / "vorlage.txt", tmp_path / "niederschrift.txt"
        submission.write_text(SUBMISSION, encoding="utf-8")
        minutes.write_text(MINUTES.format(text=text, title=title, votes=votes), encoding="utf-8")
        return cli("diff", submission, minutes, *arguments)

    return run


def test_the_same_text_with_other_line_breaks_is_unchanged(compare: Callable[..., Any]) -> None:
    result = compare(PROPOSED.replace(" neu zu", "\nneu zu"), "--format", "table")
    assert result.code == 0
    assert "Ergebnis: unverändert beschlossen" in result.out
    assert "Hinweis" not in result.out


def test_changed_words_amounts_and_posts_are_shown(compare: Callable[..., Any]) -> None:
    text = PROPOSED.replace("120.000", "95.000").replace("1,0 Stelle", "0,5 Stelle").replace("neu zu", "zügig neu zu")
    result = compare(text, "--format", "table")
    assert result.code == 1
    assert "Ergebnis: geändert beschlossen" in result.out
    assert "{+zügig+}" in result.out
    assert "[−120.000−] {+95.000+}" in " ".join(result.out.split())
    rows = [" ".join(line.replace("\u00a0", " ").split()) for line in result.out.splitlines()]
    assert "bis zu 120.000 € bis zu 95.000 € geändert" in rows
    assert "1 Stelle 0,5 Stelle geändert" in rows


def test_json_names_the_places_and_the_values(compare: Callable[..., Any]) -> None:
    data = json.loads(compare(PROPOSED.replace("120.000", "95.000"), "--format", "json").out)
    assert (data["verdict"], data["outcome"], data["minutes"]["agenda_item"]) == ("changed", "adopted", "7")
    (amount,) = data["figures"]
    assert (amount["before"]["amount"], amount["after"]["amount"], amount["same"]) == ("120000", "95000", False)
    assert data["submission"]["text"] == data["submission"]["evidence"][0]["quote"]


def test_amounts_outside_the_resolution_are_not_compared(compare: Callable[..., Any]) -> None:
    data = json.loads(compare(PROPOSED, "--format", "json").out)
    assert [one["before"]["amount"] for one in data["figures"]] == ["120000"]


def test_a_rejected_proposal_is_not_unchanged_decided(compare: Callable[..., Any]) -> None:
    result = compare(
        PROPOSED, "--format", "table", votes="Der Antrag wird mit 3 Ja-Stimmen gegen 12 Nein-Stimmen abgelehnt"
    )
    assert result.code == 1
    assert "Ergebnis: abgelehnt" in result.out


def test_the_item_is_found_by_its_title_where_the_text_is_another(compare: Callable[..., Any]) -> None:
    result = compare("Das Vorhaben wird im kommenden Jahr erneut beraten.", "--format", "json")
    data = json.loads(result.out)
    assert data["minutes"]["agenda_item"] == "7"
    assert data["matched_by"] in {"reference", "title"}


def test_an_item_can_be_named(compare: Callable[..., Any]) -> None:
    data = json.loads(compare(PROPOSED, "--format", "json", "--item", "6").out)
    assert (data["matched_by"], data["minutes"]["agenda_item"]) == ("item", "6")


def test_minutes_without_an_answer_end_with_a_next_step(compare: Callable[..., Any]) -> None:
    result = compare("Der Haushalt wird verabschiedet.", title="Haushalt")
    assert (result.code, result.out) == (3, "")
    assert "findet sich kein Beschluss" in result.err
    assert "--item" in result.err


def test_files_in_the_wrong_order(cli: Cli, tmp_path: Path) -> None:
    minutes = tmp_path / "niederschrift.txt"
    minutes.write_text(MINUTES.format(text=PROPOSED, title=TITLE, votes=VOTES), encoding="utf-8")
    result = cli("diff", minutes, minutes)
    assert result.code == 3
    assert "zuerst die Vorlage" in result.err


def test_a_folder_is_a_wrong_call(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "b.txt").write_text("y", encoding="utf-8")
    assert cli("diff", tmp_path, tmp_path).code == 2


@pytest.mark.parametrize("item", ["6", "TOP 6", "Ö 6", "6."])
def test_an_item_is_named_as_people_write_it(compare, item):
    assert json.loads(compare(PROPOSED, "--format", "json", "--item", item).out)["matched_by"] == "item"


def test_where_no_decision_belongs_the_items_are_offered(compare):
    result = compare(PROPOSED, "--item", "99")
    assert (result.code, "findet sich kein Beschluss zu TOP 99. Beschlüsse gibt es zu:\n  – TOP 6" in result.err) == (
        3,
        True,
    )
