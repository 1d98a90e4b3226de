"""Results as clerks of many towns write them: each form tells its outcome and its counts, and no more than these."""

from __future__ import annotations

import pytest

from tests.extraction.reading import record_of

HEAD = "Gemeinde Wiesenfeld\nNiederschrift über die 3. Sitzung des Gemeinderates am 12.03.2031\n\nTOP 3: Halle\n\n"
TAIL = "\n\nTOP 4: Anfragen\nEs liegen keine vor.\n"
ROLL_CALL = (
    "Namentliche Abstimmung:\n\nEs stimmen mit Ja:\nAnders, Brink, Clemens,\nLohse (4)\n\n"
    "Es stimmen mit Nein:\nMoor, Nagel, Oster, Pohl, Landrat Quint (5)\n\nDer Stimme enthält sich: Zander (1)\n\n"
    "Damit ist der Antrag abgelehnt."
)
FORMS = [
    ("adopted", (8, 2, None), "Der Plan wird gebilligt.\n\n8 : 2   (ohne GRin Lohse)"),
    ("adopted", (9, 0, None), "Der Plan wird gebilligt.\n\n9 : 0 (Herr Zander befangen)"),
    ("adopted", (6, 1, 2), "Der Rat beschließt die Satzung mit 6 Ja-Stimmen gegen eine Stimme bei 2 Enthaltungen."),
    ("rejected", (5, 9, None), "Bei 5 Befürwortungen und 9 Ablehnungen wird der Antrag verworfen."),
    ("adopted", (9, 0, 0), "Der Rat stellt die Rechnung fest.\nÜber beide Punkte wird gemeinsam abgestimmt: 9/0/0"),
    ("adopted", (None, None, 1), "Die Miete wird auf 5 € gesenkt. So entschied der Gemeinderat bei einer Enthaltung."),
    ("adopted", (None, None, None), "Den Zuschlag für den Steg erhielt einstimmig die Firma Holzbau Lohse."),
    ("postponed", (None, None, None), "Der Punkt wird auf Wunsch des Bauherrn nicht behandelt; er folgt im Mai."),
    ("referred", (None, None, None), "Man kam überein, die Sache im Werksausschuss weiterzuberaten."),
    ("postponed", (None, None, None), "Der Rat beschließt, die Sache zu vertagen und die Kosten zu prüfen."),
    ("adopted", (None, None, None), "Schluss der Debatte: mehrheitlich dafür"),
    ("rejected", (3, 4, None), "Antrag auf mehr Bänke\n\tJa: SPD, GRÜNE (3)\n\tNein: CDU, BLS (4)\n\tabgelehnt"),
    (
        "recommended",
        (5, 0, 2),
        "Der Rat empfiehlt, den Plan zu erlassen.\n\nJa: CDU, FDP, UWG (5) - Nein: keine - Enth.: SPD (2)",
    ),
    ("rejected", (4, 5, 1), ROLL_CALL),
    ("adopted", (None, 0, None), "Beschluss:\nDer Plan wird gebilligt. Er gilt ab Mai.\n\nohne Gegenstimmen"),
    ("adopted", (None, 2, None), "Der Plan wird gebilligt. Er gilt ab Mai.\n\n2 Gegenstimmen"),
    (
        "adopted",
        (None, 4, None),
        "Der Rat folgt bei 4 Gegenstimmen der Vorlage:\n\n1. Der Plan wird gebilligt.\n2. Er gilt.",
    ),
    (
        "adopted",
        (None, 1, None),
        "Der Rat fasst bei 1 Gegenstimme (GR Zander) den\n\nB e s c h l u s s :\n\n1. Der Plan gilt.",
    ),
    (
        "adopted",
        (14, 1, None),
        "Beschluss:\nDer Plan gilt.\n\n                 für      gegen\nAbstimmung:    14        1",
    ),
    ("adopted", (5, None, 1), "Beschluss: Der Plan wird festgestellt.                    5 Ja, 1 Enth. (Zander)"),
    ("adopted", (None, None, None), "Der Satzung (Anlage 1) wird zugestimmt."),
    (
        "adopted",
        (None, None, None),
        "Beschluss:\nDer Weg entsteht.\nErgebnis: Zustimmung SPD; Ablehnung CDU - angenommen",
    ),
    ("adopted", (None, None, 1), "Der Rat stimmt bei Enthaltung der Abgeordneten Frau Lohse zu."),
    ("adopted", (5, None, 1), "Frau Lohse wird mit fünf Stimmen (bei eigener Enthaltung) in den Verband entsandt."),
    ("adopted", (None, None, None), "Die Stelle wird wieder ausgeschrieben.\nKein Widerspruch."),
    ("adopted", (9, 3, None), "Beschluss 1:\nDie Miete beträgt 3,50 €.\n                Abst.-Erg.:  9 :  3"),
    (
        "adopted",
        (12, 0, 1),
        "Beschluss:\nDer Plan gilt.\n\nAbstimmungsergebnis:\n\nGesetzliche Zahl\nder Mitglieder   davon anwesend   "
        "Ja-Stimmen   Nein-Stimmen   Enthaltungen\n\n17               14               12           ---            1",
    ),
    ("adopted", (None, None, None), "Beschluss: mehrheitlich gegen FDP"),
    ("adopted", (None, None, None), "Beschluss: einstimmig wie UA"),
    ("rejected", (None, None, None), "Nicht zustimmen mochte der Gemeinderat mehrheitlich einem Anbau am Anger."),
    (
        "postponed",
        (None, None, None),
        "Beschluss:\nDie Entscheidung wird auf die Sitzung am 10.05.2031 verschoben.\nAbstimmung: alle dafür",
    ),
]


