"""``kimdocs extract``, ``read`` and ``schema``: what a script and a clerk rely on."""

from __future__ import annotations

import json
import os

import jsonschema
import pytest

from kimdocs.cli.extract import _write

MINUTES = """Gemeinde Wiesenfeld
Niederschrift über die Sitzung des Rates am 12.10.2022

TOP 4: Zuschuss für die Bücherei
Beschluss:
Der Rat beschließt, der Bücherei einen Zuschuss von bis zu 5.000 € pro Jahr zu gewähren.
Abstimmungsergebnis: Ja: 12, Nein: 3, Enthaltungen: 1
"""


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "niederschrift.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "antrag.txt"
    path.write_text("Antrag der Fraktion\nDer Rat möge 20 Bäume pflanzen.\n", encoding="utf-8")
    return path


def names(text: str) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in text.splitlines()]


def test_one_record_a_line_in_the_order_of_the_files(cli, minutes, other):
    result = cli("extract", other, minutes, other)
    assert (result.code, result.err) == (0, "")
    assert names(result.out) == ["antrag.txt", "niederschrift.txt", "antrag.txt"]


def test_several_processes_say_the_same_in_the_same_order(cli, tmp_path, minutes, other):
    calls = [other, minutes, tmp_path / "fehlt.txt"] * 8
    alone, together = cli("extract", *calls), cli("extract", "--jobs", 2, *calls)
    assert alone == together
    assert alone.code == 3


def test_json_is_one_array(cli, minutes, other):
    records = json.loads(cli("extract", "--format", "json", minutes, other).out)
    assert [record["source"]["name"] for record in records] == ["niederschrift.txt", "antrag.txt"]


def test_standard_input(cli):
    record = json.loads(cli("extract", "-", stdin=MINUTES.encode()).out)
    assert record["source"]["characters"] == len(MINUTES)
    assert record["decisions"][0]["yes"] == 12


def test_a_bad_file_is_told_and_the_others_are_done(cli, tmp_path, minutes):
    broken = tmp_path / "kaputt.pdf"
    broken.write_bytes(b"%PDF-1.7\nnichts")
    result = cli("extract", broken, minutes, tmp_path / "fehlt.txt")
    assert result.code == 3
    assert names(result.out) == ["niederschrift.txt"]
    assert result.err.count("Fehler: ") == 2
    assert "kaputt.pdf" in result.err
    assert "fehlt.txt" in result.err


def test_nothing_readable_is_still_valid_json(cli, tmp_path):
    result = cli("extract", "--format", "json", tmp_path / "fehlt.txt")
    assert (result.code, json.loads(result.out)) == (3, [])
    assert cli("extract", tmp_path / "fehlt.txt").out == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_file_name_that_is_no_text_does_not_end_the_run(cli, tmp_path):
    name = os.fsdecode(b"g\xfcltig.txt")
    (tmp_path / name).write_text(MINUTES, encoding="utf-8")
    assert cli("extract", tmp_path, "-o", tmp_path / "fakten.jsonl").code == 0
    assert names((tmp_path / "fakten.jsonl").read_text(encoding="utf-8")) == ["g\ufffdltig.txt"]


def test_a_folder_is_walked(cli, tmp_path, minutes, other):
    (tmp_path / "unter").mkdir()
    (tmp_path / "unter" / "b.txt").write_text("Mitteilung\n", encoding="utf-8")
    (tmp_path / ".versteckt.txt").write_text("x", encoding="utf-8")
    (tmp_path / "bild.png").write_bytes(b"\x89PNG")
    assert names(cli("extract", tmp_path).out) == ["antrag.txt", "niederschrift.txt", "b.txt"]


def test_a_folder_without_documents_is_an_error(cli, tmp_path):
    result = cli("extract", tmp_path)
    assert result.code == 3
    assert "keine Datei" in result.err


def test_records_can_be_written_to_a_file(cli, tmp_path, minutes):
    target = tmp_path / "fakten.jsonl"
    assert cli("extract", minutes, "-o", target) == (0, "", "")
    assert names(target.read_text(encoding="utf-8")) == ["niederschrift.txt"]
    assert cli("extract", minutes, "-o", tmp_path / "fakten.json") == (0, "", "")
    assert len(json.loads((tmp_path / "fakten.json").read_text(encoding="utf-8"))) == 1


def test_a_file_that_cannot_be_written_is_told_in_german(cli, tmp_path, minutes):
    result = cli("extract", minutes, "-o", tmp_path / "gibt" / "es" / "nicht.jsonl")
    assert result.code == 8
    assert "lässt sich nicht schreiben: den Ordner gibt es nicht" in result.err


def test_a_document_is_never_written_over_by_what_it_says(cli, tmp_path, minutes):
    before = minutes.read_bytes()
    (tmp_path / "auch.md").write_text("Beschluss: vertagt", encoding="utf-8")
    for arguments in ((minutes, "-o", minutes), (tmp_path, "-o", tmp_path / "auch.md")):
        result = cli("extract", *arguments)
        assert result.code == 2
        assert "anderen Namen" in result.err
    assert minutes.read_bytes() == before
    assert cli("extract", tmp_path, "-o", tmp_path / "fakten.jsonl").code == 0
    assert cli("extract", tmp_path, "-o", tmp_path / "fakten.jsonl").code == 0
    (tmp_path / "fakten.jsonl").write_text("von Hand", encoding="utf-8")
    again = cli("extract", tmp_path, "-o", tmp_path / "fakten.jsonl")
    assert (again.code, "„--force“" in again.err) == (2, True)
    assert cli("extract", tmp_path, "-o", tmp_path / "fakten.jsonl", "--force").code == 0


