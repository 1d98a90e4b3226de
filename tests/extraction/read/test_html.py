"""HTML pages of council systems."""

from __future__ import annotations

import pytest

from kimdocs.extraction.read import read
from kimdocs.model.source import BlockKind


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}<title>x</title></head><body>{body}</body></html>".encode()


def text_of(body: str) -> str:
    return read(page(body), name="a.html").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Der Rat  be<b>schließt</b>\n heute</p><p>Ende</p>", "Der Rat beschließt heute\n\nEnde"),
        ("<div>eins</div><div>zwei<br>drei</div>", "eins\nzwei\ndrei"),
        ("<p>5.000&nbsp;&euro; je m<sup>2</sup></p>", "5.000\xa0€ je m²"),
        ("<ol><li>Eins</li><li>Zwei<ol type=a><li>innen</li></ol></li></ol>", "1. Eins\n2. Zwei\na. innen"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("<ol start=3><li>c</li><li value=7>g</li></ol>", "3. c\n7. g"),
        ("Klima: <input type=radio name=k> ja <input type=radio name=k checked> nein", "Klima: ☐ ja ☒ nein"),
        ("<label><input type=checkbox checked>öffentlich</label>", "☒ öffentlich"),
        ("<input type=hidden value=geheim><input value='12/2024'>", "12/2024"),
        ("<select><option>a</option><option selected>b</option></select>", "b"),
        ("<h2>Beschluss <button>Reduzieren</button></h2><div>Reduzieren</div><p>Text</p>", "Beschluss\n\nText"),
        ("<nav>Start</nav><a href=x>Seite drucken</a><p>Text <a href=y>Anlage 1</a></p>", "Text Anlage 1"),
        ("<script>alert(1)</script><style>p{}</style><p style='display: none'>weg</p><p hidden>weg</p>Text", "Text"),
        ("<p>erstellt mit</p><p>ALLRIS® Office Integration 3.9.2</p>", "erstellt mit"),
        ("<pre>a  b\nc</pre>", "a b\nc"),
    ],
)
def test_text_is_what_a_reader_sees(body, expected):
    assert text_of(body) == expected


GRIDS = [
    "<dl><dt>Betreff</dt><dd>Anbau</dd><dt>Amt</dt><dd>Bauamt</dd></dl>",
    "<table><tr><th>Betreff</th><td>Anbau</td></tr><tr><th>Amt</th><td>Bauamt</td></tr></table>",
    "<div class='smc-table'><div class='smc-table-row'><div class='smc-table-cell'>Betreff</div><div>Anbau</div></div>"
    "<div class='smc-table-row'><div>Amt</div><div>Bauamt</div></div></div>",
    "<div class='row'><div class='col-3'>Betreff</div> <div class='col-9'>Anbau</div></div>"
    "<div class='row'><div>Amt</div><div>Bauamt</div></div>",
]


@pytest.mark.parametrize("body", GRIDS, ids=["list", "table", "smc", "grid"])
def test_labels_and_values_share_a_line(body):
    source = read(page(body), name="a.html")
    assert source.text == "Betreff\tAnbau\nAmt\tBauamt"
    assert [source.text[c.start : c.end] for c in source.blocks[0].cells] == ["Betreff", "Anbau", "Amt", "Bauamt"]


def test_table_header_spans_and_offsets():
    body = (
        "<table><caption>Folge</caption><thead><tr><td>Gremium</td><td>Termin</td><td>Rolle</td></tr></thead>"
        "<tr><td rowspan=2>Rat</td><td>01.02.2024</td>"
        "<td>beschließend</td></tr><tr><td colspan=2>vertagt</td></tr></table>"
    )
    source = read(page(body), name="a.html")
    assert source.text == "Folge\n\nGremium\tTermin\tRolle\nRat\t01.02.2024\tbeschließend\n\tvertagt"
    cells = next(block.cells for block in source.blocks if block.kind is BlockKind.TABLE)
    assert [(c.row, c.column, c.header, source.text[c.start : c.end]) for c in cells] == [
        (0, 0, True, "Gremium"),
        (0, 1, True, "Termin"),
        (0, 2, True, "Rolle"),
        (1, 0, False, "Rat"),
        (1, 1, False, "01.02.2024"),
        (1, 2, False, "beschließend"),
        (2, 0, False, ""),
        (2, 1, False, "vertagt"),
    ]


def test_layout_table_keeps_its_paragraphs():
    passage = "<h3>Beschluss</h3><p>" + "Der Rat der Stadt Erlbach beschließt den Haushalt. " * 6 + "</p>"
    source = read(page(f"<table><tr><td>Menü links</td><td>{passage}</td></tr></table>"), name="a.html")
    assert "\nDer Rat der Stadt Erlbach beschließt" in source.text
    assert [b.level for b in source.blocks if b.kind is BlockKind.HEADING] == [3]


def test_headings_have_their_level():
    source = read(page("<h1>Vorlage</h1><h3>Beschluss</h3><p>Text</p>"), name="a.html")
    found = [(b.kind, b.level, source.text[b.start : b.end]) for b in source.blocks]
    assert found[:2] == [(BlockKind.HEADING, 1, "Vorlage"), (BlockKind.HEADING, 3, "Beschluss")]


def test_page_footer_is_furniture():
    source = read(page("<p>Text</p><footer>Stadt Erlbach</footer>"), name="a.html")
    assert (source.text, [f.text for f in source.furniture if f.page]) == ("Text", ["Stadt Erlbach"])


def test_the_title_of_a_page_is_furniture_of_no_page():
    source = read(b"<html><head><title>Kurz-\n protokoll</title></head><body><p>Text</p></body></html>", name="a.html")
    assert (source.text, [(f.page, f.text) for f in source.furniture]) == ("Text", [(0, "Kurz- protokoll")])


@pytest.mark.parametrize(
    ("encoding", "head", "warns"),
    [
        ("utf-8", '<meta charset="utf-8">', False),
        ("utf-8", '<meta charset="iso-8859-1">', False),
        ("cp1252", '<meta charset="iso-8859-1">', False),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', False),
        ("cp1252", "", True),
        ("utf-8-sig", "", False),
        ("utf-16", "", False),
    ],
)
def test_encoding_is_detected(encoding, head, warns):
    data = page("<p>Beschlüsse über 5.000 €</p>", head).decode().encode(encoding)
    source = read(data, name="a.html")
    assert source.text == "Beschlüsse über 5.000 €"
    assert bool(source.warnings) is warns
