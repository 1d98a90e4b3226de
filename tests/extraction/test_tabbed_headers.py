"""The header of a list of acts whose narrow columns a PDF parts with blanks, and whose rows it parts with tabs."""

import pytest

import kimdocs

HEAD = "Gemeinde Auental\nBeschlussprotokoll der Gemeindevertretung\nSitzung am: 14.05.2031\n\n"
ROWS = """2\tBestätigung der Tagesordnung\t-\tbestätigt\t11\t0\t0
3\tHalle am Anger\t17/2031\tbeschlossen\t9\t2\t0
4\tVerpachtung der Wiese\t18/2031\tabgelehnt\t3\t7\t1
"""
HEADERS = [
    "TOP\tGegenstand\tBeschluss-Nr.\tErgebnis\tJa\tNein\tEnth.",
    "TOP Gegenstand\tBeschluss-Nr.\tErgebnis\tJa Nein Enth.",
    "TOP Gegenstand\tBeschluss-Nr. Ergebnis\tJa Nein Enth.",
    "TOP\tGegenstand\tBeschluss-Nr. Ergebnis\tJa\tNein Enth.",
]


def told(text):
    record = kimdocs.extract(kimdocs.read(text.encode(), name="protokoll.txt"))
    return [(one.outcome, one.yes, one.no, one.abstain) for one in record.decisions]


@pytest.mark.parametrize("header", HEADERS)
def test_rows_tell_their_counts(header):
    assert told(f"{HEAD}{header}\n{ROWS}") == [
        ("adopted", 11, 0, 0),
        ("adopted", 9, 2, 0),
        ("rejected", 3, 7, 1),
    ]


def test_counts_in_one_cell_are_not_told_in_wrong_columns():
    rows = ROWS.replace("11\t0\t0", "11 0 0").replace("9\t2\t0", "9 2 0").replace("3\t7\t1", "3 7 1")
    right = {(11, 0, 0), (9, 2, 0), (3, 7, 1), (None, None, None)}
    assert {counts[1:] for counts in told(f"{HEAD}{HEADERS[2]}\n{rows}")} <= right
