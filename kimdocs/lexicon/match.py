"""Finding a table's phrases in folded text: whole words, the longest phrase first, in any order of entries.

Phrases are looked up by their first word, so that a window of text costs one look-up a word, however large the table.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.errors import LexiconError
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.load import Entry, load
from kimdocs.lexicon.windows import WORD, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kimdocs.lexicon.windows import Window

_FARTHEST = 4000
GAP = "…"
_GOVERNS = r"(?!\s+(?:de[nmrs]|die|das|ein\w*|kein\w*|ihr\w*|sein\w*|dies\w*|\d+)\b)"
_DEFAULT_GAP = 12


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
    """The phrases that start with one word: those without a gap in one pattern, whose groups are the ``entries``.

    Those with a gap have a word of theirs that stands behind it.
    """

    plain: re.Pattern[str] | None
    entries: tuple[Entry, ...]
    gapped: tuple[tuple[str, re.Pattern[str], Entry], ...]


_WORDS = Words()


class Matcher:
    """All phrases and patterns of some entries, to be tried on a window of folded text.

    A phrase starts and ends at word borders. A blank in it stands for any white space; a hyphen may be followed by
    white space or be left out for it; the gap ``…`` stands for up to ``gap`` words (12 unless the entry says otherwise)
    of the same sentence. The particle that ends a phrase of a ``closed`` entry governs no noun behind it, as a
    preposition does. Where matches overlap, the longer one wins.
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
        self._patterns = [
            (entry, re.compile(entry.pattern), entry.attributes.get("pieces") or ("",))
            for entry in entries
            if entry.pattern
        ]
        self._pieces = tuple({piece for _, _, pieces in self._patterns for piece in pieces})
        self._bit = _WORDS.register(self._by_word)

    def finditer(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Matches in ``folded[start:end]``, in order, not overlapping."""
        return iter(self.findall(folded, start, end))

    def findall(self, folded: str, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
        """Matches in ``folded[start:end]``, in order, not overlapping."""
        found = self._found(folded, start, end)
        if start < 2 or not found:
            return found
        before, new = start - 1, tuple.__new__
        return tuple([new(Match, (entry, at + before, to + before)) for entry, at, to in found])

    def first(self, folded: str, start: int = 0, end: int | None = None) -> Match | None:
        """The first match in ``folded[start:end]``."""
        found = self._found(folded, start, end)
        if start < 2 or not found:
            return found[0] if found else None
        entry, at, to = found[0]
        return Match(entry, at + start - 1, to + start - 1)

    def _found(self, folded: str, start: int, end: int | None) -> tuple[Match, ...]:
        """The matches in ``folded[start:end]``, with places as if the character before it were the first."""
        window = _WORDS.window_at(folded, start, end)
        if not self._patterns and not window.bits & self._bit:
            return ()
        found = window.found.get(self._bit)
        if found is None:
            found = window.found[self._bit] = _apart(self._all(window))
        return found

    def match(self, folded: str, start: int, end: int | None = None) -> Match | None:
        """The longest phrase that starts exactly at ``start``."""
        word = WORD.match(folded, start)
        if word is None or word.group() not in self._by_word:
            return None
        return self._at(folded, start, word.group(), len(folded) if end is None else end)

    def fullmatch(self, folded: str) -> Entry | None:
        """The entry one of whose phrases (without gaps) is the whole of ``folded``, white space squeezed."""
        return self._exact.get(" ".join(folded.split()))

    @property
    def whole(self) -> Collection[str]:
        """The (folded) phrases without gaps, which ``fullmatch`` finds."""
        return self._exact.keys()

    @property
    def first_words(self) -> Collection[str]:
        """The (folded) words that phrases start with; look-ups in it are fast."""
        return self._by_word.keys()

    @cached_property
    def second_words(self) -> dict[str, frozenset[str]]:
        """The second words of phrases by the first, for each word with which but phrases of several words start."""
        found: dict[str, frozenset[str]] = {}
        for first, phrases in self._by_word.items():
            seconds = [WORD.findall(phrase.words)[1:2] for phrase in phrases]
            if all(seconds) and not any(GAP in phrase.words for phrase in phrases):
                found[first] = frozenset(second for (second,) in seconds)
        return found

    def starts_with(self, word: str) -> bool:
        """Whether any phrase starts with this (folded) word."""
        return word in self._by_word

    def opens_pattern(self, folded: str, start: int) -> bool:
        """Whether a pattern matches exactly at ``start``."""
        return any(
            pattern.match(folded, start) for _, pattern, pieces in self._patterns if any(p in folded for p in pieces)
        )

    @property
    def pieces(self) -> tuple[str, ...]:
        """One of these stands wherever a pattern matches; elsewhere only phrases are found."""
        return self._pieces

    @property
    def gapped(self) -> Iterator[str]:
        """The (folded) phrases that have a gap."""
        return (phrase.words for phrases in self._by_word.values() for phrase in phrases if GAP in phrase.words)

    def _add(self, phrase: str, entry: Entry) -> None:
        first = WORD.match(phrase)
        if first is None:
            raise LexiconError(f"Im Lexikon-Eintrag „{entry.rule}“ beginnt „{phrase}“ nicht mit einem Buchstaben.")
        if GAP not in phrase:
            self._exact[phrase] = entry
        weight = len(phrase) if GAP not in phrase else len(phrase) - 1000
        self._by_word.setdefault(first.group(), []).append(_Phrase(weight, phrase, entry))

    def _at(self, folded: str, start: int, first: str, end: int) -> Match | None:
        candidates = self._compiled.get(first)
        if candidates is None:
            candidates = self._compiled[first] = _compiled(self._by_word[first])
        longest = None
        if (plain := candidates.plain) and (hit := plain.match(folded, start, end)):
            longest = Match(candidates.entries[(hit.lastindex or 1) - 1], start, hit.end())
        for piece, pattern, entry in candidates.gapped:
            near = folded.find(piece, start, min(end, start + _FARTHEST)) >= 0
            hit = pattern.match(folded, start, end) if near else None
            if hit and (longest is None or hit.end() > longest.end):
                longest = Match(entry, start, hit.end())
        return longest

    def _all(self, window: Window) -> list[Match]:
        found = []
        text, first = window.text, window.first
        if window.bits & self._bit:
            by_word = self._by_word
            for place, word in window.known:
                if word in by_word and (match := self._at(text, place, word, len(text))):
                    found.append(match)
        for entry, pattern, pieces in self._patterns if any(map(text.__contains__, self._pieces)) else ():
            for piece in pieces:
                if piece in text:
                    hits = pattern.finditer(text, first)
                    found += [Match(entry, hit.start(), hit.end()) for hit in hits if hit.group()]
                    break
        return found


def _apart(found: list[Match]) -> tuple[Match, ...]:
    """Of matches that overlap the longer ones, in order."""
    if len(found) < 2:
        return tuple(found)
    found.sort(key=lambda m: (m.start - m.end, m.start))
    starts: list[int] = []
    taken: list[Match] = []
    for match in found:
        place = bisect_left(starts, match.start)
        free = place == len(taken) or match.end <= taken[place].start
        if free and (place == 0 or taken[place - 1].end <= match.start):
            starts.insert(place, match.start)
            taken.insert(place, match)
    return tuple(taken)


def _compiled(phrases: Iterable[_Phrase]) -> _Candidates:
    """Longest first: of two phrases that match at one place, the one with more words in it ends later."""
    ordered = sorted(phrases, key=lambda phrase: -phrase.weight)
    plain = [phrase for phrase in ordered if GAP not in phrase.words]
    gapped = tuple(
        (max(WORD.findall(p.words.partition(GAP)[2]), key=len), re.compile(_pattern(p.words, p.entry)), p.entry)
        for p in ordered
        if GAP in p.words
    )
    groups = "|".join(f"({_pattern(phrase.words, phrase.entry)})" for phrase in plain)
    return _Candidates(re.compile(groups) if plain else None, tuple(phrase.entry for phrase in plain), gapped)


def _words(phrase: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\-", r"(?:-\s*|\s+)") for word in phrase.split())


def _pattern(phrase: str, entry: Entry) -> str:
    gap = int(entry.attributes.get("gap", _DEFAULT_GAP))
    between = rf"(?:\s+(?:[^\s.;:!?]|[.:](?=\S))+\.?){{0,{gap}}}?\s+"
    behind = r"(?!\w)" if phrase[-1].isalnum() else ""
    if entry.attributes.get("closed"):
        behind += _GOVERNS
    return between.join(_words(part) for part in phrase.split(GAP)) + behind


@cache
def matcher(table: str) -> Matcher:
    """The matcher of a table's entries."""
    return Matcher(load(table))


def forget_pieces() -> None:
    """Forget the pieces of text that have been looked at: nothing of a document stays behind it in memory."""
    _WORDS.forget()
