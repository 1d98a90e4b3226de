"""What a user typed → clauses. Nothing in it is an operator but quotes and a leading minus."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kimdocs.archive.words import keys

_PART = re.compile(
    r'(?P<minus>-?)(?:"(?P<quoted>[^"]*)"|[„“](?P<german>[^“”"]*)[“”"]|»(?P<pointed>[^«]*)«|(?P<plain>\S+))'
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that must stand together in this order.

    Attributes:
        words: The words as they are looked for; several where a phrase was quoted, or a word holds a hyphen or a slash.
        exact: Quoted: only these very words, no other forms of them and no compounds.
        excluded: Documents in which they stand are not wanted.
    """

    words: tuple[str, ...]
    exact: bool
    excluded: bool


def parse(query: str) -> tuple[Clause, ...]:
    """Clauses of a query; parts without a letter or digit ("§", "*") are left out."""
    found = []
    for part in _PART.finditer(query):
        quoted = next((part[name] for name in ("quoted", "german", "pointed") if part[name] is not None), None)
        words = keys(part["plain"] if quoted is None else quoted)
        if words:
            found.append(Clause(words, exact=quoted is not None, excluded=bool(part["minus"])))
    return tuple(dict.fromkeys(found))
