"""Heads that list town, body and date on one line, columns that wrap, and numbers of papers written apart."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdocs.model.council import DocumentKind
from tests.extraction.reading import facts, record

DAY = dt.date(2031, 9, 24)
ACT = "\n\nTOP 3  Wegebau\n\nDer Antrag wird einstimmig angenommen.\n"
PAPER = "\n\nBeschlussvorschlag:\nDer Plan wird beschlossen.\n"


def rows(text):
    return [(row.organization, str(row.date) if row.date else None, row.role) for row in facts(text).consultations]


def of_items(text):
    found = record(text)
    return [item.number for item in found.agenda_items], [decision.agenda_item for decision in found.decisions]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Stadt Auental, Kulturausschuss, 24.09.2031\n\nErgebnisprotokoll", "Kulturausschuss"),
        ("Samtgemeinde Auental, Protokoll Schulausschuss, 24.09.2031", "Schulausschuss"),
        ("Gemeinde Auental\n\nöffentliche Niederschrift Nr. 4, Gemeinderat, 24. September 2031, Saal", "Gemeinderat"),
        ("Stadt Auental am See             Niederschrift Stadtrat 24.09.2031          Seite 11", "Stadtrat"),
        ("Stadt Auental, Ausschuss für Schule, Jugend und Sport, 24.09.2031\n\nNiederschrift",
         "Ausschuss für Schule, Jugend und Sport"),
        ("Gemeinde Auental                     Ratssitzung vom 24.09.2031, öffentlich\n\nNiederschrift", "Rat"),
        ("Stadt Auental (Börde), Stadtrat, Wahlperiode 2029-2034\n\nProtokoll der 28. Sitzung am 24.09.2031",
         "Stadtrat"),
        ("Sitzung des Stadtrates               Sitzungstag: 24.09.2031", "Stadtrat"),
        ("STADT AUENTAL\nBezirksausschuss des 9. Stadtbezirkes Nordau\n\nProtokoll der Sitzung vom 24.09.2031",
         "Bezirksausschuss des 9. Stadtbezirkes Nordau"),
    ],
)  # fmt: skip
def test_a_line_lists_the_meeting(head, body):
    found = facts(head + ACT)
    assert (found.organization, found.date) == (body, DAY)


def test_what_one_of_the_first_lines_tells_of_another_meeting_is_not_that_of_the_minutes():
    text = "Stadt Auental        Niederschrift Stadtrat 24.09.2031\n\n10. Einzelhandel\n\nAuf die Sitzung"
    found = facts(
        text + " des Hauptausschusses vom 10.05.2031 wird verwiesen.\n\nBeschluss:\nDas Konzept gilt.\neinstimmig\n"
    )
    assert (found.organization, found.date) == ("Stadtrat", DAY)


@pytest.mark.parametrize(
    "number",
    [
        "10/2031-344",
        "2031/0456-001",
        "16 / SVV / 0733",
        "MV 0093/2031-2036",
        "66.2/2031/015",
        "FD 3.2/045/2031",
        "VL-58/2031 1. Ergänzung",
    ],
)
def test_a_number_is_read_to_its_end(number):
    assert facts(f"Gemeinde Auental\nVorlage Nr.: {number}\n\nBetreff: Wegeplan{PAPER}").reference == number


@pytest.mark.parametrize("number", ["GRDrs 192/2031", "0534/2031 N1", "20-26 / V 06103", "KT VII/217/2031"])
def test_a_number_in_brackets_is_no_part_of_the_title(number):
    head = "Gemeinde Auental\nAuszug aus der Niederschrift über die Sitzung des Bauausschusses am 24.09.2031\n\n"
    found = facts(f"{head}TOP 4   Neubau der Halle (Drucksache {number})\n\nBeschluss:\nGebaut wird.\n\neinstimmig\n")
    assert (found.title, found.reference) == ("Neubau der Halle", number)


def test_a_value_stands_below_the_label_of_its_column():
    head = "Dezernat, Dienststelle                Vorlagen-Nummer\nVIII/66                               1559/2031\n"
    assert facts(f"{head}\nBeschlussvorlage\n\nBetreff\nRampe am Bahnhof{PAPER}").reference == "1559/2031"


def test_the_sheet_of_one_decision_carries_its_number():
    head = "Landkreis Auental\nKreistag\n\nBeschluss-Nr.: KT VII/217/2031\n\nSitzung des Kreistages am 24.09.2031\n\n"
    text = "Beschlussgegenstand:\nArchiv\n\nBeschluss:\nDer Kreistag tritt bei.\n\nJa-Stimmen: 55   Nein-Stimmen: 3\n"
    found = facts(head + text)
    assert (found.kind, found.reference) == (DocumentKind.EXCERPT, "KT VII/217/2031")


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("Gremium              Sitzungs-    Beschluss-\n                     datum        charakter\n"
         "Ausschuss für Bau,\nUmwelt und           19.11.2031   Empfehlung\nMobilität\n"
         "Haupt- und Vergabe-\nausschuss            02.12.2031   Empfehlung\n"
         "Stadtrat             12.12.2031   Beschluss",
         [("Ausschuss für Bau, Umwelt und Mobilität", "2031-11-19", "Empfehlung"),
          ("Haupt- und Vergabeausschuss", "2031-12-02", "Empfehlung"), ("Stadtrat", "2031-12-12", "Beschluss")]),
        ("Beratungsfolge                     geplante Sitzungstermine\n"
         "Ausschuss für Finanzen,            Beratung         01.09.2031\nWirtschaft und Liegenschaften\n"
         "Bürgerschaft                       Beschlussfassung 22.09.2031",
         [("Ausschuss für Finanzen, Wirtschaft und Liegenschaften", "2031-09-01", "Beratung"),
          ("Bürgerschaft", "2031-09-22", "Beschlussfassung")]),
        ("Beratungsfolge: Bauausschuss am 3. Mai 2031 (Vorberatung, nichtöffentlich), Gemeinderat am 17. Mai 2031\n"
         "(Beschlussfassung, öffentlich)",
         [("Bauausschuss", "2031-05-03", "Vorberatung"), ("Gemeinderat", "2031-05-17", "Beschlussfassung")]),
        ("Beratungsfolge:\n1. Vorberatung      Bauausschuss     03.02.2031\n"
         "2. Beschlussfassung Stadtrat         24.02.2031",
         [("Bauausschuss", "2031-02-03", "Vorberatung"), ("Stadtrat", "2031-02-24", "Beschlussfassung")]),
        ("Gremium            Termin       Zuständigkeit\nFinanzausschuss    03.02.2031   1. Lesung\n"
         "Rat                17.03.2031   Beschlussfassung",
         [("Finanzausschuss", "2031-02-03", "1. Lesung"), ("Rat", "2031-03-17", "Beschlussfassung")]),
        ("An den Bauausschuss (zur Kenntnis)          Nr.  1734/2031\n"
         "In den Verwaltungsausschuss                 Zu TOP",
         [("Bauausschuss", None, "zur Kenntnis"), ("Verwaltungsausschuss", None, None)]),
    ],
)  # fmt: skip
def test_bodies_of_columns_and_lists(table, wanted):
    assert rows(f"Stadt Auental\nBeschlussvorlage 0277/2031\n\n{table}\n\nBetreff: Wegeplan{PAPER}") == wanted


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Referat Schule                 Sitzungsvorlage Nr. 20-26 / V 01877", "Sitzungsvorlage"),
        ("Amt Auental                    Beschlussvorlage öffentlich", "Beschlussvorlage"),
        ("Sitzungsvorlage für den", "Sitzungsvorlage"),
        ("Beschluss\u00advorlage Nr. 077/2031", "Beschlussvorlage"),
        ("Ursprung: Antrag, Fraktion der SPD", "Antrag"),
    ],
)
def test_kinds_of_papers_beside_other_words(line, kind):
    assert facts(f"Stadt Auental\n{line}\n\nBetreff: Wegeplan{PAPER}").paper_type == kind


MINUTES = "Niederschrift über die Sitzung des Rates am 24.09.2031\n\n"
VOTED = "\nDer Rat stimmt einstimmig zu.\n\n"


@pytest.mark.parametrize(
    "numbers",
    [
        ["Punkt 1 der Tagesordnung\nHalle\n", "Punkt 2 der Tagesordnung\nBrücke\n"],
        ["TOP 1 Halle\n", "TOP 2 2. Änderung der Satzung\n"],
        ["1. Neue Halle\n", "2. Brücke\n", "4. Weg zum Bach\n", "5. Anfragen\n"],
        ["1. Neue Halle\n", "2. Brücke\n", "4. Weg zum Bach\n", "3. Anfragen\n", "5. Markt und Platz\n"],
        ["1. Neue Halle\n", "2. Brücke\n", "2a. Weg zum Bach\n", "3. Anfragen\n"],
        ["1. Neue Halle\n", "2. Brücke\n", "3. 1. Nachtrag zum Haushalt\n"],
    ],
)
def test_acts_belong_to_the_item_above_them(numbers):
    wanted = [number.split()[1] if number[0] in "PT" else number.split(".")[0] for number in numbers]
    assert of_items(MINUTES + "".join(number + VOTED for number in numbers)) == (wanted, wanted)


def test_items_set_aside_or_told_in_a_sentence():
    text = f"1. Neue Halle\n{VOTED}2. Brücke\n{VOTED}3. Markt\n{VOTED}4. - abgesetzt -\n\n"
    text += "5. Der Rat beschließt einstimmig den Plan.\n"
    assert of_items(MINUTES + text)[1] == ["1", "2", "3", "4", "5"]


def test_parts_of_an_item_further_down():
    text = f"TOP 1 Plan\n\nEs gingen Schreiben ein.\n\n1.1 Bauamt\n{VOTED}1.2 Forstamt\n{VOTED}TOP 2 Halle\n{VOTED}"
    assert of_items(MINUTES + text)[1] == ["1.1", "1.2", "2"]


@pytest.mark.parametrize(
    "head",
    [
        "Gremium: Rat      Sitzung: 24.09.2031      TOP: 7\n\nNeubau der Halle\n",
        "Rat\nSitzung vom 24.09.2031, Tagesordnungspunkt 7\n\nNeubau der Halle\n",
        "Gemeinderat\nNiederschrift vom 24.09.2031, öffentlich, § 7\n\nNeubau der Halle\n",
    ],
)
def test_the_head_names_the_item(head):
    assert of_items(f"Stadt Auental\n{head}\nBeschluss:\nGebaut wird.\n\nAbstimmung: Ja: 9, Nein: 1\n")[1] == ["7"]
