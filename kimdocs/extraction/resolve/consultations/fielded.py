"""A Beratungsfolge whose lines are understood field by field: in a table, behind a label, on one line, or alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.consultations.fields import Fields, fields_of
from kimdocs.extraction.resolve.consultations.names import named_by_heading, named_by_place, short_name, sure
from kimdocs.extraction.resolve.consultations.rows import NO_BODY, Row, continues_name, without_meeting
from kimdocs.extraction.resolve.heads.labels import label_matcher, labels_between
from kimdocs.extraction.resolve.heads.lines import cells_of, close_up, mark_end
from kimdocs.extraction.resolve.heads.vendors import columns, is_noise
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_MOST_LINES = 60
_LONGEST_REST = 40
_OF_DISTRICTS = ("bezirks", "orts", "stadtteil", "stadtbezirks")
_WITHOUT_HEADING = 45
_HEADING_WITHIN = 4
_PART = lazy(
    r"\s*;\s*|\s+\|\s+|(?<=\d\d\d\d)\s*(?:,|und|/|–|-)\s*(?=[^\W\d])|(?<=\d\d\d\d\s)\s*(?=[^\W\d])|(?<=\)),\s*(?=\w)"
)
_PARTED = lazy(r"(?:\s?[:;]|\s?[|│]|\t| {2,}| [-–=] )[\s|│:.]*")
_DIGIT = lazy(r"\d")
_FOR_WHOM = lazy(r"\b(?:für|an|in) (?:den|die|das) ")
_TELLS = {"public", "item", "bridge", "weekday", "address"}
_BOX = lazy(r"(?:(?P<ticked>\(x\)|\[x\]|[☒☑■])|\( {0,3}\)|\[ {0,3}\]|[☐□]) *(?=\w)")
_LEAD = lazy(r"(?P<name>[a-zäöüß/ ]{2,30}?)(?: \d{1,2} ?:| ?\.{2,} ?:?| ?\||\t| {3,})[ \t|]*(?=\w)")
_SITTING = lazy(
    r"(?:zur|für die|zu den|für die nächsten?|in den|in der)?(?: (?:(?:nicht)?öffentlichen?))? ?sitzung(?:en)?"
)
_IN_WHICH = lazy(r"(?:(?:nicht ?)?öffentlich )?(?:im|in|in der|in den|in die|an den|an die|durch den|durch die|beim)")
_BEHIND_LABEL = lazy(r"$|[:*|(\t.]|  | [(:]| ?\d| (?!am |im |in |vom )[a-z]{1,4}[ /-]?\d")


def rows_in_fields(head: Head, line: int) -> list[Row]:
    """The rows below a table heading or behind its colon; empty where a line among them is not understood."""
    return _Fielded(head, line).rows()


def rows_alone(head: Head) -> list[Row]:
    """Rows without a heading ("Gemeinderat am 17.09.2031, TOP 5"), which follow each other."""
    found: list[Row] = []
    for index in range(min(head.last, _WITHOUT_HEADING)):
        box = _BOX.match(head.context.folded, *_span(head, index))
        if box and not box["ticked"]:
            continue
        rows = _alone(head, index, box, found) if _DIGIT.search(head.folded(index)) else []
        found += rows
        if found and not rows and not head.blank(index) and _address_at(head, index) is None:
            break
    return found


def _alone(head: Head, index: int, box: re.Match[str] | None, found: list[Row]) -> list[Row]:
    """The rows that a line makes behind its box, if any, and those ``found`` before it."""
    start, end = (box.end(), head.context.lines[index].end) if box else _behind_type(head, *_span(head, index))
    if end - start >= _WITHOUT_HEADING * 3 or not (fields := fields_of(head, start, end)).dates:
        return []
    address = _address_at(head, index - 1) if index else None
    told = (
        fields.role is not None
        or fields.marks & _TELLS
        or _below_number(head, index, fields)
        or address is not None
        or start > _span(head, index)[0]
        or (bool(found) and found[-1].last_line == index - 1)
        or (sure(head, fields) and _another_below(head, index))
    )
    told = told and not ("sitting_of" in fields.marks and not found and not _another_below(head, index))
    fields.role = fields.role or address or None
    name = fields.names[0] if told and sure(head, fields) else short_name(head, fields) if fields.role else None
    return _made(fields, name, index) if name and not _labelled(head, start, end) else []


def _another_below(head: Head, index: int) -> bool:
    """Whether the next line is a row too: a body with its date and nothing else."""
    if index + 1 >= head.last or head.blank(index + 1):
        return False
    start, end = _span(head, index + 1)
    return end - start < _WITHOUT_HEADING * 3 and sure(head, fields_of(head, start, end))


def _address_at(head: Head, index: int) -> Piece | tuple[()] | None:
    """The role of a line that but addresses the bodies below: "Zur Vorberatung öffentlich im", "für die Sitzung".

    Empty where it gives none ("An den"); None where it addresses nobody.
    """
    start, end = _span(head, index)
    folded = head.context.folded[start:end].strip(" :")
    entry = matcher("row_marks").fullmatch(folded)
    if (entry is not None and entry.value == "address") or (
        _SITTING.fullmatch(folded) and _another_below(head, index + 1)
    ):
        return ()
    role = matcher("consultation_roles").match(head.context.folded, start, end)
    behind = head.context.folded[role.end : end].strip(" :") if role else ""
    return (start, role.end) if role and _IN_WHICH.fullmatch(behind) else None


def _span(head: Head, index: int) -> Piece:
    line = head.context.lines[index]
    return mark_end(head.context.text, line.start, line.end), line.end


def _behind_type(head: Head, start: int, end: int) -> Piece:
    """The part of a line that names for whom a paper is ("Vorlage 4/2031 für die Verbandsversammlung am …")."""
    lead = matcher("row_marks").match(head.context.folded, start, end)
    if lead is not None and lead.entry.value == "lead":
        return lead.end, end
    cell = _LEAD.match(head.context.folded, start, end)
    named_lead = matcher("row_marks").fullmatch(cell["name"].strip() + ":") if cell else None
    if cell and named_lead is not None and named_lead.value == "lead":
        return cell.end(), end
    named = matcher("paper_types").match(head.context.folded, start, end)
    for_whom = _FOR_WHOM.search(head.context.folded, named.end, end) if named else None
    return (for_whom.end(), end) if for_whom else (start, end)


def _below_number(head: Head, index: int, fields: Fields) -> bool:
    """Whether a body and its date, in columns of their own, stand below the number of the paper."""
    number = head.first("reference") or head.first("paper_type")
    above = (number is not None and number.line < index) or any(_is_type(head, line) for line in range(index))
    name, date = fields.names[0] if fields.names else (0, 0), fields.dates[0][1] if fields.dates else (0, 0)
    apart = head.context.text[name[1] : date[0]]
    return above and ("  " in apart or "\t" in apart) and not apart.strip()


def _is_type(head: Head, line: int) -> bool:
    start, end = head.context.lines[line]
    first = next(iter(cells_of(head.context.text, start, end)[-1:]), (start, end))
    cells = (close_up(head.folded(line)), head.context.folded[slice(*first)])
    return any(matcher("paper_types").fullmatch(cell.strip(" :")) is not None for cell in cells)


def _labelled(head: Head, start: int, end: int) -> bool:
    hit = label_matcher().match(head.context.folded, start, end)
    if hit is None or hit.start != start or hit.entry.value == "organization":
        return False
    return _BEHIND_LABEL.match(head.context.folded, hit.end, end) is not None


def _made(fields: Fields, name: Piece, index: int) -> list[Row]:
    role = [fields.role] if fields.role else []
    if not fields.dates:
        return [Row(name=[name], role=role, last_line=index)]
    return [Row(date, place, [name], role, last_line=index) for date, place in fields.dates]


class _Fielded:
    """Puts the lines of a table together to rows, and gives up where one is not understood."""

    def __init__(self, head: Head, line: int) -> None:
        self.head = head
        self.line = line
        near = (names for at, names in head.tables if line <= at < line + _HEADING_WITHIN and len(names) > 1)
        self.columns = next(near, ())
        self.found: list[Row] = []
        self.gap = self.spread = False

    def rows(self) -> list[Row]:
        """All rows, or none."""
        self._inline()
        for index in self._below():
            taken = self._line(index)
            if taken is None:
                return []
            if not taken:
                break
            self.gap = False
        dated = sum(row.date is not None for row in self.found)
        return self.found if dated and all(row.date or row.role or self.columns for row in self.found) else []

    def _inline(self) -> None:
        """Rows behind the heading on its line."""
        start, end = _span(self.head, self.line)
        begin = self._behind_heading(start, end)
        if self.head.context.text[begin:end].strip():
            self.found = self._several(self.line, begin, end)

    def _behind_heading(self, start: int, end: int) -> int:
        """Where the heading's line goes on behind the heading; its end where nothing parts the two."""
        text = self.head.context.text
        labels = (label for label in labels_between(self.head.context, start, end))
        heading = next((label for label in labels if label.entry.value == "consultations"), None)
        parted = _PARTED.match(text, heading.end, end) if heading else None
        colon = text.find(":", start, end)
        return parted.end() if parted else colon + 1 if colon >= 0 else end

    def _several(self, index: int, start: int, end: int) -> list[Row]:
        """The rows of one line, one or several; none where a part of it is not understood."""
        whole = fields_of(self.head, start, end)
        if sure(self.head, whole) and whole.role:
            return _made(whole, whole.names[0], index)
        rows: list[Row] = []
        for begin, stop in _parts(self.head, start, end):
            fields = fields_of(self.head, begin, stop)
            name = fields.names[0] if sure(self.head, fields) else named_by_heading(self.head, fields)
            if name is None:
                return []
            rows += _made(fields, name, index)
        return rows

    def _below(self) -> Iterator[int]:
        for index in range(self.line + 1, min(self.line + _MOST_LINES, self.head.last)):
            start, end = _span(self.head, index)
            folded = self.head.context.folded[start:end]
            noise = is_noise(folded)
            if self.head.blank(index) or (noise and self.found):
                self.gap = True
            elif not columns(folded) and not noise:
                yield index

    def _more(self, row: Row, fields: Fields, start: int, end: int) -> Piece | None:
        """The part of a line that goes on with the name above it; a role in brackets behind it is the row's."""
        parts = (*fields.names, *fields.unknown)
        wrapped = self._is_wrapped(row, start, end) if len(parts) == 1 and parts[0] == (start, end) else False
        if fields.dates or len(parts) != 1 or not (wrapped or continues_name(self.head.context, row, start, end)):
            return None
        if fields.role and not row.role:
            for one in self.found:
                one.role = [fields.role] if one.name == row.name else one.role
        return parts[0]

    def _is_wrapped(self, row: Row, start: int, end: int) -> bool:
        """Whether a line below a row with columns is the rest of its first cell: it ends in a comma or but a noun."""
        text = self.head.context.text
        begun, stop = row.name[-1]
        if not self.columns or end - start > _LONGEST_REST or not text[start].isupper():
            return False
        district = self.head.context.folded.startswith(_OF_DISTRICTS, begun) and " " not in text[begun:stop]
        return text[stop] == "," or (district and len(row.name) == 1)

    def _line(self, index: int) -> bool | None:
        """Take a line in; false where the table has ended before it, None where it is not understood."""
        start, end = _span(self.head, index)
        if self.gap and self.found and NO_BODY.search(self.head.context.folded, start, end):
            return False
        fields = fields_of(self.head, start, end)
        several = self._several(index, start, end) if len(fields.names) > 1 and "person" not in self.columns else []
        if len(several) > 1:
            self.found += several
            return True
        one = len(fields.names) == 1 or (fields.names and "person" in self.columns)
        behind = self.gap and self.found and not self.spread
        self.spread = self.spread or (self.gap and bool(fields.names))
        name = fields.names[0] if one else None if behind else named_by_place(self.head, fields, self.columns)
        if name and (fields.dates or fields.role or (fields.marks and not fields.unknown)):
            name = without_meeting(self.head.context, name) if self.columns.count("date") > 1 else name
            self.found += _made(fields, name, index)
            return True
        return self._rest(index, fields) if self.found else None

    def _rest(self, index: int, fields: Fields) -> bool | None:
        """Take in a line that goes on with the last row: marks, the rest of its name, its date, a further date."""
        start, end = _span(self.head, index)
        row = self.found[-1]
        empty = not (fields.names or fields.dates or fields.unknown)
        more = None if empty or self.gap else self._more(row, fields, start, end)
        only_dates = bool(fields.dates) and not (fields.names or fields.unknown)
        if not empty and (self.gap or (more is None and _labelled(self.head, start, end) and row.date is not None)):
            return False
        if empty:
            row.role = row.role or ([fields.role] if fields.role else [])
        elif more:
            for one in [one for one in self.found if one.name == row.name]:
                begin, stop = one.name[-1]
                comma = self.head.context.text[stop] == ","
                one.name = [*one.name[:-1], (begin, stop + comma), more]
        elif only_dates and row.date is None:
            row.date, row.date_place = fields.dates[0]
        elif only_dates:
            self.found += [replace(row, date=date, date_place=at, last_line=index) for date, at in fields.dates]
        else:
            return False if _labelled(self.head, start, end) else None
        self.found[-1].last_line = index
        return True


def _parts(head: Head, start: int, end: int) -> Iterator[Piece]:
    at = start
    for gap in _PART.finditer(head.context.folded, start, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end
