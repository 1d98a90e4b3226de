"""What the header of a table says of its columns: the unit of the numbers, their period, and what is no money."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import words_of
from kimdocs.extraction.recognise.quantities.words import words_in
from kimdocs.extraction.recognise.tables.rows import cell_value, line_cells
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from decimal import Decimal

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tables.rows import Row, RowCell
    from kimdocs.model.finance import Per

UNIT_ENDS = lazy(
    r"(?:\s?/\s?[a-zäöü]{1,9}[²³]?\.?"
    r"| (?:pro|je|im) [a-zäöü]{1,12}[²³]?| jährlich| monatlich| p\. ?a\.)?"
    r"(?:[\s)\]:*,-]|netto|brutto|gerundet|(?:angegeben|ausgewiesen|dargestellt)\.?|(?:19|20)\d\d"
    r"|\([^()\n]{2,40}\)(?=:?\s*$))*"
    r"(?:[;,][^()\n]{1,80}\)[\s:]*|, (?:stand|ohne|inkl|einschl)[^()\n]{2,40})?"
)
"""What may stand behind the unit of a table, up to the end of its cell: "/Jahr (gerundet):", "; + = mehr):"."""
_SCALED = lazy(r"in (?<!\win )(?:t€|teur\b|tsd\b|tausend|mio\b|mill\b|millionen|mrd\b|1[. ]?000 ?(?:€|eur))")
LONGEST_LABEL = 70
_ABOVE = 4
_FEWEST_SUMMED = 3
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """What one of a column's numbers is worth, and the rule that says so.

    ``shaped``: only numbers with a thousands mark or cents count.
    """

    factor: Decimal
    currency: str
    rule: str
    shaped: bool


@dataclass(slots=True)
class Columns:
    """What the header says of the columns, by position; ``own`` are the units that stand in columns themselves.

    ``numbered`` is the number of columns where the first has a year as its header, and so numbers and no labels.
    """

    units: dict[int, Unit] = field(default_factory=dict)
    own: dict[int, Unit] = field(default_factory=dict)
    periods: dict[int, tuple[tuple[Per, ...], int | None]] = field(default_factory=dict)
    counted: set[int] = field(default_factory=set)
    whole: Unit | None = None
    numbered: int = 0
    per: tuple[Per, ...] = ()


def share_unit_of_sum(context: Context, rows: list[Row], columns: Columns) -> None:
    """Gives all columns the only unit of a header, which stands above the last, where that is the sum of the others.

    "Jahr   Linie   Taxi   gesamt (in T€)": 2.410, 988, 3.398.
    """
    if len(columns.units) != 1:
        return
    last, unit = next(iter(columns.units.items()))
    added: set[int] = set()
    for row in rows:
        values = [cell_value(context, cell, shaped=False) for cell in row[1:]]
        numbers = [value for value in values if value is not None]
        if (
            len(numbers) < max(_FEWEST_SUMMED, len(values))
            or row[-1].column != last
            or sum(numbers[:-1]) != numbers[-1]
        ):
            return
        added.update(cell.column for cell in row[1:])
    if len(rows) >= _FEWEST_ROWS:
        columns.units |= dict.fromkeys(added, unit)


def is_scaled_above(context: Context, index: int) -> bool:
    """Whether a line right above that of ``index`` names a multiplied unit, so that no plain euro follow."""
    first = context.lines[max(0, index - _ABOVE)]
    return _SCALED.search(context.folded, first.start, context.lines[index].end) is not None


def is_prose(context: Context, cells: Row) -> bool:
    """Whether the cells of a line are a sentence: long, or with a last word that ends but sentences."""
    lead = context.text[cells[0].start : cells[0].end]
    if len(cells) > 2:
        return False
    last = words_in(lead[-LONGEST_LABEL:].lower())[-1:]
    return len(lead) > LONGEST_LABEL or not words_of("figures", "prose_ends").isdisjoint(last)


def below_names(context: Context, index: int, units: Row) -> Row:
    """A row of units with the names above of the columns that have none: these may stand on its right, too.

    "Los   Firma   Summe   Schätzung   Bieter" above "EUR   EUR", which are those of the sum and of the estimate.
    """
    names = line_cells(context, index - 1) if index else []
    if len(names) <= len(units) or any(cell_value(context, name, shaped=False) is not None for name in names):
        return units
    under = {}
    for unit in units:
        above = [name for name in names if _stands_above(context, name, unit)]
        if len(above) != 1:
            return units
        under[above[0].column] = unit._replace(column=above[0].column)
    return [under.get(name.column, name) for name in names] if len(under) == len(units) else units


def _stands_above(context: Context, name: RowCell, unit: RowCell) -> bool:
    above, below = (context.text.rfind("\n", 0, cell.start) + 1 for cell in (name, unit))
    return name.start - above < unit.end - below and unit.start - below < name.end - above
