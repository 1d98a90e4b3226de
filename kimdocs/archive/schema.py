"""Tables of the archive, its version, and how an older one is brought up to date.

``contents`` holds what is true: the text as read and the record as JSON. All other tables are made from it for filters,
lists and search. ``passage_words`` is the full-text index over the folded words of each passage, by passage id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    select,
    text,
    update,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

APPLICATION_ID = 0x6B696D64  # "kimd"
VERSION = 2

metadata = MetaData()


def _of_document() -> Column[int]:
    return Column("document", Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)


def _place() -> tuple[Column[int], Column[int], Column[int], Column[str]]:
    return Column("start", Integer), Column("end", Integer), Column("page", Integer), Column("quote", Text)


documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("added_at", DateTime, nullable=False),
    Column("updated_at", DateTime, nullable=False),
    Column("kimdocs", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("reference", Text),
    Column("date", Date),
    Column("paper_type", Text),
    Column("organization", Text),
    Column("organization_key", Text),
    Column("body", Text),
    Column("body_key", Text),
    Column("public", Boolean),
    Column("financial_impact", Text),
    Index("documents_by_date", "date", "id"),
    sqlite_autoincrement=True,
)

contents = Table(
    "contents",
    metadata,
    _of_document(),
    Column("text", Text, nullable=False),
    Column("layout", Text, nullable=False),
    Column("record", Text, nullable=False),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    _of_document(),
    _position(),
    Column("number", Text),
    Column("title", Text),
    Column("public", Boolean),
    *_place(),
)

consultations = Table(
    "consultations",
    metadata,
    _of_document(),
    _position(),
    Column("organization", Text),
    Column("organization_key", Text),
    Column("date", Date),
    Column("role", Text),
    *_place(),
)

decisions = Table(
    "decisions",
    metadata,
    _of_document(),
    _position(),
    Column("agenda_item", Text),
    Column("organization", Text),
    Column("organization_key", Text),
    Column("date", Date),
    Column("outcome", Text, nullable=False),
    Column("outcome_text", Text),
    Column("amended", Boolean, nullable=False),
    Column("type", Text, nullable=False),
    *(Column(name, Integer) for name in ("yes", "no", "abstain", "present", "excluded")),
    Column("unanimous", Boolean),
    Column("roll_call", Boolean, nullable=False),
    Column("secret", Boolean, nullable=False),
    *_place(),
    Column("rule", Text, nullable=False),
    Index("decisions_by_outcome", "outcome"),
)

resolutions = Table(
    "resolutions",
    metadata,
    _of_document(),
    _position(),
    Column("kind", Text, nullable=False),
    Column("agenda_item", Text),
    Column("text", Text, nullable=False),
    Column("points", Integer, nullable=False),
    Column("decision", Integer),
    *_place(),
)

# Amounts are exact as text; "lowest" and "highest" are the same in ten-thousandths, for comparing.
figures = Table(
    "figures",
    metadata,
    _of_document(),
    _position(),
    Column("amount", Text, nullable=False),
    Column("high", Text),
    Column("lowest", Integer, nullable=False),
    Column("highest", Integer, nullable=False),
    Column("currency", Text, nullable=False),
    Column("qualifier", Text, nullable=False),
    Column("per", Text, nullable=False),
    Column("year", Integer),
    Column("role", Text),
    Column("section", Text, nullable=False),
    Column("label", Text),
    Column("in_table", Boolean, nullable=False),
    Column("decision", Integer),
    *_place(),
    Column("rule", Text, nullable=False),
    Index("figures_by_amount", "lowest", "highest"),
)

staffing = Table(
    "staffing",
    metadata,
    _of_document(),
    _position(),
    Column("count", Text, nullable=False),
    Column("high", Text),
    Column("unit", Text, nullable=False),
    Column("qualifier", Text, nullable=False),
    Column("section", Text, nullable=False),
    *_place(),
    Column("rule", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    _of_document(),
    _position(),
    Column("code", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("message", Text, nullable=False),
    *_place(),
)

FACTS = (agenda_items, consultations, decisions, resolutions, figures, staffing, issues)

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("document", Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
)

terms = Table(
    "terms",
    metadata,
    Column("term", Text, primary_key=True),
    Column("stem", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

# The words are folded and cut by kimdocs itself, so that texts and queries agree on every Python and SQLite. They are
# not stored a second time: the index has to be told the same words again when a passage goes (archive/index.py).
_WORD_INDEX = "CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', columnsize=0, tokenize='ascii')"


def _date_decisions(connection: Connection) -> None:
    """Give each decision its own day; one of a record that cannot be read any more has none."""
    from kimdocs.model.codec import from_json
    from kimdocs.model.dated import day_of

    connection.exec_driver_sql("ALTER TABLE decisions ADD COLUMN date DATE")
    known = select(contents).where(contents.c.document.in_(select(decisions.c.document)))
    for kept in connection.execute(known).all():
        try:
            record = from_json(kept.record)
        except ValueError:
            continue
        for position, decision in enumerate(record.decisions):
            row = decisions.c.document == kept.document, decisions.c.position == position
            connection.execute(update(decisions).where(*row).values(date=day_of(record, decision, kept.text)))


# Version n → what makes n + 1 of it, in one transaction.
MIGRATIONS: dict[int, Callable[[Connection], None]] = {1: _date_decisions}


def version(connection: Connection) -> int:
    """Schema version of the open archive; 0 where there are no tables yet."""
    found: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return found


def create(connection: Connection) -> None:
    """Make all tables in an empty database, within the caller's transaction."""
    metadata.create_all(connection)
    connection.execute(text(_WORD_INDEX))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    _mark(connection, VERSION)


def migrate(connection: Connection) -> None:
    """Bring an older archive up to ``VERSION``, one version after the other, within the caller's transaction."""
    for old in range(version(connection), VERSION):
        MIGRATIONS[old](connection)
        _mark(connection, old + 1)


def _mark(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {number:d}")
