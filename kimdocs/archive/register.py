"""Registers over the whole archive: one row a document, decision, resolution or figure, with where it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kimdocs.archive import schema
from kimdocs.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select, Table

    from kimdocs.archive.filters import Filters

REGISTERS = {
    "documents": None,
    "decisions": schema.decisions,
    "resolutions": schema.resolutions,
    "figures": schema.figures,
    "staffing": schema.staffing,
    "issues": schema.issues,
}
_OF_DOCUMENT = ("name", "kind", "reference", "title", "date", "organization", "body", "public")
_INTERNAL = {"document", "position", "organization_key", "lowest", "highest"}
_DECIMALS = ("amount", "high", "count")

Items = dict[tuple[int, str | None], list[Any]]


def register_rows(connection: Connection, what: str, filters: Filters) -> list[dict[str, Any]]:
    """Rows of one register in the order of the documents' dates (without one first), then of the text.

    A row names its document by ``document`` (the number), ``source`` and ``document_…`` (name, title, date, …);
    amounts are decimals, dates dates, ``per`` is a list, what is not stated None. Decisions and resolutions name their
    ``agenda_title``. ``public`` is what the item that a row stands under says, else the document, unless a part of it
    is closed. A decision has the ``text`` of the resolution that it is on.

    Raises:
        UsageError: There is no such register, or a filter's value is unknown.
    """
    if what not in REGISTERS:
        raise UsageError(f"Ein Verzeichnis „{what}“ gibt es nicht.", f"Möglich sind: {', '.join(REGISTERS)}.")
    wanted = select(schema.documents.c.id).where(*filters.conditions()).correlate(None)
    table = REGISTERS[what]
    if table is None:
        return _documents(connection, wanted)
    rows = _facts(connection, table, wanted, filters)
    items = _items(connection)
    texts = _texts(connection) if table is schema.decisions else {}
    closed = {number for (number, _), named in items.items() if any(item.public is False for item in named)}
    for row in rows:
        row["public"] = None if row["document"] in closed else row["document_public"]
    return [_told(row, items, texts) for row in rows]


def _documents(connection: Connection, wanted: Select[Any]) -> list[dict[str, Any]]:
    columns = schema.documents.c
    names = ("media_type", "pages", "paper_type", "financial_impact", "kimdocs", "lexicon")
    query = (
        select(
            columns.id.label("document"),
            columns.source,
            *(columns[name].label(f"document_{name}") for name in _OF_DOCUMENT),
            *(columns[name] for name in names),
        )
        .where(columns.id.in_(wanted))
        .order_by(columns.date, columns.id)
    )
    return [dict(row._mapping) for row in connection.execute(query)]


def _facts(connection: Connection, table: Table, wanted: Select[Any], filters: Filters) -> list[dict[str, Any]]:
    columns = schema.documents.c
    query = (
        select(
            columns.id.label("document"),
            columns.source,
            *(columns[name].label(f"document_{name}") for name in _OF_DOCUMENT),
            table.c.position,
            *(column for column in table.c if column.name not in _INTERNAL),
        )
        .join(table, table.c.document == columns.id)
        .where(columns.id.in_(wanted), *filters.of_rows(table))
        .order_by(columns.date, columns.id, table.c.position)
    )
    return [dict(row._mapping) for row in connection.execute(query)]


def _items(connection: Connection) -> Items:
    """Agenda items by document, and by document and number, in the order of the text."""
    columns = schema.agenda_items.c
    found: Items = {}
    query = select(columns.document, columns.number, columns.title, columns.public, columns.start)
    for item in connection.execute(query.order_by(columns.document, columns.position)):
        found.setdefault((item.document, item.number), []).append(item)
    return found


def _texts(connection: Connection) -> dict[tuple[int, int | None], str]:
    """Texts of resolutions by document and by the decision on them; of several the first."""
    columns = schema.resolutions.c
    query = select(columns.document, columns.decision, columns.text).order_by(columns.document, columns.position.desc())
    return {(row.document, row.decision): row.text for row in connection.execute(query)}


def _told(row: dict[str, Any], items: Items, texts: dict[tuple[int, int | None], str]) -> dict[str, Any]:
    position = row.pop("position")
    for name in _DECIMALS:
        if row.get(name) is not None:
            row[name] = Decimal(row[name])
    if "per" in row:
        row["per"] = row["per"].split()
    if "agenda_item" in row:
        item = _item_of(row, items)
        row["agenda_title"] = item.title if item else None
        if item is not None and item.public is not None:
            row["public"] = item.public
    if "outcome" in row:
        row["text"] = texts.get((row["document"], position))
    return row


def _item_of(row: dict[str, Any], items: Items) -> Any:
    """The agenda item that a row names: of several with one number (public and not) the last that begins before it."""
    named = items.get((row["document"], row["agenda_item"]), []) if row["agenda_item"] else []
    if len(named) < 2:
        return named[0] if named else None
    before = [item for item in named if item.start is not None and item.start <= (row["start"] or 0)]
    return before[-1] if before else None
