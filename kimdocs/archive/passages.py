"""A text cut into passages of a paragraph's size, which cover it without a gap."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from kimdocs.model.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 200
LONGEST = 1200
MOST = 60_000

_PARAGRAPH = re.compile(r"\n[ \t\r\f]*\n\s*|\f")
_BREAKS = (re.compile(r"\n(?![a-zäöüß])"), re.compile(r"[.!?:;]\s"), re.compile(r"(?<![-\u2010\u00ad])\s"))


def passages(text: str) -> tuple[Span, ...]:
    """Spans that follow each other and cover the text: short paragraphs together, long ones cut at a line or sentence.

    There are at most ``MOST`` of them: in very long texts they are longer.
    """
    shortest = max(SHORTEST, 4 * len(text) // MOST)
    longest = max(LONGEST, 8 * len(text) // MOST)
    found: list[Span] = []
    start = 0
    for end in _borders(text):
        if end - start < shortest and end < len(text):
            continue
        while end - start > longest:
            cut = _cut(text, start, start + longest)
            found.append(Span(start, cut))
            start = cut
        found.append(Span(start, end))
        start = end
    return tuple(found)


def _borders(text: str) -> Iterator[int]:
    last = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.end() > last:
            last = gap.end()
            yield last
    if last < len(text):
        yield len(text)


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut within the second half of ``text[start:end]``: after a line, else a sentence, else a word."""
    half = (start + end) // 2
    for pattern in _BREAKS:
        breaks = deque(pattern.finditer(text, half, end), maxlen=1)
        if breaks:
            return breaks[0].end()
    return end
