"""Bytes → SourceDocument: one reader a format."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kimdocs.model.source import SourceDocument


def read(source: str | Path | bytes, *, name: str | None = None) -> SourceDocument:
    """TODO: replaced by the reader."""
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    if name is None:
        name = "-" if isinstance(source, bytes) else Path(source).name
    return SourceDocument("sha256:" + hashlib.sha256(data).hexdigest(), name, "text/plain", data.decode("utf-8"))
