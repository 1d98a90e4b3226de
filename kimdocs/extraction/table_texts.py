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
_ABSENT = lazy(
    r"(?<=[.!])\s+[A-ZÄÖÜ][^|]{2,80}\b(?:wegen|ohne|gem\.|gemäß)\b[^|]*\b(?:abwesend|befangen|[Bb]eteiligung)\b[^|]*"
)
_LONGEST_HEADER = 200


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
