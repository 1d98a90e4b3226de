"""Heads of papers as few towns set them: who deals with a paper, its number, its title, its date."""

import pytest

from tests.extraction.reading import facts

TEXT = "\n\nBeschlussvorschlag:\nDem Vorhaben wird zugestimmt.\n"
HEAD = "Stadt Auental\nBeschlussvorlage 44/2031\nDatum: 20.01.2031\n"
BOTH = [("Bauausschuss", "2031-02-17"), ("Rat", "2031-03-03")]


def dealt(found):
    return [(row.organization, row.date.isoformat() if row.date else None) for row in found.consultations]


@pytest.mark.parametrize(
    "rows",
    [
        "für die Sitzung\n  des Bauausschusses am 17.02.2031\n  des Rates am 03.03.2031",
        "für die Sitzung des Bauausschusses am 17.02.2031\nund die Sitzung des Rates am 03.03.2031",
        "Gremien: Bauausschuss 17.02.2031 (b), Rat 03.03.2031 (e)",
        "(x) Bauausschuss    17.02.2031\n( ) Finanzausschuss\n(x) Rat             03.03.2031",
        "☒ Bauausschuss\t17.02.2031\n☐ Finanzausschuss\t\n☒ Rat\t03.03.2031",
        "Zur Vorberatung öffentlich im\n  Bauausschuss am 17.02.2031\nZur Beschlussfassung im\n  Rat am 03.03.2031",
        "| Beratung | Bauausschuss | 17.02.2031 | nö |\n|          | Rat | 03.03.2031 | ö |",
        "Beratung     Bauausschuss  Rat\nam           17.02.2031    03.03.2031",
        "Gremium\nBauausschuss\nRat\nSitzung\n17.02.2031\n03.03.2031\nRolle\nVorberatung\nEntscheidung",
        "Gremium: Bauausschuss\nDatum: 17.02.2031\nGremium: Rat\nDatum: 03.03.2031",
        "Gremium 1: Bauausschuss am 17.02.2031\nGremium 2: Rat am 03.03.2031",
        "==> Bauausschuss    17.02.2031   zur Beratung\n==> Rat             03.03.2031   zum Beschluss",
        "a) Bauausschuss, 17.02.2031\nb) Rat, 03.03.2031",
        "in den Bauausschuss am 17.02.2031\nin den Rat am 03.03.2031",
        "Bauausschuss (V)   17.02.2031\nRat (E)            03.03.2031",
        "Weg durch die Gremien: Bauausschuss 17.02.2031, Rat 03.03.2031",
        "Geplante Beratungen\tSitzungstermin\tÖ/N\nBauausschuss (Vorberatung)\t17.02.2031\tÖ\nRat\t03.03.2031\tÖ",
        "Beratung am 17.02.2031 im Bauausschuss\nBeschluss am 03.03.2031 im Rat",
        "Beratungsfolge\nBauausschuss 17.02.2031, Rat 03.03.2031",
        "Beratungsfolge\tBauausschuss 17.02.2031, Rat 03.03.2031",
        "Bauausschuss 17.02.2031 | Rat 03.03.2031",
        "Bauausschuss\n17.02.2031\nöffentlich\nRat\n03.03.2031\nöffentlich",
    ],
)
def test_bodies_that_deal_with_a_paper(rows):
    found = facts(f"{HEAD}Betreff: Neubau der Sporthalle\n\n{rows}{TEXT}")
    assert dealt(found) == BOTH
    assert (found.title, found.date.isoformat()) == ("Neubau der Sporthalle", "2031-01-20")


@pytest.mark.parametrize(
    "row",
    [
        "Beratungsfolge: Rat | 03.03.2031 | Genehmigung",
        "Beratung..........: 03.03.2031 Rat (Entscheidung)",
        "Beratung und Entscheidung:   Rat,   3. März 2031",
        "An: Rat (Sitzung 03.03.2031)",
    ],
)
def test_one_body_that_deals_with_a_paper(row):
    assert dealt(facts(f"{HEAD}{row}\nBetreff: Neubau der Sporthalle{TEXT}")) == [("Rat", "2031-03-03")]


def test_earlier_consultations_are_none_of_the_papers():
    found = facts(f"{HEAD}Betreff: Neubau\nBisherige Beratungen: Bauausschuss 17.02.2030, Rat 03.03.2030{TEXT}")
    assert dealt(found) == []


