"""Counts one below the other at the right of a text: "Ausbau der Straße     Ja 11⏎der Siedlung     Nein 4"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.line_places import column_of
from kimdocs.extraction.recognise.group_names import is_known
from kimdocs.extraction.recognise.tally_tokens import SIDES, name_pattern, side_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_BEHIND = lazy(r"[. ]*[:=|]?[ ]*(\d{1,3})[ |]*")
_BEFORE = lazy(r"(?:(?<=[ ]{2})|(?<=\n)|(?<=\t))(\d{1,3}) $")
_SIGN = lazy(r"(?<=[ ]{2})([-+o=]|\+/-)[ ]{1,3}(\d{1,3})$")
_SIGNS = {"+": "yes", "-": "no", "o": "abstain", "=": "abstain", "+/-": "abstain"}
_LONGEST_CELL = 30
_ASIDE = 2
_ARTICLES = frozenset(("der", "die", "das", "des", "und", "für"))
_WIDEST = 8


class Stack(NamedTuple):
    """The counts, and where the first of them starts and the last one ends."""

    start: int
    end: int
    counts: dict[str, int]


class _Cell(NamedTuple):
    line: int
    side: str
    number: int
    start: int
    end: int


def stacks(context: Context) -> list[Stack]:
    """All of them, in order: votes for and against on lines that follow each other, text before the first."""
    found: list[Stack] = []
    run: list[_Cell] = []
    for index in _lines(context):
        cell = _cell(context, index) or _signed(context, index)
        if cell is None:
            continue
        if run and not _goes_on(context, run, cell):
            found += _closed(context, run)
            run = []
        run.append(cell)
    return found + _closed(context, run)


def _lines(context: Context) -> list[int]:
    """Lines that hold the name of a side, and those below a plus."""
    found = set()
    for offset in anchor_offsets(context.folded, "side_cell"):
        index = context.line_at(offset + 2)
        found.add(index)
        if context.text[offset + 2] == "+":
            found |= {at for at in (index + 1, index + 2) if at < len(context.lines)}
    return sorted(found)


def _goes_on(context: Context, run: list[_Cell], cell: _Cell) -> bool:
    """Whether a cell stands right below the last one, in its column, and counts another side than all before."""
    other = all(cell.side != before.side for before in run)
    return other and cell.line == run[-1].line + 1 and _below(context, run[0], cell)


def _closed(context: Context, run: list[_Cell]) -> list[Stack]:
    if len(run) < 2 or run[0].start == context.lines[run[0].line].start:
        return []
    labelled = context.lines[run[0].line].start in context.heading_starts
    if labelled or any(_is_of_group(context, cell) for cell in run):
        return []
    counts = {cell.side: cell.number for cell in run}
    line = context.lines[run[0].line].start
    start = line + len(context.text[line : run[0].start].rstrip(" |\t"))
    start += len(context.text[start : run[0].start]) - len(context.text[start : run[0].start].lstrip())
    return [Stack(start, run[-1].end, counts)] if {"yes", "no"} <= counts.keys() else []


def _is_of_group(context: Context, cell: _Cell) -> bool:
    """Whether a count is that of the group named before it."""
    before = context.text[context.lines[cell.line].start : cell.start].split()
    if any(word.isalpha() and word.islower() and word not in _ARTICLES for word in before):
        return False
    names = [word.strip(":|") for word in before if word[:1].isupper()]
    return bool(names) and is_known(" ".join(names))


def _signed(context: Context, index: int) -> _Cell | None:
    """A count that a sign names at the end of a line: "… der Straße     + 11"."""
    start, end = context.lines[index]
    hit = _SIGN.search(context.folded, max(start, end - _LONGEST_CELL), end)
    return _Cell(index, _SIGNS[hit[1]], int(hit[2]), hit.start(1), end) if hit else None


def _cell(context: Context, index: int) -> _Cell | None:
    """The count that ends a line, behind a wide gap or alone."""
    folded, (start, end) = context.folded, context.lines[index]
    low = max(start, end - _LONGEST_CELL)
    for hit in name_pattern().finditer(folded, low, end):
        side = side_of(hit["name"])
        if side not in SIDES:
            continue
        behind = _BEHIND.fullmatch(folded, hit.end(), end)
        before = _BEFORE.search(folded, max(0, hit.start() - _WIDEST), hit.start())
        if behind and _parted(context, start, hit.start()):
            return _Cell(index, side, int(behind[1]), hit.start(), end)
        if before and not folded[hit.end() : end].strip(" ."):
            return _Cell(index, side, int(before[1]), before.start(1), end)
    return None


def _parted(context: Context, line: int, place: int) -> bool:
    return place == line or context.text[place - 1] == "\t" or context.folded[place - 2 : place] == "  "


def _below(context: Context, first: _Cell, cell: _Cell) -> bool:
    """Whether two cells stand one below the other: they start, or end, in one column."""
    starts = column_of(context.text, first.start) - column_of(context.text, cell.start)
    ends = column_of(context.text, first.end) - column_of(context.text, cell.end)
    return min(abs(starts), abs(ends)) <= _ASIDE
