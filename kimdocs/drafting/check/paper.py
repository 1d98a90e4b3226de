"""A paper as rules look at it: the record, the text, and its lines, sentences, clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from kimdocs.drafting.check.catalogue import pattern, table
from kimdocs.model.running_text import GOES_ON
from kimdocs.model.source import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kimdocs.model.council import DocumentKind
    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

_CLAUSE = re.compile(
    r"^[ \t]*(?:§[ \t\u00a0\u202f]?\d{1,3}[a-z]?\b\.?|(?:artikel|art\.)[ \t\u00a0]\d{1,3}\b)(?P<title>[^\n]{0,90})$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBERED = re.compile(r"^[ \t]*\d{1,2}\.?[ \t]+(?P<title>[A-ZÄÖÜ][^\n.:;]{2,60})$", re.MULTILINE)
_BROKEN = re.compile(r"([a-zß-öø-ÿ])(-[ \t]{0,3}\n[ \t]{0,3})" + GOES_ON + r"([a-zß-öø-ÿ]+)")
_REST = re.compile(r"-?[ \t]{0,3}\n?[ \t]{0,3}[a-zß-öø-ÿ]+")
_CONTENTS = re.compile(r"\.{4,}|…|\t\d+[ \t]*$")
_STOP = re.compile(r"(?<=[^\W\d][^\W\d][.!?])\s+(?=[A-ZÄÖÜ„\"(§\d])|(?<=\d\.)\s+(?=[A-ZÄÖÜ])|\n[ \t]*\n|\f")

_Fact = TypeVar("_Fact", "Figure", "Staffing")
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of an agreement: its heading and its text, the heading included, at ``text[start:end]``."""

    title: str
    start: int
    end: int


class Paper:
    """One paper on its way through the rules.

    ``text`` has the length and the offsets of the source's text, but words that a line end breaks are drawn together in
    it, with the line break put behind them, so that patterns find them. Quotes are the source's own words.
    """

    def __init__(self, record: Record, source: SourceDocument, land: str | None = None) -> None:
        """Take the record and the text it was made of.

        Args:
            record: Facts of the document.
            source: The document as it was read.
            land: Two letters of the Land ("NW"); None lets the text tell.
        """
        self.record = record
        self.source = source
        self.text = _BROKEN.sub(_drawn_together, source.text)
        self._land = land

    @property
    def kind(self) -> DocumentKind:
        """What kind of document it is."""
        return self.record.document.kind

    @cached_property
    def land(self) -> str | None:
        """The Land, as given, or as the only one that the text names."""
        if self._land:
            return self._land
        named = {code for code, entry in table("laender").items() if re.search(rf"\b(?:{entry['marks']})\b", self.text)}
        return named.pop() if len(named) == 1 else None

    @cached_property
    def year(self) -> int | None:
        """The year the document is from: its own date, else the last meeting it goes to."""
        document = self.record.document
        dates = [document.date] if document.date else [line.date for line in document.consultations if line.date]
        return max(dates).year if dates else None

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Every line of the text, without its line break."""
        return tuple(Span(hit.start(), hit.end()) for hit in re.finditer(r"[^\n]+", self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, roughly: stops behind abbreviations end none, blank lines end every one."""
        abbreviations = pattern("words", "abbreviations")
        spans, start = [], 0
        for stop in _STOP.finditer(self.text):
            if abbreviations.search(self.text[max(start, stop.start() - 12) : stop.start()]):
                continue
            spans.append(Span(start, stop.start()))
            start = stop.end()
        return (*spans, Span(start, len(self.text)))

    @cached_property
    def provisions(self) -> str:
        """The text with drafting notes blanked out, so that a note on a law is not taken for a clause that heeds it."""
        note = "note_on_lines" if self.source.media_type == _PDF else "note"
        return pattern("agreements", note).sub(lambda hit: " " * len(hit.group()), self.text)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that the character at ``offset`` stands in."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=lambda span: span.start) - 1)]

    def line_around(self, offset: int) -> tuple[int, int]:
        """Start and end of the line that the character at ``offset`` stands in."""
        end = self.text.find("\n", offset)
        return self.text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(self.text)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Clauses by "§ 1" headings; where there are none, by numbered ones. A table of contents is left out."""
        for expression in (_CLAUSE, _NUMBERED):
            heads = [hit for hit in expression.finditer(self.text) if not _CONTENTS.search(hit.group())]
            if len(heads) >= 2:
                ends = [hit.start() for hit in heads[1:]] + [len(self.text)]
                return tuple(
                    Clause(_title(self.text, hit), hit.start(), end) for hit, end in zip(heads, ends, strict=True)
                )
        return ()

    def figures_in(self, start: int, end: int) -> list[Figure]:
        """The figures of the record that stand between two offsets, in the order of the text."""
        return _between(self._figures, start, end)

    def posts_in(self, start: int, end: int) -> list[Staffing]:
        """The numbers of posts of the record that stand between two offsets, in the order of the text."""
        return _between(self._posts, start, end)

    @cached_property
    def _figures(self) -> list[tuple[int, Figure]]:
        return _by_place(self.record.figures)

    @cached_property
    def _posts(self) -> list[tuple[int, Staffing]]:
        return _by_place(self.record.staffing)

    def search(self, name: str, key: str, start: int = 0, end: int | None = None) -> Evidence | None:
        """The first place of a pattern of a table, if there is one."""
        return next(self.all(name, key, start, end), None)

    def all(self, name: str, key: str, start: int = 0, end: int | None = None) -> Iterator[Evidence]:
        """All places of a pattern of a table."""
        for hit in pattern(name, key).finditer(self.text, start, len(self.text) if end is None else end):
            if hit.group().strip():
                yield self.evidence(hit.start(), hit.end())

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for ``text[start:end]``, without white space at its ends."""
        end = self._word_end(end)
        quote = self.source.text[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return Evidence(start, start + len(quote), self.source.page_at(start), quote)

    def _word_end(self, end: int) -> int:
        """The end of the word that ``end`` stands in, where a line end breaks it."""
        text = self.source.text
        rest = _REST.match(text, end) if end and self.text[end - 1] != text[end - 1] else None
        return rest.end() if rest else end


def _drawn_together(broken: re.Match[str]) -> str:
    return broken[1] + broken[3] + "\n".ljust(len(broken[2]))


def _by_place(facts: Iterable[_Fact]) -> list[tuple[int, _Fact]]:
    """Facts with the offset of each of their places, in the order of the text."""
    return sorted(((place.start, fact) for fact in facts for place in fact.evidence), key=lambda item: item[0])


def _between(placed: list[tuple[int, _Fact]], start: int, end: int) -> list[_Fact]:
    """The facts that have a place between two offsets, each once."""
    low = bisect_left(placed, start, key=lambda item: item[0])
    high = bisect_left(placed, end, key=lambda item: item[0])
    return list({id(fact): fact for _, fact in placed[low:high]}.values())


def _title(text: str, head: re.Match[str]) -> str:
    """The words of a clause's heading; those of the next lines where the number stands alone."""
    title = head["title"].strip(" .:\t")
    return title or next((line.strip() for line in text[head.end() : head.end() + 160].split("\n") if line.strip()), "")
