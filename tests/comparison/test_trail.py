"""What became of a paper: where it was put to, where it was decided, and no item that only mentions it."""

from __future__ import annotations

import datetime as dt

import pytest

import kimdocs
from kimdocs.comparison.choose import squeeze
from kimdocs.comparison.trail import is_paper, is_supplement, main_paper, trail
from kimdocs.model.decision import Outcome

PAPER = """Gemeinde Wiesenfeld
Beschlussvorlage DS 31/2031
Datum: 05.02.2031
Betreff: Zaun am Wehr

Beratungsfolge:
Bauausschuss 11.02.2031 vorberatend
Rat 03.03.2031 beschließend

Beschlussvorschlag:
Der Zaun am Wehr wird erneuert.
"""

MINUTES = """Gemeinde Wiesenfeld
Niederschrift über die öffentliche Sitzung des Rates am 03.03.2031

Zu Punkt 1: Feststellung der Tagesordnung
Der Vorsitzende schlägt vor, die Punkte zum Steg (DS 30/2031) und zum Zaun (DS 31/2031) zu tauschen.
Die Tagesordnung wird einstimmig festgestellt.

Zu Punkt 2: Steg am Wehr
(DS 30/2031)
Der Rat beschließt, den Steg zu sperren.
Abstimmungsergebnis: Ja: 7, Nein: 3, Enthaltungen: 0

Zu Punkt 3: Zaun am Wehr
(DS 31/2031)
Der Rat lehnt die Erneuerung des Zauns ab.
Abstimmungsergebnis: abgelehnt, Ja: 2, Nein: 8, Enthaltungen: 0

Zu Punkt 4: Verschiedenes
Es gibt keine Meldungen.

Übersicht der Vorlagen: DS 30/2031, DS 31/2031
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    made = []
    for name, text in (("vorlage.txt", PAPER), ("rat.txt", MINUTES)):
        path = tmp_path_factory.mktemp("papiere") / name
        path.write_text(text, encoding="utf-8")
        made.append(kimdocs.extract(kimdocs.read(path)))
    return made


@pytest.mark.parametrize("reference", ["DS 31/2031", "31/2031", "ds31/2031"])
def test_the_stations_of_a_paper_come_by_date(records, reference):
    found = trail(reference, records)
    paper, committee, *council = found
    assert paper.is_paper
    assert (committee.organization, committee.date) == ("Bauausschuss", dt.date(2031, 2, 11))
    planned = [one for one in council if one.consultation]
    assert [one.organization for one in planned] == ["Rat"]
    (decided,) = [one for one in council if one.decision]
    assert decided.decision.outcome is Outcome.REJECTED
    assert (decided.item.number, decided.organization, decided.date) == ("3", "Rat", dt.date(2031, 3, 3))
    assert all(one.evidence for one in found)


def test_an_item_that_only_mentions_a_paper_is_none_of_its_stations(records):
    (steg,) = trail("DS 30/2031", records)
    assert (steg.item.number, steg.decision.yes) == ("2", 7)
    assert trail("DS 32/2031", records) == []


@pytest.mark.parametrize(
    ("asked", "reference", "same"),
    [
        ("12/2031", "DS 12/2031", True), ("ds 12 / 2031", "DS 12/2031", True), ("2/2031", "DS 12/2031", False),
        ("12/2031", "DS 12/2031-1", False), ("10-0412", "SV-10-0412", True), ("412", "SV-10-0412", False),
        ("", "DS 12/2031", False), ("12/2031", None, False), ("725", "725", True),
    ],
)  # fmt: skip
def test_a_number_with_and_without_its_letters_is_one_and_a_part_of_it_none(asked, reference, same):
    assert is_paper(squeeze(asked), reference) is same


@pytest.mark.parametrize(
    ("number", "other", "yes"),
    [
        ("181/2022", "181/2022-1", True),
        ("181/2022", "VO/181/2022-02", True),
        ("181/2022", "DS 181/2022 1. Ergänzung", True),
        ("181/2022", "181/2022, 2. Erg.", True),
        ("181/2022", "181/2022 (Nachtrag)", True),
        ("181/2022", "181/2022 Nachtrag II", True),
        ("181-22", "181-22/E", True),
        ("181-22", "181-22-E1", True),
        ("181/2022", "181/2022 N1", True),
        ("181/2022", "181/2022", False),
        ("181/2022", "181/2022-2023", False),
        ("181/20", "181/2022", False),
        ("181/2022", "1181/2022-1", False),
        ("7", "7-31", False),
        ("181/2022", "181/2022 Anlage 1", False),
        ("", "1. Ergänzung", False),
    ],
)
def test_supplements_are_told_by_the_mark_behind_the_number(number, other, yes):
    assert is_supplement(squeeze(number), other) is yes


def test_the_stations_of_supplements_are_those_of_the_paper(records):
    text = PAPER.replace("DS 31/2031", "DS 31/2031 1. Ergänzung").replace("05.02.2031", "20.02.2031")
    supplement = kimdocs.extract(kimdocs.read(text.encode(), name="ergaenzung.txt"))
    found = trail("31/2031", [*records, supplement])
    assert [one.record.document.reference for one in found if one.is_paper] == ["DS 31/2031", "DS 31/2031 1. Ergänzung"]
    assert sum(one.decision is not None for one in found) == 1
    assert [one.record.source.name for one in trail("31/2031 1. Ergänzung", [*records, supplement])] == [
        "ergaenzung.txt"
    ] * 3
    assert main_paper("DS 31/2031 1. Ergänzung") == "DS 31/2031"
    assert main_paper("DS 31/2031") is None


def test_a_matter_that_was_only_put_off_has_that_as_its_station():
    text = MINUTES.replace(
        "Der Rat lehnt die Erneuerung des Zauns ab.\nAbstimmungsergebnis: abgelehnt, Ja: 2, Nein: 8, Enthaltungen: 0",
        "Der Punkt wird von der Tagesordnung abgesetzt.",
    )
    (station,) = trail("31/2031", [kimdocs.extract(kimdocs.read(text.encode(), name="rat.txt"))])
    assert station.item.number == "3"
    assert station.decision is not None
