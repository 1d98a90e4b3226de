"""A count at the right margin below the result it belongs to: "… wird verkauft.     14 : 5⏎            1 E"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.line_places import column_of
from kimdocs.extraction.recognise.tally_tokens import SIDES, side_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement

_WIDE = lazy(r"(?:[ ]{3,}|\t)(?=\S(?:[^ \t]|[ ](?![ ]))*$)")
_CELL = lazy(
    r"\(?(?:(?P<number>\d{1,2}) ?(?:x )?(?P<side>[^\W\d_]+\.?)|(?P<before>[^\W\d_]+)\.?:? ?(?P<after>\d{1,2}))\)?\.?"
)
_ASIDE = 3
_FARTHEST = 24
_MOST = 2


def take_count_below(context: Context, statement: Statement) -> None:
    """Puts in the counts on the next lines that stand below a result at the end of its line, in its column."""
    if not (statement.has_counts or statement.unanimous is not None):
        return
    index = context.line_at(statement.start)
    line = context.lines[index]
    column = column_of(context.text, statement.start)
    if statement.end != line.end or column < _FARTHEST:
        return
    for at in range(index + 1, min(index + 1 + _MOST, len(context.lines))):
        below = context.lines[at]
        gap = _WIDE.search(context.text, *below)
        place = gap.end() if gap else below.start
        if below.start == below.end or abs(column_of(context.text, place) - column) > _ASIDE:
            return
        cell = _CELL.fullmatch(context.folded, place, below.end)
        side = side_of(cell["side"] or cell["before"]) if cell else None
        if cell is None or side not in SIDES or side in statement.counts:
            return
        statement.counts = {**statement.counts, side: int(cell["number"] or cell["after"])}
