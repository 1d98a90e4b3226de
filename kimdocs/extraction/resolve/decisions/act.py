"""One act, of one or several statements → its decision: outcome, counts, groups, spread, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.context import Told
from kimdocs.extraction.resolve.decisions.kind_of_vote import decision_type
from kimdocs.extraction.resolve.decisions.same_vote import POSITIVE
from kimdocs.extraction.resolve.statements.counts import turn_back
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Decision, DecisionType, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.decisions.restated import Act
    from kimdocs.extraction.resolve.statements.statement import Statement

_OF_CONSENT = ("act_verbs.refuse_consent", "act_verbs.give_consent")
_FIRST = lazy(r"\bmit\s+(\d{1,3})\b")
_CONSENT = lazy(r"\b(?:einvernehmen|befreiung)")


def decision_of(context: Context, act: Act) -> Decision | None:
    """What the statements of an act tell together; None where they leave open what became of the matter."""
    counts: dict[str, int] = {}
    groups: dict[str, dict[str, int | None]] = {}
    for statement in act.statements:
        _turn_refusal(context, statement)
        for side, number in statement.counts.items():
            counts.setdefault(side, number)
        for name, sides in statement.groups.items():
            groups.setdefault(name, {}).update(sides)
    best = min(act.statements, key=lambda s: (s.outcome is None, s.outcome is Outcome.NONE, s.source))
    span, outcome = best.outcome_span, _outcome(best, counts, act)
    if outcome is None:
        return None
    if outcome is Outcome.REJECTED and span:
        outcome = _of_refusal(context, best, span, counts)
    unanimous = _unanimous(act, counts, outcome)
    quoted = all(s.quoted for s in act.statements)
    kind = DecisionType.QUOTED if quoted else decision_type(context, act.statements, act.type, outcome, act.item)
    places = tuple(context.evidence(s.start, s.end) for s in act.statements)
    for place, statement in zip(places, act.statements, strict=True):
        context.told[place.start, place.end] = Told(statement.counts, statement.unclear)
    return Decision(
        agenda_item=context.items[act.item].fact.number if act.item is not None else None,
        organization=next((s.body for s in act.statements if s.body), None),
        outcome=outcome,
        outcome_text=" ".join(context.evidence(*span).quote.split()) if span else None,
        amended=outcome is not Outcome.REJECTED and any(s.amended for s in act.statements),
        type=kind,
        yes=counts.get("yes"),
        no=counts.get("no"),
        abstain=counts.get("abstain"),
        present=counts.get("present"),
        excluded=counts.get("excluded"),
        unanimous=unanimous,
        roll_call=any(s.roll_call for s in act.statements),
        secret=any(s.secret for s in act.statements),
        groups=groups or None,
        evidence=places,
        rule=best.rule,
    )


def _outcome(best: Statement, counts: dict[str, int], act: Act) -> Outcome | None:
    """The outcome by words; by counts where words are missing or are but a status that the counts contradict."""
    concluded = next((s.outcome for s in reversed(act.statements) if s.concludes and s.outcome), None)
    said = best.outcome
    if concluded and not (concluded is Outcome.ADOPTED and said in (Outcome.POSTPONED, Outcome.REFERRED)):
        return concluded
    spread_said = any(s.unanimous is not None for s in act.statements)
    yes, no = counts.get("yes"), counts.get("no")
    if said is None and spread_said and not (yes is not None and no is not None and no > yes > 0):
        return Outcome.ADOPTED
    if yes is not None and no is not None:
        if said in POSITIVE and no > yes:
            return Outcome.REJECTED
        if said is None or (said is Outcome.NONE and not spread_said):
            return Outcome.ADOPTED if yes > no else Outcome.REJECTED
    return said or _from_one_count(counts) or (Outcome.NONE if any(s.groups for s in act.statements) else None)


def _turn_refusal(context: Context, statement: Statement) -> None:
    """Gives the votes that refused consent to a building back to their side: "versagt mit 8 : 5 das Einvernehmen"."""
    span = statement.start, statement.end
    if statement.rule in _OF_CONSENT and _CONSENT.search(context.folded, *span):
        first = _FIRST.search(context.folded, *span)
        if first and int(first[1]) == statement.counts.get("no"):
            turn_back(context.folded, span, statement)


def _of_refusal(context: Context, best: Statement, span: tuple[int, int], counts: dict[str, int]) -> Outcome:
    """What words of refusal at ``span`` tell: a majority may have voted for refusing consent to a building."""
    said = (best.start, best.end) if best.rule in _OF_CONSENT else span
    return Outcome.ADOPTED if _refuses_consent(context.folded[slice(*said)], counts) else Outcome.REJECTED


def _refuses_consent(said: str, counts: dict[str, int]) -> bool:
    """Whether a majority voted for refusing consent to a building: that text was adopted, though it says no."""
    return _CONSENT.search(said) is not None and counts.get("yes", 0) > counts.get("no", 0) and "no" in counts


def _from_one_count(counts: dict[str, int]) -> Outcome | None:
    """Yes votes alone, or nobody against it, carry a motion; votes against or abstentions alone leave that open."""
    if counts.get("yes") or (counts.get("no") == 0 and "yes" not in counts):
        return Outcome.ADOPTED
    return Outcome.NONE if counts.get("no") is not None or counts.get("abstain") is not None else None


def _unanimous(act: Act, counts: dict[str, int], outcome: Outcome) -> bool | None:
    said = next((s.unanimous for s in act.statements if s.unanimous is not None), None)
    if said is not None:
        return said
    yes, no = counts.get("yes"), counts.get("no")
    minority = "yes" if outcome is Outcome.REJECTED else "no"
    opposed = any(sides.get(minority, 0) != 0 for s in act.statements for sides in s.groups.values())
    if no or opposed or any(s.opposed for s in act.statements) or (outcome is Outcome.REJECTED and yes):
        return False
    return True if no == 0 and yes else None
