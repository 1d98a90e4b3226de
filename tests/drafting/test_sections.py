"""Numbered sections of an agreement: the numbers follow, references are live in Word, laws stay text."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

import kimdocs
from kimdocs.drafting.sections import without_repeated_signs
from tests.drafting.papers import own_templates

TEMPLATE = """# {{ titel }}

## Präambel

Nach § 5 VwVfG und § 3 Abs. 1 GkG gilt:

## § [[gegenstand]] Gegenstand

1) {{ gegenstand }}

{% if umsatzsteuer %}
## § [[umsatzsteuer]] Umsatzsteuer

{{ umsatzsteuer }}

{% endif %}
## § [[haftung]] Haftung

Abweichend von § [[gegenstand]] Abs. 1 haftet der Kreis nach § [[haftung]] und §§ [[gegenstand]] und [[haftung]].

{{ inkrafttreten }}
"""


def drafted(tmp_path, text=TEMPLATE, **data):
    folder = own_templates(tmp_path, text, "kooperationsvereinbarung")
    values = {"titel": "Vereinbarung", "gegenstand": "Die Gemeinden bauen einen Steg."} | data
    return kimdocs.draft("kooperationsvereinbarung", values, templates=folder)


def part(made, name="word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(made.docx())).read(name))


def as_shown(made):
    return kimdocs.read(made.docx(), name="vereinbarung.docx").text.replace("\u00a0", " ")


@pytest.mark.parametrize(("data", "number"), [({}, 2), ({"umsatzsteuer": "Die Beteiligten tragen sie."}, 3)])
def test_numbers_follow_where_a_section_is_left_out(tmp_path, data, number):
    made = drafted(tmp_path, **data)
    page = made.html().replace("</a>", "").replace('<a href="#paragraf-haftung">', "")
    for text in (as_shown(made), *(text.replace("\u00a0", " ") for text in (made.markdown(), page))):
        assert f"§ {number} Haftung" in text
        assert f"nach § {number} und" in text
        assert "§ 5 VwVfG und § 3 Abs. 1 GkG" in text
        assert "[[" not in text


def test_word_numbers_the_headings_and_works_out_the_references(tmp_path):
    made = drafted(tmp_path)
    headings = [p for p in Document(io.BytesIO(made.docx())).paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in headings] == ["Präambel", "Gegenstand", "Haftung"]
    assert [None if p._p.pPr.numPr is None else p._p.pPr.numPr.numId.val for p in headings] == [0, None, None]
    body = part(made)
    codes = [code.text.strip() for code in body.iter(qn("w:instrText"))]
    single = [r"REF par_gegenstand \r \h", r"REF par_haftung \r \h"]
    assert codes == [*single, r"REF par_gegenstand \r \h", r"REF par_haftung \r \t \h"]
    assert "§§ 1 und 2." in as_shown(made)
    marked = {start.get(qn("w:name")): start.getnext() for start in body.iter(qn("w:bookmarkStart"))}
    assert "".join(marked["par_haftung"].itertext()) == "Haftung"


def test_papers_without_sections_have_plain_headings(tmp_path):
    made = drafted(tmp_path, "# {{ titel }}\n\n## Haftung nach § 3 GkG\n\nEs gilt § 5 VwVfG.\n")
    styles = part(made, "word/styles.xml").iter(qn("w:style"))
    (heading,) = [style for style in styles if style.get(qn("w:styleId")) == "Heading1"]
    assert heading.find(f".//{qn('w:numPr')}") is None
    assert "§ 5 VwVfG" in as_shown(made)


def test_a_typed_text_may_refer_to_a_section(tmp_path):
    made = drafted(tmp_path, inkrafttreten="Es gilt § [[haftung]], nicht § 5 VwVfG.")
    assert "Es gilt § 2, nicht § 5 VwVfG." in as_shown(made)
    assert "REF par_haftung" in " ".join(code.text for code in part(made).iter(qn("w:instrText")))


def test_after_two_signs_all_names_are_sections_and_live_in_word(tmp_path):
    made = drafted(tmp_path, inkrafttreten="Es gelten die §§ [[gegenstand]] und [[haftung]], nicht [[gegenstand]].")
    assert "Es gelten die §§ 1 und 2, nicht Die Gemeinden bauen einen Steg.." in as_shown(made)
    (paragraph,) = [p for p in part(made).iter(qn("w:p")) if "Es gelten" in "".join(p.itertext())]
    codes = [code.text.strip() for code in paragraph.iter(qn("w:instrText"))]
    assert codes == [r"REF par_gegenstand \r \h", r"REF par_haftung \r \t \h"]


def test_references_are_links_in_the_pdf(tmp_path):
    import pypdfium2

    page = pypdfium2.PdfDocument(drafted(tmp_path).pdf())[0]
    assert sum(_link(page, number) for number in range(20)) == 4


def _link(page, index):
    from pypdfium2 import raw

    if index >= raw.FPDFPage_GetAnnotCount(page):
        return False
    annotation = raw.FPDFPage_GetAnnot(page, index)
    return raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_LINK


def test_names_that_lead_nowhere_are_gaps(tmp_path):
    made = drafted(tmp_path, inkrafttreten="Es gilt § [[haftnug]].")
    (gap,) = [gap for gap in made.gaps if gap.kind == "reference"]
    assert "„[[haftnug]]“ im Feld „Inkrafttreten“" in gap.message
    assert "§ [[haftnug]]" in as_shown(made)


def test_a_template_that_refers_to_nothing_or_names_twice_says_so(tmp_path):
    text = "# {{ titel }}\n\n## § [[a]] Eins\n\nSiehe § [[b]].\n\n## § [[a]] Zwei\n"
    messages = [gap.message for gap in drafted(tmp_path, text).gaps if gap.kind == "reference"]
    assert any("„[[a]]“ tragen zwei Paragrafen" in message for message in messages)
    assert any("„[[b]]“ in der Vorlage verweist auf keinen Paragrafen" in message for message in messages)
    assert len(messages) == 2


@pytest.mark.parametrize(
    ("saved", "meant"),
    [
        ("nach den §§ 1, § 3 und § 10, nach § 4", "nach den §§ 1, 3 und 10, nach § 4"),
        ("nach den §§ 1 und 3 sowie § 4", "nach den §§ 1 und 3 sowie § 4"),
        ("nach § 1 und § 3", "nach § 1 und § 3"),
    ],
)
def test_signs_that_libreoffice_adds_are_no_change(saved, meant):
    assert without_repeated_signs(saved) == meant


def test_a_name_is_short_so_that_brackets_without_end_cost_no_time(tmp_path):
    made = drafted(tmp_path, inkrafttreten="[" * 200 + f"[[{'a' * 81}]]")
    assert "a" * 81 + "]]" in as_shown(made)
    assert not [gap for gap in made.gaps if gap.kind == "reference"]
