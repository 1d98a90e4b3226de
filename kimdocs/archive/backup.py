"""A copy of the archive that is whole whatever is written meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from kimdocs.archive import connect
from kimdocs.errors import UsageError, unwritable

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

_BESIDE = ("", "-wal", "-shm", "-journal")


def write(connection: Connection, target: Path) -> None:
    """Copy the open archive into a new file, which is there only when the copy is whole.

    Raises:
        UsageError: The file is there already.
        OutputError: It cannot be written.
        ArchiveError: The archive cannot be read, or there is no room for the copy.
    """
    try:
        target.touch(exist_ok=False)  # so that nobody else takes the name
    except FileExistsError as error:
        raise UsageError(
            f"„{target}“ gibt es schon; eine Sicherung überschreibt nichts.", "Wählen Sie einen anderen Namen."
        ) from error
    except OSError as error:
        raise unwritable(target, error) from error
    part = target.with_name(f".{target.name}.part")
    try:
        _copy(connection, part, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        for ending in _BESIDE:
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _copy(connection: Connection, part: Path, target: Path) -> None:
    with connect.told(target), closing(sqlite3.connect(part)) as copy:
        original: Any = connection.connection.driver_connection
        original.backup(copy)
    try:
        part.replace(target)
    except OSError as error:
        raise unwritable(target, error) from error
