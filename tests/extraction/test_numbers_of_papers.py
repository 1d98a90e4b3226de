"""Numbers of papers where no label gives them; all invented."""

from __future__ import annotations

import pytest

import kimdocs

PROPOSAL = "\n\nBeschlussvorschlag:\nDie Bank wird aufgestellt.\n"


def reference(paper: str):
    return kimdocs.extract(kimdocs.read(paper.encode(), name="papier.txt")).document.reference


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("          Beschlussvorlage\n          Nr. AU-019/2031\n          öffentlich", "AU-019/2031"),
        ("I N F O R M A T I O N\nI0019/31\nöffentlich", "I0019/31"),
        ("Information\nTelefon 0419/31\nöffentlich", None),
    ],
)
def test_a_number_below_the_kind_of_paper(lines, number):
    assert reference(f"Stadt Elbheim\n\n{lines}\n\nBetreff: Bank am Wehr{PROPOSAL}") == number


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Auf die Beschlussvorlage 2031/044 wird Bezug genommen.", "2031/044"),
        ("Auf die Stadtverordneten-Drucksache Nr. 44/2031 wird verwiesen.", "44/2031"),
        ("Hierzu wird auf die Vorlage 2031/044 verwiesen.", "2031/044"),
        ("Frau Moll hat auf die Vorlage 2031/044 hingewiesen.", None),
        ("Die Vorlage 2031/044 wird verwiesen.", "2031/044"),
        ("Auf die Vorlage 2031/044 wird verwiesen.\nAuf die Vorlage 2031/045 wird verwiesen.", None),
    ],
)
def test_the_paper_that_an_excerpt_refers_to(sentence, number):
    assert reference(f"Beschluss: einstimmig beschlossen\n\n{sentence}\n\nDer Rat stimmt zu.\n") == number


@pytest.mark.parametrize(
    ("line", "number"),
    [("VO/0412/VI Bänke am Wehr", "VO/0412/VI"), ("12 Bänke am Wehr", None), ("04/05 Bänke und 06/07 Tische", None)],
)
def test_the_number_before_the_title_of_a_page(line, number):
    page = f"Auszug - Bänke\n\nTOP: Ö 3\nGremium: Rat   Beschlussart: vertagt\nOrt: Rathaus\n{line}\n\n"
    assert reference(f"{page}Status:öffentlichVorlage-Art:Antrag\n\nWortprotokoll\nJa.\n") == number
    assert reference(f"{page}Wortprotokoll\nJa.\n") is None


def test_the_number_behind_a_meeting_where_an_excerpt_ends():
    text = "§ 12 - Bank am Wehr - (öffentlich)\n\nBeschluss:\n\nDie Bank wird aufgestellt.\n\n(Einstimmig)\n\n"
    assert reference(f"{text}Versand: Rat 15.12.2031, Vorlage 298/31\n") == "298/31"
    assert reference(f"{text}Anlagen: Lageplan, Vorlage 298/31\n") is None


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Drucksache:\n0 4 1 2 / 2 0 3 1 / B V", "0412/2031/BV"),
        ("Kreistagsdrucksache Nr. KT 0217-21/2031", "KT 0217-21/2031"),
    ],
)
def test_labelled_numbers(label, number):
    assert reference(f"Landkreis Elbfeld\n{label}\nDatum:\n14.03.2031\nBetreff:\nBank am Wehr{PROPOSAL}") == number


@pytest.mark.parametrize("number", ["OF 98/4", "BV 12/3", "Vorlage 9/2", "F-12/4", "OF 598/4"])
@pytest.mark.parametrize("lead", ["Der Vorlage", "1. Der Ziffer 1. der Vorlage", "Dem Antrag"])
def test_the_number_of_a_paper_is_no_ratio_of_votes(lead, number):
    head = "Stadt Elbheim\n\nNiederschrift über die Sitzung des Ortsbeirates 4 am 12.04.2031\n\nTOP 3 Bank am Wehr\n\n"
    told = kimdocs.extract(kimdocs.read(f"{head}{lead} {number} wird zugestimmt.\n".encode(), name="a.txt")).decisions
    assert [(one.yes, one.no) for one in told] == [(None, None)]
    voted = f"{head}{lead} {number} wird mit 9/4 zugestimmt.\n"
    told = kimdocs.extract(kimdocs.read(voted.encode(), name="a.txt")).decisions
    assert [(one.yes, one.no) for one in told] in ([(9, 4)], [(None, None)])


@pytest.mark.parametrize("end", [" ....", "....", ": ....", ", ....", "   ", "\t", " - "])
def test_leader_dots_and_gaps_at_the_very_end_of_a_text_are_read(end):
    head = "Stadt Elbheim\n\nNiederschrift über die Sitzung des Ortsbeirates 4 am 12.04.2031\n\nTOP 3 Bank am Wehr\n\n"
    voted = f"{head}Der Rat stimmt zu. 12 : 3{end}"
    (one,) = kimdocs.extract(kimdocs.read(voted.encode(), name="a.txt")).decisions
    assert str(one.outcome) == "adopted"
