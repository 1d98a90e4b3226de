"""Sentences: tables of German notation, and what holds for any text."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kimdocs.extraction.language import sentences as language
from kimdocs.extraction.language import tokens as language_tokens
from kimdocs.extraction.language.sentences import has_doubt, sentences, sentences_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kimdocs.extraction.language.stops import Stop


def split(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in sentences(text, 0, len(text))]


ONE_SENTENCE = [
    "Ktabg. Muster bittet um Auskunft.",
    "Die stellv. Vorsitzende Anders eröffnet die Sitzung.",
    "Frau Dr. A. Muster berichtet.",
    "Herr Prof. Dr. med. B. C. Anders trägt vor.",
    "Es gilt § 3 Abs. 2 i. V. m. Art. 28 GG.",
    "Die Aufgaben i. S. der Richtlinie bleiben.",
    "Gefördert werden z. B. Schulen, d. h. Gebäude.",
    "Gefördert werden z.B. Schulen bzw. Kitas.",
    "Gefördert werden z.  B. Schulen in der Karl-Muster-Str. 10 und im Haus.",
    "Der Antrag Drs.-Nr. 12/2023 wird beraten.",
    "Der Plan (lfd. Nr. 7) wird am 3. November 2021 ausgelegt.",
    "Gemeint ist Buchstabe a) der 3. Variante nach Bst. Muster.",
    "Karl V. Muster und Heinrich XIV. Muster sprechen.",
    "Die Niederschrift der 22. Sitzung wird genehmigt.",
    "Die Kosten betragen ca. 10.000 € je Stelle.",
    "Der 1. Bürgermeister dankt dem 2. Beigeordneten.",
    "Die Sanierung der Erlbacher Str. 5 beginnt im 2. Quartal.",
    "Die Ausgaben von 2,4 Mio. Euro sind gedeckt.",
    "Die Mittel stehen am 31.08.2022 bereit.",
    "Die Straße führt nach St. Marien.",
    "Unterlagen liegen unter www.kreis-lindenau.de/rat bereit.",
    "Die Sitzung beginnt um 18.30 Uhr und endet um 20.15 Uhr.",
    "Er fragt „Warum nicht?“ und setzt sich.",
    "Der Rat erlässt die Satzung\nder Stadt Erlbach über die Erhebung von Entgelten für die\nNutzung der Sportstätten.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_one_sentence(text: str) -> None:
    assert split(text) == [" ".join(text.split())]


SEVERAL = [
    ["Das ist Punkt 3.", "Die Verwaltung berichtet zu Punkt 4.", "Der Rat nickt."],
    ["Gewählt ist Heinrich IV.", "Danach wird gelost."],
    ["Die Ausstellung endet am 31.08.2022.", "Die Verwaltung baut ab."],
    ["Der Vertrag endet 2024.", "Verlängerung ist möglich."],
    ["Die Pauschale beträgt 55.000,-.", "Eigenanteile kommen hinzu."],
    ["Bewilligt werden 500,00€.", "Mehr ist nicht da."],
    ["Es geht um Maßnahmen dieser Art.", "Die Stadt zahlt."],
    ["Schulen, Kitas usw.", "Der Rat stimmt zu."],
    ["Das regelt die GO.", "Ein Antrag liegt vor."],
    ["Wer zahlt?", "Der Kreis!", "Das sei bekannt."],
    ["Gewählt ist Variante B.", "Die Kosten steigen."],
    ["Er verweist auf „den Plan.“", "Danach wird abgestimmt."],
    ["So ist es (vgl. Anlage 2).", "Frau Anders stimmt zu."],
    ["Die Mittel reichen bis zum Jahr 2023.", "Im Jahr 2024 fehlen 10.000 €."],
]


@pytest.mark.parametrize("parts", SEVERAL, ids=lambda parts: parts[0])
def test_several_sentences(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_forgotten_blank_still_ends_the_sentence() -> None:
    assert split("Der Antrag wird beschlossen.Die Sitzung endet.") == [
        "Der Antrag wird beschlossen.",
        "Die Sitzung endet.",
    ]


LAYOUT = [
    ("Beschluss\nDer Rat stimmt zu.", ["Beschluss", "Der Rat stimmt zu."]),
    ("Der Rat beschließt:\n1. Der Plan wird ausgelegt.\n2. Die Frist beträgt\nvier Wochen.", 3),
    ("Beauftragt wird die Verwaltung,\na) zu prüfen\nb) zu berichten", 3),
    ("Es fehlen\n- Stühle\n- Tische\n• Lampen", 4),
    ("Ja: 22\nNein: 0\nEnthaltungen: 1", 3),
    ("Teil eins ohne Punkt\n\nteil zwei ohne Punkt", 2),
    ("Sie tagt am\n3. November 2021 und am\n1. Dezember 2021.", 1),
    ("Die Summe der\nAufwendungen steigt", 1),
]


@pytest.mark.parametrize(("text", "wanted"), LAYOUT, ids=lambda value: str(value)[:24])
def test_lines_and_lists(text: str, wanted: int | list[str]) -> None:
    found = split(text)
    assert found == wanted or len(found) == wanted


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Vorspann. Der Rat tagt. Die Sitzung endet. Nachspann."
    start, end = text.index("Der"), text.index(" Nachspann")
    assert [text[a:b] for a, b in sentences(text, start, end)] == ["Der Rat tagt.", "Die Sitzung endet."]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Der Rat tagt. Die Verwaltung berichtet, z. B. über Schulen.", False),
        ("1. Die Verwaltung prüft.\n2. Der Rat stimmt am 3. November ab.", False),
        ("Das war 2024. Die Verwaltung berichtet.", False),
        ("Am 31.08.2022. Danach. Es kostet 500,00. Der Rat zahlt 1.000. Ende.", False),
        ("Die 61. Plenarsitzung beginnt.", False),
        ("Das ist Punkt 3. Die Verwaltung berichtet.", True),
        ("Es gilt Art. Eins und Bst. Zwei.", True),
        ("Frau A. Muster dankt.", True),
    ],
)
def test_doubt(text: str, doubtful: bool) -> None:
    assert has_doubt(text, 0, len(text)) is doubtful


def test_spacy_is_imported_for_doubtful_stops_only() -> None:
    code = (
        "import sys; from kimdocs.extraction.language.sentences import sentences as s\n"
        "clear = 'Der Rat tagt. Ktabg. Muster fragt z. B. nach Geld. Er geht.'\n"
        "assert len(s(clear, 0, len(clear))) == 3 and 'spacy' not in sys.modules\n"
        "doubt = 'Das war Punkt 3. Er geht.'\n"
        "assert len(s(doubt, 0, len(doubt))) == 2 and 'spacy' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


PIECES = st.sampled_from(
    [
        "Der",
        "Rat",
        "2024",
        "31.08.2022",
        "z.",
        "B.",
        "A.",
        "Dr.",
        "1.",
        "a)",
        "-",
        "•",
        "Str.",
        "\n",
        "\n\n",
        "\t",
        "…",
        "!",
        "?“",
        ".",
        "€",
        "§",
        "Ende.Neu",
        "x",
        "\u00a0",
        "\f",
        ":",
        "usw.",
        ":0",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
@example("A. A. A.", 0, 0)
@example("\u2028Der. \x85Rat", 0, 0)
def test_sentences_around_an_offset_are_those_of_the_passage(text: str, skip: int, drop: int) -> None:
    start = min(skip, len(text))
    end = max(start, len(text) - drop)
    spans = sentences(text, start, end)
    for offset in range(start, end, 3):
        assert sentences_at(text, start, end, [offset]) == [span for span in spans if span[0] <= offset < span[1]]


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
@example("A. A. A.", 0, 0)
@example("\u2028Der. \x85Rat", 0, 0)
def test_sentences_cover_the_passage_in_order(text: str, skip: int, drop: int) -> None:
    start = min(skip, len(text))
    end = max(start, len(text) - drop)
    spans = sentences(text, start, end)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(start <= a < b <= end for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text[start:end].split())


@pytest.mark.parametrize("unit", ["1. ", "A. ", ".", "Abs. 3 ", "x.\n", "z. B. ", "2024. Der ", "1.1.", "…", "a"])
def test_work_grows_with_the_length_only(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = unit * 20_000
    read = 0
    settle = language._settle

    def counted(text: str, start: int, end: int, piece: list[Stop]) -> Iterator[Stop]:
        nonlocal read
        read += piece[-1].end - piece[0].start
        return settle(text, start, end, piece)

    monkeypatch.setattr(language, "_settle", counted)
    assert sentences(text, 0, len(text))[-1][1] == len(text.rstrip())
    assert read <= len(text)


def test_a_run_of_stops_longer_than_spacy_reads_at_once() -> None:
    text = "Datum" + "." * 1_200_000 + " Der Rat tagt."
    assert split(text)[-1] == "Der Rat tagt."


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("Ja:22", ["Ja", ":", "22"]),
        ("Ja:22,Nein:0", ["Ja", ":", "22", ",", "Nein", ":", "0"]),
        ("10–15", ["10", "–", "15"]),
        ("500,00€.", ["500,00", "€", "."]),
        ("2024.", ["2024", "."]),
        ("3.", ["3."]),
        ("31.08.2022.", ["31.08.2022", "."]),
        ("55.000,-", ["55.000", ",-"]),
        ("55.000,--", ["55.000", ",--"]),
        ("Akteure:innen", ["Akteure:innen"]),
        ("Bürger:in,", ["Bürger:in", ","]),
        ("Beschluss:Der", ["Beschluss", ":", "Der"]),
        ("Drs.-Nr.", ["Drs.-Nr."]),
        ("z.B.", ["z.B."]),
        ("Ktabg.", ["Ktabg."]),
        ("Lindenstr.", ["Lindenstr."]),
        ("1:44", ["1:44"]),
        ("18.30", ["18.30"]),
    ],
)
def test_repaired_tokens(written: str, tokens: list[str]) -> None:
    nlp = spacy.blank("de")
    language_tokens.repair_tokenizer(nlp)
    assert [token.text for token in nlp(written)] == tokens


def test_a_repaired_pipeline_can_be_stored(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    language_tokens.repair_tokenizer(nlp)
    nlp.to_disk(tmp_path)
    assert [token.text for token in spacy.load(tmp_path)("Akteure:innen am 31.08.2022.")][-1] == "."


def test_reading_starts_afresh_before_the_vocabulary_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = language_tokens.Reader()
    monkeypatch.setattr(reader, "_lifetime", 10)
    first = reader.read("Das war lange vor 2024.").vocab
    assert reader.read("x").vocab is not first
