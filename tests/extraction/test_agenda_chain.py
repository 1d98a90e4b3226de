"""Agenda items in forms of their own: found as lines that open alike and count up, with votes between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import record_of

HEAD = "Niederschrift über die Sitzung des Gemeinderates Auental am 3. März 2031\n\n"
TITLES = ["Neubau der Halle", "Brücke am Anger", "Satzung über den Markt", "Vergabe der Dacharbeiten"]
FORMS = {
    "Punkt above the title": "Punkt {number}\n{title}\n\n",
    "of the agenda": "Zu Punkt {number}\nder Tagesordnung:     {title}\n\n",
    "dash": "{number} - {title}\n",
    "bars": "| {number}) | {title} |\n\n",
    "TOP in bars": "| TOP {number} | {title} |\n\n",
    "letter": "A {number}   {title}\n",
    "part of the agenda": "8.{number}   {title}\n",
    "blanks": "{number}    {title}\n",
}
VOTES = ["Dem wird einstimmig zugestimmt.", "Der Antrag wird mit 4 gegen 9 Stimmen abgelehnt.", "Vertagt."]


def items(text):
    return [(item.number, item.title) for item in record_of(text).agenda_items]


def minutes(form, titles, votes, first=1):
    heads = [form.format(number=first + index, title=title) for index, title in enumerate(titles)]
    return HEAD + "\n".join(f"{head}Herr Anders berichtet.\n{vote}\n" for head, vote in zip(heads, votes, strict=True))


@pytest.mark.parametrize("form", FORMS)
@given(st.permutations(TITLES), st.lists(st.sampled_from(VOTES), min_size=4, max_size=4), st.integers(1, 5))
def test_numbers_titles_and_the_acts_between(form, titles, votes, first):
    text = minutes(FORMS[form], titles, votes, first)
    prefix = {"letter": "A ", "part of the agenda": "8."}.get(form, "")
    numbers = [f"{prefix}{first + index}" for index in range(len(titles))]
    assert items(text) == list(zip(numbers, titles, strict=True))
    assert [decision.agenda_item for decision in record_of(text).decisions] == numbers


def test_titles_of_bare_numbers_come_from_the_agenda_above():
    agenda = "T a g e s o r d n u n g\n 1. Eröffnung\n 2. Neubau der Halle\n 3. Verschiedenes\n\n"
    report = "Zu 1.\nFrau Lohse eröffnet.\n\nZu 2.\nDem Bau wird einstimmig zugestimmt.\n\nZu 3.\nVertagt.\n"
    text = HEAD + agenda + report
    assert items(text) == [("1", "Eröffnung"), ("2", "Neubau der Halle"), ("3", "Verschiedenes")]


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat beschließt:\n\n1. Die Halle wird gebaut.\n2. Die Brücke wird saniert.\n3. Der Markt wird verlegt.\n\n"
        "Abstimmungsergebnis: einstimmig\n",
        "Beschluss:\n1 - Die Halle bleibt.\n2 - Die Brücke entfällt.\n3 - Der Markt ruht.\n\nDafür: 9, dagegen: 2\n",
    ],
)
def test_points_of_a_text_are_no_items(text):
    assert not items(HEAD + text)


def test_a_bar_below_a_number_is_no_title():
    rows = "\n|\n|\n".join(f"TOP {n}\n|\n{title}\nProtokoll:\nVertagt." for n, title in enumerate(TITLES, 1))
    assert items(HEAD + rows) == [(str(n), title) for n, title in enumerate(TITLES, 1)]
