"""A Beratungsfolge in one sequence: "VA am 03.02.2031 (vorberatend) und GR am 17.02.2031", "HFA 03.02.2031 / Rat …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import is_group
from kimdocs.extraction.resolve.consultations.fields import fields_of
from kimdocs.extraction.resolve.consultations.names import short_name
from kimdocs.extraction.resolve.consultations.rows import Row, is_name
from kimdocs.extraction.resolve.heads.labels import label_matcher
from kimdocs.extraction.resolve.heads.lines import mark_end
from kimdocs.extraction.resolve.heads.vendors import columns
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.consultations.fields import Fields
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_MOST_LINES = 45
_LONGEST = 420
_LABEL = lazy(r"(?P<name>[^:\n]{4,40}):\s+")
_BEFORE = lazy(r"bisher|früher|voran|vorher|zuletzt|bezug|siehe|vgl|beschl")
_SHORT_WITH_DATE = lazy(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,8} (?:am )?\d{1,2}\.")
_BORDER = lazy(r"\s*(?:\s[/|]\s|\s{3,}|\s[-–]\s|→|->|;|,|\sund\s|\ssowie\s)\s*")
_GOES_ON = ("/", "-", "–", "→", ";", " und")


def rows_in_sequence(head: Head) -> list[Row]:
    """The bodies of the first line that is nothing but bodies with their dates, two at least, else none."""
    for index in range(min(head.last, _MOST_LINES)):
        line = head.context.lines[index]
        start = mark_end(head.context.text, line.start, line.end)
        label = _LABEL.match(head.context.folded, start, line.end)
        named = label is not None and bool(columns(label["name"]))
        rows = _from(head, index, label.end() if label and named else start, named=named)
        if not rows and label and not named and _may_head(label["name"]):
            rows = _from(head, index, label.end(), named=False)
        if rows:
            return rows
    return []


def _may_head(name: str) -> bool:
    """Whether an unknown label may head the bodies of this paper, and not what was decided before."""
    return label_matcher().fullmatch(name.strip()) is None and _BEFORE.search(name) is None


def sequence_in(head: Head, line: int) -> list[Row]:
    """The bodies behind the colon of a heading, where they are such a sequence."""
    start, end = head.context.lines[line]
    colon = head.context.text.find(":", start, end)
    return _from(head, line, colon + 1, named=True) if colon >= 0 else []


def _from(head: Head, index: int, start: int, *, named: bool) -> list[Row]:
    """The rows of the text from ``start`` on; ``named`` where a heading says that they are bodies."""
    last = index
    while last + 1 < head.last and head.context.text[start : head.context.lines[last].end].endswith(_GOES_ON):
        last += 1
    end = head.context.lines[last].end
    return _rows(head, start, end, last, named=named) if end - start <= _LONGEST else []


def _rows(head: Head, start: int, end: int, last: int, *, named: bool) -> list[Row]:
    dates = find_dates(head.context, start, end, month_first=head.month_first)
    if len(dates) < 2:
        return []
    rows: list[Row] = []
    told = named
    for piece in _parts(head, start, end, [date[1] for date in dates]):
        fields = fields_of(head, *piece)
        name = _name(head, fields)
        if name is None or len(fields.dates) != 1:
            return []
        date, place = fields.dates[0]
        rows.append(Row(date, place, [name], [fields.role] if fields.role else [], last_line=last))
        told = told or fields.role is not None or bool(fields.names)
    return rows if told and len(rows) > 1 else []


def _name(head: Head, fields: Fields) -> Piece | None:
    if len(fields.names) == 1 and not fields.unknown:
        name = fields.names[0]
        return None if is_group(head.context.folded[slice(*name)]) else name
    return short_name(head, fields)


def _parts(head: Head, start: int, end: int, dates: list[int]) -> Iterator[Piece]:
    """The parts between marks that have a date on either side; a comma parts only before a body or its role."""
    at = start
    for border in _BORDER.finditer(head.context.folded, start, end):
        dated = any(at <= date < border.start() for date in dates) and any(date >= border.end() for date in dates)
        if not dated or (border.group().strip() == "," and not _opens_part(head, border.end(), end)):
            continue
        yield at, border.start()
        at = border.end()
    yield at, end


def _opens_part(head: Head, start: int, end: int) -> bool:
    if is_name(head.context, start, end) or _SHORT_WITH_DATE.match(head.context.text, start, end):
        return True
    role = matcher("consultation_roles").match(head.context.folded, start, end)
    return role is not None and head.context.folded.startswith((" im ", " in ", " durch "), role.end)
