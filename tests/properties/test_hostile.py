"""Files from strangers, cut off, mutilated or mislabelled: a record that keeps the laws, or a German sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kimdocs
from kimdocs.errors import InputError
from tests.properties.laws import check

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FILES = sorted(path for path in CORPUS.glob("0[1-6]-*") if path.is_file())
SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx", ".odt")


def survives(data: bytes, name: str) -> None:
    """A record that keeps the laws, or an InputError with a sentence for the user."""
    try:
        source = kimdocs.read(data, name=name)
    except InputError as error:
        told = error.message
    else:
        told = ""
        check(source, kimdocs.extract(source))
    assert not told or told.endswith((".", "“", "!", ")"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix[1:] + path.name[:2])
@given(data=st.data())
def test_mutilated_documents(path, data):
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 4), label="flips")):
        whole[data.draw(st.integers(0, len(whole) - 1), label="at")] = data.draw(st.integers(0, 255), label="byte")
    end = data.draw(st.one_of(st.just(len(whole)), st.integers(0, len(whole))), label="end")
    survives(bytes(whole[:end]), path.name)


@given(st.sampled_from(FILES), st.sampled_from(SUFFIXES))
def test_mislabelled_documents(path, suffix):
    survives(path.read_bytes(), path.stem + suffix)


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "%PDF-1.7\n", "PK\x03\x04", "<html>", "\ufeff"]),
    st.sampled_from(SUFFIXES),
)
def test_arbitrary_bytes(data, head, suffix):
    survives(head.encode("utf-8") + data, "fremd" + suffix)
