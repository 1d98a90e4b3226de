"""Commands for Word files say what another file is, and how it becomes one."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.drafting.check.word_files import word_file


def odt():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.odt", odt(), "LibreOffice-Datei (.odt), keine Word-Datei. Speichern Sie sie als Word-Dokument (.docx)"),
        ("x.pdf", b"%PDF-1.7\n", "ist ein PDF. Gebraucht wird die Word-Datei (.docx)"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "alten Word-Formats (.doc)"),
        ("x.rtf", b"{\\rtf1 Text}", "RTF-Datei"),
        ("x.docx", b"", "ist leer"),
        ("x.docx", b"Nur Text", "ist keine Word-Datei. Gebraucht wird ein Word-Dokument"),
        ("x.docx", b"PK\x03\x04", "lässt sich nicht als Word-Datei lesen"),
        ("fehlt.docx", None, "gibt es nicht. Prüfen Sie Namen und Ordner"),
    ],
)
def test_other_files_are_told(cli, tmp_path, name, content, said):
    target = tmp_path / name
    if content is not None:
        target.write_bytes(content)
    (tmp_path / "gut.docx").write_bytes(word_file("Ein Absatz."))
    for call in (
        ("compare", target, tmp_path / "gut.docx"),
        ("redline", target, tmp_path / "gut.docx", "--synopse"),
        ("trace", target),
        ("templates", "from-word", target),
    ):
        result = cli(*call)
        assert said in " ".join(result.err.replace("→", "").split()), call
        assert result.code == 3


def test_a_folder_is_told(cli, tmp_path):
    assert "ist ein Ordner" in cli("trace", tmp_path).err


def test_comments_go_into_a_word_file(cli, tmp_path):
    (tmp_path / "gut.docx").write_bytes(word_file("Ein Absatz."))
    assert cli("check", tmp_path / "gut.docx", "--comments", tmp_path / "x.pdf").code == 2
    assert not (tmp_path / "x.pdf").exists()
