"""Acts that are no decisions of their own: told again elsewhere, but prepared, or a text that stands alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.language.words import grammar
from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.decisions.restated import Act
    from kimdocs.extraction.resolve.statements.statement import Statement
    from kimdocs.model.council import DocumentFacts

_FATES = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)
_NAMED = lazy(r"\b(?:top|tagesordnungspunkt|punkt)\s+(\d{1,2}(?:\.\d{1,2})?)\b")
_POINTS = lazy(r"\b(?:siehe|s\.|vgl\.)\s+(?:auch\s+)?(?:top|tagesordnungspunkt|punkt|oben)\b")
_BY_MOVER = lazy(r"\b(?:durch|von)\s+(?:den|die|der|dem)\s+(?:einreich|antragstell|einbring)\w*")
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


def without_foretold(context: Context, acts: list[Act]) -> list[Act]:
    """The acts but those that a note at their own item tells again; that it was taken back by its mover stays told."""
    notes = {number: act for act in acts if (number := _pointing(context, act))}
    if not notes:
        return acts
    kept = []
    for act in acts:
        named = _foretells(context, act)
        note = notes.get(named) if named else None
        if note is None or note is act:
            kept.append(act)
        elif act.statements[0].outcome is Outcome.WITHDRAWN or _BY_MOVER.search(context.folded, *_span(act)):
            note.statements[0].outcome = Outcome.WITHDRAWN
    return kept


def _span(act: Act) -> tuple[int, int]:
    return act.statements[0].start, act.statements[-1].end


def _pointing(context: Context, act: Act) -> str:
    """The number of the item whose fate a note tells that points to another item; "" where it is none."""
    fate = act.statements[0].outcome in _FATES and act.item is not None and not act.statements[0].has_counts
    if not fate or act.item is None or not _POINTS.search(context.folded, *_span(act)):
        return ""
    return context.items[act.item].fact.number or ""


def _foretells(context: Context, act: Act) -> str:
    """The number of the item whose fate a sentence of another item tells."""
    first = act.statements[0]
    if len(act.statements) > 1 or first.source is not Source.PROSE or first.outcome not in _FATES or first.has_counts:
        return ""
    hit = _NAMED.search(context.folded, first.start, first.end)
    return hit[1] if hit else ""


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


def is_text_alone(context: Context, document: DocumentFacts, acts: Sequence[Act]) -> bool:
    """Whether the only act of a text of unknown kind is its only sentence, in the present and without a vote."""
    if document.kind is not DocumentKind.OTHER or context.items or context.headings or len(acts) != 1:
        return False
    statement = acts[0].statements[0]
    if statement.source is not Source.PROSE or statement.outcome is not Outcome.ADOPTED:
        return False
    if statement.has_counts or statement.unanimous is not None or statement.groups:
        return False
    whole = context.text.strip() == context.text[statement.start : statement.end].strip()
    return whole and not _tells_of_past(context.folded[statement.start : statement.end].split())


def _tells_of_past(words: Sequence[str]) -> bool:
    """Whether an auxiliary of the past or of a state makes a sentence a report."""
    return not (grammar("perfect") | grammar("state") | {"wurde", "wurden"}).isdisjoint(words)
