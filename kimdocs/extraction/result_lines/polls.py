"""Tables of a poll or an election by the people: their columns name sides as those of a body's votes do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_STATION = lazy(
    r"[|\s]*(?:wahllokal|(?:wahl|stimm|brief)\w*bezirk|urnenwahl|klasse|schule|befragte|altersgruppe|haushalte)\b"
)
_NEAR_LINES = 5
_NEAR_TEXT = 2
_LONGEST_CAPTION = 90


def is_in_poll(context: Context, start: int) -> bool:
    """Whether the header of a table names polling stations, or the lines above it tell of a poll of others."""
    caption = context.text[start : start + _LONGEST_CAPTION]
    start += len(caption) - len(caption.lstrip())
    index = context.line_at(start)
    if _STATION.match(context.folded, *context.lines[index]):
        return True
    above = [line for line in context.lines[max(0, index - _NEAR_LINES) : index] if line.start < line.end]
    return any(
        found.entry.value == "poll"
        for line in above[-_NEAR_TEXT:]
        if line.end - line.start <= _LONGEST_CAPTION
        for found in matcher("not_votes").finditer(context.folded, *line)
    )