def test_names_that_go_on_below_their_date():
    rows = (
        "Gremium            Termin\nAusschuss für Bau, 17.02.2031\nUmwelt und\nVerkehr\nRat                03.03.2031"
    )
    found = facts(f"{HEAD}\nNeubau der Sporthalle\n\n{rows}{TEXT}")
    assert dealt(found) == [("Ausschuss für Bau, Umwelt und Verkehr", "2031-02-17"), ("Rat", "2031-03-03")]


def test_a_meeting_whose_body_and_date_stand_apart():
    found = facts(
        f"Antrag 12/2031 der UWG-Fraktion zur Sitzung am 03.03.2031\n\nOrtsbeirat Niederau\n\nNeue Bänke{TEXT}"
    )
    assert (found.reference, found.organization) == ("12/2031", "Ortsbeirat Niederau")
    assert dealt(found) == [("Ortsbeirat Niederau", "2031-03-03")]


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("Drucksache Nr.: 06417-31", "06417-31"),
        ('Drucksache Nr.: "06417-31-E1" (zu Drucksache Nr.: 06417-31)', "06417-31-E1"),
        ("Vorlage Nr. 31/207-S", "31/207-S"),
        ("Nr. 071-31", "071-31"),
        ("Vorlage: 31 / 2031", "31 / 2031"),
        ("Vorlage Nr. 101.19.345", "101.19.345"),
        ("FD 4 - Planung               2031-Ö-17", "2031-Ö-17"),
        ("M-2031-027 | 19.01.2031", "M-2031-027"),
    ],
)
def test_numbers_of_papers(line, reference):
    assert (
        facts(f"Stadt Auental\nMitteilungsvorlage\n{line}\nBetreff: Neubau der Sporthalle{TEXT}").reference == reference
    )


@pytest.mark.parametrize(
    "lines",
    [
        "Drucksache 44/2031 vom 20.01.2031",
        "Drucksache 44/2031\nvom 20. Januar 2031",
        "Drucksache 44/2031\nFachdienst 40, 20.01.2031",
        "Drucksache 44/2031\nAuental, d. 20.01.2031",
        "Drucksache 44/2031\nVerfasser: Kämmerei, Herr Ohm, 20.01.2031",
        "Vorlagen-Nummer 20.01.2031\n44/2031",
        "Drucksache 44/2031\nDatum der Ausfertigung: 20.01.2031",
    ],
)
def test_dates_of_papers(lines):
    found = facts(f"Stadt Auental\nBeschlussvorlage\n{lines}\nBetreff: Neubau der Sporthalle{TEXT}")
    assert (found.reference, found.date.isoformat()) == ("44/2031", "2031-01-20")


@pytest.mark.parametrize(
    "lines",
    [
        "Beschlussvorlage - Neubau der Sporthalle\nNr. 44/2031",
        "Vorlage 44/2031: Neubau der Sporthalle\n20.01.2031",
        "Beschlussvorlage Nr. 44/2031\nzum Thema\nNeubau der Sporthalle",
        "Neubau der Sporthalle (Vorlage 44/2031)\n20.01.2031",
        "Beschlussvorlage Nr. 44/2031\nGegenstand der Beschlussfassung: Neubau der Sporthalle\nAmt: Bauamt",
        "Beschlussvorlage Nr. 44/2031\nBeschlussgegenstand  Neubau der Sporthalle",
        "Beschlussvorlage Nr. 44/2031\nProjekt: Neubau der Sporthalle",
        "Beschlussvorlage Nr. 44/2031\nBetreff: Neubau der Sporthalle\nAnlg.: 2",
        "Beschlussvorlage Nr. 44/2031\n\nNeubau der Sporthalle\n\nZiele: keine Angaben",
        "Beschlussvorlage Nr. 44/2031\nBauhof            20.01.2031\nNeubau der Sporthalle",
        "Beschlussvorlage Nr. 44/2031\nFreigabe: BM Muster\nNeubau der Sporthalle",
        "Beschlussvorlage Nr. 44/2031\nNeubau der Sporthalle\nBearbeitungsstand: abgeschlossen",
        "Beschlussvorlage Nr. 44/2031\ni. A. Muster\nNeubau der Sporthalle",
        "Beschlussvorlage Nr. 44/2031\nFinanzielle Auswirkungen: nein\n\nNeubau der Sporthalle",
        "Vorlage-Nr. | Datum | Betreff\n44/2031 | 20.01.2031 | Neubau der Sporthalle",
    ],
)
def test_titles_of_papers(lines):
    found = facts(f"Stadt Auental\n{lines}{TEXT}")
    assert (found.title, found.reference) == ("Neubau der Sporthalle", "44/2031")


