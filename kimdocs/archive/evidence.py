"""The law of evidence: every quote of a record is the text between its offsets."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from kimdocs.model.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.model.record import Record


def evidence_of(value: object) -> Iterator[Evidence]:
    """Every evidence within a record, a fact, or a collection of facts."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from evidence_of(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from evidence_of(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from evidence_of(getattr(value, field.name))


def broken(record: Record, text: str) -> tuple[Evidence, ...]:
    """Evidence of the record that does not agree with the text."""
    return tuple(
        one
        for one in evidence_of(record)
        if not 0 <= one.start <= one.end <= len(text) or text[one.start : one.end] != one.quote
    )
