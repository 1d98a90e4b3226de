"""OpenDocument texts: the text is what a reader sees."""

from __future__ import annotations

import pytest

from kimdocs.extraction.read import read
from kimdocs.model.source import BlockKind
from tests.extraction.read.make_odt import OASIS, bullets, cell, heading, item, odt, paragraph, row, table


def level(depth: int, form: str, more: str = "", kind: str = "list-level-style-number") -> str:
    return f'<text:{kind} text:level="{depth}" style:num-format="{form}" {more}/>'


LISTS = (
    '<text:list-style style:name="L">'
    + level(1, "1", 'style:num-suffix="."')
    + level(2, "a", 'style:num-suffix=")"')
    + level(3, "1", 'text:display-levels="3"')
    + "</text:list-style>"
    + '<text:list-style style:name="Par">'
    + level(1, "1", 'loext:num-list-format="§ %1%" text:start-value="3"')
    + "</text:list-style>"
    + '<text:list-style style:name="Dots">'
    + '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>'
    + level(2, "I", 'style:num-suffix="."')
    + "</text:list-style>"
)
HIDDEN = (
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P" style:family="paragraph" style:parent-style-name="Weg"/>'
    '<style:style style:name="Weg" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
)
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    + paragraph("ohne Steuer")
    + "</text:note-body></text:note>"
)
FORM = (
    '<office:forms><form:form><form:checkbox form:id="c1" form:label="öffentlich" form:current-state="checked"/>'
    '<form:checkbox form:id="c2" form:label="geheim"/><form:listbox form:id="c3"><form:option form:label="Rat"/>'
    '<form:option form:label="Kreistag" form:current-selected="true"/></form:listbox></form:form></office:forms>'
)


def text_of(body: str, automatic: str = "") -> str:
    return read(odt(body, automatic=automatic)).text


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("bis zu  \n  5.000 €<text:s text:c='2'/>je", "bis zu 5.000 €  je"),
        (" a <text:span> b</text:span> c ", "a b c"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("Maß\u00adnahme\u2011E", "Maßnahme-E"),
        ("\uf0fe ja \uf06f nein", "☒ ja ☐ nein"),
        ('sichtbar<text:span text:style-name="H"> verborgen</text:span>', "sichtbar"),
        ('<text:a xlink:href="https://example.org/a">Anlage</text:a> 1', "Anlage 1"),
        ("Stand: <text:date>1.3.2031</text:date><office:annotation><text:p>?</text:p></office:annotation>!",
         "Stand: 1.3.2031!"),
        ("<text:ruby><text:ruby-base>Rat</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>", "Rat"),
        ("<text:placeholder>&lt;Name&gt;</text:placeholder>Ende<!-- x -->.", "Ende."),
        ('<loext:content-control loext:checkbox="true" loext:checked="true">X</loext:content-control> ja', "☒ ja"),
        ('<loext:content-control loext:showing-place-holder="true">Hier klicken</loext:content-control>Ende', "Ende"),
        ('<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param '
         'field:name="Checkbox_Checked" field:value="true"/></field:fieldmark> ja', "☒ ja"),
        ('<field:fieldmark field:type="a.FORMDROPDOWN"><field:param field:name="Dropdown_ListEntry" field:value="Rat"/>'
         '<field:param field:name="Dropdown_ListEntry" field:value="Kreistag"/><field:param '
         'field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>', "Kreistag"),
    ],
)  # fmt: skip
def test_paragraph_reads_as_it_is_shown(inner, expected):
    assert text_of(f"<text:p>{inner}</text:p>", HIDDEN) == expected


def test_hidden_paragraphs_and_sections_and_tracked_deletions_are_left_out():
    region = f"<text:changed-region>{paragraph('gelöscht')}</text:changed-region>"
    tracked = f"<text:tracked-changes>{region}</text:tracked-changes>"
    hidden = f'<text:section text:display="none">{paragraph("geheim")}</text:section>'
    shown = f"<text:section>{paragraph('neu')}</text:section>"
    assert text_of(tracked + paragraph("weg", style="P") + hidden + shown, HIDDEN) == "neu"


def test_text_box_follows_its_paragraph():
    box = f"<draw:frame><draw:text-box>{paragraph('Im Rahmen')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{paragraph('In der Form')}</draw:custom-shape></draw:g>"
    body = shape + paragraph("Davor", box, " und dahinter") + paragraph("Danach")
    assert text_of(body) == "In der Form\nDavor und dahinter\nIm Rahmen\nDanach"


def test_form_controls_show_what_is_ticked_and_chosen():
    controls = "".join(f'<draw:control draw:control="{key}"/> ' for key in ("c1", "c2", "c3"))
    assert text_of(FORM + paragraph(controls)).split() == ["☒", "öffentlich", "☐", "geheim", "Kreistag"]


