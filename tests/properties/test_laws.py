"""The laws of the data over composed documents, arbitrary text, the corpus and real documents."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kimdocs
from tests.properties.laws import check

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PIECES = tomllib.loads((Path(__file__).parent / "pieces.toml").read_text(encoding="utf-8"))

numbers = st.integers(0, 120).map(str)


def piece(kind):
    return st.builds(lambda text, number: text.replace("{n}", number), st.sampled_from(PIECES[kind]), numbers)


body = st.lists(
    st.one_of(*[piece(kind) for kind in ("heading", "sentence", "vote", "sentence", "vote", "dirt")]), max_size=25
)
documents = st.builds(
    lambda head, parts, gap: gap.join((*head, *parts)),
    st.lists(piece("head"), max_size=4),
    body,
    st.sampled_from(["\n", "\n\n", " ", "\n \n", "\r\n"]),
)


def extracted(text):
    source = kimdocs.read(text.encode("utf-8"), name="probe.txt")
    return source, kimdocs.extract(source)


@given(documents.filter(str.strip))
def test_composed_documents_keep_every_law(text):
    check(*extracted(text))


@given(documents.filter(str.strip))
def test_the_same_document_gives_the_same_record(text):
    assert extracted(text)[1] == extracted(text)[1]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_arbitrary_text_keeps_every_law(text):
    check(*extracted(text))


TEXTS = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(CORPUS.glob("*.txt"))]
MARKS = ["\n", "\n\n", "\t", " ", "   ", "|", "\f", ":", ".", ",", "-", "–", "(", ")", "0", "7", "/", "€", "²", "½"]
whole = st.sampled_from(TEXTS)


@st.composite
def pieces(draw):
    """A stretch of a document of the corpus: where tables, lists and sentences are cut off."""
    text = draw(whole)
    start = draw(st.integers(0, max(0, len(text) - 20)))
    return text[start : start + draw(st.integers(20, 3000))]


@st.composite
def shuffled(draw):
    """The lines of a document in another order: rows without their header, headings without their text."""
    lines = draw(pieces()).split("\n")
    return "\n".join(draw(st.permutations(lines)))


@st.composite
def sprinkled(draw):
    """A stretch of a document with marks put in place of some of its characters."""
    characters = list(draw(pieces()))
    for place in draw(st.lists(st.integers(0, len(characters) - 1), max_size=30)):
        characters[place] = draw(st.sampled_from(MARKS))
    return "".join(characters)


@settings(max_examples=150)
@given(st.one_of(shuffled(), sprinkled(), st.lists(pieces(), min_size=1, max_size=3).map("\n".join)).filter(str.strip))
def test_documents_cut_up_keep_every_law(text):
    check(*extracted(text))


def broken_laws(files):
    """The files that break a law, with the reason."""
    wrong = []
    for path in files:
        source = kimdocs.read(path)
        try:
            check(source, kimdocs.extract(source))
        except AssertionError as error:
            wrong.append(f"{path.name}: {str(error)[:300]}")
    return wrong


def test_the_corpus_keeps_every_law(corpus_dir):
    files = [path for path in sorted(corpus_dir.iterdir()) if path.suffix in {".txt", ".html", ".pdf", ".docx", ".odt"}]
    assert files
    assert broken_laws(files) == []


@pytest.mark.parametrize("folder", ["seeds", "real"])
def test_real_documents_keep_every_law(shared_dir, folder):
    files = [path for path in sorted((shared_dir / folder).iterdir()) if path.suffix != ".json"]
    assert files
    assert broken_laws(files) == []
