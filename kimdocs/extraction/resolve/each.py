"""One sentence over a list of texts that were voted on one by one: "Der Rat beschließt jeweils einstimmig: a) …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement

_EACH = lazy(r"\bjeweils\b|\beinzeln\b")
_ROW = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-z][.)]|[-–•*])[ \t]+[^\W\d_]")
_FEWEST, _MOST = 2, 20


def each_listed(context: Context, statement: Statement) -> list[Statement]:
    """The statement once for each row of the list that it leads in; [] where it leads in none or they share a vote."""
    folded, end = context.folded, statement.end
    voted = statement.unanimous is not None or statement.has_counts
    colon = folded.rfind(":", statement.start, end)
    if not voted or colon < 0 or not _EACH.search(folded, statement.start, colon):
        return []
    first = context.line_at(colon) + 1
    rows = []
    for line in context.lines[first : first + _MOST]:
        if not _ROW.match(folded, *line):
            break
        rows.append(line)
    if len(rows) < _FEWEST:
        return []
    found = [replace(statement, start=line.start, end=line.end, listed="-") for line in rows]
    found[0].start = statement.start
    return found
