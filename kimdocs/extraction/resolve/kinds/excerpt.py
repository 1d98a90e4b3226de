"""Excerpts by what their head gives: the section of minutes, the number of one decision, a vote on an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.about.reference import numbers_decisions
from kimdocs.extraction.resolve.kinds.text import VOTE
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head

_SECTION_BEHIND = lazy(r"\d{4}, (?:nicht)?öffentlich, § ?\d{1,4}$")
_VOTED_ON = lazy(
    r"\bmit \d{1,3} (?:ja-)?stimmen\b|\beinstimmig (?:beschlossen|angenommen|zugestimmt)\b"
    r"|\bja-stimmen\b|\bmehrheitlich\b"
)
_DECISION_NUMBER = "labels.decision_number"


def of_section(head: Head, line: int | None) -> bool:
    """Whether the heading of minutes names the one section of the year's minutes that the document is."""
    return line is not None and line < head.last and _SECTION_BEHIND.search(head.folded(line)) is not None


def of_one_decision(head: Head) -> int | None:
    """The line of the number of the only decision that a sheet gives, with what it is about and the vote."""
    number = head.first("reference")
    if number is None or number.rule != _DECISION_NUMBER or head.first("title") is None or head.context.items:
        return None
    alone = VOTE.search(head.context.folded) and not numbers_decisions(head.context)
    return number.line if alone else None


def reports_decision(head: Head) -> bool:
    """Whether the head gives a status, or the number of a decision and its sitting, and a vote follows."""
    numbered = head.first("organization") and head.first("meeting_date") and head.first("reference")
    of_decision = numbered and numbered.rule == _DECISION_NUMBER
    told = head.first("agenda_item") if head.first("organization") and head.first("meeting_date") else None
    if told and not head.tables and _VOTED_ON.search(head.context.folded):
        return True
    return bool(head.status or of_decision) and VOTE.search(head.context.folded) is not None
