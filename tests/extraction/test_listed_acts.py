"""Tables whose rows are acts: layouts of several towns, and tables that look like them and list none."""

from __future__ import annotations

import pytest

import kimdocs

HEAD = "Stadt Ahlhafen\nNiederschrift über die Sitzung des Rates am 12.03.2030\n\n{}TOP 4 Anträge zum Haushalt\n\n"


def told(table: str, lead: str = "Die Liste wird einzeln aufgerufen.\n") -> list[tuple[str, object, object, object]]:
    paper = HEAD.format("") + lead + "\n" + table.strip("\n") + "\n\nTOP 5 Verschiedenes\n\nEs liegt nichts vor.\n"
    found = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).decisions
    return [(str(d.outcome), d.yes, d.no, d.abstain) for d in found]


def rows(part: str, *cells: tuple[str, ...]) -> str:
    """The table with its cells parted by tabs, bars, or blanks that fill columns."""
    if part != "  ":
        return "\n".join(part.join(row) for row in cells)
    widths = [max(len(row[at]) for row in cells) for at in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


PARTS = pytest.mark.parametrize("part", ["\t", " | ", "  "])


@PARTS
def test_counts_before_the_outcome(part: str) -> None:
    table = rows(
        part,
        ("Nr.", "Antrag", "Betrag in €", "Ja", "Nein", "Enth.", "Ergebnis"),
        ("1", "Bänke im Park", "+ 4.000", "12", "3", "1", "angenommen"),
        ("2", "Kürzung der Werbung", "- 9.500", "5", "11", "-", "abgelehnt"),
        ("3", "Spielgerät", "800", "", "", "", "zurückgezogen"),
        ("4", "Lesefest", "650", "einstimmig", "", "", "angenommen"),
    )
    assert told(table) == [
        ("adopted", 12, 3, 1),
        ("rejected", 5, 11, 0),
        ("withdrawn", None, None, None),
        ("adopted", None, None, None),
    ]


@PARTS
def test_counts_behind_the_outcome(part: str) -> None:
    table = rows(
        part,
        ("TOP", "Beratungsgegenstand", "Vorlage", "Beschluss", "Ja", "Nein", "Enth.", "Befangen"),
        ("3", "Radweg am Deich", "14/2030", "beschlossen", "9", "2", "0", "1"),
        ("6", "Bericht über den Hafen", "15/2030", "zur Kenntnis", "-", "-", "-", "-"),
        ("7", "Verkauf der Mühle", "16/2030", "vertagt", "", "", "", ""),
    )
    assert told(table) == [("adopted", 9, 2, 0), ("noted", None, None, None), ("postponed", None, None, None)]


@PARTS
def test_one_column_counts_all_sides(part: str) -> None:
    table = rows(
        part,
        ("Lfd. Nr.", "Antrag", "Ja/Nein/Enth."),
        ("1", "Zaun am Bolzplatz", "7/0/0"),
        ("2", "Zuschuss zur Orgel", "3/4/0"),
        ("3", "Laterne", "5/-/2"),
    )
    assert told(table) == [("adopted", 7, 0, 0), ("rejected", 3, 4, 0), ("adopted", 5, 0, 2)]


@PARTS
def test_sides_in_another_order(part: str) -> None:
    table = rows(
        part,
        ("Pos.", "Antrag", "Abstimmung (Nein/Enth./Ja)"),
        ("1", "Zaun am Bolzplatz", "1/2/8"),
    )
    assert told(table) == [("adopted", 8, 1, 2)]


@PARTS
def test_signs_name_the_sides(part: str) -> None:
    table = rows(
        part,
        ("Nr.", "Antrag", "+", "-", "o"),
        ("1", "Zaun am Bolzplatz", "8", "1", "2"),
        ("2", "Orgel", "2", "9", "0"),
    )
    assert told(table) == [("adopted", 8, 1, 2), ("rejected", 2, 9, 0)]


@PARTS
def test_results_in_words(part: str) -> None:
    table = rows(
        part,
        ("Antragsteller", "Zweck", "beantragt", "bewilligt", "Abstimmung"),
        ("Turnverein", "Matten", "900,00 €", "700,00 €", "einstimmig"),
        ("Chor", "Noten", "300,00 €", "300,00 €", "8 Ja, 2 Nein"),
        ("Kita", "Beete", "640,00 €", "./.", "abgelehnt (1/8/1)"),
    )
    assert told(table) == [("adopted", None, None, None), ("adopted", 8, 2, None), ("rejected", 1, 8, 1)]


def test_a_second_line_names_the_sides() -> None:
    table = """
TOP   Gegenstand                         Abstimmung
                                         Ja   Nein   Enth.
2     Tagesordnung                       15     0      0
5     Satzung über die Hundesteuer        9     5      1
"""
    assert told(table) == [("adopted", 15, 0, 0), ("adopted", 9, 5, 1)]


def test_rows_wrap() -> None:
    table = """
Nr.   Antrag                            Ja    Nein   Enth.   Ergebnis
1     Sanierung der Brücke über den     11    4      0       angenommen
      Mühlbach, erster Abschnitt
2     Verzicht auf das Feuerwerk und    6     9      0       abgelehnt
      Spende an das Tierheim
"""
    assert told(table) == [("adopted", 11, 4, 0), ("rejected", 6, 9, 0)]


def test_a_total_row_is_no_act() -> None:
    table = """
Nr. | Antrag | Betrag | Ja | Nein | Enth. | Ergebnis
1 | Bänke | 4.000 | 12 | 3 | 1 | angenommen
Summe | Mehrbedarf | 4.000 | | | |
"""
    assert told(table) == [("adopted", 12, 3, 1)]


def test_numbers_and_text_share_a_column() -> None:
    table = """
TOP  Gegenstand                                Ergebnis
1 Tagesordnung                                 einstimmig beschlossen
2.1 Vergabe der Planung                        mehrheitlich abgelehnt (4:9)
"""
    assert told(table) == [("adopted", None, None, None), ("rejected", 4, 9, None)]


def test_an_act_in_the_overview_and_in_its_item_is_one() -> None:
    table = "TOP | Gegenstand | Ergebnis | Ja | Nein | Enth.\n4 | Satzung | beschlossen | 10 | 2 | 1\n\n"
    paper = "Gemeinde Ahlhafen\nNiederschrift über die Sitzung des Rates am 12.03.2030\n\n" + table
    paper += "TOP 4 Satzung\n\nBeschluss:\nDie Satzung wird beschlossen.\n\n"
    paper += "Abstimmungsergebnis: 10 Ja-Stimmen, 2 Nein-Stimmen, 1 Enthaltung\n"
    (found,) = kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).decisions
    assert (found.yes, found.no, found.abstain, found.agenda_item) == (10, 2, 1, "4")


