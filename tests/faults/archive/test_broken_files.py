"""Files that are no archive, damaged, newer, older, locked or read-only: a German sentence each, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from kimdocs.archive import schema
from kimdocs.archive.store import Archive
from kimdocs.errors import ArchiveError
from tests.archive.papers import minutes, paper


@pytest.fixture
def path(tmp_path):
    """An archive with a document in it."""
    file = tmp_path / "archiv.sqlite"
    made = minutes()
    with Archive(file) as archive:
        archive.add(made.record, made.source)
    return file


def change(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def refused(path, match):
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ArchiveError, match=match) as error:
        Archive(path)
    assert error.value.next_step
    assert error.value.exit_code == 6
    assert (path.read_bytes() if path.is_file() else None) == before


READING = [
    lambda archive: archive.get(1),
    lambda archive: archive.source(1),
    lambda archive: archive.entry(1),
    lambda archive: archive.list(),
    lambda archive: archive.search("Rat"),
    lambda archive: archive.register("decisions"),
    lambda archive: archive.check(),
    lambda archive: archive.remove(1),
]


@pytest.mark.parametrize("read", READING)
@pytest.mark.parametrize("empty", [True, False])
def test_reading_an_archive_that_is_not_there_says_how_to_make_one(tmp_path, read, empty):
    file = tmp_path / "fehlt.sqlite"
    if empty:
        file.touch()
    with Archive(file) as archive, pytest.raises(ArchiveError, match="gibt es nicht") as error:
        read(archive)
    assert "kimdocs archive add" in error.value.next_step
    assert file.exists() == empty


def test_an_empty_file_becomes_an_archive(tmp_path):
    file = tmp_path / "leer.sqlite"
    file.touch()
    made = minutes()
    with Archive(file) as archive:
        assert archive.find(made.source.id) is None
        assert archive.add(made.record, made.source).added
        assert archive.check() == []


def test_a_file_whose_making_was_cut_off_becomes_an_archive(tmp_path):
    file = tmp_path / "halb.sqlite"
    change(file, "PRAGMA journal_mode=WAL")
    assert file.stat().st_size
    made = minutes()
    with Archive(file) as archive:
        with pytest.raises(ArchiveError, match="gibt es nicht"):
            archive.list()
        assert archive.find(made.source.id) is None
        assert archive.add(made.record, made.source).added


def test_a_file_that_only_claims_to_be_an_archive_is_told_as_damaged(tmp_path):
    file = tmp_path / "hohl.sqlite"
    change(file, f"PRAGMA application_id = {schema.APPLICATION_ID}", f"PRAGMA user_version = {schema.VERSION}")
    with Archive(file) as archive, pytest.raises(ArchiveError, match="beschädigt"):
        archive.list()


def test_a_layout_that_is_unreadable_is_told(path):
    change(path, "UPDATE contents SET layout = '[]'")
    with Archive(path) as archive, pytest.raises(ArchiveError, match="nicht lesbar"):
        archive.source(1)


def test_a_folder_is_refused(tmp_path):
    refused(tmp_path, "Ordner")


@pytest.mark.parametrize(
    "content", [b"x", b"%PDF-1.7\n", b"SQLite format 3", b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 4080]
)
def test_other_files_are_refused_and_left_alone(tmp_path, content):
    file = tmp_path / "text.sqlite"
    file.write_bytes(content)
    refused(file, "kein Archiv|beschädigt")


@pytest.mark.parametrize(
    "statements",
    [("CREATE TABLE kunden (id)",), ("PRAGMA application_id = 252006675",), ("PRAGMA user_version = 3",)],
)
def test_another_applications_database_is_refused_and_left_alone(tmp_path, statements):
    file = tmp_path / "andere.sqlite"
    change(file, *statements)
    refused(file, "anderen Anwendung")


def test_a_newer_schema_is_refused_with_what_to_do(path):
    change(path, f"PRAGMA user_version = {schema.VERSION + 1}")
    refused(path, "neueren Version")
    with pytest.raises(ArchiveError) as error:
        Archive(path)
    assert "aktualisieren" in error.value.next_step


def test_an_older_schema_is_brought_up_to_date_step_by_step(path, monkeypatch):
    first = schema.VERSION
    steps = []

    def add_column(connection):
        connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN note TEXT")
        steps.append("column")

    def fill_column(connection):
        connection.exec_driver_sql("UPDATE documents SET note = 'ja'")
        steps.append("fill")

    monkeypatch.setattr(schema, "MIGRATIONS", {first: add_column, first + 1: fill_column})
    monkeypatch.setattr(schema, "VERSION", first + 2)
    with Archive(path) as archive:
        assert archive.get(1) == minutes().record
    assert steps == ["column", "fill"]
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT note FROM documents").fetchall() == [("ja",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (first + 2,)
    connection.close()
    with Archive(path):
        assert steps == ["column", "fill"]


def test_a_migration_that_fails_leaves_the_archive_as_it_was(path, monkeypatch):
    def half(connection):
        connection.exec_driver_sql("DROP TABLE figures")
        raise ArithmeticError

    monkeypatch.setattr(schema, "MIGRATIONS", {schema.VERSION: half})
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(ArithmeticError):
        Archive(path)
    monkeypatch.undo()
    with Archive(path) as archive:
        assert archive.check() == []


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_truncated_archive_is_told_as_damaged(path, keep):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(ArchiveError, match="beschädigt") as error:
        Archive(path).check()
    assert error.value.next_step


def test_overwritten_pages_are_told(path):
    content = bytearray(path.read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 64] = b"\xa5" * 64
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="beschädigt"):
        Archive(path).get(1)


def test_a_changed_text_is_told_when_its_record_is_read(path):
    change(path, "UPDATE contents SET text = replace(text, '55.000,50', '99.000,50')")
    with Archive(path) as archive:
        with pytest.raises(ArchiveError, match="weicht von seinem Datensatz ab") as error:
            archive.get(1)
        assert "--refresh" in error.value.next_step
        assert [problem.id for problem in archive.check()] == [1]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE contents SET record = '{'", "nicht lesbar"),
        ("DELETE FROM figures", "figures"),
        ("DELETE FROM passages", "Suchindex"),
        ("DELETE FROM documents", "gehört zu keinem Dokument"),
    ],
)
def test_check_tells_what_is_missing(path, statement, told):
    change(path, statement)
    with Archive(path) as archive:
        assert any(told in problem.message for problem in archive.check())


def test_an_archive_that_another_process_writes_is_told_as_locked_but_can_be_read(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    made = paper("Ein neues Papier")
    with Archive(path, timeout=0.05) as archive:
        assert archive.get(1) == minutes().record
        with pytest.raises(ArchiveError, match="gesperrt") as error:
            archive.add(made.record, made.source)
        assert "warten" in error.value.next_step
        other.execute("ROLLBACK")
        other.close()
        assert archive.add(made.record, made.source).added


WITHOUT_RIGHTS = """
import sys
from kimdocs.archive.store import Archive
from kimdocs.errors import ArchiveError
from tests.archive.papers import minutes, paper
made = paper("Ein neues Papier")
try:
    with Archive(sys.argv[1]) as archive:
        if sys.argv[2] == "read":
            print(len(archive.search("Vereinbarung")), archive.get(1) == minutes().record)
        else:
            archive.add(made.record, made.source)
except ArchiveError as error:
    print(error.message, error.next_step)
"""


def without_rights(root, *arguments):
    """Run without an administrator's right to write where the folder forbids it."""
    command = [sys.executable, "-c", WITHOUT_RIGHTS, *map(str, arguments)]
    if os.getuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("Einem Administrator lässt sich das Schreiben nur mit „setpriv“ verbieten.")
        command = ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search", *command]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def protected(path):
    """The archive in a folder where nobody may write."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Rechte an Ordnern sind dort andere")
def test_an_archive_in_a_protected_folder_can_be_read(root, protected):
    assert without_rights(root, protected, "read") == "1 True\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Rechte an Ordnern sind dort andere")
def test_writing_in_a_protected_folder_is_told(root, protected):
    assert "schreibgeschützt" in without_rights(root, protected, "write")
    assert "lässt sich nicht öffnen" in without_rights(root, protected.with_name("neu.sqlite"), "write")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    made = minutes()
    with Archive(tmp_path / "kein" / "ordner.sqlite") as archive, pytest.raises(ArchiveError, match="nicht öffnen"):
        archive.add(made.record, made.source)
