"""Which decision is on the text of a resolution, and whether the text was but proposed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.texts.opening import fields_above, vote_above
from kimdocs.lexicon import matcher
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kimdocs.extraction.context import Context, Section
    from kimdocs.model.decision import Decision

PROPOSALS = ("proposed_resolution", "recommendation")
PENDING = (Outcome.REFERRED, Outcome.POSTPONED, Outcome.WITHDRAWN)
_OF_PAPER = ("head", "consultations")
_REASONS = ("statement_of_facts", "debate")
_FOLLOWING = 4
_GAP = 40
_MOST_HEADINGS = 60


def decision_on(context: Context, decided: tuple[Decision, ...], inside: list[int], section: Section) -> int | None:
    """The decision on a text: the first stated behind it in its item (or in its own words), else the one before it.

    ``inside`` are the indexes of the item's decisions, in the order of their first evidence.
    """
    headed = section.start in context.heading_starts
    near = bisect_left(inside, section.start, key=lambda index: decided[index].evidence[0].start)
    around = inside[max(0, near - _FOLLOWING) : near + _FOLLOWING]
    limit = _reach(context, section)
    behind = [i for i in around if any(section.start <= evidence.start < limit for evidence in decided[i].evidence)]
    if not headed and (hung := _hung(context, decided, around, section)) is not None:
        return hung
    if not headed and (above := _right_above(context, decided, around, section)) is not None:
        return _below_or_above(context, decided, section, behind, above)
    if behind and headed and (summed := _summed_up(context, decided, inside, section, behind[0])) is not None:
        return summed
    if behind and not headed and section.key == "proposed_resolution":
        return behind[0]
    if behind:
        return next((i for i in behind if not _is_on_the_way(decided[i])), behind[0])
    before = [i for i in inside[max(0, near - _FOLLOWING) : near] if decided[i].type is not DecisionType.PROCEDURAL]
    if not headed:
        before = [i for i in before if not _is_on_motion(context, decided[i], section)]
    return before[-1] if before else None


def _below_or_above(
    context: Context, decided: tuple[Decision, ...], section: Section, behind: list[int], above: int
) -> int:
    """The decision right below a text, unless it but tells who was against, else the one told ``above`` it."""
    below = (i for i in behind if not context.text[section.end : decided[i].evidence[-1].start].strip())
    found = next(below, above)
    fates = (Outcome.REJECTED, *PENDING)
    lost = decided[found].outcome in fates and decided[above].outcome not in fates
    return above if lost else found


def _is_on_the_way(decision: Decision) -> bool:
    """Whether a vote was on another text than the item's, or on a motion to move the item that was lost."""
    lost = decision.type is DecisionType.PROCEDURAL and decision.outcome is Outcome.REJECTED
    return lost or decision.type is DecisionType.AMENDMENT


def _summed_up(
    context: Context, decided: tuple[Decision, ...], inside: list[int], section: Section, behind: int
) -> int | None:
    """The decision whose status and vote stand right above a text, where reasons part it from the vote ``behind``."""
    index = context.section_index(section.start)
    vote = context.section_index(decided[behind].evidence[-1].start)
    if all(one.key not in _REASONS for one in context.sections[index + 1 : vote + 1]):
        return None
    if index == 0 or context.sections[index - 1].key not in ("status", "result"):
        return None
    above = (i for i in inside if decided[i].evidence[0].start < section.start and i != behind)
    return next((i for i in above if not context.text[decided[i].evidence[-1].end : section.start].strip()), None)


def _hung(context: Context, decided: tuple[Decision, ...], inside: list[int], section: Section) -> int | None:
    """The decision by the vote below which a text hangs."""
    line = vote_above(context, context.line_at(section.start))
    if line is None:
        return None
    return next((i for i in inside if any(line.start <= one.start < line.end for one in decided[i].evidence)), None)


