"""The words around an amount, and the lexicon's phrases about amounts looked up by them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon.load import load

if TYPE_CHECKING:
    from kimdocs.lexicon.load import Entry

_WORD = re.compile(r"/|(?:[^\s,;:()\[\]\"/|]|(?<=\d),(?=\d))+")
_MARKS = ".'\"!?"
_SHORTEST = 4


class Word(NamedTuple):
    """A word in folded form without marks at its end, and where it starts."""

    folded: str
    start: int


def words_between(folded: str, start: int, end: int) -> list[Word]:
    """The words of ``folded[start:end]``; a slash is a word of its own."""
    return [Word(found.group().strip(_MARKS), found.start()) for found in _WORD.finditer(folded, start, end)]


Phrases = dict[str, tuple[tuple[tuple[str, ...], "Entry"], ...]]


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(found.group().strip(_MARKS) for found in _WORD.finditer(phrase))


@cache
def _phrases(table: str, side: str, *, last: bool) -> Phrases:
    """Phrases of one side of a table by their first or last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for entry in load(table):
        if entry.attributes.get("side", "") == side:
            for phrase in (*entry.phrases, *entry.attributes.get("signs", ())):
                words = _split(phrase)
                found.setdefault(words[-1 if last else 0], []).append((words, entry))
    return {word: tuple(sorted(items, key=lambda item: -len(item[0]))) for word, items in found.items()}


def phrase_ending(table: str, side: str, words: list[Word], index: int) -> tuple[Entry, int] | None:
    """The longest phrase that ends with ``words[index]``, and how many words it has."""
    for phrase, entry in _phrases(table, side, last=True).get(words[index].folded, ()):
        size = len(phrase)
        if size <= index + 1 and all(words[index - size + 1 + i].folded == phrase[i] for i in range(size)):
            return entry, size
    return None


def phrase_starting(table: str, side: str, words: list[Word], index: int) -> tuple[Entry, int] | None:
    """The longest phrase that starts with ``words[index]``, and how many words it has."""
    for phrase, entry in _phrases(table, side, last=False).get(words[index].folded, ()):
        size = len(phrase)
        if index + size <= len(words) and all(words[index + i].folded == phrase[i] for i in range(size)):
            return entry, size
    return None


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
