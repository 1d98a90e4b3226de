"""Word documents → SourceDocument."""

from __future__ import annotations

import io

from kimdocs.extraction.read.sniff import MediaType
from kimdocs.model.source import SourceDocument


def read_docx(data: bytes, *, source_id: str, name: str) -> SourceDocument:
    """SourceDocument of a Word document."""
    import docx

    document = docx.Document(io.BytesIO(data))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return SourceDocument(source_id, name, MediaType.DOCX.value, text)
