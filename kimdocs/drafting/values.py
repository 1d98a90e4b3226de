"""The values that a draft is made of: what a field holds, and what a template may print."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.model.finance import Per, Qualifier

if TYPE_CHECKING:
    from kimdocs.model.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money with what was said about it; ``high`` is the upper end of a range."""

    value: Decimal
    qualifier: Qualifier = Qualifier.EXACT
    per: tuple[Per, ...] = ()
    high: Decimal | None = None
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Posts:
    """A number of posts; ``unit`` keeps the words ("Stellen", "VZÄ")."""

    count: Decimal
    unit: str = "Stellen"
    qualifier: Qualifier = Qualifier.EXACT
    high: Decimal | None = None


Value = str | Decimal | dt.date | bool | Amount | Posts


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a draft with the field it fills and where it comes from.

    Attributes:
        path: Field with indices, for example ``beratungsfolge[0].termin``.
        label: German name of the field.
        conflicts: Other values that sources give for the same field, each with its origin; empty if they agree.
        confirmed_by: Further origins of the same value.
    """

    path: str
    label: str
    value: Value
    provenance: Provenance
    conflicts: tuple[tuple[Value, Provenance], ...] = ()
    confirmed_by: tuple[Provenance, ...] = ()

    @property
    def origins(self) -> tuple[Provenance, ...]:
        """All origins: of the value, of its confirmations, and of the values that differ."""
        return (self.provenance, *self.confirmed_by, *(origin for _, origin in self.conflicts))


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A fact as a template sees it: it can be printed, tested and compared, but has no inside.

    Templates reach no attribute of it (the environment sees to that), and it is not iterable.
    """

    fact: Fact

    def __bool__(self) -> bool:
        """True for a stated value; "nein" is false, an empty text is false, an amount of zero is true."""
        value = self.fact.value
        return value if isinstance(value, bool) else value != ""

    def __eq__(self, other: object) -> bool:
        """Compares the values."""
        return self.fact.value == (other.fact.value if isinstance(other, Leaf) else other)

    def __hash__(self) -> int:
        """Of the value."""
        return hash(self.fact.value)


@dataclass(frozen=True, slots=True)
class Printed:
    """What a filter made of a value: its text, and the fact it came from. Several parts are paragraphs."""

    parts: tuple[str, ...]
    fact: Fact | None = None
    gap: bool = False


Node = dict[str, "Node"] | list["Node"] | Leaf
