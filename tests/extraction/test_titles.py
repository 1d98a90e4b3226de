"""Titles beside the furniture of heads: items and paragraphs by number, letters, officials, forms with empty fields."""

from __future__ import annotations

import pytest

from tests.extraction.reading import facts_of

ACT = "\n\nBeschluss:\nDem Antrag wird zugestimmt.\n\nAbstimmungsergebnis: einstimmig\n"
PAPER = "\n\nBeschlussvorschlag:\nDer Weg wird verbreitert.\n\nSachverhalt:\nDer Weg ist schmal.\n"
MOVED = "\n\nSehr geehrte Frau Lohse,\n\nwir beantragen, der Rat möge beschließen:\n\nEs wird gebaut.\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Stadt Auental - Ratsinfo\n\nAuszug - Neuaufstellung des Wegeplans\n\nTOP Ö 7\nGremium: Bauausschuss",
         "Neuaufstellung des Wegeplans"),
        ("Stadt Auental\nOrtschaftsrat Niederau\n\n"
         "Auszug aus der Niederschrift - öffentlich - 16. Sitzung vom 06.03.2031\n\n"
         "6   Benennung einer Straße im Neubaugebiet\n    Vorlage: 077/31", "Benennung einer Straße im Neubaugebiet"),
        ("Gemeinde Auental\n\nVerhandlungen des Gemeinderats\nÖffentlich     Blatt 87\n\n"
         "Sitzung vom 6. März 2031\n\n§ 64\n"
         "Belegung der Mehrzweckhalle", "Belegung der Mehrzweckhalle"),
        ("Stadt Auental\nAuszug aus dem Beschlussbuch des Bauausschusses\n\n"
         "Sitzung vom 6. März 2031\n\n§ 12  Vergabe der Arbeiten",
         "Vergabe der Arbeiten"),
        ("Auszug aus dem Protokoll der Sitzung des Rates vom 12.05.2031\n\n"
         "9. Einrichtung einer Schule\n(Drucksache 2031-211)",
         "Einrichtung einer Schule"),
        ("Auszug aus dem Protokoll der Sitzung des Rates vom 12.05.2031\n\n2. Änderung der Satzung über Märkte",
         "2. Änderung der Satzung über Märkte"),
        ("TOP 6: Wahl der Mitglieder\nKonstituierende Sitzung der Stadtverordnetenversammlung am 26.04.2031",
         "Wahl der Mitglieder"),
    ],
)  # fmt: skip
def test_titles_of_excerpts(head, title):
    assert facts_of(head + ACT).title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Stadt Auental\nBeschlussvorlage\n\nTOP-Bezeichnung\n"
         "Sanierung der Lindenschule", "Sanierung der Lindenschule"),
        ("Vorlage-Nr: FB 61/0418/WP31\nAZ:\nDatum: 08.02.2031\nVerfasser: FB 61/300\n\n"
         "Umgestaltung des Platzes vor dem alten Rathaus\n\nBeratungsfolge:\nDatum   Gremium\n"
         "16.02.2031   Bauausschuss",
         "Umgestaltung des Platzes vor dem alten Rathaus"),
        ("Beschlussvorlage\n\nAz.:               Datum:  01.06.2031\n\nBezeichnung der Vorlage:\n"
         "Bebauungsplan „Am Deich“",
         "Bebauungsplan „Am Deich“"),
        ("Gemeinde Auental\n\nBeschlussvorlage\nBetreff: Umbau der Kreuzung am Anger\n- Vorprojektbeschluss -",
         "Umbau der Kreuzung am Anger"),
        ("Gemeinde Auental\n\nBeschlussvorlage\nBetreff: Umbau der Kreuzung am Anger\n- Baubeschluss",
         "Umbau der Kreuzung am Anger - Baubeschluss"),
        ("Änderungsantrag\nBetreff: Fortführung der Jugendagentur\n"
         "zur Vorlage 0399/2031, Sitzung des Kreistages am 11.12.2031",
         "Fortführung der Jugendagentur"),
        ("Landkreis Auental\n\nVorlage KTA/31/12\n\nAusschuss für Umwelt und Technik\nöffentlich am 12.11.2031\n\n"
         "Ausbau der Kreisstraße 1204 zwischen Rot und Weil", "Ausbau der Kreisstraße 1204 zwischen Rot und Weil"),
    ],
)  # fmt: skip
def test_titles_of_papers(head, title):
    assert facts_of(head + PAPER).title == title


@pytest.mark.parametrize(
    "title", ["Antrag zum Haushalt 2031: Hitzeplan und Stelle für Klima", "Antrag auf Einrichtung eines Jugendtreffs"]
)
def test_the_line_of_a_letter_that_says_what_it_moves_is_its_title(title):
    head = "Fraktion Neue Mitte im Kreistag\n\nHerrn Landrat\nDr. Karl Lohse\nLandratsamt\n\n"
    letter = f"{head}Auental, 6. März 2031\n\n{title}"
    assert facts_of(letter + MOVED).title == title


def test_a_bulletin_is_called_by_what_it_announces():
    head = "Amtsblatt der Stadt Auental\n\nBekanntmachung der Beschlüsse der 11. Sitzung des Stadtrates am 06.03.2031\n"
    assert facts_of(head + "\nBeschluss-Nr. 87-11/2031\nDer Stadtrat kauft die Wiese.\n").title == head.split("\n")[2]


@pytest.mark.parametrize(
    "title",
    ["Stand der Barrierefreiheit an Haltestellen", "Entwurf des Haushaltsplans", "Fassung der Kleingartensatzung"],
)
def test_words_of_versions_begin_titles_too(title):
    assert facts_of(f"Stadt Auental\n\nInformationsvorlage\n\nNr. 31/2031\n\n{title}{PAPER}").title == title


def test_the_number_below_the_label_of_an_item_hides_no_title():
    head = (
        "Drucksache 12/2031\n\nTagesordnungspunkt: 7\n\nfür die Sitzung des Rates am 05.06.2031\n\nbetr.: Kita-Satzung"
    )
    assert facts_of(head + PAPER).title == "Kita-Satzung"


def test_a_motion_that_ends_with_its_title_is_read():
    facts = facts_of("Stadt Lindenau, 31.10.2031\n\nAntrag zum Haushalt 2032: Neubau der Sporthalle")
    assert facts.title == "Antrag zum Haushalt 2032: Neubau der Sporthalle"
