"""Statements of sentences that tell an act by their verb, where no phrase of the tables told one."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import act_offsets
from kimdocs.extraction.language import sentences_at
from kimdocs.extraction.resolve.acts.read import Act, chosen, may_tell, read_act, read_acts
from kimdocs.extraction.resolve.passages import passages
from kimdocs.extraction.resolve.restated import POSITIVE
from kimdocs.extraction.resolve.statement import Source, Statement, read_statement
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context

_MOVED = (Outcome.POSTPONED, Outcome.REFERRED)
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


def take_act(context: Context, statement: Statement) -> None:
    """Corrects the outcome of a sentence by what its verb tells of its body's act, where phrases told another."""
    if statement.own_text or statement.missed or statement.remainder or statement.source not in (Source.PROSE, Source.LINE):
        return
    acts = read_acts(context.text, context.folded, statement.start, statement.end)
    act = chosen(acts)
    if act is None or (not statement.quoted and _agrees(acts, act, statement.outcome)):
        return
    _take(statement, act)


def _agrees(acts: Sequence[Act], act: Act, outcome: Outcome | None) -> bool:
    """Whether one of the acts is what phrases told; that the matter is moved on counts more, and less that it is advised."""
    if act.outcome in _MOVED or outcome is None:
        return act.outcome is outcome
    return act.outcome is Outcome.RECOMMENDED or any(_same(one.outcome, outcome) for one in acts)


def _same(one: Outcome, other: Outcome | None) -> bool:
    return one is other or (one in POSITIVE and other in POSITIVE)


def _take(statement: Statement, act: Act) -> None:
    statement.outcome, statement.outcome_span, statement.rule = act.outcome, (act.start, act.end), act.rule
    statement.weak, statement.quoted = False, False


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
    _take(statement, act)
    return statement
