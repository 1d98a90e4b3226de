"""Heads of papers that only their text tells: who met, which paper it deals with, which meetings it asks for."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extraction.reading import facts

VOTE = "Beschluss: geändert beschlossen\n\nAbstimmung: Ja: 7, Nein: 2\n\n"


@pytest.mark.parametrize(
    ("acts", "organization"),
    [
        ("Die Stadtvertretung beschließt den Kauf.\nDer Bauausschuss empfiehlt der Stadtvertretung den Kauf.",
         "Bauausschuss"),
        ("Der Rat beschließt den Kauf.\nDer Bauausschuss empfiehlt dem Rat den Kauf.\nDer Kulturausschuss stimmt zu.",
         None),
        ("Der Magistrat wird beauftragt, den Kauf zu prüfen.", None),
        ("Ratsherr Kurz fragt nach.\nSodann fasst der Rat folgenden Beschluss: Es wird gekauft.", "Rat"),
        ("Stadtrat Kurz fragt nach.\nSodann fasst der Rat folgenden Beschluss: Es wird gekauft.", None),
        ("Dem Kulturausschuss lag eine Liste vor.", "Kulturausschuss"),
        ("Die Vorlage lag dem Stadtrat Elbheim mit einer Empfehlung vor.", "Stadtrat"),
        ("Die Mitglieder der Stadtverordnetenversammlung Elbheim haben die Unterlagen.", "Stadtverordnetenversammlung"),
        ("Der Bericht wird vom Ausschuss für Umwelt und Energie zur Kenntnis genommen.",
         "Ausschuss für Umwelt und Energie"),
        ("Dem Kulturausschuss lag eine Liste vor. Dem Bauausschuss lag sie auch vor.", None),
        ("Damit empfiehlt die Bezirksvertretung für den Stadtbezirk IV dem Rat der Stadt Elbheim, nichts zu tun.",
         "Bezirksvertretung für den Stadtbezirk IV"),
    ],
)  # fmt: skip
def test_the_body_of_an_excerpt_without_head(acts, organization):
    assert facts(f"{VOTE}{acts}\n").organization == organization


@pytest.mark.parametrize(
    ("line", "organization"),
    [
        ("Sitzung: 25.06.2031   Rat/04/2031", "Rat"),
        ("Sitzung: 25.06.2031   Ortsrat Wiesental, Stadt Elbheim", "Ortsrat Wiesental"),
        ("Sitzung: 25.06.2031   Ausschuss für Jugend der Gartenstadt Elbheim", "Ausschuss für Jugend"),
        ("Sitzung: 25.06.2031   Haushaltsausschuss der Bezirksversammlung Elbe-Nord", "Haushaltsausschuss"),
        ("Niederschrift über die 9. Sitzung des Ortschaftsrates Auen (öffentlicher Teil)", "Ortschaftsrat Auen"),
        ("Sitzung: 25.06.2031   Bauausschuss des Samtgemeinderates", "Bauausschuss"),
    ],
)
def test_where_the_name_of_a_body_ends(line, organization):
    assert facts(f"{line}\nBeschluss: geändert beschlossen\n\nEs wird gebaut.\n").organization == organization


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Frau Lang erläutert die Vorlage BV-V/31/0711.", "BV-V/31/0711"),
        ("Der Antrag liegt als Stadtverordneten-Drucksache Nr. 61/2031 vor.", "61/2031"),
        ("Der Bauausschuss empfiehlt, die Vorlage FB 4/112/2031 zu beschließen.", "FB 4/112/2031"),
        ("Der Kulturausschuss stimmt der Vorlage VL-44/2031 zu.", "VL-44/2031"),
        ("Frau Lang erläutert die Vorlage 12/2031 und die Vorlage 13/2031.", None),
        ("Zur Tagesordnung: Frau Lang erläutert die Vorlage 12/2031.", None),
        ("Frau Lang verweist auf die Vorlage 12/2031 vom Vorjahr.", None),
    ],
)
def test_the_only_paper_that_an_excerpt_deals_with(sentence, number):
    assert facts(f"{VOTE}{sentence}\n").reference == number


def test_the_title_behind_how_public_an_item_is_and_the_number_below_it():
    item = "TOP 11 öffentlich: Sozialpass im Stadtgebiet\n- Antrag der Fraktion Mitte vom 12.01.2031\nNr.: 2031/0977\n"
    found = facts(f"Beschluss: mehrheitlich abgelehnt\n\n{item}\nHerr Lang bittet, dem Antrag zu folgen.\n")
    assert (found.title, found.reference) == ("Sozialpass im Stadtgebiet", "2031/0977")


def test_the_only_item_of_an_excerpt_below_those_present():
    head = "Gemeinde Auental\nAuszug aus der Niederschrift über die Sitzung des Gemeinderats vom 12. Oktober 2031\n\n"
    names = "Vorsitzender:   Frau Lang\nAnwesend:       14 Gemeinderäte; Normalzahl 16\n\n"
    item = "§ 87\nKindergarten Auen\n- Anpassung der Beiträge\n\nI. Sachvortrag\n\nBeschluss: Ja. 12 : 0\n"
    assert facts(head + names + item).title == "Kindergarten Auen - Anpassung der Beiträge"


def test_an_excerpt_whose_text_has_no_lines():
    head = "Elbheim, den 11.11.2031 Stadt Elbheim Beschluss aus der Sitzung des Ausschusses für Sport der "
    item = "Stadt Elbheim am 28.09.2031 Öffentliche Sitzung 4. Neubau der Turnhalle hier: Vergabe 217/2031 Es "
    act = (
        "geht los. Beschluss: Der Ausschuss für Sport vergibt sie. Abstimmungsergebnis: 6 Ja-Stimmen, 9 Nein-Stimmen\n"
    )
    found = facts(head + item + "redet Herr Kurz. Es " * 80 + act)
    assert found.title == "Neubau der Turnhalle hier: Vergabe"
    assert (found.organization, found.date) == ("Ausschuss für Sport", dt.date(2031, 9, 28))
    assert (found.reference, found.body) == ("217/2031", "Stadt Elbheim")


def test_minutes_whose_text_has_no_lines_below_the_labels_of_a_page():
    head = "Öffentliche Niederschrift (Rat)\n\nDaten\n\nGröße\n212 kB\n\nInhalt der Datei\n\n"
    text = "ÖFFENTLICHE NIEDERSCHRIFT über die 7. Sitzung des Rates der Gemeinde Auental vom 12.03.2031 im Ratssaal"
    assert facts(head + text + " Herr Kurz spricht." * 120 + "\n").organization == "Rat"


@pytest.mark.parametrize(
    ("request_", "stations"),
    [
        ("wir bitten, den Antrag in der Sitzung des Umweltausschusses im Dezember zu behandeln.",
         [("Umweltausschuss", None)]),
        ("zur nächsten Sitzung des Bauausschusses, des Kreisausschusses und des Kreistages stellen wir diesen Antrag.",
         [("Bauausschuss", None), ("Kreisausschuss", None), ("Kreistag", None)]),
        ("wir bitten, in der Sitzung des Rates am 10.11.2031 darüber abzustimmen.", [("Rat", dt.date(2031, 11, 10))]),
        ("wir beantragen, in der nächsten Sitzung des Rates darüber abzustimmen.", []),
        ("in der Sitzung des Bauausschusses wurde darüber gestritten.", []),
    ],
)  # fmt: skip
def test_the_meetings_that_a_motion_asks_for(request_, stations):
    letter = (
        f"Fraktion Mitte\n\nAntrag: Mehr Bänke\n\nSehr geehrte Frau Lang,\n\n{request_}\n\nEs werden Bänke gestellt.\n"
    )
    assert [(row.organization, row.date) for row in facts(letter).consultations] == stations


def test_the_day_in_a_title_makes_no_row_of_it():
    rows = "Gremium          Sitzungsdatum\nBauausschuss     30.08.2031\nKreistag         26.10.2031\n"
    paper = f"Vorlage Nr.: 386/2031\n\nBeratungsfolge:\n\n{rows}\nBetreff:\nSchließung der Schule zum 31.07.2032\n"
    assert [row.organization for row in facts(f"{paper}\nDer Kreistag beschließt:\nEs ist so.\n").consultations] == [
        "Bauausschuss",
        "Kreistag",
    ]


@pytest.mark.parametrize(
    ("paper", "day"),
    [
        ("Niederschrift\n\nüber die 4. Sitzung des Rates der Stadt Elbheim\n\n\nam 08.02.2031\nRatssaal\n",
         dt.date(2031, 2, 8)),
        ("Beschlüsse aus der Niederschrift\nüber die 19. Sitzung des Ortsgemeinderates Auental am Mittwoch, "
         "08.11.2031, 19:30 Uhr im Gemeinschaftshaus.\n", dt.date(2031, 11, 8)),
        ("Gemeinde Auental      17.03.2031\nKurzprotokoll GV-Sitzung Nr. 2/31\n", dt.date(2031, 3, 17)),
    ],
)  # fmt: skip
def test_the_day_of_a_sitting(paper, day):
    assert facts(f"{paper}\nTOP 1 Bank\nDie Bank wird gekauft. Abstimmung: 7 Ja\n").date == day


@pytest.mark.parametrize(
    ("head", "organization"),
    [
        ("Der Technische Ausschuss der Großen Kreisstadt Au hat in seiner Sitzung am 02.12.2031 beschlossen:\n\nSo.",
         "Technischer Ausschuss"),
        ("       STADT ELBHEIM\n   Beschluss der Stadtverordnetenversammlung\n\nSitzung vom: 02.12.2031\n\nSo.",
         "Stadtverordnetenversammlung"),
    ],
)  # fmt: skip
def test_the_body_that_has_decided(head, organization):
    found = facts(f"{head}\n\nAbstimmungsergebnis: Ja 8, Nein 0\n")
    assert (found.organization, found.date) == (organization, dt.date(2031, 12, 2))


def test_a_place_and_a_day_are_no_title():
    head = "Stadt Elbheim\nReferat Bildung\nGz:\nSB\nElbheim,\n05/11/2031\nBücherei West\nLängere Öffnungszeiten\n"
    assert facts(f"{head}Beschlußvorlage\nVorlage an\nBeschlußantrag:\n1. Es ist so.\n").title == (
        "Bücherei West Längere Öffnungszeiten"
    )


def test_the_sitting_that_a_bulletin_reports_with_as_follows():
    head = "Amtsblatt der Stadt Elbheim\nAusgabe 3/2031\n\nBekanntmachung von Beschlüssen\n\n"
    told = "In der 22. Sitzung des Stadtrates der Stadt Elbheim am 26.02.2031 wurde wie folgt beschlossen"
    act = "\n\nBeschluss-Nr.: 22-301-2031\n\nDer Stadtrat bestätigt die Tagesordnung.\n\nJa-Stimmen: 17\n"
    assert facts(f"{head}{told}{act}").organization == "Stadtrat"
