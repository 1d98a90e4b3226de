"""Votes left of the text, columns of the statutory number, and rows and lines that end in a result."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

HEAD = "Gemeinde Musterau\nNiederschrift über die Sitzung des Gemeinderates am 12.10.2031\n\n"
MARGIN = HEAD + (
    "Nr.   Ergebnis   Gegenstand\n"
    "41    9 : 0      Neubau des Bauhofs\n"
    "                 Der Gemeinderat beschließt den Neubau für 90.000 €.\n\n"
    "42    2 : 7      Antrag der Schützen auf einen Zuschuss\n"
    "                 Dem Antrag wird stattgegeben.\n\n"
    "43               Bericht des Försters\n"
    "                 Zur Kenntnis genommen.\n\n"
    "44    8 : 1      Vertagung\n"
    "                 Über den Namen wird im März beraten.\n"
)
COLUMNS = HEAD + (
    "TOP 1 Vergabe\n\n"
    "      Die Vorlage wird in den Bauausschuss zurückverwiesen.\n"
    "      gesetzl. Mitgliederzahl   anwesend   dafür   dagegen   Enthaltungen   befangen\n"
    "              27                   22        17       5           -             0\n\n"
    "TOP 2 Verkauf\n"
    "      Der Gemeinderat stimmt dem Verkauf zu.\n\n"
    "      gesetzl. Mitgliederzahl   anwesend   dafür   dagegen   Enthaltungen   befangen\n"
    "              27                   22        20       1           1             0\n"
)


def told(text):
    return [(vote["outcome"], vote["yes"], vote["no"], vote["abstain"]) for vote in votes(text)]


def test_a_ratio_in_the_margin_is_the_vote_on_the_text_beside_it():
    assert told(MARGIN) == [
        ("adopted", 9, 0, None),
        ("rejected", 2, 7, None),
        ("noted", None, None, None),
        ("postponed", 8, 1, None),
    ]


def test_times_in_the_margin_are_no_votes():
    programme = "18 : 00   Begrüßung durch den Bürgermeister\n19 : 30   Rundgang durch den Bauhof\n20 : 05   Ende\n"
    assert told(HEAD + programme) == []


def test_one_ratio_in_the_margin_may_be_anything():
    assert told(HEAD + "Ergebnis des Fußballspiels\n3 : 1      Musterau gegen Beispielheim\n") == []


def test_columns_beside_the_statutory_number_of_members_are_a_vote():
    assert told(COLUMNS) == [("referred", 17, 5, 0), ("adopted", 20, 1, 1)]


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("12.1 Abfallbilanz 2030          zur Kenntnis genommen", "noted"),
        ("12.2 Umbau der Schule           von der Tagesordnung abgesetzt", "withdrawn"),
        ("12.3 Bericht zum Stadtwald      vertagt", "postponed"),
    ],
)
def test_a_numbered_row_may_end_in_what_became_of_it(line, outcome):
    assert told(f"{HEAD}12. Berichte\n{line}\n") == [(outcome, None, None, None)]


def test_a_row_of_another_list_ends_in_no_act():
    assert told(f"{HEAD}Offene Punkte\n- Umbau der Schule      vertagt\n") == []


@pytest.mark.parametrize("label", ["Abst.:", "Abst.-Erg.:", "Abstimmung:"])
def test_a_label_before_the_ratio_at_a_lines_end(label):
    text = f"{HEAD}TOP 1 Wege\nDer Rat beschließt, den Weg am Anger zu sperren. {label} 7/1/0\n"
    assert told(text) == [("adopted", 7, 1, 0)]


TWO_BODIES = HEAD + (
    "TOP 1 Anträge zum Haushalt\n"
    "Nr.  Antragst.   Inhalt                       Ansatz neu   Votum BA      Rat\n"
    "                                               (in €)                    J / N / E\n"
    "----------------------------------------------------------------------------------\n"
    " 1   Linke       Planung der Turnhalle           60.000    zugestimmt    25/12/1\n"
    " 2   Grüne       Radweg zum Bahnhof              35.000    zugestimmt    8/30/0\n"
    " 3   FWG         Unterhaltung der Feldwege       40.000    zugestimmt    zurückgez.\n"
)


def test_of_two_bodies_columns_the_one_with_the_counts_is_told():
    assert told(TWO_BODIES) == [
        ("adopted", 25, 12, 1),
        ("rejected", 8, 30, 0),
        ("withdrawn", None, None, None),
    ]


def test_several_motions_each_with_its_result_behind_a_colon():
    text = HEAD + (
        "TOP 1 Milieuschutz\n"
        "Überweisungsantrag der FWG: mehrheitlich abgelehnt\n"
        "Ersetzungsantrag der Linken (Drs. 10-1): bei Stimmengleichheit (12 : 12) abgelehnt\n"
        "Ursprungsantrag: in namentlicher Abstimmung mit 14 zu 9 bei 2 Enthaltungen angenommen\n"
    )
    assert told(text) == [("rejected", None, None, None), ("rejected", 12, 12, None), ("adopted", 14, 9, 2)]


def test_what_another_body_recommended_behind_a_colon_is_no_act():
    assert told(HEAD + "TOP 1 Wege\nEmpfehlung UA: einstimmig\n") in ([], [("recommended", None, None, None)])


def test_letter_spaced_labels_of_few_letters():
    text = (
        HEAD + "TOP 1 Verkauf\nDer Verkauf wird beschlossen.\n     J A       11\n     N E I N   2\n     E N T H.  1\n"
    )
    assert told(text) == [("adopted", 11, 2, 1)]


def test_a_ratio_below_a_sentence_that_ends_in_s():
    text = HEAD + "TOP 1 Sitze\nDer Ausschuss erhält 9 Sitze zuzüglich des Bürgermeisters.\n38:0:0\n"
    assert told(text) == [("adopted", 38, 0, 0)]


def test_long_number_words_in_a_ratio():
    text = HEAD + "TOP 1 Bau\nBeschlossen mit einundzwanzig gegen sechzehn Stimmen; ein Mitglied enthält sich.\n"
    assert told(text) == [("adopted", 21, 16, 1)]


def test_an_outcome_right_behind_the_votes_of_groups_is_theirs():
    text = HEAD + "TOP 1 Wege\nAbstimmung\nCDU   dafür    5\nSPD   dagegen  3\nErgebnis: mehrheitlich angenommen\n"
    (vote,) = votes(text)
    assert (vote["outcome"], vote["groups"]) == ("adopted", {"CDU": {"yes": 5}, "SPD": {"no": 3}})


def test_votes_that_are_for_yes_and_for_no_and_a_fate_below_a_long_title():
    text = (
        HEAD + "TOP 1 Wahl\nVon 13 abgegebenen Stimmen lauten 11 auf Ja und 2 auf Nein.\nFrau Kern ist damit gewählt.\n"
    )
    assert told(text) == [("elected", 11, 2, None)]
    title = "TOP 2 Antrag der Linken betreffend Blühstreifen am Anger           AT-36/2031"
    assert told(f"{HEAD}{title}\nZurückgezogen.\n") == [("withdrawn", None, None, None)]


def test_one_vote_in_the_margin_whose_text_hangs_beside_it():
    text = (
        "14 : 2    Erweiterung der Schule\n"
        "          Der Gemeinderat beschließt die Erweiterung der\n"
        "          Schule um zwei Zimmer.\n"
    )
    assert told(HEAD + text) == [("adopted", 14, 2, None)]
    assert told(HEAD + "3 : 1      Musterau gegen Beispielheim\n           Tore von Anders und Lohse\n") == []


def test_votes_at_the_right_below_the_name_of_their_column():
    text = (
        "Öffentlicher Teil                              Abst.\n"
        "1  Niederschrift vom 4. Juni                   16:0\n"
        "   Die Niederschrift wird genehmigt.\n"
        "2  Wassergebühren                              7:9\n"
        "   Die neue Gebühr von 1,85 € wird beschlossen.\n"
    )
    assert told(HEAD + text) == [("adopted", 16, 0, None), ("rejected", 7, 9, None)]


def test_times_at_the_right_are_no_votes():
    text = (
        "Programm                                       Beginn\n1  Begrüßung im Saal                           16:10\n"
    )
    assert told(HEAD + text) == []
