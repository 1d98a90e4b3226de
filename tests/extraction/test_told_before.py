"""What leads in points that are voted on, what the agenda tells before its item, and answers to points of a motion."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record_of, votes

ITEM = "TOP 1: Brücke\n\nHerr Anders berichtet.\n"
POINTS = "a) Dem Antrag wird entsprochen.\nb) Die Satzung wird angepasst.\n\nBeratungsergebnis:\n"
NEXT = "\nTOP 2: Anfragen\n\nKeine.\n"
MINUTES = "Gemeinde Wiesenfeld\nNiederschrift über die 3. Sitzung des Gemeinderates am 12.03.2031\n\n"


def told(text):
    return [(one["outcome"], one["type"], one["yes"], one["no"]) for one in votes(ITEM + text + NEXT)]


def test_what_a_body_would_recommend_was_voted_down():
    lost = "a) 3 Ja Stimmen, 7 Nein Stimmen, 1 Enthaltung\nb) 1 Ja Stimme, 10 Nein Stimmen\n"
    assert told(f"Der Ausschuss empfiehlt dem Rat:\n{POINTS}{lost}") == [
        ("rejected", "part", 3, 7),
        ("rejected", "part", 1, 10),
    ]


def test_the_points_that_were_carried_are_recommended():
    split = "a) 8 Ja Stimmen, 2 Nein Stimmen\nb) 3 Ja Stimmen, 7 Nein Stimmen\n"
    assert told(f"Der Ausschuss empfiehlt dem Rat:\n{POINTS}{split}") == [
        ("recommended", "part", 8, 2),
        ("rejected", "part", 3, 7),
    ]


def test_one_vote_on_all_points_stays_one():
    assert told(f"Der Ausschuss empfiehlt dem Rat:\n{POINTS} einstimmig\n") == [("recommended", "main", None, None)]


def test_what_became_of_the_paper_is_the_decision():
    text = "Der Ortsrat beschließt wie folgt:\nZustimmend zur Kenntnis genommen.\nBeratungsergebnis: Kenntnisnahme\n"
    assert told(text) == [("noted", "main", None, None)]


@pytest.mark.parametrize("word", ["Ziffer", "Zu Ziffer", "Punkt"])
def test_a_vote_behind_the_number_of_a_point_is_on_a_part(word):
    assert told(f"{word} 1: 8 Ja, 2 Nein\n{word} 2: 2 Ja, 8 Nein\n") == [
        ("adopted", "part", 8, 2),
        ("rejected", "part", 2, 8),
    ]


def test_answers_to_points_of_a_motion_decide_nothing():
    text = "Zu Punkt 1: Die Bank wird aufgestellt.\nZu Punkt 2: Der Antrag wurde einstimmig abgelehnt.\n"
    decided = record_of(ITEM + text + NEXT).decisions
    assert [(str(one.type), one.agenda_item) for one in decided] == [("quoted", "1")]


@pytest.mark.parametrize("again", ["(DS 9/2031; wird nachgereicht)\n- abgesetzt -\n", "(DS 9/2031)\n"])
def test_what_the_agenda_tells_of_an_item_is_told_once_under_its_number(again):
    agenda = "1. Eröffnung\n2. Freibad - Gestaltung der Wiese\n(DS 9/2031)\n- abgesetzt -\n3. Brücke über den Bach\n\n"
    text = (
        f"{MINUTES}{agenda}Zu Punkt 1: Eröffnung\nDer Vorsitzende eröffnet.\n"
        f"Zu Punkt 2: Freibad - Gestaltung der Wiese\n{again}"
        "Zu Punkt 3: Brücke über den Bach\nDer Rat beschließt einstimmig den Bau.\n"
    )
    decided = record_of(text, "").decisions
    assert [(one.agenda_item, str(one.outcome)) for one in decided] == [("2", "withdrawn"), ("3", "adopted")]


def test_a_text_is_not_adopted_where_nothing_tells_that_it_was():
    text = f"Der Ortsrat empfiehlt dem Rat:\n{POINTS}a) 5 Enthaltungen\nb) 5 Enthaltungen\n"
    record = record_of(ITEM + text + NEXT)
    assert [str(one.outcome) for one in record.decisions] == ["none", "none"]
    assert record.resolutions == ()
