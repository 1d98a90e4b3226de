"""What a bracket tells of the matter behind a form that nobody filled in: "(vertagt auf den 3. Mai)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.statement import Statement

_FATE = lazy(r"\(((?:vertagt|zurückgestellt|abgesetzt|verschoben|verwiesen|überwiesen|zurückgezogen)\b[^()\n]{0,60})\)")


def read_bracket(folded: str, statement: Statement) -> None:
    """What a bracket tells of the matter behind a form that nobody filled in: "(vertagt auf den 3. Mai)"."""
    bracket = _FATE.search(folded, statement.start, statement.end)
    mention = read_outcome(folded, *bracket.span(1), status=True) if bracket else None
    if mention and mention.start == (bracket.start(1) if bracket else -1):
        statement.take(mention)
