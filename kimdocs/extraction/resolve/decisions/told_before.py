"""Acts that but lead in what is told right below them, that the agenda tells before their item does, or that answer."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.decisions.restated import Act
    from kimdocs.extraction.resolve.statements.statement import Statement

_FATES = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)
_CARRIED = (Outcome.ADOPTED, Outcome.RECOMMENDED)
_ENTRY = lazy(
    r"(?:(?:zu\s+)?(?:top|punkt|tagesordnungspunkt)\s+)?(?P<number>(?:[ön]\s?)?\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s"
)
_REPLY = lazy(r"zu\s+(?:(?:punkt|frage|ziffer|nr\.|nummer)\s+)?\d{1,2}[.)]?\s*:")
_PAST = lazy(r"\b(?:wurden?|worden|hat|haben|hatten?)\b")
_FARTHEST = 5
_FEWEST_PARTS = 2


def without_leads(acts: list[Act], text: str) -> list[Act]:
    """The acts but sentences that lead in a text ("Der Rat empfiehlt:") whose points are voted on one by one.

    What the sentence says the body does was done with those points that were carried. A sentence that leads in what
    became of a paper ("beschließt wie folgt: Zur Kenntnis genommen") tells nothing of its own either.
    """
    kept = []
    for place, act in enumerate(acts):
        if not _leads_in(act, text):
            kept.append(act)
            continue
        parts = _parts_behind(acts, place)
        following = acts[place + 1] if place + 1 < len(acts) else None
        if len(parts) >= _FEWEST_PARTS:
            for part in parts:
                _take_outcome(act.statements[0], part.statements[0])
        elif not (following and _is_led_in(act, following, text)):
            kept.append(act)
    return kept


def _parts_behind(acts: list[Act], place: int) -> list[Act]:
    """The votes on parts that follow right behind an act, of the same item."""
    lead = acts[place]
    return list(takewhile(partial(_is_part_of, lead), acts[place + 1 :]))


def _leads_in(act: Act, text: str) -> bool:
    """Whether an act is but one sentence that ends in a colon and tells no vote."""
    first = act.statements[0]
    voted = first.has_counts or first.unanimous is not None or bool(first.groups)
    alone = len(act.statements) == 1 and first.source is Source.PROSE and not voted
    return alone and first.outcome in _CARRIED and text[first.end - 1] == ":"


def _is_part_of(lead: Act, act: Act) -> bool:
    counted = any(statement.has_counts or statement.unanimous is not None for statement in act.statements)
    return act.item == lead.item and act.type is DecisionType.PART and counted


def _take_outcome(lead: Statement, part: Statement) -> None:
    """Gives a part without words of its own the outcome of the sentence above, if more were for it than against."""
    yes, no = part.counts.get("yes"), part.counts.get("no")
    carried = part.unanimous is not None or (yes is not None and yes > (no or 0))
    if part.outcome is None and carried:
        part.outcome, part.outcome_span, part.rule = lead.outcome, lead.outcome_span, lead.rule


def _is_led_in(lead: Act, act: Act, text: str) -> bool:
    """Whether what follows right behind the colon is what became of the paper."""
    before, own = lead.statements[0], act.statements[0]
    near = act.item == lead.item and not text[before.end : own.start].strip(' \n\t„"-–')
    return near and own.outcome not in (None, Outcome.NONE, *_CARRIED)


def told_at_items(context: Context, acts: list[Act]) -> list[Act]:
    """The acts, those that the agenda tells of an entry joined to the same of its item, or put under its number."""
    kept = []
    for act in acts:
        index = _entry_of(context, act) if act.item is None and _is_fate(act) else None
        if index is None:
            kept.append(act)
            continue
        own = next((other for other in acts if other.item == index and _is_same_fate(other, act)), None)
        if own is None:
            act.item = index
            kept.append(act)
        else:
            own.statements += act.statements
    return kept


def _is_fate(act: Act) -> bool:
    return all(one.outcome in _FATES and not one.has_counts for one in act.statements)


def _is_same_fate(act: Act, other: Act) -> bool:
    return _is_fate(act) and act.statements[0].outcome is other.statements[0].outcome


def _entry_of(context: Context, act: Act) -> int | None:
    """The item whose entry on the agenda a line tells the fate of: its number starts the line, or one a few above."""
    if not context.items or act.statements[0].start >= context.items[0].start:
        return None
    at = context.line_at(act.statements[0].start)
    for line in reversed(context.lines[max(0, at - _FARTHEST) : at + 1]):
        hit = _ENTRY.match(context.folded, *line)
        if hit:
            number = hit["number"].upper()
            return next((index for index, item in enumerate(context.items) if item.fact.number == number), None)
    return None


def mark_replies(context: Context, acts: list[Act]) -> None:
    """Marks as quoted what answers to the points of a motion report: "Zu Punkt 2: Der Antrag wurde abgelehnt.".

    They are answers only where another of their item tells no act.
    """
    replies = [act for act in acts if act.item is not None and _replies(context, act.statements[0])]
    told: dict[int, list[Statement]] = {}
    for act in acts if replies else ():
        if act.item is not None:
            told.setdefault(act.item, []).extend(act.statements)
    items = {act.item for act in replies if act.item is not None}
    answered = {item for item in items if _has_silent_answer(context, item, told[item])}
    for act in replies:
        act.statements[0].quoted = act.statements[0].quoted or act.item in answered


def _replies(context: Context, statement: Statement) -> bool:
    """Whether a sentence reports below the number of a point."""
    if statement.source is not Source.PROSE or not _PAST.search(context.folded, statement.start, statement.end):
        return False
    return _REPLY.match(context.folded, *context.lines[context.line_at(statement.start)]) is not None


def _has_silent_answer(context: Context, number: int, told: list[Statement]) -> bool:
    """Whether an answer of the item tells no act."""
    item = context.items[number]
    ordered = sorted((one.start, one.end) for one in told)
    starts = [start for start, _ in ordered]
    reached = list(accumulate((end for _, end in ordered), max))
    for line in context.lines[context.line_at(item.start) : context.line_at(item.end - 1) + 1]:
        if context.folded.startswith("zu ", line.start) and _REPLY.match(context.folded, *line):
            before = bisect_left(starts, line.end)
            if not before or reached[before - 1] <= line.start:
                return True
    return False
