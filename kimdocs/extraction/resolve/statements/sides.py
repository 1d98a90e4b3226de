"""Groups on lines beside a result: "dafür: SPD, FDP   dagegen: CDU" above it or below, or a row for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.groups.group import summed
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_SIDES = lazy(r"\(?(?:dafür|dagegen|ja|nein|für|gegen|enthaltung(?:en)?)[ \t]*:[ \t]*[^\W\d_]")
_ROW = lazy(
    r"(?:(?P<group>[^\W\d_][^\n\t:]{0,30}?)[ \t]{2,})?"
    r"(?P<side>[Dd]afür|[Dd]agegen|Enthaltung(?:en)?|Ja|Nein)[ \t]+(?P<number>\d{1,2})"
)
_GROUP_LINE = lazy(
    r"[ \t]*(?P<group>[^\W\d_][^\n:]{0,30}):[ \t]*"
    r"(?:[Dd]afür|[Dd]agegen|Enthaltung|Enth\.|Zustimmung|Ablehnung|[Jj]a|[Nn]ein)[ \t.,;]*"
)
_FEWEST = 2
_MOST_SIDES = 3


def is_row_of_group(context: Context, index: int) -> bool:
    """Whether a line gives but the votes of a group: "CDU   dafür 5"."""
    start, end = context.lines[index]
    row = _ROW.fullmatch(context.text, start, end) if context.text[start:end][-1:].isdecimal() else None
    return row is not None and row["group"] is not None and is_known(row["group"])


def take_sides(context: Context, statement: Statement) -> None:
    """Puts in the groups that the lines right above or right below a result name, if it names none itself."""
    if statement.groups:
        return
    first = context.line_at(statement.start)
    last = context.line_at(max(statement.start, statement.end - 1))
    prose = statement.source is Source.PROSE
    if prose and _take_group_lines(context, statement, first):
        return
    if not prose or context.lines[last].end == statement.end:
        _take_lines(context, statement, ((last + 1, 1),) if prose else ((first - 1, -1), (last + 1, 1)))
    if not statement.has_counts:
        statement.counts |= summed(statement.groups, statement.outcome)


def _take_lines(context: Context, statement: Statement, places: tuple[tuple[int, int], ...]) -> None:
    """Reads lines that list who took a side, above or below, up to the first place where some stand."""
    for place, step in places:
        for index in range(place, place + _MOST_SIDES * step, step):
            if not _names_sides(context, index):
                break
            for name, sides in read_statement(context, *context.lines[index], Source.RESULT).groups.items():
                statement.groups.setdefault(name, {}).update(sides)
        if statement.groups:
            return


def _take_group_lines(context: Context, statement: Statement, first: int) -> bool:
    """Reads lines right above a sentence that tell how each group voted: "SPD: dafür"."""
    top = first
    while top > 0 and _is_group_line(context, top - 1):
        top -= 1
    if first - top < _FEWEST or statement.has_counts:
        return False
    lines = context.lines[top].start, context.lines[first - 1].end
    statement.groups = read_statement(context, *lines, Source.RESULT).groups
    return bool(statement.groups)


def _is_group_line(context: Context, index: int) -> bool:
    line = _GROUP_LINE.fullmatch(context.text, *context.lines[index])
    return line is not None and is_known(line["group"])


def _names_sides(context: Context, index: int) -> bool:
    return 0 <= index < len(context.lines) and _SIDES.match(context.folded, *context.lines[index]) is not None
