"""Numbers of papers: all known formats, and none of their look-alikes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.extraction.context import Context
from kimdocs.extraction.recognise.reference import find_references, reference_at
from kimdocs.lexicon.fold import fold
from kimdocs.model.source import SourceDocument

TELL_THEMSELVES = [
    "SV-9-1769",
    "SV-10-0391",
    "50/012/2031",
    "50/4105/XVI/2030",
    "ZS5/0360/XV/2030",
    "51/155/2034",
    "VO/2034/0718-20",
    "VO/2030/3230-R1",
    "VO/1886/27",
    "MV/2031/049",
    "VI-Ifo-07947",
    "2032/BV/3395",
    "1046/05-BV",
    "0033/06-EV",
    "0013/06-IV",
    "23/SVV/0480",
    "04/SVV/0171",
    "XIX-0365/2033",
    "AN/1239/2032",
    "FA/0013/2032",
    "603/IX",
    "13/339/2039",
    "611/037/2030",
    "HFS/7/11/23",
    "1860/XVIII",
    "03753-11-E1",
    "G-22/239",
    "V-KA/23/753",
    "KAL/BV/2031/017",
]
WITH_BLANKS = [
    "FB 56/0076/WP18",
    "Dez II/0029/WP18",
    "E 26/0097/WP18",
    "0534/2032 N1",
    "15-2038/2039 S1",
    "WP 20-25 SV 51/247",
    "20-26 / V 06103",
    "08-14 / V 01333",
    "WP9-181/2036 3. Ergänzung",
]
NEED_A_LABEL = [
    "181/2032",
    "2031/1121",
    "2672/2034",
    "1559/2039",
    "197/33",
    "52/2037",
    "19/2036",
    "1272/2037",
    "20-6365.1",
    "33-4/21",
    "381/2031",
    "18-08609",
]
LABELS = ["Vorlage Nr. {}", "auf die Vorlage {} wird verwiesen", "(Drucksache {})", "Drs. {}:", "Beschlussvorlage {}\n"]
LOOK_ALIKES = [
    "Herr S.; 02541/18-9402",
    "Telefon: 0251 / 411-12",
    "am 09.09.2030 und 07.06.31",
    "03./04.03.2031",
    "12/10/2031",
    "Az. II/20",
    "Aktenzeichen 13/31",
    "Az.: 50/012/2031",
    "Antrag Nr. 300/2032",
    "§ 12/2030",
    "§§ 29/30",
    "Schuljahr 2030/2031",
    "Doppelhaushalt 2031/32",
    "1.500.36.50.01.01.81",
    "Flurstück 512/3",
    "Bündnis 90/Die Grünen",
    "und/oder",
    "Verordnung 178/2002",
    "77/388/EWG",
    "Vorlage am 12.03.2031",
    "Sitzungsvorlage vom 12.10.2031",
    "24/7 erreichbar",
    "km/h",
    "11:3",
    "Ja/Nein/Enthaltung 12/3/1",
]


def references(text):
    context = Context(SourceDocument("sha256:0", "a.txt", "text/plain", text), fold(text), ())
    return [text[start:end] for start, end in find_references(context)]


@pytest.mark.parametrize("number", [*TELL_THEMSELVES, *WITH_BLANKS])
def test_formats_that_tell_themselves(number):
    assert references(f"Dazu wurde {number} beraten.") == [number]


@pytest.mark.parametrize("number", [*TELL_THEMSELVES, *WITH_BLANKS, *NEED_A_LABEL])
@pytest.mark.parametrize("label", LABELS)
def test_every_format_behind_a_label(number, label):
    assert references("Zum Thema: " + label.format(number)) == [number]


@pytest.mark.parametrize("number", NEED_A_LABEL)
def test_doubtful_formats_count_only_behind_a_label(number):
    assert references(f"Es waren {number} genannt.") == []


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_references(text):
    assert references(f"Vermerk: {text} (gelesen)") == []


def test_abbreviations_belong_to_the_number():
    assert references("siehe DS 31/2031 und GRDrs 192/2031") == ["DS 31/2031", "GRDrs 192/2031"]


def test_a_list_behind_one_label():
    assert references("Die Vorlagen 12/2031, 13/2031 und 14/2031 wurden beraten.") == ["12/2031", "13/2031", "14/2031"]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("527    ANTRAG", "527"),
        ("2031/0117 Verantwortlich: Dez. 6", "2031/0117"),
        ("DS 26/2031 1. Ergänzung", "DS 26/2031 1. Ergänzung"),
    ],
)
def test_the_number_that_a_field_begins_with(value, number):
    context = Context(SourceDocument("sha256:0", "a.txt", "text/plain", value), fold(value), ())
    start, end = reference_at(context, 0, len(value))
    assert value[start:end] == number


@given(st.text(alphabet="0123456789/-. ADSVorlage\n", max_size=200))
def test_places_do_not_overlap_and_hold_a_digit(text):
    context = Context(SourceDocument("sha256:0", "a.txt", "text/plain", text), fold(text), ())
    places = find_references(context)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    assert all(any(map(str.isdigit, text[start:end])) for start, end in places)


@pytest.mark.parametrize("unit", ["1/", "A-1", "Vorlage ", "DS ", "12/2031 ", "(", "0"])
def test_work_grows_with_the_length_of_the_text(unit, monkeypatch):
    from kimdocs.extraction.recognise import reference

    calls = []
    real = reference._format_at
    monkeypatch.setattr(reference, "_format_at", lambda *args: calls.append(args) or real(*args))
    strong = reference._strong_between
    monkeypatch.setattr(reference, "_strong_between", lambda *args: calls.append(args) or strong(*args))
    counts = []
    for size in (2_000, 4_000):
        calls.clear()
        references(unit * size)
        counts.append(len(calls))
    assert counts[1] <= 2 * counts[0] + 4
