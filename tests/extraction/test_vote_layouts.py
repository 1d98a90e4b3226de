"""Where votes stand: in rows of lists, behind all texts, in tables of many heads, and told in sentences."""

from __future__ import annotations

import pytest

from tests.extraction.reading import votes

HEAD = "Gemeinde Ahlhafen\nNiederschrift über die Sitzung des Gemeinderates am 12.10.2031\n\n"


def told(text: str) -> list[tuple[object, object, object, object]]:
    return [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in votes(HEAD + text)]


def test_rows_of_a_list_end_in_their_results() -> None:
    rows = (
        "01. Archivsatzung - A - einstimmig angenommen\n"
        "02. Friedhofsplan - mehrheitlich zur Annahme empfohlen an den Kreistag\n"
        "03. Leinenpflicht - angenommen mit 12 J / 4 N / 1 E\n"
        "04. Spielplatz - bei 2 Enthaltungen\n"
        "05. Verschiedenes\n"
    )
    assert told(rows) == [
        ("adopted", None, None, None),
        ("recommended", None, None, None),
        ("adopted", 12, 4, 1),
        ("adopted", None, None, 2),
    ]


def test_rows_with_fates_behind_wide_gaps() -> None:
    rows = (
        "TOP 2 Schuletat                  beschlossen\n"
        "TOP 3 Küche                      vertagt\n"
        "TOP 4 Schülerzahlen              Kenntnis genommen\n"
    )
    assert [vote[0] for vote in told(rows)] == ["adopted", "postponed", "noted"]


def test_a_count_that_opens_a_line_is_no_number_of_a_row() -> None:
    text = (
        "3.1 Garten, 3.100 €\n"
        "12 Ja, 1 Nein, 0 Enthaltungen - bewilligt\n"
        "3.2 Filme, 900 €\n"
        "2 Ja, 10 Nein, 2 Enthaltungen - nicht bewilligt\n"
    )
    assert told(text) == [("adopted", 12, 1, 0), ("rejected", 2, 10, 2)]


ITEMS = (
    "TOP 1 Die Tagesordnung wird genehmigt.\n"
    "TOP 2 Der Gemeinderat beschließt den Ausbau der Ringstraße.\n"
    "TOP 3 Der Antrag auf Streichung des Zuschusses wird abgelehnt.\n"
)


def test_votes_listed_behind_all_items() -> None:
    listed = "Abstimmungsergebnisse:\nTOP 1: 12/0/0\nTOP 2: 10/2/0\nTOP 3: 3/7/2\n"
    assert told(ITEMS + listed) == [("adopted", 12, 0, 0), ("adopted", 10, 2, 0), ("rejected", 3, 7, 2)]


def test_votes_listed_by_letters() -> None:
    text = (
        "4. Der Gemeinderat beschließt die Vergabe der Fliesen. (a)\n"
        "5. Der Gemeinderat beschließt den Beitritt zum Verband. (b)\n"
        "Abstimmungen: (a) 14-0-0  (b) 10-3-1\n[jeweils Ja-Nein-Enthaltung]\n"
    )
    assert told(text) == [("adopted", 14, 0, 0), ("adopted", 10, 3, 1)]


def test_a_list_that_names_another_text_gives_no_votes() -> None:
    listed = "Abstimmungsergebnisse:\nTOP 1: 12/0/0\nTOP 9: 10/2/0\n"
    assert [vote[1] for vote in told(ITEMS + listed)] == [None, None, None]


def test_letters_as_columns_of_a_table_of_acts() -> None:
    table = (
        "TOP\tTitel\tErgebnis\tD\tG\tE\n6.1\tBrunnen\tbeschlossen\t18\t0\t2\n6.2\tSpielstraße\tabgelehnt\t7\t11\t2\n"
    )
    assert told(table) == [("adopted", 18, 0, 2), ("rejected", 7, 11, 2)]


def test_counts_before_the_texts() -> None:
    table = (
        "für   gegen   Beschluss\n"
        "18    1       10. Die Marktordnung wird geändert.\n"
        "2     17      11. Der Brunnen wird abgebaut.\n"
    )
    assert told(table) == [("adopted", 18, 1, None), ("rejected", 2, 17, None)]


def test_statements_that_were_weighed_count_only_with_their_votes() -> None:
    head = "Stellungnahme | Abwägungsvorschlag | Abstimmung\n"
    rows = (
        "Amt: Lärm | wird berücksichtigt | Ja 12 Nein 5 Enth. 0\n"
        "Bürger: Dach | wird nicht berücksichtigt | Ja 8 Nein 9 Enth. 0\n"
    )
    assert told(head + rows) == [("adopted", 12, 5, 0), ("rejected", 8, 9, 0)]
    assert not told(head + "Amt: Lärm | wird berücksichtigt | Zustimmung\nBürger: Dach | wird geprüft | Ablehnung\n")


