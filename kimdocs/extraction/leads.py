"""Sentences of a report that lead in the text of a resolution: "beschließt der Rat einstimmig wie folgt:"."""

from __future__ import annotations

import re
from heapq import merge
from typing import TYPE_CHECKING

from kimdocs.extraction.formulas import formula
from kimdocs.extraction.text_end import text_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_LEADS = (
    ("proposal", "proposed_resolution"),
    ("proposal_put", "proposed_resolution"),
    ("lead", "resolution"),
    ("lead_following", "resolution"),
)
_INLINE = (("lead", "resolution"),)
_IN_LEADS = ("beschl", "folg", "empf", "abgestimmt", "stimme", "lautet")
_REACH = 260
_COLON = re.compile(r":(?=\s)")
_FOLLOWS = re.compile(r"folgt\.(?=\s)")


def led_in_between(context: Context, start: int, end: int, *, inline: bool = False) -> list[tuple[int, str]]:
    """Resolutions that a sentence of the report leads in: "beschließt der Rat einstimmig wie folgt:".

    Those that begin on the line of that sentence (``inline``) end with its paragraph.
    """
    cuts: list[tuple[int, str]] = []
    position = start
    while found := _next_lead(context, position, end, inline=inline):
        lead, key = found
        text_start = lead + len(context.text[lead:end]) - len(context.text[lead:end].lstrip())
        if text_start >= end:
            break
        stop = text_end(context, text_start, end)
        stop = min(stop, next(paragraphs(context, text_start, end))[1]) if inline else stop
        if stop <= text_start:
            break
        cuts.append((text_start, key))
        if context.text[stop:end].strip():
            cuts.append((stop, "after_resolution"))
        position = stop
    return cuts


def _next_lead(context: Context, start: int, end: int, *, inline: bool) -> tuple[int, str] | None:
    """End of the next leading sentence, and the key of the text behind it, on the next line or on its own."""
    if inline and context.folded.find(_IN_LEADS[0], start, end) < 0:
        return None
    for hit in _lead_ends(context.folded, start, end):
        line = context.lines[context.line_at(hit.start())]
        goes_on = hit.end() < line.end and context.text[hit.end() + 1 : hit.end() + 3].istitle()
        fits = goes_on if inline else line.end == hit.end()
        if line.start < start or not fits:
            continue
        begin = max(start, hit.end() - _REACH if inline else line.start - 240)
        words = context.folded[begin : hit.end()] + "\n"
        if not any(piece in words for piece in _IN_LEADS):
            continue
        for name, key in _INLINE if inline else _LEADS:
            if any(begin + found.end() >= hit.end() for found in formula(name).finditer(words)):
                return hit.end(), key
    return None


def _lead_ends(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may end a leading sentence, in order; patterns that begin with plain characters, which are found fast."""
    colons = _COLON.finditer(folded, start, end)
    if folded.find("folgt.", start, end) < 0:
        return colons
    return merge(colons, _FOLLOWS.finditer(folded, start, end), key=lambda hit: hit.end())


def paragraphs(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank line between them."""
    begin = stop = -1
    for index in range(context.line_at(start), len(context.lines)):
        line = context.lines[index]
        if line.start >= end:
            break
        if line.start == line.end:
            if begin >= 0:
                yield begin, stop
            begin = -1
            continue
        begin, stop = (max(line.start, start) if begin < 0 else begin), min(line.end, end)
    if begin >= 0:
        yield begin, stop
