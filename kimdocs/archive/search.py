"""Full-text search: clauses → documents that answer all of them, the nearest first → the best passage of each."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Row, select, text

from kimdocs.archive import schema
from kimdocs.archive.entry import Hit
from kimdocs.archive.expand import Phrase, expand, match_query
from kimdocs.archive.index import PASSAGE_BITS, document_key, document_of, passage_range
from kimdocs.archive.query import parse
from kimdocs.archive.quote import Passage, excerpt, marked
from kimdocs.errors import UsageError
from kimdocs.model.source import SourceDocument, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.archive.filters import Filters
    from kimdocs.archive.query import Clause

_NEWEST_FIRST = text("SELECT rowid FROM passage_words WHERE passage_words MATCH :query ORDER BY rowid DESC")
_WITHIN = text("SELECT rowid FROM passage_words WHERE passage_words MATCH :query AND rowid BETWEEN :first AND :last")

Groups = tuple[frozenset[Phrase], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query, expanded: each group of phrases must be met in the document, none of the excluded ones may.

    ``tiers`` are the groups as the very words, with their forms, with compounds; each holds what the one before does.
    """

    tiers: tuple[Groups, ...]
    excluded: Groups

    @property
    def groups(self) -> Groups:
        """All phrases of each group."""
        return self.tiers[-1]


def search(connection: Connection, words: str, filters: Filters, limit: int | None) -> list[Hit]:
    """Documents that hold all the words, each with its best passage.

    Those that hold the very words come first, then those with other forms of them, then with compounds of them; among
    these the newest first.

    Raises:
        UsageError: There is neither a word nor a filter, or a filter's value is unknown.
    """
    conditions = filters.conditions()
    clauses = parse(words)
    if not clauses and (words.strip() or not conditions):
        raise UsageError("In der Suche steht kein Wort.", "Bitte mindestens ein Wort oder eine Zahl angeben.")
    wanted = _wanted(connection, clauses)
    found = _nearest_first(connection, wanted)
    if conditions:
        allowed = set(connection.execute(select(schema.documents.c.id).where(*conditions)).scalars())
        found = (one for one in found if document_of(one.key) in allowed)
    return [_hit(connection, one, wanted, filters) for one in islice(found, limit)]


def _wanted(connection: Connection, clauses: Sequence[Clause]) -> Wanted:
    asked = [expand(connection, clause) for clause in clauses if not clause.excluded]
    excluded = tuple(expand(connection, clause)[-1] for clause in clauses if clause.excluded)
    return Wanted(tuple(dict.fromkeys(zip(*asked, strict=True))) or ((),), excluded)


def _nearest_first(connection: Connection, wanted: Wanted) -> Iterator[Found]:
    """Documents that answer the query, each with the first tier at which it does."""
    seen: set[int] = set()
    for groups in wanted.tiers:
        for one in _matching(connection, groups, wanted.excluded):
            if one.key not in seen:
                seen.add(one.key)
                yield one


@dataclass(frozen=True, slots=True)
class Found:
    """A document that answers the query, by its key, and for each group of phrases the passages that meet it."""

    key: int
    passages: tuple[list[int], ...] = ()


class _Stream:
    """Documents that hold any of some phrases, newest first, each with its passages that do."""

    def __init__(self, documents: Iterator[tuple[int, list[int]]]) -> None:
        self._documents = documents
        self.key, self.passages = next(documents, _END)

    def seek(self, key: int) -> bool:
        """Go on to the first document that is not newer; whether it is this one."""
        while self.key > key:
            self.key, self.passages = next(self._documents, _END)
        return self.key == key


_END: tuple[int, list[int]] = (-1, [])


def _matching(connection: Connection, asked: Groups, unwanted: Groups) -> Iterator[Found]:
    """Documents in which every group is met and no excluded one is, newest first."""
    groups = [_Stream(_holding(connection, phrases)) for phrases in asked]
    driving = groups or [_Stream(_all_documents(connection))]
    excluded = [_Stream(_holding(connection, phrases)) for phrases in unwanted]
    while (key := min(stream.key for stream in driving)) >= 0:
        if all(stream.seek(key) for stream in driving):
            if not any(stream.seek(key) for stream in excluded):
                yield Found(key, tuple(stream.passages for stream in groups))
            driving[0].seek(key - 1)


def _holding(connection: Connection, phrases: frozenset[Phrase]) -> Iterator[tuple[int, list[int]]]:
    passages = connection.execute(_NEWEST_FIRST, {"query": match_query(phrases)}).scalars()
    for key, group in groupby(passages, lambda passage: passage >> PASSAGE_BITS):
        yield key, list(group)


def _all_documents(connection: Connection) -> Iterator[tuple[int, list[int]]]:
    documents = schema.documents.c
    newest = select(documents.id, documents.date).order_by(documents.date.desc(), documents.id.desc())
    for number, date in connection.execute(newest):
        yield document_key(number, date), []


def _hit(connection: Connection, found: Found, wanted: Wanted, filters: Filters) -> Hit:
    number = document_of(found.key)
    document = connection.execute(select(schema.documents).where(schema.documents.c.id == number)).one()
    content = schema.contents.c
    source_text, layout = connection.execute(
        select(content.text, content.layout).where(content.document == number)
    ).one()
    near = Counter(passage for passages in found.passages for passage in passages)
    meeting = near and _meeting(connection, found.key, wanted.groups)
    if meeting:
        chosen = max(near, key=lambda passage: (near[passage], meeting[passage], -passage))
        passage = marked(source_text, _span(connection, chosen), wanted.groups)
    else:
        passage = _stated(connection, number, filters) or Passage(Span(0, len(source_text)), ())
    shown = excerpt(source_text, passage)
    return _make_hit(document, source_text, json.loads(layout)["page_starts"], shown, passage, len(meeting))


def _meeting(connection: Connection, key: int, groups: Groups) -> Counter[int]:
    """The passages of a document that meet any of the groups, with how many they meet."""
    first, last = passage_range(key)
    found: Counter[int] = Counter()
    for phrases in groups:
        place = {"query": match_query(phrases), "first": first, "last": last}
        found.update(connection.execute(_WITHIN, place).scalars())
    return found


def _span(connection: Connection, passage: int) -> Span:
    column = schema.passages.c
    start, end = connection.execute(select(column.start, column.end).where(column.id == passage)).one()
    return Span(start, end)


def _stated(connection: Connection, number: int, filters: Filters) -> Passage | None:
    """Where no word was asked for: the passage with the fact that passed the filters."""
    query = filters.place_in(number)
    place = None if query is None else connection.execute(query).one_or_none()
    if place is None:
        return None
    column = schema.passages.c
    around = select(column.start, column.end).where(
        column.document == number, column.start <= place.start, column.end > place.start
    )
    start, end = connection.execute(around).one_or_none() or (place.start, place.end)
    return Passage(Span(start, max(end, place.end)), (Span(place.start, place.end),))


def _make_hit(
    document: Row[tuple[object, ...]],
    source_text: str,
    page_starts: Sequence[int],
    shown: Span,
    passage: Passage,
    passages: int,
) -> Hit:
    marks = tuple(
        (mark.start, mark.end) for mark in passage.marks if shown.start <= mark.start and mark.end <= shown.end
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
