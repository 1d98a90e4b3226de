"""Is all well in the archive: the file, the index, and every record beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from kimdocs.archive import content, schema
from kimdocs.archive.entry import Problem
from kimdocs.archive.rows import fact_rows
from kimdocs.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from kimdocs.model.record import Record


def problems(connection: Connection) -> list[Problem]:
    """Everything that is wrong in the archive, that of the file itself first."""
    found = [Problem(None, f"Die Datei ist beschädigt: {line}.") for line in _damage(connection)]
    for number in connection.execute(select(schema.documents.c.id).order_by(schema.documents.c.id)).scalars().all():
        found += [Problem(number, message) for message in _of_document(connection, number)]
    return found


def _damage(connection: Connection) -> Iterator[str]:
    for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars().all():
        if line != "ok":
            yield str(line)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield f"Eine Zeile der Tabelle {row[0]} gehört zu keinem Dokument"


def _of_document(connection: Connection, number: int) -> Iterator[str]:
    try:
        record = content.record(connection, number)
    except ArchiveError as error:
        yield error.message
        return
    kept = content.text(connection, number)
    if len(kept) != record.source.characters:
        yield f"Der Text hat {len(kept)} Zeichen, nach dem Datensatz sollten es {record.source.characters} sein."
    yield from _missing_rows(connection, number, record, kept)
    yield from _uncovered(connection, number, len(kept))


def _missing_rows(connection: Connection, number: int, record: Record, text: str) -> Iterator[str]:
    expected = {table.name: len(rows) for table, rows in fact_rows(record, number, text)}
    for table in schema.FACTS:
        there = connection.execute(select(func.count()).where(table.c.document == number)).scalar_one()
        if there != expected.get(table.name, 0):
            yield f"In der Tabelle {table.name} stehen {there} Zeilen statt {expected.get(table.name, 0)}."


def _uncovered(connection: Connection, number: int, characters: int) -> Iterator[str]:
    column = schema.passages.c
    spans = select(column.start, column.end).where(column.document == number).order_by(column.start)
    last = 0
    for start, end in connection.execute(spans):
        if start != last:
            break
        last = end
    if last != characters:
        yield f"Der Suchindex deckt den Text ab Zeichen {last} nicht ab."
