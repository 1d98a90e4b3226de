"""Record to JSON and back, and its JSON Schema."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
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
    """JSON of a record: one line, or indented; decimals and dates are strings, absent values ``null``.

    Written with the standard library, because importing pydantic costs more time than a short document.
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(record, default=_plain, ensure_ascii=False, indent=indent, separators=separators)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def from_json(text: str | bytes) -> Record:
    """Record of its JSON.

    Raises:
        pydantic.ValidationError: The JSON is not a record.
    """
    return _adapter().validate_json(text)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema(mode="serialization")}
