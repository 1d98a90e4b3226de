"""Record to JSON and back, and its JSON Schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kimdocs.model.record import Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def _adapter() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter

    return TypeAdapter(Record)


def to_json(record: Record, *, indent: int | None = None) -> str:
    """JSON of a record: one line, or indented; decimals and dates are strings, absent values ``null``."""
    return _adapter().dump_json(record, indent=indent).decode("utf-8")


def from_json(text: str | bytes) -> Record:
    """Record of its JSON.

    Raises:
        pydantic.ValidationError: The JSON is not a record.
    """
    return _adapter().validate_json(text)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema(mode="serialization")}
