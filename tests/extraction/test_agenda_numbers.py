"""Agenda items told by sections, running numbers, and numbers that count up."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record_of

HEAD = "Niederschrift über die Sitzung des Gemeinderats Auental am 4. Mai 2031\n\n"


def numbers(text):
    return [item.number for item in record_of(text).agenda_items]


def titles(text):
    return [item.title for item in record_of(text).agenda_items]


@pytest.mark.parametrize(
    "style", ["§ {0}\n{1}\n", "                         § {0}\n{1}\n", "§ {0}  {1}\n", "§ {0} öffentlich\n{1}\n"]
)
def test_sections_of_a_book_of_minutes_are_items(style):
    words = ["Brücke am Anger", "Waldhaushalt", "Verschiedenes"]
    parts = [style.format(number, title) + "\nHerr Anders berichtet.\n" for number, title in enumerate(words, 41)]
    text = HEAD + "\n".join(parts)
    assert numbers(text) == ["41", "42", "43"]
    assert titles(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "§ 1 Steuerpflicht\n\nWer Hunde hält.\n\n§ 2 Steuersatz\n\nAcht Euro.\n\n§ 3 Inkrafttreten\n\nAm 1. Mai.\n",
        "Zu beachten ist\n§ 22 Abs. 2 der Ordnung\nund auch\n§ 23 Abs. 1 der Ordnung\n",
        "§ 7 Gemeindeordnung\n\nHerr Anders berichtet.\n\n§ 8 Gemeindeordnung\n\nHerr Anders berichtet.\n",
    ],
)
def test_sections_of_laws_and_statutes_are_none(text):
    assert numbers(HEAD + text) == []


def test_a_resolution_ends_where_the_next_section_begins():
    text = HEAD + (
        "§ 8\nBrücke am Anger\n\nDer Gemeinderat fasst einstimmig folgenden\nBeschluss:\nDie Brücke wird erneuert.\n\n"
        "§ 9\nWaldhaushalt\nDer Förster stellt den Plan vor.\n"
    )
    assert [(r.agenda_item, r.text) for r in record_of(text).resolutions] == [("8", "Die Brücke wird erneuert.")]


@pytest.mark.parametrize(
    "style", ["Zu {0} der TO\n{1}\n", "zu Punkt {0} d. T.O.: {1}\n", "Pkt. {0}: {1}\n", "Lfd. Nr. {0}\nBetreff: {1}\n"]
)
def test_further_words_before_the_number(style):
    words = ["Brücke am Anger", "Waldhaushalt", "Verschiedenes"]
    text = HEAD + "\n".join(style.format(i, title) + "\nHerr Anders berichtet.\n" for i, title in enumerate(words, 1))
    assert numbers(text) == ["1", "2", "3"]
    assert titles(text) == words


def test_parts_that_count_up_below_an_item():
    text = HEAD + (
        "Ö 1 Anfragen\n\nKeine.\n\nÖ 2 Anträge\n2.1  Bank am Teich\neinstimmig\n\n2.2  Licht am Steg\nmehrheitlich\n\n"
        "Ö 3 Verschiedenes\n\nBericht.\n"
    )
    assert numbers(text) == ["Ö 1", "Ö 2", "2.1", "2.2", "Ö 3"]


def test_numbers_inside_a_report_are_no_parts():
    text = (
        HEAD
        + "Ö 1 Anfragen\n\nKeine.\n\nÖ 2 Anträge\nHerr Anders berichtet.\n2.1  Bank am Teich\n\nÖ 3 Schluss\n\nEnde.\n"
    )
    assert numbers(text) == ["Ö 1", "Ö 2", "Ö 3"]


def test_how_the_vote_on_a_point_went_opens_no_item():
    text = HEAD + (
        "4  Wegebau\n\nAbstimmungsergebnis:\nZu 1: Einstimmig zugestimmt.\nZu 2: Mehrheitlich zugestimmt gegen die "
        "Stimme von Herrn Anders.\n\n5  Waldhaushalt\n\nBericht.\n\n6  Verschiedenes\n\nBericht.\n"
    )
    assert numbers(text) == ["4", "5", "6"]


@pytest.mark.parametrize("paper", ["        AT-12/2031", "\nV/0815/2031", "\nVorlage Nr. 12/2031"])
def test_a_number_may_be_left_out_before_a_heading_with_a_paper(paper):
    text = HEAD + (
        "1.  Mitteilungen\n\nBericht.\n\n2.  Anfragen\n\nKeine.\n\n"
        f"7.  Antrag zum Wegebau{paper}\n\nZurückgezogen.\n\n8.  Verschiedenes\n\nBericht.\n"
    )
    assert numbers(text) == ["1", "2", "7", "8"]


def test_a_later_number_of_a_list_is_no_item():
    text = HEAD + "1.  Mitteilungen\n\nBericht.\n\n2.  Anfragen\n\n6. Bank\n\nKeine.\n\n3.  Verschiedenes\n\nBericht.\n"
    assert numbers(text) == ["1", "2", "3"]


def test_lines_with_their_votes_are_rows_and_no_parts():
    text = (
        HEAD + "TOP 1  Zuschüsse\n1.1 Chor 80 € - einstimmig\n1.2 Verein 90 € - einstimmig\n\nTOP 2  Ende\nBericht.\n"
    )
    assert numbers(text) == ["1", "2"]
