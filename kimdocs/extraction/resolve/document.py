"""What a document says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.model.council import DocumentFacts, DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context


def document_facts(context: Context) -> DocumentFacts:
    """Kind, title, reference, date, organization, consultations and further facts of the document itself."""
    return DocumentFacts(DocumentKind.OTHER)
