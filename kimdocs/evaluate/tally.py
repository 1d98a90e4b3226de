"""Precision and recall of one kind of fact, with its misses kept for reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.model.source import Evidence

KINDS = (
    "decisions", "outcome_exact", "unanimous", "groups", "resolutions", "figures", "figures.qualifier",
    "figures.per", "staffing", "document.kind", "document.title", "document.reference", "document.date",
    "document.organization", "document.body", "document.paper_type", "consultations",
)  # fmt: skip
_WORD = re.compile(r"\w+")


class MissType(StrEnum):
    """What is wrong: a fact that was not found, one that is not in the gold, or one with another value."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference between gold and record; ``wanted`` and ``got`` are values as text, empty where there is none."""

    document: str
    kind: str
    type: MissType
    wanted: str
    got: str
    quote: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(slots=True)
class Tally:
    """Facts of one kind: found rightly, missed, and found where there are none.

    ``documents`` is the number of documents whose gold says whether they hold such facts; without any, nothing was
    measured.
    """

    kind: str
    documents: int = 0
    hit: int = 0
    missed: int = 0
    spurious: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the facts found that are right; 1 where none was found."""
        found = self.hit + self.spurious
        return self.hit / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the facts demanded that were found; 1 where none was demanded."""
        demanded = self.hit + self.missed
        return self.hit / demanded if demanded else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1 where there was nothing to find and nothing was found."""
        total = 2 * self.hit + self.missed + self.spurious
        return 2 * self.hit / total if total else 1.0

    def agree(self, *, same: bool) -> bool:
        """Count an attribute of a fact that was found: right or wrong."""
        self.hit += same
        self.missed += not same
        return same


def new_tallies() -> dict[str, Tally]:
    """A tally for each kind of fact, all empty."""
    return {kind: Tally(kind) for kind in KINDS}


def words(text: str | None) -> list[str]:
    """Words in lower case, without soft hyphens: what texts are compared by."""
    return _WORD.findall((text or "").replace("\u00ad", "").lower())


def plain(text: str | None) -> str:
    """The words of a text with single blanks."""
    return " ".join(words(text))


def quote_of(evidence: Sequence[Evidence]) -> str:
    """All quotes of a fact, cut to 160 characters."""
    return " … ".join(place.quote for place in evidence)[:160]
