"""Several acts in one sentence: in clauses ("…, die Vorlage einstimmig angenommen."), or over each row of a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.decisions.same_vote import POSITIVE
from kimdocs.extraction.resolve.sentences.mood import mood_of
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_JOINT = lazy(
    r"(?:[,;]|\s(?:und|sowie|aber|während))\s+(?:(?:dagegen|hingegen|sodann|anschließend|danach|sondern)\s+)?"
    r"(?:(?:wird|wurde)\s+)?(?=(?:der|die|das|den|dem)\s)"
)
_ELLIPSIS = lazy(r"(?:die|der|das|den|dem)\s+(?:der|des|zu|zur|zum|für|über|von)\s+(?:[^\s.;:?!,]+\s+){1,5}")
_NEAR = 40
_TOLD = (*POSITIVE, Outcome.REJECTED, Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)
_EACH = lazy(r"\bjeweils\b|\beinzeln\b")
_ROW = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-z][.)]|[-–•*])[ \t]+[^\W\d_]")
_FEWEST, _MOST = 2, 20


def read_clauses(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of the clauses of ``text[start:end]``, each on a matter of its own; [] where it has but one."""
    folded = context.folded
    if len(_outcomes(context, start, end)) < 2:
        return []
    for joint in _JOINT.finditer(folded, start, end):
        named = ("object", "body") if folded[joint.start()] == ";" else ("object",)
        if not _ELLIPSIS.match(folded, joint.end(), end) and not _on_matter(folded, joint.end(), end, named):
            continue
        left, right = (
            read_statement(context, *span, Source.PROSE) for span in ((start, joint.start()), (joint.end(), end))
        )
        if _tells(context, left) and _tells(context, right) and _apart(left, right):
            return [left, *(read_clauses(context, joint.end(), end) or [right])]
    return []


def _outcomes(context: Context, start: int, end: int) -> list[Outcome]:
    found = matcher("outcomes").findall(context.folded, start, end)
    told = [Outcome(match.entry.value) for match in found if not match.entry.attributes.get("status")]
    return [outcome for outcome in told if outcome in _TOLD]


def _on_matter(folded: str, start: int, end: int, named: tuple[str, ...]) -> bool:
    near = min(end, start + _NEAR)
    return any(m.entry.value in named for m in matcher("deciders").finditer(folded, start, near))


def _tells(context: Context, statement: Statement) -> bool:
    voted = statement.has_counts or statement.unanimous is not None
    told = statement.outcome in _TOLD and (voted or not statement.weak)
    return told and mood_of(context, statement.start, (statement.start, statement.end)) == "stated"


def _apart(left: Statement, right: Statement) -> bool:
    """Whether the clauses tell different fates, or each its own vote."""
    voted = all(one.has_counts or one.unanimous is not None for one in (left, right))
    return voted or (left.outcome in POSITIVE) != (right.outcome in POSITIVE)


def each_listed(context: Context, statement: Statement) -> list[Statement]:
    """The statement once for each row of the list that it leads in; [] where it leads in none or they share a vote."""
    folded, end = context.folded, statement.end
    voted = statement.unanimous is not None or statement.has_counts
    colon = folded.rfind(":", statement.start, end)
    if not voted or colon < 0 or not _EACH.search(folded, statement.start, colon):
        return []
    first = context.line_at(colon) + 1
    rows = []
    for line in context.lines[first : first + _MOST]:
        if not _ROW.match(folded, *line):
            break
        rows.append(line)
    if len(rows) < _FEWEST:
        return []
    found = [replace(statement, start=line.start, end=line.end, listed="-") for line in rows]
    found[0].start = statement.start
    return found
