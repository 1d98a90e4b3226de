"""Texts of resolutions in a column of their own: between bars, or last in a book, beside number and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import column_of
from kimdocs.extraction.texts.end import text_end
from kimdocs.extraction.texts.form import is_in_form
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line

_COLUMN = lazy(r"beschlu(?:ss|ß)(?:text)?|wortlaut|beschlossener text|beschlossen wurde")
_VOTES = lazy(r"ja|nein|enth\w*\.?|abstimmung\w*|ergebnis|dafür|dagegen|für|gegen|votum|stimmen")
_SENTENCE = lazy(r"[A-ZÄÖÜ„\"][^|]{8,}[.!“\"]")
_ABSENT = lazy(
    r"(?<=[.!])\s+[A-ZÄÖÜ][^|]{2,80}\b(?:wegen|ohne|gem\.|gemäß)\b[^|]*\b(?:abwesend|befangen|[Bb]eteiligung)\b[^|]*"
)
_LONGEST_HEADER = 200
_HEADER = lazy(r"(?:für|ja|dafür) {2,}(?:gegen|nein|dagegen)\b")
_ROW = lazy(r"\d{1,4}[a-z]?\.? {2,}(?:\d{1,3} {2,}){1,3}(?:\d{1,3}|-) {3,}(?=[A-ZÄÖÜ])")
_ASIDE = 2
_REACH = 400


def table_cuts(context: Context) -> list[tuple[int, str]]:
    """Where such texts start and end, below a header that names their column and one of votes."""
    if context.text.find("|") < 0:
        return []
    column, barred, cuts = -1, False, list[tuple[int, str]]()
    for line in context.lines:
        if line.start == line.end or context.text.find("|", *line) < 0:
            column = -1 if line.start < line.end else column
            continue
        barred = context.text[line.start] == "|" if column < 0 else barred
        cells = list(_cells(context, line, barred=barred))
        if column < 0:
            column = _header(context, line, cells)
        elif (
            column < len(cells)
            and _SENTENCE.fullmatch(context.text, *cells[column])
            and _is_voted(context, cells, column)
        ):
            start, end = cells[column]
            aside = _ABSENT.search(context.text, start, end)
            cuts += [(start, "resolution"), (aside.start() if aside else end, "after_resolution")]
    return cuts


def _is_voted(context: Context, cells: list[tuple[int, int]], column: int) -> bool:
    """Whether a cell behind that of the text is filled, with more than a dash, if there are any."""
    behind = cells[column + 1 :]
    return not behind or any(context.text[start:end].strip("-–/ ") for start, end in behind)


def _header(context: Context, line: Line, cells: list[tuple[int, int]]) -> int:
    words = [context.folded[start:end] for start, end in cells] if line.end - line.start < _LONGEST_HEADER else []
    found = [index for index, word in enumerate(words) if _COLUMN.fullmatch(word)]
    return found[0] if len(found) == 1 and any(_VOTES.fullmatch(word) for word in words) else -1


def _cells(context: Context, line: Line, *, barred: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each cell of a row, without the white space around it.

    Where the header does not begin with a bar, one that a row begins with is behind an empty cell.
    """
    start = line.start + (barred and context.text[line.start] == "|")
    for cell in context.text[start : line.end].removesuffix("|").split("|"):
        lead = len(cell) - len(cell.lstrip())
        yield start + lead, start + max(lead, len(cell.rstrip()))
        start += len(cell) + 1


def box_cuts(context: Context) -> list[tuple[int, str]]:
    """Where such texts start and end, below the title of their matter."""
    header = _HEADER.search(context.folded)
    if header is None:
        return []
    first = context.line_at(header.start()) + 1
    marked = [(index, row) for index in range(first, len(context.lines)) if (row := _row(context, index))]
    cuts: list[tuple[int, str]] = []
    for number, (index, row) in enumerate(marked):
        last = marked[number + 1][0] if number + 1 < len(marked) else len(context.lines)
        limit = context.lines[last - 1].end
        start = _text_start(context, index, last, column_of(context.text, row.end()))
        if start is not None and (stop := text_end(context, start, limit)) > start:
            cuts += [(start, "resolution"), (stop, "after_resolution")]
    return cuts


def _row(context: Context, index: int) -> re.Match[str] | None:
    start, end = context.lines[index]
    return _ROW.match(context.text, start, end) if end > start and context.text[start].isdigit() else None


def _text_start(context: Context, index: int, last: int, column: int) -> int | None:
    """Where the first paragraph starts, behind the one with the title, that is in the form of a resolution."""
    for place in range(index + 1, last):
        line, before = context.lines[place], context.lines[place - 1]
        if line.start == line.end:
            continue
        if column_of(context.text, line.start) < column - _ASIDE:
            return None
        if before.start == before.end and is_in_form(context, line.start, min(line.start + _REACH, len(context.text))):
            return line.start
    return None
