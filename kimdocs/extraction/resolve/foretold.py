"""Fates told twice: at the head of the meeting ("TOP 4 wird abgesetzt."), and by a note that points there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statement import Source
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.restated import Act

_FATES = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)
_NAMED = lazy(r"\b(?:top|tagesordnungspunkt|punkt)\s+(\d{1,2}(?:\.\d{1,2})?)\b")
_POINTS = lazy(r"\b(?:siehe|s\.|vgl\.)\s+(?:auch\s+)?(?:top|tagesordnungspunkt|punkt|oben)\b")
_BY_MOVER = lazy(r"\b(?:durch|von)\s+(?:den|die|der|dem)\s+(?:einreich|antragstell|einbring)\w*")


def without_foretold(context: Context, acts: list[Act]) -> list[Act]:
    """The acts but those that a note at their own item tells again; that it was taken back by its mover stays told."""
    notes = {number: act for act in acts if (number := _pointing(context, act))}
    if not notes:
        return acts
    kept = []
    for act in acts:
        named = _foretells(context, act)
        note = notes.get(named) if named else None
        if note is None or note is act:
            kept.append(act)
        elif act.statements[0].outcome is Outcome.WITHDRAWN or _BY_MOVER.search(context.folded, *_span(act)):
            note.statements[0].outcome = Outcome.WITHDRAWN
    return kept


def _span(act: Act) -> tuple[int, int]:
    return act.statements[0].start, act.statements[-1].end


def _pointing(context: Context, act: Act) -> str:
    """The number of the item whose fate a note tells that points to another item; "" where it is none."""
    fate = act.statements[0].outcome in _FATES and act.item is not None and not act.statements[0].has_counts
    if not fate or act.item is None or not _POINTS.search(context.folded, *_span(act)):
        return ""
    return context.items[act.item].fact.number or ""


def _foretells(context: Context, act: Act) -> str:
    """The number of the item whose fate a sentence of another item tells."""
    first = act.statements[0]
    if len(act.statements) > 1 or first.source is not Source.PROSE or first.outcome not in _FATES or first.has_counts:
        return ""
    hit = _NAMED.search(context.folded, first.start, first.end)
    return hit[1] if hit else ""
