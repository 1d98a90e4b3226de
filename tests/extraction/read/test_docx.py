"""Word files: the text is what a reader sees."""

from __future__ import annotations

import pytest

from kimdocs.extraction.read import read
from kimdocs.model.source import BlockKind
from tests.extraction.read.make_docx import cell, docx, paragraph, part, row, run, table


def style(style_id: str, name: str, inner: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{inner}</w:style>'


STYLES = part(
    "styles",
    style("T", "Title")
    + style("H2", "Überschrift 2")
    + style("Own", "Amtlich", '<w:basedOn w:val="H2"/>')
    + style("Level", "X", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    + style("Par", "§", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
)


def level(index: int, form: str, text: str, start: int = 1) -> str:
    settings = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}">{settings}</w:lvl>'


NUMBERING = part(
    "numbering",
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}'
    f"{level(2, 'decimal', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "§ %1", 3)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", chr(0xF0B7))}'
    f"{level(1, 'upperRoman', '%2.')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
)


def numbered(text: str, list_id: int, depth: int = 0) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def text_of(body: str, **parts: str) -> str:
    return read(docx(body, **parts)).text


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("bis ") + f"<w:sdt><w:sdtContent>{run('5.000 €')}</w:sdtContent></w:sdt>" + run(" je"), "bis 5.000 € je"),
        (run("neu: ") + f"<w:ins>{run('6')}</w:ins><w:del><w:r><w:delText>5</w:delText></w:r></w:del>", "neu: 6"),
        (f"<w:moveFrom>{run('alt')}</w:moveFrom><w:moveTo>{run('neu')}</w:moveTo>", "neu"),
        (f"<w:fldSimple>{run('12')}</w:fldSimple><w:smartTag>{run(' Ja')}</w:smartTag>", "12 Ja"),
        (f'<w:hyperlink r:id="x">{run("Anlage")}</w:hyperlink>', "Anlage"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>Maß</w:t><w:softHyphen/><w:t>nahme</w:t><w:noBreakHyphen/><w:t>E</w:t></w:r>", "Maßnahme-E"),
        (run("sichtbar") + run("verborgen", "<w:vanish/>"), "sichtbar"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> ja</w:t></w:r>', "☒ ja"),
        (f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>{run("X")}'
         f"</w:sdtContent></w:sdt>{run(' ja')}", "☒ ja"),
        ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr></w:sdt>' + run(" nein"),
         "☐ nein"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
         '</w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
         + run(" ja"), "☒ ja"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klicken Sie hier')}</w:sdtContent></w:sdt>"
         + run("Ende"), "Ende"),
        ("<m:oMath><m:r><m:t>6 × 2</m:t></m:r></m:oMath>", "6 × 2"),
    ],
)  # fmt: skip
def test_paragraph_reads_as_it_is_shown(inner, expected):
    assert text_of(f"<w:p>{inner}</w:p>") == expected


def test_field_shows_its_result_and_not_its_instruction():
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    nested = field.format("begin") + run("MERGEFIELD") + field.format("separate") + run("tief") + field.format("end")
    inner = (
        field.format("begin") + run("IF ") + nested + field.format("separate") + run("Ergebnis") + field.format("end")
    )
    assert text_of(f"<w:p>{run('a ')}{inner}{run(' b')}</w:p>") == "a Ergebnis b"


def test_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('Im Rahmen')}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = f"<w:p>{run('Davor')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    assert text_of(body + paragraph("Danach")) == "Davor\nIm Rahmen\nDanach"


def test_headings_come_from_styles_and_outline_levels():
    styled = [("Vorlage", "T"), ("Beschluss", "H2"), ("Begründung", "Own"), ("Kosten", "Level")]
    body = "".join(paragraph(text, properties=f'<w:pStyle w:val="{style}"/>') for text, style in styled)
    source = read(docx(body + paragraph("Text"), styles=STYLES))
    found = [(b.level, source.text[b.start : b.end]) for b in source.blocks if b.kind is BlockKind.HEADING]
    assert found == [(1, "Vorlage"), (2, "Beschluss"), (2, "Begründung"), (3, "Kosten")]


