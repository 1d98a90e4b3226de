"""What heads and numbers every page of a text with form feeds parts no sentence and no vote."""

import kimdocs
from tests.properties.laws import check_evidence

HEAD = "Gemeinde Auental\nNiederschrift über die Sitzung des Gemeinderates am 12.03.2031\n\n"
PARTS = [
    "TOP 1: Dach der Halle\nDas Dach ist undicht.\n\nBeschluss:\nDas Dach wird für 38.000 €",
    "gedeckt.\n\nAbstimmungsergebnis:",
    "9 Ja, 2 Nein\n\nTOP 2: Bank am Wehr\nDie Bank wird bei",
    "3 Enthaltungen einstimmig beschlossen.\n",
]


def told(breaks):
    pages = [
        part + (breaks.format(n=number, m=len(PARTS)) if number < len(PARTS) else "")
        for number, part in enumerate(PARTS, 1)
    ]
    source = kimdocs.read((HEAD + "".join(pages)).encode(), name="protokoll.txt")
    record = kimdocs.extract(source)
    check_evidence(source, record)
    decisions = [(one.agenda_item, one.outcome, one.yes, one.no, one.abstain) for one in record.decisions]
    return decisions, [one.text.split() for one in record.resolutions]


def test_heads_and_numbers_of_pages_tell_nothing():
    whole = told("\n")
    assert whole[0] == [("1", "adopted", 9, 2, None), ("2", "adopted", None, None, 3)]
    assert told("\n- {n} -\n\f\n") == whole
    assert told("\n\nSeite {n} von {m}\n\fNiederschrift des Gemeinderates Auental, Nr. 4\n\n") == whole


def test_a_label_that_begins_pages_stays():
    form = "\f".join(
        f"Beschluss:\nDer Weg {n} wird gebaut.\n\nAbstimmungsergebnis: {n + 6} Ja, 1 Nein\n" for n in (1, 2, 3)
    )
    record = kimdocs.extract(kimdocs.read((HEAD + form).encode(), name="protokoll.txt"))
    assert [(one.yes, one.no) for one in record.decisions] == [(7, 1), (8, 1), (9, 1)]
    assert len(record.resolutions) == 3
