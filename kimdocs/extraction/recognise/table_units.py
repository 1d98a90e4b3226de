"""What the header of a table says of its columns: the unit of the numbers, their period, and what is no money."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from kimdocs.model.finance import Per


@dataclass(frozen=True, slots=True)
class Unit:
    """What one of a column's numbers is worth, and the rule that says so.

    ``shaped``: only numbers with a thousands mark or cents count.
    """

    factor: Decimal
    currency: str
    rule: str
    shaped: bool


@dataclass(slots=True)
class Columns:
    """What the header says of the columns, by position; ``own`` are the units that stand in columns themselves.

    ``numbered`` is the number of columns where the first has a year as its header, and so numbers and no labels.
    """

    units: dict[int, Unit] = field(default_factory=dict)
    own: dict[int, Unit] = field(default_factory=dict)
    periods: dict[int, tuple[tuple[Per, ...], int | None]] = field(default_factory=dict)
    counted: set[int] = field(default_factory=set)
    whole: Unit | None = None
    numbered: int = 0
    per: tuple[Per, ...] = ()
