"""Minutes that write the counts above the sentence that they are on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.reading import record_of

TEXTS = {
    "Frau Lohse wird zur Schiedsfrau gewählt.": "elected",
    "Der Antrag wird bis zum Herbst zurückgestellt.": "postponed",
    "Dem Antrag zur Geschäftsordnung wird stattgegeben.": "adopted",
    "Der Rat genehmigt den Kauf der Halle.": "adopted",
    "Die Vorlage wird in den Bauausschuss verwiesen.": "referred",
    "Der Weg wird als Wohnstraße eingestuft.": "adopted",
}
FORMS = ["{yes} Ja / {no} Nein / 0 Enth.", "Ja: {yes}, Nein: {no}", "{yes} Ja-Stimmen, {no} Nein-Stimmen"]


@pytest.mark.parametrize("form", FORMS)
@given(
    st.lists(st.tuples(st.sampled_from(list(TEXTS)), st.integers(11, 20), st.integers(0, 9)), min_size=3, max_size=6)
)
def test_each_count_goes_with_the_sentence_below(form, votes):
    items = [
        f"TOP {number}   Punkt {number}\n\n{form.format(yes=yes, no=no)}\n   {text}\n"
        for number, (text, yes, no) in enumerate(votes, 1)
    ]
    record = record_of("Niederschrift über die Sitzung des Rates am 3. März 2031\n\n" + "\n".join(items))
    told = [(act.agenda_item, act.outcome.value, act.yes, act.no) for act in record.decisions]
    wanted = [(str(number), TEXTS[text], yes, no) for number, (text, yes, no) in enumerate(votes, 1)]
    assert told == wanted


def test_several_votes_of_one_item_each_keep_their_sentence():
    text = (
        "TOP 1   Haushalt\n\n14 Ja / 8 Nein\n   Dem Antrag zur Geschäftsordnung wird stattgegeben.\n\n"
        "22 Ja / 0 Nein\n   Der Rat genehmigt die Ausgabe.\n\nTOP 2   Halle\n\n9 Ja / 2 Nein\n   Sie wird gebaut.\n"
    )
    assert [(act.yes, act.no) for act in record_of(text).decisions] == [(14, 8), (22, 0), (9, 2)]


HEADS = ["Nummer: {number:04}\nAnwesend: 20\nJa: {yes}\nNein: {no}", "Lfd. Nr. {number}\nDafür: {yes}\nDagegen: {no}"]


@pytest.mark.parametrize("form", HEADS)
@given(
    st.lists(st.tuples(st.sampled_from(list(TEXTS)), st.integers(11, 20), st.integers(0, 9)), min_size=3, max_size=6)
)
def test_counts_in_the_head_of_a_matter_go_with_the_sentence_below(form, votes):
    matters = [
        f"{form.format(number=number, yes=yes, no=no)}\n\nAntrag Nr. {number}, Halle am Anger\n\n{text}\n"
        for number, (text, yes, no) in enumerate(votes, 47)
    ]
    record = record_of("Auszug aus dem Sitzungsbuch\nRat, Sitzung vom 03.03.2031\n\n" + "\n".join(matters))
    told = [(act.outcome.value, act.yes, act.no) for act in record.decisions]
    assert told == [(TEXTS[text], yes, no) for text, yes, no in votes]


def test_numbers_below_texts_are_not_heads():
    matters = [
        f"Antrag {number}\n\nDer Rat genehmigt den Kauf {number}.\n\nNummer: {number}\nJa: {yes}\nNein: 2\n"
        for number, yes in ((1, 9), (2, 8), (3, 7))
    ]
    record = record_of("Auszug aus dem Sitzungsbuch\nRat, Sitzung vom 03.03.2031\n\n" + "\n".join(matters))
    assert [(act.outcome.value, act.yes) for act in record.decisions] == [
        ("adopted", 9),
        ("adopted", 8),
        ("adopted", 7),
    ]
