"""What an amount is counted by: "5.000 €/Jahr", "je VZÄ 55.000 € pro Jahr", "monatlich 80,00 € pro Kind"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.quantity_posts import is_post
from kimdocs.extraction.recognise.quantity_words import compound, phrase_starting
from kimdocs.model.finance import Per

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.quantity_words import Word

_LINKS = frozenset({"je", "pro", "per", "jede", "jeden", "jeder", "jedes"})
_MORE = frozenset({"und", "/", "je", "pro", "bzw", "oder"})
_ADJECTIVES = 2
_BEHIND = 7
_NOT_BEHIND = frozenset({"nach", "forma", "doch", "rata", "se", "der"})


def per_behind(text: str, words: list[Word]) -> tuple[Per, ...]:
    """What the words behind an amount count it by, in their order; a slash counts only where it touches the amount."""
    near = words[:_BEHIND]
    end = next((index for index, word in enumerate(near) if word.folded[:1].isdecimal()), len(near))
    found: list[Per] = []
    start = _nouns(text, words, 1, found) if near and near[0].folded == "/" else 0
    return tuple(dict.fromkeys((*found, *per_before(text, words[start : max(end, start)]))))


def per_before(text: str, words: list[Word]) -> tuple[Per, ...]:
    """What the words before an amount count it by, in their order."""
    found: list[Per] = []
    index = 0
    while index < len(words):
        phrase = phrase_starting("per", "phrase", words, index)
        if phrase is not None and not _is_date(words, index + phrase[1], phrase[0].value):
            found.append(Per(phrase[0].value))
            index += phrase[1]
        elif words[index].folded in _LINKS:
            index = _nouns(text, words, index + 1, found)
        else:
            index += 1
    return tuple(dict.fromkeys(found))


def _is_date(words: list[Word], index: int, value: str) -> bool:
    """Whether "im Jahr" goes on with the year itself."""
    return value == "year" and index < len(words) and words[index].folded[:4].isdecimal()


def _nouns(text: str, words: list[Word], index: int, found: list[Per]) -> int:
    """Read the nouns behind "je"; returns where to go on."""
    while True:
        noun = _noun(text, words, index)
        if noun is None:
            return index
        found.append(noun[0])
        index = noun[1]
        if index >= len(words) or words[index].folded not in _MORE:
            return index
        index += 1


def _noun(text: str, words: list[Word], index: int) -> tuple[Per, int] | None:
    for at in range(index, min(index + _ADJECTIVES + 1, len(words))):
        word = words[at]
        if word.folded in _NOT_BEHIND:
            return None
        known = phrase_starting("per", "noun", words, at)
        if known is not None:
            return Per(known[0].value), at + known[1]
        if not word.folded[:1].isalpha():
            return None
        if text[word.start].isupper() or (at == index and words[index - 1].folded == "/"):
            return _of_compound(word.folded), at + 1
    return None


def _of_compound(word: str) -> Per:
    entry = compound("per", word, "endings")
    if entry is not None:
        return Per(entry.value)
    return Per.POST if is_post(word) else Per.OTHER
