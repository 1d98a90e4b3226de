"""Votes in forms and beside texts: joint sittings, ticked spreads, stacks at the right, sums, signs for zero."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

HEAD = "Gemeinde Ulmenried\nNiederschrift über die Sitzung des Gemeinderates am 07.05.2032\n\n"
ACT = "TOP 4 Mühlsteg\nDer Gemeinderat beschließt den Bau.\n"


def told(text: str) -> list[tuple[object, object, object, object]]:
    return [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in votes(HEAD + text)]


@pytest.mark.parametrize("gap", ["\t", "     ", " | "])
def test_each_body_of_a_joint_sitting_votes(gap: str) -> None:
    rows = [("", "Ulmenried", "Erlenbach"), ("anwesend", "14", "9"), ("Ja", "12", "6"), ("Nein", "2", "0")]
    table = "\n".join(gap.join(row) for row in [*rows, ("Enthaltung", "0", "3")])
    assert told(f"{ACT}{table}\n") == [("adopted", 12, 2, 0), ("adopted", 6, 0, 3)]


def test_columns_of_groups_are_not_bodies() -> None:
    table = "\tCDU\tSPD\tgesamt\nJa\t7\t5\t12\nNein\t0\t2\t2\n"
    assert told(ACT + table) == [("adopted", 12, 2, None)]


@pytest.mark.parametrize(("mark", "unanimous"), [(" " * 4 + "X" + " " * 29, True), (" " * 22 + "X" + " " * 11, False)])
def test_a_spread_ticked_beside_the_counts(mark: str, unanimous: bool) -> None:
    form = f"einstimmig      mit Mehrheit      Ja     Nein    Enth.\n{mark}11     0       2\n"
    found = votes(f"{HEAD}{ACT}Abstimmungsergebnis:\n{form}")
    assert [(v["yes"], v["no"], v["abstain"], v["unanimous"]) for v in found] == [(11, 0, 2, unanimous)]


def test_counts_one_below_the_other_at_the_right() -> None:
    text = (
        "Nr. 7  Neubau der Scheune              Ja 12\n"
        "       Das Einvernehmen wird erteilt.  Nein 3\n"
        "Nr. 8  Antrag auf Vertagung            Ja 4\n"
        "       der Beratung                    Nein 11\n"
        "       (abgelehnt)\n"
    )
    assert told(text) == [("adopted", 12, 3, None), ("rejected", 4, 11, None)]


def test_counts_of_groups_are_no_stack() -> None:
    text = f"{ACT}CDU        Ja    5\nSPD        Nein  3\nErgebnis: mehrheitlich angenommen\n"
    assert told(text) == [("adopted", 5, 3, None)]


def test_sums_count_what_they_come_to() -> None:
    text = f"{ACT}Ja 08 (CDU) + 05 (SPD) = 13\nNein 02 (FDP) = 02\nEnth. 01 (FWG) = 01\n"
    assert told(text) == [("adopted", 13, 2, 1)]


@pytest.mark.parametrize(
    "form",
    [
        "dafür: 13\ndagegen: ∅\nEnthaltung: ∅\n",
        "| Ja | Nein | Enthaltungen |\n| 13 | ./. | ./. |\n",
        "Fürstimmen: 13\nGegenstimmen: 0\nStimmenthaltungen: 0\n",
        "13 Ja-Stimmen\nkeine Nein-Stimme\nkeine Enthaltung\n",
        "║ Ja    ║ 13 ║\n║ Nein  ║  0 ║\n║ Enth. ║  0 ║\n",
        "Präsenz 14 | Ja 13 | Nein 0 | Enth. 0 | Nicht abgest. 1\n",
        "Soll\tIst\tJa\tNein\tEnth.\t§ 22\n15\t13\t13\t0\t0\t0\n",
        "[ ] einstimmig [x] angenommen [_] abgelehnt\nDie Frist läuft bis Mai.\nJa 13 / Nein 0 / Enth. 0\n",
    ],
)
def test_nobody_against(form: str) -> None:
    assert told(ACT + form) == [("adopted", 13, 0, 0)]


def test_the_votes_that_make_a_motion_lost_by_all() -> None:
    text = "TOP 5 Antrag auf Verkauf der Mühle\nDer Antrag wird einstimmig abgelehnt.\n0 Ja, 14 Nein, 0 Enthaltungen\n"
    assert told(text) == [("rejected", 0, 14, 0)]


def test_three_numbers_with_blanks_around_their_colons() -> None:
    text = "TOP 6 Hafen\nDer Punkt wird mit 12 : 3 : 1 Stimmen auf die nächste Sitzung vertagt.\n"
    assert told(text) == [("postponed", 12, 3, 1)]


def test_the_number_of_a_resolution_is_no_ratio() -> None:
    text = "Beschluss 31/18 – Kauf eines Anhängers – angenommen\nAbstimmung: 31/18 = 14 Ja, 1 Nein\n"
    assert all((yes, no) in ((14, 1), (None, None)) for _, yes, no, _ in told(text))


@pytest.mark.parametrize(
    "other",
    [
        "Bürgerentscheid: Ja 120, Nein 30",
        "Ergebnis der Elternbefragung: Ja 20, Nein 4",
        "Umfrage unter den Vereinen:\nJa: 32\nNein: 21",
        "Anwesend: Ja 8, Nein 2 (entschuldigt: zwei)",
    ],
)
def test_counts_of_others_are_no_votes(other: str) -> None:
    assert not told(f"TOP 3 Bericht\n{other}\n")


def test_a_vote_on_a_poll_is_a_vote() -> None:
    assert told("TOP 3 Elternbefragung\nAbstimmung: Ja 12, Nein 3, Enthaltungen 0\n") == [("adopted", 12, 3, 0)]


def test_a_mark_that_points_to_the_result() -> None:
    text = "5.1 Überweg an der langen Hauptstraße (Antrag der SPD, Drs. 15-0211)\n>> mehrheitlich angenommen\n"
    assert told(text) == [("adopted", None, None, None)]


def test_a_header_on_every_page_is_one_table() -> None:
    header = "Gegenstand        Abst.\n"
    rows = [f"Kauf von Gerät {n}    1{n} : 0\n" for n in range(1, 5)]
    assert len(told(header + "".join(rows[:2]) + header + "".join(rows[2:]))) == 4


def test_counts_below_their_label_are_the_labels() -> None:
    text = f"{ACT}ABSTIMMUNGSERGEBNIS:   9 Ja-Stimmen\n                       2 Nein-Stimmen\n"
    found = votes(HEAD + text)
    assert [(v["yes"], v["no"]) for v in found] == [(9, 2)]
    assert told("TOP 2 Weg\nDer Weg links     Ja 9\nder Kirche        Nein 2\n") == [("adopted", 9, 2, None)]


def test_abstentions_cut_short_or_by_the_end_of_a_line() -> None:
    assert told(f"{ACT}| Ja | 9 |\n| Nein | 2 |\n| Enthalt. | 1 |\n") == [("adopted", 9, 2, 1)]
    text = "Sodann fasst der Rat\n\nbei drei Gegenstimmen und einer Enthal-\ntung folgenden Beschluss:\nEs gilt.\n"
    assert (3, 1) in [(no, abstain) for _, _, no, abstain in told(f"{ACT}{text}")]
