"""Counts in a strip beside a text, at its left or its right, with their labels in any order: "dafür⏎12⏎dagegen⏎3"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.line_places import column_of
from kimdocs.extraction.recognise.tally_line import line_tally
from kimdocs.extraction.recognise.tally_tokens import may_stand
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_GAP = lazy(r"[ \u00a0]{2,}|\t| \| ?")
_GAPS = ("  ", "\t", " | ", "\u00a0\u00a0")
_WORDS = lazy(r"[^\W\d_]+")
_NUMBER = lazy(r"(?<!\d)\d{1,3}(?!\d)")
_LONGEST = 24
_ASIDE = 4
_UP, _DOWN = 4, 7
_MOST_BARE = 2


class Strip(NamedTuple):
    """The counts, the first and the last line that hold them, where they start and end, and how far the text stands in.

    The text stands at the left of ``column`` where the counts are ``right`` of it, else from there on.
    """

    first: int
    last: int
    start: int
    end: int
    column: int
    right: bool
    counts: dict[str, int]


class _Cell(NamedTuple):
    line: int
    start: int
    end: int
    left: int
    text: int


def strips(context: Context) -> list[Strip]:
    """All of them, in order: votes for and against, and text beside at least one of their lines."""
    found: list[Strip] = []
    for index in _lines(context):
        if (found and index <= found[-1].last) or not _has_gap(context, index):
            continue
        strip = _strip(context, index, right=False) or _strip(context, index, right=True)
        if strip:
            found.append(strip)
    return found


def _lines(context: Context) -> list[int]:
    """Lines that hold the name of a side at their start, behind a gap or behind a number."""
    return sorted({context.line_at(offset + 2) for offset in anchor_offsets(context.folded, "strip")})


def _has_gap(context: Context, index: int) -> bool:
    """Whether a gap parts a line or one next to it, as where a text stands beside a strip."""
    lines = context.lines
    start, end = lines[max(0, index - 2)].start, lines[min(len(lines) - 1, index + 2)].end
    return any(context.text.find(gap, start, end) >= 0 for gap in _GAPS)


def _strip(context: Context, index: int, *, right: bool) -> Strip | None:
    anchor = _cell(context, index, right=right)
    if anchor is None:
        return None
    cells = [*reversed(list(_near(context, anchor, -1, right=right))), anchor, *_near(context, anchor, 1, right=right)]
    cells = _trimmed(context, cells)
    beside = [cell for cell in cells if cell.text >= 0]
    if len(cells) < 2 or not beside:
        return None
    tally = line_tally(" \n".join(context.folded[cell.start : cell.end] for cell in cells))
    if tally is None or len(tally.names) < 2 or not {"yes", "no"} <= tally.counts.keys():
        return None
    column = min(cell.left for cell in cells) if right else min(cell.text for cell in beside)
    return Strip(cells[0].line, cells[-1].line, cells[0].start, cells[-1].end, column, right, tally.counts)


def _near(context: Context, anchor: _Cell, step: int, *, right: bool) -> Iterator[_Cell]:
    """The cells of the strip above or below one of them; lines that have but text are passed over."""
    bare = 0
    for index in range(anchor.line + step, anchor.line + step * (_UP if step < 0 else _DOWN), step):
        if not 0 <= index < len(context.lines) or context.lines[index].start == context.lines[index].end:
            return
        cell = _cell(context, index, right=right)
        if cell is None or not _in_column(anchor, cell):
            bare += 1
            if bare > _MOST_BARE or _is_left(context, index, anchor, right=right):
                return
            continue
        bare = 0
        yield cell


def _is_left(context: Context, index: int, anchor: _Cell, *, right: bool) -> bool:
    """Whether a line has text where a strip at the left would stand."""
    return not right and column_of(context.text, context.lines[index].start) < anchor.text


def _in_column(anchor: _Cell, cell: _Cell) -> bool:
    ends = (anchor.left + anchor.end - anchor.start) - (cell.left + cell.end - cell.start)
    return min(abs(anchor.left - cell.left), abs(ends)) <= _ASIDE


def _cell(context: Context, index: int, *, right: bool) -> _Cell | None:
    """The first or the last cell of a line, if it holds but what may stand in counts."""
    start, end = context.lines[index]
    if end - start > _LONGEST and not any(context.text.find(gap, start, end) >= 0 for gap in _GAPS):
        return None
    gaps = list(_GAP.finditer(context.text, start, end))
    if right:
        begin, stop, text = (gaps[-1].end(), end, start) if gaps else (start, end, -1)
    else:
        begin, stop, text = (start, gaps[0].start(), gaps[0].end()) if gaps else (start, end, -1)
    words = context.folded[begin:stop]
    if not 0 < len(words) <= _LONGEST or len(_NUMBER.findall(words)) > 1 or not may_stand(words):
        return None
    rest = (start, gaps[-1].start()) if right and gaps else (text, end)
    if text < 0 or may_stand(context.folded[slice(*rest)]):
        text = -1
    return _Cell(
        index, begin, stop, column_of(context.text, begin), text if text < 0 or right else column_of(context.text, text)
    )


def _trimmed(context: Context, cells: list[_Cell]) -> list[_Cell]:
    """The cells without those before the first and behind the last that have neither a number nor a side's name."""
    while cells and not _counts(context, cells[0]):
        cells = cells[1:]
    while cells and not _counts(context, cells[-1]):
        cells = cells[:-1]
    return cells


def _counts(context: Context, cell: _Cell) -> bool:
    words = context.folded[cell.start : cell.end]
    return _NUMBER.search(words) is not None or _WORDS.search(words) is not None
