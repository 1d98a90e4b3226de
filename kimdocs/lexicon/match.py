"""Finding a table's phrases in folded text: whole words, the longest phrase first, in any order of entries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.load import Entry, load

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = "…"
_DEFAULT_GAP = 12


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found at ``[start:end]`` of the text."""

    entry: Entry
    start: int
    end: int


class Matcher:
    """All phrases and patterns of some entries, to be tried on a window of folded text.

    A phrase matches at word borders; a blank in it stands for any white space, with a hyphen of a line end or not; the gap ``…``
    stands for up to ``gap`` words of the same sentence. Of matches that overlap, the longer one wins.
    """

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        """Compile the entries."""
        self.entries = entries
        self._by_name = {f"e{index}": entry for index, entry in enumerate(entries)}
        plain: list[tuple[int, str]] = []
        gapped: list[tuple[int, str]] = []
        for index, entry in enumerate(entries):
            for phrase in entry.phrases:
                (gapped if GAP in phrase else plain).append((index, phrase))
        plain.sort(key=lambda item: -len(item[1]))
        self._index = {_squeeze(fold(phrase)): entries[index] for index, phrase in reversed(plain)}
        self._plain = _alternation([phrase for _, phrase in plain])
        self._single = [
            (entries[index], re.compile(_phrase_pattern(phrase, entries[index].attributes.get("gap", _DEFAULT_GAP))))
            for index, phrase in sorted(gapped, key=lambda item: -len(item[1]))
        ] + [(entry, re.compile(entry.pattern)) for entry in entries if entry.pattern]

    def finditer(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Matches in ``folded[start:end]``, in order, not overlapping."""
        found = sorted(
            self._all(folded, start, len(folded) if end is None else end), key=lambda m: (m.start - m.end, m.start)
        )
        taken: list[Match] = []
        for match in found:
            if all(match.end <= other.start or match.start >= other.end for other in taken):
                taken.append(match)
        return iter(sorted(taken, key=lambda m: m.start))

    def first(self, folded: str, start: int = 0, end: int | None = None) -> Match | None:
        """The first match in ``folded[start:end]``."""
        return next(self.finditer(folded, start, end), None)

    def fullmatch(self, folded: str) -> Entry | None:
        """The entry that is the whole of ``folded`` (white space at the ends and doubled within left out)."""
        return self._index.get(_squeeze(folded))

    def _all(self, folded: str, start: int, end: int) -> Iterator[Match]:
        if self._plain is not None:
            for hit in self._plain.finditer(folded, start, end):
                yield Match(self._index[_squeeze(hit.group())], hit.start(), hit.end())
        for entry, pattern in self._single:
            for hit in pattern.finditer(folded, start, end):
                if hit.end() > hit.start():
                    yield Match(entry, hit.start(), hit.end())


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _border(phrase: str) -> tuple[str, str]:
    return (r"(?<!\w)" if phrase[0].isalnum() else "", r"(?!\w)" if phrase[-1].isalnum() else "")


def _words(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())


def _alternation(phrases: list[str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    parts = []
    for phrase in dict.fromkeys(fold(p) for p in phrases):
        before, after = _border(phrase)
        parts.append(f"{before}{_words(phrase)}{after}")
    return re.compile("|".join(parts))


def _phrase_pattern(phrase: str, gap: int) -> str:
    folded = fold(phrase)
    before, after = _border(folded)
    between = rf"(?:\s+[^\s.;:!?]+(?:\.(?=\s+[a-z0-9]))?){{0,{gap}}}?\s+"
    return before + between.join(_words(part) for part in folded.split(GAP)) + after


@cache
def matcher(table: str) -> Matcher:
    """The matcher of a table's entries."""
    return Matcher(load(table))
