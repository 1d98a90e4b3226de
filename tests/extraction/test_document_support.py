"""Reading invented documents for the tests of document facts."""

from __future__ import annotations

from kimdocs.extraction.resolve.document import document_facts
from kimdocs.extraction.segment import segment
from kimdocs.model.source import SourceDocument


def facts_of(text, media_type="text/plain"):
    """Document facts of a text, after the law of evidence was checked on every one of them."""
    context = segment(SourceDocument("sha256:0", "a.txt", media_type, text))
    facts = document_facts(context)
    places = [place for found in facts.evidence.values() for place in found]
    places += [place for entry in (*facts.consultations, *facts.references) for place in entry.evidence]
    assert all(context.text[place.start : place.end] == place.quote for place in places)
    return facts