def test_a_column_of_unknown_numbers_is_none_of_the_votes() -> None:
    table = (
        "Abstimmungsergebnis\nges. Zahl   anw.   ja   nein   enth.   bef.\n   15        12    11     1      -      -\n"
    )
    assert told("Der Gemeinderat beschließt den Teich.\n" + table) == [("adopted", 11, 1, 0)]


def test_totals_under_a_sign() -> None:
    table = (
        "Abstimmung zu TOP 12\n"
        "          CDU  SPD  FDP  Σ\n"
        "dafür      12   -    3   15\n"
        "dagegen     -  10    -   10\n"
        "enthalten   -   2    -    2\n"
    )
    assert told(table) == [("adopted", 15, 10, 2)]


@pytest.mark.parametrize(
    ("sentence", "vote"),
    [
        ("Für den Steg stimmten 15 von 17 anwesenden Ratsmitgliedern, 2 stimmten dagegen.", ("adopted", 15, 2, None)),
        (
            "Für die Bank stimmten 7, dagegen ebenfalls 7 Mitglieder; damit ist der Antrag abgelehnt.",
            ("rejected", 7, 7, None),
        ),
        (
            "Elf Ratsmitglieder votieren für den Beschlussvorschlag; er ist damit angenommen.",
            ("adopted", 11, None, None),
        ),
    ],
)
def test_votes_for_a_matter_told_in_a_sentence(sentence: str, vote: tuple[object, ...]) -> None:
    assert told(sentence + "\n") == [vote]


@pytest.mark.parametrize(
    "sentence",
    [
        "Für die Umgehung stimmten 120 Einwohner bei der Befragung.",
        "Für die Halle stimmten 60 Prozent der Befragten.",
    ],
)
def test_votes_of_others_for_a_matter_are_none(sentence: str) -> None:
    assert not told(sentence + "\n")


def test_a_submission_that_lists_votes_by_item() -> None:
    table = (
        "| TOP | Vorlage | Beschluss | J | N | E |\n"
        "|---|---|---|---|---|---|\n"
        "| 5 | KT/12 Schulplan | zugestimmt | 21 | 2 | 1 |\n"
        "| 6 | KT/15 Gebühren | vertagt | 20 | 0 | 4 |\n"
    )
    found = votes("Kreistag Ahlhafen - Abstimmungen am 27.03.2031\n" + table)
    assert [(v["outcome"], v["yes"], v["no"], v["abstain"]) for v in found] == [
        ("adopted", 21, 2, 1),
        ("postponed", 20, 0, 4),
    ]


@pytest.mark.parametrize(
    "spoken",
    [
        "Wer stimmt der Vorlage zu? - 15.\nWer ist dagegen? - 4.\nWer enthält sich? - 2.\n",
        "Wer ist dafür? 15. Gegenstimmen? Vier. Enthaltungen? Zwei.\n",
    ],
)
def test_votes_asked_for_question_by_question(spoken: str) -> None:
    assert told(f"Vorsitzende: {spoken}Damit ist die Vorlage angenommen.\n") == [("adopted", 15, 4, 2)]


def test_other_questions_count_nothing() -> None:
    assert not told("Wer ist dafür zuständig? Das Bauamt. Wer hat etwas dagegen? Herr Muster meldet sich.\n")


def test_cells_parted_by_semicolons() -> None:
    table = "Antrag;Ja;Nein;Enthaltung;Ergebnis\nBänke;12;3;1;angenommen\nBrunnen;4;11;1;abgelehnt\n"
    assert told(table) == [("adopted", 12, 3, 1), ("rejected", 4, 11, 1)]


def test_texts_before_columns_of_signs() -> None:
    table = (
        "Beschluss                          +    -    o\n"
        "1. Die Bänke werden gekauft.       12   3    1\n"
        "2. Der Brunnen wird saniert.       4    11   1\n"
    )
    assert told(table) == [("adopted", 12, 3, 1), ("rejected", 4, 11, 1)]


def test_the_name_of_a_vote_over_a_row_of_the_body_is_no_table_of_acts() -> None:
    table = "Abstimmungsergebnis\tJa\tNein\tEnthaltung\nRat\t3\t14\t-\n\nDer Antrag ist abgelehnt.\n"
    assert told(table) == [("rejected", 3, 14, 0)]


TEXT = "Der Gemeinderat beschließt den Neubau des Bauhofs.\n"


