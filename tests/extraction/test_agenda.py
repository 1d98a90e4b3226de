"""Agenda items: number, title, what is public, and the facts that belong to each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import SUBMISSION, record_of, table

TITLES = ["Neubau der Halle", "Brücke am Anger", "Satzung über den Markt", "Bericht der Verwaltung", "Anfragen"]
TITLES_OF_ITEMS = table("titles_of_items")["titles"]
STYLES = {
    "TOP": "TOP {number}: {title}",
    "Punkt": "Zu Punkt {number}: {title}",
    "Tagesordnungspunkt": "Tagesordnungspunkt {number}: {title}",
    "zu": "zu {number} {title}",
    "TOP above the title": "TOP {number}\n{title}",
    "level": "Ö {number} {title}",
    "level behind": "{number}.Ö      {title}",
}


def items(text):
    return [(item.number, item.title, item.public) for item in record_of(text).agenda_items]


@pytest.mark.parametrize("style", STYLES)
@given(st.lists(st.sampled_from(TITLES), min_size=2, max_size=5, unique=True))
def test_numbers_and_titles(style, titles):
    heads = [STYLES[style].format(number=number, title=title) for number, title in enumerate(titles, 1)]
    text = "\n\n".join(f"{head}\n\nHerr Anders berichtet." for head in heads)
    level = "Ö " if style == "level" else ""
    public = True if style.startswith("level") else None
    assert items(text) == [(f"{level}{number}", title, public) for number, title in enumerate(titles, 1)]


def test_the_short_form_of_an_item():
    text = "TO 1   Brücke am Anger\n\nHerr Anders berichtet.\n\nTO 2   Neubau der Halle\n\neinstimmig\n"
    assert items(text) == [("1", "Brücke am Anger", None), ("2", "Neubau der Halle", None)]


def test_marked_headings_are_items_in_any_order():
    head = "# Protokoll\n\nüber die Sitzung des Rates am 4. Mai 2021\n\n"
    titles = [("1", "Brücke am Anger"), ("7", "Neubau der Halle"), ("2", "Weg zum Bach"), ("3", "Anfragen")]
    report = "\n\n".join(f"## {number}. {title}\n\nHerr Anders berichtet." for number, title in titles)
    assert items(head + report) == [(number, title, None) for number, title in titles]


def test_the_agenda_above_the_report_is_not_reported_twice():
    agenda = "Tagesordnung:\nTOP 1: Brücke am Anger\nTOP 2: Neubau der Halle\n\n"
    report = "TOP 1: Brücke am Anger\n\nHerr Anders berichtet.\n\nTOP 2: Neubau der Halle\n\neinstimmig\n"
    assert [number for number, _, _ in items(agenda + report)] == ["1", "2"]
    assert [decision.agenda_item for decision in record_of(agenda + report).decisions] == ["2"]


def test_numbers_below_numbers_are_items_of_their_own():
    text = "TOP 4: Bauten\n\nTOP 4.1: Halle\n\neinstimmig\n\nTOP 4.2: Brücke\n\nmehrheitlich"
    assert [decision.agenda_item for decision in record_of(text).decisions] == ["4.1", "4.2"]


def test_an_item_is_public_only_where_the_document_says_so():
    text = (
        "Öffentliche Sitzung\n\nTOP 1: Brücke am Anger\n\nHerr Anders berichtet.\n\n"
        "Nichtöffentliche Sitzung\n\nTOP 2: Grundstück am Bach\n\nFrau Lohse berichtet.\n"
    )
    assert items(text) == [("1", "Brücke am Anger", True), ("2", "Grundstück am Bach", False)]
    assert items("TOP 1: Brücke am Anger\n\nBericht.\n\nTOP 2: Halle\n\nBericht.") == [
        ("1", "Brücke am Anger", None),
        ("2", "Halle", None),
    ]


def test_letters_tell_the_level():
    text = "Ö 6.1 Brücke am Anger\n\nBericht.\n\nN 3 Grundstück am Bach\n\nBericht.\n"
    assert items(text) == [("Ö 6.1", "Brücke am Anger", True), ("N 3", "Grundstück am Bach", False)]


@pytest.mark.parametrize(
    "line",
    [
        "Siehe TOP 3.",
        "zu 50.000 Euro kam man so nicht",
        "TOP 5 und 6 werden zusammen beraten.",
        "Punkt 2 wurde abgesetzt",
        "B 1 Ortsumgehung",
        "Zur Sache spricht Frau Lohse",
    ],
)
def test_lines_that_only_name_an_item_open_none(line):
    text = f"TOP 1: Brücke am Anger\n\nHerr Anders berichtet.\n\n{line}\n\nTOP 2: Halle\n\nBericht."
    assert [number for number, _, _ in items(text)] == ["1", "2"]


def test_a_long_title_goes_on_over_the_line_end():
    title = "Einführung einer neuen Satzung über die Erhebung von Gebühren für die"
    text = f"TOP 1: {title}\nBenutzung der Halle am Anger\n\nBericht.\n\nTOP 2: Halle\n\nBericht."
    assert items(text)[0][1] == f"{title} Benutzung der Halle am Anger"


def test_numbers_that_count_through_the_year_are_items_and_a_list_of_prices_is_none():
    prices = "1. Lindner Bau     4.180 €\n2. Anders Tiefbau     4.320 €\n3. Hofer     5.000 €"
    text = (
        "Niederschrift über die Sitzung des Rates am 3. März 2031\n\n"
        f"Nr. 31   Neubau der Halle\n\nEs bieten:\n\n{prices}\n\nNr. 32   Brücke am Anger\n\nHerr Anders berichtet.\n\n"
        "Nr. 33   Bekanntgaben\n\nKeine."
    )
    assert [number for number, _, _ in items(text)] == ["31", "32", "33"]
    listed = text.replace("Nr. 31", "Es folgt").replace("Nr. 32", "Und").replace("Nr. 33", "Zuletzt")
    assert not items(listed)


def test_a_title_is_no_part_of_the_sentence_below_it():
    text = (
        "Niederschrift über die Sitzung des Rates am 3. März 2031\n\nZu Punkt 3: Eröffnung\nFrau Lohse begrüßt alle.\n"
        "Zu Punkt 4: Annahme der Tagesordnung\nDer Rat beschließt die Tagesordnung einstimmig.\n"
    )
    (act,) = record_of(text).decisions
    assert act.evidence[0].quote == "Der Rat beschließt die Tagesordnung einstimmig."
    assert (act.agenda_item, act.type.value) == ("4", "procedural")


@pytest.mark.parametrize("form", TITLES_OF_ITEMS, ids=[form["title"][:30] for form in TITLES_OF_ITEMS])
def test_how_far_a_title_goes(form):
    text = f"Zu Punkt 1: {form['lines']}\n\nZu Punkt 2: Anfragen\n\nKeine.\n"
    assert items(text) == [("1", form["title"], None), ("2", "Anfragen", None)]


BRIDGE = "Zu Punkt 1: Brücke\n\nHerr Anders berichtet.\n\n"


def test_the_line_of_an_item_is_no_part_of_the_vote_below():
    text = (
        f"{BRIDGE}Zu Punkt 2: Aufstellung einer Tafel am Dorfplatz in Altfeld/Sandkuhle\n"
        "Nach kurzer Beratung beschließt der Ortsrat einstimmig, die Tafel zu\nbeschaffen.\n"
    )
    assert [(str(one.type), one.agenda_item) for one in record_of(text).decisions] == [("main", "2")]


def test_answers_to_numbered_questions_are_no_items():
    text = (
        f"{BRIDGE}Zu Punkt 2: Mitteilungen\n\nEr verliest die Antworten:\n1. Wann kommt die Bank?\n"
        "Zu 1.: Die Bank ist beauftragt.\n2. Was wird aus der Rutsche?\n"
        "Zu 2.: Die neue Rutsche wurde gestern eingebaut.\n"
    )
    assert [number for number, _, _ in items(text)] == ["1", "2"]


def test_two_items_under_one_title():
    text = f"{BRIDGE}TOP 2 und 3: Lärm am Anger\n\nDer Antrag wird einstimmig angenommen.\n"
    assert items(text) == [("1", "Brücke", None), ("2 und 3", "Lärm am Anger", None)]
    assert [one.agenda_item for one in record_of(text).decisions] == ["2 und 3"]


def test_the_number_of_the_paper_is_no_title():
    text = "Anfrage\n3. Sitzung des Gemeinderates am 24.01.2031\nTOP 30\n\nVorlage Nr. 540\nÖffentlich\n\nFußweg\n"
    assert items(text) == [("30", None, None)]


@pytest.mark.parametrize("head", ["Gemeinde Wiesenfeld\nVertrag über den Stützpunkt\n\n", SUBMISSION])
def test_numbered_paragraphs_that_come_twice_are_no_agenda(head):
    text = (
        "1. Der Stützpunkt wird am Anger errichtet.\n2. Der Stützpunkt nimmt an der Bewertung teil\n\n"
        "Näheres regelt die Anlage.\n\n"
        "1. Reinigungsdienst Blank GmbH\n2. Der Stützpunkt nimmt an der Bewertung teil und meldet\n"
    )
    assert record_of(text, head).agenda_items == ()


def test_the_closed_part_of_an_agenda_is_not_that_of_the_report():
    text = (
        "Niederschrift über die Sitzung des Rates am 04.03.2031\n\nTagesordnung\n\nÖffentlicher Teil\n"
        + "".join(f"{number}. Bericht über den Weg {number} und seine Brücken\n" for number in range(1, 13))
        + "Nichtöffentlicher Teil\n13. Grundstück am Bach\n\n"
        + "".join(
            f"TOP {n} Bericht über den Weg {n} und seine Brücken\n\nFrau Lohse berichtet.\n\n" for n in range(1, 13)
        )
        + "Nichtöffentlicher Teil\n\nTOP 13 Grundstück am Bach\n\nFrau Lohse berichtet.\n"
    )
    assert [public for _, _, public in items(text)] == [None] * 12 + [False]
