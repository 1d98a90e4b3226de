"""Headings and agenda items → sections that cover the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.context import Context, Line, Section
from kimdocs.lexicon.fold import fold
from kimdocs.model.finance import SectionKind

if TYPE_CHECKING:
    from kimdocs.model.source import SourceDocument


def segment(source: SourceDocument) -> Context:
    """The source cut into lines, agenda items and sections."""
    return Context(
        source,
        fold(source.text),
        _lines(source.text),
        sections=(Section(SectionKind.OTHER, "other", 0, len(source.text)),),
    )


def _lines(text: str) -> tuple[Line, ...]:
    lines = []
    start = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        lead = start + (len(raw) - len(raw.lstrip()) if bare else 0)
        lines.append(Line(lead, lead + len(bare)))
        start += len(raw) + 1
    return tuple(lines)