@pytest.mark.parametrize(
    "table",
    [
        "Mitglieder  anwesend  dafür  dagegen  enthalten\n20          16        12     3        1\n",
        "Soll  Ist  Ja  Nein  Enth.\n20    16   12  3     1\n",
        "          Ja   Nein   Enth.\nCDU        8     0     0\nSPD        4     3     1\nSumme     12     3     1\n",
        "          CDU  SPD  insg.\nFür        8    4    12\nGegen      -    3     3\nEnth.      -    1     1\n",
    ],
)
def test_tables_without_a_label(table: str) -> None:
    assert told(TEXT + table) == [("adopted", 12, 3, 1)]


def test_close_ratios_in_the_margin_of_one_body() -> None:
    text = "12:3     Die Bänke werden gekauft.\n4:11     Der Brunnen wird saniert.\n"
    assert told(text) == [("adopted", 12, 3, None), ("rejected", 4, 11, None)]
    assert not told("18:30     Der Saal wird geöffnet.\n19:15     Die Gäste werden begrüßt.\n")


def test_ratios_in_brackets_end_rows() -> None:
    text = "2. Der Forstplan wird beschlossen [einstimmig].\n3. Die Hecke am Friedhof wird entfernt [10:1].\n"
    assert told(text) == [("adopted", None, None, None), ("adopted", 10, 1, None)]
    assert not told("2. Der Lageplan liegt aus (1:50).\n3. Die Hecke steht am Friedhof (2:1).\n")


def test_a_rejection_keeps_its_outcome_before_a_bracket() -> None:
    text = "2. Der Antrag wird abgelehnt [einstimmig].\n3. Der Forstplan wird beschlossen [9:2].\n"
    assert told(text) == [("rejected", None, None, None), ("adopted", 9, 2, None)]


def test_titles_that_end_in_the_vote() -> None:
    text = "TOP 3 Bänke (einstimmig)\nTOP 4 Brunnen (12:3:1)\nTOP 5 Verschiedenes\n"
    assert told(text) == [("adopted", None, None, None), ("adopted", 12, 3, 1)]


def test_each_committee_of_a_joint_meeting_has_its_vote() -> None:
    text = "Dem Rat wird empfohlen, den Plan zu billigen.\nUA: 5 Ja / 1 Nein / 0 Enth.\nWA: 4 Ja / 2 Nein / 1 Enth.\n"
    assert [vote[1:] for vote in told(text)] == [(5, 1, 0), (4, 2, 1)]


def test_a_vote_on_a_text_that_gives_a_motion_up() -> None:
    text = "Beschluss:\nDer Antrag wird nicht weiterverfolgt.\nAbstimmungsergebnis: 14 : 1\n"
    assert told(text) == [("adopted", 14, 1, None)]


def test_a_form_left_blank_leaves_its_text_adopted() -> None:
    text = "TOP 6 Wege\nDer Gemeinderat beschließt die Vergabe.\nAbstimmungsergebnis:\nJa: ____  Nein: ____\n"
    assert told(text) == [("adopted", None, None, None)]


def test_a_ticked_fate_beside_counts_left_blank() -> None:
    text = "TOP 5 Taubenhaus\n[ ] beschlossen   [ ] abgelehnt   [x] vertagt    J: __  N: __  E: __\n"
    assert told(text) == [("postponed", None, None, None)]


def test_a_survey_at_a_colon_is_no_vote() -> None:
    assert not told("Das Ergebnis der Umfrage: 120 dafür, 80 dagegen.\n")


@pytest.mark.parametrize("head", ["Kreistag Ahlhafen - Beschlussprotokoll", "KURZPROTOKOLL  Bau- und Wegeausschuss"])
def test_minutes_named_behind_or_before_the_body(head: str) -> None:
    found = votes(
        f"{head}\nVorlage 12/2031 Turnhalle\nDer Kreistag beschließt die Sanierung.\nJa 13  Nein 1  Enth. 2\n"
    )
    assert [(v["yes"], v["no"], v["abstain"]) for v in found] == [(13, 1, 2)]


def test_columns_below_a_header_of_two_lines() -> None:
    text = (
        "TOP 4  Haushaltssatzung\nBeschluss:\nDie Gemeindevertretung beschließt die Haushaltssatzung.\n"
        "Abstimmungsergebnis:\n"
        "gesetzl.   davon      Ja-       Nein-     Stimm-         Mitwirkungsverbot\n"
        "Anzahl     anwesend   Stimmen   Stimmen   enthaltungen   § 22 BbgKVerf\n"
        "13         12         7         3         2              0\n"
    )
    assert told(text) == [("adopted", 7, 3, 2)]
    assert [vote["type"] for vote in votes(HEAD + text)] == ["main"]
