"""What does not fit in a document, told as issues of its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.record import Record


def issues(context: Context, record: Record) -> Record:
    """The record with its issues added."""
    return record
