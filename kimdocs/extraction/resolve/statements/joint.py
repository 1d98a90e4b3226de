"""Votes of several bodies that sit together: the rows are the sides, each column is the vote of one body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.act_tables.cells import cells, parted_by
from kimdocs.extraction.recognise.groups.names import is_known
from kimdocs.extraction.recognise.tallies.tokens import side_of
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_LONGEST = 200
_ENDS = "-/|"
_MOST_ROWS = 6
_NUMBER = lazy(r"\d{1,3}|[-/]{1,2}")
_STRENGTH = lazy(r"[ ]\(?\d{1,2}\)?$")
_TOTAL = lazy(r"(?:ins)?gesamt|summe|zusammen|total|insg\.?|ges\.?")


def joint_votes(context: Context) -> list[Statement]:
    """A statement for each column of such a table; those of one table stand at the same place."""
    found: list[Statement] = []
    done = -1
    for index in context.lines_with("side_row"):
        if index > done and (first := _row(context, index)) and first[0] in ("yes", "present"):
            table = _table(context, index)
            found += table
            done = index + _MOST_ROWS if table else done
    return found


def _table(context: Context, index: int) -> list[Statement]:
    rows: dict[str, list[int]] = {}
    end = index
    for at in range(index, min(index + _MOST_ROWS, len(context.lines))):
        row = _row(context, at)
        if row is None or row[0] in rows or (rows and len(row[1]) != len(next(iter(rows.values())))):
            break
        rows[row[0]] = row[1]
        end = at
    names = _names(context, index - 1, len(next(iter(rows.values()), [])))
    start, stop = context.lines[index - 1].start, context.lines[end].end
    if not {"yes", "no"} <= rows.keys() or not names:
        groups = _groups(context, index - 1, rows) if index else {}
        return [Statement(Source.RESULT, start, stop, groups=groups)] if groups else []
    counted = {side: numbers for side, numbers in rows.items() if side in (*SIDES, "present", "excluded")}
    return [
        Statement(Source.RESULT, start, stop, counts={side: numbers[at] for side, numbers in counted.items()})
        for at, name in enumerate(names)
        if not _TOTAL.fullmatch(name)
    ]


def _row(context: Context, index: int) -> tuple[str, list[int]] | None:
    """The side that a row names, and its numbers, at least two."""
    last = context.folded[context.lines[index].end - 1]
    if last not in _ENDS and not last.isdecimal():
        return None
    words = _cells(context, index)
    side = side_of(words[0]) if len(words) > 2 else None
    if side is None or not all(_NUMBER.fullmatch(word) for word in words[1:]):
        return None
    return side, [int(word) if word.isdecimal() else 0 for word in words[1:]]


def _names(context: Context, index: int, count: int) -> list[str]:
    """The names of the columns; [] where they are groups, numbers or sides."""
    words = _cells(context, index) if index >= 0 else []
    names = [word for word in (words[1:] if len(words) == count + 1 else words) if word]
    if len(names) != count or any(char.isdigit() for name in names for char in name):
        return []
    bodies = not any(is_known(name) or side_of(name) for name in names)
    return names if bodies else []


def _groups(context: Context, index: int, rows: dict[str, list[int]]) -> dict[str, dict[str, int | None]]:
    """What each group cast, where the header names but groups, perhaps with their strength, and no column sums them."""
    start, end = context.lines[index]
    mark = parted_by(context.text[start:end])
    names = [_STRENGTH.sub("", context.text[cell.start : cell.end]) for cell in cells(context.text, start, end, mark)]
    names = [name for name in names if name.strip()]
    if len(names) != len(next(iter(rows.values()), [])) or not all(map(is_known, names)):
        return {}
    voted = {side: numbers for side, numbers in rows.items() if side in SIDES}
    return {name: {side: numbers[at] for side, numbers in voted.items()} for at, name in enumerate(names)}


def _cells(context: Context, index: int) -> list[str]:
    start, end = context.lines[index]
    if not 0 < end - start <= _LONGEST:
        return []
    mark = parted_by(context.text[start:end])
    return [context.folded[cell.start : cell.end] for cell in cells(context.text, start, end, mark)]