def _right_above(context: Context, decided: tuple[Decision, ...], inside: list[int], section: Section) -> int | None:
    """The decision whose vote the sentence tells that leads a text in, or that of the status above its item's title."""
    before = context.text[max(0, section.start - _GAP) : section.start]
    above = section.start - len(before) + len(before.rstrip())
    if context.text[above - 1 : above] == ":":
        led = (i for i in inside if any(above - 1 <= one.end <= above for one in decided[i].evidence))
        return next((i for i in led if decided[i].unanimous is not None or decided[i].yes is not None), None)
    fields = fields_above(context, section)
    if fields is None:
        return None
    near = bisect_left(decided, fields[0], key=lambda one: one.evidence[0].start)
    window = range(max(0, near - _FOLLOWING), min(near + _FOLLOWING, len(decided)))
    told = (i for i in window if any(fields[0] <= place.start < fields[1] for place in decided[i].evidence))
    return next(told, None)


def _is_on_motion(context: Context, decision: Decision, section: Section) -> bool:
    """Whether what was decided above a text that a clause announces, or the vote on its line above, was on another."""
    above = context.section_at(section.start - 1)
    place = decision.evidence[-1].start
    if above.key == "status":
        return place < above.start
    return decision.outcome is Outcome.REJECTED and context.section_at(place).key not in ("status", "result")


def _reach(context: Context, section: Section) -> int:
    """Where what is decided is on another text: behind the next proposal or, without a heading, the next status."""
    headed = section.start in context.heading_starts
    first = bisect_right(context.headings, section.start, key=lambda one: one.start)
    for heading in context.headings[first : first + _MOST_HEADINGS]:
        proposal = heading.key == "proposed_resolution" and section.key == "resolution"
        if proposal or (heading.key == "status" and section.item is None and not headed):
            return heading.start
    return len(context.text)


def decision_at(decided: tuple[Decision, ...], place: int) -> int | None:
    """The decision that a vote at ``place`` in the margin is evidence of."""
    cited = (i for i, decision in enumerate(decided) if any(one.start == place for one in decision.evidence))
    return next(cited, None)


def is_but_proposed(context: Context, section: Section, texts: Iterable[Section], decision: Decision | None) -> bool:
    """Whether a text was proposed, and not decided as such: no vote was on it, or what was decided stands before that.

    A recommendation is what a committee decides, unless its decision follows below. What stands below a status is
    decided, unless that says that the matter was put off.
    """
    proposal = section.key == "proposed_resolution"
    if section.key not in PROPOSALS:
        pending = decision is not None and decision.outcome in PENDING and section.start not in context.heading_starts
        return pending and fields_above(context, section) is not None
    if decision is None:
        return proposal
    place = decision.evidence[-1].start
    before = place < section.start
    if before and proposal and context.section_at(place).key in _OF_PAPER:
        return True
    for other in texts:
        if other.item != section.item or other.key in PROPOSALS:
            continue
        if (before and proposal) or (section.start < other.start and (before or other.start < place)):
            return True
    return proposal and _is_referred_to(context, section)


def _is_referred_to(context: Context, section: Section) -> bool:
    """Whether the status behind a proposal but refers to it: "Beschluss: wie vorgeschlagen, einstimmig"."""
    index = context.section_index(section.start) + 1
    status = next((one for one in context.sections[index : index + _FOLLOWING] if one.key == "status"), None)
    if status is None or status.item != section.item:
        return False
    label, _, words = context.folded[status.start : status.end].partition(":")
    named = matcher("by_reference").match(words, len(words) - len(words.lstrip()))
    return named is not None and "vorschlag" not in label


def is_led_proposal(context: Context, section: Section, decision: Decision) -> bool:
    """Whether a sentence leads a proposal in, and that is all that was taken for the decision on it."""
    if section.key != "proposed_resolution" or section.start in context.heading_starts:
        return False
    before = [place for place in decision.evidence if place.start < section.start]
    right = any(not context.text[place.end : section.start].strip() for place in before)
    return right and len(before) == len(decision.evidence)
