"""Votes told by those before them: "Mit demselben Stimmenverhältnis wird der Plan beschlossen."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_SAME = lazy(
    r"\b(?:mit|bei|im)\s+(?:ebenfalls\s+)?(?:dem\s?selben|den\s?selben|dem\s+gleichen|gleichem)\s+"
    r"(?:stimmen?(?:verhältnis|ergebnis)|abstimmungsergebnis|abstimmungsverhältnis|ergebnis|verhältnis)\b"
)
_FAR = 600


def says_same(folded: str, start: int, end: int) -> bool:
    """Whether a sentence says that its vote was that of the one before."""
    return (
        any(map(folded[start:end].__contains__, ("selben", "gleiche"))) and _SAME.search(folded, start, end) is not None
    )


def take_same_votes(context: Context, statements: Sequence[Statement]) -> None:
    """Puts in the votes of the statement before, of the same item, where a sentence says that its own are the same."""
    for before, statement in pairwise(statements):
        if statement.source is not Source.PROSE or statement.has_counts or before.quoted or statement.quoted:
            continue
        if not {"yes", "no"} <= before.counts.keys() or statement.start - before.end > _FAR:
            continue
        if context.section_at(before.start).item != context.section_at(statement.start).item:
            continue
        if says_same(context.folded, statement.start, statement.end):
            statement.counts = {side: n for side, n in before.counts.items() if side in SIDES}
