"""Counts above the sentence that they are on, as the minutes of some bodies write throughout.

"19 Ja / 1 Nein⏎   Frau Lohse wird gewählt.": such a document never means the text before its counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statement import Source

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement

_FEWEST = 3
_OF_THREE = 2


def counts_first(context: Context, found: list[Statement]) -> dict[int, Statement | None]:
    """The sentence right below each bare count, by the place of the count, if the document writes so throughout."""
    bare = [s for s in found if s.has_counts and s.outcome is None and s.source is not Source.PROSE and not s.quoted]
    above = [statement for statement in bare if _is_above_text(context, statement)]
    if len(above) < _FEWEST or _OF_THREE * len(bare) > 3 * len(above):
        return {}
    below = {context.line_at(s.start): s for s in reversed(found) if s.source is Source.PROSE}
    return {s.start: below.get(context.line_at(s.end - 1) + 1) for s in above}


def _is_above_text(context: Context, statement: Statement) -> bool:
    """Whether nothing but the counts stands on their lines, nothing right above, and text right below."""
    first, last = context.line_at(statement.start), context.line_at(statement.end - 1)
    lines = context.lines
    if last + 1 >= len(lines) or lines[first].start != statement.start or lines[last].end != statement.end:
        return False
    below = lines[last + 1]
    filled = below.end > below.start and context.text[below.start].isupper()
    return filled and (first == 0 or lines[first - 1].start == lines[first - 1].end)
