"""Texts of resolutions without a heading that stand right before the label of their vote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from kimdocs.extraction.context import Context

_NUMBER_LINE = re.compile(
    r"(?:beschlu(?:ss|ß)[ -]?)?(?:nr\.?:? ?)?(?:[a-zäöü]{1,5}[ .-]?)?\d{1,4}(?:[./-]\d{1,4}){1,3}\.?"
)
_LONGEST = 1500
_MOST = 6
_OPENING = 400


def before_vote(context: Context, start: int, end: int, beginnings: Collection[re.Pattern[str]]) -> int | None:
    """Where the last paragraphs of ``text[start:end]`` start that begin like a resolution, without a number above."""
    found = None
    index = context.line_at(max(start, end - 1))
    for _ in range(_MOST):
        paragraph = _last_paragraph(context, start, index)
        if paragraph is None:
            break
        first, last = paragraph
        number = first < last and _is_number(context, first)
        begin, stop = context.lines[first + number].start, context.lines[last].end
        words = context.folded[begin : min(stop, begin + _OPENING)]
        if stop - begin > _LONGEST or not any(pattern.match(words) for pattern in beginnings):
            break
        found, index = begin, first - 1
        if number:
            break
    return found


def _is_number(context: Context, index: int) -> bool:
    line = context.lines[index]
    return _NUMBER_LINE.fullmatch(context.folded, line.start, line.end) is not None


def _last_paragraph(context: Context, start: int, index: int) -> tuple[int, int] | None:
    """First and last line of the paragraph that ends at or above a line, within what begins at ``start``."""
    lines = context.lines
    while index >= 0 and lines[index].start >= start and lines[index].start == lines[index].end:
        index -= 1
    last = index
    while index >= 0 and lines[index].start >= start and lines[index].end > lines[index].start:
        index -= 1
    return (index + 1, last) if last > index else None
