"""Counts one below the other at the left of a text, beside their labels or below them: "für:⏎14⏎gegen:⏎3"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.line_places import line_start
from kimdocs.extraction.recognise.tally_line import line_tally
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context

_AGAINST = lazy(r"(?:da)?gegen|nein|ablehnung|neinstimmen|nein-st\.?|abl\.?")
_CELL = lazy(r"(?:(?P<label>[^\W\d_][\w.-]*)[ ]{0,4}:?)?[ ]*(?P<number>\d{1,3}|-)?")
_GAP = lazy(r"(?:[ ]{2,}|\t)(?=[^\s\d(])")
_LABELS = lazy(
    r"stimmen?-?|abst\.?|(?:abstimmungs-?)?ergebnis|abstimmung|votum|abstimmungs-|(?:stimm(?:en)?)?verhältnis"
)
_WITH = lazy(r"^mit\b:? ?")
_ABSTAINED = ("enth", "stimmenth", "e")
_MOST = 5
_LONGEST = 18


class LeftStack(NamedTuple):
    """The counts, the first and the last line that hold them, and how far the text stands from the line's start."""

    first: int
    last: int
    column: int
    counts: dict[str, int]


def left_stacks(context: Context) -> list[LeftStack]:
    """All of them, in order: votes for a text, votes against it, perhaps abstentions, and the text beside them."""
    found: list[LeftStack] = []
    for offset in anchor_offsets(context.folded, "margin_header"):
        index = context.line_at(offset)
        line = context.lines[index]
        if line.start != offset or (found and index <= found[-1].last) or not _AGAINST.match(context.folded, *line):
            continue
        column = _column(context, index)
        stack = _stack(context, index, column) if column else None
        if stack:
            found.append(stack)
    return found


def _column(context: Context, index: int) -> int:
    """Where the text starts beside a label: on its line, or on the line above or below it; 0 where none does."""
    for at in (index, index - 1, index + 1):
        if not 0 <= at < len(context.lines):
            continue
        line = context.lines[at]
        gap = _GAP.search(context.text, line.start, line.end)
        left = context.folded[line.start : gap.start()] if gap else ""
        if gap and len(left) <= _LONGEST and _CELL.fullmatch(left):
            return gap.end() - line_start(context.text, context.lines[at].start)
    return 0


def _cell(context: Context, index: int, column: int) -> re.Match[str] | None:
    """The label or number left of the text on a line, perhaps empty; None where the line is no part of such a stack."""
    if not 0 <= index < len(context.lines) or context.lines[index].start == context.lines[index].end:
        return None
    begin, end = line_start(context.text, context.lines[index].start), context.lines[index].end
    left = context.folded[begin : min(end, begin + column)]
    if end > begin + column and (left[-1:].strip() or context.text[begin + column] == "("):
        return None
    words = left.strip()
    return _CELL.fullmatch(words) if len(words) <= _LONGEST else None


def _stack(context: Context, index: int, column: int) -> LeftStack | None:
    cells = _above(context, index, column)
    abstained = False
    for at in range(index, index + _MOST):
        cell = _cell(context, at, column)
        if cell is None or (cell["label"] and _LABELS.fullmatch(cell["label"])):
            break
        if cell[0] and _counts(cells):
            abstained = abstained or (cell["label"] or "").startswith(_ABSTAINED)
            if not abstained:
                break
        if cell[0]:
            cells[at] = cell[0]
    counts = _counts(cells) if len(cells) > 1 else {}
    return LeftStack(min(cells), max(cells), column, counts) if counts else None


def _above(context: Context, index: int, column: int) -> dict[int, str]:
    """The cells above the label of the votes against, up to the label of those for the text."""
    cells: dict[int, str] = {}
    for at in range(index - 1, index - 1 - _MOST, -1):
        cell = _cell(context, at, column)
        if cell is None:
            break
        if cell[0]:
            cells[at] = cell[0]
        if cell["label"]:
            break
    return cells


def _counts(cells: dict[int, str]) -> dict[str, int]:
    words = " ".join(" ".join(cells[at].split()) for at in sorted(cells))
    tally = line_tally(_WITH.sub("für ", words))
    return dict(tally.counts) if tally and tally.names else {}
