"""PDF: rows, columns, tables, furniture, broken words."""

from __future__ import annotations

import pytest

from kimdocs.extraction.read import read
from kimdocs.model.source import BlockKind
from tests.extraction.read.make_pdf import Page, write

LEFT = [
    "Der Rat der Gemeinde Wiesenfeld hat in",
    "seiner letzten Sitzung den Anbau der",
    "Schule ausgiebig beraten und die Ver-",
]
LEFT += ["waltung beauftragt, bis zum Sommer ein", "Angebot einzuholen und vorzulegen."]
RIGHT = [
    "Die Kosten der Maßnahme werden auf",
    "rund 120.000 Euro geschätzt und sollen",
    "im Haushalt des nächsten Jahres",
]
RIGHT += ["bereitgestellt werden. Über den Antrag", "ist noch nicht entschieden."]


def text_of(*pages: Page) -> str:
    return read(write(list(pages))).text


def test_label_and_values_of_a_row_stay_on_one_line():
    page = Page().text(60, 100, "Beschlossen").text(200, 100, "Ja: 12").text(245, 100, "Nein: 0")
    assert text_of(page).split() == ["Beschlossen", "Ja:", "12", "Nein:", "0"]
    assert "\n" not in text_of(page)


def test_values_that_are_drawn_after_all_labels_join_their_rows():
    page = Page().lines(60, 100, ["Betreff:", "Datum:", "Amt:", "Zeichen:", "Telefon:"])
    page.lines(200, 100, ["Anbau", "01.02.2024", "Bauamt", "61-3", "12-45"])
    assert text_of(page) == "Betreff:\tAnbau\nDatum:\t01.02.2024\nAmt:\tBauamt\nZeichen:\t61-3\nTelefon:\t12-45"


def test_newspaper_columns_follow_each_other():
    page = Page().text(60, 60, "Mitteilungen", 18).lines(60, 100, LEFT).lines(320, 100, RIGHT).text(60, 200, "Ende")
    lines = text_of(page).split("\n")
    left = lines.index("Der Rat der Gemeinde Wiesenfeld hat in")
    assert lines[left + 2 : left + 4] == [
        "Schule ausgiebig beraten und die Ver-",
        "waltung beauftragt, bis zum Sommer ein",
    ]
    assert lines.index("Die Kosten der Maßnahme werden auf") > lines.index("Angebot einzuholen und vorzulegen.")
    assert lines[-1] == "Ende"


def test_number_centred_beside_a_long_title_stands_on_its_first_line():
    page = (
        Page()
        .text(60, 106, "3.1")
        .text(110, 100, "Neubau eines Wohnhauses mit zwei")
        .text(110, 112, "Garagen in Erlbach")
    )
    assert text_of(page) == "3.1\tNeubau eines Wohnhauses mit zwei\nGaragen in Erlbach"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("Wir beschließen die Baumaß-", "nahme heute.", "Wir beschließen die Baumaß-\nnahme heute."),
        ("Am Ein-", "gang steht seit Jahren das alte Rathaus", "Am Ein-\ngang steht seit Jahren das alte Rathaus"),
        ("Zuständig sind der Haupt-", "und Finanzausschuss", "Zuständig sind der Haupt-\nund Finanzausschuss"),
        ("Gefördert wird das Case-", "Management im Kreis", "Gefördert wird das Case-\nManagement im Kreis"),
        ("Das Programm „Kita 2030-", "plus“ läuft weiter", "Das Programm „Kita 2030-\nplus“ läuft weiter"),
    ],
)
def test_words_broken_at_a_line_end_stay_as_they_are_written(above, below, expected):
    assert text_of(Page().text(60, 100, above).text(60, 112, below)) == expected


def test_true_hyphen_within_a_line_is_kept():
    assert text_of(Page().text(60, 100, "Das Case-Management und die Bau-Kosten - mehr nicht.")) == (
        "Das Case-Management und die Bau-Kosten - mehr nicht."
    )


def test_line_end_hyphen_does_not_glue_the_footer_to_the_text():
    pages = [Page().text(60, 700, "Es folgt die Fort-").text(60, 820, "seite der Akte 7") for _ in range(3)]
    source = read(write(pages))
    assert "Fortseite" not in source.text
    assert source.text.count("Fort-") == 3
    assert "\ufffe" not in source.text


def test_furniture_leaves_the_text_except_on_the_first_page():
    pages = [
        Page()
        .text(60, 40, "Niederschrift des Rates Erlbach")
        .text(60, 200 + n, f"Punkt {word}")
        .text(280, 815, f"- {n} -")
        for n, word in enumerate(["eins", "zwei", "drei", "vier"], 1)
    ]
    source = read(write(pages))
    assert source.text.count("Niederschrift des Rates Erlbach") == 1
    assert source.text.startswith("Niederschrift des Rates Erlbach")
    assert [(f.page, f.text) for f in source.furniture if "-" in f.text] == [(2, "- 2 -"), (3, "- 3 -"), (4, "- 4 -")]
    assert [source.page_at(source.text.index(f"Punkt {word}")) for word in ("eins", "zwei", "drei", "vier")] == [
        1,
        2,
        3,
        4,
    ]


