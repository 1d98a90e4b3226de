"""Numbers beside "stimmen": what is voted for counts no votes, and a verb in two parts swallows no count."""

import pytest

import kimdocs


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Für 17 Mitglieder stimmen 5, dagegen 26, ein Ratsmitglied enthält sich.", (5, 26, 1)),
        ("Für den Antrag stimmen 5, dagegen 26.", (5, 26, None)),
        ("Für: 17, gegen: 5", (17, 5, None)),
        ("Mit 26 gegen 19 Stimmen bei 2 Enthaltungen stimmt der Rat der Einführung zu.", (26, 19, 2)),
    ],
)
def test_what_is_voted_for_is_no_count(sentence, counts):
    text = (
        f"Niederschrift über die 3. Sitzung des Rates\n\nTOP 1: Größe des Ausschusses\n{sentence}\n\nTOP 2: Anfragen\n"
    )
    record = kimdocs.extract(kimdocs.read(text.encode(), name="niederschrift.txt"))
    assert [(one.yes, one.no, one.abstain) for one in record.decisions] == [counts]
