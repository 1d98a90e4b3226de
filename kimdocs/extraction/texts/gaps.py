"""Gaps inside a text and behind it: blank lines that part it, pages that end, and cells of a table it announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_PAGE_ENDS = lazy(r"\n[ \t\f]*(?:[-–] ?)?(?:(?:Seite|Blatt) )?\d{1,3}(?: von \d{1,3})?(?: ?[-–])?[ \t]*\n")
_ANNOUNCES = 120
_ADJACENT = lazy(r"\S[ \t]*\n[ \t]*[^\s]")
_BOX_REACH = 4000
_EMPTY_PARAGRAPH = lazy(r"\n\n[ \u00a0]\n\n")
_WIDE_GAP = 3
_SHORT_CELL = 50


def wide_gap(context: Context, start: int, limit: int) -> int:
    """Where the first gap of several blank lines starts."""
    end, blank = start, 0
    for index in range(context.line_at(start), len(context.lines)):
        line = context.lines[index]
        if line.start >= limit or (blank > 1 and line.end > line.start):
            break
        end, blank = (end, blank + 1) if line.start == line.end else (line.end, 0)
    return end


def gap_size(context: Context, end: int, start: int, blank: int) -> int:
    """How many blank lines a gap counts as: but one where an empty paragraph of a web page parts, or a page ends."""
    if _EMPTY_PARAGRAPH.fullmatch(context.text, end, start) or _PAGE_ENDS.search(context.source.text, end, start):
        return 1
    near = max(0, end - _BOX_REACH), start + _BOX_REACH
    boxed = context.source.media_type == "text/plain" and _EMPTY_PARAGRAPH.search(context.text, *near) is not None
    return _WIDE_GAP if boxed else blank


def in_cells(context: Context, start: int, end: int) -> bool:
    """Whether a text announces a table and ends in its cells, with blank lines between: "… wie folgt:⏎⏎Nr.⏎⏎Ort⏎⏎1"."""
    colon = context.text.rfind(":", start, end)
    if colon < 0 or "folg" not in context.folded[max(start, colon - _ANNOUNCES) : colon]:
        return False
    if _ADJACENT.search(context.text, colon + 1, end):
        return False
    cells = [cell.strip() for cell in context.text[colon + 1 : end].split("\n") if cell.strip()]
    return len(cells) > 1 and all(len(cell) < _SHORT_CELL and cell.find(". ") < 0 for cell in cells)
