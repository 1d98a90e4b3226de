"""What is true in the archive: the text of each document and its record, held against each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import select

from kimdocs.archive import layout, schema
from kimdocs.archive.evidence import broken
from kimdocs.errors import ArchiveError
from kimdocs.model import codec

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kimdocs.model.record import Generator, Record
    from kimdocs.model.source import SourceDocument

_AGAIN = "Bitte das Dokument mit „kimdocs archive add --refresh“ noch einmal aufnehmen."


class DisagreementError(ArchiveError):
    """A record is not that of the text that was given with it; the archive itself is fine."""


def require_agreement(record: Record, source: SourceDocument) -> None:
    """Let only a record pass that is the source's own.

    Raises:
        DisagreementError: The record is of another file, or a quote of it is not in the text where it says.
    """
    if record.source.id != source.id:
        raise DisagreementError(
            f"Der Datensatz gehört zu „{record.source.name}“, nicht zu „{source.name}“.",
            "Bitte den Datensatz aus demselben Dokument ziehen.",
        )
    wrong = broken(record, source.text)
    if wrong:
        raise DisagreementError(
            f"Bei Zeichen {wrong[0].start} von „{source.name}“ steht nicht „{wrong[0].quote}“.",
            "Bitte den Datensatz neu aus dem Dokument ziehen.",
        )
    if not _is_unicode(source.text):
        raise DisagreementError(
            f"Der Text von „{source.name}“ enthält Zeichen, die keine sind.", "Bitte die Datei prüfen."
        )


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def is_newer(generator: Generator, kimdocs: str, lexicon: str) -> bool:
    """Whether a record's generator should take the place of the one before: not older, and not the same."""
    if _version(generator.kimdocs) != _version(kimdocs):
        return _version(generator.kimdocs) > _version(kimdocs)
    return (generator.kimdocs, generator.lexicon) != (kimdocs, lexicon)


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(number[:9]) for number in re.findall(r"\d+", text)[:4])


def columns(record: Record, source: SourceDocument) -> dict[str, str]:
    """The row of a document in the table ``contents``, without its number."""
    return {"text": source.text, "layout": layout.to_json(source), "record": codec.to_json(record)}


def text(connection: Connection, number: int) -> str:
    """The text of a document."""
    column = schema.contents.c
    return str(connection.execute(select(column.text).where(column.document == number)).scalar_one())


def source(connection: Connection, number: int) -> SourceDocument:
    """A document as it was read.

    Raises:
        ArchiveError: What is kept beside the text is unreadable.
    """
    column = schema.contents.c
    kept, beside = connection.execute(select(column.text, column.layout).where(column.document == number)).one()
    try:
        return layout.from_json(beside, kept)
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"Der Aufbau von Dokument Nr. {number} ist nicht lesbar.", _AGAIN) from error


def record(connection: Connection, number: int) -> Record:
    """The record of a document.

    Raises:
        ArchiveError: The record is unreadable, or does not agree with the text.
    """
    column = schema.contents.c
    kept, stated = connection.execute(select(column.text, column.record).where(column.document == number)).one()
    try:
        found = codec.from_json(stated)
    except ValueError as error:
        raise ArchiveError(f"Der Datensatz zu Dokument Nr. {number} ist nicht lesbar.", _AGAIN) from error
    wrong = broken(found, kept)
    if wrong:
        raise ArchiveError(
            f"Dokument Nr. {number} weicht von seinem Datensatz ab: Bei Zeichen {wrong[0].start} steht nicht "
            f"„{wrong[0].quote}“.",
            _AGAIN,
        )
    return found
