"""The excerpt: one decision of the minutes with its text and its votes, and nothing that is not public."""

from __future__ import annotations

import dataclasses
import re

import pytest

import kimdocs
from kimdocs.errors import DataError, TemplateError
from kimdocs.extraction.resolve.resolutions.points import points
from kimdocs.model.council import AgendaItem
from kimdocs.model.decision import Outcome, Resolution, ResolutionKind
from tests.drafting.papers import MINUTES, record


@pytest.fixture(scope="module")
def minutes():
    return record(MINUTES, "niederschrift.txt")


def two(minutes, *levels):
    """Minutes with two decisions under items of these levels."""
    first = dataclasses.replace(minutes.decisions[0], agenda_item="1")
    second = dataclasses.replace(first, agenda_item="2", yes=7, outcome=Outcome.REJECTED, outcome_text="abgelehnt")
    items = tuple(AgendaItem(str(number), f"Punkt {number}", level) for number, level in enumerate(levels, 1))
    return dataclasses.replace(minutes, decisions=(first, second), agenda_items=items)


def test_the_only_decision_is_taken_with_its_votes_and_places(minutes):
    made = kimdocs.draft("beschlussauszug", records=[minutes])
    votes = {name: made.sheet.value(f"abstimmung.{name}") for name in ("ja", "nein", "enthaltung")}
    assert votes == {"ja": 19, "nein": 0, "enthaltung": 0}
    assert made.sheet.value("abstimmung.befangen") is None
    assert made.sheet.value("ergebnis") == "ungeändert beschlossen"
    assert "fortgesetzt" in made.markdown()
    assert made.trace.number(made.sheet.find("abstimmung.ja"))


def test_of_several_decisions_none_is_guessed(minutes):
    both = two(minutes, True, True)
    assert kimdocs.draft("beschlussauszug", records=[both]).sheet.value("ergebnis") is None
    chosen = kimdocs.draft("beschlussauszug", {"entscheidung": {"dokument": 1, "nummer": 2}}, records=[both])
    assert chosen.sheet.value("ergebnis") == "abgelehnt"
    assert chosen.title == "Punkt 2"
    with pytest.raises(DataError, match=r"gibt es nicht\. Beschlüsse sind"):
        kimdocs.draft("beschlussauszug", {"entscheidung": {"nummer": 10}}, records=[both])


def test_an_item_that_is_not_public_makes_no_public_excerpt(minutes):
    both = two(minutes, True, False)
    content = {"oeffentlich": True, "entscheidung": {"nummer": 1}}
    assert not [gap for gap in kimdocs.draft("beschlussauszug", content, records=[both]).gaps if gap.kind == "public"]
    with pytest.raises(TemplateError, match="nichtöffentlich"):
        kimdocs.draft("beschlussauszug", content | {"entscheidung": {"nummer": 2}}, records=[both])
    confirmed = content | {"entscheidung": {"nummer": 2}, "quellen": [{"dokument": 1, "oeffentlich": True}]}
    with pytest.raises(TemplateError, match="nichtöffentlich"):
        kimdocs.draft("beschlussauszug", confirmed, records=[both])


TEXT = """Der Rat beschließt, die Mühle am Wehr zu er-
halten, und zwar wie folgt:

{}) Das Dach wird noch im Herbst gedeckt.
{}) Die Sägerei bleibt verpachtet; der Pächter
zahlt die Hälfte der Kosten."""


def resolved(minutes, text):
    """Minutes whose decision is on this text."""
    (decision,) = minutes.decisions
    told = Resolution(ResolutionKind.ADOPTED, None, text, points(text), 0, decision.evidence)
    return dataclasses.replace(minutes, resolutions=(told,))


@pytest.mark.parametrize("marks", ["12", "ab", ("I", "II"), ("1.", "2."), "xy"])
def test_no_word_of_a_resolution_is_lost_and_no_number_of_a_point_changed(minutes, marks):
    told = resolved(minutes, TEXT.format(*marks))
    written = " ".join(kimdocs.draft("beschlussauszug", records=[told], final=True).markdown().split())
    for words in ("die Mühle am Wehr zu erhalten, und zwar wie folgt:", "im Herbst gedeckt.", "Hälfte der Kosten."):
        assert words in written
    for mark, point in zip(marks, ("Das Dach", "Die Sägerei"), strict=True):
        number = mark if marks == "xy" else mark.rstrip(".")
        assert re.search(rf"(?<!\S){number}\\?[.)]+ {point}", written)
    row = kimdocs.draft("beschlusskontrolle", records=[told]).sheet.value("beschluesse[0].beschluss")
    assert row == " ".join(TEXT.format(*marks).replace("er-\nhalten", "erhalten").split())


def test_paragraphs_and_lists_of_a_text_stay_apart(minutes):
    told = resolved(minutes, "Der Rat stimmt zu.\n\nEr bittet um\n- Fotos vom Dach\n- einen Plan der\n  Wehre")
    text = kimdocs.draft("beschlussauszug", records=[told]).sheet.value("beschluss.text")
    assert text.split("\n\n") == ["Der Rat stimmt zu.", "Er bittet um", "- Fotos vom Dach", "- einen Plan der Wehre"]


def test_a_text_field_takes_a_resolution_whole(minutes):
    told = resolved(minutes, TEXT.format("1", "2"))
    choice = {"quelle": {"dokument": 1, "beschluss": 1}}
    made = kimdocs.draft("beschlussvorlage", {"beschlussvorschlag": {"text": choice}}, records=[told])
    text = made.sheet.value("beschlussvorschlag.text")
    assert text.startswith("Der Rat beschließt, die Mühle am Wehr zu erhalten")
    assert "\n\n2) Die Sägerei" in text


