"""Numbers of posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.finance import Staffing


def staffing(context: Context) -> tuple[Staffing, ...]:
    """Every number of posts in the text, in order."""
    return ()
