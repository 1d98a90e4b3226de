"""What a page break would part: a signature keeps the last rows of the table before it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from docx import Document

import kimdocs
from tests.drafting.papers import own_templates

TEXT = """# {{ betreff }}

{% for zeile in bezug %}
{{ zeile }}

{% endfor %}
| Gremium | Termin |
|----|----|
{% for beratung in beratungsfolge %}
| {{ beratung.gremium }} | {{ beratung.termin|datum }} |
{% endfor %}

~~~ zeichnung
gezeichnet: | {{ unterschrift.name }} | {{ unterschrift.funktion }}
~~~
"""


def drafted(tmp_path, paragraphs, rows):
    values = {
        "betreff": "Steg am Mühlbach",
        "bezug": [f"Absatz {number}" for number in range(paragraphs)],
        "beratungsfolge": [{"gremium": f"Beirat {number}", "termin": "03.02.2026"} for number in range(rows)],
        "unterschrift": {"name": "Mara Tiedge", "funktion": "Bürgermeisterin"},
    }
    return kimdocs.draft("beschlussvorlage", values, templates=own_templates(tmp_path, TEXT, "beschlussvorlage"))


@pytest.mark.parametrize("paragraphs", range(24, 32))
def test_no_signature_stands_alone_behind_a_table_in_the_pdf(tmp_path, paragraphs):
    pages = [
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(drafted(tmp_path, paragraphs, 6).pdf())
    ]
    (signed,) = [page for page in pages if "gezeichnet" in page]
    assert "Beirat 5" in signed


@pytest.mark.parametrize("rows", [1, 6, 40])
def test_the_last_rows_of_a_table_stay_with_the_signature_in_word(tmp_path, rows):
    (table,) = Document(io.BytesIO(drafted(tmp_path, 1, rows).docx())).tables
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert all(kept[-2:])
    assert rows < 40 or not any(kept[1:-2])


@pytest.mark.parametrize("points", range(14, 24))
def test_what_is_certified_stands_on_the_page_of_the_signature(points):
    values = {
        "betreff": "Steg am Mühlbach",
        "beschluss": {"punkte": [f"Der Beirat {number} stimmt zu. " * 4 for number in range(points)]},
        "ergebnis": "einstimmig beschlossen",
        "abstimmung": {"ja": "9", "nein": "0", "enthaltung": "0"},
        "beglaubigung": {"ort": "Wiesenfeld", "datum": "06.03.2026", "name": "Jost Albers", "amt": "Schriftführer"},
    }
    pages = pypdfium2.PdfDocument(kimdocs.draft("beschlussauszug", values, final=True).pdf())
    (signed,) = [text for page in pages if "Jost Albers" in (text := page.get_textpage().get_text_bounded())]
    assert "einstimmig beschlossen" in signed
