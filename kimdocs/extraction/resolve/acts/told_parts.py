"""What clauses tell of a vote put together: the number of each side."""

from __future__ import annotations

from typing import NamedTuple

from kimdocs.extraction.resolve.acts.counted import Kind
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

SIDE_NOUN = lazy(
    r"[\w -]*(?:(?:ja|nein|gegen)-?stimmen?\b|\bden\s+stimmen|enthaltung|zustimmung|ablehnung|gegner|befürworter)"
)
"""A noun that tells a side, so that a verb beside it tells something else."""
_PAIR = 2


class Part(NamedTuple):
    """What a clause at ``[low:high]`` tells: how many took the side, None where all others did; "out" is no side."""

    side: str
    number: int | None
    low: int
    high: int
    kind: Kind
    cue: str
    at: int = -1
    tail: bool = False

    @property
    def by_noun(self) -> bool:
        """Whether a noun tells the side, so that a verb beside it tells something else: "bei zwei Enthaltungen"."""
        return SIDE_NOUN.match(self.cue) is not None


class Told(NamedTuple):
    """The clauses that tell how somebody voted, and how many there were in all if a sentence says so."""

    parts: list[Part]
    total: int | None


def votes_of(told: Told) -> dict[str, int]:
    """The number of each side that the clauses tell; the rest of all where all the others are told.

    A side told twice and differently has none; nor have opinions of persons, unless both sides are told.
    """
    votes: dict[str, int] = {}
    unsure: set[str] = set()
    rest = ""
    both = {"yes", "no"} <= {part.side for part in told.parts}
    opinions = not both or all(part.kind is Kind.OPINION for part in told.parts)
    for part in told.parts:
        if opinions and part.kind in (Kind.OPINION, Kind.AGREED):
            continue
        if part.kind is Kind.ALL:
            continue
        if part.number is None:
            rest = part.side if part.kind is Kind.REST and not rest else "?"
        elif votes.setdefault(part.side, part.number) != part.number:
            unsure.add(part.side)
    if rest in SIDES and told.total is not None and not unsure and rest not in votes:
        left = told.total - sum(votes.values())
        if left >= 0 and votes:
            votes[rest] = left
    return {side: number for side, number in votes.items() if side in SIDES and side not in unsure}


def by_name(told: Told) -> bool:
    """Whether persons are called one by one, several of them for one side: "N.N.: ja, N.N.: nein, N.N.: ja"."""
    single = [part.side for part in told.parts if part.number == 1 and part.kind in (Kind.OPINION, Kind.PERSONS)]
    return len(single) > len({*single}) + (len(single) == _PAIR)


def is_unsure(told: Told) -> bool:
    """Whether a side is told twice and differently, or person by person."""
    if by_name(told):
        return True
    numbers: dict[str, int] = {}
    known = (part for part in told.parts if part.number is not None and part.side in SIDES)
    return any(numbers.setdefault(part.side, part.number or 0) != part.number for part in known)
