"""``kimdocs templates to-word`` and ``from-word``: the difference first, and nothing written that would not work."""

from __future__ import annotations

import dataclasses
import zipfile
from io import BytesIO

import pytest

from kimdocs.drafting.catalogue import house_style, load_template
from kimdocs.drafting.lint import lint
from kimdocs.drafting.roundtrip.to_word import to_word
from tests.drafting.test_template_word import edited


@pytest.fixture
def in_word(cli, tmp_path):
    """The own template as a Word file, and a function that edits it."""
    own = tmp_path / "vorlagen"
    assert cli("templates", "new", "beschlussvorlage", "--templates", own).code == 0
    target = tmp_path / "v.docx"
    assert cli("templates", "to-word", "beschlussvorlage", "-o", target, "--templates", own).code == 0

    def edit(*changes):
        target.write_bytes(edited(target.read_bytes(), *changes))
        return target, own, own / "beschlussvorlage" / "template.md.j2"

    return edit


def test_the_difference_is_shown_before_anything_is_written(cli, in_word):
    target, own, file = in_word(("Sachverhalt", "Sachdarstellung"))
    before = file.read_text(encoding="utf-8")
    shown = cli("templates", "from-word", target, "--templates", own)
    assert shown.code == 1
    assert "-## Sachverhalt\n+## Sachdarstellung\n" in shown.out
    assert file.read_text(encoding="utf-8") == before
    written = cli("templates", "from-word", target, "--templates", own, "--write")
    assert written.code == 0
    assert written.out.startswith(shown.out.partition("Noch nichts")[0])
    assert file.read_text(encoding="utf-8") == before.replace("## Sachverhalt", "## Sachdarstellung")
    assert not [item for item in lint(load_template("beschlussvorlage", own)) if not item.warning]


def test_nothing_changed_is_told(cli, in_word):
    target, own, _ = in_word()
    result = cli("templates", "from-word", target, "--templates", own)
    assert (result.code, result.out) == (0, "Keine Änderungen.\n")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("‹Ende wenn·4›", "Text"), "geht die Vorlage „beschlussvorlage“ nicht mehr"),
        (("‹Betreff·16›", "‹Betreff"), "Eine Marke ist beschädigt: „‹Betreff“"),
        (("‹Betreff·16›", "‹Betreff·999›"), "Eine Marke ist beschädigt"),
    ],
)
def test_what_would_break_the_template_is_refused(cli, in_word, change, sentence):
    target, own, file = in_word(change)
    before = file.read_bytes()
    result = cli("templates", "from-word", target, "--templates", own, "--write")
    assert result.code == 5
    assert sentence in result.err
    assert file.read_bytes() == before


def test_a_template_that_changed_meanwhile_is_not_overwritten(cli, in_word):
    target, own, file = in_word(("Sachverhalt", "Sachdarstellung"))
    file.write_text(file.read_text(encoding="utf-8") + "\nNeu.\n", encoding="utf-8")
    result = cli("templates", "from-word", target, "--templates", own, "--write")
    assert result.code == 5
    assert "hat sich geändert" in result.err
    assert file.read_text(encoding="utf-8").endswith("Neu.\n")


def test_the_built_in_template_is_never_written(cli, in_word):
    target = in_word(("Sachverhalt", "Sachdarstellung"))[0]
    result = cli("templates", "from-word", target, "--write")
    assert result.code == 2
    assert "--templates" in result.err


@pytest.mark.parametrize("kind", ["fremd", "kaputt", "version", "inhalt"])
def test_other_files_are_refused(cli, in_word, kind):
    target, own, _ = in_word()
    content = target.read_bytes()
    if kind == "kaputt":
        target.write_bytes(content[:700])
    else:
        swap = {
            "fremd": (b"urn:kimdocs:template:1", b"urn:anderes"),
            "version": (b"urn:kimdocs:template:1", b"urn:kimdocs:template:2"),
            "inhalt": (b'"kind"', b'"art"'),
        }[kind]
        with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(*swap))
    result = cli("templates", "from-word", target, "--templates", own)
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("Fehler: ")


def test_a_template_of_an_unknown_kind_is_refused(cli, tmp_path):
    other = dataclasses.replace(load_template("beschlussvorlage"), kind="../boese")
    (tmp_path / "x.docx").write_bytes(to_word(other, "Text\n", house_style()))
    result = cli("templates", "from-word", tmp_path / "x.docx", "--templates", tmp_path, "--write")
    assert result.code == 5


def test_the_same_word_file_comes_back_again(cli, in_word):
    target, own, file = in_word(("Sachverhalt", "Sachdarstellung"))
    assert cli("templates", "from-word", target, "--templates", own, "--write").code == 0
    again = cli("templates", "from-word", target, "--templates", own)
    assert (again.code, again.out) == (
        0,
        "Keine Änderungen.\nWas in Word geändert wurde, steht schon in der Vorlage.\n",
    )
    in_word(("Beratungsfolge", "Lauf der Beratung"))
    more = cli("templates", "from-word", target, "--templates", own, "--write")
    assert more.code == 0
    assert "Sachdarstellung" not in more.out
    assert "+## Lauf der Beratung\n" in more.out
    assert "## Sachdarstellung" in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8") + "\nVon Hand.\n", encoding="utf-8")
    in_word(("Anlagen", "Beigefügt"))
    assert cli("templates", "from-word", target, "--templates", own, "--write").code == 5
