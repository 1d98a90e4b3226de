"""Groups that a sentence says by verbs to have voted so: their side is no outcome of the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.groups.group import groups_in_sentence, side_phrases, summed
from kimdocs.extraction.recognise.groups.names import PERSON, begins_with_group
from kimdocs.extraction.recognise.groups.ratios import group_ratios, group_versus
from kimdocs.extraction.recognise.groups.sides import group_sides
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.resolve.statements.counts import turn_back
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.groups.counts import GroupCount
    from kimdocs.extraction.recognise.groups.group import Groups
    from kimdocs.extraction.recognise.groups.sides import GroupSide
    from kimdocs.extraction.recognise.outcome import OutcomeMention
    from kimdocs.extraction.resolve.statements.statement import Statement

_HEADS_GROUPS = lazy(r"(?<=ung)[ \t]*:[ \t]*(?=[A-ZÄÖÜ])")
_NAMED_WITHIN = 70
_BOTH = 2
_SEVERAL = 3
_VOTING = lazy(r"\b(?:stimm(?:t|te|en|ten)|votier\w+|enth(?:ält|alten|ielt|ielten)|zugestimmt\s+ha(?:t|ben))\b")


def read_groups(context: Context, statement: Statement, *, prose: bool) -> None:
    """Groups that are named behind a side, as a ratio, on both sides of a bracket, or by verbs."""
    folded, span = context.ticked, (statement.start, statement.end)
    rejected = statement.outcome is Outcome.REJECTED
    if phrases := side_phrases(folded, *span):
        statement.opposed = any(phrase.entry.value == "against" for phrase in phrases)
        named = groups_in_sentence(context.text, folded, phrases, span[1], rejected=rejected, counts=statement.counts)
        for name, sides in named.items():
            for side, number in sides.items():
                statement.groups.setdefault(name, {}).setdefault(side, number)
    if not statement.groups and {"yes", "no"} <= statement.counts.keys():
        statement.groups = group_ratios(context.text, *span)
    if statement.outcome is not Outcome.REJECTED:
        statement.groups = group_versus(context.text, *span) or statement.groups
    if prose or not statement.groups:
        read_sides(context, statement)
    said = statement.outcome_span if statement.groups else None
    heads = said and _HEADS_GROUPS.match(context.text, said[1])
    if heads and begins_with_group(context.text[heads.end() : heads.end() + _NAMED_WITHIN]):
        statement.outcome = statement.outcome_span = None


def read_sides(context: Context, statement: Statement) -> None:
    """Puts in groups that are said by verbs to have voted so; what they did is not what became of the text."""
    start, end, said = statement.start, statement.end, statement.outcome_span
    sides = group_sides(context.text, context.folded, start, end)
    for side in filter(lambda side: side.name, sides):
        statement.groups.setdefault(side.name, {}).setdefault(side.side, side.number)
    if said and any(side.start <= said[0] < side.end for side in sides):
        lost = statement.outcome is Outcome.REJECTED
        statement.outcome, statement.outcome_span, statement.weak = None, None, False
        if mention := _outcome_beside(context.folded, start, end, sides):
            statement.take(mention)
        if lost and statement.outcome is not Outcome.REJECTED:
            turn_back(context.folded, (start, end), statement)


def sum_of_groups(statement: Statement, counted: list[GroupCount]) -> None:
    """Puts in the votes of sides that are counted group by group alone."""
    if any(count.name == PERSON for count in counted):
        return
    if not statement.has_counts:
        statement.counts |= summed(statement.groups, statement.outcome)
    for side in {count.side for count in counted if count.own} - statement.counts.keys():
        numbers = [count.number for count in counted if count.side == side]
        if (len(numbers) > 1 or len(counted) > _SEVERAL) and None not in numbers:
            statement.counts[side] = sum(number or 0 for number in numbers)


def _outcome_beside(folded: str, start: int, end: int, sides: list[GroupSide]) -> OutcomeMention | None:
    """The outcome that a sentence tells outside what it says of groups."""
    for low, high in ((sides[-1].end, end), (start, sides[0].start)):
        mention = read_outcome(folded, low, high) if low < high else None
        if mention:
            return mention
    return None


def groups_before(context: Context, start: int, end: int) -> Groups:
    """The groups that the sentence ``text[start:end]`` but says to have voted, on both sides or by their votes."""
    sides = group_sides(context.text, context.folded, start, end)
    if len({side.side for side in sides}) < _BOTH and not _VOTING.search(context.folded, start, end):
        return {}
    groups: Groups = {}
    for side in filter(lambda side: side.name, sides):
        groups.setdefault(side.name, {}).setdefault(side.side, side.number)
    return groups
