"""Clause → the words and phrases of the archive's own vocabulary that answer it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import islice, product
from typing import TYPE_CHECKING

from sqlalchemy import text

from kimdocs.archive.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from kimdocs.archive.query import Clause

Phrase = tuple[str, ...]

SHORTEST_PART = 4  # letters a word needs to be looked for inside compounds: "amt" is in "gesamt"
MOST_PHRASES = 256
ENDINGS = ("", "e", "en", "n", "s", "es", "er", "ern")

_UMLAUT = re.compile(r"([aou])e(?=u?[^aeiou]*$)")
_VOWEL = re.compile(r"([aou])(?=u?[^aeiou]*$)")

_SAME_STEM = text("SELECT term FROM terms WHERE stem = :stem")
_HOLDING = text("SELECT term FROM terms WHERE instr(term, :part)")
_KNOWN = text("SELECT term FROM terms WHERE term IN (SELECT value FROM json_each(:terms))")


def expand(connection: Connection, clause: Clause) -> tuple[frozenset[Phrase], ...]:
    """Phrases of which any one answers the clause: the very words, with their other forms, with compounds as well.

    A word finds the words of its stem (Beschluss: Beschlüsse), those it is part of (Vereinbarung:
    Kooperationsvereinbarung; but not Ordnung: Anordnung) and those that end in another form of it (Vertrag:
    Pachtverträge); words joined by a hyphen also find the same ones written together, and vice versa.
    """
    very = frozenset({clause.words})
    if clause.exact:
        return very, very, very
    if len(clause.words) == 1:
        word = clause.words[0]
        forms = frozenset((term,) for term in _same_stem(connection, word)) | _apart(connection, word)
        return very, forms, forms | {(term,) for term in _forms(connection, word)}
    forms = very | set(islice(product(*(_same_stem(connection, word) for word in clause.words)), MOST_PHRASES))
    if not all(word.isalpha() for word in clause.words):
        return very, forms, forms
    joined = "".join(clause.words)
    return very, forms | {(joined,)}, forms | {(term,) for term in _forms(connection, joined)}


def match_query(phrases: Iterable[Phrase]) -> str:
    """The phrases as a query of FTS5; every word is quoted, so that none is an operator."""
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in sorted(phrases))


def _same_stem(connection: Connection, word: str) -> list[str]:
    others = connection.execute(_SAME_STEM, {"stem": stem(word)}).scalars()
    return [word, *(term for term in others if term != word)]


def _forms(connection: Connection, word: str) -> set[str]:
    found = set(_same_stem(connection, word))
    if word.isalpha() and len(word) >= SHORTEST_PART:
        holding = connection.execute(_HOLDING, {"part": word}).scalars()
        found.update(term for term in holding if is_compound(term, word))
        for root in roots(word):
            ends = tuple(root + ending for ending in ENDINGS)
            holding = connection.execute(_HOLDING, {"part": root}).scalars()
            found.update(term for term in holding if term.endswith(ends) and is_compound(term, root))
    return found


def is_compound(term: str, part: str) -> bool:
    """Whether a folded word holds the other as a part of its own: not behind a prefix that makes another word of it."""
    before, after_e = _derivations()
    at = term.find(part)
    while at >= 0:
        derived = part.endswith("e") and term[at + len(part) :] in after_e
        if not derived and not before.fullmatch(term, 0, at):
            return True
        at = term.find(part, at + 1)
    return False


@cache
def _derivations() -> tuple[re.Pattern[str], frozenset[str]]:
    table = tomllib.loads((files("kimdocs.archive") / "prefixes.toml").read_text(encoding="utf-8"))
    always, verbs = "|".join(table["always"]), "|".join(table["in_verbs"])
    before = rf"(?:{always}){{1,2}}(?:zu|ge)?|(?:{always}|{verbs}){{1,2}}(?:zu|ge)"
    return re.compile(before), frozenset(table["after_e"])


def roots(word: str) -> frozenset[str]:
    """A folded noun without the ending of a case or of the plural, with and without an umlaut in its last syllable."""
    bare = {word} | {word.removesuffix(ending) for ending in ENDINGS if ending}
    both = (
        bare
        | {_UMLAUT.sub(r"\1", root, count=1) for root in bare}
        | {_VOWEL.sub(r"\1e", root, count=1) for root in bare}
    )
    return frozenset(root for root in both if len(root) >= SHORTEST_PART)


def _apart(connection: Connection, word: str) -> frozenset[Phrase]:
    """The word as two words of the vocabulary, as it is written with a hyphen: casemanagement, Case-Management."""
    if not word.isalpha() or len(word) < 2 * SHORTEST_PART:
        return frozenset()
    cuts = [(word[:at], word[at:]) for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)]
    parts = "[" + ",".join(f'"{part}"' for cut in cuts for part in cut) + "]"
    known = set(connection.execute(_KNOWN, {"terms": parts}).scalars())
    return frozenset(cut for cut in cuts if known.issuperset(cut))
