"""Registers of the archive: what a row tells, which rows there are, and the files they go into."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_archive import table_of
from tests.comparison.test_trail import MINUTES, PAPER

BOTH_PARTS = """Gemeinde Wiesenfeld
Niederschrift über die öffentliche und nichtöffentliche Sitzung des Rates am 03.03.2031

Öffentlicher Teil

TOP 1 Zaun am Wehr
Beschluss: Für den Zaun werden 5.000 € bereit-
gestellt.
Ja: 9 Nein: 1 Enthaltung: 0

Nichtöffentlicher Teil

TOP 1 Kauf der Mühle
Beschluss: Die Mühle wird nicht gekauft.
Beschluss: abgelehnt
Ja: 2 Nein: 8 Enthaltung: 0
"""


@pytest.fixture(autouse=True)
def folder(cli, tmp_path, monkeypatch):
    """A folder with an archive of minutes."""
    monkeypatch.delenv("KIMDOCS_ARCHIVE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rat.txt").write_text(BOTH_PARTS, encoding="utf-8")
    assert cli("archive", "add", "rat.txt").code == 0
    return tmp_path


def test_a_decision_names_its_item_its_text_and_whether_it_is_public(cli):
    first, second = table_of(cli("archive", "export").out)
    assert (first["Betreff des TOP"], first["öffentlich"], first["Körperschaft"]) == (
        "Zaun am Wehr",
        "ja",
        "Gemeinde Wiesenfeld",
    )
    assert first["Beschlusstext"] == "Für den Zaun werden 5.000 € bereitgestellt."
    assert (second["Betreff des TOP"], second["öffentlich"]) == ("Kauf der Mühle", "nein")


def test_a_figure_beside_a_closed_part_is_not_called_public(cli):
    (row,) = table_of(cli("archive", "export", "--what", "figures").out)
    assert (row["Betrag"], row["öffentlich"]) == ("5000", "")


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        (["--outcome", "abgelehnt"], 1),
        (["--outcome", "vertagt"], 0),
        (["--year", "2031", "--body", "wiesenfeld"], 2),
        (["--year", "2030"], 0),
        (["--organization", "Rat", "--kind", "Niederschrift"], 2),
        (["--what", "figures", "--min-amount", "4.000"], 1),
        (["--what", "figures", "--min-amount", "6.000"], 0),
        (["--what", "documents", "--outcome", "abgelehnt"], 1),
    ],
)
def test_registers_and_lists_take_the_filters_of_a_search(cli, options, rows):
    assert len(table_of(cli("archive", "export", *options).out)) == rows
    if "--what" not in options:
        listed = cli("archive", "list", "--format", "table", *options).out
        assert ("rat.txt" in listed) is (rows > 0)
        assert ("Nichts gefunden." in listed) is (rows == 0)


@pytest.mark.parametrize("what", ["decisions", "resolutions", "figures", "staffing", "documents", "issues"])
def test_every_register_is_written_in_every_form_that_the_name_of_the_file_says(cli, folder, what):
    rows = len(cli("archive", "export", "--what", what, "--format", "jsonl").out.splitlines())
    for ending in ("csv", "xlsx", "json", "jsonl"):
        result = cli("archive", "export", "--what", what, "-o", f"aus.{ending}")
        assert (result.code, result.err.split(" ")[0]) == (0, str(rows))
    assert (folder / "aus.xlsx").read_bytes().startswith(b"PK")
    assert len(json.loads((folder / "aus.json").read_text(encoding="utf-8"))) == rows


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["-o", "aus.ods"], 2),
        (["-o", "aus.csv", "--format", "xlsx"], 2),
        (["--format", "xlsx"], 2),
        (["-o", "kimdocs-archiv.sqlite"], 2),
        (["-o", "kimdocs-archiv.sqlite", "--format", "csv"], 2),
        (["-o", "fehlt/aus.xlsx"], 8),
    ],
)
def test_a_register_that_cannot_be_written_is_told_and_the_archive_stays(cli, options, code):
    result = cli("archive", "export", *options)
    assert (result.code, result.out) == (code, "")
    assert cli("archive", "check").code == 0


def test_what_became_of_a_paper_is_told_in_all_forms(cli, folder):
    for name, text in (("vorlage.txt", PAPER), ("rat2.txt", MINUTES)):
        (folder / name).write_text(text, encoding="utf-8")
        assert cli("archive", "add", name).code == 0
    table = cli("archive", "trail", "31/2031", "--format", "table").out
    assert table.startswith("DS 31/2031: Zaun am Wehr\n")
    for words in ("11.02.2031", "vorgesehen: vorberatend", "TOP 3: abgelehnt, 2 Ja, 8 Nein", "Nr. 3"):
        assert words in table.replace("\u00a0", " ")
    rows = [json.loads(line) for line in cli("archive", "trail", "31/2031").out.splitlines()]
    assert [row["event"] for row in rows].count("decision") == 1
    assert json.loads(cli("archive", "trail", "31/2031", "--format", "json").out) == rows
    for unknown in ("99/2031", " ", '"', "%"):
        nothing = cli("archive", "trail", unknown, "--format", "table")
        assert (nothing.code, nothing.out) == (0, f"Zu „{unknown}“ steht nichts im Archiv.\n")
        piped = cli("archive", "trail", unknown)
        assert (piped.code, piped.out, piped.err) == (0, "", f"Zu „{unknown}“ steht nichts im Archiv.\n")


def test_a_table_that_somebody_may_have_edited_is_not_written_over_unasked(cli, folder):
    target = folder / "b.csv"
    assert cli("archive", "export", "-o", target).code == 0
    target.write_text("von Hand ergänzt", encoding="utf-8")
    result = cli("archive", "export", "-o", target)
    assert (result.code, "gibt es schon" in result.err) == (2, True)
    assert target.read_text(encoding="utf-8") == "von Hand ergänzt"
    assert cli("archive", "export", "-o", target, "--force").code == 0


def test_a_trail_says_where_a_paper_is_but_named_and_knows_its_supplements(cli, folder):
    supplement = PAPER.replace("DS 31/2031", "DS 31/2031-1").replace("Zaun am Wehr", "Tor am Wehr")
    other = PAPER.replace("DS 31/2031", "DS 40/2031").replace("wird erneuert.", "wird erneuert (siehe DS 31/2031).")
    for name, text in (("ergaenzung.txt", supplement), ("andere.txt", other)):
        (folder / name).write_text(text, encoding="utf-8")
        assert cli("archive", "add", name).code == 0
    table = cli("archive", "trail", "31/2031", "--format", "table").out
    assert table.startswith("DS 31/2031-1: Tor am Wehr\n")
    assert "Vorlage DS 31/2031-1" not in table
    assert "Nur genannt in Nr. 3 (S. 1)." in table
    (folder / "vorlage.txt").write_text(PAPER, encoding="utf-8")
    cli("archive", "add", "vorlage.txt")
    table = cli("archive", "trail", "31/2031", "--format", "table").out
    assert table.startswith("DS 31/2031: Zaun am Wehr\n")
    assert "Vorlage DS 31/2031-1" in table
    cli("archive", "remove", "2", "4")
    only = cli("archive", "trail", "31/2031", "--format", "table").out
    assert only == (
        "Zu „31/2031“ ist im Archiv kein Beschluss oder Tagesordnungspunkt erkannt; genannt in Nr. 3 (S. 1).\n"
    )
