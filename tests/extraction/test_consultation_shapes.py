"""A Beratungsfolge in every shape: cells as lines, one sequence, short names, days whose year the heading states."""

from __future__ import annotations

import pytest

from kimdocs.extraction.pipeline import extract
from kimdocs.model.source import SourceDocument

HEAD = "Stadt Lindenau\nBeschlussvorlage Nr. 2031/045\n\n"
REST = "\n\nBetreff: Neubau der Sporthalle am Anger\n\nBeschlussvorschlag:\nDer Rat beschließt den Neubau.\n"


def read(text):
    record = extract(SourceDocument("sha256:0", "probe.txt", "text/plain", HEAD + text + REST))
    return [(one.organization, str(one.date) if one.date else None) for one in record.document.consultations]


COUNCILS = [("Ausschuss für Kultur", "2031-03-12"), ("Gemeinderat", "2031-03-26")]
BODIES = [("Magistrat", "2031-03-12"), ("Haupt- und Finanzausschuss", "2031-03-19"), ("Ratsversammlung", "2031-03-26")]


@pytest.mark.parametrize(
    "text",
    [
        "Gremium\nZuständigkeit\nSitzungsdatum\nErgebnis\nAusschuss für Kultur\nVorberatung\n12.03.2031\n"
        "ungeändert empfohlen\nGemeinderat\nEntscheidung\n26.03.2031",
        "Beratungsfolge\nTermin\nGremium\nAufgabe\n12.03.2031\nAusschuss für Kultur\nVorberatung\n26.03.2031\n"
        "Gemeinderat\nEntscheidung",
        "Zu beraten am 12.03.2031 im Ausschuss für Kultur\nZu beraten am 26.03.2031 im Gemeinderat",
        "Beratung:  12.03.2031  Ausschuss für Kultur\n           26.03.2031  Gemeinderat",
        "zur Beratung im Ausschuss für Kultur am 12.03.2031 und zum Beschluss im Gemeinderat am 26.03.2031",
        "Vorberatung im Ausschuss für Kultur am 12.03.2031, Entscheidung im Gemeinderat am 26.03.2031",
        "Vorberatung: Ausschuss für Kultur am 12.03.2031\nBeschlussfassung: Gemeinderat am 26.03.2031",
        "Beratungsfolge 2031:\n12.03.   Ausschuss für Kultur   Empfehlung\n26.03.   Gemeinderat   Beschluss",
        "An den\nAusschuss für Kultur (12.03.2031)\nGemeinderat (26.03.2031)",
        "Vorgesehen für: Ausschuss für Kultur, 12.03.2031, 17:00 Uhr\n            Gemeinderat, 26.03.2031, 16:00 Uhr",
        "Zur Vorberatung an: Ausschuss für Kultur   12.03.2031\nZur Beschlussfassung an: Gemeinderat   26.03.2031",
        "Sitzungsfolge 2031\nam 12.03. im Ausschuss für Kultur (Vorberatung)\nam 26.03. im Gemeinderat (Entscheidung)",
    ],
)
def test_two_bodies_with_their_dates(text):
    assert read(text) == COUNCILS


@pytest.mark.parametrize(
    "text",
    [
        "Magistrat 12.03.2031 - Haupt- und Finanzausschuss 19.03.2031 - Ratsversammlung 26.03.2031",
        "Beratungsfolge: Magistrat (12.03.2031) → Haupt- und Finanzausschuss (19.03.2031) → "
        "Ratsversammlung (26.03.2031)",
        "Magistrat 12.03.2031 zur Kenntnis / Haupt- und Finanzausschuss 19.03.2031 Empfehlung /\n"
        "Ratsversammlung 26.03.2031 Beschluss",
    ],
)
def test_a_sequence_in_one_line(text):
    assert read(text) == BODIES


@pytest.mark.parametrize(
    "text",
    [
        "Beratung in VA am 12.03.2031 (nö, vorberatend) und GR am 26.03.2031 (ö, beschließend)",
        "Gremien: VA 12.03.2031, GR 26.03.2031",
        "VA | 12.03.2031 | Kenntnisnahme\nGR | 26.03.2031 | Beschluss",
        "Gremienfolge:\n12.03.2031 VA vorberatend\n26.03.2031 GR beschließend",
        "VA 12.03.2031 vorberatend / GR 26.03.2031 beschließend",
    ],
)
def test_short_names_count_beside_a_date_and_a_role(text):
    assert read(text) == [("VA", "2031-03-12"), ("GR", "2031-03-26")]


def test_a_name_may_go_on_below_its_cell():
    text = (
        "Beratungsfolge:\nAusschuss für Stadtplanung,      12.03.2031   Vorberatung\nUmwelt und Verkehr\n"
        "Rat der Stadt                    26.03.2031   Entscheidung"
    )
    assert [name.replace("\n", " ") for name, _ in read(text)] == [
        "Ausschuss für Stadtplanung, Umwelt und Verkehr",
        "Rat der Stadt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Bauausschuss berät am 12.03.2031, der Rat entscheidet am 26.03.2031.",
        "Die letzte Beratung im Bauausschuss fand am 12.01.2031 statt.",
        "Lindenau 12.03.2031 - Rathaus 26.03.2031",
        "AB 12.03.2031 / CD 26.03.2031",
    ],
)
def test_sentences_places_and_letters_are_no_bodies(text):
    assert read(text) == []


@pytest.mark.parametrize("below", ["", "Ö", "|"])
def test_headings_with_nothing_below_them_are_no_rows(below):
    text = f"Beschlussvorlage\n\nGremium\nSitzungstermin\n{below}\nSachverhalt:\nText.\n"
    assert extract(SourceDocument("sha256:0", "probe.txt", "text/plain", text)).document.consultations == ()


def test_a_mark_above_the_first_row_is_none_of_it():
    assert read("Gremium\nSitzungstermin\nÖ\nRat\n26.03.2031") == [("Rat", "2031-03-26")]
