"""Full-text search: clauses → documents that answer all of them, newest first → the best passage of each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Row, select, text

from kimdocs.archive import schema
from kimdocs.archive.entry import Hit
from kimdocs.archive.expand import Phrase, expand, match_query
from kimdocs.archive.index import PASSAGE_BITS, document_key, document_of, passage_range
from kimdocs.archive.query import parse
from kimdocs.archive.quote import Passage, best, excerpt
from kimdocs.errors import UsageError
from kimdocs.model.source import SourceDocument, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.archive.filters import Filters

MOST_PASSAGES = 100  # of one document, that are compared for the one to show

_NEWEST_FIRST = text("SELECT rowid FROM passage_words WHERE passage_words MATCH :query ORDER BY rowid DESC")
_WITHIN = text(
    "SELECT rowid FROM passage_words WHERE passage_words MATCH :query AND rowid BETWEEN :first AND :last ORDER BY rowid"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query, expanded: each group of phrases must be met in the document, none of the excluded ones may."""

    groups: tuple[frozenset[Phrase], ...]
    excluded: tuple[frozenset[Phrase], ...]


def search(connection: Connection, words: str, filters: Filters, limit: int | None) -> list[Hit]:
    """Documents that hold all the words, newest first, each with its best passage.

    Raises:
        UsageError: There is neither a word nor a filter, or a filter's value is unknown.
    """
    conditions = filters.conditions()
    clauses = parse(words)
    if not clauses and (words.strip() or not conditions):
        raise UsageError("In der Suche steht kein Wort.", "Bitte mindestens ein Wort oder eine Zahl angeben.")
    wanted = Wanted(
        tuple(expand(connection, clause) for clause in clauses if not clause.excluded),
        tuple(expand(connection, clause) for clause in clauses if clause.excluded),
    )
    keys = _matching(connection, wanted)
    if conditions:
        allowed = set(connection.execute(select(schema.documents.c.id).where(*conditions)).scalars())
        keys = (key for key in keys if document_of(key) in allowed)
    return [_hit(connection, key, wanted) for key in islice(keys, limit)]


class _Stream:
    """Keys of the documents that hold any of some phrases, newest first."""

    def __init__(self, keys: Iterator[int]) -> None:
        self._keys = keys
        self.key = next(keys, -1)

    def seek(self, key: int) -> bool:
        """Go on to the first key that is not newer; whether it is this one."""
        while self.key > key:
            self.key = next(self._keys, -1)
        return self.key == key


def _matching(connection: Connection, wanted: Wanted) -> Iterator[int]:
    """Keys of the documents in which every group is met and no excluded one is, newest first."""
    groups = [_Stream(_keys(connection, phrases)) for phrases in wanted.groups] or [_Stream(_all_keys(connection))]
    excluded = [_Stream(_keys(connection, phrases)) for phrases in wanted.excluded]
    while (key := min(stream.key for stream in groups)) >= 0:
        found = [stream.seek(key) for stream in groups]
        if all(found):
            if not any(stream.seek(key) for stream in excluded):
                yield key
            groups[0].seek(key - 1)


def _keys(connection: Connection, phrases: frozenset[Phrase]) -> Iterator[int]:
    last = -1
    for passage in connection.execute(_NEWEST_FIRST, {"query": match_query(phrases)}).scalars():
        if passage >> PASSAGE_BITS != last:
            last = passage >> PASSAGE_BITS
            yield last


def _all_keys(connection: Connection) -> Iterator[int]:
    documents = schema.documents.c
    newest = select(documents.id, documents.date).order_by(documents.date.desc(), documents.id.desc())
    for number, date in connection.execute(newest):
        yield document_key(number, date)


def _hit(connection: Connection, key: int, wanted: Wanted) -> Hit:
    number = document_of(key)
    document = connection.execute(select(schema.documents).where(schema.documents.c.id == number)).one()
    content = schema.contents.c
    source_text, layout = connection.execute(
        select(content.text, content.layout).where(content.document == number)
    ).one()
    passages = _passages(connection, key, wanted)
    if passages:
        chosen = best(source_text, passages[:MOST_PASSAGES], wanted.groups)
    else:
        chosen = Passage(Span(0, len(source_text)), (), 0)
    shown = excerpt(source_text, chosen)
    return _make_hit(document, source_text, json.loads(layout)["page_starts"], shown, chosen, len(passages))


def _passages(connection: Connection, key: int, wanted: Wanted) -> list[Span]:
    if not wanted.groups:
        return []
    first, last = passage_range(key)
    query = match_query(frozenset().union(*wanted.groups))
    ids = connection.execute(_WITHIN, {"query": query, "first": first, "last": last}).scalars().all()
    column = schema.passages.c
    known = {
        number: Span(start, end)
        for number, start, end in connection.execute(
            select(column.id, column.start, column.end).where(column.id.between(first, last))
        )
    }
    return [known[number] for number in ids if number in known]


def _make_hit(
    document: Row[tuple[object, ...]],
    source_text: str,
    page_starts: Sequence[int],
    shown: Span,
    chosen: Passage,
    passages: int,
) -> Hit:
    marks = tuple(
        (mark.start, mark.end) for mark in chosen.marks if shown.start <= mark.start and mark.end <= shown.end
    )
    pages = SourceDocument("", "", "", "", tuple(page_starts))
    same = ("id", "name", "kind", "title", "reference", "date", "organization", "body", "public")
    return Hit(
        **{name: document._mapping[name] for name in same},
        page=pages.page_at(marks[0][0] if marks else shown.start),
        start=shown.start,
        end=shown.end,
        quote=source_text[shown.start : shown.end],
        marks=marks,
        further=max(0, passages - 1),
    )
