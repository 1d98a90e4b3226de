"""The votes of blocs that stand against each other in a sentence: which side each took, its outcome tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.groups.blocs import blocs
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.groups.blocs import Bloc
    from kimdocs.extraction.resolve.statements.statement import Statement

_CARRIED = (Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.POSTPONED, Outcome.REFERRED)


def take_blocs(context: Context, statement: Statement) -> None:
    """Puts in the votes of blocs: what is carried has more votes for it, what is rejected more against it."""
    if statement.quoted or statement.outcome not in (*_CARRIED, Outcome.REJECTED):
        return
    found = blocs(context.text, context.ticked, statement.start, statement.end)
    if found is None or found.ahead.votes is None or found.against.votes is None:
        return
    lost = statement.outcome is Outcome.REJECTED
    if found.ahead.votes == found.against.votes or (not lost and found.ahead.votes < found.against.votes):
        return
    ahead = "no" if lost and found.ahead.votes > found.against.votes else "yes"
    sides = {ahead: found.ahead, "yes" if ahead == "no" else "no": found.against}
    if found.abstain:
        sides["abstain"] = found.abstain
    told = {side: bloc.votes for side, bloc in sides.items() if bloc.votes is not None}
    statement.counts = {**statement.counts, **told}
    statement.unclear = statement.unclear - told.keys()
    statement.groups = {name: {side: votes} for side, bloc in sides.items() for name, votes in _votes_of(bloc)}


def _votes_of(bloc: Bloc) -> list[tuple[str, int | None]]:
    return list(bloc.groups.items())
