"""Files that cannot be read: a German sentence, the right exit code, a next step; never a traceback."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.errors import InputError
from kimdocs.extraction.read import limits, read
from tests.extraction.read.make_docx import NAMESPACES, cell, docx, package, paragraph, part, relationships, row, table
from tests.extraction.read.make_odt import MIMETYPE, odt
from tests.extraction.read.make_odt import paragraph as paragraph_of_odt
from tests.extraction.read.make_pdf import Page, write

PDF = write([Page().text(60, 100, "Der Rat beschließt.").text(60, 112, "Ja: 12 Nein: 0")])
DOCX = docx(paragraph("Der Rat beschließt."))
ODT = odt(
    paragraph_of_odt("Der Rat beschließt.", '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>'),
    **{"Pictures/a.png": b"x"},
)
FRAME, IMAGE = "<draw:frame>{}</draw:frame>", '<draw:image xlink:href="{}"/>'
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def with_part(name: str, content: bytes | str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(DOCX)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return package(parts | {name: content})


def document(xml: str) -> bytes:
    return with_part("word/document.xml", xml)


REFUSED = {
    "empty": (b"", "a.pdf", "leer"),
    "binary": (b"abc\0def", "a.txt", "binäre Daten"),
    "binary_pdf": (b"\x01\x02\0\x03" * 9, "a.pdf", "anderen Inhalt"),
    "pdf_truncated": (PDF[:90], "a.pdf", "beschädigt"),
    "pdf_without_pages": (b"%PDF-1.4\ntrailer << >>\n%%EOF", "a.pdf", "beschädigt"),
    "pdf_encrypted": (write([Page().text(60, 100, "geheim")], encrypt=True), "a.pdf", "Kennwort verschlüsselt"),
    "pdf_image_only": (write([Page(), Page()]), "a.pdf", "keine Textebene"),
    "docx_truncated": (DOCX[: len(DOCX) // 2], "a.docx", "unvollständig"),
    "docx_without_main": (package({"[Content_Types].xml": "<T/>", "word/x.xml": "<x/>"}), "a.docx", "unvollständig"),
    "docx_not_xml": (document("<w:document"), "a.docx", "beschädigt"),
    "docx_encrypted": (OLE + utf16("EncryptedPackage"), "a.docx", "Kennwort verschlüsselt"),
    "doc": (OLE + utf16("WordDocument"), "a.doc", r"alte Word-Format \(.doc\)"),
    "xls": (OLE + utf16("Workbook"), "a.xls", "altes Office-Format"),
    "xlsx": (package({"xl/workbook.xml": "<x/>"}), "a.xlsx", "Excel"),
    "pptx": (package({"ppt/presentation.xml": "<x/>"}), "a.pptx", "PowerPoint"),
    "ods": (package({"mimetype": f"{MIMETYPE[:-4]}spreadsheet"}), "a.ods", "eine Tabelle"),
    "epub": (package({"mimetype": "application/epub+zip"}), "a.epub", "ZIP-Archiv"),
    "fodt": (b'<?xml version="1.0"?>\n<office:document xmlns:office="x">', "a.fodt", r"\(.fodt\)"),
    "odt_truncated": (ODT[: len(ODT) // 2], "a.odt", "unvollständig"),
    "odt_without_content": (package({"mimetype": MIMETYPE}), "a.odt", "unvollständig"),
    "odt_not_xml": (odt("<text:p>"), "a.odt", "beschädigt"),
    "odt_encrypted": (odt("", **{"META-INF/manifest.xml": MANIFEST}), "a.odt", "Kennwort verschlüsselt"),
    "odt_macro": (odt("", **{"Basic/Standard/a.xml": "<a/>"}), "a.odt", "Makros"),
    "odt_ole": (odt(f"<text:p>{FRAME.format('<draw:object-ole/>')}</text:p>"), "a.odt", r"\(OLE\)"),
    "odt_outside_image": (
        odt(f"<text:p>{FRAME.format(IMAGE.format('https://example.org/a.png'))}</text:p>"), "a.odt", "von außen",
    ),
    "odt_outside_section": (
        odt('<text:section><text:section-source xlink:href="../a.odt"/></text:section>'), "a.odt", "von außen",
    ),
    "odt_doctype": (odt("", **{"styles.xml": "<!DOCTYPE a><a/>"}), "a.odt", "DOCTYPE"),
    "odt_bomb": (odt("", **{"styles.xml": "<a>" + " " * (30 * limits.MIB)}), "a.odt", "stark gepackt"),
    "zip": (package({"a.txt": "x"}), "a.zip", "ZIP-Archiv"),
    "rtf": (b"{\\rtf1 Text}", "a.txt", "RTF"),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(20), "scan.pdf", "Bild"),
    "doctype": (document(f'<!DOCTYPE w [<!ENTITY a "b">]><w:document {NAMESPACES}/>'), "a.docx", "DOCTYPE"),
    "doctype_utf16": (document(f"<!DOCTYPE w><w:document {NAMESPACES}/>".encode("utf-16")), "a.docx", "DOCTYPE"),
    "macro": (with_part("word/vbaProject.bin", b"x"), "a.docx", "Makros"),
    "chunk_part": (docx(paragraph("x"), ("r9", "aFChunk", "a.html")), "a.docx", "altChunk"),
    "chunk_element": (docx('<w:altChunk r:id="r9"/>'), "a.docx", "altChunk"),
    "ole_object": (docx(paragraph("x"), ("r9", "oleObject", "embeddings/a.bin")), "a.docx", r"\(OLE\)"),
    "outside_image": (docx(paragraph("x"), ("r9", "image", "https://example.org/a.png")), "a.docx", "von außen"),
    "outside_template": (
        with_part("word/_rels/settings.xml.rels", relationships(("r1", "attachedTemplate", "https://example.org/a.dotm"))),
        "a.docx",
        "von außen",
    ),
    "bomb": (document("<w:document>" + " " * (30 * limits.MIB)), "a.docx", "stark gepackt"),
    "many_parts": (package({"[Content_Types].xml": ""} | {f"word/{n}": "" for n in range(2100)}), "a.docx", "Teilen"),
    "deep_html": (b"<div>" * 5000, "a.html", "zu tief"),
    "deep_docx": (document(f"<w:document {NAMESPACES}>" + "<w:p>" * 3000), "a.docx", "beschädigt"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_file_is_refused_with_a_sentence_and_a_next_step(case):
    data, name, sentence = REFUSED[case]
    with pytest.raises(InputError, match=sentence) as caught:
        read(data, name=name)
    assert caught.value.exit_code == 3
    assert caught.value.message.endswith(".")
    assert caught.value.next_step.endswith(".")
    assert name in caught.value.message


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (PDF, "a.txt", "application/pdf"),
        (PDF, "a.docx", "application/pdf"),
        (b"\n\n" + PDF, "-", "application/pdf"),
        (DOCX, "a.pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (ODT, "a.docx", MIMETYPE),
        (b"<!DOCTYPE html><p>Der Rat", "a.txt", "text/html"),
        (b"\xef\xbb\xbf <!-- x --><html>Der Rat", "a.pdf", "text/html"),
        ("<html>Der Rat".encode("utf-16"), "-", "text/html"),
        (b"<p>Der Rat", "a.htm", "text/html"),
        (b"Der Rat", "a.pdf", "text/plain"),
        (b"Der Rat", "protokoll", "text/plain"),
    ],
)
def test_mislabelled_file_is_read_as_what_it_is(data, name, media_type):
    source = read(data, name=name)
    assert source.media_type == media_type
    assert "Der Rat" in source.text


def test_missing_file_folder_and_size(tmp_path, monkeypatch):
    with pytest.raises(InputError, match="gibt es nicht"):
        read(tmp_path / "fehlt.pdf")
    with pytest.raises(InputError, match="Ordner"):
        read(tmp_path)
    with pytest.raises(InputError, match="lässt sich nicht öffnen"):
        read("a\0b.txt")
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
    (tmp_path / "gross.txt").write_bytes(b"x" * 11)
    for source in (tmp_path / "gross.txt", b"x" * 11):
        with pytest.raises(InputError, match="zu groß"):
            read(source)


def test_zip_that_lies_about_its_size_is_not_unpacked():
    data = bytearray(document("<w:document>" + "x" * (2 * limits.MIB)))
    size = (2 * limits.MIB + len("<w:document>")).to_bytes(4, "little")
    assert size in data
    with pytest.raises(InputError):
        read(bytes(data.replace(size, (100).to_bytes(4, "little"))), name="a.docx")


def nested_files(depth: int) -> dict[str, bytes]:
    inner = paragraph("Tief")
    for _ in range(depth):
        inner = table(row(cell(inner)))
    return {
        "a.docx": docx(inner),
        "a.odt": odt(
            "<text:list><text:list-item>" * depth + paragraph_of_odt("Tief") + "</text:list-item></text:list>" * depth
        ),
        "b.odt": odt("<text:section>" * depth + paragraph_of_odt("Tief") + "</text:section>" * depth),
        "a.html": b"<table><tr><td>" * depth + b"Tief",
        "b.html": b"<ul><li>" * depth + b"Tief",
        "c.html": b"<b><i>" * depth + b"Tief",
    }


@pytest.mark.parametrize("depth", [10, 40])
@pytest.mark.parametrize("name", ["a.docx", "a.odt", "b.odt", "a.html", "b.html", "c.html"])
def test_deep_nesting_loses_no_text(name, depth):
    assert "Tief" in read(nested_files(depth)[name], name=name).text


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "b.odt", "a.html", "b.html", "c.html"])
def test_absurd_nesting_is_refused(name):
    with pytest.raises(InputError):
        read(nested_files(3000)[name], name=name)


def test_one_bad_page_does_not_hide_the_others():
    data = write([Page().text(60, 100, "Erste Seite"), Page().text(60, 100, "Zweite Seite")])
    source = read(data.replace(b"/Type /Page /Parent 2 0 R", b"/Type /Pagx /Parent 2 0 R", 1))
    assert source.text == "Zweite Seite"
    assert source.page_at(0) == 2
    assert source.warnings == ("Seite 1 ist nicht lesbar und fehlt im Text.",)


@given(st.data())
def test_damaged_files_end_in_a_document_or_a_german_sentence(data):
    original = data.draw(st.sampled_from([PDF, DOCX, ODT, b"<html><table><tr><td>a</table>" * 9]))
    name = data.draw(st.sampled_from(["a.pdf", "a.docx", "a.odt", "a.html", "a.txt"]))
    start = data.draw(st.integers(0, len(original) - 1))
    length = data.draw(st.integers(0, 60))
    junk = data.draw(st.binary(max_size=20))
    try:
        source = read(original[:start] + junk + original[start + length :], name=name)
    except InputError:
        return
    assert source.page_starts[0] == 0


def test_level_text_of_a_list_cannot_blow_up_the_text():
    long = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="' + "x" * 100_000 + '"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    item = paragraph("a", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert len(read(docx(item * 20, numbering=long)).text) < 20 * 200


def test_paper_made_from_a_template_on_the_file_server_is_read():
    settings = relationships(("r1", "attachedTemplate", "file:///\\\\server\\vorlagen\\drucksache.dotm"))
    assert (
        read(with_part("word/_rels/settings.xml.rels", settings), name="a.docx").text == read(DOCX, name="a.docx").text
    )