def test_counts_that_stand_askew_keep_their_order() -> None:
    table = """
TOP  Gegenstand           Beschluss-Nr. Ergebnis      Ja  Nein  Enth.
2    Tagesordnung         -             bestätigt       11    0     1
"""
    assert told(table) == [("adopted", 11, 0, 1)]


def test_an_amount_is_no_count() -> None:
    table = """
Nr.  Antrag          Betrag   Ja   Nein   Enth.   Ergebnis
1    Laterne         800      12   3              angenommen
"""
    assert told(table) == [("adopted", 12, 3, None)]


NO_ACTS = {
    "budget": """
Nr. | Maßnahme | Ansatz 2029 | Ansatz 2030 | Ergebnis
1 | Dach der Schule | 120 | 80 | 75
2 | Heizung | 40 | 35 | 31
""",
    "attendance": """
Nr. | Name | anwesend | Ja | Nein
1 | Frau Ahrens | 1 | 1 | 0
2 | Herr Boll | 1 | 0 | 1
""",
    "election": """
Nr.   Bewerber              Ja    Nein   Enth.
1     Frau Ahrens           12    3      1
2     Herr Boll             9     6      1
""",
    "timetable": """
Tag        Gegenstand           Beginn     Ende      Ergebnis
Montag     Führung              10         12        offen
Dienstag   Gespräch             14         15        offen
""",
    "prices": """
Nr.   Gegenstand            klein   groß   Abholung
1     Bank                  12      18     frei
2     Zelt                  40      65     frei
""",
    "control of resolutions": """
Nr. | Beschluss | Datum | Stand
1 | Zaun am Bolzplatz beschlossen | 12.01.2030 | erledigt
2 | Orgel abgelehnt | 12.01.2030 | erledigt
""",
    "statements of authorities": """
Nr. | Einwender | Anregung | Abwägung | Beschluss
1 | Landesamt | Lärm | keine | zur Kenntnis genommen
2 | Netz AG | Leitung | keine | zur Kenntnis genommen
""",
    "consultations": """
Gremium               Termin        Beschluss
Bauausschuss          02.02.2030    offen
Rat                   12.03.2030    offen
""",
    "numbers of resolutions": """
TOP | Gegenstand | Beschluss
1 | Satzung | 14/30
2 | Verkauf | 15/30
""",
    "tests": """
Nr. | Maßnahme | Prüfung | Ergebnis
1 | Bremse | bestanden | in Ordnung
2 | Licht | bestanden | Mangel
""",
    "proposals": """
Nr. | Antrag | Beschlussvorschlag
1 | Zaun am Bolzplatz | Zustimmung
2 | Orgel | Ablehnung
""",
    "matches": """
Nr. | Spiel | Ergebnis
1 | Ahlhafen - Borken | 3:1
2 | Celle - Dorum | 0:2
""",
    "survey": """
Frage | Ja | Nein | Ergebnis
Kennen Sie den Bus? | 61 | 39 | gut
""",
}


@pytest.mark.parametrize("name", NO_ACTS)
def test_other_tables_are_no_acts(name: str) -> None:
    assert told(NO_ACTS[name]) == []


def test_a_blank_form_has_no_counts() -> None:
    table = "Nr. | Antrag | Ja | Nein | Enth. | Ergebnis\n1 | Zaun | 0 | 0 | 0 | angenommen\n"
    assert told(table) == [("adopted", None, None, None)]


def test_more_votes_than_voters_are_left_open() -> None:
    table = "Nr. | Antrag | Anwesend | Ja | Nein | Ergebnis\n1 | Zaun | 9 | 8 | 5 | angenommen\n"
    assert told(table) == [("adopted", None, None, None)]


def test_what_follows_the_table_is_read_as_ever() -> None:
    table = "Nr. | Antrag | Ja | Nein | Ergebnis\n1 | Zaun | 8 | 5 | angenommen\n\n"
    table += "Der Haushalt wird mit 9 : 4 Stimmen beschlossen.\n"
    assert told(table) == [("adopted", 8, 5, None), ("adopted", 9, 4, None)]
