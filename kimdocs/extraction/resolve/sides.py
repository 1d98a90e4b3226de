"""Groups on lines beside a result: "dafür: SPD, FDP   dagegen: CDU" above it or below, or a row for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.group import summed
from kimdocs.extraction.recognise.group_names import group_name, is_known
from kimdocs.extraction.resolve.statement import Source, Statement, read_statement
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_SIDES = lazy(r"\(?(?:dafür|dagegen|ja|nein|für|gegen|enthaltung(?:en)?)[ \t]*:[ \t]*[^\W\d_]")
_ROW = lazy(
    r"(?:(?P<group>[^\W\d_][^\n\t:]{0,30}?)[ \t]{2,})?"
    r"(?P<side>[Dd]afür|[Dd]agegen|Enthaltung(?:en)?|Ja|Nein)[ \t]+(?P<number>\d{1,2})"
)
_MOST_ROWS = 16
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
    if prose and (context.lines[last].end != statement.end or not _names_sides(context, last + 1)):
        return
    for place, step in ((last + 1, 1),) if prose else ((first - 1, -1), (last + 1, 1)):
        for index in range(place, place + _MOST_SIDES * step, step):
            if not _names_sides(context, index):
                break
            for name, sides in read_statement(context, *context.lines[index], Source.RESULT).groups.items():
                statement.groups.setdefault(name, {}).update(sides)
        if statement.groups:
            break
    if not (prose or statement.groups):
        _take_rows(context, statement, first)
    if not statement.has_counts:
        statement.counts |= summed(statement.groups, statement.outcome)


def _names_sides(context: Context, index: int) -> bool:
    return 0 <= index < len(context.lines) and _SIDES.match(context.folded, *context.lines[index]) is not None


def _take_rows(context: Context, statement: Statement, first: int) -> None:
    """Reads "CDU   dafür 5" above the result, a row for each group; a row without a name goes on with the group's."""
    rows = []
    for index in range(first - 1, max(-1, first - _MOST_ROWS), -1):
        row = _ROW.fullmatch(context.text, *context.lines[index])
        if row is None:
            break
        rows.append(row)
    name = ""
    for row in reversed(rows):
        if row["group"]:
            name = group_name(row["group"]) if is_known(row["group"]) else ""
        side = matcher("votes").fullmatch(row["side"].lower())
        if name and side:
            statement.groups.setdefault(name, {})[side.value] = int(row["number"])
