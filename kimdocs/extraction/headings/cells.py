"""Labels of texts in a column of their own: "Beschluss      Die Brücke wird saniert.⏎               Die Mittel …"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Heading
from kimdocs.lexicon import load, matcher
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line

WIDE = "   "
_TEXTS = ("resolution", "recommendation", "proposed_resolution")
_REACH = 60
_BEGINNING = 5
_GAP = lazy(r":? {3,}(?=[A-ZÄÖÜ„\"“]|\d{1,2}[.)]|[a-h]\))")
_ROW = lazy(r":?\s*\|\s*(?P<value>[A-ZÄÖÜ„\"“\d][^|\n]{10,}[.;:!])\s*\|?")
_SHORTEST = 12
_MOST = 40
_INDENT = 8
_ASIDE = 2


def cell_heading(text: str, folded: str, lines: tuple[Line, ...], index: int, start: int) -> Heading | None:
    """The label of a text that stands beside it: what follows is a sentence, or goes on below in the same column."""
    if folded[start : start + _BEGINNING] not in _beginnings():
        return None
    line, below = lines[index], lines[min(index + 1, len(lines) - 1)]
    indented = below.end > below.start and text[below.start - _INDENT : below.start].isspace()
    row = folded[line.start] == "|"
    if not (row or indented or folded.find(WIDE, start, min(line.end, start + _REACH)) >= 0):
        return None
    known = matcher("headings").match(folded, start, line.end)
    if known is None or known.entry.value not in _TEXTS:
        return None
    if row:
        cells = _ROW.fullmatch(text, known.end, line.end)
        place = cells.start("value") if cells else None
    else:
        place = _beside(text, line, below, known.end, indented=indented)
    return None if place is None else Heading(known.entry.value, line.start, place, index, known.entry.rule)


def _beside(text: str, line: Line, below: Line, end: int, *, indented: bool) -> int | None:
    """Where the text starts beside its label that ends at ``end``: behind a wide gap, or where it goes on below."""
    place = end + 1
    starts = indented and place < line.end and text[place].isupper()
    if starts and abs(_column(text, place) - _column(text, below.start)) <= _ASIDE:
        return place
    gap = _GAP.match(text, end, line.end)
    if gap is None or line.end - gap.end() < _SHORTEST or text.find(WIDE, gap.end(), line.end) >= 0:
        return None
    hangs = below.start < below.end and _column(text, below.start) == _column(text, gap.end())
    return gap.end() if hangs or text[line.end - 1] in ".;:" else None


@cache
def _beginnings() -> frozenset[str]:
    """How the labels of texts begin."""
    labels = (phrase for entry in load("headings") if entry.value in _TEXTS for phrase in entry.phrases)
    return frozenset(fold(label)[:_BEGINNING] for label in labels)


def beside_limit(context: Context, start: int, limit: int) -> int:
    """Where the column ends in which a text hangs beside its label; ``limit`` where it does not hang."""
    text, index = context.text, context.line_at(start)
    line = context.lines[index]
    if start > line.start and text[line.start] == "|" and text[line.end - 1] == "|":
        return line.start + len(text[line.start : line.end].rstrip("| "))
    if start <= line.start or text[start - 1] != " ":
        return limit
    column, hangs = _column(text, start), text[start - 2 : start] == WIDE[:2] and text[line.end - 1] in ".;!"
    for place in range(index + 1, min(index + _MOST, len(context.lines))):
        line = context.lines[place]
        if line.start >= limit:
            break
        if line.start == line.end:
            continue
        if _column(text, line.start) < column - _ASIDE:
            return line.start if hangs else limit
        hangs = True
    return limit


def _column(text: str, place: int) -> int:
    return place - 1 - text.rfind("\n", 0, place)
