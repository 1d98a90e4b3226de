"""Results before what they are on, lists of results by item, and tables of bodies with their counts."""

from __future__ import annotations

import pytest

from tests.extraction.reading import SUBMISSION, record, record_of, votes

HEAD = "Stadt Wiesenfeld · Stadtrat · Niederschrift der 4. Sitzung am 12.03.2031\n\n"


def told(text):
    """Outcome and counts of each decision in minutes."""
    return [(str(d.outcome), d.yes, d.no, d.abstain) for d in record(HEAD + text).decisions]


def test_results_in_square_brackets_before_their_items():
    text = (
        "[angenommen 26 / 0 / 2] TOP 5 – DS 7/31 Musikschule\nDas Entgelt beträgt 62 Euro.\n\n"
        "[abgelehnt 9 / 17 / 2] TOP 6 – DS 8/31 Milieuschutz\n\n[zurückgezogen] TOP 7 – DS 9/31 Glasverbot\n\n"
        "[verwiesen an Hauptausschuss 25 / 2 / 1] TOP 8 – DS 10/31 Leitbild\n"
    )
    assert told(text) == [
        ("adopted", 26, 0, 2),
        ("rejected", 9, 17, 2),
        ("withdrawn", None, None, None),
        ("referred", 25, 2, 1),
    ]


def test_fates_in_a_column_before_the_numbers_of_items():
    text = (
        "J 29 / N 4 / E 5     TOP 8.1   VII/12   Gebühren\n\nverwiesen (HA)       TOP 8.4   VII/25   Digitales\n\n"
        "vertagt              TOP 8.6   VII/77   Straßennamen\n"
    )
    assert [outcome for outcome, *_ in told(text)] == ["adopted", "referred", "postponed"]


def test_a_list_of_results_by_item_behind_the_minutes():
    text = (
        "Zu 2\nDie Liste wird zur Abstimmung gestellt.\n\nZu 3\nDie Zufahrt ist gesichert.\n\nAbstimmungsergebnisse\n"
        "TOP 2: 5 dafür, 2 dagegen\nTOP 3: Einvernehmen erteilt, 7 dafür\nTOP 5: Verschiebung beschlossen, 4 "
        "dafür, 2 dagegen\n"
    )
    assert told(text) == [("adopted", 5, 2, None), ("adopted", 7, None, None), ("postponed", 4, 2, None)]


def test_letters_part_the_results_of_one_line():
    found = votes("TOP 5: Ortskern\n\nAbstimmung:  a) Kenntnis genommen.   b) 13 Ja, 1 Nein\n")
    assert [(vote["outcome"], vote["yes"]) for vote in found] == [("noted", None), ("adopted", 13)]


@pytest.mark.parametrize(
    "table",
    [
        "Beratungsfolge      Sitzung am     Abstimmung\n                                   dafür   dagegen   "
        "Enthaltung\n"
        "Jugendausschuss     07.09.2031     8       -         1\nFinanzausschuss     14.09.2031     5       3    "
        "     1\n",
        "Beratungsfolge      Sitzungstermin     Zuständigkeit     Ergebnis\n"
        "Jugendausschuss     07.09.2031         Anhörung          Zustimmung (8-0-1)\n"
        "Finanzausschuss     14.09.2031         Anhörung          Zustimmung (5-3-1)\n",
        "Beratung im / am                öff.    n.öff.    Ja    Nein    Enth.\n"
        "Jugendausschuss   07.09.2031    x                 8     0       1\n"
        "Finanzausschuss   14.09.2031    x                 5     3       1\n",
    ],
)
def test_counts_in_a_beratungsfolge(table):
    found = record_of(f"\n{table}\nBeschlussvorschlag:\nDer Rat beschließt den Bau.\n", SUBMISSION).decisions
    assert [(d.yes, d.no, d.abstain) for d in found] == [(8, 0, 1), (5, 3, 1)]


def test_the_number_of_a_resolution_is_no_vote():
    text = "1. Satzung            Beschluss 05/06:\nDie Kämmerin trägt vor.   Die Satzung wird beschlossen.\n"
    assert all(d.yes is None for d in record(HEAD + text).decisions)


def test_a_dash_on_its_own_line_is_a_zero():
    form = "   davon anwesend      6\n   dafür               4\n   dagegen             –\n   Enthaltungen        1\n"
    (vote,) = votes(f"Abstimmungsergebnis:\n{form}")
    assert (vote["yes"], vote["no"], vote["abstain"]) == (4, 0, 1)


