"""Bytes → SourceDocument: one reader a format."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kimdocs.errors import InputError, trouble
from kimdocs.extraction.read.limits import check_size, read_stream
from kimdocs.extraction.read.sniff import MediaType, media_type

if TYPE_CHECKING:
    from kimdocs.model.source import SourceDocument

__all__ = ["read"]


def read(source: str | Path | bytes, *, name: str | None = None, boxes: bool = False) -> SourceDocument:
    """Read one document: ``.txt``, ``.md``, ``.html``, ``.pdf``, ``.docx`` or ``.odt``, by its content.

    Args:
        source: Path of the file, ``"-"`` for standard input, or the file's bytes.
        name: Name to give the document; otherwise the file's name, or ``"-"``.
        boxes: Also give the place of every word on its page (PDF only).

    Raises:
        InputError: The file is missing, unsupported, damaged, encrypted, without text layer, or too large.
    """
    data, own_name = _load(source, name)
    kind = media_type(data, own_name)
    source_id = f"sha256:{hashlib.sha256(data).hexdigest()}"
    if kind is MediaType.PDF:
        from kimdocs.extraction.read.pdf import read_pdf

        return read_pdf(data, source_id=source_id, name=own_name, boxes=boxes)
    if kind is MediaType.DOCX:
        from kimdocs.extraction.read.docx import read_docx

        return read_docx(data, source_id=source_id, name=own_name)
    if kind is MediaType.ODT:
        from kimdocs.extraction.read.odt import read_odt

        return read_odt(data, source_id=source_id, name=own_name)
    if kind is MediaType.HTML:
        from kimdocs.extraction.read.html import read_html

        return read_html(data, source_id=source_id, name=own_name)
    from kimdocs.extraction.read.text import read_text

    return read_text(data, source_id=source_id, name=own_name, media_type=kind)


def _load(source: str | Path | bytes, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        check_size(len(source), name or "-")
        return source, name or "-"
    if source == "-":
        return read_stream(sys.stdin.buffer, name or "-"), name or "-"
    path = Path(source)
    try:
        if path.is_dir():
            raise InputError(f"„{source}“ ist ein Ordner.", "Geben Sie die Dateien darin an.")
        check_size(path.stat().st_size, path.name)
        with path.open("rb") as stream:
            return read_stream(stream, path.name), name or path.name
    except FileNotFoundError as error:
        raise InputError(f"Die Datei „{source}“ gibt es nicht.", "Prüfen Sie Namen und Ordner.") from error
    except (OSError, ValueError) as error:
        reason, step = trouble(error) if isinstance(error, OSError) else ("der Name geht hier nicht", "")
        raise InputError(f"Die Datei „{source}“ lässt sich nicht öffnen: {reason}.", step) from error
