"""Thousands parted by a space of any kind or an apostrophe are one number: "-58 600 €" was told as 600."""

import pytest

import kimdocs
from tests.properties.laws import check_evidence

MARKS = {"plain": " ", "fixed": "\u00a0", "narrow": "\u202f", "apostrophe": "'", "point": "."}
SENTENCES = [
    ("Der Überschuss sinkt um -58{m}600 €, der Rest ist − 28{m}000 EUR.", ["-58600", "-28000"]),
    ("Die Kosten steigen von 12{m}500 auf 13{m}000 € im Jahr.", ["12500", "13000"]),
    ("Kosten von 5{m}000 bis 8{m}000 €.", ["5000 bis 8000"]),
    ("Die Erträge liegen zwischen 1{m}000 und 2{m}500 Euro.", ["1000 bis 2500"]),
    ("115{m}000 bzw. 109{m}000 Euro", ["115000", "109000"]),
    ("Im Jahr 2031 12{m}500 bis 13{m}000 Euro.", ["12500 bis 13000"]),
    ("Technische Anlagen 319{m}000,00 €", ["319000.00"]),
    ("Ja, Aufwendungen für die Maßnahme          719{m}900 €", ["719900"]),
    (
        "Ansatz in EUR\n\nErträge   18{m}627{m}900   1{m}400\nSaldo   -98{m}500   2{m}100",
        ["18627900", "1400", "-98500", "2100"],
    ),
]


def told(text):
    source = kimdocs.read(text.encode(), name="vorlage.txt")
    record = kimdocs.extract(source)
    check_evidence(source, record)
    return [f"{one.amount} bis {one.high}" if one.high else str(one.amount) for one in record.figures]


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
@pytest.mark.parametrize(
    ("sentence", "amounts"), SENTENCES, ids=lambda value: value[:24] if isinstance(value, str) else ""
)
def test_a_number_is_the_same_with_every_mark(sentence, amounts, mark):
    assert told(sentence.format(m=mark)) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Konto 4 312 000, 5 000 €.", ["5000"]),
        ("Im Jahr 2031 500 Euro.", ["500"]),
        ("Für Los 3 500 €.", ["500"]),
        ("in Zeile 16 EUR 28.400", ["28400"]),
        ("Auszahlung 2017 (Grunderwerb)      EUR 685.650", ["685650"]),
        ("Die Folge sind -EUR 19.600,00 und (- EUR 20,50); Bedarf von -€ 5.000", ["-19600.00", "-20.50", "-5000"]),
        ("- EUR 500,00 für die Halle\n- EUR 600,00 für den Saal", ["500.00", "600.00"]),
        ("Zuschuss – EUR 500,00", ["500.00"]),
    ],
)
def test_numbers_beside_are_no_thousands_and_a_sign_counts(text, amounts):
    assert told(text) == amounts


def test_the_text_of_a_resolution_keeps_its_marks():
    written = "Der Zuschuss von 48\u202f000 € und 5'000 € wird gewährt."
    text = f"Niederschrift über die 3. Sitzung\n\nTOP 1: Zuschuss\nBeschluss:\n{written}\nAbstimmung: 6 Ja, 2 Nein\n"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="protokoll.txt"))
    assert [one.text for one in record.resolutions] == [written]
