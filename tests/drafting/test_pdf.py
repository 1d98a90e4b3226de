"""The PDF: tagged, the same bytes each time, every text on its pages, and no value that becomes Typst code."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import NamedTuple

import pdfplumber
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import kimdocs
from kimdocs.drafting.catalogue import builtin_root, kinds
from kimdocs.drafting.convert import printable
from tests.drafting.papers import own_templates
from tests.drafting.test_injection import ANY, PLAIN, made

CODE = [
    '#panic("x")', "#read(\"/etc/passwd\")", "$x^2$", "*fett*", "_kursiv_", "= Überschrift", "// weg", "/* weg */",
    "<marke>", "@marke", "#import \"@preview/x:1.0.0\"", '"); panic("', "\\u{41}", "https://stadt.example/a?b=c", "~",
    "#pagebreak()", "- Punkt", "+ Punkt", "/ Wort: Sinn", "`roh`", "#set text(size: 0pt)", "]", "[", "{", "}",
]  # fmt: skip
LATIN = st.text(
    st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "S"], exclude_characters="\u0149"),
    min_size=1,
    max_size=60,
)


class Pages(NamedTuple):
    """A PDF read again: types of its structure elements in order, its text without blanks, and its metadata."""

    tags: list[str]
    text: str
    metadata: str
    catalog: dict


def opened(data):
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        tags = [kind for kind in types(pdf.structure_tree) if kind not in {"Span", "Link"}]
        text = "".join(page.extract_text() for page in pdf.pages)
        catalog = pdf.doc.catalog
        return Pages(tags, squeezed(text), catalog["Metadata"].resolve().get_data().decode(), catalog)


@cache
def plain_tags():
    return opened(made(PLAIN).pdf()).tags


def types(elements):
    for element in elements:
        yield element["type"]
        yield from types(element.get("children", []))


def squeezed(text):
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def drafted(kind, **options):
    return kimdocs.draft(kind, builtin_root() / kind / "example.yaml", **options)


@settings(max_examples=15)
@given(ANY.filter(lambda text: printable(text).strip()))
def test_no_value_changes_the_structure(value):
    assert opened(made(value).pdf()).tags == plain_tags()


@pytest.mark.parametrize("value", CODE)
def test_typst_code_in_a_value_is_text(value):
    page = opened(made(value).pdf())
    assert page.tags == plain_tags()
    assert page.text.count(squeezed(value)) >= 8


@settings(max_examples=20)
@given(LATIN)
@example("# 1. Januar <0,6 VZÄ> | {{ betreff }}")
@example("Ŋ ĸ ſ ŧ € ½ ² ¦ ×")
def test_no_letter_of_a_value_is_lost(value):
    page = opened(kimdocs.draft("mitteilungsvorlage", {"mitteilung": f"Anfang {value} Ende"}).pdf())
    assert f"Anfang{squeezed(printable(value))}Ende" in page.text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Zeichen 中 hier", "Zeichen[U+4E2D]hier"), ("\U0001f600", "[U+1F600]"), ("a\ue123b", "a[U+E123]b"),
        ("\u0378", "[U+0378]"), ("Łukasz Şükrü Đặng Иван Αθηνά", "ŁukaszŞükrüĐặngИванΑθηνά"),
    ],
)  # fmt: skip
def test_what_no_font_can_show_is_named(value, shown):
    assert shown in opened(kimdocs.draft("mitteilungsvorlage", {"mitteilung": value}).pdf()).text


@pytest.mark.parametrize("kind", kinds())
def test_the_same_draft_gives_the_same_bytes(kind):
    assert drafted(kind).pdf() == drafted(kind).pdf()


@pytest.mark.parametrize("kind", kinds())
def test_the_file_says_its_language_its_title_and_its_standards(kind):
    draft = drafted(kind)
    page = opened(draft.pdf())
    assert page.catalog["Lang"] == b"de-DE"
    assert page.catalog["MarkInfo"]["Marked"] is True
    assert page.catalog["ViewerPreferences"]["DisplayDocTitle"] is True
    for entry in ("pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<", f">{draft.title}<"):
        assert entry in page.metadata
    assert f"{draft.date:%Y-%m-%d}T00:00:00" in page.metadata
    assert page.tags.count("H1") == 1


def test_tables_have_header_cells_and_lists_are_lists():
    page = opened(drafted("beschlussvorlage", final=True).pdf())
    assert page.tags.count("Table") == page.tags.count("THead") == 8
    assert page.tags.count("TH") == 5 + 3 + 3 + 3 + 2 + 2 + 3 + 2
    assert page.tags.count("LI") == 3 + 1 + 2


def test_sources_are_end_notes_and_the_final_copy_has_none():
    draft, final = (opened(drafted("beschlussvorlage", final=final).pdf()) for final in (False, True))
    assert "proJahr[1]" in draft.text
    assert "Berechnet:0,5Stellen×ca.10.000€jeStelleundJahr=biszu5.000€proJahr" in draft.text
    assert "Berechnet:" not in final.text
    assert "[1]" not in final.text


def test_gaps_are_shown():
    text = opened(kimdocs.draft("beschlussauszug", {"koerperschaft": "Stadt Erlbach"}).pdf()).text
    assert "[fehlt:Betreff]" in text
    assert "StadtErlbach" in text


def test_pages_are_numbered_and_headed():
    with pdfplumber.open(io.BytesIO(drafted("kooperationsvereinbarung").pdf())) as pdf:
        lines = [page.extract_text().splitlines() for page in pdf.pages]
    for number, page in enumerate(lines, 1):
        assert page[-1] == f"Kreis Lindenau Seite {number} von {len(lines)}"
        assert ("Region Erlbach" in page[0]) is (number > 1)


@pytest.mark.parametrize(
    "position",
    [
        {"bezeichnung": "Wort " * 900, "betrag": "1 €", "erlaeuterung": "kurz"},
        {"bezeichnung": "x" * 400, "betrag": "1 €", "erlaeuterung": "https://stadt.example/" + "pfad/" * 60},
        {"bezeichnung": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3},
    ],
    ids=["long cell", "long words", "long German word"],
)
def test_nothing_runs_off_the_page(position):
    draft = kimdocs.draft("beschlussvorlage", {"finanzen": {"positionen": [position] * 3, "deckung": "y" * 900}})
    with pdfplumber.open(io.BytesIO(draft.pdf())) as pdf:
        chars = [char for page in pdf.pages for char in page.chars]
        right, bottom = pdf.pages[0].width - 50, pdf.pages[0].height - 20
    assert max(char["x1"] for char in chars) <= right
    assert max(char["bottom"] for char in chars) <= bottom
    letters = "".join(char["text"] for char in chars if char["text"].isalnum())
    for words in position.values():
        first = next(iter(words.split()))
        assert letters.count(first[0]) >= 3 * words.count(first[0])


def test_a_heading_that_a_town_skips_is_no_reason_to_fail(tmp_path):
    folder = own_templates(tmp_path, "# {{ betreff }}\n\n### Zu tief\n\nText\n")
    page = opened(kimdocs.draft("beschlussvorlage", {"betreff": "Bücherei"}, templates=folder).pdf())
    assert [tag for tag in page.tags if tag.startswith("H")] == ["H1", "H2"]


def test_a_paper_without_heading_and_date_is_written(tmp_path):
    folder = own_templates(tmp_path, "{{ betreff }}\n")
    assert "Bücherei" in opened(kimdocs.draft("beschlussvorlage", {"betreff": "Bücherei"}, templates=folder).pdf()).text


def test_a_short_row_stays_on_one_page():
    words = [f"Anfang{number:02} " + "Erläuterung der Position " * 6 + f"Schluss{number:02}" for number in range(40)]
    positions = [{"bezeichnung": text, "betrag": "1 €"} for text in words]
    draft = kimdocs.draft("beschlussvorlage", {"finanzen": {"positionen": positions, "deckung": "Haushalt"}})
    with pdfplumber.open(io.BytesIO(draft.pdf())) as pdf:
        pages = [squeezed(page.extract_text()) for page in pdf.pages]
    for number in range(40):
        assert [f"Anfang{number:02}E" in page for page in pages] == [f"Schluss{number:02}" in page for page in pages]
        assert sum(f"Anfang{number:02}E" in page for page in pages) == 1


def test_no_signature_stands_alone_below_a_long_list():
    """Whatever the length of the list: the page of the signature holds two of its lines, numbered on."""
    alone = []
    for count in range(9, 60, 3):
        made = kimdocs.draft(
            "beschlussvorlage",
            {"anlagen": [f"Lageplan {n}" for n in range(1, count + 1)], "unterschrift": {"name": "Mara Tiedge"}},
        )
        with pdfplumber.open(io.BytesIO(made.pdf())) as pdf:
            pages = [page.extract_text().splitlines() for page in pdf.pages]
        (page,) = [lines for lines in pages if "gezeichnet:" in lines]
        before = page[: page.index("gezeichnet:")]
        if before[-2:] != [f"{n}. Lageplan {n}" for n in (count - 1, count)]:
            alone.append(count)
    assert alone == []
