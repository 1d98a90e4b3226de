"""The words around an amount, and the lexicon's phrases about amounts looked up by them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.load import load

if TYPE_CHECKING:
    from kimdocs.lexicon.load import Entry

_WORD = lazy(r"/|[^\s,;:()\[\]\"/|]+(?:,\d[^\s,;:()\[\]\"/|]*)*")
_MARKS = ".'!?"
_SHORTEST = 4


class Phrase(NamedTuple):
    """A stretch of the text, as written and folded, and its words in folded form without marks at their ends."""

    written: str
    folded: str
    words: list[str]

    def is_noun(self, word: str) -> bool:
        """Whether the word is written with a capital."""
        at = self.folded.find(word)
        return at >= 0 and self.written[at].isupper()


def phrase(text: str, folded: str, start: int, end: int) -> Phrase:
    """The phrase ``text[start:end]``; a slash is a word of its own."""
    piece = folded[start:end]
    return Phrase(text[start:end], piece, words_in(piece))


def words_in(folded: str) -> list[str]:
    """The words of a folded text, without marks at their ends."""
    return [word.strip(_MARKS) for word in _WORD.findall(folded)]


def word_starts(folded: str) -> list[int]:
    """Where each of ``words_in(folded)`` starts."""
    return [found.start() for found in _WORD.finditer(folded)]


Phrases = dict[str, tuple[tuple[tuple[str, ...], "Entry"], ...]]


@cache
def _phrases(table: str, side: str, *, last: bool) -> Phrases:
    """Phrases of one side of a table by their first or last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for entry in load(table):
        if entry.attributes.get("side", "") == side:
            for phrase in (*entry.phrases, *entry.attributes.get("signs", ())):
                words = tuple(words_in(phrase))
                found.setdefault(words[-1 if last else 0], []).append((words, entry))
    return {word: tuple(sorted(items, key=lambda item: -len(item[0]))) for word, items in found.items()}


def phrase_ending(table: str, side: str, words: list[str], index: int) -> tuple[Entry, int] | None:
    """The longest phrase that ends with ``words[index]``, and how many words it has."""
    for phrase, entry in _phrases(table, side, last=True).get(words[index], ()):
        size = len(phrase)
        if size == 1 or (size <= index + 1 and tuple(words[index - size + 1 : index + 1]) == phrase):
            return entry, size
    return None


def phrase_starting(table: str, side: str, words: list[str], index: int) -> tuple[Entry, int] | None:
    """The longest phrase that starts with ``words[index]``, and how many words it has."""
    for phrase, entry in _phrases(table, side, last=False).get(words[index], ()):
        size = len(phrase)
        if size == 1 or tuple(words[index : index + size]) == phrase:
            return entry, size
    return None


@cache
def openers(table: str, side: str) -> frozenset[str]:
    """The words that phrases of one side of a table start with."""
    return frozenset(_phrases(table, side, last=False))


@cache
def _endings(table: str, key: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in load(table):
        for ending in entry.attributes.get(key, ()):
            found.setdefault(ending, entry)
        if key == "suffixes" or entry.attributes.get("inside"):
            for phrase in entry.phrases:
                found.setdefault(phrase, entry)
    return found


@cache
def _tails(table: str, key: str) -> frozenset[str]:
    return frozenset(ending[-_SHORTEST:] for ending in _endings(table, key))


def first_compound(table: str, words: list[str], key: str) -> Entry | None:
    """The entry of the first of some words that ``compound`` finds one for."""
    tails = _tails(table, key)
    likely = (compound(table, word, key) for word in words if word[-_SHORTEST:] in tails)
    return next((entry for entry in likely if entry is not None), None)


def compound(table: str, word: str, key: str = "suffixes") -> Entry | None:
    """The entry whose phrase or ``key`` ending the word ends with, the longest ending first; at least four letters."""
    if word[-_SHORTEST:] not in _tails(table, key):
        return None
    endings = _endings(table, key)
    for cut in range(len(word) - _SHORTEST + 1):
        entry = endings.get(word[cut:])
        if entry is not None:
            return entry
    return None
