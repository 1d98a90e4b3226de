"""Votes of a body that prepared the matter, told before that of the body that decides it: they are but reported."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.restated import Act
    from kimdocs.extraction.resolve.statement import Statement

_COMMITTEE = (
    r"[\w-]*(?:ausschu(?:ss|sses|ß)|beirat(?:s|es)?|kommission|ortsrat(?:s|es)?"
    r"|ortschaftsrat(?:s|es)?|ha|ka|va|hfa|bua)\b"
)
_PREPARES = lazy(
    r"[(\s-]*(?:(?:empfehlung|beschlussempfehlung|vorberatung|vorberaten|votum|ergebnis)\s+(?:(?:de[sr]|im|aus|vom)\s+)?"
    rf"{_COMMITTEE}[^:\n]{{0,40}}:|{_COMMITTEE}\s*(?:\([^)\n]*\))?\s*:|(?:der\s+)?{_COMMITTEE}\s+(?:[\w-]+\s+){{0,4}}?(?:empfiehlt|empfahl|hat\b[^.;]{{0,80}}\bempfohlen|lehnt|stimmt))"
)
_DECIDES = lazy(
    r"(?:^|[\s(:-])(?:der|die|beschluss\s+de[sr]|entscheidung(?:\s+de[sr])?|abstimmung\s+im|votum\s+de[sr])?\s*"
    r"(?:(?:stadt|gemeinde|ortsgemeinde|verbandsgemeinde|samtgemeinde|markt|kreis)?rat(?:s|es)?|kreistag(?:s|es)?|bvv|"
    r"(?:stadtverordneten|bezirksverordneten|gemeinde|verbands|bezirks)versammlung|(?:gemeinde|stadt|bezirks|kreis)vertretung|"
    r"bürgerschaft|plenum|kt)\b"
)
_REACH = 600
_LABEL = 160


def mark_preparatory(context: Context, acts: list[Act]) -> None:
    """Marks as quoted what a committee recommended right before the council's own vote on the same item."""
    for before, act in pairwise(acts):
        if before.item != act.item or any(s.quoted for s in act.statements):
            continue
        first, own = before.statements[0], act.statements[0]
        if own.outcome is Outcome.RECOMMENDED or not 0 <= own.start - first.start < _REACH:
            continue
        if _says(context, _PREPARES, first) and _says(context, _DECIDES, own):
            for statement in before.statements:
                statement.quoted = True


def _says(context: Context, pattern: re.Pattern[str], statement: Statement) -> bool:
    """Whether the pattern stands where the statement begins, or in the label of its line."""
    line = context.lines[context.line_at(statement.start)].start
    start = line if statement.start - line < _LABEL else statement.start
    begins = pattern.match if pattern is _PREPARES else pattern.search
    return any(begins(context.folded, at, min(statement.end, at + _LABEL)) for at in {start, statement.start})
