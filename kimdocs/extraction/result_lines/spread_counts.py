"""The counts of one vote on several lines: below a header, above their names, or one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.forms.split_header import split_header_counts
from kimdocs.extraction.recognise.matrices.matrix import has_other_columns, header_sides, read_matrix
from kimdocs.extraction.recognise.tallies.line import line_tally, opens_tally, tells_tally
from kimdocs.extraction.recognise.tallies.tokens import name_pattern
from kimdocs.extraction.result_lines.polls import is_in_poll
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_RATIO_ALONE = lazy(r"[(\[]?\d{1,3}(?: ?/ ?\d{1,3}){2,5}[)\]]?")
_NUMBERS = lazy(r"\d{1,3}(?:[ \t|]{2,}(?:\d{1,3}|-)){1,4}")
_SPLIT = lazy(
    r"(?i)(?:[^\d\n|]{0,60}\s{2,})?(?:ja|für|dafür|zu|zustim)-?\s{2,}(?:nein|gegen|dagegen|ab"
    r"|ableh)-?(?:\s{2,}[^\d\n|]{2,20})?"
)
_MOST_SPLIT = 3
_NUMBER = lazy(r"\d{1,3}")
_ONE_WORD = lazy(r"[^\W\d_]{2,14}\.?")
_LABELLED = lazy(r":[ \t]*\d{1,3}$")
_RULE = lazy(r"[-=_|+: ]{3,}")
_LONGEST_BLOCK = 160
_MOST_PIECES = 13
_SHORTEST_PIECE = 20
_MOST_TABLE = 16
_LONGEST_PIECE = 30


def spread_counts(context: Context, index: int, *, whole: bool) -> Iterator[tuple[int, int]]:
    """The lines that hold the counts of one vote together with the line at ``index``, read in every way that fits.

    A line that is taken as a ``whole`` opens no run of short lines.
    """
    for read in () if whole else (_block,):
        if span := read(context, index):
            yield span
    for read in (_table, _split_table, _numbers_above):
        if span := read(context, index):
            yield span


def _block(context: Context, index: int) -> tuple[int, int] | None:
    """The lines from ``index`` on that hold the counts of one vote but together: "+ 12⏎- 3⏎o 1"."""
    first = context.lines[index]
    if not first.start < first.end <= first.start + _LONGEST_PIECE:
        return None
    words = context.folded[first.start : first.end]
    if not (opens_tally(words) or _RATIO_ALONE.fullmatch(words)):
        return None
    above = _filled_above(context, index)
    if above is not None and _LABELLED.search(context.text, *context.lines[above]):
        return None
    first = context.lines[_top_number(context, index)]
    end, counts = None, None
    for line in context.lines[index + 1 : index + _MOST_PIECES]:
        if line.start == line.end and len(words) <= _SHORTEST_PIECE:
            continue
        if line.start == line.end or line.end - line.start > _LONGEST_PIECE or line.end - first.start > _LONGEST_BLOCK:
            break
        tally = line_tally(context.folded[first.start : line.end])
        page = tally is not None and tally.counts == counts and _NUMBER.fullmatch(context.text, *line)
        if tally and tally.labelled and not page:
            end, counts = line.end, tally.counts
    return (first.start, end) if end else None


def _top_number(context: Context, index: int) -> int:
    """The line of the first number where names of sides stand each below its own; else ``index``."""
    top, at = index, index
    while (above := _filled_above(context, at)) is not None:
        number = _NUMBER.fullmatch(context.text, *context.lines[above]) is not None
        if number is (context.text[context.lines[at].start].isdecimal()):
            break
        if not number and not name_pattern().fullmatch(context.folded, *context.lines[above]):
            break
        top = at = above
    if not context.text[context.lines[top].start].isdecimal():
        return index
    of_word = top > 0 and _ONE_WORD.fullmatch(context.text, *context.lines[top - 1]) is not None
    return index if of_word and _ends_in_number(context, index) else top


def _ends_in_number(context: Context, index: int) -> bool:
    """Whether a number stands below the last of the names that each stand below a number: "Ja⏎12⏎Nein⏎3"."""
    filled = [line for line in context.lines[index : index + _MOST_PIECES] if line.end > line.start]
    for name, number in zip(filled[::2], filled[1::2], strict=False):
        if not name_pattern().fullmatch(context.folded, *name):
            break
        if not _NUMBER.fullmatch(context.text, *number):
            return False
    return True


def _filled_above(context: Context, index: int) -> int | None:
    """The line above, or beyond one blank line."""
    near = range(index - 1, max(-1, index - 3), -1)
    return next((at for at in near if context.lines[at].end > context.lines[at].start), None)


def name_above(context: Context, index: int) -> int | None:
    """The line above a number that stands alone, if it but names what the number counts: "davon anwesend⏎12"."""
    if not _NUMBER.fullmatch(context.text, *context.lines[index]) or not (above := _filled_above(context, index)):
        return None
    return above if name_pattern().fullmatch(context.folded, *context.lines[above]) else None


def _numbers_above(context: Context, index: int) -> tuple[int, int] | None:
    """The line above and this one, if the first is but the counts of the sides that the second names."""
    line, above = context.lines[index], context.lines[index - 1]
    if not index or not _NUMBERS.fullmatch(context.folded, *above) or not header_sides(context.folded, *line):
        return None
    return (above.start, line.end) if tells_tally(context.folded[above.start : line.end]) else None


def _split_table(context: Context, index: int) -> tuple[int, int] | None:
    """The lines from ``index`` on whose first two name the sides together, the third gives the counts."""
    line = context.lines[index]
    if context.folded.find("  ", *line) < 0 or not _SPLIT.fullmatch(context.text, *line):
        return None
    lines = [row for row in context.lines[index : index + _MOST_SPLIT] if row.start < row.end]
    counts = split_header_counts(context.text, lines)
    return (line.start, lines[-1].end) if counts and len(lines) == _MOST_SPLIT else None


def _table(context: Context, index: int) -> tuple[int, int] | None:
    """The lines from ``index`` on that are a table of sides over groups with their sum, or over other counts."""
    line = context.lines[index]
    if not header_sides(context.folded, *line):
        return None
    rows = [(row.start, row.end) for row in context.lines[index + 1 : index + _MOST_TABLE]]
    matrix = read_matrix(context.text, context.folded, (line.start, line.end), rows)
    first = next((row for row in rows if not _RULE.fullmatch(context.text, *row)), None)
    counted = first and context.text[slice(*first)].lstrip("| ")[:1].isdigit()
    counted = counted and has_other_columns(context.text, context.folded, *line)
    told = matrix is not None and matrix.counts and (matrix.groups or counted or matrix.summed)
    if matrix is None or not told or is_in_poll(context, line.start):
        return None
    context.matrices[line.start] = matrix
    return line.start, matrix.end
