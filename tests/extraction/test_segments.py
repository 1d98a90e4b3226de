"""Sections cover the text, and what stands in one does not spill into the next; time grows with the length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kimdocs
from kimdocs.extraction.segment import segment, split_lines
from kimdocs.model.source import SourceDocument
from tests.extraction.reading import MINUTES, record_of

HEADINGS = [
    ("Beschluss:", "resolution"),
    ("B e s c h l u s s :", "resolution"),
    ("Beschlussempfehlung an den Rat:", "recommendation"),
    ("Beschlussvorschlag:", "proposed_resolution"),
    ("Beschlussentwurf:", "proposed_resolution"),
    ("Sachverhalt:", "statement_of_facts"),
    ("Begründung", "statement_of_facts"),
    ("Finanzielle Auswirkungen:", "financial_impact"),
    ("Aussprache:", "debate"),
    ("Protokoll:", "debate"),
    ("Anlagen:", "attachments"),
]
HOSTILE = {
    "statuses": "Beschluss: geändert beschlossen\n\nAbstimmung: 3 Ja, 20 Nein\n\n"
    "Beschluss:\nDer Weg bleibt.\n\n20 Ja, 2 Nein\n\n",
    "names against": "Acht Mitglieder stimmen dafür, Groß und Irsch dagegen. ",
    "dots": "." * 100,
    "digits": "1234567890" * 10,
    "labels": "Ja: " * 25,
    "labels with numbers": "Ja: 9 Nein: 2 ",
    "headings": "Beschluss:\n",
    "unanimous": "einstimmig ",
    "brackets": "dafür: 6 (3 SPD, " * 3,
    "boxes": "☐ einstimmig ☒ ",
    "ratio": "12 : 3 ",
    "hyphens": "mehr-\n",
    "letters": "e i n s t i m m i g ",
    "items": "TOP 3: Brücke\n",
    "sentences": "Der Rat beschließt die Satzung mit 9 Stimmen. ",
    "open sentence": "der Rat fasst einstimmig und ",
    "groups": "gegen die Stimmen der CDU, ",
    "matrix": "CDU  8  0  1\n",
    "counts by group": "Ja: 9 Nein: 2\nCDU: 5 Ja, 2 Nein\nSPD: 4 Ja\n",
    "blanks behind a group": "CDU" + " " * 96 + "\n",
    "items by letter": "Ö 3\n\nBrücke\n",
    "headers of acts": "Titel     Abst.\n",
    "headers of two kinds": "Titel     Abst.\nAntrag   Ergebnis\n",
    "sums": "Ja 9 + 7 = 16 ",
    "counts at the right": "Bau      Ja 9\nder Halle    Nein 2\n",
    "joint votes": "\tA\tB\nJa\t7\t5\nNein\t0\t1\n",
    "spreads above counts": "einstimmig  mit Mehrheit  Ja  Nein\n  X    9   0\n",
    "verbs and initials": "B. wird v. C. vertagt, ",
    "empty paragraphs": "Der Weg wird gebaut\n\n \n\n",
}


def context_of(text):
    return segment(SourceDocument("sha256:0", "a.txt", "text/plain", text))


@pytest.mark.parametrize(("heading", "key"), HEADINGS)
def test_headings_start_their_section(heading, key):
    context = context_of(f"{MINUTES}{heading}\nDie Brücke am Anger ist alt.\n")
    section = context.section_at(context.text.index("Die Brücke"))
    assert section.key == key
    assert context.text[section.start :].startswith(heading)


@pytest.mark.parametrize(
    "line",
    [
        "Der Beschluss: darüber wurde lange geredet, und am Ende war man sich in der Sache nicht einig.",
        "Die Begründung leuchtet ein.",
        "Ergebnisse: siehe unten bei den Zahlen des Jahres, die in der Halle ausliegen.",
        "Anlagenbau Wiesenfeld GmbH",
    ],
)
def test_sentences_that_only_hold_a_headings_word_start_no_section(line):
    context = context_of(f"{MINUTES}Herr Anders berichtet.\n\n{line}\n\nFrau Lohse dankt.\n")
    assert {context.section_at(context.text.index(words)).key for words in ("Herr Anders", "Frau Lohse")} == {"head"}


pieces = st.lists(
    st.one_of(
        st.sampled_from([f"{heading}\n" for heading, _ in HEADINGS]),
        st.sampled_from(["\n", "TOP 2: Halle\n", "Die Halle steht.\n", "Ja: 9\nNein: 2\n", "einstimmig\n", "a" * 80]),
    ),
    max_size=20,
)


@given(pieces.map("".join))
def test_sections_follow_each_other_and_cover_the_text(text):
    sections = context_of(text).sections
    assert "".join(text[section.start : section.end] for section in sections) == text
    assert [section.end for section in sections[:-1]] == [section.start for section in sections[1:]]


@given(st.text(st.sampled_from("a \t\n\f\r\u00a0:")))
def test_lines_hold_everything_but_white_space(text):
    lines = split_lines(text)
    assert " ".join(text[line.start : line.end] for line in lines).split() == text.split()
    assert [line for line in lines if text[line.start : line.end].strip() != text[line.start : line.end]] == []


def test_amounts_of_the_debate_are_not_in_the_resolution():
    text = (
        "TOP 3: Brücke am Anger\n\nFrau Lohse hält 25.000 € für genug.\n\n"
        "Beschluss:\nDie Brücke wird für 40.000 € saniert.\n\nAbstimmungsergebnis:\nJa: 9\nNein: 2\n\n"
        "Herr Anders nennt 60.000 €.\n\nTOP 4: Halle\n\nDie Verwaltung nennt 80.000 €.\n"
    )
    figures = record_of(text).figures
    assert {figure.evidence[0].quote: str(figure.section) for figure in figures} == {
        "25.000 €": "debate",
        "40.000 €": "resolution",
        "60.000 €": "debate",
        "80.000 €": "debate",
    }


def test_amounts_of_a_submission_know_their_section():
    text = (
        "Beschlussvorlage\nVorlage Nr. 44/2031\n\nSachverhalt:\nDie Brücke kostete 90.000 €.\n\n"
        "Finanzielle Auswirkungen:\nAnsatz 40.000 €\n\nBeschlussvorschlag:\nBis zu 30.000 € werden bereitgestellt.\n"
    )
    figures = record_of(text, "Gemeinde Wiesenfeld\n").figures
    assert {figure.evidence[0].quote[-8:]: str(figure.section) for figure in figures} == {
        "90.000 €": "statement_of_facts",
        "40.000 €": "financial_impact",
        "30.000 €": "proposed_resolution",
    }


def seconds(text):
    """The best processor time of two runs."""
    source = kimdocs.read((MINUTES + text).encode("utf-8"), name="a.txt")
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        kimdocs.extract(source)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_length_only(kind):
    short = HOSTILE[kind] * (12_000 // len(HOSTILE[kind]))
    seconds(short)
    assert seconds(short * 4) < 10 * max(seconds(short), 0.02)


@pytest.mark.parametrize("kind", ["dots", "digits", "labels", "unanimous", "letters"])
def test_a_megabyte_on_one_line_is_read_to_its_end(kind):
    text = HOSTILE[kind] * (1_000_000 // len(HOSTILE[kind]))
    record = record_of(f"{text}\n\nAbstimmungsergebnis: Ja: 9, Nein: 2")
    assert (record.decisions[-1].yes, record.decisions[-1].no) == (9, 2)
