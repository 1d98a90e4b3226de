"""A house style that staff changed in Word or LibreOffice: narrower pages, foreign files, files under other names."""

from __future__ import annotations

import io
import shutil

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

import kimdocs
from kimdocs.drafting.catalogue import builtin_root

WIDTH = 7370  # 13 cm


@pytest.fixture
def own(tmp_path):
    shutil.copytree(builtin_root() / "house", tmp_path / "house")
    return tmp_path


def edit(own, change):
    path = own / "house" / "hausvorlage.docx"
    document = Document(str(path))
    change(document)
    document.save(str(path))


def narrow(document):
    document.sections[0].left_margin = document.sections[0].right_margin = Cm(4)


def stops(element):
    return [int(item.get(qn("w:pos"))) for item in element.iter(qn("w:tab")) if item.get(qn("w:pos"))]


def test_on_narrow_pages_letterhead_signatures_and_page_number_stay_inside(own):
    edit(own, narrow)
    made = Document(io.BytesIO(kimdocs.draft("kooperationsvereinbarung", {}, templates=own).docx()))
    styles = made.styles
    info = styles["Briefkopf Angabe"].paragraph_format
    assert info.left_indent.twips + Cm(3).twips < WIDTH
    assert abs(info.first_line_indent.twips) == pytest.approx(Cm(2.6).twips, abs=3)
    assert max(stops(styles["Unterschrift Linie"].element)) <= WIDTH
    signer = styles["Unterschrift Name"]
    assert signer.paragraph_format.left_indent.twips == -signer.paragraph_format.first_line_indent.twips
    assert stops(signer.element)[0] == stops(styles["Unterschrift Linie"].element)[1]
    assert max(stops(made.sections[0].footer._element)) <= WIDTH + 5


def test_places_that_somebody_set_so_that_they_fit_stay(own):
    def change(document):
        narrow(document)
        for name in ("Briefkopf Angabe", "Unterschrift Linie", "Unterschrift Name"):
            style = document.styles[name]
            for tabs in list(style.element.iter(qn("w:tabs"))):
                tabs.getparent().remove(tabs)
            style.paragraph_format.left_indent = Cm(5)
            style.paragraph_format.first_line_indent = Cm(0)

    edit(own, change)
    made = Document(io.BytesIO(kimdocs.draft("beschlussvorlage", {}, templates=own).docx()))
    assert made.styles["Briefkopf Angabe"].paragraph_format.left_indent.cm == pytest.approx(5, abs=0.01)


def test_lint_tells_what_is_wrong_with_the_house(cli, own):
    assert cli("templates", "lint", "--templates", own).code == 0
    Document().save(str(own / "house" / "hausvorlage.docx"))
    (own / "house" / "Hausvorlage.odt").write_bytes(b"x")
    result = cli("templates", "lint", "--templates", own)
    assert result.code == 5
    assert "fehlen Formatvorlagen: Bearbeitungshinweis, Briefkopf" in result.out
    assert "Hausvorlage.odt: Hinweis: Diese Datei wird nicht gelesen." in result.out
    (own / "house" / "haus.toml").write_text("name = Wiesenfeld\n", encoding="utf-8")
    assert "Texte stehen in Anführungszeichen" in cli("templates", "lint", "--templates", own).err
