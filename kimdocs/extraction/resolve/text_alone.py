"""Whether a whole text is but a resolution's, of one sentence: it is no report that anything was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.acts.words import grammar
from kimdocs.extraction.resolve.statement import Source
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.restated import Act
    from kimdocs.model.council import DocumentFacts


def is_text_alone(context: Context, document: DocumentFacts, acts: Sequence[Act]) -> bool:
    """Whether the only act of a text of unknown kind is its only sentence, in the present and without a vote."""
    if document.kind is not DocumentKind.OTHER or context.items or context.headings or len(acts) != 1:
        return False
    statement = acts[0].statements[0]
    if statement.source is not Source.PROSE or statement.outcome is not Outcome.ADOPTED:
        return False
    if statement.has_counts or statement.unanimous is not None or statement.groups:
        return False
    whole = context.text.strip() == context.text[statement.start : statement.end].strip()
    return whole and not _tells_of_past(context.folded[statement.start : statement.end].split())


def _tells_of_past(words: Sequence[str]) -> bool:
    """Whether an auxiliary of the past or of a state makes a sentence a report."""
    return not (grammar("perfect") | grammar("state") | {"wurde", "wurden"}).isdisjoint(words)
