"""Votes in a table: a header of sides (Ja, Nein, Enthaltung) over rows of groups, with or without a row of totals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kimdocs.extraction.recognise.group import Groups, group_name
from kimdocs.lexicon import matcher

_SIDES = ("yes", "no", "abstain")
_VALUES = re.compile(r"(?:(?<=\s)|^)(\d{1,3}|[-–—/])(?=\s|$)")
_TOTAL = re.compile(r"(?i)^(?:gesamt|gesamtergebnis|summe|insgesamt|zusammen|ergebnis)\b")
_PAGE = re.compile(r"[-–] \d{1,3} [-–]$")
_MOST_ROWS = 40
_LONGEST_NAME = 60


@dataclass(slots=True)
class Matrix:
    """What the table gives: counts of its row of totals (or of its only row), votes by group, and where it ends."""

    end: int
    counts: dict[str, int] = field(default_factory=dict)
    groups: Groups = field(default_factory=dict)


def header_sides(folded: str, start: int, end: int) -> list[str]:
    """The sides that a header row names in order; empty where the line is none (it has numbers, or fewer than two)."""
    if re.search(r"\d", folded[start:end]):
        return []
    found = [match.entry.value for match in matcher("votes").finditer(folded, start, end)]
    sides = [side for side in found if side in _SIDES]
    return sides if len(sides) > 1 and len(set(sides)) == len(sides) else []


def read_matrix(text: str, folded: str, header: tuple[int, int], rows: list[tuple[int, int]]) -> Matrix | None:
    """The table whose header stands at ``header`` and whose further lines are ``rows``; None where no row fits."""
    sides = header_sides(folded, *header)
    if not sides:
        return None
    matrix = Matrix(header[1])
    filled: list[tuple[str, dict[str, int]]] = []
    for start, end in rows[:_MOST_ROWS]:
        values = [] if _PAGE.search(text, start, end) else _VALUES.findall(text[start:end])
        if len(values) < len(sides):
            if filled and not text[start:end].strip():
                break
            continue
        numbers = [int(value) if value.isdigit() else 0 for value in values[: len(sides)]]
        first = _VALUES.search(text, start, end)
        name = " ".join(text[start : first.start() if first else end].split())
        filled.append((name, dict(zip(sides, numbers, strict=True))))
        matrix.end = end
        if _TOTAL.match(name):
            break
    if not filled:
        return None
    _sum_up(matrix, filled)
    return matrix


def _sum_up(matrix: Matrix, filled: list[tuple[str, dict[str, int]]]) -> None:
    total = filled[-1] if _TOTAL.match(filled[-1][0]) or len(filled) == 1 else None
    if total:
        matrix.counts = total[1] if any(total[1].values()) else {}
    if len(filled) == 1:
        return
    for name, counts in filled:
        group = group_name(name)
        if (name, counts) != total and group and len(group) <= _LONGEST_NAME:
            matrix.groups[group] = dict(counts)
