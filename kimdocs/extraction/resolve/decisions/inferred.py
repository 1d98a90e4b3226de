"""Counts that follow from what a text states, offered beside a decision, never in it; and the sums of roll calls."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Told
from kimdocs.extraction.recognise.groups.roll_call import count_roll_call, stated_sums
from kimdocs.model.decision import SIDES, DecisionType, Inferred, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.decision import Decision

_CARRIED = (Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.ELECTED)
_REACH = 4000
_ROLL_CALL = "Gezählt aus der Namensliste der namentlichen Abstimmung; eine Summe steht nicht im Text."
_ALL_PRESENT = "Die genannten Stimmen sind zusammen schon so viele wie die Anwesenden."
_UNANIMOUS = "Einstimmig: Alle Anwesenden, die sich nicht enthalten haben oder ausgeschlossen waren, stimmten gleich."
_NONE_AGAINST = "Einstimmig: Niemand stimmte anders."
_BY_GROUP = "Summe der Stimmen, die für die einzelnen Gruppen genannt sind."


def with_inferred(context: Context, decided: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions, in the order of the text, each with what follows from what is stated of it."""
    found = []
    for index, told in enumerate(decided):
        if told.type is DecisionType.QUOTED:
            found.append(told)
            continue
        decision = _summed(context, decided, index)
        called = _called(context, decided, index) if decision is told else None
        if called:
            found.append(replace(decision, roll_call=True, inferred=called))
        else:
            inferred = _inferred(decision)
            found.append(replace(decision, inferred=inferred) if inferred else decision)
    return tuple(found)


def _inferred(decision: Decision) -> Inferred | None:
    """What follows from present, unanimous and the groups; the surest ground first."""
    return _nobody_left(decision) or _unanimous(decision) or _by_group(decision)


def _nobody_left(decision: Decision) -> Inferred | None:
    """The one side that is not stated had no votes, where the other two are all who were present."""
    if decision.present is None:
        return None
    stated = {side: getattr(decision, side) for side in SIDES}
    missing = [side for side, number in stated.items() if number is None]
    if len(missing) != 1:
        return None
    voted = sum(number or 0 for number in stated.values())
    return _offer(_ALL_PRESENT, **{missing[0]: 0}) if voted == decision.present else None


def _unanimous(decision: Decision) -> Inferred | None:
    """All present took one side, where the vote was unanimous and nobody is said to have voted otherwise."""
    if decision.unanimous is not True or decision.outcome not in (*_CARRIED, Outcome.REJECTED):
        return None
    side, other = ("no", "yes") if decision.outcome is Outcome.REJECTED else ("yes", "no")
    stated, against = getattr(decision, side), getattr(decision, other)
    if against:
        return None
    if stated:
        return _offer(_NONE_AGAINST, **{other: 0}) if against is None else None
    if stated is not None or decision.present is None or _unnumbered(decision):
        return None
    number = decision.present - (decision.abstain or 0) - (decision.excluded or 0)
    return _offer(_UNANIMOUS, **{side: number}) if number > 0 else None


def _unnumbered(decision: Decision) -> bool:
    """Whether a group is said to have abstained, but not with how many votes."""
    return decision.abstain is None and any("abstain" in sides for sides in (decision.groups or {}).values())


def _by_group(decision: Decision) -> Inferred | None:
    """Sums over the groups of each side that has no count, where every group has its number."""
    groups = decision.groups
    if not groups or len(groups) < 2:
        return None
    numbers = [number for sides in groups.values() for number in sides.values()]
    if None in numbers:
        return None
    sums = {
        side: sum(sides.get(side) or 0 for sides in groups.values())
        for side in SIDES
        if getattr(decision, side) is None and any(side in sides for sides in groups.values())
    }
    return _offer(_BY_GROUP, **sums) if sums else None


def _summed(context: Context, decided: tuple[Decision, ...], index: int) -> Decision:
    """The decision with the sums of the roll call around it, where it has no counts of its own."""
    decision = decided[index]
    if (decision.yes, decision.no, decision.abstain) != (None, None, None):
        return decision
    start, end = _surroundings(context, decided, index)
    sums = stated_sums(context.folded, start, end) if context.folded.find("namentlich", start, end) >= 0 else None
    if sums is None or (decision.outcome in _CARRIED) != (sums[0]["yes"] > sums[0]["no"]):
        return decision
    counts, place = sums[0], context.evidence(*sums[1:])
    context.told[place.start, place.end] = Told(counts, frozenset())
    against = counts["no"] if decision.outcome in _CARRIED else counts["yes"]
    return replace(
        decision,
        yes=counts["yes"],
        no=counts["no"],
        abstain=counts.get("abstain"),
        unanimous=not against if decision.unanimous is None else decision.unanimous,
        roll_call=True,
        evidence=(*decision.evidence, place),
    )


def _called(context: Context, decided: tuple[Decision, ...], index: int) -> Inferred | None:
    """The votes of a roll call around a decision without counts, where they agree with its outcome."""
    decision = decided[index]
    if (decision.yes, decision.no, decision.abstain) != (None, None, None):
        return None
    start, end = _surroundings(context, decided, index)
    if context.folded.find("namentlich", start, end) < 0:
        return None
    counts = count_roll_call(context.text, start, end)
    if counts is None or (decision.outcome in _CARRIED) != (counts["yes"] > counts["no"]):
        return None
    return _offer(_ROLL_CALL, **counts)


def _surroundings(context: Context, decided: tuple[Decision, ...], index: int) -> tuple[int, int]:
    """The text around a decision, within its agenda item and up to the decisions next to it."""
    first, last = decided[index].evidence[0], decided[index].evidence[-1]
    before = decided[index - 1].evidence[-1].end if index else 0
    after = decided[index + 1].evidence[0].start if index + 1 < len(decided) else len(context.text)
    here = context.section_at(first.start).item
    if here is not None:
        before, after = max(before, context.items[here].start), min(after, context.items[here].end)
    return max(before, first.start - _REACH), min(after, last.end + _REACH)


def _offer(reason: str, yes: int | None = None, no: int | None = None, abstain: int | None = None) -> Inferred:
    return Inferred(yes, no, abstain, reason)
