"""Opening the archive's file: is it ours, can we read it, may we write it; and SQLite's errors as ArchiveErrors."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError

from kimdocs.archive import schema
from kimdocs.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAGIC = b"SQLite format 3\0"

_TROUBLE = {
    sqlite3.SQLITE_BUSY: (
        "Das Archiv „{path}“ ist gesperrt: Ein anderer Vorgang schreibt gerade darin.",
        "Bitte warten, bis er fertig ist, oder ihn beenden, und dann noch einmal versuchen.",
    ),
    sqlite3.SQLITE_READONLY: (
        "Das Archiv „{path}“ ist schreibgeschützt.",
        "Bitte die Schreibrechte von Datei und Ordner prüfen oder ein Archiv an anderer Stelle angeben.",
    ),
    sqlite3.SQLITE_FULL: ("Auf dem Datenträger von „{path}“ ist kein Platz mehr.", "Bitte Platz schaffen."),
    sqlite3.SQLITE_IOERR: (
        "Das Archiv „{path}“ lässt sich nicht lesen oder schreiben.",
        "Bitte den Datenträger oder die Netzverbindung prüfen.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "Das Archiv „{path}“ lässt sich nicht öffnen.",
        "Bitte prüfen, ob es den Ordner gibt und ob er beschreibbar ist.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "Das Archiv „{path}“ ist beschädigt.",
        "Bitte eine Sicherung verwenden oder die Dokumente in ein neues Archiv aufnehmen.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "Die Datei „{path}“ ist kein Archiv von kimdocs.",
        "Bitte eine andere Datei angeben; „kimdocs archive add“ legt ein neues Archiv an.",
    ),
}
_TROUBLE[sqlite3.SQLITE_LOCKED] = _TROUBLE[sqlite3.SQLITE_BUSY]
_TROUBLE[sqlite3.SQLITE_PERM] = _TROUBLE[sqlite3.SQLITE_READONLY]


def trouble(path: Path, code: int) -> ArchiveError:
    """The German error for an SQLite error code."""
    message, next_step = _TROUBLE[code]
    return ArchiveError(message.format(path=path), next_step)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the file into an ArchiveError; a mistake in kimdocs itself is let through.

    Raises:
        ArchiveError: The file is locked, read-only, damaged, no database, or the disk is full.
    """
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        origin = error.orig if isinstance(error, DatabaseError) else error
        code = getattr(origin, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_ERROR and str(origin).startswith("no such "):
            code = sqlite3.SQLITE_CORRUPT  # marked as an archive of this version, but without its tables
        if code not in _TROUBLE:
            raise
        raise trouble(path, code) from error


def is_empty(path: Path) -> bool:
    """Whether there is no file yet, or one without content.

    Raises:
        ArchiveError: The path is a folder, cannot be read, or is no SQLite file.
    """
    if path.is_dir():
        raise ArchiveError(f"„{path}“ ist ein Ordner, keine Archivdatei.", "Bitte eine Datei angeben.")
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except FileNotFoundError:
        return True
    except OSError as error:
        raise trouble(path, sqlite3.SQLITE_CANTOPEN) from error
    if start and start != _MAGIC:
        raise trouble(path, sqlite3.SQLITE_NOTADB)
    return not start


def may_write(path: Path) -> bool:
    """Whether the file and its folder (SQLite keeps its journal there) can be written."""
    folder = os.access(path.parent, os.W_OK)
    return folder and (not path.exists() or os.access(path, os.W_OK))


def require_writable(path: Path) -> None:
    """Let only an archive pass that can be brought up to date.

    Raises:
        ArchiveError: The file or its folder cannot be written.
    """
    if not may_write(path):
        raise ArchiveError(
            f"Das Archiv „{path}“ stammt von einer früheren Version und wird beim ersten Öffnen umgestellt; "
            "dazu fehlen die Schreibrechte.",
            "Bitte das Archiv einmal dort öffnen, wo es beschreibbar ist, oder eine Kopie verwenden.",
        )


def engine(path: Path, timeout: float) -> Engine:
    """Engine for an archive's file; connections wait ``timeout`` seconds for another one's writing.

    A file that may only be read is opened without a journal, unless somebody else is just writing one.
    """
    address = path.absolute().as_uri()
    if may_write(path):
        mode = "?mode=rwc"
    elif path.with_name(path.name + "-wal").exists():
        mode = "?mode=ro"
    else:
        mode = "?mode=ro&immutable=1"

    def open_file() -> sqlite3.Connection:
        return _prepared(sqlite3.connect(address + mode, uri=True, timeout=timeout, isolation_level=None, **_SHARED))

    made = create_engine("sqlite://", creator=open_file, poolclass=QueuePool)
    event.listen(made, "begin", _begin)
    return made


_SHARED: dict[str, Any] = {"check_same_thread": False, "cached_statements": 256}


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    # trusted_schema: a file from a stranger must not run functions; secure_delete: what is removed is overwritten
    try:
        for pragma in ("foreign_keys=ON", "synchronous=NORMAL", "trusted_schema=OFF", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def prepare(connection: Connection, path: Path) -> None:
    """Make the tables where there are none yet; bring older ones up to date. Within a writing transaction.

    Raises:
        ArchiveError: The file belongs to another application, or to a newer kimdocs.
    """
    found = check_version(connection, path)
    if found == 0:
        schema.create(connection)
    elif found < schema.VERSION:
        schema.migrate(connection)


def check_version(connection: Connection, path: Path) -> int:
    """Schema version of the file; 0 where it has no tables.

    Raises:
        ArchiveError: The file belongs to another application, or to a newer kimdocs.
    """
    application: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    found = schema.version(connection)
    if application != schema.APPLICATION_ID:
        if application or found or connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            raise ArchiveError(
                f"Die Datei „{path}“ gehört einer anderen Anwendung und ist kein Archiv von kimdocs.",
                "Bitte eine andere Datei angeben; „kimdocs archive add“ legt ein neues Archiv an.",
            )
        return 0
    if found > schema.VERSION:
        raise ArchiveError(
            f"Das Archiv „{path}“ stammt von einer neueren Version von kimdocs "
            f"(Schema {found}, bekannt ist {schema.VERSION}).",
            "Bitte kimdocs aktualisieren: pip install --upgrade kimdocs.",
        )
    return found