def test_automatic_numbers_are_part_of_the_text():
    body = (
        numbered("Eins", 1) + numbered("a", 1, 1) + numbered("b", 1, 1) + numbered("Zwei", 1) + numbered("tief", 1, 2)
    )
    body += paragraph("Dauer", properties='<w:pStyle w:val="Par"/>') + paragraph(
        "Ende", properties='<w:pStyle w:val="Par"/>'
    )
    body += numbered("Punkt", 3) + numbered("römisch", 3, 1) + numbered("neu", 4)
    assert text_of(body, styles=STYLES, numbering=NUMBERING).split("\n") == [
        "1. Eins", "a) a", "b) b", "2. Zwei", "2.1 tief", "§ 3 Dauer", "§ 4 Ende", "• Punkt", "I. römisch", "1. neu",
    ]  # fmt: skip


def test_table_rows_cells_spans_and_header():
    rows = [
        row("Gremium", "Termin", "Rolle", properties="<w:tblHeader/>"),
        row(cell("Rat", properties='<w:vMerge w:val="restart"/>'), "01.02.2024", "beschließend"),
        row(cell("", properties="<w:vMerge/>"), cell("beide Termine", properties='<w:gridSpan w:val="2"/>')),
        f"<w:sdt><w:sdtContent>{row('Kreis', 'offen', '')}</w:sdtContent></w:sdt>",
        row("weg", "weg", "weg", properties="<w:del/>"),
    ]
    source = read(docx(paragraph("Davor") + table(*rows) + paragraph("Danach")))
    assert source.text == (
        "Davor\n\nGremium\tTermin\tRolle\nRat\t01.02.2024\tbeschließend\n\tbeide Termine\nKreis\toffen\t\n\nDanach"
    )
    cells = next(block.cells for block in source.blocks if block.kind is BlockKind.TABLE)
    assert [c.header for c in cells[:4]] == [True, True, True, False]
    assert [(c.row, c.column) for c in cells[6:8]] == [(2, 0), (2, 1)]
    assert source.text[cells[7].start : cells[7].end] == "beide Termine"


def test_table_that_only_places_text_keeps_its_paragraphs():
    passage = [paragraph("Beschluss:"), paragraph("Der Rat der Stadt Erlbach beschließt den Haushalt. " * 6)]
    source = read(docx(table(row("TOP 3", cell(*passage)), row("TOP 4", cell("Anfragen")))))
    assert source.text.startswith("TOP 3\tBeschluss:\nDer Rat der Stadt Erlbach")
    assert source.text.endswith("\nTOP 4\tAnfragen")
    assert all(block.kind is not BlockKind.TABLE for block in source.blocks)


def test_nested_table_is_read():
    inner = table(row("a", "b"), row("c", "d"))
    assert text_of(table(row("Kosten", cell(paragraph("siehe"), inner, paragraph())))) == "Kosten\tsiehe\n\na\tb\nc\td"


def test_notes_follow_the_text():
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("ohne Steuer")}</w:footnote>')
    body = f'<w:p>{run("5.000 €")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>{paragraph("Ende")}'
    assert text_of(body, footnotes=notes) == "5.000 €[1]\nEnde\n\n[1] ohne Steuer"


def test_header_and_footer_are_furniture():
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    parts = {"header1": part("hdr", paragraph("Stadt Erlbach")), "footer1": part("ftr", paragraph("Seite 1"))}
    source = read(docx(paragraph("Text") + section, **parts))
    assert source.text == "Text"
    assert [(f.page, f.text) for f in source.furniture] == [(1, "Stadt Erlbach"), (1, "Seite 1")]


def test_empty_paragraphs_are_one_empty_line():
    assert text_of(paragraph("a") + paragraph("") * 3 + paragraph("b") + paragraph("c")) == "a\n\nb\nc"


def test_file_written_by_another_library_is_read(tmp_path):
    docx_writer = pytest.importorskip("docx")
    document = docx_writer.Document()
    document.add_heading("Beschlussvorlage 12/2024", 0)
    document.add_paragraph("Der Rat beschließt:")
    document.add_paragraph("Die Stelle wird eingerichtet.", style="List Number")
    document.save(str(tmp_path / "a.docx"))
    source = read(tmp_path / "a.docx")
    assert source.text == "Beschlussvorlage 12/2024\n\nDer Rat beschließt:\n1. Die Stelle wird eingerichtet."
