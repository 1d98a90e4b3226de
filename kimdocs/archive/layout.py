"""A source document beside its text: pages, blocks, headers and warnings as JSON. Word boxes are not kept."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from kimdocs.model.source import Block, BlockKind, Cell, Furniture, SourceDocument


def to_json(source: SourceDocument) -> str:
    """All of a source but its text and its word boxes, as JSON."""
    parts = asdict(replace(source, text="", boxes=()))
    del parts["text"], parts["boxes"]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def from_json(layout: str, text: str) -> SourceDocument:
    """The source of its JSON and its text, without word boxes."""
    parts = json.loads(layout)
    return SourceDocument(
        id=parts["id"],
        name=parts["name"],
        media_type=parts["media_type"],
        text=text,
        page_starts=tuple(parts["page_starts"]),
        blocks=tuple(map(_block, parts["blocks"])),
        furniture=tuple(Furniture(**one) for one in parts["furniture"]),
        warnings=tuple(parts["warnings"]),
    )


def _block(parts: dict[str, Any]) -> Block:
    cells = tuple(Cell(**cell) for cell in parts["cells"])
    return Block(BlockKind(parts["kind"]), parts["start"], parts["end"], parts["level"], cells)
