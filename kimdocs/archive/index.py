"""The full-text index: passages of each document, and the vocabulary that queries are expanded over.

A passage's id says when and where: the day of the document (none: 0), its number, and the passage's own, so that
descending ids are the newest documents first and the index answers in that order without sorting.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, text

from kimdocs.archive import schema
from kimdocs.archive.passages import passages
from kimdocs.archive.words import keys, stem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

PASSAGE_BITS = 16
DOCUMENT_BITS = 24

_NEW_TERMS = text(
    "SELECT value FROM json_each(:terms) WHERE NOT EXISTS (SELECT 1 FROM terms WHERE term = json_each.value)"
)
_ADD_WORDS = text("INSERT INTO passage_words (rowid, words) VALUES (:id, :words)")
_DELETE_WORDS = text("INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', :id, :words)")
_OPTIMIZE = text("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
_IN_USE = text("SELECT 1 FROM passage_words WHERE passage_words MATCH :query LIMIT 1")


def document_key(document: int, date: dt.date | None) -> int:
    """What the ids of a document's passages begin with; larger ones are newer, without a date they come last."""
    return (date.toordinal() if date else 0) << DOCUMENT_BITS | document


def document_of(key: int) -> int:
    """Number of the document that a document key is about."""
    return key & (1 << DOCUMENT_BITS) - 1


def passage_range(key: int) -> tuple[int, int]:
    """First and last passage id that a document can have."""
    first = key << PASSAGE_BITS
    return first, first + (1 << PASSAGE_BITS) - 1


def add_words(connection: Connection, document: int, date: dt.date | None, source_text: str) -> None:
    """Index a document's text."""
    first, _ = passage_range(document_key(document, date))
    spans, words, terms = [], [], set[str]()
    for number, span in enumerate(passages(source_text)):
        found = keys(source_text[span.start : span.end])
        spans.append({"id": first + number, "start": span.start, "end": span.end, "document": document})
        if found:
            words.append({"id": first + number, "words": " ".join(found)})
            terms.update(found)
    if spans:
        connection.execute(insert(schema.passages), spans)
    if words:
        connection.execute(_ADD_WORDS, words)
        _add_terms(connection, terms)


def _add_terms(connection: Connection, terms: Iterable[str]) -> None:
    new = connection.execute(_NEW_TERMS, {"terms": json.dumps(sorted(terms))}).scalars().all()
    if new:
        connection.execute(insert(schema.terms), [{"term": term, "stem": stem(term)} for term in new])


def forget_words(connection: Connection, document: int, source_text: str) -> frozenset[str]:
    """Take a document's passages out of the index; the words that it had, for ``forget_terms``."""
    gone = list(_indexed(connection, document, source_text))
    if gone:
        connection.execute(_DELETE_WORDS, gone)
    connection.execute(delete(schema.passages).where(schema.passages.c.document == document))
    return frozenset(word for passage in gone for word in str(passage["words"]).split())


def forget_terms(connection: Connection, terms: Iterable[str]) -> None:
    """Leave no word behind that only removed documents had, neither in the vocabulary nor in the index's pages."""
    unused = [{"gone": term} for term in terms if connection.execute(_IN_USE, {"query": f'"{term}"'}).first() is None]
    if unused:
        connection.execute(delete(schema.terms).where(schema.terms.c.term == bindparam("gone")), unused)
    connection.execute(_OPTIMIZE)


def _indexed(connection: Connection, document: int, source_text: str) -> Iterator[dict[str, object]]:
    column = schema.passages.c
    known = select(column.id, column.start, column.end).where(column.document == document)
    for number, start, end in connection.execute(known).all():
        found = keys(source_text[start:end])
        if found:
            yield {"id": number, "words": " ".join(found)}
