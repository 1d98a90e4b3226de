"""HTML pages → SourceDocument."""

from __future__ import annotations

from kimdocs.extraction.read.decode import decode
from kimdocs.extraction.read.sniff import MediaType
from kimdocs.model.source import SourceDocument


def read_html(data: bytes, *, source_id: str, name: str) -> SourceDocument:
    """SourceDocument of an HTML page."""
    import lxml.html

    text, warnings = decode(data, name)
    root = lxml.html.document_fromstring(text)
    return SourceDocument(source_id, name, MediaType.HTML.value, root.text_content(), warnings=warnings)
