"""Votes by group whose table lost its columns: each cell a line, the header of sides first, the totals last.

"Ja⏎Nein⏎Enth.⏎CDU⏎-⏎6⏎1⏎SPD⏎9⏎2⏎-⏎Gesamt⏎9⏎8⏎1": the totals are read behind their label, the votes of the groups
where every one of them has all its cells and they add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.groups.names import group_name, is_known
from kimdocs.extraction.recognise.tallies.tokens import side_of
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.groups.group import Groups

_LINE = lazy(r"[^\n\f]+")
_TOTAL = lazy(r"(?:gesamt(?:ergebnis|stimmen)?|insgesamt|summe|zusammen)\s?:?")
_VALUE = lazy(r"\d{1,3}|[-–—]{1,3}")
_REACH = 900
_LONGEST_NAME = 40
_COUNTED = (*SIDES, "present", "excluded")


class Cell(NamedTuple):
    """What stands alone on a line, in small letters, and where."""

    words: str
    start: int
    end: int


def flat_matrices(text: str, folded: str) -> Iterator[tuple[int, int, dict[str, int], Groups]]:
    """Where such tables stand, the counts of the vote, and what each group cast."""
    done = -1
    for offset in anchor_offsets(folded, "total"):
        start = folded.rfind("\n", 0, offset) + 1
        end = folded.find("\n", offset)
        end = len(folded) if end < 0 else end
        if start <= done or end - start > _LONGEST_NAME or _TOTAL.fullmatch(folded[start:end].strip()) is None:
            continue
        above = _cells(folded, max(0, start - _REACH, done), start)
        sides, body = _header(above)
        totals = _totals(folded, end, len(sides)) if sides else []
        if not totals:
            continue
        done = totals[-1].end
        counts = {side: _number(cell) for side, cell in zip(sides, totals, strict=True) if side in _COUNTED}
        if any(counts.get(side) for side in SIDES):
            yield above[-len(body) - len(sides)].start, done, counts, _groups(text, sides, body, counts)


def _cells(folded: str, start: int, end: int) -> list[Cell]:
    """The lines that hold something, each as one cell."""
    hits = ((hit.group(), hit.start()) for hit in _LINE.finditer(folded, start, end))
    bare = ((line.strip(), at + len(line) - len(line.lstrip())) for line, at in hits)
    return [Cell(words, at, at + len(words)) for words, at in bare if words]


def _header(above: list[Cell]) -> tuple[list[str], list[Cell]]:
    """The sides that the last run of at least two lines names, and the cells behind it, each a name or a value."""
    for last in range(len(above) - 1, 0, -1):
        if len(above[last].words) > _LONGEST_NAME:
            return [], []
        first = last
        while first >= 0 and side_of(above[first].words) in _COUNTED:
            first -= 1
        sides = [side_of(cell.words) or "" for cell in above[first + 1 : last + 1]]
        if len(sides) > 1:
            whole = len({*sides}) == len(sides) and {"yes", "no"} <= {*sides}
            return (sides, above[last + 1 :]) if whole else ([], [])
    return [], []


def _totals(folded: str, start: int, number: int) -> list[Cell]:
    """The values right behind the label of the totals, as many as there are sides, and no more; none left blank."""
    cells = _cells(folded, start, min(len(folded), start + _REACH))[: number + 1]
    values = cells[:number]
    whole = len(values) == number and all(_VALUE.fullmatch(cell.words) for cell in values)
    more = len(cells) > number and _VALUE.fullmatch(cells[number].words) is not None
    filled = whole and folded.count("\n", start, values[-1].end) == number
    return values if filled and not more else []


def _number(cell: Cell) -> int:
    return int(cell.words) if cell.words.isdecimal() else 0


def _groups(text: str, sides: list[str], body: list[Cell], counts: dict[str, int]) -> Groups:
    """The votes of each group; {} where a group lacks a cell, or they do not add up."""
    width = len(sides) + 1
    rows = [body[at : at + width] for at in range(0, len(body), width)]
    groups: Groups = {}
    for name, *values in rows:
        written = text[name.start : name.end]
        if len(values) < len(sides) or not is_known(written) or not all(_VALUE.fullmatch(v.words) for v in values):
            return {}
        votes = {side: _number(value) for side, value in zip(sides, values, strict=True) if side in SIDES}
        groups[group_name(written)] = dict(votes)
    summed = {side: sum(votes.get(side) or 0 for votes in groups.values()) for side in SIDES}
    return groups if all(summed[side] == counts.get(side, 0) for side in SIDES) and "" not in groups else {}
