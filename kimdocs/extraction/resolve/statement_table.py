"""The table of votes within a statement: its counts and groups, and no outcome that but its header names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.matrix import header_sides, read_matrix
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.recognise.split_header import split_header_counts

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line
    from kimdocs.extraction.resolve.statement import Statement


def read_table(context: Context, statement: Statement) -> bool:
    """Counts and groups of a table of votes within the statement; tells whether there is one."""
    if not _has_lines(context.text, statement.start, statement.end):
        return False
    first, last = context.line_at(statement.start), context.line_at(max(statement.start, statement.end - 1))
    lines = context.lines[first : last + 1]
    split = split_header_counts(context.text, [line for line in lines if line.end > line.start])
    if split:
        statement.counts, statement.unclear = split, frozenset()
        return True
    for index, line in enumerate(lines[:-1]):
        if header_sides(context.folded, line.start, line.end):
            matrix = context.matrices.get(line.start)
            if matrix is None or matrix.end > statement.end:
                rows = [(row.start, row.end) for row in lines[index + 1 :]]
                matrix = read_matrix(context.text, context.folded, (line.start, line.end), rows)
            if matrix:
                statement.counts = dict(matrix.counts)
                statement.groups = {name: dict(sides) for name, sides in matrix.groups.items()}
                _without_header(context.ticked, statement, line, matrix.end)
            return True
    return False


def _without_header(folded: str, statement: Statement, header: Line, end: int) -> None:
    """Takes back an outcome that but the header of a table names: "Zustimmung   Ablehnung"."""
    span = statement.outcome_span
    if span is None or not header.start <= span[0] < header.end:
        return
    statement.outcome, statement.outcome_span, statement.rule = None, None, "votes.counts"
    mention = read_outcome(folded, end, statement.end, status=True)
    if mention and not mention.silent:
        statement.take(mention)


def _has_lines(text: str, start: int, end: int) -> bool:
    return text.find("\n", start, end) >= 0 or text.find("\f", start, end) >= 0
