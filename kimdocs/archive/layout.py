"""A source document beside its text: pages, blocks, headers and warnings as JSON. Word boxes are not kept."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.model.source import SourceDocument

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def _adapter() -> TypeAdapter[SourceDocument]:
    from pydantic import TypeAdapter

    return TypeAdapter(SourceDocument)


def to_json(source: SourceDocument) -> str:
    """All of a source but its text and its word boxes, as JSON."""
    return _adapter().dump_json(source, exclude={"text": True, "boxes": True}).decode("utf-8")


def from_json(layout: str, text: str) -> SourceDocument:
    """The source of its JSON and its text, without word boxes."""
    return _adapter().validate_python({**json.loads(layout), "text": text})
