"""A town's own look: one small file that Word, PDF, HTML and Markdown follow."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
from docx import Document

import kimdocs
from kimdocs.drafting.catalogue import builtin_root
from kimdocs.drafting.house import House, contrast_to_white, load_house
from kimdocs.errors import TemplateError
from tests.drafting.papers import HOUSE, data, png, sources, town

ADDRESS = "Am Anger 7 · 49990 Wiesenfeld"


def drafted(folder, **more):
    return kimdocs.draft("beschlussvorlage", data(**more), records=sources(), templates=folder)


def first_header(made):
    return Document(io.BytesIO(made.docx())).sections[0].first_page_header


def test_word_has_logo_address_font_and_colour(tmp_path):
    made = drafted(town(tmp_path))
    header = first_header(made)
    assert [paragraph.text for paragraph in header.paragraphs] == ["", ADDRESS]
    (picture,) = header._element.xpath(".//wp:docPr")
    assert picture.get("descr") == "Wappen der Gemeinde"
    assert png() in [item.blob for item in header.part.package.iter_parts() if "media" in str(item.partname)]
    styles = Document(io.BytesIO(made.docx())).styles
    assert {styles[name].font.name for name in ("Normal", "Heading 1", "Tabellentext")} == {"DejaVu Sans Mono"}
    assert str(styles["Heading 1"].font.color.rgb) == str(styles["Briefkopf"].font.color.rgb) == "004A80"


def test_pdf_html_and_markdown_follow(tmp_path):
    made = drafted(town(tmp_path))
    page = pypdfium2.PdfDocument(made.pdf())[0]
    assert ADDRESS in page.get_textpage().get_text_bounded()
    assert any(item.type == 3 for item in page.get_objects(max_depth=4))
    html = made.html()
    assert ADDRESS in html
    assert 'src="data:image/png;base64,' in html
    assert 'alt="Wappen der Gemeinde"' in html
    assert "#004a80" in html
    assert "DejaVu Sans Mono" in html
    assert f"Gemeinde Wiesenfeld\\\n{ADDRESS}" in made.markdown()


def test_without_a_file_of_its_own_nothing_is_left_of_the_marks():
    made = kimdocs.draft("beschlussvorlage", data(), records=sources())
    assert "".join(paragraph.text for paragraph in first_header(made).paragraphs) == ""
    assert "<img" not in made.html()
    assert load_house() == House(builtin_root() / "house" / "hausvorlage.docx")


def test_the_file_that_comes_with_the_program_changes_nothing_until_somebody_fills_it_in(tmp_path):
    text = (builtin_root() / "house" / "haus.toml").read_text(encoding="utf-8")
    ours = kimdocs.draft("beschlussvorlage", data(), records=sources())
    assert drafted(town(tmp_path, text)).docx() == ours.docx()
    filled = "\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines())
    house = load_house(town(tmp_path, filled))
    assert house.name
    assert house.logo
    assert len(house.address) > 1


def test_a_letterhead_made_in_word_stays_as_it_is(tmp_path):
    word = Document(str(builtin_root() / "house" / "hausvorlage.docx"))
    header = word.sections[0].first_page_header
    header.paragraphs[1]._p.getparent().remove(header.paragraphs[1]._p)
    header.paragraphs[0].text = "Unser Briefkopf"
    stream = io.BytesIO()
    word.save(stream)
    made = drafted(town(tmp_path, word=stream.getvalue()))
    assert [paragraph.text for paragraph in first_header(made).paragraphs] == ["Unser Briefkopf"]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(made.docx())).namelist() if "media" in name]


def test_the_town_is_the_body_where_nothing_else_says_so(tmp_path):
    folder = town(tmp_path)
    silent = {key: value for key, value in data().items() if key != "koerperschaft"}
    made = kimdocs.draft("beschlussvorlage", silent, records=sources(), templates=folder)
    assert made.markdown().startswith("Gemeinde Wiesenfeld")
    (fact,) = [entry.fact for entry in made.trace.entries if entry.field == "koerperschaft"]
    assert fact.provenance.file == "haus.toml"
    assert drafted(folder, koerperschaft="Stadt Erlbach").markdown().startswith("Stadt Erlbach")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('farbe = "blau"', "farbe"), ('farbe = "#ffee00"', "zu hell"), ('schrift = "x; } body {"', "schrift"),
        ('logo = "fehlt.png"', "fehlt.png"), ('logo = "haus.toml"', "weder PNG"), ("name = 3", "ein Text"),
        ('anschrift = "x"', "Liste"), ('adresse = "x"', "adresse"), ("kaputt", "fehlerhaft"),
        ('logo = "../../geheim.png"', "geheim.png"),
    ],
)  # fmt: skip
def test_what_the_file_may_not_say_is_refused_with_a_reason(tmp_path, text, words):
    (tmp_path / "geheim.png").write_bytes(png())
    with pytest.raises(TemplateError, match=r"haus\.toml") as error:
        drafted(town(tmp_path, text))
    assert words in str(error.value)


def test_a_font_that_is_not_there_and_a_wide_logo_do_no_harm(tmp_path):
    folder = town(tmp_path, HOUSE.replace("DejaVu Sans Mono", "Gibt Es Nicht"))
    (folder / "house" / "logo.png").write_bytes(png(400, 4))
    made = drafted(folder)
    assert made.pdf().startswith(b"%PDF")
    (extent,) = first_header(made)._element.xpath(".//wp:extent")
    assert int(extent.get("cx")) <= 7 * 360_000


def test_contrast():
    assert contrast_to_white("#ffffff") == pytest.approx(1)
    assert contrast_to_white("#767676") == pytest.approx(4.54, abs=0.01)


def without_marks(words=""):
    """Our house style as towns copied it before it had marks, or with a letterhead of their own."""
    document = Document(str(builtin_root() / "house" / "hausvorlage.docx"))
    for number, paragraph in enumerate(document.sections[0].first_page_header.paragraphs):
        paragraph.text = words if number == 0 else ""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("word", "told"),
    [(None, ""), (without_marks(), "[[logo]] und [[anschrift]]"), (without_marks("Stadt am Anger"), "")],
    ids=["ours", "older copy", "own letterhead"],
)
def test_an_older_house_style_without_marks_is_told(tmp_path, cli, word, told):
    folder = town(tmp_path, word=word)
    result = cli("templates", "lint", "beschlussvorlage", "--templates", folder)
    assert result.code == 0
    assert ("Hinweis" in result.out) == bool(told)
    assert told in result.out
