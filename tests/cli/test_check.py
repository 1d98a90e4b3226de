"""``kimdocs check``: exit codes, table, JSON, comments."""

from __future__ import annotations

import json

import pytest

import kimdocs

CLEAN = "Beschlussvorlage\n\nBeschlussvorschlag:\nDer Rat stimmt dem Bau der Halle zu.\n"
WRONG = "Die Gemeinde zahlt 5.000 € (in Worten: sechstausend Euro).\n"
NOTE = (
    "Beschlussvorlage\n\nBeratungsfolge\tTermin\tBeratungsaktion\nSozialausschuss\t16.11.2027\tbeschließend\n"
    "Stadtrat\t07.12.2027\tbeschließend\n\nBeschlussvorschlag:\nDie Stadt Erlbach tritt dem Verbund bei.\n"
)


@pytest.fixture
def paper(tmp_path):
    def write(text, name="vorlage.txt"):
        target = tmp_path / name
        target.write_text(text, encoding="utf-8")
        return target

    return write


def test_a_clean_paper_ends_with_0(cli, paper):
    result = cli("check", paper(CLEAN), "--format", "table")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("vorlage.txt: nichts gefunden\n")
    assert "Vorschriften" not in result.out


def test_a_finding_ends_with_1_and_is_told_with_place_and_basis(cli, paper):
    result = cli("check", paper(WRONG), "--format", "table")
    assert result.code == 1
    assert "vorlage.txt: 1 Fehler" in result.out
    assert "Fehler: In Ziffern steht 5.000, in Worten „sechstausend“." in result.out
    assert "S. 1: „5.000 € (in Worten: sechstausend Euro)“" in result.out
    assert "Grundlage: Rechenprobe" in result.out
    assert "eine rechtliche Prüfung ersetzt das nicht" in result.out


@pytest.mark.parametrize(("level", "code"), [("note", 1), ("warning", 0), ("error", 0)])
def test_the_level_decides_on_the_exit_code(cli, paper, level, code):
    result = cli("check", paper(NOTE), "--level", level, "--format", "table")
    assert result.code == code
    assert "1 Hinweis" in result.out


def test_json_has_every_file_and_exact_places(cli, paper):
    result = cli("check", paper(WRONG), paper(CLEAN, "zweite.txt"))
    wrong, clean = json.loads(result.out)
    assert (result.code, clean["findings"], wrong["source"]["name"]) == (1, [], "vorlage.txt")
    finding = wrong["findings"][0]
    assert (finding["code"], finding["severity"]) == ("words-against-digits", "error")
    place = finding["evidence"][0]
    assert WRONG[place["start"] : place["end"]] == place["quote"]


def test_the_land_brings_its_holidays(cli, paper):
    text = NOTE.replace("16.11.2027", "27.05.2027")
    assert "Fronleichnam" in cli("check", paper(text), "--land", "NW").out
    assert "Fronleichnam" not in cli("check", paper(text)).out


def test_an_unreadable_file_ends_with_3_and_the_others_are_done(cli, paper, tmp_path):
    result = cli("check", tmp_path / "fehlt.pdf", paper(WRONG))
    assert result.code == 3
    assert "fehlt.pdf" in result.err
    assert [one["source"]["name"] for one in json.loads(result.out)] == ["vorlage.txt"]


def test_standard_input_is_read(cli):
    assert json.loads(cli("check", "-", stdin=WRONG.encode()).out)[0]["findings"]


def test_comments_go_into_a_copy(cli, tmp_path):
    draft, copy = tmp_path / "entwurf.docx", tmp_path / "geprueft.docx"
    kimdocs.draft("beschlussvorlage", {"betreff": "Bücherei am Anger"}).save(draft)
    before = draft.read_bytes()
    result = cli("check", draft, "--comments", copy)
    assert result.code == 1
    assert draft.read_bytes() == before
    assert kimdocs.read(copy).text == kimdocs.read(draft).text


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.docx", "--land", "XX"],
        ["a.docx", "b.docx", "--comments", "c.docx"],
        ["a.docx", "--comments", "a.docx"],
        [".", "--comments", "c.docx"],
        ["a.docx", "--level", "schlimm"],
    ],
)
def test_wrong_calls_end_with_2(cli, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = cli("check", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Fehler: ")


def test_comments_need_a_word_file(cli, paper, tmp_path):
    result = cli("check", paper(WRONG), "--comments", tmp_path / "c.docx")
    assert result.code == 3
    assert not (tmp_path / "c.docx").exists()


def test_comments_that_cannot_be_written_are_told(cli, tmp_path):
    draft = tmp_path / "entwurf.docx"
    kimdocs.draft("beschlussvorlage", {"betreff": "Bücherei am Anger"}).save(draft)
    result = cli("check", draft, "--comments", tmp_path / "fehlt" / "c.docx")
    assert result.code == 8
    assert "lässt sich nicht schreiben" in result.err


def test_rules_are_listed_with_their_basis(cli):
    result = cli("check", "--rules")
    assert result.code == 0
    assert "words-against-digits" in result.out
    assert "GkG NRW" in result.out
