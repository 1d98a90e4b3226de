"""Figures of documents on their way into a draft: chosen, computed, cited, and never silently resolved."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest

import kimdocs
from kimdocs.errors import DataError, TemplateError
from kimdocs.model.provenance import Computed, Stated
from tests.drafting.papers import data, source, sources


@pytest.fixture(scope="module")
def records():
    return sources()


@pytest.fixture(scope="module")
def made(records):
    return kimdocs.draft("beschlussvorlage", data(), records=records, strict=True)


def test_every_figure_of_a_document_names_it_with_page_and_quote(made):
    fact = made.sheet.find("finanzen.positionen[0].betrag")
    assert isinstance(fact.provenance, Stated)
    (place,) = fact.provenance.evidence
    assert place.quote in "mit je 55.000 €/Jahr"
    assert made.trace.number(fact)


def test_the_computed_share_keeps_formula_and_both_documents(made):
    fact = made.sheet.find("eigenanteil")
    assert isinstance(fact.provenance, Computed)
    origin = next(entry.origin for entry in made.trace.entries if entry.fact is fact).replace("\u00a0", " ")
    assert "0,5 Stellen × ca. 10.000 €" in origin
    assert "= bis zu 5.000 € pro Jahr" in origin
    assert "niederschrift.txt" in origin
    assert "vorlage.txt" in origin


def test_the_twin_lists_every_printed_value_with_its_origins(made):
    twin = json.loads(made.trace.to_json())
    kinds = {value["field"]: value["origins"][0]["kind"] for value in twin["values"]}
    assert kinds["betreff"] == "entered"
    assert kinds["finanzen.positionen[0].betrag"] == "stated"
    assert kinds["finanzen.positionen[2].betrag"] == "computed"


def test_a_name_that_refers_to_no_field_stays_text():
    made = kimdocs.draft("beschlussvorlage", {"sachverhalt": "siehe [[unbekannt]] und [[ x ]]"})
    assert "siehe [[unbekannt]] und [[ x ]]" in re.sub(r"\\", "", made.markdown())
    (gap,) = [gap for gap in made.gaps if gap.kind == "reference"]
    assert "„[[unbekannt]]“ im Feld „Sachverhalt“" in gap.message


def test_sources_that_differ_are_shown_and_refused_when_strict(records):
    differing = {"wert": "57.000 € je Stelle und Jahr", "quelle": {"dokument": 2, "suche": "55.000"}}
    content = data(finanzen={"positionen": [{"bezeichnung": "Pauschale", "betrag": differing}], "deckung": "-"})
    content |= {"sachverhalt": "-", "beschlussvorschlag": {"text": "-"}}
    made = kimdocs.draft("beschlussvorlage", content, records=records)
    (gap,) = made.gaps
    assert gap.kind == "conflict"
    assert "57.000" in gap.message
    assert "55.000" in gap.message
    assert "Widerspruch" in made.markdown()
    with pytest.raises(TemplateError, match="Widerspruch"):
        kimdocs.draft("beschlussvorlage", content, records=records, strict=True)


def test_two_documents_that_agree_are_both_cited(records):
    twice = {"quelle": [{"dokument": 2, "suche": "55.000"}, {"dokument": 3, "suche": "55.000"}]}
    copy = dataclasses.replace(
        records[1], source=dataclasses.replace(records[1].source, id="sha256:2", name="zweite.txt")
    )
    content = {"finanzen": {"positionen": [{"bezeichnung": "Pauschale", "betrag": twice}]}}
    made = kimdocs.draft("beschlussvorlage", content, records=[*records, copy])
    origin = next(entry.origin for entry in made.trace.entries if entry.field == "finanzen.positionen[0].betrag")
    assert "vorlage.txt" in origin
    assert "zweite.txt" in origin
    assert not [gap for gap in made.gaps if gap.kind == "conflict"]


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"dokument": 8, "betrag": 1}, "es gibt 2"), ({"betrag": 1}, "welche der 2 Unterlagen"),
        ({"dokument": 2, "betrag": 100}, "gezählt wird ab 1"),
        ({"dokument": 0, "betrag": 1}, "Unterlage 0; es gibt 2 .gezählt wird ab 1, nicht mehr ab 0"),
        ({"dokument": 2, "betrag": 0}, "gezählt wird ab 1"), ({"dokument": 2, "beschluss": 0}, "gezählt wird ab 1"),
        ({"dokument": 2, "suche": "nirgends"}, "findet „nirgends“"),
        ({"dokument": "fremd.txt", "betrag": 1}, "gefunden wurden 0"),
        ({"dokument": 2, "quatsch": 1}, "kennt „quatsch“ nicht"),
        ({"dokument": 2, "suche": "5"}, "bei keiner Zahl"),
        ({"dokument": 2, "suche": "stelle"}, "nicht eindeutig"), ({}, "ohne Angaben"),
    ],
)  # fmt: skip
def test_a_choice_that_names_nothing_or_too_much_is_refused(records, choice, sentence):
    content = {"finanzen": {"positionen": [{"betrag": {"quelle": choice}}]}}
    with pytest.raises(DataError, match=sentence):
        kimdocs.draft("beschlussvorlage", content, records=records)


def test_words_do_not_match_inside_a_longer_number(records):
    with pytest.raises(DataError, match=r"findet „0\.000“ bei keiner Zahl"):
        kimdocs.draft(
            "beschlussvorlage", {"finanzen": {"positionen": [{"betrag": source(1, "0.000")}]}}, records=records
        )


def test_what_a_document_does_not_say_stays_a_gap(records):
    content = {"betreff": {"quelle": {"dokument": 1, "angabe": "reference"}}}
    made = kimdocs.draft("beschlussvorlage", content, records=records[:1])
    assert "betreff" in {gap.name for gap in made.gaps}
    assert any("gibt „reference“ nicht an" in note for note in made.sheet.notes)


def test_without_data_the_documents_figures_are_listed_each_with_its_source(records):
    made = kimdocs.draft("beschlussvorlage", records=records)
    listed = [fact for fact in made.trace.notes if fact.path.startswith("zahlen")]
    amounts = {(figure.amount, figure.qualifier) for record in records for figure in record.figures}
    assert {(fact.value.value, fact.value.qualifier) for fact in listed} == amounts
    assert made.title == records[1].document.title


def test_the_points_of_a_resolution_come_without_their_numbers(records):
    content = {"beschlussvorschlag": {"punkte": {"quelle": {"dokument": 1, "beschluss": 1}}}}
    made = kimdocs.draft("beschlussvorlage", content, records=records)
    assert made.sheet.value("beschlussvorschlag.punkte[0]").startswith("Der Ausbau")


@pytest.mark.parametrize("public", [None, False])
def test_a_source_that_is_not_shown_to_be_public_taints_a_public_paper(records, public):
    document = dataclasses.replace(records[1].document, public=public)
    tainted = [records[0], dataclasses.replace(records[1], document=document)]
    content = data(quellen=[{"dokument": 1, "oeffentlich": True}])
    if public is False:
        with pytest.raises(TemplateError, match="nichtöffentlich"):
            kimdocs.draft("beschlussvorlage", content, records=tainted)
    else:
        made = kimdocs.draft("beschlussvorlage", content, records=tainted)
        assert "Nicht veröffentlichen" in made.markdown()
        for mode in ({"final": True}, {"strict": True}):
            with pytest.raises(TemplateError, match="nicht als öffentlich ausgewiesen"):
                kimdocs.draft("beschlussvorlage", content, records=tainted, **mode)
    closed = kimdocs.draft(
        "beschlussvorlage", content | {"vorlage": {"nummer": "1", "oeffentlich": False}}, records=tainted, strict=True
    )
    assert "nichtöffentlich" in closed.markdown()


def test_gaps_are_all_named_at_once_with_template_and_line(records):
    with pytest.raises(TemplateError) as error:
        kimdocs.draft("beschlussvorlage", {"betreff": "Kita"}, strict=True)
    assert error.value.exit_code == 5
    for label in (
        "Körperschaft",
        "Fachbereich",
        "Vorlagennummer",
        "Beratungsfolge",
        "Sachverhalt",
        "Deckung",
        "Unterschrift: Name",
    ):
        assert f"„{label}“" in error.value.message
    assert "beschlussvorlage/template.md.j2, Zeile" in error.value.message
    assert "Betreff" not in error.value.message


def test_a_draft_with_gaps_still_appears_and_shows_them(records):
    made = kimdocs.draft("kooperationsvereinbarung", {})
    shown = made.markdown()
    assert all(f"fehlt: {gap.label}" in shown for gap in made.gaps if "parteien" not in gap.name)


@pytest.mark.parametrize(
    "listed", [{"dokument": 1, "oeffentlich": "ja"}, "ja", [{"dokument": 0, "oeffentlich": "ja"}], ["x"]]
)
def test_an_unclear_list_of_confirmed_sources_is_refused(records, listed):
    with pytest.raises(DataError, match="„quellen“ ist unklar"):
        kimdocs.draft("beschlussvorlage", data(quellen=listed), records=records)
