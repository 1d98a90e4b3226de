"""Arrangements of votes: strips beside texts, rows without a header, legends, lists in a paragraph, ends of pages."""

from __future__ import annotations

import pytest

from kimdocs import extract, read
from kimdocs.extraction.layout.page_ends import without_page_ends
from kimdocs.extraction.recognise.tallies.line import line_tally
from tests.extraction.reading import record_of, votes

HEAD = "Gemeinde Ulmenried\nNiederschrift über die Sitzung des Gemeinderates am 07.05.2032\n\n"


def told(text: str) -> list[tuple[object, object, object, object]]:
    return [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in votes(HEAD + text)]


STRIPS = {
    "a ratio torn over lines, at the left": (
        "13      Der Steg am Mühlbach wird erneuert. Die Anlieger\n:       werden angeschrieben.\n4\n"
    ),
    "a ratio torn over lines, at the right": (
        "Der Gemeinderat beschließt, den Steg am Mühlbach zu          13\n"
        "erneuern und die Anlieger anzuschreiben.                      :\n"
        "                                                              4\n"
    ),
    "votes against another number": (
        "Der Steg am Mühlbach wird erneuert. Die Anlieger             13 Stimmen\n"
        "werden angeschrieben.                                        gegen 4\n"
    ),
    "letters": "J 13     Der Steg am Mühlbach wird erneuert.\nN  4     Die Anlieger werden angeschrieben.\n",
    "an outcome above the ratio": (
        "Der Steg am Mühlbach wird erneuert.                          angenommen\n"
        "Die Anlieger werden angeschrieben.                           13:4\n"
    ),
    "a box drawn around the counts": (
        "                                                ┌──────────┐\n"
        "Der Steg am Mühlbach wird erneuert.             │ Ja    13 │\n"
        "Die Anlieger werden angeschrieben.              │ Nein   4 │\n"
        "                                                └──────────┘\n"
    ),
    "a label above the ratio": (
        "Ergebnis:      Der Steg am Mühlbach wird erneuert.\n13 : 4         Die Anlieger werden angeschrieben.\n"
    ),
}


@pytest.mark.parametrize("layout", STRIPS)
def test_a_strip_beside_a_text_is_its_vote(layout: str) -> None:
    assert told(f"TOP 2 Steg\n\n{STRIPS[layout]}\nTOP 3 Verschiedenes\n") == [("adopted", 13, 4, None)]


def test_an_outcome_of_two_words_is_torn_by_the_strip() -> None:
    text = "a) Amselweg 3, Carport                              Einvernehmen\n"
    text += "                                                    erteilt 9/1\n"
    text += "b) Amselweg 8, Dachausbau                           Einvernehmen\n"
    text += "                                                    versagt 2/8\n"
    assert told(text) == [("adopted", 9, 1, None), ("rejected", 2, 8, None)]


def test_words_left_of_texts_are_their_results() -> None:
    text = (
        "einst.        Der Gemeinderat billigt den Plan für\n              den Anger.\n"
        "vertagt       Über das Baumkataster wird im Juni beraten.\n"
    )
    found = votes(HEAD + text)
    assert [(vote["outcome"], vote["unanimous"]) for vote in found] == [("adopted", True), ("postponed", None)]


@pytest.mark.parametrize(
    "text",
    [
        "(11:3) Die Bank am Weiher wird ersetzt.\n\n(14:0) Die Hecke wird geschnitten.\n",
        "11/3     Die Bank am Weiher wird ersetzt.\n\n14/0     Die Hecke wird geschnitten.\n",
        "11 : 3 | Die Bank am Weiher wird ersetzt.\n\n14 : 0 | Die Hecke wird geschnitten.\n",
        "Die Bank am Weiher wird ersetzt.          11 gegen 3\n\nDie Hecke wird geschnitten.          14 gegen 0\n",
        "Die Bank am Weiher wird ersetzt.          (11/3)\n\nDie Hecke wird geschnitten.          (14/0)\n",
    ],
)
def test_ratios_beside_texts_that_decide(text: str) -> None:
    assert told(text) == [("adopted", 11, 3, None), ("adopted", 14, 0, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Lageplan                1 : 500\nÜbersicht               1 : 25\n",
        "Die erste Mannschaft siegte       3 : 1\n",
        "Hallenbad       8:30\nBücherei        9:15\n",
        "Kita Nord       12   3   1\nKita Süd         9   0   4\n",
    ],
)
def test_other_numbers_beside_a_text_are_no_votes(text: str) -> None:
    assert told(f"TOP 2 Bericht\n{text}") == []