@pytest.mark.parametrize(("outcome", "counts", "text"), FORMS)
def test_one_act_is_told(outcome, counts, text):
    (act,) = record_of(f"{text}{TAIL}", HEAD).decisions
    assert (act.outcome.value, (act.yes, act.no, act.abstain)) == (outcome, counts)


def test_the_vote_on_a_text_is_none_of_the_motion_that_was_lost_before():
    text = (
        "Frau Lohse beantragt, den Preis zu lassen.\nDer Antrag findet keine Mehrheit.\n\nBeschluss BV 11/2031\n"
        "Der Gemeinderat beschließt die Änderung der Preisliste gemäß Anlage.\n\n"
        "              dafür      dagegen     enthalten\nStimmen          31            6             4"
    )
    lost, carried = record_of(f"{text}{TAIL}", HEAD).decisions
    assert (lost.outcome.value, lost.yes) == ("rejected", None)
    assert (carried.outcome.value, carried.yes, carried.no, carried.abstain) == ("adopted", 31, 6, 4)


FLAT = "Fraktion\nJa\nNein\nEnth.\nCDU\n{0}\n6\n1\nSPD\n9\n2\n{0}\nGesamt\n9\n8\n1"


@pytest.mark.parametrize(("empty", "groups"), [("-", {"CDU": (0, 6, 1), "SPD": (9, 2, 0)}), ("", None)])
def test_a_table_of_groups_that_lost_its_columns_gives_its_totals(empty, groups):
    text = f"Beschluss:\nDer Weg wird gebaut.\n\nAbstimmungsergebnis:\n\n{FLAT.format(empty)}"
    (act,) = record_of(f"{text}{TAIL}", HEAD).decisions
    assert (act.yes, act.no, act.abstain) == (9, 8, 1)
    told = {name: tuple(votes.values()) for name, votes in act.groups.items()} if act.groups else None
    assert told == groups


def test_the_first_of_the_numbers_of_groups_is_not_the_whole():
    text = "Beschluss:\nDer Weg wird gebaut.\n\nJa\n1\n14\n0\n6\nNein\n0\n0\n10\n8\nmithin 21 Ja- und 18 Neinstimmen."
    acts = record_of(f"{text}{TAIL}", HEAD).decisions
    assert [(act.yes, act.no) for act in acts] == [(21, 18)]


def test_what_is_concluded_for_the_whole_is_none_of_the_part_that_was_lost():
    text = (
        "Abstimmungsergebnis:\nZiffer 1:  einstimmig\nZiffer 3:  bei Stimmengleichheit (9/9/1) abgelehnt\n\n"
        "Damit ist die Vorlage in der Fassung der Ziffer 1 beschlossen."
    )
    lost = [act for act in record_of(f"{text}{TAIL}", HEAD).decisions if act.yes == 9]
    assert [act.outcome.value for act in lost] == ["rejected"]


