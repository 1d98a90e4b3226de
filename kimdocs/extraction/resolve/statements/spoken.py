"""Acts that are done by being spoken, in verbatim minutes: "Ich ziehe den Antrag zurück."."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_BEGIN = r"(?:(?<=[.!?:)] )|(?<=[.!?:)]\n)|(?<=[–-] )|(?<=\n))"
_CHAIR_SAYS = lazy(
    rf"{_BEGIN}(?:(?:dann|damit|somit|also|das|hiermit|diesen?|dieses|den|die)\b[^.!?:,]{{0,60}}?\s)?"
    r"(?:haben (?:sie|wir)|nehmen wir|setzen wir|vertagen wir|überweisen wir|verweisen wir|stellen wir"
    r"|wir nehmen|wir setzen"
    r"|wir vertagen|wir überweisen|wir verweisen|wir stellen)\b[^.!?:]{3,160}[.!]"
)
_MOVER_SAYS = lazy(
    r"(?:\b(?:ich ziehe|wir ziehen|ziehe ich|ziehen wir)\b[^.!?:;]{0,70}\b(?:antrag|anträge|vorlage|punkt"
    r"|beschlussvorschlag|anfrage)\b"
    r"|\b(?:antrag|vorlage|punkt|den|die|ihn|sie)\s(?:ziehe ich|ziehen wir)\b)[^.!?:;]{0,40}\bzurück(?=[.!,;])"
)
_PERHAPS = lazy(
    r"\b(?:wenn|falls|sofern|würden?|könnten?|sollten?|möchten?|wollen|nicht|damals|bereits|schon|seinerzeit"
    r"|letzte\w*|vorige\w*"
    r"|vergangen\w*|jahr\w*|zuletzt|gestern|immer|jedes|neulich|früher|bisher|mal)\b"
)
_PUT_OFF = lazy(
    r"\b(?:setzen wir|wir setzen)\b[^.!?:]{0,120}\bab\b|\b(?:stellen wir|wir stellen)\b[^.!?:]{0,120}\bzurück\b"
)
_FATES = (
    (lazy(r"\bzur kenntnis\b"), Outcome.NOTED),
    (_PUT_OFF, Outcome.POSTPONED),
    (lazy(r"\b(?:vertagen|vertagt)\b"), Outcome.POSTPONED),
    (lazy(r"\b(?:überweisen|verweisen)\b[^.!?:]{0,120}\b(?:an|in)\b"), Outcome.REFERRED),
)
_LABEL = lazy(r"\n[ \t]*([^\n:.?!]{2,30}+(?:\.\s[^\n:.?!]{2,40}+)?+):\s")
_CHAIR = lazy(r"\b(?:@chairs@)(?:in|r|er)?\b")
_LONGEST = 240


def spoken_acts(context: Context) -> Iterator[Statement]:
    """What the chair says was done, and what movers withdraw, in the speeches of verbatim minutes."""
    offsets = anchor_offsets(context.folded, "spoken_act")
    labels = list(_LABEL.finditer(context.folded)) if offsets else []
    done = 0
    for offset in offsets if labels else ():
        index = bisect_right(labels, offset, key=lambda label: label.start()) - 1
        if offset < done or index < 0:
            continue
        low = max(done, labels[index].end() - 1, offset - _LONGEST)
        told = _of_chair(context, low, offset) if _CHAIR.search(labels[index][1]) else None
        told = told or _of_mover(context, low, offset)
        if told:
            done = told.end
            yield told


def _of_chair(context: Context, low: int, offset: int) -> Statement | None:
    """What the chair says was done, in a sentence around ``offset``."""
    hit = _around(_CHAIR_SAYS, context.folded, low, offset)
    if hit is None or _PERHAPS.search(hit[0]):
        return None
    told = read_statement(context, *hit.span(), Source.PROSE)
    fate = next((outcome for words, outcome in _FATES if words.search(hit[0])), None)
    if fate and told.outcome is not fate:
        told.outcome, told.outcome_span, told.rule = fate, hit.span(), "votes.spoken"
    told.source, told.asked = Source.LINE, True
    return told if told.says_something and told.outcome is not Outcome.NONE else None


def _of_mover(context: Context, low: int, offset: int) -> Statement | None:
    """What somebody withdraws in a sentence around ``offset``."""
    hit = _around(_MOVER_SAYS, context.folded, low, offset)
    if hit is None:
        return None
    begin = max(context.folded.rfind(mark, low, hit.start()) for mark in (". ", "! ", "? ", ": ", "\n")) + 1
    if _PERHAPS.search(context.folded, max(low, begin), hit.end()):
        return None
    return Statement(
        Source.LINE,
        max(low, begin),
        hit.end(),
        outcome=Outcome.WITHDRAWN,
        outcome_span=hit.span(),
        asked=True,
        rule="votes.spoken",
    )


def _around(pattern: re.Pattern[str], folded: str, low: int, offset: int) -> re.Match[str] | None:
    """The match of a pattern that covers ``offset``."""
    hits = pattern.finditer(folded, low, offset + _LONGEST)
    return next((hit for hit in hits if hit.start() <= offset < hit.end()), None)
