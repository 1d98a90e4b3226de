"""Which body decided, where a paper tells of several: that of the row or of the line in its Beratungsfolge."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.extraction.resolve.statements.table import PREPARATORY
from kimdocs.lexicon.fold import fold
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.decisions.restated import Act
    from kimdocs.model.council import Consultation

_OWN = frozenset(("status", "result", "item", "resolution", "recommendation", "after_result", "after_resolution"))


def name_bodies(context: Context, consultations: Sequence[Consultation], acts: Iterable[Act]) -> None:
    """Gives the statements of rows the body of their row, and those below the line of a body that body."""
    if not consultations:
        return
    dated = {place.start: one for one in consultations for place in one.evidence}
    above = _lines_of_course(consultations, [act.statements[0].start for act in acts])
    for act in acts:
        for statement in act.statements:
            own = _row_of(dated, statement.dated) if statement.dated >= 0 else None
            own = own or (_last_above(context, above, statement.start) if above else None)
            statement.body = statement.body or (own.organization if own else None)
            if statement.source is Source.RESULT and statement.ticked and _prepares(consultations, statement.body):
                statement.outcome = Outcome.RECOMMENDED if statement.outcome is Outcome.ADOPTED else statement.outcome


def _row_of(dated: dict[int, Consultation], place: int) -> Consultation | None:
    """The row whose date starts at a place, or one of whose cells holds it."""
    found = dated.get(place)
    if found:
        return found
    holding = (one for one in dated.values() for cell in one.evidence if cell.start <= place < cell.end)
    return next(holding, None)


def _lines_of_course(consultations: Sequence[Consultation], acts: Sequence[int]) -> list[Consultation]:
    """The consultations below each of which stands what the body made of the paper; [] where they are rows."""
    placed = sorted((one for one in consultations if one.evidence), key=lambda one: one.evidence[0].start)
    starts = [one.evidence[0].start for one in placed]
    ends = [max(place.end for place in one.evidence) for one in placed]
    between = any(end <= act < start for end, start in zip(ends, starts[1:], strict=False) for act in acts)
    return placed if between else []


def _last_above(context: Context, course: list[Consultation], start: int) -> Consultation | None:
    """The consultation whose line is the last above a statement in a part of the text that tells of results."""
    index = bisect_right(course, start, key=lambda one: one.evidence[0].start) - 1
    return course[index] if index >= 0 and context.section_at(start).key in _OWN else None


def _prepares(consultations: Sequence[Consultation], body: str | None) -> bool:
    """Whether a body but prepares what another one decides."""
    roles = [fold(one.role or "") for one in consultations if one.organization == body]
    return bool(roles) and all(PREPARATORY.search(role) for role in roles)
