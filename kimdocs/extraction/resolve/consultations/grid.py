"""A Beratungsfolge whose every line is understood: its bodies, dates and roles in rows, in columns, or behind labels.

What a value is it says itself; only how the values belong together is found here. Where they may belong together in
two ways, the rows are left without what is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.consultations.fields import Fields, fields_of
from kimdocs.extraction.resolve.consultations.rows import NO_BODY, Row, without_meeting
from kimdocs.extraction.resolve.heads.labels import label_matcher
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.extraction.resolve.heads.vendors import columns, is_noise
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head

_MOST_LINES = 80
_HEADS = {"status": "public", "behandlung": "role"}
_NO_VALUE = {"result", "item", "public", "person"}
Line = tuple[int, Fields]


def rows_in_grid(head: Head, line: int) -> list[Row] | None:
    """The rows below the heading of a table; empty where they cannot be told apart, None where a line is strange."""
    grid = _Grid(head, line)
    if not grid.read():
        return None
    lines = [(index, fields) for index, fields in grid.lines if fields.names or fields.dates or fields.role]
    if not any(fields.names for _, fields in lines):
        return None
    single = all(len(fields.names) + len(fields.dates) + bool(fields.role) == 1 for _, fields in lines)
    rows = _stacked(lines, grid.order) if single else _beside(lines)
    if not rows:
        return rows
    rows[-1].last_line = grid.last
    if grid.headed or all(row.role or row.date for row in rows):
        return rows
    return [] if single and any(fields.dates for _, fields in lines) else None


class _Grid:
    """Takes the lines of a table in, up to the first behind a gap that is none of it."""

    def __init__(self, head: Head, line: int) -> None:
        self.head = head
        self.line = line
        self.lines: list[Line] = []
        self.order: list[str] = []
        self.headed = False
        self.last = line
        self.gap = self.close = False

    def read(self) -> bool:
        """Whether every line is understood."""
        start, end = self.head.context.lines[self.line]
        folded = self.head.folded(self.line).strip(" |:")
        self._heads(() if "beratungsfolge" in folded and len(set(columns(folded))) < 2 else columns(folded))
        if self.head.context.text[start:end].partition(":")[2].strip():
            return False
        for index in range(self.line + 1, min(self.line + _MOST_LINES, self.head.last)):
            if self.head.blank(index):
                self.gap = True
            elif not is_noise(self.head.folded(index)):
                if not self._take(index):
                    return self._ends(index)
                self.last = index
        return True

    def _heads(self, names: tuple[str, ...]) -> None:
        self.order += names
        self.headed = self.headed or {"organization"} < set(self.order)

    def _take(self, index: int) -> bool:
        """Take a line in; false where it is none of the table."""
        folded = self.head.folded(index)
        names = columns(folded.strip(" |:")) or _known(folded)
        if names and not (self.lines and matcher("consultation_roles").fullmatch(folded.strip(" |:"))):
            self._heads(() if self.lines else names)
            return True
        start, end = self.head.context.lines[index]
        start = mark_end(self.head.context.text, start, end)
        label, colon, _ = self.head.context.folded[start:end].partition(":")
        names = (columns(label.strip()) or _known(label)) if colon else ()
        if len(names) == 1:
            self._heads(names)
            start += len(label) + 1
            if names[0] in _NO_VALUE or not self.head.context.text[start:end].strip():
                return True
        fields = fields_of(self.head, start, end)
        if self.order.count("date") > 1:
            fields.names = [without_meeting(self.head.context, name) for name in fields.names]
        alone = len(fields.names) == 1 and not fields.dates and not fields.role
        if (
            fields.unknown
            or len(fields.names) > 1
            or "sitting_of" in fields.marks
            or NO_BODY.search(self.head.context.folded, start, end)
        ):
            return False
        if alone and self.gap and self.close and not names and not self._goes_on(index + 1):
            return False
        self.close = self.close or (bool(self.lines) and not self.gap)
        self.gap = False
        self.lines.append((index, fields))
        return True

    def _goes_on(self, index: int) -> bool:
        """Whether the line below a body is its date or its role."""
        start, end = self.head.context.lines[index]
        if columns(self.head.folded(index).strip(" |:")):
            return True
        fields = fields_of(self.head, start, end)
        return index < self.head.last and bool(fields.dates or fields.role) and not (fields.names or fields.unknown)

    def _ends(self, index: int) -> bool:
        """Whether a line that is none of the table ends it: behind a gap, or with a label of its own."""
        start, end = self.head.context.lines[index]
        label = label_matcher().match(self.head.context.folded, start, end)
        meeting = "sitting_of" in fields_of(self.head, start, end).marks
        return self.gap or (label is not None and label.start == start and not meeting)


def _known(folded: str) -> tuple[str, ...]:
    name = _HEADS.get(folded.strip(" |:"))
    return (name,) if name else ()


def _beside(lines: list[Line]) -> list[Row] | None:
    """Rows that are lines; None where a line has no body or two dates."""
    rows = []
    for index, fields in lines:
        if not fields.names or len(fields.dates) > 1:
            return None
        rows.append(_row(index, fields))
    return rows


def _row(index: int, fields: Fields) -> Row:
    date, place = fields.dates[0] if fields.dates else (None, None)
    return Row(date, place, fields.names[:1], [fields.role] if fields.role else [], last_line=index)


def _stacked(lines: list[Line], order: list[str]) -> list[Row] | None:
    """Rows whose values are lines, one below the other: row by row or column by column."""
    kinds = "".join("n" if fields.names else "d" if fields.dates else "r" for _, fields in lines)
    runs = "".join(kind for at, kind in enumerate(kinds) if at == 0 or kinds[at - 1] != kind)
    if kinds.count("n") > 1 and len(runs) == len(set(runs)):
        return _by_columns(lines, kinds)
    return _by_rows(lines, kinds, order)


def _by_columns(lines: list[Line], kinds: str) -> list[Row]:
    """Rows of columns that follow each other; a column that has fewer values than there are bodies is left open."""
    names, dates, roles = ([line for line, kind in zip(lines, kinds, strict=True) if kind == one] for one in "ndr")
    rows = [_row(index, fields) for index, fields in names]
    for at, row in enumerate(rows):
        if len(dates) == len(rows):
            row.date, row.date_place = dates[at][1].dates[0]
        role = roles[at][1].role if len(roles) == len(rows) else None
        row.role = [role] if role else []
        row.last_line = lines[-1][0]
    return rows


def _by_rows(lines: list[Line], kinds: str, order: list[str]) -> list[Row] | None:
    """Rows of values in the same order, of which any but the body may be missing; None where a value is left over."""
    headed = [name[0].replace("o", "n") for name in order if name in {"organization", "date", "role"}]
    order = list(dict.fromkeys(headed)) if len(set(headed)) > 1 and "n" in headed else []
    found = [ranked for first in ([order] if order else _ORDERS) if (ranked := _split(kinds, first))]
    cuts = {tuple(cut) for cut in found}
    if not cuts:
        return None
    sure = len(cuts) == 1
    rows = []
    for begin, stop in next(iter(cuts)):
        whole = Fields()
        for _, fields in lines[begin:stop]:
            whole.names += fields.names
            if sure:
                whole.dates += fields.dates
                whole.role = whole.role or fields.role
        rows.append(_row(lines[stop - 1][0], whole))
    return rows


_ORDERS = (["n", "d", "r"], ["d", "n", "r"], ["n", "r", "d"], ["d", "r", "n"], ["r", "n", "d"], ["r", "d", "n"])


def _split(kinds: str, order: list[str]) -> list[tuple[int, int]]:
    """Where rows begin and end whose values stand in this order; empty where a row would have no body."""
    starts = [0]
    for at in range(1, len(kinds)):
        if kinds[at] not in order or kinds[at - 1] not in order:
            return []
        if order.index(kinds[at]) <= order.index(kinds[at - 1]):
            starts.append(at)
    cuts = list(zip(starts, [*starts[1:], len(kinds)], strict=True))
    return cuts if all("n" in kinds[begin:stop] for begin, stop in cuts) else []
