"""The stages of extraction, in the order they run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.agenda.excerpt import with_item
from kimdocs.extraction.garbage import without_collection
from kimdocs.extraction.layout.source_notes import without_source_notes
from kimdocs.extraction.memo import forget
from kimdocs.extraction.recognise.figures.figure import figures
from kimdocs.extraction.recognise.staffing import staffing
from kimdocs.extraction.resolve.about.document import document_facts
from kimdocs.extraction.resolve.decisions.decision import decisions
from kimdocs.extraction.resolve.decisions.finance import with_decisions, without_posts
from kimdocs.extraction.resolve.issues import issues
from kimdocs.extraction.resolve.resolutions.resolution import resolutions, without_references
from kimdocs.extraction.segment import segment
from kimdocs.lexicon import fingerprint, forget_pieces
from kimdocs.model.record import SCHEMA_VERSION, Generator, Record, SourceInfo
from kimdocs.version import VERSION

if TYPE_CHECKING:
    from kimdocs.model.source import SourceDocument


@cache
def _generator() -> Generator:
    return Generator(VERSION, fingerprint())


def extract(source: SourceDocument) -> Record:
    """All that the source states: document facts, agenda items, decisions, resolutions, figures, posts, issues."""
    with without_collection():
        try:
            return _extract(source)
        finally:
            forget_pieces()
            forget()


def _extract(source: SourceDocument) -> Record:
    context = segment(without_source_notes(source))
    document = document_facts(context)
    with_item(context, document)
    decided = decisions(context, document)
    decided, texts = without_references(decided, resolutions(context, document, decided))
    posts = staffing(context)
    money = with_decisions(without_posts(figures(context), posts), texts)
    found = Record(
        schema_version=SCHEMA_VERSION,
        generator=_generator(),
        source=SourceInfo(source.id, source.name, source.media_type, len(source.page_starts), len(source.text)),
        document=document,
        agenda_items=tuple(item.fact for item in context.items),
        decisions=decided,
        resolutions=texts,
        figures=money,
        staffing=posts,
    )
    return issues(context, found)
