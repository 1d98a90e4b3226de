"""Sentences without a vote that tell an outcome plainly: a body acts, or a paper's fate is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.sentences.elliptic import is_elliptic
from kimdocs.lexicon import matcher, words_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_PASSIVE = lazy(r"\b(?:wird|werden|wurde|wurden|ist|sind)\b")
_INTO_OFFICE = lazy(r"\b(?:zum|zur|als|in den|in die)\b[^.;]{3,}$")
_BY = lazy(r"\b(?:wird|werden|wurden?)\b[^.;,]{0,60}?\b(?:von|vom|durch)\s[^.;,]{0,60}?\bzur\s+kenntnis\b")
_UNTIL = lazy(r"\b(?:bis|auf|in|für)\s(?:[\w-]+\s){0,5}$")
_DATED = lazy(
    r"\b(?:am|(?:sitzung|wahl|beschluss|bescheid|verfügung|schreiben)\s+vom)\s+\d{1,2}\.\s?"
    r"(?:\d{1,2}\.|(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b)"
)
_REPORTS = lazy(r"mitteilung|bekanntgabe|bekanntmachung|bericht|anfrage|verschiedenes|sonstiges|information|sachstand")
_VOTED = lazy(r"(?:bei|ohne|nach|in|unter|gegen|mit|einstimmig|mehrheitlich)\b")


def by_body(context: Context, clause: tuple[int, int]) -> bool:
    """Whether the clause names the body that is said to have decided."""
    return any(m.entry.value == "body" for m in matcher("deciders").finditer(context.folded, *clause))


def is_plain(context: Context, statement: Statement, clause: tuple[int, int]) -> bool:
    """Without a vote a sentence decides where a body is the subject of a present verb, or a paper's fate is told."""
    folded = context.folded
    start, end = statement.outcome_span or (statement.start, statement.end)
    named = (clause, (statement.start, start))
    kinds = {m.entry.value for span in named for m in matcher("deciders").finditer(folded, *span)}
    words = folded[start:end].split()
    if statement.outcome is Outcome.WITHDRAWN:
        return "object" in kinds and (
            words[0] in ("zieht", "ziehen", "zog", "zogen") or _PASSIVE.search(folded, *clause) is not None
        )
    if statement.outcome is not Outcome.ADOPTED and is_dated(folded, clause):
        return False
    into_office = statement.outcome is Outcome.ELECTED and _INTO_OFFICE.search(folded, statement.start, start)
    if into_office or is_elliptic(folded, statement):
        return True
    passive = _PASSIVE.search(folded, *clause)
    if passive and words[-1] != "einverstanden" and ("genommen" in words or words[-1].endswith(("en", "t"))):
        told = passive.group() in ("wird", "werden") or _starts_with_object(folded, statement)
        return ("object" in kinds and told) or _is_noted(folded, statement, clause, kinds)
    if statement.outcome_span and statement.outcome_span[0] - statement.start < 2 and passive:
        return "object" in {m.entry.value for m in matcher("deciders").finditer(folded, start, statement.end)}
    return words[0] in words_of("result_words", "finite") and "body" in kinds


def _is_noted(folded: str, statement: Statement, clause: tuple[int, int], kinds: set[str]) -> bool:
    """Whether note was taken of something, whatever it is, by nobody else: "werden zur Kenntnis genommen"."""
    said = statement.outcome_span
    if statement.outcome is not Outcome.NOTED or said is None or not folded[slice(*said)].endswith("genommen"):
        return False
    return _BY.search(folded, *clause) is None or "body" in kinds


def is_dated(folded: str, clause: tuple[int, int]) -> bool:
    """Whether a clause says when it was done; "bis zur Sitzung am 3. Mai" says until when."""
    dates = _DATED.finditer(folded, *clause)
    return any(date[0][:2] != "am" or not _UNTIL.search(folded, clause[0], date.start()) for date in dates)


def _starts_with_object(folded: str, statement: Statement) -> bool:
    return any(
        m.entry.value == "object" and m.start - statement.start < 30
        for m in matcher("deciders").finditer(folded, statement.start, statement.end)
    )


def closes_text(context: Context, statement: Statement) -> bool:
    """Whether a line of its own says without a verb how the text above was voted on: "Bei drei … angenommen."."""
    voted = statement.has_counts or statement.unanimous is not None
    begins = context.lines[context.line_at(statement.start)].start == statement.start
    return (
        voted
        and begins
        and _VOTED.match(context.folded, statement.start) is not None
        and is_elliptic(context.folded, statement)
    )


def informs(context: Context, statement: Statement) -> bool:
    """Whether the title of the statement's item speaks of what is but reported."""
    item = context.section_at(statement.start).item
    place = context.items[item].fact.evidence[0] if item is not None else None
    return place is not None and _REPORTS.search(context.folded, place.start, place.end) is not None
