"""The archive on the command line: what a clerk types, and what comes back."""

from __future__ import annotations

import csv
import io
import json
import re
import sys

import pytest

from kimdocs.archive.store import Archive
from tests.archive.papers import MINUTES_TEXT, figure, minutes, paper

MOTION = "Antrag der Bürgerliste Erlbach\n\nDer Rat möge beschließen, das Freibad am Mühlteich zu erhalten.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work in an empty folder, with no archive named by the environment."""
    monkeypatch.delenv("KIMDOCS_ARCHIVE", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def papers(folder):
    """A folder with two documents and a file that is none."""
    there = folder / "papiere"
    (there / "2022").mkdir(parents=True)
    (there / "2022" / "niederschrift.txt").write_text(MINUTES_TEXT, encoding="utf-8")
    (there / "antrag.txt").write_text(MOTION, encoding="utf-8")
    (there / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    return there


@pytest.fixture
def stored(folder):
    """An archive at the usual place with one document, whose facts are known."""
    made = minutes()
    with Archive(folder / "kimdocs-archiv.sqlite") as archive:
        archive.add(made.record, made.source)
    return made


def table_of(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_a_folder_is_added_and_found_again(cli, papers):
    added = cli("archive", "add", papers)
    assert added.code == 0
    assert "Nr. 1: niederschrift.txt, neu" in added.out
    assert "2 neu." in added.out
    hits = [json.loads(line) for line in cli("search", "Freibad").out.splitlines()]
    assert [hit["name"] for hit in hits] == ["antrag.txt"]
    assert MOTION[hits[0]["start"] : hits[0]["end"]] == hits[0]["quote"]
    assert cli("archive", "show", hits[0]["id"], "--text").out == MOTION + "\n"


def test_adding_again_changes_nothing_and_says_so(cli, papers):
    cli("archive", "add", papers)
    again = cli("archive", "add", papers)
    assert (again.code, "2 schon im Archiv." in again.out) == (0, True)
    assert "2 aktualisiert." in cli("archive", "add", "--refresh", papers).out
    assert len(cli("archive", "list").out.splitlines()) == 2


def test_a_copy_under_another_name_is_told_as_such(cli, papers):
    cli("archive", "add", papers / "antrag.txt")
    (papers / "kopie.txt").write_text(MOTION, encoding="utf-8")
    assert (
        "Nr. 1: kopie.txt, schon im Archiv (derselbe Inhalt wie antrag.txt)"
        in cli("archive", "add", papers / "kopie.txt").out
    )


def test_files_that_cannot_be_read_do_not_stop_the_others(cli, papers):
    result = cli("archive", "add", papers / "fehlt.txt", papers / "bild.png", papers / "antrag.txt")
    assert result.code == 3
    assert result.err.count("Fehler: ") == 2
    assert "1 neu, 2 nicht gelesen." in result.out


def test_standard_input_is_added(cli):
    assert cli("archive", "add", "-", stdin=MOTION.encode()).code == 0
    assert "Freibad" in cli("search", "Freibad").out


def test_the_archive_is_the_one_that_is_named(cli, papers, monkeypatch):
    monkeypatch.setenv("KIMDOCS_ARCHIVE", "umgebung.sqlite")
    cli("archive", "add", papers / "antrag.txt")
    cli("archive", "add", papers / "antrag.txt", "--archive", "genannt.sqlite")
    assert sorted(path.name for path in papers.parent.glob("*.sqlite")) == ["genannt.sqlite", "umgebung.sqlite"]
    assert cli("search", "Freibad", "--archive", "genannt.sqlite").code == 0


@pytest.mark.parametrize("command", [["list"], ["show", "1"], ["check"], ["remove", "1"], ["export"]])
def test_without_an_archive_every_command_says_how_to_make_one(cli, folder, command):
    result = cli("archive", *command)
    assert (result.code, result.out) == (6, "")
    assert "kimdocs archive add" in result.err
    assert cli("search", "Rat").code == 6
    assert list(folder.iterdir()) == []


def test_list_in_all_its_forms(cli, stored):
    shown = cli("archive", "list", "--format", "table").out
    assert "31.08.2022" in shown
    assert "Niederschrift" in shown
    (line,) = cli("archive", "list").out.splitlines()
    assert json.loads(line)["date"] == "2022-08-31"
    assert json.loads(cli("archive", "list", "--format", "json").out) == [json.loads(line)]
    (row,) = table_of(cli("archive", "list", "--format", "csv").out)
    assert (row["Nr."], row["Datum"], row["Art"], row["öffentlich"]) == ("1", "31.08.2022", "Niederschrift", "")


def test_show_gives_the_record_with_its_places(cli, stored):
    record = json.loads(cli("archive", "show", "1").out)
    assert record["figures"][0]["amount"] == "55000.50"
    shown = cli("archive", "show", stored.source.id[7:15], "--format", "table").out
    assert "55.000,50" in shown
    assert "Nr. 1 im Archiv seit" in shown


def test_remove_and_check(cli, stored):
    assert "in Ordnung (1 Dokument)" in cli("archive", "check").out
    assert "Gelöscht: Nr. 1, niederschrift-soziales.txt" in cli("archive", "remove", "1").out
    assert cli("archive", "remove", "1").code == 6
    assert cli("archive", "list", "--format", "table").out == "Das Archiv ist leer.\n"


def test_check_ends_with_an_error_where_a_text_was_changed(cli, stored, folder):
    import sqlite3

    connection = sqlite3.connect(folder / "kimdocs-archiv.sqlite")
    connection.execute("UPDATE contents SET text = upper(text)")
    connection.commit()
    connection.close()
    result = cli("archive", "check")
    assert result.code == 6
    assert "Nr. 1: Dokument Nr. 1 weicht" in result.out
    assert cli("archive", "show", "1").code == 6


def test_registers_as_csv_are_german_and_as_jsonl_exact(cli, stored, folder):
    (row,) = table_of(cli("archive", "export").out)
    assert (row["Ergebnis"], row["Ja"], row["Enthaltungen"], row["Anwesend"]) == ("empfohlen", "11", "0", "")
    assert (row["Datum"], row["Datum des Dokuments"]) == ("31.08.2022", "31.08.2022")
    (row,) = table_of(cli("archive", "export", "--what", "figures").out)
    assert (row["Betrag"], row["je"], row["Datum"]) == ("55000,50", "Jahr, Stelle", "31.08.2022")
    (line,) = cli("archive", "export", "--what", "figures", "--format", "jsonl").out.splitlines()
    exact = json.loads(line)
    assert (exact["amount"], exact["per"], exact["document_date"]) == ("55000.50", ["year", "post"], "2022-08-31")
    assert cli("archive", "export", "--what", "resolutions", "-o", "b.jsonl").code == 0
    assert json.loads((folder / "b.jsonl").read_text(encoding="utf-8"))["kind"] == "adopted"
    assert cli("archive", "export", "--what", "documents", "-o", "d.csv").code == 0
    assert (folder / "d.csv").read_bytes().startswith(b"\xef\xbb\xbfNr.;Datei;")
    assert cli("archive", "export", "-o", "kein/ordner.csv").code != 0


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\n-2"])
def test_no_text_becomes_a_formula_and_numbers_stay_numbers(cli, folder, title):
    text = "Ertrag -300 € im Jahr"
    made = paper(text, facts={"title": title}, figures=(figure(text, "-300 €", "-300"),))
    with Archive(folder / "kimdocs-archiv.sqlite") as archive:
        archive.add(made.record, made.source)
    (row,) = table_of(cli("archive", "export", "--what", "figures").out)
    assert row["Titel"].startswith("'")
    assert row["Betrag"] == "-300"


def test_search_shows_the_quote_in_its_place(cli, stored):
    shown = cli("search", "Vereinbarung", "--format", "table").out
    assert "niederschrift-soziales.txt · Niederschrift · 31.08.2022" in shown
    assert re.search(r"S\.\s1: „", shown)
    assert "»Vereinbarung« zuzustimmen" in shown
    assert json.loads(cli("search", "Vereinbarung", "--format", "json").out)[0]["further"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Vereinbarumg"], "„vereinbarumg“ steht in keinem Dokument. Meinten Sie „Vereinbarung“?"),
        (["Vereinbarung", "Wal"], "„wal“ steht in keinem Dokument.\n"),
        (["Vereinbarung", "--year", "1990"], "Ohne die Filter gibt es Treffer."),
        (["Vereinbarung", "-Schäfer"], "aber so in keinem Dokument"),
    ],
)
def test_a_search_without_hits_says_what_to_try(cli, stored, words, said):
    shown = cli("search", *words, "--format", "table")
    assert shown.out.startswith("Nichts gefunden.\n")
    assert said in shown.out
    piped = cli("search", *words)
    assert (piped.out, said in piped.err) == ("", True)


@pytest.mark.parametrize("period", [("--from", "2023", "--to", "2022"), ("--from", "gestern"), ("--to", "31.02.2022")])
def test_a_period_that_is_none_is_told(cli, stored, period):
    result = cli("search", "Vereinbarung", *period)
    assert (result.code, result.err.startswith("Fehler: ")) == (2, True)


@pytest.mark.parametrize(
    ("options", "hits"),
    [
        (["--kind", "Niederschrift"], 1),
        (["--kind", "minutes"], 1),
        (["--kind", "Antrag"], 0),
        (["--outcome", "empfohlen"], 1),
        (["--outcome", "beschlossen"], 0),
        (["--year", "2022", "--body", "wiesenfeld", "--organization", "Soziales"], 1),
        (["--min-amount", "55.000,50 €", "--max-amount", "55.000,50"], 1),
        (["--min-amount", "55.000,51"], 0),
        (["--from", "31.08.2022", "--to", "2022-08-31"], 1),
        (["--from", "08.2022", "--to", "8/2022"], 1),
        (["--from", "2022-09"], 0),
        (["--to", "2021"], 0),
        (["-Schwimmbad"], 1),
        (["-Folgekosten"], 0),
        (["-hinweise"], 1),
        (['-"zuzustimmen der"'], 1),
        (["der Vereinbarung zuzustimmen"], 1),
        (["zuzustimmen der Vereinbarung"], 0),
        (["--exclude", "Schwimmbad"], 1),
        (["--exclude", "Folgekosten"], 0),
        (["--exclude", "Folgekosten der Stelle"], 1),
    ],
)
def test_search_filters(cli, stored, options, hits):
    result = cli("search", "Vereinbarung", *options)
    assert (result.code, len(result.out.splitlines())) == (0, hits)


@pytest.mark.parametrize(
    "wrong",
    [
        ["§"],
        [],
        ["Rat", "--kind", "Brief"],
        ["Rat", "--outcome", "vielleicht"],
        ["Rat", "--min-amount", "5.5"],
        ["Rat", "--max-amount", "viel"],
        ["Rat", "--limit", "0"],
        ["Rat", "--year", "bald"],
        ["Rat", "--year", "99999"],
    ],
)
def test_wrong_searches_are_told(cli, stored, wrong):
    result = cli("search", *wrong)
    assert (result.code, result.out) == (2, "")
    assert "→" in result.err


def test_more_hits_than_asked_for_are_told(cli, folder):
    with Archive(folder / "kimdocs-archiv.sqlite") as archive:
        for number in range(3):
            made = paper(f"Bericht {number}")
            archive.add(made.record, made.source)
    assert "Die ersten 2 Treffer" in cli("search", "Bericht", "--limit", "2", "--format", "table").out
    assert "neuesten" not in cli("search", "Bericht", "--limit", "3", "--format", "table").out
    assert cli("search", "Fehlanzeige", "--format", "table").out.startswith("Nichts gefunden.\n")


def test_what_a_document_holds_cannot_steer_the_terminal(cli, folder):
    made = paper("Ein \x1b[31mroter\x1b[0m Bericht", name="bericht\x1b]0;x\x07.txt", facts={"title": "\x1b[2J"})
    with Archive(folder / "kimdocs-archiv.sqlite") as archive:
        archive.add(made.record, made.source)
    for command in (["search", "Bericht"], ["archive", "list"]):
        assert "\x1b" not in cli(*command, "--format", "table").out


@pytest.mark.parametrize("terminal", [True, False])
def test_many_files_show_a_bar_on_a_terminal_only(cli, folder, monkeypatch, terminal):
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"Bericht {number}", encoding="utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    result = cli("archive", "add", folder)
    assert result.code == 0
    assert ("12/12" in result.err) == terminal
    assert "12/12" not in result.out


@pytest.mark.parametrize(("variable", "emphasis"), [("", "\x1b[1m"), ("1", "»")])
def test_words_found_are_bold_on_a_terminal_unless_colour_is_unwanted(cli, stored, monkeypatch, variable, emphasis):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", variable)
    assert f"{emphasis}Vereinbarung" in cli("search", "Vereinbarung").out
