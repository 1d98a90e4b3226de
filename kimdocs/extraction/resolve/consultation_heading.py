"""Words that head the text of a paper elsewhere, but where rows follow a Beratungsfolge: "Beratung:", rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.consultation_fields import fields_of, sure
from kimdocs.extraction.resolve.head_lines import mark_end

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.head import Head
    from kimdocs.lexicon import Match

_LONGEST = 120


def heads_rows(head: Head, index: int, label: Match) -> bool:
    """Whether "Beratung" is a line by itself and the next line a body with its date."""
    context = head.context
    if not context.folded.startswith("beratung", label.start):
        return False
    below = next((line for line in range(index + 1, min(index + 3, head.last)) if not head.blank(line)), None)
    if below is None or context.text[label.end : context.lines[index].end].strip(" :*"):
        return False
    start, end = context.lines[below]
    start = mark_end(context.text, start, end)
    return end - start < _LONGEST and sure(head, fields_of(head, start, end))
