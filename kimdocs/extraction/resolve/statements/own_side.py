"""Counts whose side a sentence tells by its build: "mit neun Stimmen gegen die Stimme von …", "für den Antrag: 2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import whole_number
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.statements.statement import Statement

_AGAINST_ONE = lazy(
    r"\bmit\s+(?P<votes>\d{1,3}|[a-zäöüß]{3,14})\s+stimmen\s+gegen\s+die\s+stimme(?P<several>n)?\s+(?:von|de[rs])\b"
)
_REFUSES = lazy(
    r"(?:(?!\b(?:da)?für\b)[^.;:]){0,120}?"
    r"\b(?:(?:spricht|sprach|sprechen|sprachen|entscheidet|entschied|entscheiden|entschieden) sich"
    r"|(?:votier|stimm)(?:t|te))\b(?:(?!\b(?:da)?für\b)[^.;:]){0,80}?"
    r"\bgegen\s+(?:de[nr]|die|das|diese[nrs]?|eine?n?)\s+(?:[a-zäöüß-]+\s+)?\w*(?:antrag|vorschlag|vorlage|entwurf|empfehlung)\b"
)
_FOR_IT = lazy(r"\bfür\s+(?:de[nm]|die|das)\s[^.;:]{3,60}:\s*(?P<votes>\d{1,3}),?\s+(?:dagegen|gegen)\b")


def take_own_side(folded: str, statement: Statement) -> None:
    """Puts right counts that stand before "gegen" and are of those for it; adds those behind the motion's name."""
    start, end, counts = statement.start, statement.end, statement.counts
    opposed = _AGAINST_ONE.search(folded, start, end) if "no" in counts else None
    votes = whole_number(opposed["votes"]) if opposed else None
    if opposed and votes is not None and counts["no"] == votes:
        rest = {side: number for side, number in counts.items() if side != "no"}
        statement.counts = {**rest, "yes": votes} if opposed["several"] else {**rest, "yes": votes, "no": 1}
    told = _FOR_IT.search(folded, start, end) if "no" in counts and "yes" not in counts else None
    if told:
        statement.counts = {**counts, "yes": int(told["votes"])}


def take_refusal(folded: str, statement: Statement) -> None:
    """Rejects a motion that a majority votes or speaks against: "spricht sich mit 9 zu 4 Stimmen gegen den Antrag aus".

    What else it speaks against is a matter on which it so adopts its own view.
    """
    counts = statement.counts
    won = counts.get("yes", 0) > counts.get("no", 999)
    if won and _REFUSES.match(folded, statement.start, statement.end):
        statement.outcome, statement.weak = Outcome.REJECTED, False
        statement.counts = {**counts, "yes": counts["no"], "no": counts["yes"]}
