"""Votes in a table: a header of sides (Ja, Nein, Enthaltung) over rows of groups, with or without a row of totals."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_places import line_start
from kimdocs.extraction.memo import kept
from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.groups.names import group_name, is_known, names_party
from kimdocs.extraction.recognise.tallies.tokens import side_of
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import SIDES

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.recognise.groups.group import Groups

_WORD = lazy(r"[^\W\d_]+")
OPPOSED = ("nein", "gegen", "enth", "ablehn", "ontra", "dag")
"""Pieces, one of which each label of votes against or abstentions holds; of three sides, a header names two."""
_SHORTEST_HEADER = 5
_LONGEST_HEADER = 400
_DIGIT = lazy(r"\d(?<!§ \d)(?<!§\d)(?<!§ \d\d)(?<!§\d\d)")
_VALUES = lazy(r"(?:(?<=\s)|^)(\d{1,3}|-{1,3}|[–—]{1,2}|/{1,2})(?=\s|$)")
_SPREAD = lazy(r"[|\s]*(?:einstimmig|mehrheitlich)(?=[\s|])")
_CELLS = lazy(r"\s{2,}|\t|\|")
_TOTAL = lazy(r"(?i)^(?:gesamt|gesamtergebnis|summe|insgesamt|zusammen|ergebnis)\b")
_PAGE = lazy(r"[-–] \d{1,3} [-–]$")
_RATIO = lazy(r"(?<!\S)\d{1,3}(?: ([-–/]) \d{1,3})(?: \1 \d{1,3})*$")
_RULE = lazy(r"[-=_|+: ]{3,}")
_NUMBER = lazy(r"\d{1,3}|-{1,3}|[–—]{1,2}|/{1,2}")
_COUNTED = ("yes", "no", "abstain", "present", "excluded")
_FEWEST_BARRED = 2
_ASIDE = 2
_MOST_ROWS = 40
_LONGEST_NAME = 60


@dataclass(slots=True)
class Matrix:
    """What the table gives: counts of its row of totals (or of its only row), votes by group, and where it ends."""

    end: int
    counts: dict[str, int] = field(default_factory=dict)
    groups: Groups = field(default_factory=dict)
    summed: bool = False


def header_sides(folded: str, start: int, end: int) -> list[str]:
    """What a header row counts, in order ("Anwesend Ja Nein"); empty where the line is none.

    A header has no numbers, not even in words, and names at least two of the sides.
    """
    if not _SHORTEST_HEADER <= end - start <= _LONGEST_HEADER:
        return []
    words = folded[start:end]
    return [*_sides_of_header(words)] if any(map(words.__contains__, OPPOSED)) else []


@kept(1024)
def _sides_of_header(words: str) -> tuple[str, ...]:
    if _DIGIT.search(words):
        return ()
    columns = [m.entry.value or "" for m in matcher("votes").findall(words) if m.entry.value != "votes"]
    if len(columns) < 2 or len(set(columns)) < len(columns) or len({*SIDES}.intersection(columns)) < 2:
        columns = [side for side in _wide_sides(words, words, 0, len(words)) if side != "ignore"]
    if len({*SIDES}.intersection(columns)) < 2 or len(set(columns)) < len(columns):
        return ()
    return () if any(number_word(word) is not None for word in _WORD.findall(words)) else tuple(columns)


def read_matrix(text: str, folded: str, header: tuple[int, int], rows: list[tuple[int, int]]) -> Matrix | None:
    """The table whose header stands at ``header`` and whose further lines are ``rows``; None where no row fits."""
    sides = header_sides(folded, *header)
    if not sides:
        return None
    matrix, wide = Matrix(header[1]), _wide_sides(text, folded, *header)
    filled: list[tuple[str, dict[str, int]]] = []
    if rows and (counts := _beside_spread(folded, sides, *rows[0])):
        return Matrix(rows[0][1], counts)
    for start, end in rows[:_MOST_ROWS]:
        if _RULE.fullmatch(folded, start, end) and start < end:
            continue
        read = _row(text, folded, header, (start, end), sides, wide)
        if read is None:
            if filled and not text[start:end].strip():
                break
            continue
        filled.append(read)
        matrix.end = end
        if _TOTAL.match(read[0]) or (not read[0] and len(filled) > 1 and _adds_up(filled)):
            break
    if not filled:
        return None
    _sum_up(matrix, filled)
    return matrix


def _row(
    text: str, folded: str, header: tuple[int, int], row: tuple[int, int], sides: list[str], wide: list[str]
) -> tuple[str, dict[str, int]] | None:
    """The name and the counts of a row; None where it holds none."""
    start, end = row
    if text[end - 1 : end].isalpha():
        return None
    values = [] if _PAGE.search(text, start, end) else list(_VALUES.finditer(text, start, end))
    if _RATIO.search(text, start, end):
        values = [value for value in values if value[1].isdecimal()]
    if not values or _WORD.search(text, values[0].start(), end):
        return None
    if placed := _between_bars(text, folded, header, row):
        return placed
    name = " ".join(text[start : values[0].start()].split())
    if len(values) < len(sides):
        counts = _below_names(text, folded, header, values)
        return (name, counts) if counts and "|" not in text[start:end] else None
    columns = wide if len(values) == len(wide) else sides
    if name and len(values) == len(wide) - 1 and wide[0] == "ignore" and len(sides) < len(values):
        columns = wide[1:]
    elif columns is sides and 0 < len(sides) < len(wide) - 1 and len(values) != len(sides):
        return None
    numbers = [int(value[1]) if value[1].isdecimal() else 0 for value in values[: len(columns)]]
    return name, dict(zip(columns, numbers, strict=True))


def _between_bars(
    text: str, folded: str, header: tuple[int, int], row: tuple[int, int]
) -> tuple[str, dict[str, int]] | None:
    """The name and the counts of a row whose cells bars part, as those of its header; empty cells count nothing."""
    names = _barred(folded, header)
    if len(names) < _FEWEST_BARRED or len(cells := _barred(text, row)) != len(names):
        return None
    counts: dict[str, int] = {}
    name = ""
    for label, cell in zip(names, map(str.strip, cells), strict=True):
        side = side_of(label) or "ignore"
        if side in _COUNTED and cell and not _NUMBER.fullmatch(cell):
            return None
        if side in _COUNTED and cell:
            counts[side] = int(cell) if cell.isdecimal() else 0
        elif side not in _COUNTED and not name and _WORD.search(cell):
            name = cell
    return (name, counts) if {*SIDES}.intersection(counts) else None


def _barred(text: str, line: tuple[int, int]) -> list[str]:
    """What stands between bars on the whole of a line."""
    return text[line_start(text, line[0]) : _stop(text, line[1])].split("|")


def _below_names(text: str, folded: str, header: tuple[int, int], values: list[re.Match[str]]) -> dict[str, int]:
    """The counts of a row with empty cells, by the names that they stand below; {} where one stands below none."""
    head, start = line_start(text, header[0]), line_start(text, values[0].start())
    borders = [(header[0], header[0]), *(hit.span() for hit in _CELLS.finditer(text, *header)), (header[1],) * 2]
    names = [(left, right) for (_, left), (right, _) in pairwise(borders) if left < right]
    counts: dict[str, int] = {}
    for value in values:
        away = [
            max(left - head - value.end(1) + start, value.start(1) - start - right + head, 0) for left, right in names
        ]
        nearest = min(away)
        side = side_of(folded[slice(*names[away.index(nearest)])]) or "ignore"
        if nearest > _ASIDE or side in counts:
            return {}
        counts[side] = int(value[1]) if value[1].isdecimal() else 0
    counts.pop("ignore", None)
    return counts


def _stop(text: str, place: int) -> int:
    """Where the line of a place ends."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _adds_up(filled: list[tuple[str, dict[str, int]]]) -> bool:
    """Whether the last row is the sum of all others."""
    return all(sum(counts.get(side, 0) for _, counts in filled[:-1]) == filled[-1][1].get(side, 0) for side in SIDES)


