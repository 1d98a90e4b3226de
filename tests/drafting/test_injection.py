"""No value, whatever its characters, changes a document's structure or loses its text."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import kimdocs
from kimdocs.drafting.blocks import Fence, Heading, ListBlock, Note, Paragraph, Run, Table, all_runs
from kimdocs.drafting.convert import printable
from kimdocs.drafting.typesetting import typeset
from kimdocs.drafting.write.markdown import escape, write

NASTY = [
    "1. Januar", "<0,6 VZÄ", "# abgelehnt", "a | b", "{{ betreff }}", "{% raw %}", "\ud800 allein",
    "\x00\x07\x1b[31m", "- x", "+ y", "> zitiert", "```\ncode\n```", "~~~ unterschriften", "***",
    "[x](http://x)", "![x](y)", "&amp; &#60;", "<script>alert(1)</script>", "    vier", "a\\", "\\|",
    "a\n\nb", "a\n# b", "===", "---", "\u2028\u2029\x85", "\ue0000\ue001", "|---|---|", "https://x.example",
    "]]>", "<!-- x -->", "1) a", "(1) b", "§ 1", "\ufffe\uffff", "\u202e verkehrt", "a" * 500, "*_`~",
    "\t\tTab", "[^1]: x", "=1+1",
]  # fmt: skip
ANY = st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec=None), min_size=1, max_size=40))
PLAIN = "Wort"


def made(value):
    content = {
        "betreff": value, "koerperschaft": value, "vorlage": {"nummer": value, "oeffentlich": True},
        "beratungsfolge": [{"gremium": value, "termin": "01.02.2026", "beratungsaktion": value, "top": value}],
        "beschlussvorschlag": {"punkte": [value, PLAIN]}, "anlagen": [value],
        "unterschrift": {"name": value, "funktion": value}, "weitere": [{"titel": value, "text": PLAIN}],
        "finanzen": {"positionen": [{"bezeichnung": value, "betrag": "1 €"}], "deckung": value},
    }  # fmt: skip
    return kimdocs.draft("beschlussvorlage", content)


def shape(blocks):
    """The structure of blocks without their words."""
    found = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(("h", block.level))
        elif isinstance(block, ListBlock):
            found.append((block.mark, tuple(shape(item) for item in block.items)))
        elif isinstance(block, Table):
            found.append(("table", len(block.rows), len(block.header)))
        elif isinstance(block, Fence):
            found.append((block.kind, tuple(len(line) for line in block.lines)))
        else:
            found.append(("note", shape(block.blocks)) if isinstance(block, Note) else "p")
    return tuple(found)


def visible(text):
    """The value as it may be printed; None where nothing of it is left to see."""
    return printable(text) or None


@given(ANY.filter(lambda text: printable(text).strip()))
def test_blocks_keep_their_structure_and_the_value_its_text(value):
    draft = made(value)
    assert shape(draft.content) == shape(made(PLAIN).content)
    texts = [run.text for run in all_runs(draft.content) if run.fact is not None]
    assert texts.count(typeset(visible(value))) >= 8


class Outline(HTMLParser):
    """Tags of a page in order, and its text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag != "br":
            self.tags.append(tag)

    def handle_data(self, data):
        self.words.append(data)


@settings(max_examples=25)
@given(ANY.filter(lambda text: printable(text).strip()))
def test_html_keeps_its_tags_and_the_words(value):
    page = Outline(made(value).html())
    assert page.tags == Outline(made(PLAIN).html()).tags
    assert squeezed(visible(value)) in squeezed("".join(page.words))


def squeezed(text):
    return re.sub(r"\s+", "", text)


@settings(max_examples=25)
@given(ANY.filter(lambda text: printable(text).strip()))
def test_word_keeps_its_paragraphs_and_the_words(value):
    document, plain = (Document(io.BytesIO(made(text).docx())) for text in (value, PLAIN))
    assert [p.style.name for p in document.paragraphs] == [p.style.name for p in plain.paragraphs]
    assert [len(table.rows) for table in document.tables] == [len(table.rows) for table in plain.tables]
    assert squeezed(visible(value)) in squeezed("".join(p.text for p in document.paragraphs))


@given(
    st.one_of(
        st.sampled_from(NASTY), st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1)
    )
)
def test_escaped_text_is_text_to_a_markdown_reader(value):
    line = " ".join(printable(value).split())
    if not line:
        return
    tokens = MarkdownIt("commonmark").enable("table").parse(escape(line))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children) == line


@pytest.mark.parametrize("mark", ["bold", "italic"])
def test_emphasis_around_blanks_stays_emphasis(mark):
    text = write((Paragraph((Run("vor"), Run(" mitten ", **{mark: True}), Run("nach"))),))
    inner = MarkdownIt("commonmark").parse(text)[1].children
    assert "mitten" in [child.content for child in inner]
    assert {"strong_open", "em_open"} & {child.type for child in inner}
