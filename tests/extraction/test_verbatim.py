"""Verbatim minutes: the chair asks for the votes and says what came of them, others speak in between."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record

HEAD = "Stadt Wiesenfeld\nWortprotokoll der 12. Sitzung des Stadtrates am 12.03.2031\n\nTOP 1: Ein Löschfahrzeug\n\n"


def told(spoken):
    """Outcome and counts of each decision in a speech of the chair."""
    found = record(f"{HEAD}Vorsitzende Ahrens: {spoken}\n\nTOP 2: Verschiedenes\n\nKeine Meldungen.\n").decisions
    return [(d.outcome.value, d.yes, d.no, d.abstain) for d in found]


@pytest.mark.parametrize(
    ("spoken", "vote"),
    [
        (
            "Wer stimmt der Vorlage zu? – Das sind 21. Wer stimmt dagegen? – Sieben. Wer enthält sich der "
            "Stimme? – Niemand. "
            "Damit ist die Vorlage mit 21 Ja-Stimmen angenommen.",
            ("adopted", 21, 7, 0),
        ),
        (
            "Wer für den Antrag ist, hebe die Hand. – Neun. Die Gegenprobe! – 12. Enthaltungen? – Keine. Damit "
            "ist der Antrag\nabgelehnt.",
            ("rejected", 9, 12, 0),
        ),
        ("Dafür? – 18. Dagegen? – 9. Enthaltungen? – 2. So beschlossen.", ("adopted", 18, 9, 2)),
        ("Wer ist dafür? (12) Wer ist dagegen? (5) Enthaltungen? (keine) Beschlossen.", ("adopted", 12, 5, 0)),
        (
            "Wer stimmt zu? – Acht. Wer lehnt ab? – 13. Wer enthält sich? – Zwei. Der Antrag ist abgelehnt.",
            ("rejected", 8, 13, 2),
        ),
        (
            "Wer dem zustimmt, hebe die Hand. – Danke. Gegenstimmen? – Keine. Enthaltungen? – Eine. Dann ist das "
            "so beschlossen.",
            ("adopted", None, 0, 1),
        ),
        (
            "Gibt es Gegenstimmen oder Enthaltungen? – Das ist nicht der Fall. Damit ist es beschlossen.",
            ("adopted", None, 0, 0),
        ),
        ("Gegenstimmen? – Enthaltungen? – Das ist nicht der Fall. Dann ist so beschlossen.", ("adopted", None, 0, 0)),
        (
            "Wer ist für die Überweisung? – Die große Mehrheit. Gegenstimmen? – Drei. Enthaltungen? – Sehe ich nicht. "
            "Dann ist so überwiesen.",
            ("referred", None, 3, 0),
        ),
    ],
)
def test_answers_to_the_chair_are_the_counts_of_one_vote(spoken, vote):
    assert told(spoken) == [vote]


def test_each_round_of_questions_is_a_vote():
    spoken = (
        "Zuerst der Änderungsantrag. Wer stimmt zu? – Zehn. Wer ist dagegen? – 33. Enthaltungen? – Zwei. Der "
        "Antrag ist abgelehnt. "
        "Nun die Vorlage. Wer stimmt zu? – 36. Wer ist dagegen? – Acht. Enthaltungen? – Eine. Die Vorlage ist "
        "angenommen."
    )
    assert told(spoken) == [("rejected", 10, 33, 2), ("adopted", 36, 8, 1)]


def test_an_answer_in_words_leaves_its_count_open():
    spoken = "Wer ist dafür? – Alle Fraktionen. Wer ist dagegen? – Herr Bode. Enthaltungen? – Zwei. Damit beschlossen."
    assert told(spoken) == [("adopted", None, None, 2)]


@pytest.mark.parametrize(
    ("spoken", "outcome"),
    [
        ("Damit haben wir den Bericht zur Kenntnis genommen.", "noted"),
        ("Der Bericht liegt vor. Dann nehmen wir ihn so zur Kenntnis.", "noted"),
        (
            "Den Punkt setzen wir heute ab, weil Unterlagen fehlen. Einverstanden? – Ich sehe keinen Widerspruch.",
            "postponed",
        ),
        ("Ich ziehe die Vorlage deshalb zurück.", "withdrawn"),
        ("Danke.\n\nRatsherr Bode (FDP): Nach dieser Auskunft ziehen wir unseren Antrag zurück.", "withdrawn"),
    ],
)
def test_what_is_done_by_being_spoken(spoken, outcome):
    assert told(spoken) == [(outcome, None, None, None)]


@pytest.mark.parametrize(
    "spoken",
    [
        "Wer ist dagegen? So fragt mancher. Es gibt 3 Vereine, die das wollen.",
        "Wenn der Bau teurer wird, ziehen wir den Antrag zurück.",
        "Im vergangenen Jahr haben Sie den Bericht zur Kenntnis genommen.",
        "Gibt es Fragen? – Keine. Gibt es Einwände dagegen? – Herr Bode, bitte.",
    ],
)
def test_questions_and_memories_of_speeches_decide_nothing(spoken):
    assert told(spoken) == []


def test_others_than_the_chair_do_nothing_by_saying_so():
    spoken = "Danke.\n\nRatsherr Bode (FDP): Damit haben Sie den Bürgern die Halle abgelehnt."
    assert told(spoken) == []


def test_minutes_without_speeches_have_no_spoken_acts():
    assert not record(
        "Gemeinde Au\nNiederschrift vom 12.03.2031\n\n1. Bericht\nDann nehmen wir ihn zur Kenntnis.\n"
    ).decisions
