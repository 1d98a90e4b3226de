"""Readers of votes: kimdocs, and what one writes with ``re`` or with spaCy's Matcher.

No package on the index reads German vote counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.peers.texts import Vote

    Reader = Callable[[str, bool], list[Vote]]

LABELS = (
    r"\b(?:ja|dafür)(?:-?stimmen?)?\b",
    r"\b(?:nein|dagegen)(?:-?stimmen?)?\b|\bgegenstimmen?\b",
    r"\b(?:stimm)?enthaltung(?:en)?\b|\benth\b\.?",
)


def kimdocs() -> Reader:
    from kimdocs.extraction.pipeline import extract
    from kimdocs.extraction.read import read

    def find(text: str, unanimous_means_none_against: bool) -> list[Vote]:
        found = []
        for one in extract(read(text.encode("utf-8"), name="text.txt")).decisions:
            if one.type != "quoted":
                no = 0 if unanimous_means_none_against and one.unanimous and one.no is None else one.no
                found.append((one.yes, no, one.abstain))
        return found

    return find


def by_regex(*, both_orders: bool) -> Reader:
    """Labels before a number; with ``both_orders`` also behind it."""
    before = [re.compile(rf"(?:{label})\s*:?\s*(\d+)", re.IGNORECASE) for label in LABELS]
    behind = [re.compile(rf"(\d+)\s*(?:{label})", re.IGNORECASE) for label in LABELS]

    def find(text: str, unanimous_means_none_against: bool) -> list[Vote]:
        hits = [pattern.search(text) for pattern in before]
        if both_orders:
            hits = [hit or pattern.search(text) for hit, pattern in zip(hits, behind, strict=True)]
        return _event([None if hit is None else int(hit[1]) for hit in hits])

    return find


def by_spacy_matcher() -> Reader:
    """spaCy's Matcher over plain tokens: label and number in both orders, number words, a ratio."""
    import spacy
    from spacy.matcher import Matcher

    words = ["null", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
    numbers = {word: value for value, word in enumerate(words)} | {"einer": 1, "ohne": 0}
    nlp = spacy.blank("de")
    matcher = Matcher(nlp.vocab)
    number = {"LOWER": {"REGEX": rf"^(\d+|{'|'.join(numbers)})$"}}
    colon = {"IS_PUNCT": True, "OP": "?"}
    gap = {"IS_SPACE": True, "OP": "*"}
    for key, label in zip(("yes", "no", "abstain"), LABELS, strict=True):
        token = {"LOWER": {"REGEX": "^(?:" + label.replace(r"\b", "") + ")$"}}
        matcher.add(key, [[token, colon, gap, number], [number, token]], greedy="LONGEST")

    def find(text: str, unanimous_means_none_against: bool) -> list[Vote]:
        found: dict[str, int] = {}
        for span in matcher(nlp(text), as_spans=True):
            value = next(t.lower_ for t in span if t.is_digit or t.lower_ in numbers)
            found.setdefault(span.label_, int(value) if value.isdigit() else numbers[value])
        return _event([found.get(key) for key in ("yes", "no", "abstain")])

    return find


def _event(slots: list[int | None]) -> list[Vote]:
    return [(slots[0], slots[1], slots[2])] if any(slot is not None for slot in slots) else []


READERS: dict[str, Callable[[], Reader]] = {
    "kimdocs": kimdocs,
    "spaCy Matcher": by_spacy_matcher,
    "regex, both orders": lambda: by_regex(both_orders=True),
    "regex, label first": lambda: by_regex(both_orders=False),
}
