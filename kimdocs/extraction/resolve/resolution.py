"""The text that was proposed or adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.council import DocumentFacts
    from kimdocs.model.decision import Decision, Resolution


def resolutions(context: Context, document: DocumentFacts, decided: tuple[Decision, ...]) -> tuple[Resolution, ...]:
    """Proposed and adopted resolutions, in the order of the text."""
    return ()