def test_headings_and_titles_are_blocks():
    styles = (
        '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="Title"/>'
        '<style:style style:name="Title" style:family="paragraph"/>'
    )
    body = paragraph("Vorlage", style="P9") + heading("Beschluss", 2) + paragraph("Text")
    source = read(odt(body, automatic=styles))
    found = [(b.level, source.text[b.start : b.end]) for b in source.blocks if b.kind is BlockKind.HEADING]
    assert found == [(1, "Vorlage"), (2, "Beschluss")]


def test_automatic_numbers_are_part_of_the_text():
    body = (
        bullets(
            item("Eins", bullets(item("a"), item("b"))), item("Zwei", "weiter", bullets(item(bullets(item("tief")))))
        )
        + paragraph("Dazwischen")
        + bullets(item("Drei"), more='text:continue-numbering="true"')
        + bullets(item("Dauer"), item("Ende"), style="Par")
        + bullets(item("Punkt", bullets(item("römisch"), style="Dots")), style="Dots")
        + bullets(item("neu"), item("sieben", start=7))
    )
    assert text_of(body, LISTS).split("\n") == [
        "1. Eins", "a) a", "b) b", "2. Zwei", "weiter", "2.a.1 tief", "Dazwischen", "3. Drei", "§ 3 Dauer", "§ 4 Ende",
        "• Punkt", "I. römisch", "1. neu", "7. sieben",
    ]  # fmt: skip


def test_list_goes_on_from_the_one_it_names_and_from_no_other():
    first = bullets(item("Eins"), more='xml:id="list1"')
    between = bullets(item("Anderes"))
    on = bullets(item("Zwei"), more='xml:id="list2" text:continue-list="list1"')
    unknown = bullets(item("Neu"), more='text:continue-list="list9"')
    told = text_of(first + between + on + unknown, LISTS).split("\n")
    assert told == ["1. Eins", "1. Anderes", "2. Zwei", "1. Neu"]


def test_numbered_headings_count_by_the_outline():
    outline = (
        "<office:styles><text:outline-style>"
        + level(1, "1", kind="outline-level-style")
        + level(2, "1", 'text:display-levels="2"', kind="outline-level-style")
        + "</text:outline-style></office:styles>"
    )
    body = heading("Anlass") + heading("Kosten", 2) + heading("Folgen", 2) + heading("Ende")
    assert read(odt(body, styles=outline)).text.split("\n\n") == ["1 Anlass", "1.1 Kosten", "1.2 Folgen", "2 Ende"]


def test_table_rows_cells_spans_and_header():
    rows = [
        f"<table:table-header-rows>{row('Gremium', 'Termin', 'Rolle')}</table:table-header-rows>",
        row(cell("Rat", more='table:number-rows-spanned="2"'), "01.02.2024", "beschließend"),
        row("<table:covered-table-cell/>", cell("beide", more='table:number-columns-spanned="2"'),
            "<table:covered-table-cell/>"),
        f"<table:table-rows>{row('Kreis', 'offen', '')}</table:table-rows>",
    ]  # fmt: skip
    source = read(odt(paragraph("Davor") + table(*rows) + paragraph("Danach")))
    assert source.text == (
        "Davor\n\nGremium\tTermin\tRolle\nRat\t01.02.2024\tbeschließend\n\tbeide\nKreis\toffen\t\n\nDanach"
    )
    cells = next(block.cells for block in source.blocks if block.kind is BlockKind.TABLE)
    assert [c.header for c in cells[:4]] == [True, True, True, False]
    assert [(c.row, c.column) for c in cells[6:8]] == [(2, 0), (2, 1)]


def test_nested_table_is_read():
    inner = table(row("a", "b"), row("c", "d"))
    assert text_of(table(row("Kosten", cell(paragraph("siehe"), inner)))) == "Kosten\tsiehe\n\na\tb\nc\td"


def test_notes_follow_the_text():
    assert text_of(paragraph("5.000 €", NOTE) + paragraph("Ende")) == "5.000 €[1]\nEnde\n\n[1] ohne Steuer"


def test_headers_and_footers_of_the_first_pages_are_furniture():
    def page(name: str, more: str, header: str) -> str:
        margins = f"<style:header>{paragraph(header)}</style:header><style:footer>{paragraph('Seite 1')}</style:footer>"
        return f'<style:master-page style:name="{name}" {more}>{margins}</style:master-page>'

    pages = page("Erste", 'style:next-style-name="Weitere"', "Stadt Erlbach") + page("Weitere", "", "Vorlage 7")
    styles = f"<office:master-styles>{page('Standard', '', 'fremd')}{pages}</office:master-styles>"
    first = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="Erste"/>'
    source = read(odt(paragraph("Text", style="P1"), automatic=first, styles=styles))
    assert source.text == "Text"
    assert [f.text for f in source.furniture] == ["Stadt Erlbach", "Seite 1", "Vorlage 7"]


def test_empty_paragraphs_are_one_empty_line():
    assert text_of(paragraph("a") + paragraph("") * 3 + paragraph("b") + paragraph("c")) == "a\n\nb\nc"


def test_prefixes_of_a_file_do_not_matter():
    content = f"<t:p xmlns:t='{OASIS}:text:1.0'>Der Rat</t:p>"
    assert text_of(content) == "Der Rat"
