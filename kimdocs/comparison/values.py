"""Amounts and posts of two resolutions: which stay, which changed, which went or came."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Generic, TypeVar

from kimdocs.model.finance import Figure, Staffing

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from kimdocs.model.decision import Resolution
    from kimdocs.model.record import Record

V = TypeVar("V", Figure, Staffing)


@dataclass(frozen=True, slots=True)
class ValueChange(Generic[V]):
    """A value before and after; None where it was not there before, or is gone."""

    before: V | None
    after: V | None
    same: bool


def figure_changes(
    before: tuple[Record, Resolution], after: tuple[Record, Resolution]
) -> tuple[ValueChange[Figure], ...]:
    """Amounts of both texts, in order; equal where amount, currency, qualifier and unit are."""
    return _changes(_inside(before[0].figures, before[1]), _inside(after[0].figures, after[1]), _figure_key)


def staffing_changes(
    before: tuple[Record, Resolution], after: tuple[Record, Resolution]
) -> tuple[ValueChange[Staffing], ...]:
    """Numbers of posts of both texts, in order; equal where number and qualifier are."""
    return _changes(_inside(before[0].staffing, before[1]), _inside(after[0].staffing, after[1]), _staffing_key)


def _inside(values: Iterable[V], resolution: Resolution) -> list[V]:
    """Values that stand in the resolution's own text."""
    spans = [(place.start, place.end) for place in resolution.evidence]
    return [
        value for value in values if any(start <= place.start < end for place in value.evidence for start, end in spans)
    ]


def _figure_key(figure: Figure) -> Hashable:
    return figure.amount, figure.high, figure.currency, figure.qualifier, frozenset(figure.per)


def _staffing_key(post: Staffing) -> Hashable:
    return post.count, post.high, post.qualifier


def _changes(before: Sequence[V], after: Sequence[V], key: Callable[[V], Hashable]) -> tuple[ValueChange[V], ...]:
    found: list[ValueChange[V]] = []
    matcher = SequenceMatcher(None, [key(v) for v in before], [key(v) for v in after], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        found += [ValueChange(old, new, tag == "equal") for old, new in zip_longest(before[i1:i2], after[j1:j2])]
    return tuple(found)
