"""The clause of a sentence that its outcome stands in: between the commas around it that are none of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement

_CLAUSE = lazy(r"[,;](?!\d)|(?<!\d ):(?!\d)|\s-\s")
_COUNTED = lazy(r"[;:]\s+([^;:]*\d[^;:]*)$")
_CLAUSE_END = lazy(
    r"[,;:]|\s-\s|\s(?:und|sowie)\s+(?:bittet|bitten|bat|baten|regt|hofft|wünscht|erwartet|fordert|dankt)\b"
)
_NAMED_FOR = lazy(r"(?:ausschu(?:ss|sses|ß)|beirat|kommission)\s+für\s+[\w\s,-]*$")
_LISTED_ON = lazy(r"\s+[\w-]+(?:,\s+[\w-]+){0,3}\s+und\s+[\w-]+\b")
_LONGEST_NAME = 80


def clause_of(context: Context, statement: Statement) -> tuple[int, int]:
    """The clause of the outcome's words (or of the spread's): between the commas around it."""
    start, end = statement.outcome_span or statement.spread_span or (statement.start, statement.end)
    if start == statement.start and statement.has_counts and (told := _COUNTED.search(context.folded, start, end)):
        return told.span(1)
    folded = context.folded
    before = [hit.end() for hit in _CLAUSE.finditer(folded, statement.start, start) if not _in_name(folded, hit)]
    after = _CLAUSE_END.search(context.folded, end, statement.end)
    return (before[-1] if before else statement.start), (after.start() if after else statement.end)


def _in_name(folded: str, comma: re.Match[str]) -> bool:
    """Whether a comma stands in the name of a committee: "Ausschuss für Kultur, Sport und Soziales"."""
    listed = comma.group() == "," and _LISTED_ON.match(folded, comma.end()) is not None
    return listed and _NAMED_FOR.search(folded, max(0, comma.start() - _LONGEST_NAME), comma.start()) is not None
