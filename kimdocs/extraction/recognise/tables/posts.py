"""Numbers of posts in the columns of tables that a header names: "VZÄ", "Stellen 2031"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import is_year
from kimdocs.extraction.recognise.quantities.posts import is_post
from kimdocs.extraction.recognise.quantities.words import phrase
from kimdocs.extraction.recognise.tables.blocks import cell_above
from kimdocs.extraction.recognise.tables.grid import grid_columns
from kimdocs.extraction.recognise.tables.rows import line_cells
from kimdocs.extraction.recognise.tables.words import is_money_word
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.quantities.words import Phrase
    from kimdocs.extraction.recognise.tables.rows import Row, RowCell

_COUNT = lazy(r"\d{1,3}(?:,\d{1,3})?|\d\.\d{3}(?:,\d{1,2})?", re.ASCII)
_RULE = lazy(r"[\s|:=+_-]*")
_LONGEST_HEADER = 40
_MOST_ROWS = 80
_MOST_GAPS = 1
_MOST_HEADERS = 8


def cells_below(context: Context, start: int) -> list[RowCell]:
    """The cells with numbers below the header whose word for posts stands at ``start``; empty where it is none."""
    index = context.line_at(start)
    header = line_cells(context, index)
    own = next((cell for cell in header if cell.start <= start < cell.end), None)
    if own is None or not _names_posts(phrase(context.text, context.folded, own.start, own.end)):
        return []
    if len(header) == 1:
        return _stacked(context, index, start)
    if header[0] is own or any(_is_count(context, cell) for cell in header):
        return []
    return _in_rows(context, index, header, own)


def _names_posts(header: Phrase) -> bool:
    """Whether a header is of posts, and of no money or share of one."""
    if "%" in header.folded or len(header.folded) > _LONGEST_HEADER or header.folded.rstrip()[-1] in ".:;":
        return False
    others = any(is_money_word(word) or word in ("je", "pro", "/") for word in header.words)
    return not others and any(is_post(word) for word in header.words)


def _is_count(context: Context, cell: RowCell) -> bool:
    written = context.folded[cell.start : cell.end].strip()
    return _COUNT.fullmatch(written) is not None and not is_year(written)


def _in_rows(context: Context, index: int, header: Row, own: RowCell) -> list[RowCell]:
    found: list[RowCell] = []
    gaps = 0
    for at in range(index + 1, min(index + _MOST_ROWS, len(context.lines))):
        line = context.lines[at]
        if _RULE.fullmatch(context.text, line.start, line.end):
            gaps += line.start == line.end
            continue
        row = line_cells(context, at)
        gaps += not any(_is_count(context, cell) for cell in row[1:])
        if gaps > _MOST_GAPS or len(row) < 2:
            break
        found += [
            cell
            for cell in row[1:]
            if _is_count(context, cell) and cell_above(context, (index, header), (at, row), cell) is own
        ]
    return found


def _stacked(context: Context, index: int, start: int) -> list[RowCell]:
    """The cells below a header that is a line, in a table whose cells are lines."""
    below = range(index + 1, min(index + _MOST_HEADERS * 2, len(context.lines)))
    lone = (at for at in below if len(row := line_cells(context, at)) == 1 and _is_count(context, row[0]))
    first = next(lone, None)
    if first is None:
        return []
    columns, _ = grid_columns(context, first, _names_posts)
    written = phrase(context.text, context.folded, *context.lines[index]).folded
    mine = (column for column in columns if column.header.folded == written and column.cells[0].start > start)
    column = next(mine, None)
    return [cell for cell in column.cells if _is_count(context, cell)] if column else []
