"""What keeps an archive right over the years: new versions of documents, and backups."""

from __future__ import annotations

import os

import pytest

from kimdocs.archive.store import Archive
from tests.archive.papers import MINUTES_TEXT, paper
from tests.cli.test_archive import MOTION, folder, papers, stored

__all__ = ["folder", "papers", "stored"]

CHANGED = MOTION.replace("zu erhalten.", "zu erhalten und 12.000 € bereitzustellen.")


def test_another_content_under_a_known_name_is_told_and_replaced_on_demand(cli, papers):
    motion = papers / "antrag.txt"
    cli("archive", "add", motion)
    motion.write_text(CHANGED, encoding="utf-8")
    told = cli("archive", "add", motion).out
    assert "Nr. 2: antrag.txt, neu" in told
    assert "auch Nr. 1 im Archiv, mit anderem Inhalt. " in told
    assert f"ersetzt sie „kimdocs archive add --replace {motion}“" in told
    replaced = cli("archive", "add", "--replace", motion).out
    assert "Gelöscht: Nr. 1, die frühere Fassung" in replaced
    assert "· neu: Betrag 12.000 €" in replaced
    assert cli("archive", "show", "1").code == 6


def test_a_new_version_takes_the_number_of_the_earlier_one(cli, papers):
    motion = papers / "antrag.txt"
    cli("archive", "add", motion)
    motion.write_text(CHANGED, encoding="utf-8")
    result = cli("archive", "add", "--replace", motion)
    assert "Nr. 1: antrag.txt, ersetzt\n   · neu: Betrag 12.000 €" in result.out
    assert "1 ersetzt." in result.out
    assert "12.000" in cli("archive", "show", "1", "--text").out
    assert cli("search", "bereitzustellen").out.count("antrag.txt") == 1
    assert cli("archive", "check").code == 0
    motion.write_text(CHANGED + "\n\n", encoding="utf-8")
    assert "· keine andere Angabe; " in cli("archive", "add", "--replace", motion).out


@pytest.mark.parametrize("there", [True, False])
def test_files_of_one_name_that_are_different_documents_all_stay(cli, papers, there):
    """Minutes of every year are named alike: those of another day, or still in the folder, are no earlier version."""
    other = papers / "2023" / "niederschrift.txt"
    other.parent.mkdir()
    other.write_text(MINUTES_TEXT.replace("Familie\n", "Familie am 07.03.2023\n", 1), encoding="utf-8")
    if there:
        result = cli("archive", "add", "--replace", papers / "2022", other.parent)
        assert "Unter diesem Namen" not in result.out
    else:
        (papers / "2022" / "niederschrift.txt").write_text(
            MINUTES_TEXT.replace("Familie\n", "Familie am 07.03.2022\n", 1), encoding="utf-8"
        )
        cli("archive", "add", papers / "2022")
        result = cli("archive", "add", "--replace", other.parent)
        assert "anderem Datum: nicht ersetzt" in result.out
        assert "archive remove 1“" in result.out
    assert len(cli("archive", "list").out.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_file_name_that_is_no_text_is_kept_with_a_mark(cli, folder):
    (folder / os.fsdecode(b"g\xfcltig.txt")).write_text(MOTION, encoding="utf-8")
    result = cli("archive", "add", folder)
    assert (result.code, "Nr. 1: g\ufffdltig.txt, neu" in result.out) == (0, True)
    assert "g\ufffdltig.txt" in cli("archive", "list").out


def test_a_backup_is_whole_checked_and_never_written_over_a_file(cli, stored, folder):
    with Archive(folder / "kimdocs-archiv.sqlite") as busy:
        busy.add(*reversed(paper("Ein Antrag auf Bänke.")))
        result = cli("archive", "backup", "sicherung.sqlite")
    assert (result.code, result.out) == (0, "Geschrieben: sicherung.sqlite (2 Dokumente, geprüft)\n")
    assert cli("archive", "show", "1", "--archive", "sicherung.sqlite").out == cli("archive", "show", "1").out
    before = (folder / "sicherung.sqlite").read_bytes()
    again = cli("archive", "backup", "sicherung.sqlite")
    assert (again.code, "gibt es schon" in again.err) == (2, True)
    assert (folder / "sicherung.sqlite").read_bytes() == before
    assert cli("archive", "backup", "kein/ordner.sqlite").code == 8
    assert sorted(path.name for path in folder.iterdir()) == ["kimdocs-archiv.sqlite", "sicherung.sqlite"]


def test_a_backup_of_a_damaged_archive_says_so(cli, stored, folder):
    import sqlite3

    connection = sqlite3.connect(folder / "kimdocs-archiv.sqlite")
    connection.execute("UPDATE contents SET text = upper(text)")
    connection.commit()
    connection.close()
    result = cli("archive", "backup", "sicherung.sqlite")
    assert (result.code, "mit Fehlern" in result.out, "Nr. 1: " in result.out) == (6, True, True)
