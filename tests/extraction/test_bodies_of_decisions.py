"""Which body decided: that of the row or of the line of a Beratungsfolge, where a paper tells of several."""

from __future__ import annotations

from tests.extraction.reading import SUBMISSION, record_of

PROPOSAL = "Beschlussvorschlag:\nDer Entwurf wird gebilligt.\n"


def decided(text, head=SUBMISSION):
    return [(one.organization, str(one.outcome), one.agenda_item) for one in record_of(text, head).decisions]


def test_a_row_tells_what_its_body_decided():
    text = (
        "Beratungsfolge Termin Stand Abstimmung\nFachausschuss Schule,\n02.03.2031 Beratung und Empfehlung Einstimmig\n"
        "Jugend und Kultur\nRat 25.03.2031 Beratung und Beschlussfassung 18 Ja-Stimmen, 7 Nein-Stimmen\n\n"
    )
    assert decided(text + PROPOSAL) == [
        ("Fachausschuss Schule, Jugend und Kultur", "recommended", None),
        ("Rat", "adopted", None),
    ]


def test_a_form_tells_what_the_bodies_of_its_rows_decided():
    text = (
        "Beratungsfolge\nBauausschuss 02.03.2031 Vorberatung\nRat 25.03.2031 Entscheidung\n\n"
        f"{PROPOSAL}\nBeratungsergebnis:\n\nGremium\tEinstimmig\tJa\tNein\tEnthaltung\tlt. Beschlussvorschlag\n"
        "Bauausschuss\tx\t\t\t\tx\nRat\t\t18\t7\t1\tx\n"
    )
    assert decided(text) == [("Bauausschuss", "recommended", None), ("Rat", "adopted", None)]


def test_the_course_of_a_paper_tells_what_each_body_made_of_it():
    text = (
        "Beratungsfolge\n\nBauausschuss, 02.03.2031\n\nÖ 6\n\nBeschluss: ungeändert empfohlen\n\n"
        "Abstimmung: Ja: 11, Nein: 3\n\nFrau Anders fragt nach.\n\nRat der Stadt Altfeld, 25.03.2031\n\nÖ 9\n\n"
        "Beschluss: geändert beschlossen\n\nAbstimmung: Ja: 28, Nein: 9\n\nSachverhalt\n\nDie Halle ist alt.\n"
    )
    assert decided(text) == [("Bauausschuss", "recommended", "Ö 6"), ("Rat der Stadt Altfeld", "adopted", "Ö 9")]
    record = record_of(text, SUBMISSION)
    assert [(one.organization, str(one.date)) for one in record.document.consultations] == [
        ("Bauausschuss", "2031-03-02"),
        ("Rat der Stadt Altfeld", "2031-03-25"),
    ]
    assert [item.title for item in record.agenda_items] == [None, None]
    assert record.document.date is None


def test_minutes_leave_the_body_to_their_head():
    text = "TOP 1: Brücke\n\nDer Rat beschließt einstimmig den Bau.\n"
    assert [one.organization for one in record_of(text).decisions] == [None]


def test_marks_of_columns_part_no_result_from_its_row():
    head = "Beratungsfolge dieser Vorlage\nGremium Termin TOP ö nö Ergebnis\n"
    text = f"{head}Hauptausschuss 07.05.2031 7\nX\n\n \nzugestimmt\n\n"
    assert decided(text + PROPOSAL) == [("Hauptausschuss", "adopted", None)]
