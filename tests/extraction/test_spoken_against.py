"""A majority against a motion rejects it; against another matter it adopts its view. Consent told twice is one act."""

import pytest

import kimdocs


def told(sentence):
    text = f"Niederschrift vom 03.04.2031\n\nTOP 3: Halle\n{sentence}\n\nTOP 4: Anfragen\n"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="protokoll.txt"))
    return [(one.outcome, one.yes, one.no) for one in record.decisions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Rat spricht sich mit 9 zu 4 Stimmen gegen den Antrag der SPD aus.",
        "Mit 9 gegen 4 Stimmen spricht sich der Rat gegen den Antrag aus.",
        "Mit 9 gegen 4 Stimmen votiert der Rat gegen den Vorschlag der Verwaltung.",
        "Mit 9 zu 4 Stimmen entscheidet sich der Rat gegen den vorgelegten Entwurf.",
        "Der Rat stimmt mit 9 zu 4 Stimmen gegen den Antrag.",
    ],
)
def test_a_motion_is_rejected(sentence):
    assert told(sentence) == [("rejected", 4, 9)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Rat spricht sich mit 9 zu 4 Stimmen gegen die Schließung der Schule aus.",
        "Der Rat spricht sich mit 9 zu 4 Stimmen für den Bau der Halle aus.",
        "9 Mitglieder stimmen für den Antrag, 4 gegen den Antrag.",
        "Der Antrag wird angenommen. 9 stimmen dafür, 4 stimmen gegen den Antrag.",
    ],
)
def test_what_is_no_motion_or_has_the_majority_is_adopted(sentence):
    assert told(sentence)[-1] == ("adopted", 9, 4)


@pytest.mark.parametrize(
    ("sentences", "acts"),
    [
        ("Gegen die Tagesordnung werden keine Einwände erhoben. Sie gilt als genehmigt.", 1),
        ("Gegen die Niederschrift werden keine Einwände erhoben. Sie gilt damit als angenommen.", 1),
        ("Gegen die Tagesordnung werden keine Einwände erhoben. Die Niederschrift der 3. Sitzung wird genehmigt.", 2),
    ],
)
def test_consent(sentences, acts):
    assert told(sentences) == [("adopted", None, None)] * acts