def test_ratios_of_numbered_parts_without_a_label():
    text = (
        "TOP 13: Verkaufsoffene Sonntage\n\nDer Rat beschließt die Verordnung.\nNr. 1 (Frühling): 40 / 7\nNr. 2 "
        "(Stadtfest): 39 / 8\n"
        "Nr. 3 (Advent): 20 / 27, damit entfällt Nr. 3.\n"
    )
    found = [(d.yes, d.no, str(d.type), d.agenda_item) for d in record(HEAD + text).decisions if d.yes]
    assert found == [(40, 7, "part", "13"), (39, 8, "part", "13"), (20, 27, "part", "13")]


@pytest.mark.parametrize("text", ["Nr. 1 (Maßstab): 1 / 500\nNr. 2 (Maßstab): 1 / 1000\n", "Nr. 1 (Flur): 40 / 7\n"])
def test_other_numbers_behind_parts_are_no_votes(text):
    assert all(d.yes is None for d in record(HEAD + "TOP 2: Plan\n\n" + text).decisions)


def test_groups_behind_nouns_and_a_chair_who_states_the_result():
    text = (
        "TOP 5: Fonds\n\nBeschluss: Der Fonds wird eingerichtet.\nAbstimmung: Zustimmung DIE LINKE; Ablehnung "
        "CDU, FDP; "
        "Enthaltung SPD\nVorsitzender Kalb stellt die Ablehnung fest.\n"
    )
    (decision,) = record(HEAD + text).decisions
    assert (str(decision.outcome), decision.yes) == ("rejected", None)
    assert {name: list(sides) for name, sides in decision.groups.items()} == {
        "DIE LINKE": ["yes"],
        "CDU": ["no"],
        "FDP": ["no"],
        "SPD": ["abstain"],
    }


def test_boxes_filled_with_a_square():
    (vote,) = votes("Abstimmung Vorlage: ▢ angenommen ▣ abgelehnt (12 : 16 : 3)\n")
    assert (vote["outcome"], vote["yes"], vote["no"]) == ("rejected", 12, 16)


def test_a_vote_in_the_item_on_the_agenda_takes_another_item_off_it():
    title = "TOP 2: Feststellung der Tagesordnung\n\n"
    text = f"{title}Herr Au beantragt die Absetzung.\nAbstimmung: 21 Ja, 15 Nein\nDamit ist DS 6 abgesetzt.\n"
    assert [(vote["outcome"], vote["yes"]) for vote in votes(text)] == [("adopted", 21)]


def test_a_row_of_a_table_with_the_results_of_two_votes():
    table = (
        "TOP\tBetreff\tBeschluss\tFür\tGegen\tEnth.\n5\tTraktor\tDer Zuschlag wird erteilt.\t7\t1\t\n"
        "6\tZuschuss\tAntrag Ott: abgelehnt Vorschlag Verwaltung: angenommen\t3 8\t5 0\t\n7\tWeg\tgenehmigt\t8\t0\t\n"
    )
    assert told(table) == [
        ("adopted", 7, 1, None),
        ("rejected", 3, 5, None),
        ("adopted", 8, 0, None),
        ("adopted", 8, 0, None),
    ]


@pytest.mark.parametrize("cell", ["14 : 2 : 1", "14/2/1", "J 14 N 2 E 1", "Abst.: 14/2/1 – zugestimmt", "(14-2-1)"])
def test_bare_counts_in_the_last_cell_of_a_beratungsfolge(cell):
    text = (
        "\nBeratungsfolge              Termin         Beratungsaktion          Ergebnis\n"
        f"Sozialausschuss             22.03.2031     vorberatend              {cell}\n"
        "Kreistag                    08.04.2031     beschließend\n\n"
        "Beschlussvorschlag:\nDer Kreistag beschließt den Bau.\n"
    )
    (decision,) = record_of(text, SUBMISSION).decisions
    assert (decision.yes, decision.no, decision.abstain) == (14, 2, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Ergebnis der Abstimmung ist 3:3 bei 1 Enthaltung. Der Antrag ist somit abgelehnt.",
        "Die Abstimmung über die Fassung endete 3:3 bei 1 Enthaltung. Der Antrag ist somit abgelehnt.",
    ],
)
def test_ratios_behind_what_was_voted_on(sentence):
    (vote,) = votes(f"TOP 4: Beitrag\n\n{sentence}\n")
    assert (vote["outcome"], vote["yes"], vote["no"], vote["abstain"]) == ("rejected", 3, 3, 1)
