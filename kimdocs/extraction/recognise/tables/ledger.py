"""Rows of a ledger that lost their currency sign, while their neighbours carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.figures.amount import Amount, words_of
from kimdocs.extraction.recognise.quantities.words import words_in
from kimdocs.extraction.recognise.tables.rows import Taken, cell_value, label_of, line_cells

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tables.rows import Row

_LONGEST_LABEL = 60
_LONGEST_ROW = 200


def ledger_amounts(context: Context, signed: list[Amount]) -> list[Amount]:
    """Amounts without a sign above and below the signed ones that end their lines, in the order of the text."""
    reader = _LedgerReader(context, signed)
    for amount in signed:
        reader.around(amount)
    return [reader.found[start] for start in sorted(reader.found)]


class _LedgerReader:
    """Walks from signed rows to the rows above and below; no line is read twice."""

    def __init__(self, context: Context, signed: list[Amount]) -> None:
        self._context = context
        self._taken = Taken(signed)
        self._seen: set[int] = set()
        self.found: dict[int, Amount] = {}

    def around(self, amount: Amount) -> None:
        """Read the rows next to a signed one, up to the first line that is no row of the ledger."""
        index = self._context.line_at(amount.start)
        line = self._context.lines[index]
        if index in self._seen or line.end != amount.end or not amount.in_table:
            return
        if amount.start - line.start > _LONGEST_ROW:
            return
        label = self._context.text[line.start : amount.start].strip()
        if not 0 < len(label) <= _LONGEST_LABEL or not label[0].isupper() or label[-1] in ".,;":
            return
        self._seen.add(index)
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(self._context.lines) and self._row(at, amount):
                at += step

    def _row(self, index: int, model: Amount) -> bool:
        line = self._context.lines[index]
        row = line_cells(self._context, index)
        if index in self._seen or not row or self._taken.within(row[-1].start, line.end):
            return False
        amounts = _amounts(self._context, row, model)
        self._seen.add(index)
        self.found.update({amount.start: amount for amount in amounts})
        return bool(amounts)


def _amounts(context: Context, row: Row, model: Amount) -> list[Amount]:
    label = label_of(context, row[0]) if len(row) == 2 else None
    if label is None or len(label) > _LONGEST_LABEL or not label[0].isupper():
        return []
    if not words_of("figures", "counted").isdisjoint(words_in(context.folded[row[0].start : row[0].end])):
        return []
    value = cell_value(context, row[1], shaped=True)
    cents = "," in context.text[row[1].start : row[1].end]
    if value is None or (not cents and "," in context.text[model.start : model.end]):
        return []
    return [Amount(row[1].start, row[1].end, value, None, model.currency, "figures.ledger", True, label)]