def test_of_two_items_with_one_number_the_one_that_the_decision_stands_under_counts(minutes):
    (decision,) = minutes.decisions
    place = max(decision.evidence, key=lambda piece: piece.start)
    above = dataclasses.replace(place, start=0, end=1)
    below = dataclasses.replace(place, start=place.start + 1, end=place.end + 1)
    under = dataclasses.replace(decision, agenda_item="1", evidence=(place,))
    for first, second, title in ((place, below, "Zaun"), (above, place, "Steg")):
        items = (AgendaItem("1", "Zaun", True, (first,)), AgendaItem("1", "Steg", False, (second,)))
        told = dataclasses.replace(minutes, decisions=(under,), agenda_items=items)
        made = kimdocs.draft("beschlussauszug", records=[told])
        assert made.title == title
        assert made.sheet.value("oeffentlich") is (title == "Zaun")


@pytest.mark.parametrize(("other", "level"), [(None, True), (True, True), (False, None)])
def test_an_item_has_the_level_of_its_document_unless_some_part_is_closed(minutes, other, level):
    document = dataclasses.replace(minutes.document, public=True)
    told = dataclasses.replace(two(minutes, None, other), document=document)
    made = kimdocs.draft("beschlussauszug", {"entscheidung": {"nummer": 1}}, records=[told])
    assert made.sheet.value("oeffentlich") is level


ITEMS = """Niederschrift über die Sitzung des Rates der Stadt Erlbach am 12.10.2031

TOP 1: Zaun am Anger
Vorlage: 2031/044
Herr Anders verweist auf die Vorlage 2029/017.
Abstimmungsergebnis: 9 Ja, 1 Nein, 0 Enthaltungen

TOP 2: Steg am Weiher
Frau Lohse erinnert im Namen der Fraktion daran, dass schon die Vorlage 2030/008 den Steg nannte.
Abstimmungsergebnis: einstimmig beschlossen
"""


def test_an_excerpt_names_the_paper_below_the_heading_of_its_item_and_no_other():
    told = record(ITEMS, "niederschrift.txt")
    papers = [
        kimdocs.draft("beschlussauszug", {"entscheidung": {"top": top}}, records=[told]).sheet.value("vorlage")
        for top in ("1", "2")
    ]
    assert papers == ["2031/044", None]


def test_words_of_a_result_are_asked_for_only_where_nothing_tells_it():
    told = record(ITEMS, "niederschrift.txt")
    first, second = told.decisions
    told = dataclasses.replace(told, decisions=(first, dataclasses.replace(second, outcome_text=None, unanimous=None)))
    drafts = [kimdocs.draft("beschlussauszug", {"entscheidung": {"top": top}}, records=[told]) for top in ("1", "2")]
    assert [any(gap.name == "ergebnis" for gap in made.gaps) for made in drafts] == [False, True]


RESULTS = {
    "Abstimmungsergebnis: Einstimmig.": "einstimmig",
    "Abstimmungsergebnis: mehrheitlich": "mehrheitlich",
    "Abstimmungsergebnis: einstimmig beschlossen": "einstimmig, beschlossen",
    "Abstimmungsergebnis: ungeändert beschlossen, Ja 7, Nein 0": "ungeändert beschlossen",
    "Abstimmungsergebnis: 7 Ja, 2 Nein": None,
    "Abstimmungsergebnis: 2 Ja, 7 Nein": "abgelehnt",
    "Beschlussstatus: Beschlossen\nJa: 3 Nein: 9": "abgelehnt (in der Unterlage steht „Beschlossen“)",
    "Der Rat stimmt dem Kauf der Fläche einstimmig zu.": "einstimmig, beschlossen",
    "Der Antrag wird vertagt.": "vertagt",
    "Der Bericht wird zur Kenntnis genommen.": "zur Kenntnis genommen",
}


@pytest.mark.parametrize("line", RESULTS)
def test_an_excerpt_tells_the_result_as_the_minutes_put_it_or_as_the_record_knows_it(line):
    text = f"Niederschrift über die Sitzung des Rates am 12.10.2031\n\nTOP 1: Zaun am Anger\n\n{line}\n"
    told = record(text, "niederschrift.txt")
    assert kimdocs.draft("beschlussauszug", records=[told]).sheet.value("ergebnis") == RESULTS[line]


def test_what_the_record_doubts_about_the_decision_is_said():
    text = "Niederschrift über die Sitzung des Rates am 12.10.2031\n\nTOP 1: Zaun\n\nBeschlossen\nJa: 3 Nein: 9\n"
    notes = kimdocs.draft("beschlussauszug", records=[record(text, "niederschrift.txt")]).sheet.notes
    assert any(note.startswith("Prüfen Sie die Unterlage: ") and "3 Ja, 9 Nein" in note for note in notes)


def test_an_item_of_the_closed_part_is_not_taken_for_the_public_one_of_its_number():
    text = """Niederschrift über die Sitzung des Rates am 12.10.2031

Öffentlicher Teil

TOP 1: Bestätigung der Tagesordnung

Die Tagesordnung wird einstimmig bestätigt.

Nichtöffentlicher Teil

TOP 1: Personalangelegenheit

Der Rat beschließt einstimmig, die Stelle zu besetzen.
"""
    told = record(text, "niederschrift.txt")
    assert [item.public for item in told.agenda_items] == [True, False]
    with pytest.raises(DataError, match=r"(?s)stehen 2 Beschlüsse .*\(nichtöffentlich\)"):
        kimdocs.draft("beschlussauszug", {"entscheidung": {"top": "1"}}, records=[told])