def test_a_list_of_motions_with_short_results_is_read_row_by_row():
    rows = (
        "Nr.   Antragst.   Gegenstand            Änderung     Ergebnis    J / N / E\n\n"
        "H-01  SPD         Bänke am Anger        + 38.000     ang.        7 / 6 / 0\n\n"
        "H-02  CDU         Streichung des Wegs   - 64.500     abgel.      5 / 8 / 0"
    )
    acts = record_of(f"{rows}{TAIL}", HEAD).decisions
    assert [(act.outcome.value, act.yes, act.no) for act in acts] == [("adopted", 7, 6), ("rejected", 5, 8)]


def test_who_took_no_part_is_no_voter():
    (act,) = record_of(f"Der Plan wird gebilligt.\n\nAbstimmung: 8 : 1 (GR Zander abwesend){TAIL}", HEAD).decisions
    assert act.groups is None


def test_a_dash_parts_the_sides_of_groups():
    text = "Der Rat beschließt den Plan.\n\nJa: CDU, FDP, UWG - Nein: keine - Enthaltung: SPD"
    (act,) = record_of(f"{text}{TAIL}", HEAD).decisions
    assert act.no == 0
    assert act.groups["SPD"] == {"abstain": None}


def test_an_amount_behind_a_side_is_no_vote():
    text = "Der Rat empfiehlt, das Heim zu bauen und dafür\njährlich bis zu 640 000,- € bereitzustellen."
    (act,) = record_of(f"{text}{TAIL}", HEAD).decisions
    assert act.yes is None


def test_the_vote_of_a_committee_in_a_relative_clause_is_none_of_the_body():
    text = "Frau Lohse trägt die Beratung im Sportausschuss vor, der sich mit 6:1 Stimmen dafür ausgesprochen habe."
    assert not [act for act in record_of(f"{text}{TAIL}", HEAD).decisions if act.type.value != "quoted"]


def test_a_status_that_a_matter_was_moved_takes_no_vote_on_another():
    text = "Beschluss Nr. 65 - vertagt -\nSatzung\n\nEs wird berichtet."
    text += "\n\nDer Verkauf wurde mit 9 Ja und 2 Nein beschlossen."
    moved, sold = record_of(f"{text}{TAIL}", HEAD).decisions
    assert (moved.outcome.value, moved.yes) == ("postponed", None)
    assert (sold.outcome.value, sold.yes, sold.no) == ("adopted", 9, 2)


def test_each_numbered_resolution_of_a_bulletin_has_its_own_vote():
    bulletin = (
        "Mitteilungsblatt der VG Wiesenfeld\t14. Jahrgang\tNr. 7\t21.07.2031\n\nGemeinde Au\n\n"
        "In der 9. Sitzung des Gemeinderates am 25.06.2031 wurden folgende Beschlüsse gefasst:\n\n"
        "Beschluss Nr. 61\nDer Gemeinderat beschließt den Plan.\n- Zustimmung\n8x JA / 0x NEIN / 3x Enthaltung\n\n"
        "Beschluss Nr. 62\nDer Gemeinderat beschließt die Vergabe.\n- Ablehnung\n4x JA / 7x NEIN\n\n"
        "Beschluss Nr. 63 - vertagt -\nNeufassung der Satzung\n\n"
        "Eilentscheidung des Bürgermeisters\nDie Heizung wurde repariert.\n"
    )
    acts = record_of(bulletin, "").decisions
    assert [(act.outcome.value, act.yes, act.no) for act in acts] == [
        ("adopted", 8, 0),
        ("rejected", 4, 7),
        ("postponed", None, None),
    ]


def test_what_the_body_does_with_a_motion_ends_the_text_of_the_motion():
    paper = (
        "Bezirksamt Wiesenfeld\t\t\tDrucksache 22-0913.1\n\t\t\tDatum 15.01.2031\n\n"
        "Auszug aus dem Beschlussprotokoll\n\n"
        "Bänke am Anger\n\nSachverhalt:\nAm Anger fehlen Bänke.\n\nPetitum/Beschluss:\n\n"
        "1. Das Bezirksamt stellt vier Bänke auf.\n2. Hierfür werden 2.000 Euro bewilligt.\n\n"
        "Die Bezirksversammlung stimmt dem Antrag mehrheitlich gegen die Stimmen der CDU zu.\n"
    )
    record = record_of(paper, "")
    (act,) = record.decisions
    assert (act.outcome.value, act.groups) == ("adopted", {"CDU": {"no": None}})
    assert record.resolutions[0].text.endswith("2.000 Euro bewilligt.")
