"""Motions on procedure: their answer may stand far below them, and they may be about another item than their own."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

DEBATE = (
    "Herr Bode spricht dagegen, weil die Sache eilt. Die Verwaltung berichtete im Januar. Die Zahlen sind belastbar. "
    * 3
)


@pytest.mark.parametrize(
    ("motion", "outcome"),
    [
        ("Frau Ahl beantragt zur Geschäftsordnung, die Vorlage in den Schulausschuss zu verweisen.", "referred"),
        ("Herr Bode beantragt die Vertagung bis zum Mai.", "postponed"),
        ("Herr Bode beantragt Schluss der Debatte.", "adopted"),
    ],
)
@pytest.mark.parametrize("answer", ["Dem Geschäftsordnungsantrag wird mit 14 zu 9 Stimmen entsprochen.\n"])
def test_the_answer_to_a_motion_on_procedure_far_below_it(motion, outcome, answer):
    (vote,) = votes(f"TOP 1: Musikschule\n\n{motion} {DEBATE}\n{answer}")
    assert (vote["outcome"], vote["yes"], vote["no"]) == (outcome, 14, 9)


def test_a_motion_to_refer_names_the_committee_behind_its_matter():
    text = (
        "TOP 1: Musikschule\n\nFrau Ahl beantragt, die Vorlage zur erneuten Beratung in den Ausschuss für Schule "
        "und Sport zu "
        "überweisen. Diesem Antrag wird mit 14 gegen 9 Stimmen entsprochen.\n"
    )
    assert votes(text)[0]["outcome"] == "referred"


def test_a_motion_on_another_item_changes_the_agenda():
    text = (
        "TOP 1: Tagesordnung\n\nHerr Bode bittet, den Punkt 6 von der Tagesordnung abzusetzen, weil die Pläne "
        "fehlen. Diesem "
        "Antrag wird mit 13 gegen 11 Stimmen entsprochen.\n"
    )
    assert [(vote["outcome"], vote["yes"]) for vote in votes(text)] == [("adopted", 13)]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Der Punkt wird einstimmig von der Tagesordnung abgesetzt.", "withdrawn"),
        ("Der Punkt wird von der Tagesordnung abgesetzt und auf die nächste Sitzung verschoben.", "postponed"),
        ("Der Punkt wird bis zur nächsten Sitzung zurückgestellt.", "postponed"),
    ],
)
def test_an_item_off_the_agenda_is_withdrawn_unless_it_comes_up_again(sentence, outcome):
    assert [vote["outcome"] for vote in votes(f"TOP 3: Brunnen\n\n{sentence}\n")] == [outcome]
