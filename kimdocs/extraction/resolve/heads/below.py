"""Labels that stand behind their value: in brackets or bare on the line below it, or in the last cell of its line.

For example::

    Bauausschuss          Bauausschuss      Bauausschuss      Gremium
    (Gremium)             Gremium           12.03.2031        Sitzung
    12.03.2031            12.03.2031
    (Sitzung)             Sitzung
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.heads.head import Field
from kimdocs.extraction.resolve.heads.labels import label_matcher
from kimdocs.extraction.resolve.heads.lines import bare, cells_of, mark_end
from kimdocs.extraction.resolve.heads.values import value_in
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.match import Match

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

Labelled = tuple[int, Match, "Piece"]

_NUMBER = lazy(r"[ ]?(?:nr\.? ?)?(?:[önt] ?)?\d{1,3}(?:\.\d{1,2})*")
_FIRST_LINES = 40
_LEAST = 2
_LEAST_CELLS = 3
_MOST_TITLE = 3
_FIELDS = {"title", "reference", "date", "meeting_date", "organization", "body", "paper_type"}


def read_below(head: Head) -> None:
    """Keep what stands before such labels in their fields; one label alone may be a remark in brackets."""
    found = _in_brackets(head) or _bare(head) or _last_cells(head)
    for name in head.fields if found else ():
        head.fields[name] = [field for field in head.fields[name] if not _is_misread(head, field, found)]
    for index, label, place in found:
        head.taken |= {index, head.context.line_at(place[0])}
        name = label.entry.value
        field = _field(head, index, label, place) if name in _FIELDS else None
        if field is not None:
            head.fields.setdefault(name, []).insert(0, field)
            head.taken.update(head.context.line_at(start) for start, _ in field.pieces)


def _is_misread(head: Head, field: Field, found: list[Labelled]) -> bool:
    """Whether the value of a label was taken for what stands behind it, as it does elsewhere."""
    line = head.context.line_at(field.pieces[0][0])
    return head.context.line_at(found[0][2][0]) <= line <= found[-1][0] + 1


def _in_brackets(head: Head) -> list[Labelled]:
    """Lines that are but a label in brackets, with the lines above them."""
    lines = head.context.lines[: min(head.last, _FIRST_LINES)]
    found = [
        (index, label, _line(head, index - 1))
        for index, line in enumerate(lines)
        if index and (label := _bracketed(head, *line))
    ]
    return found if len(found) >= _LEAST else []


def _bare(head: Head) -> list[Labelled]:
    """The lines of the first block where value and label take turns and a label is the last."""
    first = next((index for index in range(min(head.last, _FIRST_LINES)) if not head.blank(index)), None)
    last = first
    while last is not None and last + 1 < min(head.last, _FIRST_LINES) and not head.blank(last + 1):
        last += 1
    if first is None or last is None or (last - first) % 2 == 0 or last - first < _LEAST:
        return []
    if _alone(head, *_line(head, first + 1)) is None:
        return []
    labels = [_alone(head, *_line(head, index)) for index in range(first, last + 1)]
    if any(labels[::2]) or not all(labels[1::2]):
        return []
    return [(first + at, label, _line(head, first + at - 1)) for at, label in enumerate(labels) if label]


def _last_cells(head: Head) -> list[Labelled]:
    """Lines of two cells, the second of which is a label and the first none."""
    found: list[Labelled] = []
    for index in range(min(head.last, _FIRST_LINES)):
        start, end = head.context.lines[index]
        text = head.context.text
        if ":" in text[start:end] or (text.find("   ", start, end) < 0 and text.find("\t", start, end) < 0):
            continue
        cells = [bare(head.context.text, *cell) for cell in cells_of(head.context.text, *_line(head, index))]
        if len(cells) != _LEAST or _alone(head, *cells[0]) or ":" in head.context.text[slice(*cells[0])]:
            continue
        label = _alone(head, *cells[1])
        if label is not None:
            found.append((index, label, cells[0]))
    return found if len(found) >= _LEAST_CELLS else []


def _line(head: Head, index: int) -> Piece:
    start, end = head.context.lines[index]
    return mark_end(head.context.text, start, end), end


def _alone(head: Head, start: int, end: int) -> Match | None:
    """The label that a cell is, without a colon."""
    label = label_matcher().match(head.context.folded, start, end)
    return label if label is not None and label.end == end else None


def _bracketed(head: Head, start: int, end: int) -> Match | None:
    """The label that a line in brackets begins with, and that a number or another label may follow."""
    text = head.context.text
    if start == end or text[start] != "(" or text[end - 1] != ")":
        return None
    label = label_matcher().match(head.context.folded, start + 1, end - 1)
    if label is None:
        return None
    rest = head.context.folded[label.end : end - 1]
    return label if not rest or rest.startswith(" / ") or _NUMBER.fullmatch(rest) else None


def _field(head: Head, index: int, label: Match, place: Piece) -> Field | None:
    """The value at ``place``, with the lines above for a title; None where it is no such value."""
    if head.context.folded[label.end : label.end + 3] == " / ":
        return None
    accepts = str(label.entry.attributes["accepts"])
    piece = value_in(head.context, accepts, *place, month_first=head.month_first)
    if piece is None:
        return None
    at = head.context.line_at(place[0])
    first = at
    while label.entry.value == "title" and index - first < _MOST_TITLE and first and _goes_on(head, first - 1):
        first -= 1
    above = tuple(_line(head, line) for line in range(first, at)) if at < index else ()
    return Field(label.entry.value, (*above, piece), index, label.entry.rule)


def _goes_on(head: Head, index: int) -> bool:
    """Whether a line above a title is its beginning: no label, no value and not blank."""
    return (
        not head.blank(index) and index not in head.taken and head.context.text[head.context.lines[index].start] != "("
    )
