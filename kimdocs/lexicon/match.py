"""Finding a table's phrases in folded text: whole words, the longest phrase first, in any order of entries.

Phrases are looked up by their first word, so that a window of text costs one look-up a word, however large the table.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.errors import LexiconError
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.load import Entry, load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

GAP = "…"
_DEFAULT_GAP = 12
_WORD = re.compile(r"\w+")


class Match(NamedTuple):
    """An entry found at ``[start:end]`` of the text."""

    entry: Entry
    start: int
    end: int


class _Phrase(NamedTuple):
    """A phrase that waits to be compiled; those of greater weight are tried first."""

    weight: int
    words: str
    entry: Entry


class _Candidates(NamedTuple):
    """The phrases that start with one word: those without a gap in one pattern, whose groups are the ``entries``."""

    plain: re.Pattern[str] | None
    entries: tuple[Entry, ...]
    gapped: tuple[tuple[re.Pattern[str], Entry], ...]


class _Window(NamedTuple):
    """The piece of text looked at last, with the numbers of the matchers that know a word in it."""

    folded: str
    start: int
    end: int
    known_to: frozenset[int]


class _Words:
    """Which matchers know which first words: a piece that several of them look at is cut into words but once."""

    def __init__(self) -> None:
        self.matchers = 0
        self._known_to: dict[str, list[int]] = {}
        self._last = _Window("", 0, 0, frozenset())

    def register(self, words: Iterable[str]) -> int:
        """The number of a new matcher, one of whose phrases starts with each of ``words``."""
        number = self.matchers
        self.matchers += 1
        for word in words:
            self._known_to.setdefault(word, []).append(number)
        self._last = _Window("", 0, 0, frozenset())
        return number

    def known_to(self, folded: str, start: int, end: int) -> frozenset[int]:
        """The numbers of the matchers that know a word in ``folded[start:end]``."""
        last = self._last
        if last.start != start or last.end != end or last.folded is not folded:
            known_to = self._known_to
            words = _WORD.findall(folded, start, end)
            numbers = frozenset(number for word in words if word in known_to for number in known_to[word])
            self._last = last = _Window(folded, start, end, numbers)
        return last.known_to


_WORDS = _Words()


class Matcher:
    """All phrases and patterns of some entries, to be tried on a window of folded text.

    A phrase starts and ends at word borders. A blank in it stands for any white space; a hyphen may be followed by
    white space or be left out for it; the gap ``…`` stands for up to ``gap`` words (12 unless the entry says otherwise)
    of the same sentence. Where matches overlap, the longer one wins.
    """

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        """Compile the entries.

        Raises:
            LexiconError: A phrase does not start with a letter or a digit.
        """
        self.entries = entries
        self._exact: dict[str, Entry] = {}
        self._by_word: dict[str, list[_Phrase]] = {}
        self._compiled: dict[str, _Candidates] = {}
        for entry in entries:
            for phrase in entry.phrases:
                self._add(fold(phrase), entry)
        self._patterns = [(entry, re.compile(entry.pattern)) for entry in entries if entry.pattern]
        self._number = _WORDS.register(self._by_word)

    def finditer(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Matches in ``folded[start:end]``, in order, not overlapping."""
        found = self._all(folded, start, len(folded) if end is None else end)
        if len(found) < 2:
            return iter(found)
        found.sort(key=lambda m: (m.start - m.end, m.start))
        starts: list[int] = []
        taken: list[Match] = []
        for match in found:
            place = bisect_left(starts, match.start)
            free = place == len(taken) or match.end <= taken[place].start
            if free and (place == 0 or taken[place - 1].end <= match.start):
                starts.insert(place, match.start)
                taken.insert(place, match)
        return iter(taken)

    def first(self, folded: str, start: int = 0, end: int | None = None) -> Match | None:
        """The first match in ``folded[start:end]``."""
        return next(self.finditer(folded, start, end), None)

    def match(self, folded: str, start: int, end: int | None = None) -> Match | None:
        """The longest phrase that starts exactly at ``start``."""
        word = _WORD.match(folded, start)
        return self._at(folded, word, len(folded) if end is None else end) if word else None

    def fullmatch(self, folded: str) -> Entry | None:
        """The entry one of whose phrases (without gaps) is the whole of ``folded``, white space squeezed."""
        return self._exact.get(" ".join(folded.split()))

    @property
    def first_words(self) -> Collection[str]:
        """The (folded) words that phrases start with; look-ups in it are fast."""
        return self._by_word.keys()

    def starts_with(self, word: str) -> bool:
        """Whether any phrase starts with this (folded) word."""
        return word in self._by_word

    def _add(self, phrase: str, entry: Entry) -> None:
        first = _WORD.match(phrase)
        if first is None:
            raise LexiconError(f"Im Lexikon-Eintrag „{entry.rule}“ beginnt „{phrase}“ nicht mit einem Buchstaben.")
        if GAP not in phrase:
            self._exact[phrase] = entry
        weight = len(phrase) if GAP not in phrase else len(phrase) - 1000
        self._by_word.setdefault(first.group(), []).append(_Phrase(weight, phrase, entry))

    def _at(self, folded: str, word: re.Match[str], end: int) -> Match | None:
        first = word.group()
        candidates = self._compiled.get(first)
        if candidates is None:
            candidates = self._compiled[first] = _compiled(self._by_word.get(first, ()))
        longest = None
        if (plain := candidates.plain) and (hit := plain.match(folded, word.start(), end)):
            longest = Match(candidates.entries[(hit.lastindex or 1) - 1], hit.start(), hit.end())
        for pattern, entry in candidates.gapped:
            hit = pattern.match(folded, word.start(), end)
            if hit and (longest is None or hit.end() > longest.end):
                longest = Match(entry, hit.start(), hit.end())
        return longest

    def _all(self, folded: str, start: int, end: int) -> list[Match]:
        found = []
        if self._number in _WORDS.known_to(folded, start, end):
            by_word = self._by_word
            for word in _WORD.finditer(folded, start, end):
                if word.group() in by_word:
                    match = self._at(folded, word, end)
                    if match:
                        found.append(match)
        for entry, pattern in self._patterns:
            found += [
                Match(entry, hit.start(), hit.end()) for hit in pattern.finditer(folded, start, end) if hit.group()
            ]
        return found


def _compiled(phrases: Iterable[_Phrase]) -> _Candidates:
    """Longest first: of two phrases that match at one place, the one with more words in it ends later."""
    ordered = sorted(phrases, key=lambda phrase: -phrase.weight)
    plain = [phrase for phrase in ordered if GAP not in phrase.words]
    gapped = tuple((re.compile(_pattern(p.words, p.entry)), p.entry) for p in ordered if GAP in p.words)
    groups = "|".join(f"({_pattern(phrase.words, phrase.entry)})" for phrase in plain)
    return _Candidates(re.compile(groups) if plain else None, tuple(phrase.entry for phrase in plain), gapped)


def _words(phrase: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\-", r"(?:-\s*|\s+)") for word in phrase.split())


def _pattern(phrase: str, entry: Entry) -> str:
    gap = int(entry.attributes.get("gap", _DEFAULT_GAP))
    between = rf"(?:\s+(?:[^\s.;:!?]|[.:](?=\S))+\.?){{0,{gap}}}?\s+"
    return between.join(_words(part) for part in phrase.split(GAP)) + (r"(?!\w)" if phrase[-1].isalnum() else "")


@cache
def matcher(table: str) -> Matcher:
    """The matcher of a table's entries."""
    return Matcher(load(table))
