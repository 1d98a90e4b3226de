"""Votes beside words that turn them: refusals of consent, single members, answers of one word, motions in labels."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        ("Der Gemeinderat versagt mit 8 : 5 Stimmen das Einvernehmen.", ("adopted", 8, 5)),
        ("Das Einvernehmen wird deshalb mit 4 : 15 Stimmen nicht erteilt.", ("rejected", 4, 15)),
        ("Keine. Die Tagesordnung wird mit 9 Ja-Stimmen bestätigt.", ("adopted", 9, None)),
        ("Abstimmung über den Antrag auf Verweisung: angenommen, 25 dafür, 18 dagegen", ("referred", 25, 18)),
        ("Abstimmung Antrag Au:  dafür 27 / dagegen 10 / enthalten 3  – Antrag angenommen –", ("adopted", 27, 10)),
        ("B: Ein Ortstermin soll stattfinden; Entscheidung vertagt.            A: 13:2", ("postponed", 13, 2)),
        ("B: Die Sanierung wird durchgeführt.                                 A: 14:1", ("adopted", 14, 1)),
    ],
)
def test_words_beside_votes(text, vote):
    found = [(one["outcome"], one["yes"], one["no"]) for one in votes(f"TOP 3: Brücke\n\n{text}\n")]
    assert found == [vote]


def test_two_motions_on_lines_below_each_other():
    text = (
        "Abstimmung Antrag Au:  dafür 27 / dagegen 10 / enthalten 3  – Antrag angenommen –\n"
        "Abstimmung BV 12/31 mit der Änderung:  dafür 30 / dagegen 8 / enthalten 2  – beschlossen –\n"
    )
    assert [vote["yes"] for vote in votes(f"TOP 4: Satzung\n\n{text}")] == [27, 30]


def test_a_single_member_against_rejects_nothing():
    text = "TOP 7: Ufer\n\nDie Arbeiten wurden an die Firma Au vergeben. Ein Gemeinderat stimmte dagegen.\n"
    assert all(vote["outcome"] != "rejected" for vote in votes(text))
