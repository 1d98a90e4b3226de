"""A row of a Beratungsfolge tells its result however its date is written."""

import pytest

import kimdocs

PAPER = """Gemeinde Auental
Beschlussvorlage DS 12/2031

Beratungsfolge:
Bauausschuss
{first} Beratung und Empfehlung 7 Ja-Stimmen, 1 Nein-Stimme
Gemeinderat
{second} Entscheidung einstimmig beschlossen

Beschlussvorschlag:
Der Weg wird gebaut.
"""
WRITTEN = [
    ("03.02.2031", "12.03.2031"),
    ("3.2.2031", "12.3.2031"),
    ("03.02.31", "12.03.31"),
    ("3. Februar 2031", "12. März 2031"),
    ("3. Feb. 2031", "12. Mär. 2031"),
    ("03. 02. 2031", "12. 03. 2031"),
    ("2031-02-03", "2031-03-12"),
]


@pytest.mark.parametrize(("first", "second"), WRITTEN)
def test_a_row_tells_its_result(first, second):
    text = PAPER.format(first=first, second=second)
    record = kimdocs.extract(kimdocs.read(text.encode(), name="vorlage.txt"))
    told = [(one.outcome, one.yes, one.no, one.unanimous) for one in record.decisions]
    assert told == [("recommended", 7, 1, False), ("adopted", None, None, True)]
    assert [str(one.date) for one in record.document.consultations] == ["2031-02-03", "2031-03-12"]
