"""Sentences without a verb that tell an outcome: "Mit Einverständnis abgesetzt.", "Vertagt in die Maisitzung"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.lexicon import words_of
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statement import Statement

_FEW_WORDS = 12
_VERB = re.compile(
    r"\b(?:ist|sind|wird|werden|wurde|wurden|hat|haben|habe|sei|seien|war|waren|soll|sollen|kann|können|muss|möge)\b"
)
_FATES = (Outcome.POSTPONED, Outcome.REFERRED)
_WHITHER = re.compile(
    r"(?:(?:vertagt|zurückgestellt)\s+(?:(?:bis|auf|in|zur|zum)\b(?!\s(?:antrag|wunsch|bitte)\b)|mangels\b)"
    r"|(?:verwiesen|überwiesen|zurückverwiesen)\s+(?:an|in|zur)\b)[^.;:,?!]{2,100}"
)

_UNOPPOSED = re.compile(
    r"(?:^|(?<=: )|(?<=:\n)|(?<=\n))((?:ohne|keine?) (?:einw[aä]nde?|einwand|einwendungen|beanstandung(?:en)?))[.!]?$"
)
_APPROVED = re.compile(r"\b(?:niederschrift|protokoll|tagesordnung)")


def is_elliptic(folded: str, statement: Statement) -> bool:
    """A short sentence without a verb that ends in the outcome: "Mit Einverständnis des Ausschusses abgesetzt."."""
    start, end = statement.start, statement.end
    said = statement.outcome_span or (start, start)
    words = folded[slice(*said)].split()
    return (
        bool(words)
        and (len(words) == 1 or words[0] not in words_of("result_words", "finite"))
        and not folded[said[1] : end].strip(" .!)")
        and folded[end - 1] == "."
        and len(folded[start:end].split()) <= _FEW_WORDS
        and _VERB.search(folded, start, end) is None
    )


def unopposed(context: Context, statement: Statement) -> Statement | None:
    """The approval of minutes or of an agenda that but says that nobody objected: "Niederschrift: ohne Einwände."."""
    start, end = statement.start, statement.end
    told = _UNOPPOSED.search(context.folded[start:end])
    if told is None:
        return None
    item = context.section_at(start).item
    title = context.items[item].fact.evidence[0] if item is not None else None
    label = context.folded[start : start + told.start()]
    if not label.strip() and title:
        label = context.folded[title.start : title.end]
    if not _APPROVED.search(label):
        return None
    statement.outcome, statement.outcome_span = Outcome.ADOPTED, (start + told.start(1), start + told.end(1))
    statement.rule = "outcomes.adopted_tacit"
    return statement


def opens_with_fate(folded: str, statement: Statement, end: int) -> bool:
    """A clause up to ``end`` that opens with what became of the matter, and whither: "Vertagt in die Maisitzung"."""
    if statement.outcome not in _FATES:
        return False
    told = _WHITHER.match(folded, statement.start, end)
    return (
        told is not None
        and not folded[told.end() : end].strip(" .")
        and folded[statement.end - 1] != "?"
        and _VERB.search(folded, statement.start, end) is None
    )
