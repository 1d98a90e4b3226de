"""Tables whose rows and columns add up to something else than they say."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.rules.grids import Row, grids
from kimdocs.drafting.check.rules.numbers import cell_value, shown, unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.drafting.check.paper import Paper

_SIGNED_ROWS = 8


def totals(paper: Paper) -> Iterator[Found]:
    """Rows of years against their total, columns against their total row."""
    for rows in grids(paper):
        if any(pattern("words", "sums.not_added").search(row.first) for row in rows):
            continue
        yield from _columns(paper, rows)
        yield from _years(paper, rows)


def _columns(paper: Paper, rows: list[Row]) -> Iterator[Found]:
    """Each column of numbers above a row "Summe", down from the header or the total before."""
    start = 1
    for index, row in enumerate(rows):
        if not _matches("total_row", row.first) or index - start < 2:
            continue
        for column in sorted(row.cells)[1:]:
            if not pattern("words", "sums.not_additive").search(rows[0].words(column)):
                yield from _column(paper, rows[start:index], row, column)
        start = index + 1


def _column(paper: Paper, addends: Sequence[Row], total: Row, column: int) -> Iterator[Found]:
    said = cell_value(total.words(column))
    values = [cell_value(row.words(column)) if row.words(column) else Decimal(0) for row in addends]
    filled = [value for row, value in zip(addends, values, strict=True) if row.words(column)]
    if said is None or None in values or len(filled) < 2:
        return
    numbers = [value for value in values if value is not None]
    if not _adds_up(numbers, said) and not _with_signs(numbers, said) and prod(numbers) != said:
        yield _found(paper, total, column, numbers, said)


def _years(paper: Paper, rows: list[Row]) -> Iterator[Found]:
    """Each row of amounts by year against the column "Summe" behind the years."""
    head = rows[0]
    years = [column for column in sorted(head.cells) if _matches("year_column", head.words(column))]
    after = [column for column in sorted(head.cells) if years and column > years[-1]]
    if len(years) < 2 or not after or not _matches("total_column", head.words(after[0])):
        return
    if years != list(range(years[0], years[-1] + 1)) or after[0] != years[-1] + 1:
        return
    for row in rows[1:]:
        said = cell_value(row.words(after[0]))
        values = [cell_value(row.words(column)) if row.words(column) else Decimal(0) for column in years]
        numbers = [value for value in values if value is not None]
        others = [column for column in sorted(row.cells)[1:] if column < after[0] and column not in years]
        if said is None or len(numbers) < len(values) or any(cell_value(row.words(column)) for column in others):
            continue
        if not _adds_up(numbers, said):
            yield _found(paper, row, after[0], numbers, said)


def _matches(key: str, words: str) -> bool:
    return bool(pattern("words", f"sums.{key}").search(words.strip(" *")))


def _adds_up(values: Sequence[Decimal], said: Decimal) -> bool:
    """Whether the values give the total, each rounded by at most half a unit of the last decimal shown."""
    slack = min(map(unit, (*values, said))) * len(values) / 2 if len(values) > 2 else Decimal(0)
    return abs(sum(values, Decimal(0)) - said) <= slack


def _with_signs(values: Sequence[Decimal], said: Decimal) -> bool:
    """Whether some of the values are meant to be taken away (income less costs)."""
    if len(values) > _SIGNED_ROWS:
        return False
    return any(
        abs(sum((sign * value for sign, value in zip(signs, values, strict=True)), Decimal(0))) == abs(said)
        for signs in product((1, -1), repeat=len(values))
    )


def _found(paper: Paper, row: Row, column: int, values: Sequence[Decimal], said: Decimal) -> Found:
    span = row.cells[column]
    words = {"sum": shown(sum(values, Decimal(0))), "said": shown(said)}
    return Found("total-does-not-add-up", (paper.evidence(span.start, span.end),), words)
