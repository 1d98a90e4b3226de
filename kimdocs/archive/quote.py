"""Choosing the passage to show of a document that was found, and the part of it around the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.archive.words import Word, words
from kimdocs.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.archive.expand import Phrase

LONGEST = 420
BEFORE = 160

_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n\s*\n|\n(?=[A-ZÄÖÜ0-9§(•-])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, and the places in it of the words looked for."""

    span: Span
    marks: tuple[Span, ...]


def excerpt(text: str, passage: Passage) -> Span:
    """At most about ``LONGEST`` characters of the passage around its first mark, whole sentences or words."""
    start, end = passage.span.start, passage.span.end
    first = passage.marks[0].start if passage.marks else start
    if end - start > LONGEST:
        start = _start(text, max(start, first - BEFORE), first)
        if end - start > LONGEST:
            end = _end(text, start + LONGEST, passage.marks[0].end if passage.marks else start)
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    return Span(start, start + len(quote.strip()))


def _start(text: str, earliest: int, mark: int) -> int:
    if earliest in (0, mark):
        return earliest
    sentence = _SENTENCE.search(text, earliest, mark)
    if sentence:
        return sentence.end()
    blank = re.compile(r"\s").search(text, earliest, mark)
    return blank.end() if blank else mark


def _end(text: str, latest: int, mark: int) -> int:
    if latest <= mark or text[latest].isspace():
        return max(latest, mark)
    blank = max(text.rfind(" ", mark, latest), text.rfind("\n", mark, latest))
    return latest if blank < 0 else blank


def marked(text: str, span: Span, groups: Sequence[frozenset[Phrase]]) -> Passage:
    """The passage ``text[span]`` with the places of all words and phrases of the groups."""
    found = list(words(text, span.start, span.end)) if groups else []
    marks: dict[int, int] = {}
    for phrases in groups:
        for start, end in _places(found, phrases):
            marks[start] = max(end, marks.get(start, 0))
    return Passage(span, tuple(Span(start, end) for start, end in sorted(marks.items())))


def _places(found: Sequence[Word], phrases: frozenset[Phrase]) -> list[tuple[int, int]]:
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    return [
        (word.start, found[at + len(phrase) - 1].end)
        for at, word in enumerate(found)
        for phrase in by_first.get(word.key, ())
        if len(phrase) == 1 or tuple(part.key for part in found[at : at + len(phrase)]) == phrase
    ]
