"""Decisions with their votes, and the resolutions that were proposed or adopted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kimdocs.model.source import Evidence

SIDES = ("yes", "no", "abstain")
"""The sides of a vote that are counted: fields of ``Decision`` and keys of ``Decision.groups``, in the usual order."""


class Outcome(StrEnum):
    """What became of the text that was put to the vote."""

    ADOPTED = "adopted"
    RECOMMENDED = "recommended"
    REJECTED = "rejected"
    NOTED = "noted"
    POSTPONED = "postponed"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    ELECTED = "elected"
    NONE = "none"


class DecisionType(StrEnum):
    """What kind of vote it was; ``quoted`` is another body's or an earlier one, only reported here."""

    MAIN = "main"
    AMENDMENT = "amendment"
    PROCEDURAL = "procedural"
    PART = "part"
    ELECTION = "election"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Inferred:
    """Counts that the text does not state but that follow from it; a count that does not follow is null.

    Attributes:
        reason: A German sentence: from what they follow.
    """

    yes: int | None
    no: int | None
    abstain: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One act by which a body decided. Counts are null where the text does not give them; 0 is a written zero.

    Attributes:
        agenda_item: Number of the agenda item, as written.
        organization: The body that decided, where the text names it beside the decision.
        outcome_text: The words of the outcome as written.
        groups: Votes by parliamentary group: name to ``{"yes" | "no" | "abstain": count or None}``.
        rule: Id of the lexicon entry or pattern that found it.
        inferred: Counts that are not stated but follow from what is; they are no part of the facts above.
    """

    agenda_item: str | None
    organization: str | None
    outcome: Outcome
    outcome_text: str | None
    amended: bool
    type: DecisionType
    yes: int | None
    no: int | None
    abstain: int | None
    present: int | None
    excluded: int | None
    unanimous: bool | None
    roll_call: bool
    secret: bool
    groups: dict[str, dict[str, int | None]] | None
    evidence: tuple[Evidence, ...]
    rule: str
    inferred: Inferred | None = None


class ResolutionKind(StrEnum):
    """Proposed by a submission, or adopted by a body."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution's text. ``points`` are its numbered points; ``decision`` is an index into the record's decisions."""

    kind: ResolutionKind
    agenda_item: str | None
    text: str
    points: tuple[str, ...]
    decision: int | None
    evidence: tuple[Evidence, ...]
