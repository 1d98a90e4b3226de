"""Texts of resolutions beside votes in the margin: "103   9 : 1   Kauf eines Traktors", and below it the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import places
from kimdocs.extraction.leads import formula
from kimdocs.extraction.text_end import text_end
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_COLON = " : "
_MARK = re.compile(r"(?P<number>\d{1,3}[a-z]?\.?[ \t]{2,})?(?P<vote>\d{1,3} : [1-9]?\d)(?:[ \t]{3,}|\t)(?=\S)")
_NUMBER = re.compile(r"\d{1,3}[a-z]?\.?(?:[ \t]{2,}|$)")
_DECIDES = re.compile(
    r"[^.;:?!]{3,160}\b(?:wird|werden|erhält|erhalten|erteilt|beschließt|genehmigt|stimmt|kauft|verkauft|erwirbt|vergibt)\b"
)
_BEGINNINGS = ("resolution_like", "instructs", "resolves")
_FEWEST = 2
_TITLE_LINES = 2
_MOST_LINES = 40


def margin_cuts(context: Context) -> list[tuple[int, str]]:
    """Where such texts start and end; the place of the vote on each is kept in ``context.margins``."""
    cuts: list[tuple[int, str]] = []
    marks = [mark for place in places(context.folded, _COLON) if (mark := _mark_at(context, place))]
    if len(marks) < _FEWEST:
        return cuts
    for mark in marks:
        start, limit = _text_beside(context, mark)
        if start is not None and (stop := text_end(context, start, limit)) > start:
            context.margins[start] = mark.start("vote")
            cuts += [(start, "resolution"), (stop, "after_resolution")]
    return cuts


def _mark_at(context: Context, place: int) -> re.Match[str] | None:
    mark = _MARK.match(context.folded, *context.lines[context.line_at(place)])
    return mark if mark and mark.start("vote") <= place < mark.end("vote") else None


def _text_beside(context: Context, mark: re.Match[str]) -> tuple[int | None, int]:
    """Where the text beside a vote starts, behind the title of a numbered item, and where the item ends."""
    first = context.line_at(mark.start())
    limit = context.lines[first].end
    starts = [] if mark["number"] else [mark.end()]
    for line in context.lines[first + 1 : first + _MOST_LINES]:
        if line.start == line.end or _NUMBER.match(context.folded, *line) or _MARK.match(context.folded, *line):
            break
        starts += [line.start] if mark["number"] and len(starts) < _TITLE_LINES else []
        limit = line.end
    return next((start for start in starts if _decides(context, start, limit)), None), limit


def _decides(context: Context, start: int, end: int) -> bool:
    if not context.text[start].isupper() or matcher("speakers").match(context.folded, start, end):
        return False
    words = context.folded[start : min(end, start + 400)]
    return any(formula(name).match(words) for name in _BEGINNINGS) or (
        context.text[end - 1] in ".)" and _DECIDES.match(words) is not None
    )
