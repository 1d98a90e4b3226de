"""``kimdocs draft`` and ``kimdocs templates``."""

from __future__ import annotations

import json

import pytest

from kimdocs.drafting.catalogue import kinds, load_template
from tests.drafting.papers import MINUTES, SUBMISSION, data, own_templates


@pytest.fixture
def papers(tmp_path):
    for name, text in (("niederschrift.txt", MINUTES), ("vorlage.txt", SUBMISSION)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "daten.json").write_text(json.dumps(data()), encoding="utf-8")
    return tmp_path


def arguments(folder, *more):
    return (
        "draft",
        "beschlussvorlage",
        "--data",
        folder / "daten.json",
        "--from",
        folder / "niederschrift.txt",
        "--from",
        folder / "vorlage.txt",
        *more,
    )


@pytest.mark.parametrize("name", ["aus.docx", "aus.html", "aus.md"])
def test_a_draft_is_written_and_accounted_for(cli, papers, name):
    result = cli(*arguments(papers, "-o", papers / name, "--strict"))
    assert (result.code, result.err) == (0, "")
    assert (papers / name).stat().st_size > 1000
    assert json.loads((papers / "aus.sources.json").read_text(encoding="utf-8"))["values"]
    for part in (
        "Geschrieben:",
        "Quelle: ",
        "vorlage.txt",
        "niederschrift.txt",
        "Berechnet: 0,5",
        "Keine offenen Stellen.",
    ):
        assert part in result.out


def test_without_a_target_the_draft_is_printed_and_the_account_goes_to_standard_error(cli, papers):
    result = cli(*arguments(papers))
    assert result.out.startswith("Gemeinde Wiesenfeld")
    assert "Woher die Angaben stammen" in result.err
    assert cli(*arguments(papers, "--format", "html")).out.startswith("<!DOCTYPE html>")


def test_documents_come_from_the_archive_too(cli, papers):
    archive = ("--archive", papers / "archiv.sqlite")
    assert cli("archive", "add", papers / "niederschrift.txt", papers / "vorlage.txt", *archive).code == 0
    result = cli(
        "draft", "beschlussvorlage", "--data", papers / "daten.json", "--from", "1", "--from", "2", *archive, "--strict"
    )
    assert result.code == 0
    assert "niederschrift.txt" in result.err


def test_gaps_are_shown_and_refused_when_strict(cli, papers):
    result = cli("draft", "beschlussvorlage", "--from", papers / "vorlage.txt", "-o", papers / "x.docx")
    assert result.code == 0
    assert "Noch offen" in result.out
    assert "„Fachbereich“ (fachbereich) fehlt\n" in result.out
    assert "--blank" in result.out
    explained = cli("draft", "beschlussvorlage", "-o", papers / "x.docx", "--explain")
    assert "„Fachbereich“ (fachbereich) fehlt, gebraucht in beschlussvorlage/template.md.j2, Zeile" in explained.out
    strict = cli("draft", "beschlussvorlage", "--strict", "-o", papers / "y.docx")
    assert strict.code == 5
    assert "„Fachbereich“" in strict.err
    assert not (papers / "y.docx").exists()


def test_explain_numbers_what_the_documents_offer(cli, papers):
    result = cli(*arguments(papers, "--explain"))
    assert "dokument: 2 – Beschlussvorlage 187/2025" in result.err
    assert "  betrag: 1 – " in result.err
    assert "  stellen: 1 – " in result.err


