"""``kimdocs demo``: the whole way, ending with drafts on disk."""

from __future__ import annotations

import json

import pytest

import kimdocs


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("demo") / "ergebnis"


@pytest.fixture
def demo(cli, folder):
    result = cli("demo", "--out", folder)
    assert (result.code, result.err) == (0, "")
    return result.out.replace("\u00a0", " ")


def test_it_names_every_document_and_what_it_found(demo, corpus_dir):
    for file in corpus_dir.glob("0[1-6]-*"):
        assert file.name in demo
    for words in ("19 Ja, 0 Nein", "ca. 10.000 € je Stelle und Jahr", "zur Kenntnis genommen", "S. 1: „"):
        assert words in demo


def test_it_searches_the_archive(demo, folder):
    assert "Im Archiv gesucht: „Eigenanteil“" in demo
    with kimdocs.Archive(folder / "archiv.sqlite") as archive:
        assert len(archive.list()) == 6
        assert archive.search("Eigenanteil")


@pytest.mark.parametrize("kind", ["beschlussvorlage", "kooperationsvereinbarung"])
def test_it_leaves_drafts_that_name_their_sources(demo, folder, kind):
    source = kimdocs.read(folder / f"{kind}.docx")
    assert kimdocs.extract(source).figures
    trace = json.loads((folder / f"{kind}.sources.json").read_text(encoding="utf-8"))
    origins = [origin["kind"] for value in trace["values"] for origin in value["origins"]]
    assert "stated" in origins


def test_the_submission_works_out_the_share(demo):
    assert "0,5 Stellen × " in demo
    assert "5.000 €" in demo


def test_it_can_be_run_again(cli, folder, demo):
    assert cli("demo", "--out", folder).out.replace("\u00a0", " ") == demo


def test_a_folder_that_cannot_be_made_is_told(cli, tmp_path):
    (tmp_path / "datei").write_text("", encoding="utf-8")
    result = cli("demo", "--out", tmp_path / "datei" / "unter")
    assert result.code == 8
    assert "lässt sich nicht anlegen" in result.err


def test_it_says_how_to_go_on_as_the_program_was_called(cli, monkeypatch, tmp_path):
    monkeypatch.delenv("UV", raising=False)
    assert "\nkimdocs check " in cli("demo", "--out", str(tmp_path / "ohne")).out
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / ".venv"))
    monkeypatch.setenv("UV", str(tmp_path / ".uv" / "bin" / "uv"))
    assert "\n.uv/bin/uv run kimdocs check " in cli("demo", "--out", "mit leer").out
    monkeypatch.setenv("UV", "/opt/bin/uv")
    assert '\nuv run kimdocs trace "mit leer/beschlussvorlage.docx"' in cli("demo", "--out", "mit leer").out
