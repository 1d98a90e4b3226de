"""Accessibility of a Word file: language, title, headings, tables, pictures, lists, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.parts import WordFile, spans
from kimdocs.drafting.check.rules import word_file, word_paragraphs, word_tables
from kimdocs.model.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kimdocs.model.source import SourceDocument, Span

RULES: tuple[Callable[[WordFile], Iterable[Found]], ...] = (
    word_file.language,
    word_file.title,
    word_file.headings,
    word_file.pictures,
    word_file.links,
    word_tables.header_rows,
    word_tables.header_cells,
    word_paragraphs.typed_lists,
    word_paragraphs.fake_headings,
    word_paragraphs.blank_paragraphs,
)


def structure(content: bytes, source: SourceDocument) -> list[Found]:
    """Everything the rules find in a Word file, with its places in the text that was read from it.

    Raises:
        InputError: It is no Word file.
    """
    file = WordFile(content)
    places = spans(file.paragraphs, source.text)
    return [_placed(found, places, source) for rule in RULES for found in rule(file)]


def _placed(found: Found, places: list[Any], source: SourceDocument) -> Found:
    span: Span | None = None if found.paragraph is None else places[found.paragraph]
    if span is None:
        return found
    place = Evidence(span.start, span.end, source.page_at(span.start), source.text[span.start : span.end])
    return Found(found.code, (place,), found.words, found.paragraph)
