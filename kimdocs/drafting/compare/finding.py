"""What a comparison says: values, sentences, and what no longer agrees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable

    from kimdocs.drafting.roundtrip.words import Piece


class ValueKind(StrEnum):
    """What sort of value stands in a text."""

    AMOUNT = "amount"
    POSTS = "posts"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Value:
    """An amount, a number of posts or a date in a line: ``text`` as written at ``start:end``, ``key`` what it says.

    The key begins with the unit and the number; how exact it is and for which time follow.
    """

    kind: ValueKind
    key: tuple[Any, ...]
    text: str
    start: int
    end: int


class State(StrEnum):
    """What became of a value of the draft."""

    SAME = "same"
    REWRITTEN = "rewritten"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Bound:
    """A value that the draft took from its sources or data.

    Attributes:
        drafted: What the draft printed.
        now: What stands there today; empty where it is gone.
        disagrees: German words for the source that says something else; empty where none does.
        said: What the draft's words said: the figure or date that they are, else the words themselves.
    """

    field: str
    label: str
    place: str
    drafted: str
    now: str
    state: State
    key: Hashable
    origins: tuple[dict[str, Any], ...]
    disagrees: str = ""
    said: Hashable = None


@dataclass(frozen=True, slots=True)
class FreeValue:
    """An amount, number of posts or date without a source that changed; one side is empty where it came or went."""

    kind: ValueKind
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that changed; one side is empty where it came or went."""

    place: str
    before: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was changed by hand.

    Attributes:
        bound: All values of the draft that could be found in it, changed or not.
        contradictions: German sentences on values that no longer agree with each other.
        related: Share of the draft's lines that the edited copy still has, from 0 to 1.
    """

    bound: tuple[Bound, ...]
    values: tuple[FreeValue, ...]
    sentences: tuple[Sentence, ...]
    contradictions: tuple[str, ...]
    related: float

    @property
    def changed(self) -> bool:
        """Anything was changed that one can read."""
        return bool(self.sentences)

    @property
    def changed_values(self) -> tuple[Bound, ...]:
        """Values of the draft that were changed or removed."""
        return tuple(item for item in self.bound if item.state in {State.CHANGED, State.REMOVED})
