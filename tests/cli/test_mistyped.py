"""Calls as staff mistype them: each is told what is missing, what there is, and what to do next."""

from __future__ import annotations

import pytest

from kimdocs.drafting.roundtrip.package import WORD, WordPackage


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            ("compare",),
            "Es fehlt: ENTWURF, BEARBEITET.\n  → ENTWURF: Entwurf von „kimdocs draft“ als .docx. BEARBEITET: die",
        ),
        (("archive",), "BEFEHL ist eines von: add, list, show, export"),
        (("templates", "to-word"), "ART: Name der Vorlage, zum Beispiel beschlussvorlage. -o/--output: Zieldatei als"),
        (("redline", "a.docx"), "Es fehlt: NEU.\n  → NEU: neue Fassung als .docx. „kimdocs redline --help“"),
        (("redline", "a.docx", "b.docx", "--date", "morgen"), "„morgen“ ist kein Datum"),
    ],
)
def test_what_is_missing_is_explained(cli, call, said):
    result = cli(*call)
    assert (result.code, said in result.err) == (2, True)


def test_kinds_of_drafts_may_have_a_capital(cli):
    assert cli("draft", "Mitteilungsvorlage", "--blank").out == cli("draft", "mitteilungsvorlage", "--blank").out
    assert cli("templates", "show", "Mitteilungsvorlage").code == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fehlt.yaml", "gibt es nicht.\n  → Prüfen Sie Namen und Ordner"),
        ("vorlage.docx", "ist keine Datendatei.\n  → Datendateien sind YAML"),
        ("vorlage.PDF", "nennen Sie mit „--from“"),
    ],
)
def test_what_is_no_data_file_is_told(cli, tmp_path, name, said):
    result = cli("draft", "beschlussvorlage", "--data", tmp_path / name)
    assert (result.code, said in result.err) == (5, True)


def test_days_of_changes_are_written_as_staff_write_them(cli, tmp_path):
    for name, words in (("a", "eins"), ("b", "zwei")):
        (tmp_path / f"{name}.yaml").write_text(f"betreff: Kita {words}\n", encoding="utf-8")
        assert (
            cli("draft", "beschlussvorlage", "--data", tmp_path / f"{name}.yaml", "-o", tmp_path / f"{name}.docx").code
            == 0
        )
    target = tmp_path / "r.docx"
    assert cli("redline", tmp_path / "a.docx", tmp_path / "b.docx", "-o", target, "--date", "1.3.2031").code == 0
    mark = next(WordPackage(target.read_bytes(), "r.docx").body.iter(f"{WORD}ins"))
    assert mark.get(f"{WORD}date") == "2031-03-01T00:00:00Z"
