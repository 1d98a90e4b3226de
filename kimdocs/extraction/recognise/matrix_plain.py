"""Votes in a table whose columns are the groups and whose rows are the sides, without a column of totals.

"CDU 13   SPD 8", below it "Ja   13   -", "Nein   -   8": what stands behind a group's name is how many it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.recognise.group_names import group_name, is_known, names_party
from kimdocs.extraction.recognise.tally_tokens import side_of
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.recognise.group import Groups

_GAP = lazy(r"[ ]*(?:\t|\||[ ]{2})[ \t|]*")
_GROUP = lazy(r"(?P<name>[^\W\d_][^\d()]*?)(?:\s*\(?\d{1,3}\)?)?")
_NUMBER = lazy(r"\d{1,3}|[-–/]")
_SIDES = ("yes", "no", "abstain")
_FEWEST = 2
_MOST_ROWS = 4


def plain_matrices(text: str, folded: str) -> Iterator[tuple[int, int, Groups]]:
    """Where such tables stand, from their line of groups on, and what each group cast."""
    done = -1
    for offset in anchor_offsets(folded, "side_row"):
        start = text.rfind("\n", 0, offset) + 1
        if start <= done or text[start:offset].strip(" |\t"):
            continue
        done = start
        first = _row(text, folded, start)
        head = text.rfind("\n", 0, max(0, start - 1)) + 1
        names = _names(text[head : start - 1]) if first and start else []
        if first is None or len(names) < _FEWEST or len(first[1]) != len(names):
            continue
        groups: Groups = {name: {} for name in names}
        end = start
        for _ in range(_MOST_ROWS):
            row = _row(text, folded, end)
            if row is None or len(row[1]) != len(names) or any(row[0] in sides for sides in groups.values()):
                break
            for name, number in zip(names, row[1], strict=True):
                groups[name][row[0]] = number
            end = _line_end(text, end) + 1
        if all("no" in sides for sides in groups.values()):
            yield head, end - 1, groups


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _row(text: str, folded: str, start: int) -> tuple[str, list[int]] | None:
    """The side that a line begins with, and the numbers in its cells; None where it has others."""
    line = folded[start : _line_end(text, start)].strip(" |\t")
    label, *cells = _GAP.split(line) if line else [""]
    side = side_of(label)
    if side not in _SIDES or len(cells) < _FEWEST or not all(_NUMBER.fullmatch(cell) for cell in cells):
        return None
    return side, [int(cell) if cell.isdecimal() else 0 for cell in cells]


def _names(line: str) -> list[str]:
    """The groups of a header, each with its size or without; [] where it holds anything else."""
    cells = _GAP.split(line.strip(" |\t"))
    hits = [_GROUP.fullmatch(cell.strip()) for cell in cells]
    names = [group_name(hit["name"]) for hit in hits if hit and is_known(hit["name"])]
    return names if names_party(names) and len(names) == len(cells) == len(set(names)) and all(names) else []
