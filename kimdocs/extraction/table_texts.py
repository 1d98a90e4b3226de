"""Texts of resolutions in a column of their own of a table with bars: "Nr. | Beschluss | Ja | Nein"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line

_COLUMN = lazy(r"beschlu(?:ss|ß)(?:text)?|wortlaut|beschlossener text|beschlossen wurde")
_VOTES = lazy(r"ja|nein|enth\w*\.?|abstimmung\w*|ergebnis|dafür|dagegen|für|gegen|votum|stimmen")
_SENTENCE = lazy(r"[A-ZÄÖÜ„\"][^|]{8,}[.!“\"]")
_LONGEST_HEADER = 200


def table_cuts(context: Context) -> list[tuple[int, str]]:
    """Where such texts start and end, below a header that names their column and one of votes."""
    if context.text.find("|") < 0:
        return []
    column, cuts = -1, list[tuple[int, str]]()
    for line in context.lines:
        if line.start == line.end or context.text.find("|", *line) < 0:
            column = -1 if line.start < line.end else column
            continue
        cells = list(_cells(context, line))
        if column < 0:
            column = _header(context, line, cells)
        elif column < len(cells) and _SENTENCE.fullmatch(context.text, *cells[column]):
            start, end = cells[column]
            cuts += [(start, "resolution"), (end, "after_resolution")]
    return cuts


def _header(context: Context, line: Line, cells: list[tuple[int, int]]) -> int:
    words = [context.folded[start:end] for start, end in cells] if line.end - line.start < _LONGEST_HEADER else []
    found = [index for index, word in enumerate(words) if _COLUMN.fullmatch(word)]
    return found[0] if len(found) == 1 and any(_VOTES.fullmatch(word) for word in words) else -1


def _cells(context: Context, line: Line) -> Iterator[tuple[int, int]]:
    """Start and end of each cell of a row, without the white space around it."""
    start = line.start + (context.text[line.start] == "|")
    for cell in context.text[start : line.end].removesuffix("|").split("|"):
        lead = len(cell) - len(cell.lstrip())
        yield start + lead, start + max(lead, len(cell.rstrip()))
        start += len(cell) + 1
