"""Lines that list who voted for a motion and who against, with one sum for each side, and tell nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.groups.side_totals import opens_side, side_totals
from kimdocs.extraction.resolve.decisions.same_vote import is_contrary
from kimdocs.extraction.resolve.statements.statement import Source, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kimdocs.extraction.context import Context

_MOST_SIDES = 2
_RIGHT_BELOW = 16
_SILENT = frozenset(("closing", "signatures", "agenda", "consultations", "attachments", "attendance", "head"))


def side_lines(context: Context, claimed: list[tuple[int, int]]) -> Iterator[Statement]:
    """The statements of such lines outside what is ``claimed``, in order."""
    taken = sorted(claimed)
    last = -1
    for offset in anchor_offsets(context.folded, "bracketed_number"):
        index = context.line_at(offset)
        if index == last:
            continue
        last = index
        start, end = _lines_of_sides(context, index)
        before = bisect_right(taken, (start, len(context.text))) - 1
        if before >= 0 and start < taken[before][1]:
            continue
        totals = side_totals(context.text, context.folded, start, end)
        if totals and context.section_at(start).key not in _SILENT:
            yield Statement(Source.LINE, start, end, counts=totals.counts, groups=totals.groups)


def _lines_of_sides(context: Context, index: int) -> tuple[int, int]:
    """The line, with those right below it where each of them opens with a side: "Ja: CDU, SPD (23)⏎Nein: FDP (3)"."""
    lines, last = context.lines, index
    if not opens_side(context.folded, *lines[index]):
        return lines[index]
    while last + 1 < len(lines) and last - index < _MOST_SIDES and opens_side(context.folded, *lines[last + 1]):
        last += 1
    return lines[index].start, lines[last].end


def sided(found: Iterable[tuple[Statement, object]]) -> list[Statement]:
    """The votes of groups among statements that tell no outcome, by where they end."""
    votes = (one for one, _ in found if one.groups and one.has_counts and one.outcome is None)
    return sorted(votes, key=_end)


def concludes_sides(votes: list[Statement], statement: Statement) -> bool:
    """Whether a line is but the outcome of the votes of groups right above it, which take it then."""
    if statement.has_counts or statement.outcome is None or statement.groups or not votes:
        return False
    above = votes[max(0, bisect_left(votes, statement.start, key=_end) - 1)]
    near = 0 < statement.start - above.end < _RIGHT_BELOW
    if not near or above.outcome is not None or is_contrary(statement, above):
        return False
    above.outcome, above.outcome_span, above.rule = statement.outcome, statement.outcome_span, statement.rule
    above.end = statement.end
    return True


def _end(statement: Statement) -> int:
    return statement.end