def test_earlier_results_stay_where_nothing_could_be_read(cli, tmp_path, minutes):
    target = tmp_path / "fakten.jsonl"
    cli("extract", minutes, "-o", target)
    before = target.read_bytes()
    assert cli("extract", tmp_path / "gibt-es-nicht.pdf", "-o", target, "--force").code == 3
    assert target.read_bytes() == before


@pytest.mark.parametrize("jobs", ["0", "-1", "x"])
def test_a_wrong_number_of_processes(cli, minutes, jobs):
    assert cli("extract", minutes, f"--jobs={jobs}").code == 2


def test_the_table_is_german_with_page_and_quote(cli, minutes):
    table = cli("extract", "--format", "table", minutes).out.replace("\u00a0", " ")
    assert table.startswith("niederschrift.txt · ")
    assert "beschlossen, 12 Ja, 3 Nein, 1 Enthaltung, nicht einstimmig" in table
    assert "bis zu 5.000 € je Jahr" in table
    assert "S. 1: „Abstimmungsergebnis: Ja: 12, Nein: 3, Enthaltungen: 1“" in table
    assert "Regel" not in table
    assert "null" not in table
    assert "None" not in table


def test_explain_names_the_rule(cli, minutes):
    record = json.loads(cli("extract", minutes).out)
    table = cli("extract", "--format", "table", "--explain", minutes).out
    assert f"Regel: {record['decisions'][0]['rule']}" in table


def test_the_table_fits_the_terminal(cli, minutes, monkeypatch):
    for columns in (50, 80, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = cli("extract", "--format", "table", "--explain", minutes).out.splitlines()
        assert max(len(line) for line in lines) <= columns


def test_records_are_streamed():
    class Target:
        def __init__(self):
            self.text = ""

        def write(self, text):
            self.text += text

        def flush(self):
            pass

    def texts():
        yield "1"
        assert target.text == "1"
        yield "2"
        assert target.text == "1\n2"

    target = Target()
    _write(texts(), "jsonl", target)
    assert target.text == "1\n2\n"


def test_every_record_fits_the_schema(cli, minutes, other):
    schema = json.loads(cli("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for line in cli("extract", minutes, other).out.splitlines():
        jsonschema.validate(json.loads(line), schema, cls=jsonschema.Draft202012Validator)


def test_read_prints_the_text_that_offsets_count(cli, minutes):
    record = json.loads(cli("extract", minutes).out)
    text = cli("read", minutes).out
    assert text == MINUTES
    for decision in record["decisions"]:
        for place in decision["evidence"]:
            assert text[place["start"] : place["end"]] == place["quote"]


def test_read_shows_pages_and_blocks(cli, tmp_path, minutes):
    assert cli("read", "--pages", minutes).out.startswith("──── Seite 1 ────\nGemeinde Wiesenfeld")
    page = tmp_path / "seite.html"
    page.write_text("<html><body><h1>Betreff</h1><p>Ein Satz.</p></body></html>", encoding="utf-8")
    assert "[Überschrift 1] Seite 1" in cli("read", "--blocks", page).out
    assert cli("read", "-", stdin=b"Text").out == "Text"


def test_read_of_a_missing_file(cli, tmp_path):
    assert cli("read", tmp_path / "fehlt.txt").code == 3


@pytest.mark.parametrize(
    ("name", "start"), [("b.csv", "\ufeffNr.;Datei;"), ("b.xlsx", "PK"), ("b.txt", "niederschrift.txt · ")]
)
def test_the_name_of_the_file_says_the_form(cli, tmp_path, minutes, name, start):
    target = tmp_path / name
    assert cli("extract", minutes, "-o", target).code == 0
    assert target.read_bytes().startswith(start.encode())
    before = target.read_bytes()
    assert cli("extract", tmp_path / "gibt-es-nicht.pdf", "-o", target, "--force").code == 3
    assert target.read_bytes() == before


@pytest.mark.parametrize("options", [("-o", "b.ods"), ("-o", "b.csv", "--format", "xlsx"), ("--format", "xlsx")])
def test_a_form_that_is_none_is_told(cli, tmp_path, minutes, options, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli("extract", minutes, *options).code == 2
    assert not list(tmp_path.glob("b.*"))


def test_one_table_holds_the_decisions_of_all_documents_that_can_be_read(cli, tmp_path, minutes):
    (tmp_path / "leer").mkdir()
    (tmp_path / "kaputt.docx").write_bytes(b"PK\x03\x04")
    other = tmp_path / "zwei.txt"
    other.write_text(MINUTES.replace("12", "11"), encoding="utf-8")
    result = cli("extract", tmp_path / "leer", minutes, tmp_path / "kaputt.docx", other, "--format", "csv")
    assert result.code == 3
    assert {"niederschrift.txt", "zwei.txt"} == {line.split(";")[1] for line in result.out.splitlines()[1:]}
