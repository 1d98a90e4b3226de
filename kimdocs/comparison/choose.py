"""Which resolution of the minutes answers which proposal: by reference, title or wording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kimdocs.comparison.words import likeness
from kimdocs.model.decision import Decision, DecisionType, Resolution, ResolutionKind
from kimdocs.model.item_number import bare, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.model.council import AgendaItem
    from kimdocs.model.record import Record

TITLE = 60
_LIKE_TITLE = 0.6
_LIKE_TEXT = 0.5  # of 3,222 pairs that do not belong together, none reached it (0.46 at most)


class MatchedBy(StrEnum):
    """What told that a resolution belongs to a proposal, the firmest first."""

    ITEM = "item"
    REFERENCE = "reference"
    TITLE = "title"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the minutes where a proposal may have been decided; no resolution where its text is not repeated."""

    item: AgendaItem | None
    resolution: Resolution | None
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal and the place where it was decided."""

    proposed: Resolution
    decided: Candidate
    matched_by: MatchedBy


def choose(submission: Record, minutes: Record, item: str | None = None) -> Pair | None:
    """The proposal of the submission and its answer in the minutes; None where none of them belongs together.

    Args:
        submission: Record with at least one proposed resolution.
        minutes: Record of minutes or an excerpt.
        item: Number of the agenda item to look at alone.
    """
    proposals = [one for one in submission.resolutions if one.kind is ResolutionKind.PROPOSED]
    candidates = list(_candidates(minutes))
    if item is not None:
        candidates = _of_item(candidates, item)
    best: tuple[tuple[float, float], Pair] | None = None
    for candidate in candidates:
        for proposal in proposals:
            matched_by = _matched_by(submission, minutes, proposal, candidate) if item is None else MatchedBy.ITEM
            if matched_by is None:
                continue
            rank = (-float(list(MatchedBy).index(matched_by)), _like(proposal, candidate))
            if best is None or rank > best[0]:
                best = rank, Pair(proposal, candidate, matched_by)
    return best[1] if best else None


def _of_item(candidates: list[Candidate], item: str) -> list[Candidate]:
    """Those of an item; "5" is the item "Ö 5" as well, where there is no other 5."""
    for fold in (folded, bare):
        found = [one for one in candidates if fold(_number(one) or "") == fold(item)]
        if found and fold(item):
            return found
    return []


def offered(minutes: Record) -> list[str]:
    """The items of the minutes that decide something, each once, with their titles: to choose one from."""
    named = {_number(one): _title(one) for one in _candidates(minutes)}
    order = [one.number for one in minutes.agenda_items]
    numbers = sorted((number for number in named if number), key=lambda one: order.index(one) if one in order else -1)
    return [f"TOP {number} {named[number]}".rstrip() for number in numbers]


def _title(candidate: Candidate) -> str:
    title = " ".join(((candidate.item.title if candidate.item else None) or "").split())
    cut = title if len(title) <= TITLE else f"{title[: TITLE - 1]}…"
    return f"„{cut}“" if cut else ""


def _candidates(minutes: Record) -> Iterator[Candidate]:
    """Adopted texts with their decision, and decisions whose text is not repeated."""
    told: set[int] = set()
    items: dict[str | None, AgendaItem] = {one.number: one for one in minutes.agenda_items if one.number is not None}
    for resolution in minutes.resolutions:
        if resolution.kind is ResolutionKind.ADOPTED:
            decision = None if resolution.decision is None else minutes.decisions[resolution.decision]
            told |= set() if resolution.decision is None else {resolution.decision}
            yield Candidate(items.get(resolution.agenda_item), resolution, decision)
    for index, decision in enumerate(minutes.decisions):
        if index not in told and decision.type in {DecisionType.MAIN, DecisionType.PART}:
            yield Candidate(items.get(decision.agenda_item), None, decision)


def _number(candidate: Candidate) -> str | None:
    for fact in (candidate.resolution, candidate.decision):
        if fact is not None and fact.agenda_item is not None:
            return fact.agenda_item
    return None


def _matched_by(submission: Record, minutes: Record, proposal: Resolution, candidate: Candidate) -> MatchedBy | None:
    if _same_reference(submission, minutes, candidate):
        return MatchedBy.REFERENCE
    title = candidate.item.title if candidate.item else minutes.document.title
    if likeness(submission.document.title or "", title or "") >= _LIKE_TITLE:
        return MatchedBy.TITLE
    return MatchedBy.WORDING if _like(proposal, candidate) >= _LIKE_TEXT else None


def _like(proposal: Resolution, candidate: Candidate) -> float:
    return likeness(proposal.text, candidate.resolution.text) if candidate.resolution else 0.0


def _same_reference(submission: Record, minutes: Record, candidate: Candidate) -> bool:
    """Whether the submission's number is the excerpt's own, or stands in the title or report of the agenda item."""
    wanted = squeeze(submission.document.reference or "")
    if not wanted:
        return False
    if candidate.item is None:
        return wanted == squeeze(minutes.document.reference or "")
    if wanted in squeeze(candidate.item.title or ""):
        return True
    start, end = report(minutes, candidate.item)
    return any(
        squeeze(found.reference) == wanted and any(start <= place.start < end for place in found.evidence)
        for found in minutes.document.references
    )


def report(minutes: Record, item: AgendaItem) -> tuple[int, int]:
    """The part of the minutes from an item's heading to the next one's."""
    starts = sorted(place.start for one in minutes.agenda_items for place in one.evidence[:1])
    start = item.evidence[0].start if item.evidence else minutes.source.characters
    return start, next((later for later in starts if later > start), minutes.source.characters)


def squeeze(text: str) -> str:
    """A number of a paper without blanks, in small letters: "DS 81/2031" and "ds81/2031" are one."""
    return "".join(text.split()).casefold()
