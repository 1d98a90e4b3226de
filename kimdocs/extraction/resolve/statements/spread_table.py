"""Forms whose columns are the spread and the counts, one cell ticked: "einstimmig   mit Mehrheit   Ja   Nein"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.layout.line_places import column_of
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_PIECE = "einstimmig"
_SIDE = lazy(
    r"\b(?:(?P<yes>ja(?:-?stimmen)?|dafür)|(?P<no>nein(?:-?stimmen)?|dagegen|gegenst\w*)"
    r"|(?P<abstain>(?:stimm-?)?enth\w*))\b"
)
_MAJORITY = lazy(r"\b(?:mit (?:stimmen-?)?mehrheit|mehrheit\w*|mit stimmen-?)")
_ROW = lazy(r"[|\s]*(?:(?P<mark>[x×✓✔☒☑])[|\s]+)?(?P<numbers>\d{1,3}(?:[|\s]+(?:\d{1,3}|-))+)(?:[|\s]+[x×✓✔☒☑])?[|\s]*")
_NUMBER = lazy(r"\d{1,3}|-")
_LONGEST = 160
_MOST_LINES = 3


def spread_tables(context: Context) -> list[Statement]:
    """A statement for the row below each such header that has as many numbers as it names sides."""
    found: list[Statement] = []
    for place in anchor_offsets(context.folded, "spread_table"):
        index = context.line_at(place)
        sides = _sides(context, index)
        statement = _below(context, index, sides) if sides and (not found or found[-1].end < place) else None
        if statement:
            found.append(statement)
    return found


def _sides(context: Context, index: int) -> list[str]:
    """The sides that a header names behind the ways to agree; [] where it is none."""
    folded, (start, end) = context.folded, context.lines[index]
    majority = _MAJORITY.search(folded, start, end) if end - start <= _LONGEST else None
    if majority is None or any(char.isdigit() for char in folded[start:end]):
        return []
    sides = [str(hit.lastgroup) for hit in _SIDE.finditer(folded, majority.end(), end)]
    return sides if {"yes", "no"} <= {*sides} and len({*sides}) == len(sides) else []


def _below(context: Context, index: int, sides: list[str]) -> Statement | None:
    folded, text = context.folded, context.text
    header = context.lines[index]
    for line in context.lines[index + 1 : index + 1 + _MOST_LINES]:
        row = _ROW.fullmatch(folded, *line)
        numbers = _NUMBER.findall(row["numbers"]) if row else []
        if row and len(numbers) == len(sides):
            counts = {side: int(n) if n.isdigit() else 0 for side, n in zip(sides, numbers, strict=True)}
            statement = Statement(Source.RESULT, header.start, line.end, counts=counts if any(counts.values()) else {})
            if row["mark"] and "|" not in row[0] and "\t" not in text[line.start : line.end]:
                statement.unanimous = _is_unanimous(context, index, row.start("mark"))
            return statement if statement.says_something else None
    return None


def _is_unanimous(context: Context, index: int, mark: int) -> bool:
    """Whether the mark stands nearer to the column of unanimity than to that of the majority."""
    start, end = context.lines[index]
    one = context.folded.find(_PIECE, start, end)
    other = _MAJORITY.search(context.folded, start, end)
    column = column_of(context.text, mark)
    middles = [column_of(context.text, one) + len(_PIECE) // 2]
    middles += [column_of(context.text, (other.start() + other.end()) // 2)] if other else []
    return abs(middles[0] - column) <= abs(middles[-1] - column)
