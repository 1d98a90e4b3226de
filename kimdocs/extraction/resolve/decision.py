"""Outcomes and votes → decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.council import DocumentFacts
    from kimdocs.model.decision import Decision


def decisions(context: Context, document: DocumentFacts) -> tuple[Decision, ...]:
    """Every act by which a body decided, in the order of the text."""
    return ()
