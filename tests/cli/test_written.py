"""A file that kimdocs wrote and nobody touched may be written again; every other one is kept."""

from __future__ import annotations

import json

import pytest

from kimdocs.cli.written import MOST, is_untouched, remember

TEXT = "Gemeinde Au\nNiederschrift über die Sitzung des Rates am 03.03.2031\n\nTOP 1 Zaun\nBeschluss: vertagt\n"


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "stand"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "stand"))
    return tmp_path / "stand" / "kimdocs" / "geschrieben.json"


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "rat.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", ["jsonl", "json", "html", "xlsx", "csv"])
def test_results_are_written_again_until_somebody_edits_them(cli, tmp_path, minutes, suffix):
    target = tmp_path / f"ergebnis.{suffix}"
    assert cli("extract", minutes, "-o", target).code == 0
    minutes.write_text(TEXT.replace("vertagt", "abgelehnt"), encoding="utf-8")
    before = target.read_bytes()
    assert cli("extract", minutes, "-o", target).code == 0
    assert target.read_bytes() != before
    target.write_bytes(before)
    refused = cli("extract", minutes, "-o", target)
    assert (refused.code, "überschreiben Sie die Datei mit „--force“" in refused.err) == (2, True)
    assert target.read_bytes() == before
    assert cli("extract", minutes, "-o", target, "--force").code == 0


def test_registers_are_written_again(cli, tmp_path, minutes):
    archive = ("--archive", tmp_path / "archiv.sqlite")
    assert cli("archive", "add", minutes, *archive).code == 0
    for name in ("b.xlsx", "b.csv"):
        assert [cli("archive", "export", "-o", tmp_path / name, *archive).code for _ in range(2)] == [0, 0]


def test_without_an_account_every_file_counts_as_edited(cli, tmp_path, minutes, state):
    target = tmp_path / "fakten.jsonl"
    assert cli("extract", minutes, "-o", target).code == 0
    for broken in ("{", "[1]", '{"x": 1}'):
        state.write_text(broken, encoding="utf-8")
        assert cli("extract", minutes, "-o", target).code == 2
    state.unlink()
    state.mkdir()
    assert cli("extract", minutes, "-o", target, "--force").code == 0
    assert cli("extract", minutes, "-o", target).code == 2


def test_the_account_stays_small_and_forgets_the_oldest(tmp_path, state):
    state.parent.mkdir(parents=True)
    state.write_text(json.dumps({f"/weg/{number}": "x" for number in range(MOST)}), encoding="utf-8")
    (tmp_path / "neu").write_text("neu", encoding="utf-8")
    remember(tmp_path / "neu")
    assert is_untouched(tmp_path / "neu")
    known = json.loads(state.read_text(encoding="utf-8"))
    assert (len(known), "/weg/0" in known) == (MOST, False)
    assert not is_untouched(tmp_path / "fehlt")


def test_without_a_home_results_are_written_and_count_as_edited(cli, tmp_path, minutes, monkeypatch):
    def nowhere():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("kimdocs.cli.written.Path.home", nowhere)
    target = tmp_path / "ergebnis.json"
    assert cli("extract", minutes, "-o", target).code == 0
    assert target.is_file()
    assert cli("extract", minutes, "-o", target).code == 2
