"""What an amount is counted by: "5.000 €/Jahr", "je VZÄ 55.000 € pro Jahr", "monatlich 80,00 € pro Kind"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.quantities.posts import is_post
from kimdocs.extraction.recognise.quantities.words import compound, openers, phrase_starting
from kimdocs.model.finance import Per

if TYPE_CHECKING:
    from kimdocs.extraction.recognise.quantities.words import Phrase

_LINKS = frozenset({"je", "pro", "per", "jede", "jeden", "jeder", "jedes"})
_MORE = frozenset({"und", "/", "je", "pro", "bzw", "oder"})
_ADJECTIVES = 2
_NEAR = 3
_HALVES = frozenset({"halbe", "halben", "halber", "halbes", "viertel"})
_BEHIND = 7
_STATES = frozenset({"liegt", "liegen", "lag", "lagen", "ist", "sind", "war", "waren", "bleibt", "bleiben", "beträgt"})
_CHANGES = frozenset({"steigt", "steigen", "stieg", "sinkt", "sinken", "sank"})
_ARTICLES = frozenset({"der", "die", "das", "dieser", "diese", "dieses", "ein", "eine", "kein", "keine"})
_TAXES = frozenset({"brutto", "netto"})
_NOT_BEHIND = frozenset({"nach", "forma", "doch", "rata", "se", "der", "zur", "zum", "zu"})


def per_behind(phrase: Phrase) -> tuple[Per, ...]:
    """What the words behind an amount count it by, in their order; a slash counts only where it touches the amount."""
    ends_in_year = phrase.words[_BEHIND : _BEHIND + 1] and phrase.words[_BEHIND][:4].isdecimal()
    words = _own_clause(phrase.words[: _BEHIND + bool(ends_in_year)])
    touches = phrase.folded.startswith("/")
    if words and words[0] in _TAXES:
        words, touches = words[1:], True
    if not words:
        return ()
    end = next((index for index, word in enumerate(words) if "0" <= word[:1] <= "9"), len(words))
    found: list[Per] = []
    start = 0
    if words[0] == "/" and (touches or _is_known(words, 1)):
        start = _nouns(phrase, words, 1, found)
    reach = end + 1 + (0 < end < len(words) and words[end - 1] in _LINKS)
    return tuple(dict.fromkeys((*found, *_per(phrase, words[start : max(reach, start)], 0))))


def _own_clause(words: list[str]) -> list[str]:
    """The words up to a verb behind which another subject comes: "um 800 Euro liegt der Ausgleich pro Besucher …"."""
    subject = (at for at in range(len(words) - 1) if words[at] in _STATES and words[at + 1] in _ARTICLES)
    change = (at for at, word in enumerate(words) if word in _CHANGES)
    return words[: min([*subject, *change], default=len(words))]


def _is_known(words: list[str], index: int) -> bool:
    return index < len(words) and phrase_starting("per", "noun", words, index) is not None


def per_before(phrase: Phrase, words: list[str] | None = None) -> tuple[Per, ...]:
    """What the words of a phrase before an amount, or only ``words`` of it, count it by, in their order."""
    words = phrase.words if words is None else words
    if words and words[0] in _LINKS:
        return _per(phrase, words, 0)
    return _per(phrase, words, len(words) - _NEAR)


def per_of_header(phrase: Phrase) -> tuple[Per, ...]:
    """What a column's header counts its amounts by: "pro Jahr", "brutto/Jahr"."""
    found = list(per_before(phrase))
    for index, word in enumerate(phrase.words):
        if word == "/" and _is_known(phrase.words, index + 1):
            _nouns(phrase, phrase.words, index + 1, found)
    return tuple(dict.fromkeys(found))


def per_of_caption(caption: Phrase, first: Phrase | None = None) -> tuple[Per, ...]:
    """What a table's caption counts its amounts by; "Kosten je Objekt" above the header "Objekt" but names its rows."""
    counted = {word for link, word in pairwise(caption.words) if link in _LINKS}
    return () if first is not None and not counted.isdisjoint(first.words) else per_of_header(caption)


def _per(phrase: Phrase, words: list[str], near: int) -> tuple[Per, ...]:
    """What ``words`` count an amount by; "im Jahr" counts only from the index ``near`` on."""
    if _LINKS.isdisjoint(words) and _openers().isdisjoint(words):
        return ()
    found: list[Per] = []
    index = 0
    while index < len(words):
        known = phrase_starting("per", "phrase", words, index)
        if known is None and index >= near:
            known = phrase_starting("per", "near", words, index)
        if known is not None and not _is_date(words, index + known[1], known[0].value):
            found.append(Per(known[0].value))
            index += known[1]
        elif words[index] in _LINKS and not (index and words[index - 1].endswith(("%", "prozent"))):
            index = _nouns(phrase, words, index + 1, found)
        else:
            index += 1
    return tuple(dict.fromkeys(found))


@cache
def _openers() -> frozenset[str]:
    return openers("per", "phrase") | openers("per", "near")


def _is_date(words: list[str], index: int, value: str) -> bool:
    """Whether "im Jahr" goes on with the year itself."""
    return value == "year" and index < len(words) and len(words[index]) > 3 and words[index][:4].isdecimal()


def _nouns(phrase: Phrase, words: list[str], index: int, found: list[Per]) -> int:
    """Read the nouns behind "je"; returns where to go on."""
    while True:
        noun = _noun(phrase, words, index)
        if noun is None:
            return index
        found.append(noun[0])
        index = noun[1]
        if index >= len(words) or words[index] not in _MORE:
            return index
        index += 1


def _noun(phrase: Phrase, words: list[str], index: int) -> tuple[Per, int] | None:
    for at in range(index, min(index + _ADJECTIVES + 1, len(words))):
        word = words[at]
        if word in _NOT_BEHIND:
            return None
        known = phrase_starting("per", "noun", words, at)
        if known is not None:
            return Per(known[0].value), at + known[1]
        if not word[:1].isalpha():
            return _measure(words, at) if at == index else None
        if word in _HALVES:
            return Per.OTHER, min(at + 2, len(words))
        if phrase.is_noun(word) or (at == index and words[index - 1] == "/"):
            return _of_compound(word), at + 1
    return None


def _measure(words: list[str], at: int) -> tuple[Per, int] | None:
    """The unit behind a number ("je 100 Liter"): never the unit itself, but a measure of its own."""
    known = phrase_starting("per", "noun", words, at + 1) if at + 1 < len(words) and words[at].isdecimal() else None
    return (Per.OTHER, at + 1 + known[1]) if known is not None else None


def _of_compound(word: str) -> Per:
    entry = compound("per", word, "endings")
    if entry is not None:
        return Per(entry.value)
    return Per.POST if is_post(word) else Per.OTHER
