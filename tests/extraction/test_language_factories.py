"""kimdocs' components in a spaCy pipeline of a researcher's own."""

from __future__ import annotations

import pytest
import spacy

TEXT = (
    "Beschluss: ungeändert beschlossen\n\nAbstimmung: Ja: 22, Nein: 0, Enthaltungen: 1\n\n"
    "Für die Beratungsstelle werden bis zu 5.000 € bereitgestellt. Dafür wird ca. eine halbe Stelle gebraucht.\n"
)


@pytest.fixture(scope="module")
def doc() -> spacy.tokens.Doc:
    nlp = spacy.blank("de")
    for name in ("kimdocs_sentences", "kimdocs_figures", "kimdocs_staffing", "kimdocs_decisions"):
        nlp.add_pipe(name)
    return nlp(TEXT)


def test_figures_are_spans_with_qualifier_and_value(doc: spacy.tokens.Doc) -> None:
    (span,) = doc.spans["kimdocs_figures"]
    assert (span.label_, span.kb_id_, span.id_) == ("up_to", "5000 EUR", "0")
    assert "5.000 €" in span.text


def test_posts_are_spans_with_their_number(doc: spacy.tokens.Doc) -> None:
    (span,) = doc.spans["kimdocs_staffing"]
    assert span.kb_id_ == "0.5"


def test_decisions_are_spans_with_outcome_and_counts(doc: spacy.tokens.Doc) -> None:
    spans = doc.spans["kimdocs_decisions"]
    assert {(span.label_, span.kb_id_, span.id_) for span in spans} == {("adopted", "22:0:1", "0")}


def test_sentences_end_at_blank_lines_and_not_at_abbreviations(doc: spacy.tokens.Doc) -> None:
    found = [" ".join(sentence.text.split()) for sentence in doc.sents]
    assert found[-1] == "Dafür wird ca. eine halbe Stelle gebraucht."
    assert found[-2] == "Für die Beratungsstelle werden bis zu 5.000 € bereitgestellt."


def test_a_component_under_another_name_writes_spans_of_that_name() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("kimdocs_figures", name="betraege")
    assert len(nlp("Es kostet 500 €.").spans["betraege"]) == 1


def test_a_pipeline_with_the_components_can_be_stored_and_its_docs_too(tmp_path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("kimdocs_figures")
    nlp.to_disk(tmp_path / "pipeline")
    doc = spacy.load(tmp_path / "pipeline")("Es kostet 500 €.")
    again = spacy.tokens.Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [span.kb_id_ for span in again.spans["kimdocs_figures"]] == ["500 EUR"]


def test_an_empty_text_has_no_spans() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("kimdocs_decisions")
    nlp.add_pipe("kimdocs_sentences")
    assert len(nlp("").spans["kimdocs_decisions"]) == 0