@pytest.mark.parametrize(
    "title",
    [
        "Änderung der Hauptsatzung\n1. Lesung",
        "Erhöhung der Elternbeiträge zum\n01.09.2031",
        "Verkauf eines Grundstücks\nan die Eheleute Muster",
        "Anfrage der UWG-Fraktion zum Winterdienst",
    ],
)
def test_titles_that_go_on(title):
    assert facts(f"{HEAD}\n{title}\n\nRat   03.03.2031   öffentlich{TEXT}").title == " ".join(title.split())


def test_an_outdented_line_is_no_more_of_the_title():
    text = (
        "Stadt Auental\nAuszug aus der Niederschrift\n   Gremium: Rat\n   vom:     03.03.2031\n   Betreff: Neue Bänke\n"
    )
    assert facts(f"{text}zur weiteren Veranlassung\n\nBeschluss:\nDie Bänke werden gekauft.\n").title == "Neue Bänke"


@pytest.mark.parametrize(
    "head",
    [
        "Rat\n(Gremium)\n03.03.2031\n(Sitzungsdatum)\n44/2031\n(Vorlage)\nNeue Bänke\n(Betreff)",
        "Rat\nGremium\n03.03.2031\nSitzungsdatum\n44/2031\nVorlage\nNeue Bänke\nBetreff",
        "44/2031          Vorlagennummer\nNeue Bänke       Betreff\nRat              Gremium\n03.03.2031       Sitzung",
    ],
)
def test_labels_behind_their_values(head):
    found = facts(f"{head}\n\nBeschluss:\nDie Bänke werden gekauft.\n12:1\n")
    assert (found.title, found.reference, found.organization) == ("Neue Bänke", "44/2031", "Rat")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("☒ Beschlussvorlage ☐ Mitteilung ☐ Antrag", "Beschlussvorlage"),
        ("Beschlussvorlage für:", "Beschlussvorlage"),
        ("Beschlussvorlage NÖ-3/2031 (20.01.2031)", "Beschlussvorlage"),
        ("Beschlussvorlage, öffentlich, 20.01.2031, Fachbereich 1", "Beschlussvorlage"),
        ("MITTEILUNG an die Mitglieder des Bauausschusses", "Mitteilung"),
        ("Drucksache-Art: Vorlage zur Kenntnisnahme Vorlage zur Kenntnisnahme", "Vorlage zur Kenntnisnahme"),
    ],
)
def test_kinds_of_paper(line, kind):
    assert facts(f"Stadt Auental\n{line}\n\nNeubau der Sporthalle{TEXT}").paper_type == kind


def test_bodies_of_which_several_deal_with_a_paper_are_not_its_own():
    rows = "Gremium       Termin\nSitzung des Bauausschusses   17.02.2031\nRat   03.03.2031"
    assert facts(f"{HEAD}Betreff: Neubau\n{rows}{TEXT}").organization is None


@pytest.mark.parametrize("sign", [": ", " = ", " – ", " - ", ";", "\t", " │ ", "........: "])
def test_signs_between_label_and_value(sign):
    fields = {"Vorlagen-Nr.": "44/2031", "Datum": "20.01.2031", "Betreff": "Neubau der Sporthalle", "Art": "Anfrage"}
    found = facts("\n".join(f"{label}{sign}{value}" for label, value in fields.items()) + TEXT)
    assert (found.reference, found.date.isoformat()) == ("44/2031", "2031-01-20")
    assert (found.title, found.paper_type) == ("Neubau der Sporthalle", "Anfrage")


def test_dates_below_the_bodies_that_deal_with_a_paper():
    rows = "Gremium       Termin\nBauausschuss  17.02.2031\nRat           03.03.2031"
    found = facts(f"{rows}\n\nStadt Auental\nBeschlussvorlage 44/2031\n20.01.2031\n\nNeubau der Sporthalle{TEXT}")
    assert (found.title, found.date.isoformat()) == ("Neubau der Sporthalle", "2031-01-20")
    assert dealt(found) == BOTH


def test_a_title_below_the_resolution():
    found = facts(f"Stadt Auental\nVorlage 44/2031{TEXT}\nBetreff: Neubau der Sporthalle\n")
    assert found.title == "Neubau der Sporthalle"
