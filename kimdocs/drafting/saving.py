"""Drafts as files: each with its sources beside it, which also tell whether somebody has edited it since."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from kimdocs.errors import unwritable

if TYPE_CHECKING:
    from pathlib import Path

    from kimdocs.drafting.trace import Trace

_FILES = "files"  # in the twin: suffix of a file of this name → hash of the bytes that were written
_MAX_TWIN = 64 * 1024 * 1024


def write(path: Path, content: bytes, trace: Trace) -> tuple[Path, Path]:
    """Write a draft, and its sources beside it as ``<name>.sources.json``.

    Raises:
        OutputError: The file cannot be written.
    """
    twin = twin_of(path)
    written = {**_written(twin), path.suffix.lower(): _hash(content)}
    data = trace.to_dict() | {_FILES: dict(sorted(written.items()))}
    try:
        path.write_bytes(content)
        twin.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise unwritable(path, error) from error
    return path, twin


def twin_of(path: Path) -> Path:
    """Where the sources of a draft lie."""
    return path.with_name(f"{path.stem}.sources.json")


def is_untouched(path: Path) -> bool:
    """Whether a file is a draft just as kimdocs wrote it last."""
    try:
        return _written(twin_of(path)).get(path.suffix.lower()) == _hash(path.read_bytes())
    except OSError:
        return False


def _written(twin: Path) -> dict[str, str]:
    """The hashes in the sources beside a draft; none where there are no such sources."""
    try:
        data: Any = json.loads(twin.read_text(encoding="utf-8")) if twin.stat().st_size <= _MAX_TWIN else None
    except (OSError, ValueError, RecursionError):
        return {}
    found = data.get(_FILES) if isinstance(data, dict) else None
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
