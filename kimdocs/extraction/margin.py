"""Votes in the margin, and the texts of resolutions beside them: "103   9 : 1   Kauf eines Traktors"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import places
from kimdocs.extraction.formulas import formula
from kimdocs.extraction.text_end import text_end
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_COLON = " : "
_MARK = re.compile(
    r"(?P<number>\d{1,3}[a-z]?\.?[ \t]{2,})?(?P<vote>(?P<yes>\d{1,3}) : (?P<no>[1-9]?\d))(?:[ \t]{3,}|\t)(?=\S)"
)
_NUMBER = re.compile(r"\d{1,3}[a-z]?\.?(?:[ \t]{2,}|$)")
_DECIDES = re.compile(
    r"[^.;:?!]{3,160}\b(?:wird|werden|erhält|erhalten|erteilt|beschließt|genehmigt|stimmt|kauft|verkauft|erwirbt|vergibt)\b"
)
_BEGINNINGS = ("resolution_like", "instructs", "resolves")
_FEWEST = 2
_TITLE_LINES = 2
_MOST_LINES = 40


class MarginMark(NamedTuple):
    """A ratio in the margin: its line, what stands before the text on it, and where the text beside it ends."""

    line: int
    mark: re.Match[str]
    end: int


def margin_marks(context: Context) -> list[MarginMark]:
    """All of them, in order; a single one in a document may be anything."""
    found = []
    for place in places(context.folded, _COLON):
        index = context.line_at(place)
        mark = _MARK.match(context.folded, *context.lines[index])
        if mark and mark.start("vote") <= place < mark.end("vote"):
            found.append(MarginMark(index, mark, _text_end(context, index)))
    return found if len(found) >= _FEWEST else []


def _text_end(context: Context, index: int) -> int:
    """Where the text beside a vote ends: at a blank line, at the next number or vote in the margin, or at its end."""
    end = context.lines[index].end
    for line in context.lines[index + 1 : index + _MOST_LINES]:
        if line.start == line.end or _MARK.match(context.folded, *line) or _NUMBER.match(context.folded, *line):
            break
        end = line.end
    return end


def margin_cuts(context: Context) -> list[tuple[int, str]]:
    """Where texts beside votes start and end; the place of the vote on each is kept in ``context.margins``."""
    cuts: list[tuple[int, str]] = []
    for marked in margin_marks(context):
        start = _text_start(context, marked)
        if start is not None and (stop := text_end(context, start, marked.end)) > start:
            context.margins[start] = marked.mark.start("vote")
            cuts += [(start, "resolution"), (stop, "after_resolution")]
    return cuts


def _text_start(context: Context, marked: MarginMark) -> int | None:
    """Where the text beside a vote starts: behind the title of a numbered item."""
    starts = [marked.mark.end()]
    if marked.mark["number"]:
        below = context.lines[marked.line + 1 : marked.line + 1 + _TITLE_LINES]
        starts = [line.start for line in below if line.start < marked.end]
    return next((start for start in starts if _decides(context, start, marked.end)), None)


def _decides(context: Context, start: int, end: int) -> bool:
    if not context.text[start].isupper() or matcher("speakers").match(context.folded, start, end):
        return False
    words = context.folded[start : min(end, start + 400)]
    return any(formula(name).match(words) for name in _BEGINNINGS) or (
        context.text[end - 1] in ".)" and _DECIDES.match(words) is not None
    )
