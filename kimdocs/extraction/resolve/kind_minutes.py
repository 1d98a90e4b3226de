"""Lines that name minutes behind something else: "Stadtrat Musterau - Kurzprotokoll", "Rat   Protokoll Nr. 4"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.head_lines import bare, cells_of
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.head_lines import Piece
    from kimdocs.lexicon import Entry

_FIRST_LINES = 3
_BEHIND_BODY = re.compile(r"\s-\s|,\s")
_ITS_NUMBER = re.compile(r"\s+\((?:nicht)?öffentlich(?:er teil)?\)\s*|\s+(?:nr\.?\s*)?\d{1,4}(?:\s?/\s?\d{2,4})?\s*")


def minutes_beside(context: Context, index: int) -> tuple[Entry, Piece] | None:
    """The word for minutes, and where it stands: in a cell that holds but it and a number, or behind the body."""
    line = context.lines[index]
    for cell in cells_of(context.text, line.start, line.end)[1:]:
        start, end = bare(context.text, *cell)
        hit = matcher("kinds").match(context.folded, start, end)
        if hit and hit.entry.value == "minutes" and _ITS_NUMBER.fullmatch(context.folded, hit.end, end):
            return hit.entry, (start, end)
    marks = list(_BEHIND_BODY.finditer(context.folded, *line)) if index < _FIRST_LINES else []
    hit = matcher("kinds").match(context.folded, marks[-1].end(), line.end) if marks else None
    if hit is None or hit.entry.value not in ("minutes", "excerpt"):
        return None
    alone = hit.end == line.end or _ITS_NUMBER.fullmatch(context.folded, hit.end, line.end)
    return (hit.entry, (hit.start, line.end)) if alone else None
