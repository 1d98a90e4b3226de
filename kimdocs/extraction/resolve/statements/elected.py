"""The votes of those who were elected, told by their names: "Auf Frau N.N. entfallen 12 Stimmen", "N.N. erhält 8"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.extraction.resolve.acts.voters import carried_by, told_votes
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NUMBER = r"(?P<votes>\d{1,3}|[A-Za-zäöüß]{3,16})"
_PERSON = (
    r"(?:[Hh]errn?|[Ff]rau|[Rr]atsmitglied|Stadtr[aä]t(?:in)?|Gemeinder[aä]t(?:in)?)\s+"
    r"(?P<name>(?:(?:Dr|Prof)\.\s+)*[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+){0,2})"
)
_NAMED = lazy(rf"\b{_PERSON}")
_PARTY = r"(?:\s+\([^()]*\))?"
_SHARES = tuple(
    lazy(form)
    for form in (
        rf"\b{_NUMBER}(?:\s+(?:der\s+\w+\s+)?(?:gültigen?\s+)?(?:Stimmen|Stimmzettel|Zettel))?"
        rf"\s+(?:lauten|lauteten|entfallen|entfielen)\s+auf\s+{_PERSON}",
        rf"\b{_NUMBER}\s+Stimmen\s+für\s+{_PERSON}",
        rf"\b[Aa]uf\s+{_PERSON}{_PARTY}\s+(?:(?:entfallen|entfielen)\s+)?(?:nur\s+)?{_NUMBER}\b(?!\s*(?:Uhr"
        rf"|Jahre|%|€))",
        rf"\b{_PERSON}{_PARTY}\s+(?:erhält|erhielt|bekommt|bekam|erreicht|erreichte|vereint|vereinigt"
        rf"|vereinte)\s+{_NUMBER}"
        r"\s+(?:der\s+\w+\s+)?(?:gültigen\s+)?(?:Ja-)?Stimmen\b",
        rf"\bStimmen,\s+{_PERSON}{_PARTY}\s+{_NUMBER}\b",
    )
)
_ACCEPTS = lazy(
    r"(?:^|[.;]\s)((?:sie|er|(?:(?:herr|frau)\s+)?[\w.-]+(?:\s+[\w-]+){0,2})\s+(?:nimmt"
    r"|nahm)\s+die\s+wahl\s+(?:\w+\s+)?an\b)"
)
_ELECTED = lazy(
    r"\bgewählt\s+(?:ist|sind)\b|\b(?:ist|sind|wird|werden|wurden?|damit"
    r"|somit)\s+(?:[^.;:]{0,80}\s)?(?:wieder)?gewählt\b"
)
_STOP = lazy(r"(?<=[a-zäöüß)]{2})\.\s|\n[ \t]*\n")
_BACK = 400


def with_own_votes(context: Context, statement: Statement) -> Statement:
    """The statement of an election with the votes told of the person whom it names, if nobody else had any."""
    known = "yes" in statement.counts or "yes" in statement.unclear
    if statement.outcome is not Outcome.ELECTED or known or statement.quoted:
        return statement
    if votes := carried_by(context.folded, statement.start, statement.end):
        statement.counts = {**votes, **statement.counts}
        return statement
    counted = _counted(context, _begin(context, statement.start), statement.end)
    named = {hit["name"].split()[-1] for hit in _NAMED.finditer(context.text, statement.start, statement.end)}
    if len(counted) == 1 and counted.keys() == named and not _is_decided(context, statement):
        statement.counts = {**statement.counts, "yes": next(iter(counted.values()))}
    return statement


def _is_decided(context: Context, statement: Statement) -> bool:
    """Whether another ballot came to its end before the statement, or it tells that all were for its person."""
    low = _begin(context, statement.start)
    return bool(statement.unanimous) or _ELECTED.search(context.folded, low, statement.start) is not None


def accepted(context: Context, start: int, end: int) -> list[Statement]:
    """The election that a sentence tells to have been accepted, where it is told but by the votes before it."""
    if context.folded.find("wahl", start, end) < 0:
        return []
    accepts = _ACCEPTS.search(context.folded[start:end])
    if accepts is None:
        return []
    start += accepts.start(1)
    low = _begin(context, start)
    counted = {} if _ELECTED.search(context.folded, low, start) else _counted(context, low, end)
    if not counted:
        return []
    before = max((hit.end() for hit in _STOP.finditer(context.folded, low, start - 2)), default=low)
    told = told_votes(context.text, context.folded, before, start)
    votes = {side: votes for side, votes in told.items() if side != "yes"}
    if len(counted) == 1:
        votes["yes"] = next(iter(counted.values()))
    return [Statement(Source.PROSE, before, end, outcome=Outcome.ELECTED, outcome_span=(start, end), counts=votes)]


def _begin(context: Context, start: int) -> int:
    """Where what may be told before ``start`` begins: not before its item."""
    item = context.section_at(start).item
    return max(start - _BACK, context.items[item].start if item is not None else 0, 0)


def _counted(context: Context, start: int, end: int) -> dict[str, int]:
    """The persons of ``text[start:end]`` for whom votes are told, by their surnames, each with the last told."""
    if context.folded.find("stimm", start, end) < 0:
        return {}
    found: dict[str, int] = {}
    for hit in (hit for form in _SHARES for hit in form.finditer(context.text, start, end)):
        votes = whole_number(hit["votes"].lower())
        if votes is not None:
            found[hit["name"].split()[-1]] = votes
    return found
