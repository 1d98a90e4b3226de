"""On which day a decision was made: that of its document, or another one where a paper tells what bodies decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    import datetime as dt

    from kimdocs.model.council import Consultation
    from kimdocs.model.decision import Decision
    from kimdocs.model.record import Record

_MINUTES = frozenset({DocumentKind.MINUTES, DocumentKind.EXCERPT})
_DECIDES = re.compile("beschl|entsch", re.IGNORECASE)
_PREPARES = re.compile("empfehl|vorberat", re.IGNORECASE)


def day_of(record: Record, decision: Decision, text: str | None = None) -> dt.date | None:
    """The day on which a decision was made; None where that is not known.

    Minutes and excerpts tell decisions of their own day, but for those that they only quote. Papers tell in their
    Beratungsfolge what each body decided: on the day of its row. What stands between the parts of a row is its own, so
    is what stands behind it on the same line, for which ``text``, the source's, is looked at; layouts that break rows
    over lines tell no more.
    """
    minutes = record.document.kind in _MINUTES
    row = _row(record, decision, None if minutes else text)
    if row is not None:
        return row.date if _fits(row, decision) else None
    return record.document.date if minutes and decision.type is not DecisionType.QUOTED else None


def _row(record: Record, decision: Decision, text: str | None) -> Consultation | None:
    """The row of the Beratungsfolge in which a decision stands."""
    if not decision.evidence:
        return None
    start = min(place.start for place in decision.evidence)
    begun = [(min(place.start for place in row.evidence), row) for row in record.document.consultations if row.evidence]
    _, last = max((found for found in begun if found[0] <= start), key=lambda found: found[0], default=(0, None))
    if last is None:
        return None
    end = max(place.end for place in last.evidence)
    if start < end or (text is not None and "\n" not in text[end:start]):
        return last
    return None


def _fits(row: Consultation, decision: Decision) -> bool:
    """Whether the row is not another body's, nor one that was to decide what this decision only recommends."""
    if decision.organization and row.organization and decision.organization != row.organization:
        return False
    role = row.role or ""
    if decision.outcome is Outcome.RECOMMENDED:
        return not _DECIDES.search(role) or _PREPARES.search(role) is not None
    return decision.outcome is not Outcome.ADOPTED or not _PREPARES.search(role) or _DECIDES.search(role) is not None
