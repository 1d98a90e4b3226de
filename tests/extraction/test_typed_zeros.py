"""Zeros that a typewriter wrote as letters count: "DM 46.ooo,--" was told as 46."""

import pytest

import kimdocs


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Der Rest von DM 46.ooo,-- ist noch offen.", ["46000"]),
        ("Das Angebot lautet auf 1.198,5o DM, das andere auf 1.2oo,-- DM.", ["1198.50", "1200"]),
        ("Es bleiben 4o DM je Kind.", ["40"]),
        ("Der Bus der Linie 4o fährt für 40 DM.", ["40"]),
    ],
)
def test_letters_between_digits_are_zeros(text, amounts):
    source = kimdocs.read(text.encode(), name="protokoll.txt")
    figures = kimdocs.extract(source).figures
    assert [str(figure.amount) for figure in figures] == amounts
    for place in (place for figure in figures for place in figure.evidence):
        assert source.text[place.start : place.end] == place.quote


def test_the_text_of_a_resolution_stays_as_it_was_typed():
    typed = "Das Darlehen von 48.ooo,-- DM wird aufgenommen."
    text = f"Niederschrift über die 3. Sitzung\n\nTOP 1: Darlehen\nBeschluß:\n{typed}\nAbstimmung: 6 Ja, 2 Nein\n"
    record = kimdocs.extract(kimdocs.read(text.encode(), name="protokoll.txt"))
    assert [one.text for one in record.resolutions] == [typed]
    assert [figure.amount for figure in record.figures] == [48000]