def test_equal_lines_at_different_heights_are_no_furniture():
    pages = [Page().text(60, 100, "Text").text(60, 735 + 20 * n, "Ja: 12 Nein: 0") for n in range(4)]
    assert read(write(pages)).text.count("Ja: 12 Nein: 0") == 4


def test_numbers_at_the_edge_that_do_not_count_pages_stay():
    pages = [
        Page().text(60, 100, "Stimmen"),
        Page().text(60, 100, "Ja:").text(60, 800, "22"),
        Page().text(60, 90, "Ende"),
    ]
    assert "22" in read(write(pages)).text


def test_table_rows_are_lines_and_cells_are_exact():
    rows = [
        ["Gremium", "Termin", "Beschluss"],
        ["Rat", "01.02.2024", ""],
        ["Sozialausschuss", "03.02.2024", "ja"],
    ]
    page = Page().text(60, 60, "Beratungsfolge").table(60, 100, rows, [160, 100, 80]).text(60, 300, "Danach")
    source = read(write([page]))
    assert source.text == (
        "Beratungsfolge\n\nGremium\tTermin\tBeschluss\nRat\t01.02.2024\t\nSozialausschuss\t03.02.2024\tja\n\nDanach"
    )
    table = next(block for block in source.blocks if block.kind is BlockKind.TABLE)
    found = [["", "", ""] for _ in rows]
    for cell in table.cells:
        found[cell.row][cell.column] = source.text[cell.start : cell.end]
    assert found == rows


def test_frame_around_running_text_is_no_table():
    page = Page().lines(70, 110, LEFT)
    for x0, y0, x1, y1 in [(60, 90, 300, 90), (60, 200, 300, 200), (60, 90, 60, 200), (300, 90, 300, 200)]:
        page.line(x0, y0, x1, y1)
    source = read(write([page]))
    assert all(block.kind is not BlockKind.TABLE for block in source.blocks)
    assert "die Ver-\nwaltung beauftragt" in source.text


@pytest.mark.parametrize("rotate", [90, 0])
def test_sideways_text_is_read_along_its_lines(rotate):
    page = Page(rotate=rotate).turned_text(100, 100, "Haushalt des Jahres").turned_text(112, 100, "Zweite Zeile")
    assert text_of(page) == "Haushalt des Jahres\nZweite Zeile"


def test_large_type_is_a_heading():
    page = Page().text(60, 60, "Niederschrift", 18).text(60, 90, "Beschluss", 14).lines(60, 120, LEFT)
    source = read(write([page]))
    headings = [(b.level, source.text[b.start : b.end]) for b in source.blocks if b.kind is BlockKind.HEADING]
    assert headings == [(1, "Niederschrift"), (2, "Beschluss")]


def test_gaps_between_paragraphs_are_empty_lines():
    page = Page().lines(60, 100, ["Der Rat beschließt:", "eins"]).lines(60, 150, ["Die Verwaltung", "berichtet."])
    assert text_of(page) == "Der Rat beschließt:\neins\n\nDie Verwaltung\nberichtet."


def test_sentence_that_runs_over_the_page_break_is_not_parted():
    pages = [Page().text(60, 780, "Die Verwaltung wird beauftragt, den Bau"), Page().text(60, 80, "zu beginnen.")]
    assert read(write(pages)).text == "Die Verwaltung wird beauftragt, den Bau\nzu beginnen."


def test_boxes_are_given_only_if_asked_for():
    data = write([Page().text(60, 100, "Ja: 12").table(60, 200, [["a", "bb cc"], ["d", "e"]], [50, 60])])
    assert read(data).boxes == ()
    source = read(data, boxes=True)
    words = [source.text[box.start : box.end] for box in source.boxes]
    assert words == ["Ja:", "12", "a", "bb", "cc", "d", "e"]
    first = source.boxes[0]
    assert first.x0 == pytest.approx(60, abs=1)
    assert first.top < 100 < first.bottom


def test_page_without_text_layer_is_named():
    source = read(write([Page().text(60, 100, "Text"), Page(), Page()]))
    assert "2, 3" in source.warnings[0]
    assert len(source.page_starts) == 3


def test_page_full_of_drawing_lines_is_read_without_tables_and_says_so():
    page = Page(size=(2000, 2000)).table(10, 10, [["x"] * 70] * 70, [15] * 70, 12)
    source = read(write([page]))
    assert all(block.kind is not BlockKind.TABLE for block in source.blocks)
    assert source.text.split() == ["x"] * 4900
    assert "Zeichnungslinien" in source.warnings[0]
