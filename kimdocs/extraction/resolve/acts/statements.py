"""Statements of sentences that tell an act by their verb, where no phrase of the tables told one."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import act_offsets
from kimdocs.extraction.language import sentences_at
from kimdocs.extraction.resolve.acts.read import may_tell, read_act
from kimdocs.extraction.resolve.passages import passages
from kimdocs.extraction.resolve.statement import Source, Statement, read_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context

_TEXTS = frozenset(("resolution", "recommendation"))


def told_by_verbs(
    context: Context, claimed: list[tuple[int, int]], found: Sequence[Statement], speeches: int | None
) -> list[Statement]:
    """Statements of sentences outside what is claimed or was found; none from where speeches begin."""
    offsets = act_offsets(context.folded)
    taken = sorted([*claimed, *((statement.start, statement.end) for statement in found)])
    told: list[Statement] = []
    for start, end in passages(context, offsets):
        for sentence in sentences_at(context.text, start, end, offsets):
            if speeches is not None and sentence[0] > speeches:
                return told
            if _is_free(taken, *sentence) and (statement := _told(context, *sentence)):
                told.append(statement)
    return told


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(taken, (end, end)) - 1
    return not any(a < end and b > start for a, b in taken[max(0, index - 2) : index + 1])


def _told(context: Context, start: int, end: int) -> Statement | None:
    """The statement of a sentence whose verb tells an act."""
    if not may_tell(context.folded, start, end) or context.section_at(start).key in _TEXTS:
        return None
    act = read_act(context.text, context.folded, start, end)
    if act is None:
        return None
    statement = read_statement(context, start, end, Source.PROSE)
    statement.outcome, statement.outcome_span, statement.rule = act.outcome, (act.start, act.end), act.rule
    statement.weak, statement.quoted = False, False
    return statement
