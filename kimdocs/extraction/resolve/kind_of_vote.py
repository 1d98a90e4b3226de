"""What kind of vote a decision was: on the matter, on an amendment, on procedure, on a part, or an election."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

_THAT = lazy(
    r"(?:(?:der|die|das)\s+[\w-]+\s+(?:folgt|stimmt|entspricht)\s+(?:dem|diesem)\s+(?:bei|mit|ein|mehr|ohne|zu|nicht)"
    r"|(?:dem|diesem)\s+(?:wird|folgt|stimmt))"
)
_REACH = 300
_COUNTED = lazy(r"[ ]*(?:\([^)\n]{0,40}\))?[ ]*:[ \t.]*(?:\d{1,2}|-)\s*(?:$|[\n,;|])")

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement
    from kimdocs.lexicon import Match


def _within_outcome(statement: Statement, match: Match) -> bool:
    """Whether the words but tell the fate of an item: "von der Tagesordnung abgesetzt"."""
    span = statement.outcome_span
    return span is not None and span[0] < match.start < span[1] and statement.outcome is Outcome.POSTPONED


def is_aside(context: Context, statement: Statement, item: int | None) -> bool:
    """Whether a statement is about a vote on the way to that of its item, whose title speaks of no such thing."""
    if not _says_aside(context, statement.start, statement.end) and not _answers_aside(context, statement):
        return False
    if item is None:
        return True
    title = context.items[item].fact.evidence[0]
    return not _says_aside(context, title.start, title.end)


def _answers_aside(context: Context, statement: Statement) -> bool:
    """Whether a sentence says what became of the motion of the sentence before: "Der Rat folgt dem einstimmig."."""
    if not _THAT.match(context.folded, statement.start, statement.end):
        return False
    low = max(0, statement.start - _REACH)
    begin = context.folded.rfind(". ", low, max(low, statement.start - 2))
    return _says_aside(context, max(low, begin), statement.start)


def _says_aside(context: Context, start: int, end: int) -> bool:
    return any(m.entry.attributes.get("aside") for m in _kinds(context, start, end))


def _kinds(context: Context, start: int, end: int) -> list[Match]:
    """What names the kind of a vote, but for labels of counts: "Mitwirkungsverbot (§ 22): 1"."""
    found = matcher("vote_kinds").findall(context.folded, start, end)
    return [match for match in found if not _COUNTED.match(context.folded, match.end, end)]


def decision_type(
    context: Context, statements: list[Statement], labelled: DecisionType | None, outcome: Outcome, item: int | None
) -> DecisionType:
    """The type its label names, else what the statement's own words or the item's title say; else main."""
    if labelled:
        return labelled
    if outcome is Outcome.ELECTED:
        return DecisionType.ELECTION
    for statement in statements:
        for match in _kinds(context, statement.start, statement.end):
            lost = not match.entry.attributes.get("lost") or outcome is Outcome.REJECTED
            if lost and not _within_outcome(statement, match):
                return DecisionType(match.entry.value)
    if item is not None:
        evidence = context.items[item].fact.evidence[0]
        title = matcher("vote_kinds").first(context.folded, evidence.start, evidence.end)
        if title and title.entry.attributes.get("title"):
            return DecisionType(title.entry.value)
    return DecisionType.MAIN
