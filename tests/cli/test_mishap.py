"""A mistake of the program costs one document, is told in a German sentence, and shows nothing of what was read."""

from __future__ import annotations

import errno
import json

import pytest

from kimdocs.extraction import pipeline
from tests.cli.test_extract import MINUTES, names

SECRET = "Geheimer Grundstückskauf"


@pytest.fixture
def documents(tmp_path):
    for name, text in (("a.txt", MINUTES), ("b.txt", SECRET), ("c.txt", MINUTES.replace("12", "11"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def failing(monkeypatch):
    whole = pipeline._extract

    def fails(source):
        if SECRET in source.text:
            raise KeyError(source.text)
        return whole(source)

    monkeypatch.setattr(pipeline, "_extract", fails)


def test_one_document_costs_only_itself(cli, documents, failing):
    result = cli("extract", documents)
    assert (result.code, names(result.out)) == (3, ["a.txt", "c.txt"])
    assert "Bei „b.txt“ ist kimdocs selbst ein Fehler unterlaufen (KeyError in " in result.err
    assert "→ Bitte melden Sie diese Zeile" in result.err
    assert SECRET not in result.err
    assert "Traceback" not in result.err


def test_the_archive_takes_the_others(cli, documents, failing, tmp_path):
    result = cli("archive", "add", "--archive", tmp_path / "archiv.db", documents)
    assert result.code == 3
    assert "2 neu, 1 nicht gelesen" in result.out
    assert result.err.count("Fehler: ") == 1


def test_the_check_goes_on_with_the_others(cli, documents, failing):
    result = cli("check", "--format", "json", documents)
    assert result.code == 3
    assert [checked["source"]["name"] for checked in json.loads(result.out)] == ["a.txt", "c.txt"]


def test_a_command_on_one_document_ends_with_its_own_code(cli, documents, failing):
    result = cli("diff", documents / "b.txt", documents / "a.txt")
    assert result.code == 7
    assert "kimdocs ist selbst ein Fehler unterlaufen" in result.err
    assert SECRET not in result.err


def test_a_developer_sees_the_traceback(cli, documents, failing, monkeypatch):
    monkeypatch.setenv("KIMDOCS_TRACEBACK", "1")
    with pytest.raises(KeyError):
        cli("extract", documents)


def test_a_full_disk_is_no_mistake_of_the_program(cli, documents, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "fakten.jsonl")

    monkeypatch.setattr("kimdocs.cli.extract._write", full)
    result = cli("extract", documents, "-o", documents / "fakten.jsonl")
    assert result.code == 8
    assert "fakten.jsonl“ lässt sich nicht schreiben: auf dem Datenträger ist kein Platz mehr" in result.err
    assert "Schaffen Sie Platz" in result.err


def test_a_sheet_that_cannot_be_written_costs_only_its_document(cli, documents, monkeypatch):
    from kimdocs.cli import sheet

    whole = sheet.sheet

    def fails(record, *, explain):
        if record.source.name == "b.txt":
            raise ValueError(record.source.name)
        return whole(record, explain=explain)

    monkeypatch.setattr(sheet, "sheet", fails)
    result = cli("extract", "--format", "table", documents)
    assert result.code == 3
    assert "Bei „b.txt“ ist kimdocs selbst ein Fehler unterlaufen (ValueError in " in result.err
    assert result.out.startswith("a.txt · ")
    assert "c.txt · " in result.out


def test_a_page_that_cannot_show_a_document_shows_the_others(cli, documents, monkeypatch):
    from kimdocs.cli.page import page

    whole = page.sheet

    def fails(number, source, record):
        if record.source.name == "b.txt":
            raise ValueError(record.source.name)
        return whole(number, source, record)

    monkeypatch.setattr(page, "sheet", fails)
    result = cli("extract", "--format", "html", documents)
    assert result.code == 3
    assert "Bei „b.txt“ ist kimdocs selbst ein Fehler unterlaufen (ValueError in " in result.err
    assert "a.txt <small>" in result.out
    assert "c.txt <small>" in result.out
