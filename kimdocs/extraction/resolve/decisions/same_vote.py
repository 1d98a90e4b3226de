"""Whether two statements of results can tell the same vote."""

from __future__ import annotations

from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.model.decision import Outcome

POSITIVE = (Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.ELECTED)
FATES = (Outcome.NOTED, Outcome.POSTPONED, Outcome.REFERRED)
ADJACENT = 5
BESIDE = 90
_MARGIN = "votes.margin"


def is_contrary(said: Statement, votes: Statement) -> bool:
    """Whether the counts of a vote carried what a statement says was lost, or the other way round."""
    yes, no = votes.counts.get("yes"), votes.counts.get("no")
    if yes is None or no is None or yes == no or said.outcome not in (Outcome.REJECTED, *POSITIVE):
        return False
    return (said.outcome is Outcome.REJECTED) is (yes > no)


def agree(one: Statement, other: Statement) -> bool:
    """Whether two statements can tell the same vote: what both say is the same."""
    if (
        one.outcome
        and other.outcome
        and outcome_class(one.outcome) != outcome_class(other.outcome)
        and Outcome.NONE not in (one.outcome, other.outcome)
    ):
        return False
    if _lost_beside(one, other) or _lost_beside(other, one) or _outvoted(one, other) or _outvoted(other, one):
        return False
    both = (one, other) if _all_against(one, other) or _all_against(other, one) else ()
    if not both and spread(one) is not None and spread(other) is not None and spread(one) != spread(other):
        return False
    return all(one.counts[side] == other.counts[side] for side in one.counts.keys() & other.counts.keys())


def _all_against(said: Statement, votes: Statement) -> bool:
    """Whether counts without a vote for it bear out that a motion was lost by all: "einstimmig abgelehnt", 0 : 15."""
    lost = said.outcome is Outcome.REJECTED and said.unanimous is True
    return lost and votes.unanimous is None and votes.counts.get("yes") == 0 and bool(votes.counts.get("no"))


def _lost_beside(one: Statement, other: Statement) -> bool:
    """Whether a status says that the matter was put off, and the counts of another statement that a motion was lost."""
    counts = other.counts
    return one.source is Source.STATUS and one.outcome in FATES and counts.get("no", 0) > counts.get("yes", 999)


def _outvoted(one: Statement, other: Statement) -> bool:
    """Whether a sentence says that something was adopted, and the counts of another statement that it was not.

    Bare counts right behind the sentence are those of the text that it puts to the vote.
    """
    yes, no = other.counts.get("yes"), other.counts.get("no")
    adopted = one.source is Source.PROSE and one.outcome in POSITIVE and not one.has_counts
    reach = BESIDE if other.rule == _MARGIN else ADJACENT
    bare = one.unanimous is None and not one.aside
    put_to_vote = (
        bare and other.source is not Source.PROSE and other.outcome is None and 0 <= other.start - one.end < reach
    )
    return adopted and not put_to_vote and yes is not None and no is not None and no > yes


def spread(statement: Statement) -> bool | None:
    """Unanimous or not, as said or as votes against make it."""
    return statement.unanimous if statement.unanimous is not None else False if statement.counts.get("no") else None


def outcome_class(outcome: Outcome) -> str:
    """One word for all outcomes that carry a motion."""
    return "positive" if outcome in POSITIVE else outcome.value
