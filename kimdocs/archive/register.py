"""Registers over the whole archive: one row a document, decision, resolution or figure, with where it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, select

from kimdocs.archive import schema
from kimdocs.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

REGISTERS = {
    "documents": None,
    "decisions": schema.decisions,
    "resolutions": schema.resolutions,
    "figures": schema.figures,
}
_OF_DOCUMENT = ("name", "kind", "reference", "title", "date", "organization", "body", "public")
_INTERNAL = {"document", "position", "organization_key", "lowest", "highest"}


def register_rows(connection: Connection, what: str) -> list[dict[str, Any]]:
    """Rows of one register in the order of the documents' dates (without one first), then of the text.

    A row names its document by ``document`` (the number), ``source`` and ``document_…`` (name, title, date, …);
    amounts are decimals, dates dates, ``per`` is a list, what is not stated None.

    Raises:
        UsageError: There is no such register.
    """
    if what not in REGISTERS:
        raise UsageError(f"Ein Verzeichnis „{what}“ gibt es nicht.", f"Möglich sind: {', '.join(REGISTERS)}.")
    table = REGISTERS[what]
    return _documents(connection) if table is None else _facts(connection, table)


def _documents(connection: Connection) -> list[dict[str, Any]]:
    columns = schema.documents.c
    names = ("media_type", "pages", "paper_type", "financial_impact", "kimdocs", "lexicon")
    query = select(
        columns.id.label("document"),
        columns.source,
        *(columns[name].label(f"document_{name}") for name in _OF_DOCUMENT),
        *(columns[name] for name in names),
    ).order_by(columns.date, columns.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def _facts(connection: Connection, table: Table) -> list[dict[str, Any]]:
    columns = schema.documents.c
    query = (
        select(
            columns.id.label("document"),
            columns.source,
            *(columns[name].label(f"document_{name}") for name in _OF_DOCUMENT),
            *(column for column in table.c if column.name not in _INTERNAL),
        )
        .join(table, table.c.document == columns.id)
        .order_by(columns.date, columns.id, table.c.position)
    )
    return [_with_values(dict(row._mapping)) for row in connection.execute(query)]


def _with_values(row: dict[str, Any]) -> dict[str, Any]:
    for name in ("amount", "high"):
        if row.get(name) is not None:
            row[name] = Decimal(row[name])
    if "per" in row:
        row["per"] = row["per"].split()
    return row