def test_fields_are_listed_with_what_they_ask_for(cli):
    result = cli("draft", "beschlussvorlage", "--fields")
    assert result.code == 0
    assert "beratungsfolge[].termin" in result.out


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("--from", "gibtsnicht.pdf"), 3), (("--data", "gibtsnicht.yaml"), 5), (("--format", "docx"), 2),
        (("-o", "x.odt"), 2), (("--format", "pdf"), 2),
        (("-o", "x.md", "--format", "html"), 2), (("--templates", "gibtsnicht"), 5),
        (("--from", "7", "--archive", "leer.sqlite"), 6),
    ],
)  # fmt: skip
def test_wrong_calls_end_with_a_sentence_and_their_code(cli, wrong, code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = cli("draft", "beschlussvorlage", *wrong)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("Fehler: ")


def test_a_copied_template_is_used_and_never_overwritten(cli, tmp_path):
    own = tmp_path / "eigene"
    assert cli("templates", "new", "beschlussvorlage", "--templates", own).code == 0
    text = own / "beschlussvorlage" / "template.md.j2"
    text.write_text(text.read_text(encoding="utf-8").replace("## Sachverhalt", "## Begründung"), encoding="utf-8")
    assert (own / "house" / "hausvorlage.docx").is_file()
    assert "## Begründung" in cli("draft", "beschlussvorlage", "--templates", own).out
    assert cli("templates", "new", "beschlussvorlage", "--templates", own).code == 2
    assert "## Begründung" in text.read_text(encoding="utf-8")


def test_templates_are_listed_shown_and_checked(cli, tmp_path):
    assert "kooperationsvereinbarung" in cli("templates", "list").out
    assert "{{ betreff }}" in cli("templates", "show", "beschlussvorlage").out
    assert cli("templates", "lint").code == 0
    folder = own_templates(tmp_path, "{{ betref }}")
    result = cli("templates", "lint", "beschlussvorlage", "--templates", folder)
    assert result.code == 5
    assert "template.md.j2:1: Das Feld „betref“" in result.out


def test_the_caller_says_who_entered_the_data_and_trace_names_them(cli, papers):
    said = ("--entered-by", "Frau Amsel", "--entered-at", "02.11.2026")
    (papers / "d.yaml").write_text("finanzen: {positionen: [{betrag: 5.000 €}]}\n", encoding="utf-8")
    assert cli("draft", "beschlussvorlage", "--data", papers / "d.yaml", *said, "-o", papers / "e.docx").code == 0
    out = cli("trace", papers / "e.docx", "--format", "table").out
    assert "5.000 €" in out
    assert "Angabe: Frau Amsel, 02.11.2026, Datendatei d.yaml" in out
    assert "ohne Quelle" not in out


def test_only_a_day_is_taken_for_the_day_of_entry(cli, papers):
    result = cli("draft", "beschlussvorlage", "--entered-at", "gestern", "-o", papers / "e.docx")
    assert result.code == 2
    assert "--entered-at: „gestern“ ist kein Datum; möglich sind 02.11.2026 oder heute" in result.err
    assert cli("draft", "beschlussvorlage", "--entered-at", "Heute", "-o", papers / "e.docx").code == 0


@pytest.mark.parametrize("target", ["ordner", ".", "gibt-es-nicht/entwurf.docx"])
def test_a_target_that_cannot_be_is_told(cli, papers, target, monkeypatch):
    monkeypatch.chdir(papers)
    (papers / "ordner").mkdir()
    result = cli("draft", "beschlussvorlage", "-o", target)
    assert result.code in {2, 8}
    assert "Ordner" in result.err
    assert "unterlaufen" not in result.err


@pytest.mark.parametrize("source", ["--from", "--data", "--against"])
def test_a_draft_never_goes_over_what_it_is_made_from(cli, papers, source):
    earlier = papers / "frueher.docx"
    cli("draft", "beschlussvorlage", "-o", earlier)
    before = earlier.read_bytes()
    assert cli("draft", "beschlussvorlage", source, earlier, "-o", earlier).code == 2
    assert earlier.read_bytes() == before


TWO = """Gemeinde Wiesenfeld
Niederschrift über die öffentliche Sitzung des Rates am 03.03.2031

TOP 1 Zaun am Wehr
Beschluss: ungeändert beschlossen
Ja: 9 Nein: 1 Enthaltung: 0

TOP 2 Steg am Wehr
Beschluss: abgelehnt
Ja: 2 Nein: 8 Enthaltung: 0
"""


@pytest.mark.parametrize("choice", [("--item", "2"), ("--item", "TOP 2"), ("--decision", "2"), ("--decision", "1:2")])
def test_an_excerpt_is_about_the_item_that_is_named(cli, tmp_path, choice):
    minutes = tmp_path / "rat.txt"
    minutes.write_text(TWO, encoding="utf-8")
    open_ = cli("draft", "beschlussauszug", "--from", minutes)
    assert "In den Unterlagen stehen 2 Beschlüsse; „--item TOP“ wählt einen" in open_.err
    assert "  – TOP 1 „Zaun am Wehr“ ungeändert beschlossen (1:1)\n" in open_.err
    assert "  – TOP 2 „Steg am Wehr“ abgelehnt (1:2)\n" in open_.err
    made = cli("draft", "beschlussauszug", "--from", minutes, *choice)
    assert "Steg am Wehr" in made.out
    assert "Zaun" not in made.out
    assert "Gemeinde Wiesenfeld" in made.out


@pytest.mark.parametrize(
    "choice", [("--item", "7"), ("--decision", "9"), ("--decision", "x"), ("--decision", "0"), ("--decision", "0:1")]
)
def test_an_item_without_a_decision_is_told(cli, tmp_path, choice):
    minutes = tmp_path / "rat.txt"
    minutes.write_text(TWO, encoding="utf-8")
    result = cli("draft", "beschlussauszug", "--from", minutes, *choice)
    assert result.code == 5
    assert "unterlaufen" not in result.err
    assert cli("draft", "beschlussvorlage", "--from", minutes, "--item", "1").code == 5


@pytest.mark.parametrize("kind", kinds())
def test_a_data_file_to_be_filled_in_says_nothing_by_itself(cli, tmp_path, kind):
    empty = tmp_path / "angaben.yaml"
    assert cli("draft", kind, "--blank", "-o", empty).code == 0
    assert cli("draft", kind, "--data", empty, "--format", "html").out == cli("draft", kind, "--format", "html").out
    for field in load_template(kind).fields.values():
        last = field.name.removesuffix("[]").rpartition(".")[2]
        assert f"{last}:" in empty.read_text(encoding="utf-8") or field.name.startswith("zahlen")
    assert cli("draft", kind, "--blank", "-o", empty).code == 2
    assert cli("draft", kind, "--blank", "-o", tmp_path / "x.docx").code == 2
    assert cli("draft", kind, "--blank", "-o", tmp_path / "fehlt" / "x.yaml").code == 8


def test_empty_lists_and_groups_of_a_data_file_are_missing_like_fields_that_are_not_there(cli, tmp_path):
    data = tmp_path / "angaben.yaml"
    data.write_text("beschluesse:\nkoerperschaft:\n", encoding="utf-8")
    assert cli("draft", "beschlusskontrolle", "--data", data).out == cli("draft", "beschlusskontrolle").out


def test_a_folder_stands_for_its_documents(cli, tmp_path):
    folder = tmp_path / "sitzungen"
    folder.mkdir()
    for name, place in (("b.txt", "Wehr"), ("a.txt", "Anger")):
        (folder / name).write_text(TWO.replace("Wehr", place), encoding="utf-8")
    made = cli("draft", "beschlusskontrolle", "--from", folder)
    rows = [made.out.index(f"{what} am {place}") for place in ("Anger", "Wehr") for what in ("Zaun", "Steg")]
    assert rows == sorted(rows)
    assert "Ohne Angabe zur Öffentlichkeit" not in made.err
    (tmp_path / "leer").mkdir()
    assert cli("draft", "beschlusskontrolle", "--from", tmp_path / "leer").code == 3


def test_decisions_that_may_not_be_public_are_not_lost_without_a_word(cli, tmp_path):
    minutes = tmp_path / "rat.txt"
    minutes.write_text(TWO.replace("öffentliche ", ""), encoding="utf-8")
    made = cli("draft", "beschlusskontrolle", "--from", minutes)
    assert "Zaun" not in made.out
    assert "Ohne Angabe zur Öffentlichkeit: 2 von 2; " in made.err
    internal = tmp_path / "intern.yaml"
    internal.write_text("oeffentlich: nein\n", encoding="utf-8")
    assert "Zaun" in cli("draft", "beschlusskontrolle", "--from", minutes, "--data", internal).out


@pytest.mark.parametrize("suffix", [".docx", ".md"])
def test_a_draft_that_somebody_edited_is_kept_unless_told_otherwise(cli, papers, suffix):
    target = papers / f"aus{suffix}"
    assert cli(*arguments(papers, "-o", target)).code == 0
    assert cli(*arguments(papers, "-o", papers / "aus.html")).code == 0
    assert cli(*arguments(papers, "-o", target, "--final")).code == 0
    edited = target.read_bytes() + b"\n"
    target.write_bytes(edited)
    refused = cli(*arguments(papers, "-o", target))
    assert (refused.code, target.read_bytes()) == (2, edited)
    assert "gibt es schon" in refused.err
    assert "--force" in refused.err
    assert cli(*arguments(papers, "-o", target, "--force")).code == 0
    assert target.read_bytes() != edited


@pytest.mark.parametrize("twin", ["", "[]", "{", '{"files": 3}', '{"files": {".docx": 1}}', None])
def test_a_file_that_is_no_draft_is_never_overwritten_by_the_way(cli, papers, twin):
    (papers / "aus.docx").write_bytes(b"fremd")
    if twin is not None:
        (papers / "aus.sources.json").write_text(twin, encoding="utf-8")
    assert cli(*arguments(papers, "-o", papers / "aus.docx")).code == 2
    assert (papers / "aus.docx").read_bytes() == b"fremd"


def test_tracked_changes_may_be_made_again(cli, papers):
    assert cli(*arguments(papers, "-o", papers / "alt.docx")).code == 0
    again = arguments(papers, "-o", papers / "neu.docx", "--against", papers / "alt.docx")
    assert [cli(*again).code, cli(*again).code] == [0, 0]


def test_the_examples_above_a_blank_data_file_are_read(cli, tmp_path):
    told = cli("draft", "kooperationsvereinbarung", "--blank").out
    formula = told.partition("nennt die Nummern; ")[2].partition(" rechnet")[0]
    (tmp_path / "daten.yaml").write_text(f"finanzen:\n  eigenanteil: {formula}\n", encoding="utf-8")
    made = cli("draft", "kooperationsvereinbarung", "--data", tmp_path / "daten.yaml", "--format", "md").out
    assert "2.500 € pro Jahr" in made.replace("\u00a0", " ")