def test_rows_without_a_header_are_read_where_one_order_agrees_with_the_outcome() -> None:
    rows = "Antrag 1 Wippe      11   3   1   angenommen\nAntrag 2 Rampe       4  10   1   abgelehnt\n"
    assert told(rows) == [("adopted", 11, 3, 1), ("rejected", 4, 10, 1)]
    assert told("Antrag 1 Wippe      14   3   11   abgelehnt\n") == [("rejected", 3, 11, None)]


@pytest.mark.parametrize("words", ["14   11   3   angenommen", "2   9   angenommen", "11 3 angenommen"])
def test_rows_that_two_orders_or_none_agree_with_are_left_open(words: str) -> None:
    assert line_tally(words) is None


def test_strokes_are_counted() -> None:
    assert told("TOP 2 Steg\nDer Gemeinderat beschließt den Bau.\nJa: IIIII IIIII I (11)\nNein: III (3)\n") == [
        ("adopted", 11, 3, None)
    ]


LEGENDS = {
    "Reihung: Für - Gegen - Stimmenthaltung.": "Punkt 2: Steg am Bach, Vergabe - beschlossen, 9 - 3 - 1.",
    "Spalten: Ja, Nein, Enthaltung": "a) Steg am Bach        9  3  1",
    "Spalte 1 Ja, Spalte 2 Nein, Spalte 3 Enthaltung": "a) Steg am Bach        9  3  1",
    "(anwesende Vertreter - Ja - Nein - Enthaltung)": "Die Vertretung beschließt den Steg.\n13   9   3   1",
    "Anwesend / Ja / Nein / Enth.": "Die Vertretung beschließt den Steg.\n13 / 9 / 3 / 1",
}


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_legend_tells_what_bare_numbers_count_and_states_nothing(legend: str) -> None:
    assert told(f"{LEGENDS[legend]}\n{legend}\n") == [("adopted", 9, 3, 1)]


def test_signs_in_brackets_count() -> None:
    text = "3. Zuschuss für den Chor (9 + / 3 - / 1 o). Die Mittel stehen bereit.\n(+ dafür, - dagegen, o enthalten)\n"
    assert told(text) == [("adopted", 9, 3, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "1) Steg: 9 Ja, 3 Nein, 1 Enth.; 2) Bank: 2 Ja, 10 Nein, 1 Enth.\n",
        "a) Steg J 9 N 3 E 1, b) Bank J 2 N 10 E 1\n",
        "a) Steg am Bach: J 9 N 3 E 1 - b) Bank am\nWeiher: J 2 N 10 E 1.\n",
        "B 4/32 Steg am Bach, 9 Ja, 3 Nein, 1 Enth.\nB 5/32 Bank am Weiher, 2 Ja, 10 Nein, 1 Enth.\n",
    ],
)
def test_several_acts_in_a_paragraph(text: str) -> None:
    assert told(text) == [("adopted", 9, 3, 1), ("rejected", 2, 10, 1)]


JOINT = "TOP 2 Radweg (gemeinsame Sitzung der Ortsräte)\n"


@pytest.mark.parametrize(
    "rows",
    [
        "               Ja    Nein\nUlmenried      9     2\nErlenbach      5     1\n",
        "Ulmenried – 9 Ja / 2 Nein\nErlenbach – 5 Ja / 1 Nein\n",
        "Abstimmung:\nOrtsrat Ulmenried   9 : 2\nOrtsrat Erlenbach   5 : 1\n",
        "Abstimmung:     Ulmenried    Erlenbach\n                9 : 2        5 : 1\n",
    ],
)
def test_bodies_that_sit_together_stand_in_rows_or_side_by_side(rows: str) -> None:
    assert told(JOINT + rows) == [("adopted", 9, 2, None), ("adopted", 5, 1, None)]


def test_groups_in_columns_without_a_sum_make_the_votes_of_the_body() -> None:
    table = "             CDU 9    SPD 6    FDP 2\nJa           9        -        -\nNein         -        6        -\n"
    (vote,) = votes(f"{HEAD}TOP 2 Umlage\nDer Gemeinderat setzt die Umlage fest.\n{table}")
    assert (vote["yes"], vote["no"], vote["abstain"]) == (9, 6, None)
    assert vote["groups"] == {"CDU": {"yes": 9, "no": 0}, "SPD": {"yes": 0, "no": 6}, "FDP": {"yes": 0, "no": 0}}


