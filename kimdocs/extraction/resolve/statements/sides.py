"""Groups on lines beside a result: "dafür: SPD, FDP   dagegen: CDU" above it or below, or a row for each group."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.groups.group import summed
from kimdocs.extraction.recognise.groups.ledger_lines import ledger_in
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_SIDES = lazy(r"\(?(?:dafür|dagegen|ja|nein|für|gegen|zustimmung|ablehnung|enthaltung(?:en)?)[ \t]*:[ \t]*[^\W\d_]")
_ROW = lazy(
    r"(?:(?P<group>[^\W\d_][^\n\t:]{0,30}?)[ \t]{2,})?"
    r"(?P<side>[Dd]afür|[Dd]agegen|Enthaltung(?:en)?|Ja|Nein)[ \t]+(?P<number>\d{1,2})"
)
_GROUP_LINE = lazy(
    r"[ \t]*(?P<group>[^\W\d_][^\n:]{0,30}):[ \t]*"
    r"(?:[Dd]afür|[Dd]agegen|Enthaltung|Enth\.|Zustimmung|Ablehnung|[Jj]a|[Nn]ein)[ \t.,;]*"
)
_SUM = lazy(r"=\s*\d{1,3}$")
_FEWEST = 2
_MOST_SIDES = 3


def is_row_of_group(context: Context, index: int) -> bool:
    """Whether a line gives but the votes of a group: "CDU   dafür 5"."""
    start, end = context.lines[index]
    row = _ROW.fullmatch(context.text, start, end) if context.text[start:end][-1:].isdecimal() else None
    return row is not None and row["group"] is not None and is_known(row["group"])


def is_side_with_sum(context: Context, index: int) -> bool:
    """Whether a line lists who took a side, with their sum: "Dafür: SPD (17), LINKE (2) = 19"."""
    return _SUM.search(context.folded, *context.lines[index]) is not None and _names_sides(context, index)


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
        around = range(place, place + _MOST_SIDES * step, step)
        named = list(takewhile(lambda index: _names_sides(context, index), around))
        if len(named) > 1 and _take_ledger(context, statement, sorted(named)):
            return
        for index in named:
            for name, sides in read_statement(context, *context.lines[index], Source.RESULT).groups.items():
                statement.groups.setdefault(name, {}).update(sides)
        if statement.groups:
            return


def _take_ledger(context: Context, statement: Statement, named: list[int]) -> bool:
    """Reads lines that are one ledger: "Dafür: SPD (7), LINKE (2) = 9⏎Dagegen: CDU (4) = 4"."""
    start, end = context.lines[named[0]].start, context.lines[named[-1]].end
    told = ledger_in(context.text, context.ticked, start, end)
    if told is None or (statement.has_counts and any(told.counts.get(s, n) != n for s, n in statement.counts.items())):
        return False
    statement.groups = told.groups
    statement.counts = {**told.counts, **statement.counts}
    return True


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
