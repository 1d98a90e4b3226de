"""Rows of a document in every table: put in, and put in the place of others."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from kimdocs.archive import content, schema
from kimdocs.archive.index import add_words, forget_terms, forget_words
from kimdocs.archive.rows import document_row, fact_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument


def known(connection: Connection, source_id: str) -> Any:
    """Number, name and generator of the document whose file has this hash; None if it is not in the archive."""
    column = schema.documents.c
    query = select(column.id, column.name, column.kimdocs, column.lexicon).where(column.source == source_id)
    return connection.execute(query).one_or_none()


def insert_document(connection: Connection, record: Record, source: SourceDocument) -> int:
    """Put a document in; its number."""
    now = _now()
    row = {**document_row(record), "added_at": now, "updated_at": now}
    number: int = connection.execute(insert(schema.documents).returning(schema.documents.c.id), row).scalar_one()
    connection.execute(insert(schema.contents), {"document": number, **content.columns(record, source)})
    _insert_facts(connection, number, record, source.text)
    add_words(connection, number, record.document.date, source.text)
    return number


def replace_document(connection: Connection, number: int, record: Record, source: SourceDocument) -> None:
    """Put a document in the place of the one with this number."""
    old = content.text(connection, number)
    dated = connection.execute(select(schema.documents.c.date).where(schema.documents.c.id == number)).scalar_one()
    same_words = old == source.text and dated == record.document.date
    words = frozenset() if same_words else forget_words(connection, number, old)
    for table in schema.FACTS:
        connection.execute(delete(table).where(table.c.document == number))
    row = {**document_row(record), "updated_at": _now()}
    connection.execute(update(schema.documents).where(schema.documents.c.id == number).values(row))
    kept = content.columns(record, source)
    connection.execute(update(schema.contents).where(schema.contents.c.document == number).values(kept))
    _insert_facts(connection, number, record, source.text)
    if not same_words:
        add_words(connection, number, record.document.date, source.text)
        forget_terms(connection, words)


def _insert_facts(connection: Connection, number: int, record: Record, text: str) -> None:
    for table, rows in fact_rows(record, number, text):
        connection.execute(insert(table), rows)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0, tzinfo=None)