@pytest.mark.parametrize(
    "end",
    [
        "Seite 4 von 9",
        "- 4 -",
        "Ulmenried 07.05.2032                                   Seite 4",
        "(weiter auf Blatt 5)",
    ],
)
def test_the_end_of_a_page_parts_no_counts(end: str) -> None:
    text = f"TOP 2 Steg\nDer Gemeinderat beschließt den Bau.\nDafür: 9\n{end}\nDagegen: 3\n"
    assert told(text) == [("adopted", 9, 3, None)]


def test_the_end_of_a_page_parts_no_sentence_and_no_table() -> None:
    sentence = "TOP 2 Steg\nDer Gemeinderat lehnt den Bau mit 3 Ja-Stimmen gegen\nSeite 4\n9 Nein-Stimmen ab.\n"
    assert told(sentence) == [("rejected", 3, 9, None)]
    rows = "Vorlage     Ja     Nein    Enth.\nGR/32/1     9      3       0\n"
    rows += "     Seite 4 von 9\nGR/32/2     2      9       1\n"
    assert told(f"TOP 2 Übersicht\n{rows}") == [("adopted", 9, 3, 0), ("rejected", 2, 9, 1)]


def test_ends_of_pages_keep_every_offset_and_the_first_head() -> None:
    text = "Protokoll Rat      Blatt 1\nA\nProtokoll Rat      Blatt 2\nB siehe Seite 4\nC\n"
    found = without_page_ends(text)
    assert len(found) == len(text)
    assert "Blatt 1" in found
    assert "Blatt 2" not in found
    assert "B siehe Seite 4" in found


def test_a_form_beside_a_text_is_none_of_its_words() -> None:
    form = "Der Rat stimmt dem Bau der Brücke in der zweiten      [ ] einstimmig\n"
    form += "Fassung zu.                                           [x] mehrheitlich\n"
    assert [vote["unanimous"] for vote in votes(f"{HEAD}TOP 2 Brücke\n{form}")] != [True]


def test_a_mark_for_nothing_parts_two_numbers() -> None:
    assert told("TOP 2 Steg\nDer Gemeinderat beschließt den Bau.\nAbst.: 9 ./. 3\n") == [("adopted", 9, 3, None)]


def test_a_title_that_ends_in_its_vote_heads_its_text() -> None:
    text = "TOP 2 Steg (9:3:1)\nDer Gemeinderat beschließt den Bau.\nTOP 3 Bank (2:10:1)\nDer Antrag wird abgelehnt.\n"
    assert told(text) == [("adopted", 9, 3, 1), ("rejected", 2, 10, 1)]


def test_evidence_is_quoted_as_it_stands_beyond_the_end_of_a_page(tmp_path) -> None:
    text = (
        f"{HEAD}TOP 2 Ausbau des Steges am Mühlbach und der\nSeite 4\nWege\n"
        "Der Gemeinderat lehnt den Bau mit 3 Ja-Stimmen gegen\n- 5 -\n9 Nein-Stimmen ab.\n"
    )
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    record = extract(read(path))
    places = [place for fact in (*record.decisions, *record.agenda_items) for place in fact.evidence]
    assert [text[place.start : place.end] for place in places] == [place.quote for place in places]
    assert any("- 5 -" in place.quote for place in places)


def test_a_blank_line_behind_every_line_tears_no_sentence():
    lines = [
        "Die Vorsitzende eröffnet die öffentliche Sitzung des Beirates und heißt alle",
        "herzlich willkommen.",
        "Die Ladung erfolgte form- und fristgerecht. Die Tagesordnung wird verlesen und einvernehmlich",
        "genehmigt.",
        "TOP 1: Frau Anders, Amt für Sport und Bewegung in der Gemeinde Wiesenfeld,",
        "teilt mit, dass für die Rikscha leider noch immer viele Fahrerinnen und Fahrer",
        "fehlen.",
        "TOP 2: Radweg",
        "Herr Blank stellt den Weg vor. Er soll im kommenden Jahr entlang des Baches bis zur",
        "alten Mühle führen.",
        "Der Beirat spricht sich mit 8 Stimmen einstimmig für den Weg aus.",
        "TOP 3: Sonstiges",
    ]
    record = record_of("\n\n".join(lines) + "\n")
    assert [(str(one.type), one.unanimous) for one in record.decisions] == [("procedural", True), ("main", True)]
    assert record.agenda_items[0].title.endswith("in der Gemeinde Wiesenfeld,")
