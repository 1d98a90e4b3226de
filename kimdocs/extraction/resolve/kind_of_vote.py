"""What kind of vote a decision was: on the matter, on an amendment, on procedure, on a part, or an election."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement


def decision_type(
    context: Context, statements: list[Statement], labelled: DecisionType | None, outcome: Outcome, item: int | None
) -> DecisionType:
    """The type its label names, else what the statement's own words or the item's title say; else main."""
    if labelled:
        return labelled
    if outcome is Outcome.ELECTED:
        return DecisionType.ELECTION
    for statement in statements:
        match = matcher("vote_kinds").first(context.folded, statement.start, statement.end)
        if match:
            return DecisionType(match.entry.value)
    if item is not None:
        evidence = context.items[item].fact.evidence[0]
        match = matcher("vote_kinds").first(context.folded, evidence.start, evidence.end)
        if match and match.entry.attributes.get("title"):
            return DecisionType(match.entry.value)
    return DecisionType.MAIN
