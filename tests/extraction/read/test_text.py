"""Plain text and Markdown: the text stays as it is, but for signs that show as others do or not at all."""

from __future__ import annotations

import hashlib
import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.errors import InputError
from kimdocs.extraction.read import read
from kimdocs.extraction.read.symbols import composed
from kimdocs.model.source import BlockKind

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t"), min_size=1)


@given(TEXTS)
def test_utf8_text_is_not_changed(text):
    text = composed(text)
    if not text or text.lstrip()[:1] == "<":
        return
    source = read(text.encode("utf-8"), name="vorlage.txt")
    assert source.text == text
    assert (source.media_type, source.page_starts, source.blocks, source.warnings) == ("text/plain", (0,), (), ())


@given(TEXTS, st.sampled_from(["utf-8-sig", "utf-16"]))
def test_byte_order_marks_say_the_encoding(text, encoding):
    text = composed(text)
    if text and text.lstrip()[:1] != "<":
        assert read(text.encode(encoding), name="a.txt").text == text


def test_windows_1252_is_read_with_a_warning():
    source = read("Beschlüsse über 5.000 €\r\nfür Erlbach\r".encode("cp1252"), name="a.txt")
    assert source.text == "Beschlüsse über 5.000 €\nfür Erlbach\n"
    assert "Windows-1252" in source.warnings[0]


def test_form_feeds_start_pages():
    source = read(b"eins\n\fzwei\n\fdrei\n\f\n", name="a.txt")
    assert source.page_starts == (0, 6, 12)
    assert [source.page_at(source.text.index(word)) for word in ("eins", "zwei", "drei")] == [1, 2, 3]


def test_inputs_written_in_a_text_file_stay_as_they_are():
    text = 'Klima:\t<input type="radio" checked> ja <input type="radio"> nein\n'
    assert read(text.encode(), name="vorlage.txt").text == text
    assert read(text.encode(), name="vorlage.md").text == text


def test_markdown_blocks_have_exact_offsets():
    text = "# Vorlage\n\n## Beschluss\n\n1. Eins\n- zwei\n\n"
    text += "| Gremium | Termin |\n|---|---|\n| Rat | 01.02.2024 |\n| | offen |\nEnde\n"
    source = read(text.encode(), name="a.md")
    assert source.text == text
    assert [(block.kind, block.level) for block in source.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.TABLE, 0),
    ]
    cells = [(c.row, c.column, c.header, text[c.start : c.end]) for c in source.blocks[-1].cells]
    assert cells == [
        (0, 0, True, "Gremium"),
        (0, 1, True, "Termin"),
        (1, 0, False, "Rat"),
        (1, 1, False, "01.02.2024"),
        (2, 0, False, ""),
        (2, 1, False, "offen"),
    ]


def test_name_and_hash_identify_the_file(tmp_path, monkeypatch):
    path = tmp_path / "beschluss.txt"
    path.write_bytes(b"Text\n")
    source = read(path)
    assert source.name == "beschluss.txt"
    assert source.id == "sha256:" + hashlib.sha256(b"Text\n").hexdigest()
    assert read(str(path), name="anders").name == "anders"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Text\n")))
    assert read("-") == read(b"Text\n")


@pytest.mark.parametrize("data", [b"a\0b", bytes(range(1, 32)) * 3, b"\x7fELF\x02\x01\x01\0"])
def test_binary_data_is_no_text(data):
    with pytest.raises(InputError, match="binäre Daten"):
        read(data, name="a.txt")


def test_letters_written_in_two_parts_become_one():
    decomposed = "Beschlu\u0308sse des Gemeinderates u\u0308ber Caf\u00e9 und Cafe\u0301"
    source = read(decomposed.encode(), name="protokoll.txt")
    assert source.text == "Beschlüsse des Gemeinderates über Café und Café"
