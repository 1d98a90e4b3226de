"""Lines that go on with a sentence of the line before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line

_FILLED = 60


def goes_on(context: Context, line: Line) -> bool:
    """Whether a line goes on with a sentence that the line before it, which is filled, left open."""
    index = context.line_at(line.start)
    before = context.lines[index - 1] if index else line
    filled = index > 0 and before.end - before.start >= _FILLED
    return filled and context.text[before.end - 1] not in ".:;!?)"
