"""``kimdocs evaluate``: the table, the misses in their place, floors, and files that cannot be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Cli = Callable[..., Any]

TEXT = """Gemeinde Wiesenfeld

Für die Bücherei werden bis zu 5.000 € bereitgestellt.
Der Verein erhält
12.500 Euro für das Spielgerät.
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    figures = [
        {"amount": "5000", "qualifier": "up_to", "quote": "bis zu 5.000 €"},
        {"amount": "12500", "qualifier": "exact", "quote": "12.500 Euro"},
        {"amount": "77", "qualifier": "exact", "quote": "erhält 12.500 Euro"},
    ]
    (folder / "auszug.json").write_text(json.dumps({"figures": figures}), encoding="utf-8")
    return folder


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "auszug.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_table_counts_what_was_found(cli: Cli, gold: Path, document: Path) -> None:
    result = cli("evaluate", gold, document, "--format", "table")
    row = next(line for line in result.out.splitlines() if " figures " in line)
    assert row.split()[-6:] == ["2", "1", "0", "1,000", "0,667", "0,800"]
    assert (result.code, result.err) == (0, "")


def test_what_no_gold_file_speaks_of_is_said_not_measured(cli: Cli, gold: Path, document: Path) -> None:
    table = cli("evaluate", gold, document, "--format", "table").out
    assert "\nNicht annotiert, nicht gewertet: Beschlüsse mit Zahlen, " in table
    assert " staffing " not in table
    kinds = json.loads(cli("evaluate", gold, document, "--format", "json").out)["kinds"]
    assert (kinds["staffing"]["annotated"], kinds["staffing"]["f1"]) == (0, None)
    result = cli("evaluate", gold, document, "--min", "staffing=0.5")
    assert (result.code, "Stellen (staffing): in keiner Gold-Datei annotiert" in result.err) == (1, True)


def test_what_some_gold_files_leave_out_is_said(cli: Cli, gold: Path, document: Path) -> None:
    (gold / "zweites.json").write_text('{"staffing": []}', encoding="utf-8")
    out = cli("evaluate", gold, document, "--format", "table").out
    assert "Nicht annotiert in 1 von 2 Gold-Dateien: Beträge" in out


def test_misses_stand_with_file_page_and_line(cli: Cli, gold: Path, document: Path) -> None:
    out = cli("evaluate", gold, document, "--misses", 3, "--format", "table").out
    assert "auszug.txt, S. 1: fehlt: 77 EUR" in out
    assert "Zeile: Der Verein erhält" in out


def test_json_on_standard_output_and_in_a_file(cli: Cli, gold: Path, document: Path, tmp_path: Path) -> None:
    target = tmp_path / "messung.json"
    result = cli("evaluate", gold, document, "--format", "json", "--misses", 1, "--json", target)
    data = json.loads(result.out)
    assert data == json.loads(target.read_text(encoding="utf-8"))
    assert data["documents"] == 1
    assert {key: data["kinds"]["figures"][key] for key in ("hit", "missed", "spurious")} == {
        "hit": 2,
        "missed": 1,
        "spurious": 0,
    }
    assert data["kinds"]["figures"]["misses"][0]["line"] == "Der Verein erhält"


def test_records_of_extract_are_measured_as_the_documents_are(
    cli: Cli, gold: Path, document: Path, tmp_path: Path
) -> None:
    records = tmp_path / "ergebnisse.jsonl"
    records.write_text(cli("extract", document, "--format", "jsonl").out, encoding="utf-8")
    call = ("evaluate", gold, "--format", "json")
    assert cli(*call, records).out == cli(*call, document).out


@pytest.mark.parametrize(("floor", "code"), [("figures=0.8", 0), ("figures=0,81", 1)])
def test_floors(floor: str, code: int, cli: Cli, gold: Path, document: Path) -> None:
    result = cli("evaluate", gold, document, "--min", floor)
    assert result.code == code
    assert ("Mindestmarke verfehlt: Beträge (figures)" in result.err) is bool(code)


@pytest.mark.parametrize("floor", ["figuren=0.9", "figures=viel", "figures=2", "figures"])
def test_a_floor_that_says_nothing_is_a_wrong_call(floor: str, cli: Cli, gold: Path, document: Path) -> None:
    assert cli("evaluate", gold, document, "--min", floor).code == 2


def test_what_was_not_compared_is_said(cli: Cli, gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "anderes.txt"
    other.write_text("Nichts von Belang.", encoding="utf-8")
    result = cli("evaluate", gold, other)
    assert "Ohne Dokument, als leer gewertet: 1 (auszug)" in result.err
    assert "Ohne Gold-Datei, nicht gewertet: 1 (anderes)" in result.err


def test_an_unreadable_file_does_not_stop_the_others(cli: Cli, gold: Path, document: Path, tmp_path: Path) -> None:
    result = cli("evaluate", gold, tmp_path / "fehlt.txt", document, "--format", "json")
    assert result.code == 3
    assert json.loads(result.out)["kinds"]["figures"]["hit"] == 2


def test_records_that_are_none(cli: Cli, gold: Path, tmp_path: Path) -> None:
    records = tmp_path / "ergebnisse.jsonl"
    records.write_text('{"schema_version": 1}\n', encoding="utf-8")
    result = cli("evaluate", gold, records)
    assert result.code == 3
    assert "Zeile 1 der Datei „ergebnisse.jsonl“ ist kein Ergebnis von kimdocs." in result.err


def test_broken_gold_ends_with_its_place(cli: Cli, gold: Path, document: Path) -> None:
    (gold / "auszug.json").write_text('{"figures": [{"amount": "viel"}]}', encoding="utf-8")
    result = cli("evaluate", gold, document)
    assert result.code == 5
    assert "„figures[0].amount“ muss eine Dezimalzahl" in result.err
