"""Lines that but name who was against a text, or say how it went and that nobody spoke."""

from __future__ import annotations

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEAD = "Landkreis Neutal\n\nNiederschrift über die Sitzung des Kreistags am 12.04.2031\n\n"
ITEM = "TOP 2   Klimaschutzkonzept\nFrau Brand stellt das Konzept vor.\n\n"
TEXTS = [
    "Beschluss:\nDas Klimaschutzkonzept wird beschlossen.\n\n",
    "Beschluss:\n1. Das Konzept wird beschlossen.\n2. Es werden zwei Stellen geschaffen.\n\n",
    "Das Klimaschutzkonzept wird beschlossen.\n\n",
]
SIDES = [
    ("Mehrheitlich, gegen die Stimmen der AfD, bei Enthaltung der FDP.", {"AfD": "no", "FDP": "abstain"}),
    ("Mehrheitlich gegen die Stimmen der CDU und der FDP.", {"CDU": "no", "FDP": "no"}),
    ("Bei Enthaltung der FDP mehrheitlich.", {"FDP": "abstain"}),
    ("Mit Mehrheit, gegen die Stimmen von SPD und Grünen.", {"SPD": "no", "Grüne": "no"}),
]


def decisions(text):
    return extract(SourceDocument("sha256:0", "probe.txt", "text/plain", HEAD + text)).decisions


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("line", "groups"), SIDES)
def test_a_line_of_sides_is_the_vote_on_the_text_above(text, line, groups):
    (one,) = decisions(f"{ITEM}{text}{line}\n")
    assert (str(one.outcome), one.unanimous, one.yes, one.no) == ("adopted", False, None, None)
    assert {name: next(iter(told)) for name, told in one.groups.items()} == groups


def test_it_is_not_the_vote_of_the_motion_before():
    lost = "Antrag der Gruppe: Das Ziel wird vorgezogen.\nAbgelehnt bei 5 Ja-Stimmen und 9 Enthaltungen.\n\n"
    first, second = decisions(f"{ITEM}{lost}{TEXTS[1]}Mehrheitlich, gegen die Stimmen der AfD.\n")
    assert (str(first.outcome), first.yes, first.abstain, first.groups) == ("rejected", 5, 9, None)
    assert (str(second.outcome), second.yes, second.unanimous) == ("adopted", None, False)


@pytest.mark.parametrize("said", ["Ohne Aussprache", "Nach kurzer Aussprache", "Ohne Wortmeldung", "Nach Diskussion"])
def test_how_it_went_without_a_word(said):
    (one,) = decisions(f"{ITEM}Der Kreistag stimmt der Annahme der Spenden zu.\n{said} einstimmig.\n")
    assert (str(one.outcome), one.unanimous) == ("adopted", True)


def test_who_else_is_against_something_is_no_vote():
    assert decisions(f"{ITEM}Gegen die Pläne der Verwaltung spricht die Haltung der CDU.\n") == ()
    assert decisions(f"{ITEM}Mehrheitlich sind die Kosten bei der Feuerwehr gestiegen.\n") == ()


def test_who_was_left_closes_a_motion_and_not_the_text_behind_it():
    lost = "Herr Hansen beantragt die Streichung von § 17.\n- bei 4 Ja-Stimmen gegen die übrigen Stimmen abgelehnt -\n"
    own = "Der Kreistag beschließt die Geschäftsordnung.\n- einstimmig bei 4 Enthaltungen -\n"
    first, second = decisions(f"{ITEM}{lost}{own}")
    assert (str(first.outcome), first.yes, first.abstain) == ("rejected", 4, None)
    assert (str(second.outcome), second.yes, second.abstain, second.unanimous) == ("adopted", None, 4, True)


@pytest.mark.parametrize(
    "votes", ["bei Stimmengleichheit (4 : 4, 1 Enthaltung)\n", "mit 4 : 4 Stimmen ", "bei 4 zu 4 Stimmen\n"]
)
def test_no_majority_is_a_lost_motion_whatever_it_asked_for(votes):
    (one,) = decisions(f"{ITEM}Der Antrag, die Arbeiten zu vergeben, findet {votes}keine Mehrheit.\n")
    assert (str(one.outcome), one.yes, one.no) == ("rejected", 4, 4)
