"""Amounts of money."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.finance import Figure


def figures(context: Context) -> tuple[Figure, ...]:
    """Every amount of money in the text, in order."""
    return ()
