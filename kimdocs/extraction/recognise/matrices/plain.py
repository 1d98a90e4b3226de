"""Votes in a table whose columns are the groups and whose rows are the sides, with a column of totals or without.

"CDU 13   SPD 8", below it "Ja   13   -", "Nein   -   8": what stands behind a group's name is how many it has. Empty
cells tell nothing; where it cannot be told below which name a number stands, the whole table tells nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.groups.names import group_name, is_known, names_party
from kimdocs.extraction.recognise.tallies.tokens import side_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.groups.group import Groups

_CELL = lazy(r"[^\s|](?:(?:(?! {2})[^\n\t|])*[^\s|])?")
_GROUP = lazy(r"(?P<name>[^\W\d_](?:[^\d()]|90(?=\s?/))*?)(?:\s*\(?\d{1,3}\)?)?")
_TOTAL = lazy(r"(?i)(?:gesamt|insgesamt|summe|zusammen|total|ges\.|insg\.)")
_CORNER = lazy(r"(?i)(?:abstimmung\w*|fraktion(?:en)?|partei(?:en)?|gruppen?|liste|stimmen|ergebnis|votum)?:?")
_NUMBER = lazy(r"\d{1,3}|[-–/]")
_ASIDE = 2
_FEWEST = 2
_MOST_ROWS = 6
_SUM = ""


class Column(NamedTuple):
    """The group (or the sum) that a cell of the header names, where the cell stands, and its place between bars."""

    name: str
    start: int
    end: int
    bar: int


def plain_matrices(text: str, folded: str) -> Iterator[tuple[int, int, dict[str, int], Groups]]:
    """Where such tables stand, from their line of groups on, the counts of the vote, and what each group cast."""
    done = -1
    for offset in anchor_offsets(folded, "side_row"):
        start = text.rfind("\n", 0, offset) + 1
        if start <= done or not start or text[start:offset].strip(" |\t"):
            continue
        done = start
        head = text.rfind("\n", 0, start - 1) + 1
        columns = _columns(text[head : start - 1])
        table = _rows(text, folded, columns, start) if columns else None
        if table and table[0] > start:
            done = table[0] - 1
            yield head, done, *table[1:]


def _columns(line: str) -> list[Column]:
    """The groups of a header, each with its size or without, and the sum; [] where it holds anything else."""
    cells = [(hit.group(), hit.start(), hit.end()) for hit in _CELL.finditer(line)]
    columns = []
    for index, (cell, start, end) in enumerate(cells):
        group = _GROUP.fullmatch(cell)
        if _TOTAL.fullmatch(cell):
            columns.append(Column(_SUM, start, end, line.count("|", 0, start)))
        elif group and is_known(group["name"]) and (name := group_name(group["name"])):
            columns.append(Column(name, start, end, line.count("|", 0, start)))
        elif index or not _CORNER.fullmatch(cell):
            return []
    names = [column.name for column in columns if column.name]
    whole = len(names) >= _FEWEST and len({*names}) == len(names) and len(columns) - len(names) < _FEWEST
    return columns if whole and names_party(names) else []


def _rows(text: str, folded: str, columns: list[Column], start: int) -> tuple[int, dict[str, int], Groups] | None:
    """Where the rows end, and what they count; nothing is counted where a row cannot be read."""
    groups: Groups = {column.name: {} for column in columns if column.name}
    counts: dict[str, int] = {}
    seen: set[str] = set()
    readable = True
    for _ in range(_MOST_ROWS):
        end = _line_end(text, start)
        label = _CELL.search(text, start, end)
        side = side_of(folded[slice(*label.span())]) if label else None
        if label is None or side is None or side in seen:
            break
        values = _values(text, columns, label.end(), end)
        if values is None and side in SIDES:
            readable = False
        if values is not None and side in SIDES:
            _count(side, values, counts, groups)
        seen.add(side)
        start = end + 1
    if len(seen.intersection(SIDES)) < _FEWEST:
        return None
    return (start, counts, {name: votes for name, votes in groups.items() if votes}) if readable else (start, {}, {})


def _count(side: str, values: dict[str, int], counts: dict[str, int], groups: Groups) -> None:
    """Puts in what a row tells of a side: the sum is that of its column, else that of all groups."""
    total = values.pop(_SUM, None)
    for name, number in values.items():
        groups[name][side] = number
    if total is not None or values:
        counts[side] = sum(values.values()) if total is None else total


def _values(text: str, columns: list[Column], start: int, end: int) -> dict[str, int] | None:
    """The numbers of a row by the names of their columns; None where one has none, or none for sure."""
    head = text.rfind("\n", 0, start) + 1
    cells = list(_CELL.finditer(text, start, end))
    if not all(_NUMBER.fullmatch(cell.group()) for cell in cells):
        return None
    if text.find("|", start, end) >= 0:
        places = {column.bar: column.name for column in columns}
        bars = [text.count("|", head, cell.start()) for cell in cells]
        named = [places.get(bar) for bar in bars]
    elif len(cells) == len(columns):
        named = [column.name for column in columns]
    else:
        named = [_below(columns, cell.start() - head, cell.end() - head) for cell in cells]
    if None in named or len({*named}) < len(named):
        return None
    numbers = [int(cell.group()) if cell.group().isdecimal() else 0 for cell in cells]
    return {name: number for name, number in zip(named, numbers, strict=True) if name is not None}


def _below(columns: list[Column], start: int, end: int) -> str | None:
    """The only column whose name stands above a number, or next to it."""
    away = [max(column.start - end, start - column.end, 0) for column in columns]
    nearest = min(away)
    alone = nearest <= _ASIDE and away.count(nearest) == 1
    return columns[away.index(nearest)].name if alone else None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
