"""Why a search found nothing: words that no document holds, with near ones that some do."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from kimdocs.archive import schema
from kimdocs.archive.expand import SHORTEST_PART, expand, match_query
from kimdocs.archive.query import parse
from kimdocs.archive.words import words

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kimdocs.archive.query import Clause

MOST = 3
ALIKE = 0.78
_ROOM = 2
_NEAR = text(
    "SELECT term FROM terms WHERE length(term) BETWEEN :shortest AND :longest"
    " AND (substr(term, 1, 2) = :start OR substr(term, -3) = :end OR substr(term, 2, 3) = :inside)"
)
_HOLDING = text("SELECT rowid FROM passage_words WHERE passage_words MATCH :query LIMIT 1")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A part of a query that no document holds.

    Attributes:
        words: As it was looked for.
        near: Words of the archive that are written alike, as some document writes them, the nearest first.
    """

    words: str
    near: tuple[str, ...]


def unknown(connection: Connection, query: str) -> list[Unknown]:
    """The parts of a query that no document holds in any form."""
    clauses = [clause for clause in parse(query) if not clause.excluded]
    missing = [one for one in clauses if _first(connection, match_query(expand(connection, one)[-1])) is None]
    return [Unknown(" ".join(one.words), _near(connection, one)) for one in missing]


def _near(connection: Connection, clause: Clause) -> tuple[str, ...]:
    if len(clause.words) != 1 or len(clause.words[0]) < SHORTEST_PART:
        return ()
    (word,) = clause.words
    asked = {"shortest": len(word) - _ROOM, "longest": len(word) + _ROOM}
    ends = {"start": word[:2], "end": word[-3:], "inside": word[1:4]}
    alike = get_close_matches(word, connection.execute(_NEAR, asked | ends).scalars(), MOST, ALIKE)
    return tuple(dict.fromkeys(_as_written(connection, term) for term in alike))


def _as_written(connection: Connection, term: str) -> str:
    """A folded word as the newest document that holds it writes it: with its capital and its umlauts."""
    passage = _first(connection, f'"{term}"')
    places, contents = schema.passages.c, schema.contents.c
    query = (
        select(contents.text, places.start, places.end)
        .join_from(schema.passages, schema.contents, places.document == contents.document)
        .where(places.id == passage)
    )
    for source, start, end in connection.execute(query):
        for word in words(source, start, end):
            written = source[word.start : word.end]
            if word.key == term and written.isalnum():
                return str(written)
    return term


def _first(connection: Connection, query: str) -> int | None:
    found: int | None = connection.execute(_HOLDING, {"query": query}).scalar()
    return found
