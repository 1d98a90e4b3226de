"""The one agenda item of an excerpt, where its head names the number as a field ("TOP: Ö 7") and no heading does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Item
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import AgendaItem, DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.council import DocumentFacts

_FIELD = lazy(
    r"^(?:[-*•|]\s*)?(?:top|tagesordnungspunkt)(?:[ -]?nr\.?)?\s*:[\s-]{0,12}"
    r"(?P<number>[ön]?\s?\d{1,3}(?:\.\d{1,2}){0,2})[.)]?[ \t]*$",
    re.MULTILINE,
)
_HEAD = 2000


def with_item(context: Context, document: DocumentFacts) -> None:
    """Put the whole excerpt under the item that its head names; other documents stay as they are."""
    hit = _FIELD.search(context.folded, 0, _HEAD) if document.kind is DocumentKind.EXCERPT else None
    if hit is None or context.items:
        return
    start, end = hit.span("number")
    number = " ".join(context.text[start:end].split())
    public = {"ö": True, "n": False}.get(number[0].lower(), document.public)
    context.items = (
        Item(AgendaItem(number, document.title, public, (context.evidence(start, end),)), 0, len(context.text)),
    )
    context.sections = tuple(section._replace(item=0) for section in context.sections)
