"""Words as the archive looks for them: folded alike in texts and in queries, and their German stems.

"Schäfer" and "SCHAEFER" are the same word, so are "Straße" and "Strasse", and a word with soft hyphens or hyphenated at
the end of a line and the word without. Other marks on letters are left out: "Café" is "cafe".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 120

# A word goes on over combining marks, soft hyphens and the hyphen of a line's end, unless that one stands for a part
# left out ("Haupt-\nund Finanzausschuss").
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u200b-\u200d]|\u00ad(?:[ \t]*\n[ \t]*(?=[a-zäöüß]))?"
    r"|(?<=[^\W\d_])[-\u2010]\n[ \t]*(?!(?:und|oder|bzw|sowie|noch|bis|als|wie)\b)(?=[a-zäöüß]))*"
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``text[start:end]`` as written, ``key`` as it is looked for."""

    key: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Words of ``text[start:end]``, in order."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        key = fold_word(found.group())
        if key:
            yield Word(key, found.start(), found.end())


def keys(text: str) -> tuple[str, ...]:
    """The words of a text as they are looked for."""
    return tuple(word.key for word in words(text))


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    """One word as it is looked for: lower case, umlauts and ß spelt out, no other marks; letters and digits only."""
    if word.isascii() and word.isalnum():
        return word.lower()[:LONGEST]
    composed = unicodedata.normalize("NFKC", word)
    if "\u2044" in composed:  # ½ is not 12
        composed = unicodedata.normalize("NFC", word)
    spelt = composed.casefold().translate(_UMLAUTS)
    plain = unicodedata.normalize("NFD", spelt)
    return "".join(char for char in plain if char.isalnum())[:LONGEST]


def fold_name(name: str) -> str:
    """A name (of a body, of an organization) for comparing: its words as they are looked for, one blank between."""
    return " ".join(keys(name))


@cache
def _stemmer() -> object:
    import snowballstemmer

    return snowballstemmer.stemmer("german")


def stem(key: str) -> str:
    """German stem (Snowball) of a folded word; umlauts are gone in it, so that "haeuser" and "haus" share theirs."""
    if not key.isalpha():
        return key
    found: str = _stemmer().stemWord(key)  # type: ignore[attr-defined]
    return found or key
