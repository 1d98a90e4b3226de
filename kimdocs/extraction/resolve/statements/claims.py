"""What sentences leave to labels, lines and tables, which have claimed their places in the text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line
    from kimdocs.extraction.resolve.statements.statement import Statement
    from kimdocs.model.decision import DecisionType

    Typed = tuple[Statement, DecisionType | None]

SILENT = ("closing", "signatures", "agenda", "consultations", "attachments")
_NEW_LINE = lazy(r"[ \t]*\n\s{0,40}(?=\(?[A-ZÄÖÜ])")


class Claims:
    """Which places are left to lines: those in sections that report, and that no label or table has claimed."""

    def __init__(self, context: Context, claimed: list[tuple[int, int]]) -> None:
        """``claimed`` are places in any order."""
        self._context = context
        self._taken = sorted(claimed)

    def is_open(self, offset: int) -> bool:
        """Whether the place at an offset is left."""
        return offset >= self._end_of_claim(offset) and self._context.section_at(offset).key not in SILENT

    def cover(self, line: Line) -> bool:
        """Whether nothing of a line is left."""
        if line.end <= self._end_of_claim(line.start):
            return True
        section = self._context.section_at(line.start)
        return section.key in SILENT and line.end <= section.end

    def _end_of_claim(self, offset: int) -> int:
        index = bisect_right(self._taken, (offset, len(self._context.text))) - 1
        return self._taken[index][1] if index >= 0 else 0


def unclaimed(context: Context, claimed: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """A sentence up to where a line begins that tells a result by itself, if its own stop stands before that line."""
    index = bisect_right(claimed, (start, len(context.text)))
    if index == len(claimed) or claimed[index][0] >= end:
        return start, end
    before = context.text[start : claimed[index][0]].rstrip()
    if not before.endswith((".", "!")):
        line = context.lines[context.line_at(claimed[index][0])].start
        before = context.text[start : max(start, line)].rstrip()
    return (start, start + len(before)) if before.endswith((".", "!")) else (start, end)


def behind_claims(context: Context, claimed: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """What begins on a line of its own behind what is claimed of a sentence: "Ja 8, Nein 2⏎Herr N.N. ist gewählt."."""
    index = bisect_right(claimed, (end, 0)) - 1
    last = claimed[index][1] if index >= 0 and start < claimed[index][1] < end else start
    behind = _NEW_LINE.match(context.text, last, end)
    return (behind.end(), end) if behind else (start, end)


def claims_all(claimed: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a passage lies within one place that is claimed, so that no sentence of it is left."""
    index = bisect_right(claimed, (end, end)) - 1
    return index >= 0 and claimed[index][0] <= start and end <= claimed[index][1]


def is_claimed(claimed: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a place overlaps one that is claimed."""
    index = bisect_right(claimed, (end, end)) - 1
    return any(a < end and b > start for a, b in claimed[max(0, index - 1) : index + 2])


def without_inner(found: list[Typed]) -> list[Typed]:
    """Statements in order, without bare counts that the statement around them tells too: "wird vertagt (12/11/0)"."""
    kept: list[Typed] = []
    for pair in found:
        if not kept or not _repeats(pair[0], kept[-1][0]):
            kept.append(pair)
    return kept


def _repeats(bare: Statement, whole: Statement) -> bool:
    inside = whole.start < bare.start and bare.end <= whole.end + 1
    return inside and bare.outcome is None and not bare.groups and bare.counts == whole.counts
