"""What became of a text put to the vote, and how the votes were spread: words of the outcome and of unanimity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.lexicon import Match

_PRECEDENCE = (
    Outcome.REJECTED,
    Outcome.POSTPONED,
    Outcome.REFERRED,
    Outcome.WITHDRAWN,
    Outcome.ELECTED,
    Outcome.RECOMMENDED,
    Outcome.ADOPTED,
    Outcome.NOTED,
    Outcome.NONE,
)


_MAJORITY = ("mehrheit", "quorum", "stimmenzahl")
_OF_OTHERS = lazy(r"\s(?:beschluss)?(?:empfehlung|votum|vorschlags?)\s(?:de[sr]|aus|im)\s")
_AGAINST = lazy(r"gegenstimm|\bnein\b|\bnein-?stimm|\bgegen\b|\bdagegen\b")
_REST = lazy(r"\b(?:im\s+übrigen|ansonsten|sonst)\s+$")
_BALLOT = 400
_ASKED = 200
_FOR_IT = lazy(r"\b\d{1,3}\s+(?:\w*mitglied|stimm|ja\b)")
_MANNER = lazy(r"\b(?:namentliche|geheime)[nr]?\s+abstimmung\b")
_NEXT_BALLOT = lazy(
    r"\b(?:(?:zweite[rnm]?|dritte[rnm]?|weitere[rnm]?|erneute[rnm]?|[23]\.)\s+wahlgang|stichwahl|losentscheid)"
)
_COUNT = lazy(r"\s*:?[\s.|]*(?:(?:durch|von)\s)?\d")


class OutcomeMention(NamedTuple):
    """The words that say the outcome; weak ones need a vote beside them, firm ones nothing, silent ones tell none."""

    outcome: Outcome
    amended: bool
    weak: bool
    silent: bool
    firm: bool
    start: int
    end: int
    rule: str


def read_outcome(
    folded: str, start: int, end: int, *, status: bool = False, weak: bool = True
) -> OutcomeMention | None:
    """The outcome said in ``folded[start:end]``; with ``status`` nouns count too, as in a result of its own.

    Without ``weak`` the words that need a vote beside them do not count.

    Where several are said, a rejection or postponement says more than an adoption ("die Vertagung wird beschlossen"),
    and an adoption more than a Kenntnisnahme.
    """
    found = [
        m
        for m in matcher("outcomes").findall(folded, start, end)
        if (not m.entry.attributes.get("status") or (status and not _COUNT.match(folded, m.end, end)))
        and (weak or not m.entry.attributes.get("weak"))
    ]
    found = _without_sides(found) if status and len(found) > 1 else found
    if not found:
        return None
    best = found[0] if len(found) == 1 else min(found, key=_rank)
    amended = any(m.entry.attributes.get("amended") for m in found)
    return OutcomeMention(
        Outcome(best.entry.value),
        amended,
        bool(best.entry.attributes.get("weak")),
        bool(best.entry.attributes.get("silent")),
        bool(best.entry.attributes.get("firm")),
        best.start,
        best.end,
        best.entry.rule,
    )


def _without_sides(found: list[Match]) -> list[Match]:
    """What is said but the nouns that name both sides: "Zustimmung A; Ablehnung B - somit angenommen"."""
    nouns = {m.entry.value for m in found if m.entry.attributes.get("status")}
    sides = {Outcome.ADOPTED.value, Outcome.REJECTED.value} <= nouns
    return [m for m in found if not m.entry.attributes.get("status")] if sides else found


def _rank(mention: Match) -> tuple[int, bool, int]:
    entry = mention.entry
    return _PRECEDENCE.index(Outcome(entry.value)), bool(entry.attributes.get("weak")), -mention.start


def read_missed_majority(folded: str, start: int, end: int) -> Match | None:
    """The words that say that the majority was missed which the matter needed."""
    if not any(map(folded[start:end].__contains__, _MAJORITY)):
        return None
    missed = matcher("majorities").first(folded, start, end)
    if missed and (_is_ballot_again(folded, missed.start, end) or _is_of_manner(folded, start, missed)):
        return None
    return missed


def _is_of_manner(folded: str, start: int, missed: Match) -> bool:
    """Whether a quorum was missed, with no counts told, for a vote by name or in secret that somebody asked for."""
    if "quorum" not in folded[missed.start : missed.end] or _FOR_IT.search(folded, start, missed.start):
        return False
    return _MANNER.search(folded, max(0, missed.start - _ASKED), missed.start) is not None


def _is_ballot_again(folded: str, start: int, end: int) -> bool:
    """Whether a ballot of an election was without a result, and another one follows."""
    if folded.find("wahlgang", max(0, start - _BALLOT), end) < 0:
        return False
    return _NEXT_BALLOT.search(folded, start, end + 2 * _BALLOT) is not None


def read_unanimity(folded: str, start: int, end: int) -> tuple[bool, Match] | None:
    """Whether ``folded[start:end]`` says unanimous (True) or by majority (False), and where."""
    found = matcher("unanimity").findall(folded, start, end)
    own = (m for m in found if not _OF_OTHERS.match(folded, m.end, end) and not _is_of_some(folded, (start, end), m))
    match = next(own, None)
    return (match.entry.value == "true", match) if match else None


def _is_of_some(folded: str, span: tuple[int, int], spread: Match) -> bool:
    """Whether but the others were of one mind, or a group: "bei einer Gegenstimme, im Übrigen einmütig"."""
    start, end = span
    if folded[spread.start : spread.end] == "geschlossen":
        return _AGAINST.search(folded, start, end) is not None
    if spread.entry.value != "true" or not _REST.search(folded, max(start, spread.start - 20), spread.start):
        return False
    return _AGAINST.search(folded, start, spread.start) is not None
