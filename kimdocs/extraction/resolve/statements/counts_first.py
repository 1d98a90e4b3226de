"""Counts above the sentence that they are on, as the minutes of some bodies write throughout.

"19 Ja / 1 Nein⏎   Frau Lohse wird gewählt.": such a document never means the text before its counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.statements.statement import Source
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.statements.statement import Statement

_FEWEST = 3
_OF_THREE = 2
_NUMBER = lazy(
    r"(?:(?:lfd\.?|laufende|beschluss-?|beschluß-?|top)[ -]?)?(?:nummer|nr\.?)?\s?:?\s?\d{1,4}(?:[/-]\d{2,4})?\.?"
)
_SENTENCE = lazy(r"[a-zäöüß]{4}\.(?:\s|$)")
_NEAR = 2000


def counts_first(context: Context, found: list[Statement]) -> dict[int, Statement | None]:
    """The sentence right below each bare count, by the place of the count, if the document writes so throughout."""
    bare = [s for s in found if s.has_counts and s.outcome is None and s.source is not Source.PROSE and not s.quoted]
    above = [statement for statement in bare if _is_above_text(context, statement)]
    if len(above) < _FEWEST or _OF_THREE * len(bare) > 3 * len(above):
        return _in_numbered_heads(context, bare, [s for s in found if s.source is Source.PROSE])
    below = {context.line_at(s.start): s for s in reversed(found) if s.source is Source.PROSE}
    return {s.start: below.get(context.line_at(s.end - 1) + 1) for s in above}


def _in_numbered_heads(context: Context, bare: list[Statement], told: list[Statement]) -> dict[int, Statement | None]:
    """The first sentence below each count in the numbered head of a matter, if the first head stands before all text.

    "Nummer: 47⏎Anwesend: 9⏎Ja: 9⏎Nein: 0", a blank line, and below it what the vote was on.
    """
    heads = [statement for statement in bare if _is_in_numbered_head(context, statement)]
    if len(heads) < _FEWEST or _OF_THREE * len(bare) > 3 * len(heads):
        return {}
    begin, end = heads[0].start, heads[-1].end
    if (
        any(one.start < begin for one in told)
        or _SENTENCE.search(context.text, end, min(end + _NEAR, context.closing)) is None
    ):
        return {}
    stops = [*(head.start for head in heads[1:]), context.closing]
    return {
        head.start: next((one for one in told if head.end <= one.start < stop), None)
        for head, stop in zip(heads, stops, strict=True)
    }


def _is_in_numbered_head(context: Context, statement: Statement) -> bool:
    """Whether the paragraph of a count opens with the number of a matter and nothing stands behind the count."""
    lines, first, last = context.lines, context.line_at(statement.start), context.line_at(statement.end - 1)
    if last + 1 >= len(lines) or lines[last + 1].end > lines[last + 1].start:
        return False
    while first and lines[first - 1].end > lines[first - 1].start:
        first -= 1
    return _NUMBER.fullmatch(context.folded, *lines[first]) is not None


def _is_above_text(context: Context, statement: Statement) -> bool:
    """Whether nothing but the counts stands on their lines, nothing right above, and text right below."""
    first, last = context.line_at(statement.start), context.line_at(statement.end - 1)
    lines = context.lines
    if last + 1 >= len(lines) or lines[first].start != statement.start or lines[last].end != statement.end:
        return False
    below = lines[last + 1]
    filled = below.end > below.start and context.text[below.start].isupper()
    return filled and (first == 0 or lines[first - 1].start == lines[first - 1].end)
