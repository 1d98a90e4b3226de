"""The papers of the corpus tell the same facts in another dress: with other signs and other words for the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

import kimdocs

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))
DOCUMENT = ("kind", "title", "reference", "date", "organization", "body", "paper_type")
MONEY = r"(?=\s?(?:€|EUR|Euro)(?![\w/]))"
LABELS = r"(?m)^(?:Abstimmung|Abstimmungsergebnis|Beschluss|Beschlussvorschlag|Betreff)(?=:)"


def swap(*pairs):
    """What writes the second of each pair in place of the first, a pattern."""

    def dress(text):
        for old, new in pairs:
            text = re.sub(old, new, text)
        return text

    return dress


def with_thousands(mark):
    return swap((rf"(?<=\d)\.(?=\d{{3}}(?:\.\d{{3}})*(?:,\d\d)?{MONEY})", mark))


DRESSES = {
    "letters in two parts": lambda text: unicodedata.normalize("NFD", text),
    "line ends of another system": swap((r"\n", "\r\n")),
    "blanks at line ends": swap((r"(?m)$", " ")),
    "fixed spaces behind numbers": swap((r"(?<=\d) (?=\S)", "\u00a0")),
    "a mark of the byte order": lambda text: f"\ufeff{text}",
    "ligatures": swap(("ffi", "\ufb03"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02")),
    "soft hyphens": swap((r"(?<=[a-zäöüß]{4})(?=[a-zäöüß]{4})(?<=[aeiou][bcdfghklmnrst])", "\u00ad")),
    "signs without width": swap((r"(?<=[a-z])([:/-])(?=\S|$)", "\\1\u200b")),
    "true hyphens": swap(("-", "\u2010")),
    "fixed hyphens": swap((r"(?<=\w)-(?=\w)", "\u2011")),
    "short dashes": swap(("–", "-"), ("—", "-")),
    "long dashes": swap((r"(?<= )-(?= )", "–")),
    "plain quotes": swap(("„", '"'), ("“", '"')),
    "quotes that point inwards": swap(("„", "»"), ("“", "«")),
    "thousands by narrow spaces": with_thousands("\u202f"),
    "thousands by fixed spaces": with_thousands("\u00a0"),
    "thousands by blanks": with_thousands(" "),
    "a dash for the cents": swap((rf"(?<![\d,.])(\d{{1,3}}(?:\.\d{{3}})+){MONEY}", r"\1,-")),
    "labels in capitals": lambda text: re.sub(LABELS, lambda label: label.group().upper(), text),
    "no blank behind a colon": swap((r"(?<=[a-z]): (?=\d)", ":")),
    "Neinstimmen": swap(("Gegenstimme", "Neinstimme")),
    "Jastimmen": swap(("Ja-Stimmen", "Jastimmen"), ("Nein-Stimmen", "Neinstimmen")),
    "Stimmenthaltungen": swap((r"\bEnthaltung", "Stimmenthaltung")),
    "mit Mehrheit": swap((r"\bmehrheitlich\b", "mit Mehrheit"), (r"\bMehrheitlich\b", "Mit Mehrheit")),
    "mit Stimmenmehrheit": swap((r"\bmehrheitlich\b", "mit Stimmenmehrheit")),
    "angenommen": swap(("(?<=einstimmig )beschlossen|(?<=mehrheitlich )beschlossen", "angenommen")),
    "gefasst": swap(("(?<=instimmig )beschlossen|(?<=ehrheitlich )beschlossen", "gefasst")),
}


def facts(text):
    """What a paper tells, in plain values; words without the signs between them, which a dress may change."""
    record = kimdocs.extract(kimdocs.read(text.encode(), name="papier.txt"))
    document = {name: _words(getattr(record.document, name)) for name in DOCUMENT}
    decisions = [
        (one.agenda_item, one.outcome, one.yes, one.no, one.abstain, one.unanimous, one.type)
        for one in record.decisions
    ]
    figures = [(one.amount, one.high, one.currency, one.qualifier, one.per) for one in record.figures]
    bodies = [(one.date, _words(one.organization), one.role) for one in record.document.consultations]
    posts = [(one.count, one.unit) for one in record.staffing]
    texts = [(one.kind, one.agenda_item, len(one.points)) for one in record.resolutions]
    return document, decisions, figures, bodies, posts, texts


def _words(value):
    return " ".join(re.findall(r"\w+", str(value).lower().replace("\u00ad", "")))


@cache
def plain(path):
    return facts(path.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
def test_every_paper_tells_the_same(dress):
    changed = 0
    for path in CORPUS:
        text = path.read_text(encoding="utf-8", errors="replace")
        dressed = dress(text)
        if dressed != text:
            changed += 1
            assert facts(dressed) == plain(path), path.name
    assert changed
