"""What kind of vote a decision was: on the matter, on an amendment, on procedure, on a part, or an election."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import DecisionType, Outcome

_THAT = lazy(
    r"(?:(?:der|die|das)\s+[\w-]+\s+(?:folgt|stimmt|entspricht)\s+(?:dem|diesem)\s+(?:bei|mit|ein|mehr|ohne|zu|nicht)"
    r"|(?:dem|diesem)\s+(?:wird|folgt|stimmt))"
)
_OPENING = lazy(r"[\s(•*–-]*(?:(?:[a-h]|\d{1,2})[.)] )?(?:(?:abstimmung )?(?:über |zu )?(?:de[nrm]|die|das|zum) )?")
_ELECTION = lazy(r"\b\w*wahl(?:en)?\b(?!\w)")
_TOLD = lazy(r";|\b(?:wird|werden|wurden?|ist|sind)\b")
_BEFORE_LABEL = " \t(-–•*|"
_LONGEST_LABEL = 110
_REACH = 300
_POINT = lazy(
    r"(?:(?:abstimmung\s+)?(?:zu|über)\s+)?(?P<word>ziff|nr|nummer|punkt|absatz|buchstabe|teil)\w*\.?\s+(?:\d{1,2}|[a-h])\b"
    r"(?:\s*(?:,|und|bis|-)\s*(?:\d{1,2}|[a-h])\b)*[.)]?(?:\s+des\s+\w*(?:antrags?|antrages|beschluss\w*|vorschlags))?\s*:"
)
_COUNTED = lazy(r"[ ]*(?:\([^)\n]{0,40}\))?[ ]*:[ \t.]*(?:\d{1,2}|-)\s*(?:$|[\n,;|])")

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement
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


def _is_of_election(context: Context, statement: Statement, item: int | None) -> bool:
    """Whether a statement says that somebody was not elected, or missed the majority in an item that is an election."""
    span = statement.outcome_span
    if span is None or statement.outcome is not Outcome.REJECTED:
        return False
    title = context.items[item].fact.evidence[0] if item is not None else None
    elects = title is not None and _ELECTION.search(context.folded, title.start, title.end) is not None
    return context.folded.startswith("gewählt", span[1] - len("gewählt")) or (statement.missed and elects)


def _labelled(context: Context, statement: Statement, item: int | None) -> DecisionType | None:
    """The kind that a line names before a statement or right above it: a part where it numbers a point, a motion."""
    return DecisionType.PART if _is_of_point(context, statement, item) else _of_motion(context, statement, item)


def _of_motion(context: Context, statement: Statement, item: int | None) -> DecisionType | None:
    """The kind of motion that a short line names before the statement, or on the line right above it.

    "Änderungsantrag der SPD⏎4 : 12 : 1 abgelehnt"; the title of the item names another matter.
    """
    line = context.lines[context.line_at(statement.start)]
    if not context.text[line.start : statement.start].strip(_BEFORE_LABEL):
        index = context.line_at(statement.start) - 1
        line = context.lines[index] if index >= 0 else line
        if context.text[line.start : line.end].count(".") > 1 or line.start >= statement.start:
            return None
    if item is not None and context.items[item].fact.evidence[0].start <= line.start < context.items[item].start + 1:
        return None
    end = min(line.end, statement.start)
    if _TOLD.search(context.folded, line.start, end):
        return None
    opening = _OPENING.match(context.folded, line.start, end)
    name = matcher("vote_kinds").match(context.folded, opening.end() if opening else line.start, end)
    moved = name is not None and (name.entry.id == "amendment" or bool(name.entry.attributes.get("aside")))
    return DecisionType(name.entry.value) if name and moved and end - line.start <= _LONGEST_LABEL else None


def _is_of_point(context: Context, statement: Statement, item: int | None) -> bool:
    """Whether a line of counts begins with the number of a point: "Ziffer 2: 8 Ja, 3 Nein"; "Punkt 2" within items."""
    line = context.lines[context.line_at(statement.start)]
    hit = _POINT.match(context.folded, line.start, statement.end) if statement.source is Source.LINE else None
    behind = hit is not None and (hit.end() >= statement.start or not context.text[hit.end() : statement.start].strip())
    return hit is not None and behind and (item is not None or hit["word"] != "punkt")


def decision_type(
    context: Context, statements: list[Statement], labelled: DecisionType | None, outcome: Outcome, item: int | None
) -> DecisionType:
    """The type its label names, else what the statement's own words or the item's title say; else main."""
    if labelled:
        return labelled
    if outcome is Outcome.ELECTED or any(_is_of_election(context, statement, item) for statement in statements):
        return DecisionType.ELECTION
    for statement in statements:
        for match in _kinds(context, statement.start, statement.end):
            lost = not match.entry.attributes.get("lost") or outcome is Outcome.REJECTED
            if lost and not _within_outcome(statement, match):
                return DecisionType(match.entry.value)
    if (beside := _labelled(context, statements[0], item)) is not None:
        return beside
    if item is not None:
        evidence = context.items[item].fact.evidence[0]
        title = matcher("vote_kinds").first(context.folded, evidence.start, evidence.end)
        if title and title.entry.attributes.get("title"):
            return DecisionType(title.entry.value)
    return DecisionType.MAIN
