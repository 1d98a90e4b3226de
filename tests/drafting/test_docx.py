"""The Word document: accessible, in the house style, with its sources, and readable again."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

import kimdocs
from kimdocs.drafting.catalogue import builtin_root, kinds
from kimdocs.drafting.trace import NAMESPACE
from kimdocs.errors import TemplateError, UsageError
from kimdocs.model.decision import ResolutionKind
from kimdocs.model.finance import Per, Qualifier
from tests.drafting.papers import data, own_templates, sources

KINDS = kinds()


@pytest.fixture(scope="module")
def made():
    return kimdocs.draft("beschlussvorlage", data(), records=sources(), strict=True)


@pytest.fixture(scope="module")
def package(made):
    return zipfile.ZipFile(io.BytesIO(made.docx()))


def example(kind):
    return kimdocs.draft(kind, builtin_root() / kind / "example.yaml")


@pytest.mark.parametrize("kind", KINDS)
def test_accessibility(kind):
    content = example(kind).docx()
    document = Document(io.BytesIO(content))
    levels = [p.style.name for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert levels[0] == "Title"
    assert levels.count("Title") == 1
    numbers = [1 if name == "Title" else int(name[-1]) + 1 for name in levels]
    assert all(after <= before + 1 for before, after in pairwise(numbers))
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    assert all(cell.text.strip() for table in document.tables for cell in table.rows[0].cells)
    assert all(p.text.strip() or p.style.name == "Unterschrift Linie" for p in document.paragraphs)
    assert document.core_properties.title == next(p.text for p in document.paragraphs if p.style.name == "Title")
    assert document.core_properties.language == "de-DE"
    styles = zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml").decode()
    assert 'w:lang w:val="de-DE"' in styles
    assert "en-US" not in styles


def test_lists_are_real_and_start_again():
    with_annexes = kimdocs.draft("beschlussvorlage", data(anlagen=["Entwurf"]), records=sources())
    items = [p for p in Document(io.BytesIO(with_annexes.docx())).paragraphs if p.style.name == "List Number"]
    assert len({p._p.pPr.numPr.numId.val for p in items}) == 2


def test_comments_name_every_source_and_hang_on_the_figure(package):
    comments = etree.fromstring(package.read("word/comments.xml"))
    texts = ["".join(c.itertext()) for c in comments.iter(qn("w:comment"))]
    assert any("vorlage.txt" in text and "55.000" in text for text in texts)
    assert any("niederschrift.txt" in text and "10.000" in text for text in texts)
    assert any("Berechnet: 0,5" in text and "niederschrift.txt" in text and "vorlage.txt" in text for text in texts)
    body = etree.fromstring(package.read("word/document.xml"))
    starts = body.findall(f".//{qn('w:commentRangeStart')}")
    assert len(starts) == len(texts)
    assert all(start.getnext().tag == qn("w:r") for start in starts)
    assert {"".join(start.getnext().itertext()).replace("\u00a0", " ") for start in starts} >= {
        "55.000 € je Stelle und Jahr", "ca. 10.000 € je Stelle und Jahr", "bis zu 5.000 € pro Jahr", "0,5 Stellen",
    }  # fmt: skip


def test_the_machine_readable_twin_is_inside(package, made):
    root = etree.fromstring(package.read("customXml/item1.xml"))
    assert root.tag == f"{{{NAMESPACE}}}sources"
    assert json.loads(root.text) == json.loads(made.trace.to_json())


def test_the_final_copy_has_no_comments_notes_or_sources():
    final = kimdocs.draft(
        "kooperationsvereinbarung", builtin_root() / "kooperationsvereinbarung" / "example.yaml", final=True
    )
    package = zipfile.ZipFile(io.BytesIO(final.docx()))
    body = package.read("word/document.xml").decode()
    assert "comment" not in body
    assert "Rechtlich prüfen" not in body + final.html() + final.markdown()
    assert "customXml/item1.xml" not in package.namelist()
    assert "[^1]" not in final.markdown()
    assert "Quellen" not in final.html()


def test_the_same_draft_gives_the_same_bytes(made):
    again = kimdocs.draft("beschlussvorlage", data(), records=sources())
    assert again.docx() == made.docx()
    assert again.html() == made.html()
    assert Document(io.BytesIO(made.docx())).core_properties.created.date() == dt.date(2026, 1, 12)


def test_one_draft_leaves_no_trace_in_the_next(made):
    before = made.docx()
    for kind in KINDS:
        example(kind).docx()
    assert made.docx() == before


def test_a_house_style_edited_between_two_drafts_is_seen_at_once(tmp_path):
    folder = own_templates(tmp_path, "# {{ betreff }}\n")
    house = folder / "house" / "hausvorlage.docx"
    house.parent.mkdir()
    for words in ("Rathausplatz 1", "Am Anger 7"):
        document = Document(str(builtin_root() / "house" / "hausvorlage.docx"))
        document.sections[0].header.paragraphs[0].text = words
        document.save(house)
        drafted = kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, templates=folder).docx()
        assert Document(io.BytesIO(drafted)).sections[0].header.paragraphs[0].text == words


def test_header_and_footer_name_paper_and_body(made):
    section = Document(io.BytesIO(made.docx())).sections[0]
    assert section.header.paragraphs[0].text == "Vorlage Nr. 12/2026"
    assert section.footer.paragraphs[0].text.startswith("Gemeinde Wiesenfeld\tSeite ")


def test_what_is_drafted_is_read_back(made):
    record = kimdocs.extract(kimdocs.read(made.docx(), name="entwurf.docx"))
    document = record.document
    assert (document.reference, document.title, document.paper_type) == ("12/2026", made.title, "Beschlussvorlage")
    assert document.public is True
    assert [(c.organization, c.date, c.role) for c in document.consultations] == [
        ("Sozialausschuss", dt.date(2026, 2, 3), "vorberatend"),
        ("Rat der Gemeinde Wiesenfeld", dt.date(2026, 3, 3), "beschließend"),
    ]
    figures = {(int(f.amount), f.qualifier, frozenset(f.per)) for f in record.figures}
    assert figures == {
        (55000, Qualifier.EXACT, frozenset({Per.POST, Per.YEAR})),
        (10000, Qualifier.ABOUT, frozenset({Per.POST, Per.YEAR})),
        (5000, Qualifier.UP_TO, frozenset({Per.YEAR})),
    }
    assert {str(posts.count) for posts in record.staffing} == {"0.5"}
    (proposed,) = [r for r in record.resolutions if r.kind is ResolutionKind.PROPOSED]
    assert len(proposed.points) == 2
    assert "bis zu 5.000" in proposed.text


def test_a_house_style_without_a_style_is_refused_by_name(tmp_path):
    folder = own_templates(tmp_path, "# {{ betreff }}\n")
    (folder / "house").mkdir()
    document = Document(str(builtin_root() / "house" / "hausvorlage.docx"))
    document.styles["Briefkopf"].delete()
    document.save(folder / "house" / "hausvorlage.docx")
    with pytest.raises(TemplateError, match="Briefkopf"):
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, templates=folder).docx()
    (folder / "house" / "hausvorlage.docx").write_bytes(b"kein Word")
    with pytest.raises(TemplateError, match=r"hausvorlage\.docx"):
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, templates=folder).docx()


def test_save_writes_paper_and_twin(made, tmp_path):
    for name in ("a.docx", "b.html", "c.md", "e.pdf"):
        assert [path.name for path in made.save(tmp_path / name)] == [name, f"{name[0]}.sources.json"]
    for wrong in ("d.odt", "ohne", "fehlt/e.docx"):
        with pytest.raises(UsageError):
            made.save(tmp_path / wrong)


def test_the_key_scenario_on_the_seeds(shared_dir):
    seeds = sorted((shared_dir / "seeds").iterdir())
    records = [kimdocs.extract(kimdocs.read(path)) for path in seeds[:2]]
    made = kimdocs.draft("beschlussvorlage", data(), records=records, strict=True)
    record = kimdocs.extract(kimdocs.read(made.docx(), name="entwurf.docx"))
    assert {int(figure.amount) for figure in record.figures} == {55000, 10000, 5000}
    assert {item.source.name for item in made.trace.stated()} == {path.name for path in seeds[:2]}


@pytest.mark.parametrize(("count", "kept"), [(2, 2), (40, 2)])
def test_only_a_short_list_stays_whole_with_the_signature_below(count, kept):
    made = kimdocs.draft("beschlussvorlage", data(anlagen=[f"Lageplan {n}" for n in range(count)]), records=sources())
    items = [p for p in Document(io.BytesIO(made.docx())).paragraphs if p.text.startswith("Lageplan")]
    assert [p.paragraph_format.keep_with_next is True for p in items] == [False] * (count - kept) + [True] * kept


def test_the_running_head_stays_on_one_line():
    title = (
        "Vereinbarung über die gemeinsame Trägerschaft der Volkshochschule und der Musikschule in der Region Wiesenfeld"
    )
    made = kimdocs.draft("kooperationsvereinbarung", {"titel": title})
    assert made.running_head.endswith(" …")
    assert title.startswith(made.running_head.removesuffix(" …"))
    assert len(made.running_head) < 90
    assert made.title == title


@pytest.mark.parametrize(("words", "whole"), [(5, True), (900, False)])
def test_a_row_that_no_page_holds_may_be_parted_and_leaves_no_page_empty(words, whole):
    row = {"thema": "Wehr", "beschluss": "Wasser " * words}
    content = {"oeffentlich": False, "beschluesse": [{"thema": "Zaun"}, row, {"thema": "Steg"}]}
    made = Document(io.BytesIO(kimdocs.draft("beschlusskontrolle", content).docx()))
    (table,) = made.tables
    parted = [row._tr.trPr.find(qn("w:cantSplit")) is None for row in table.rows]
    assert parted == [False, False, not whole, False]
    kept = [p.paragraph_format.keep_with_next for row in table.rows for cell in row.cells for p in cell.paragraphs]
    assert any(kept) is whole
