"""Which document is meant, and what lists show of documents."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from kimdocs.archive import schema
from kimdocs.archive.entry import Entry
from kimdocs.errors import ArchiveError
from kimdocs.model.record import Generator

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select, Table

    from kimdocs.archive.filters import Filters

SHORTEST_PREFIX = 4
_LARGEST = 2**63 - 1


def resolve(connection: Connection, key: int | str) -> int:
    """Number of the document that is named by its number or by the beginning of its file's hash.

    Raises:
        ArchiveError: There is no such document, or several whose hash begins so.
    """
    text = str(key).strip()
    documents = schema.documents.c
    if re.fullmatch(r"[0-9]{1,19}", text) and int(text) <= _LARGEST:
        found = connection.execute(select(documents.id).where(documents.id == int(text))).scalar()
        if found is not None:
            return int(found)
    prefix = text.lower().removeprefix("sha256:")
    numbers: list[int] = []
    if re.fullmatch(rf"[0-9a-f]{{{SHORTEST_PREFIX},64}}", prefix):
        begins = documents.source.startswith(f"sha256:{prefix}")
        numbers = list(connection.execute(select(documents.id).where(begins).order_by(documents.id)).scalars())
    if len(numbers) > 1:
        listed = ", ".join(str(number) for number in numbers[:10])
        raise ArchiveError(
            f"Mit „{text}“ beginnen die Kennungen mehrerer Dokumente: Nr. {listed}.",
            "Bitte die Nummer oder mehr Zeichen angeben.",
        )
    if not numbers:
        raise ArchiveError(
            f"Ein Dokument „{text}“ ist nicht im Archiv.", "„kimdocs archive list“ zeigt, was darin ist."
        )
    return numbers[0]


def entry(connection: Connection, number: int) -> Entry:
    """What lists show of a document."""
    return _entry(connection.execute(_entries().where(schema.documents.c.id == number)).one())


def find(connection: Connection, source_id: str) -> Entry | None:
    """The document whose file has this hash."""
    row = connection.execute(_entries().where(schema.documents.c.source == source_id)).one_or_none()
    return None if row is None else _entry(row)


def named(connection: Connection, name: str) -> list[Entry]:
    """The documents that are kept under a file name, in the order in which they were added."""
    documents = schema.documents.c
    return [_entry(row) for row in connection.execute(_entries().where(documents.name == name).order_by(documents.id))]


def entries(connection: Connection, filters: Filters, limit: int | None) -> list[Entry]:
    """Documents that pass the filters, newest first; those without a date last."""
    documents = schema.documents.c
    query = _entries().where(*filters.conditions()).order_by(documents.date.desc(), documents.id.desc()).limit(limit)
    return [_entry(row) for row in connection.execute(query)]


def _entries() -> Select[Any]:
    counts = [_count(table).label(table.name) for table in (schema.decisions, schema.figures, schema.issues)]
    return select(schema.documents, *counts)


def _count(table: Table) -> Any:
    return select(func.count()).where(table.c.document == schema.documents.c.id).scalar_subquery()


def _entry(row: Row[Any]) -> Entry:
    same = ("id", "source", "name", "media_type", "pages", "kind", "title", "reference", "date", "organization", "body")
    counts = ("public", "decisions", "figures", "issues")
    return Entry(
        **{name: row._mapping[name] for name in same + counts},
        added_at=row.added_at.replace(tzinfo=dt.UTC),
        generator=Generator(row.kimdocs, row.lexicon),
    )
