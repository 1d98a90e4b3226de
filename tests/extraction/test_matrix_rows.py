"""Tables of votes with a column for each group: on lines of their own or cell by cell, also with empty cells lost."""

from __future__ import annotations

import pytest

import kimdocs
from kimdocs.model.decision import Decision, Outcome


def decisions(paper: str) -> tuple[Decision, ...]:
    return kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).decisions


def counts(decision: Decision) -> tuple[int | None, int | None, int | None]:
    return decision.yes, decision.no, decision.abstain


HEAD = "Beschluss: abgelehnt\n\nEs wird namentlich nichts festgehalten.\n\n"
LOST = "Partei\n\nFW\n\nCDU\n\nSPD\n\nGesamt\n\n"
LOST += "Ja-Stimmen\n\n \n\n5\n\n1\n\n6\n\nNein-Stimmen\n\n9\n\n2\n\n11\n\nEnthaltung\n\n"


def test_totals_stand_last_where_empty_cells_are_lost() -> None:
    (found,) = decisions(HEAD + LOST + "1\n\n1\n\n2\n")
    assert found.outcome is Outcome.REJECTED
    assert counts(found) == (6, 11, 2)
    assert not found.groups


def test_a_row_that_does_not_add_up_is_left_open() -> None:
    (found,) = decisions(HEAD + LOST + "3\n\n2\n")
    assert counts(found) == (6, 11, None)


def test_a_single_number_may_be_a_groups_or_the_total() -> None:
    (found,) = decisions(HEAD + LOST + "2\n")
    assert counts(found) == (6, 11, None)


@pytest.mark.parametrize("part", ["\n", "\t", " | "])
def test_whole_rows_give_every_groups_votes(part: str) -> None:
    rows = (("", "CDU", "SPD", "Summe"), ("Ja-Stimmen", "7", "0", "7"), ("Nein-Stimmen", "1", "6", "7"))
    table = "\n".join(part.join(cell for cell in row if cell or part != "\n") for row in rows)
    (found,) = decisions(f"Abstimmungsergebnis:\n{table}\n\nDer Antrag ist damit abgelehnt.\n")
    assert counts(found)[:2] == (7, 7)
    assert found.outcome is Outcome.REJECTED
    assert found.groups == {"CDU": {"yes": 7, "no": 1}, "SPD": {"yes": 0, "no": 6}}


def test_a_total_of_money_is_no_table_of_votes() -> None:
    assert not decisions("Kosten\n\nBauhof\n\nSchule\n\nSumme\n\n12\n\n14\n\n26\n\nStimmen der Eltern\n")


ALIGNED = """TOP 4   Hundesteuer

Abstimmungsergebnis:
              CDU    SPD    FWG    Summe
Ja             8      -      2       10
Nein           -      6      1        7
Enthaltung     1      -      -        1

5    Anfragen
"""


def test_columns_that_wide_gaps_part_are_read_to_the_end_of_the_line() -> None:
    (found,) = decisions(ALIGNED)
    assert counts(found) == (10, 7, 1)
    assert found.groups is not None
    assert found.groups["FWG"] == {"yes": 2, "no": 1, "abstain": 0}


def test_a_further_vote_has_the_columns_of_the_first() -> None:
    cells = (
        "Abstimmung über die Vertagung:",
        "",
        "Fraktion",
        "CDU",
        "SPD",
        "Summe",
        "Ja",
        "7",
        "1",
        "8",
        "Nein",
        "2",
        "9",
        "11",
    )
    more = ("Abstimmung über den Antrag:", "", "Ja", "-", "9", "9", "Nein", "8", "-", "8")
    paper = "\n\n".join((*cells, "Der Antrag auf Vertagung ist abgelehnt.", *more, "Der Antrag ist angenommen."))
    first, second = decisions(paper)
    assert counts(first) == (8, 11, None)
    assert counts(second) == (9, 8, None)
    assert second.groups == {"CDU": {"yes": 0, "no": 8}, "SPD": {"yes": 9, "no": 0}}
