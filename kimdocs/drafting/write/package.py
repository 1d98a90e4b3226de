"""Word files as packages: the same content always as the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import quoteattr

from kimdocs.drafting.write.zipped import archive

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"


class Entry(NamedTuple):
    """One part of a package, with its relationships (or none) as they are written."""

    name: str
    content_type: str
    content: bytes
    rels_name: str = ""
    rels: bytes = b""


def pack(package: Any) -> bytes:
    """The bytes of python-docx's package: its parts in a fixed order, without the time of writing."""
    return zipped(entries(package), package.rels.xml)


def entries(package: Any) -> tuple[Entry, ...]:
    """The parts of python-docx's package in a fixed order."""
    return tuple(_entry(part) for part in sorted(package.iter_parts(), key=lambda part: str(part.partname)))


def zipped(parts: Iterable[Entry], rels: bytes) -> bytes:
    """The bytes of a package with these parts and these relationships of its own."""
    parts = tuple(parts)
    files: list[tuple[str, bytes]] = [("[Content_Types].xml", _content_types(parts)), ("_rels/.rels", rels)]
    for part in parts:
        files.append((part.name.lstrip("/"), part.content))
        if part.rels:
            files.append((part.rels_name, part.rels))
    return archive(files)


def _entry(part: Any) -> Entry:
    name, rels = part.partname, part.rels
    found = (name.rels_uri.membername, rels.xml) if len(rels) else ("", b"")
    return Entry(str(name), part.content_type, part.blob, *found)


def _content_types(parts: tuple[Entry, ...]) -> bytes:
    overrides = "".join(
        f"<Override PartName={quoteattr(part.name)} ContentType={quoteattr(part.content_type)}/>" for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_RELS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
