"""Results that stand before what they are on: "[abgelehnt 9 / 17 / 2] TOP 6 …", "vertagt    TOP 8.6   …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_CLOSED = lazy(r"\[(?P<said>[^\[\]\n]{5,80})\]")
_RATIO = lazy(r"[,;:]?\s*\(?\d{1,3}(?:\s?[/:-]\s?\d{1,3}){1,3}\)?$")
_CHANGED = lazy(r"\s(?:mit|ohne)\sänderung(?:en)?$")
_WHITHER = lazy(r"\s(?:an|in|auf|bis)\s[\w. -]{2,40}$|,\s[\w. -]{2,40}$")
_COLUMN = lazy(r"(?P<said>[^\W\d_][\w .]{4,30}?)(?:\s\([\w -]{2,20}\))?(?:\s{2,}|\t)(?=top\s\d)")
_SILENT = ("agenda", "closing", "signatures")


def leading_results(context: Context) -> Iterator[Statement]:
    """A statement for each result in square brackets, and for each fate in a column before the number of its item."""
    for offset in anchor_offsets(context.folded, "square_result"):
        hit = _CLOSED.match(context.folded, offset)
        if hit and _is_result(hit["said"]):
            yield _told(context, *hit.span("said"))
    for offset in anchor_offsets(context.folded, "behind_column"):
        line = context.lines[context.line_at(offset)]
        hit = _COLUMN.match(context.folded, line.start)
        if hit and _is_result(hit["said"].strip()) and context.section_at(line.start).key not in _SILENT:
            yield _told(context, *hit.span("said"))


def _told(context: Context, start: int, end: int) -> Statement:
    statement = read_statement(context, start, end, Source.RESULT)
    statement.source, statement.listed = Source.LINE, "-"
    return statement


def _is_result(words: str) -> bool:
    """Whether words but tell what became of a matter, perhaps whither it went, and the votes in a ratio."""
    bare = _CHANGED.sub("", _RATIO.sub("", words).strip())
    entry = matcher("outcomes").fullmatch(bare) or matcher("outcomes").fullmatch(_WHITHER.sub("", bare))
    spread = matcher("unanimity").fullmatch(bare)
    return spread is not None or (entry is not None and Outcome(entry.value) is not Outcome.NONE)