def _wide_sides(text: str, folded: str, start: int, end: int) -> list[str]:
    """What each cell of the header counts, "ignore" where it is none of the sides; [] where blanks part the names."""
    borders = [(start, start), *(hit.span() for hit in _CELLS.finditer(text, start, end)), (end, end)]
    cells = [folded[left:right].strip() for (_, left), (right, _) in pairwise(borders)]
    names = [name for name in cells if name]
    known = [side_of(name) or "ignore" for name in names]
    if known.count("present") > 1:
        known[known.index("present")] = "ignore"
    return known if len(names) > 1 and len({*SIDES}.intersection(known)) > 1 else []


def has_other_columns(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the header names columns that count something else than votes: "Mitglieder   anwesend   dafür …"."""
    return "ignore" in _wide_sides(text, folded, start, end)


def _beside_spread(folded: str, sides: list[str], start: int, end: int) -> dict[str, int]:
    """The counts of a row that says the spread in place of the votes for it: "| mehrheitlich | 2 | 0 |"."""
    spread = _SPREAD.match(folded, start, end) if sides[0] == "yes" else None
    values = [hit[1] for hit in _VALUES.finditer(folded, spread.end(), end)] if spread else []
    if spread is None or len(values) != len(sides) - 1 or _WORD.search(folded, spread.end(), end):
        return {}
    return {side: int(value) if value.isdecimal() else 0 for side, value in zip(sides[1:], values, strict=True)}


def _sum_up(matrix: Matrix, filled: list[tuple[str, dict[str, int]]]) -> None:
    matrix.summed = _TOTAL.match(filled[-1][0]) is not None
    summed = not filled[-1][0] and _adds_up(filled)
    total = filled[-1] if _TOTAL.match(filled[-1][0]) or len(filled) == 1 or summed else None
    if total:
        counted = {side: number for side, number in total[1].items() if side != "ignore"}
        matrix.counts = counted if any(counted.values()) else {}
    if len(filled) == 1:
        return
    rows = [row for row in filled if row is not total]
    persons = all(sum(counts.get(side, 0) for side in SIDES) < 2 for _, counts in rows)
    for name, counts in rows:
        group = group_name(name)
        if group and len(group) <= _LONGEST_NAME and (is_known(name) or not persons):
            matrix.groups[group] = {side: counts[side] for side in SIDES if side in counts}
    if (
        not matrix.counts
        and len(matrix.groups) == len(rows)
        and all(is_known(n) for n in matrix.groups)
        and names_party(matrix.groups)
    ):
        told = {side for _, counts in rows for side in counts}
        votes = {side: sum(counts.get(side, 0) for _, counts in rows) for side in SIDES if side in told}
        matrix.counts = votes if any(votes.values()) else {}
