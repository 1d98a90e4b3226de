"""``kimdocs trace``: the sources of a drafted Word file, and what was changed by hand."""

from __future__ import annotations

import json
import zipfile

import pytest

import kimdocs
from tests.drafting.papers import data, sources


@pytest.fixture
def paper(tmp_path):
    target = tmp_path / "entwurf.docx"
    kimdocs.draft("beschlussvorlage", data(), records=sources()).save(target)
    return target


def edited(path, before, after):
    """The Word file with some words replaced by hand."""
    target = path.with_name("bearbeitet.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            new.writestr(name, content)
    return target


def test_every_figure_is_listed_with_document_page_and_quote(cli, paper):
    result = cli("trace", paper)
    assert result.code == 0
    assert "55.000 € je Stelle und Jahr\n      Beschlussvorlage 187/2025 (vorlage.txt), S. 1, „55.000 €" in result.out
    assert "berechnet: 0,5 Stellen × ca. 10.000 €" in result.out
    assert "ohne Quelle" not in result.out
    assert "geändert" not in result.out


def test_what_was_changed_by_hand_is_told(cli, paper):
    result = cli("trace", edited(paper, "55.000\u00a0€ je Stelle", "57.000\u00a0€ je Stelle"))
    assert "von Hand geändert: heute steht dort „57.000 € je Stelle und Jahr“" in result.out


def test_a_figure_without_source_is_marked(cli, paper):
    result = cli("trace", edited(paper, "Haushalt 2026", "Haushalt 2026 mit 7.500 €"))
    assert "Beträge ohne Quelle (1):\n  · 7.500 €" in result.out


@pytest.mark.parametrize("kind", ["final", "fremd", "text", "kaputt"])
def test_other_files_are_refused(cli, tmp_path, kind):
    target = tmp_path / "x.docx"
    if kind == "final":
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, final=True).save(target)
    elif kind == "fremd":
        twin = '<s xmlns="urn:kimdocs:sources:1">' + json.dumps({"values": [1]}) + "</s>"
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, final=True).save(target)
        with zipfile.ZipFile(target, "a") as package:
            package.writestr("customXml/x.xml", twin.replace("<s ", "<sources ").replace("</s>", "</sources>"))
    else:
        target.write_bytes(b"Text" if kind == "text" else b"PK\x03\x04kaputt")
    result = cli("trace", target)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("Fehler: ")
