"""Where sentences end in the lines of a document: at a stop, at a blank line, behind a title that is cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import behind_white_space
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_END = lazy(
    r"[.!?][\"“”)]{0,2}(?=\s+[\"„(]?[A-ZÄÖÜ\d])|\n[ \t]*\n|\n(?=[ \t]*(?:[A-ZÄÖÜ(]|\(?(?:\d{1,2}|[a-z])[.)]|[-–•*·] ))"
)
_POINT = lazy(r"\s*(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–•*·])\s")
_GAP = lazy(r"\S(?:\s{3,}|\t)\S")
_ABBREVIATED = lazy(r"(?<![^\s(-])(?:\d{1,4}|[A-Za-zÄÖÜäöü]|@short_words@|[a-zäöü]*str)$")
_OPEN = lazy(
    r"(?<= )(?:de[rsmn]|die|das|eine[rsmn]?|ein|im|in|am|an|auf|mit|von|vom|zum|zur|und|oder|sowie|für|nach|bei|über"
    r"|durch|aus|wird|werden)$"
)
_LOOK_BACK = 12
_NEAR = 5
_FULL = 0.75


def sentences(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in ``text[start:end]``; a blank line ends one, and so does that of a title."""
    begin = start
    for hit in _END.finditer(context.text, start, end):
        stops = hit.group()[0] != "\n"
        stop = hit.end() if stops else hit.start()
        if stops:
            if _ABBREVIATED.search(context.text, max(begin, hit.start() - _LOOK_BACK), hit.start()):
                continue
        elif hit.group() == "\n" and not is_cut_short(context, context.line_at(max(0, stop - 1))):
            continue
        if stop > begin:
            yield begin, stop
        begin = behind_white_space(context.text, hit.end(), end)
    if begin < end:
        yield begin, end


def is_cut_short(context: Context, index: int) -> bool:
    """Whether no sentence goes on behind a line: it is a row, a point follows, or the next word would fit on it."""
    line, below = context.lines[index], context.lines[min(index + 1, len(context.lines) - 1)]
    if _POINT.match(context.text, *below) or _GAP.search(context.text, *line):
        return True
    if (
        context.text[line.end - 1] in ",-"
        or below.start == below.end
        or _OPEN.search(context.text, max(line.start, line.end - _NEAR * 2), line.end)
    ):
        return False
    width = max(end - start for start, end in context.lines[max(0, index - _NEAR) : index + _NEAR])
    word = context.text[below.start : below.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) < width * _FULL
