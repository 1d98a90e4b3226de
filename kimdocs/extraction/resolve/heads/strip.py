"""A line of the head whose parts each say something of the paper: "Stadt Auental; Beschlussvorlage; Nr. 31/2031"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import starts_organization
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.heads.body import names_body
from kimdocs.extraction.resolve.heads.head import Field
from kimdocs.extraction.resolve.heads.labels import public_alone
from kimdocs.extraction.resolve.heads.lines import bare, mark_end
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kimdocs.extraction.resolve.heads.head import Head
    from kimdocs.extraction.resolve.heads.lines import Piece

_BORDER = lazy(r"\s*;\s+|\s+[|·•/—–-]\s+")
_COMMA = lazy(r",\s+")
_NUMBER = lazy(r"(?:nr\.?|nummer|drucksache|vorlage)?[ :]*")
_PAGE = lazy(r"(?:seite|blatt) \d{1,3}(?: (?:von|/) \d{1,3})?|\d{1,3}/\d{1,3}")
_DATED = lazy(r"(?:vom |datum:? |stand:? |erstellt:? )?")
_FIRST_LINES = 15
_LEAST_PARTS = 3
_WITH_BODY = 2
_PAIRS = ({"body", "reference"}, {"body", "paper_type"}, {"reference", "date"}, {"paper_type", "date"})
_FIELDS = {"paper_type", "reference", "date", "public"}
_LONGEST = 200


def read_strips(head: Head) -> None:
    """Keep what such lines say in fields that no label gives; the lines themselves are no title."""
    for index in range(min(head.last, _FIRST_LINES)):
        line = head.context.lines[index]
        if index in head.taken or line.end - line.start > _LONGEST:
            continue
        said = _of_strip(head, *line)
        if not said:
            continue
        head.taken.add(index)
        for one in said:
            for name, place in one.items():
                if name in _FIELDS and not head.fields.get(name):
                    head.fields[name] = [Field(name, (place,), index, f"strip.{name}")]


def _of_strip(head: Head, start: int, end: int) -> list[dict[str, Piece]]:
    """What the parts of a line say; empty where too few of them are known. Between commas all must be."""
    bars = _BORDER.search(head.context.text, start, end)
    border = bars.re if bars else _COMMA
    comma = -1 if bars else head.context.text.find(", ", start, end)
    if not bars and (comma < 0 or not _said(head, mark_end(head.context.text, start, end), comma)):
        return []
    parts = list(_parts(head, border, start, end))
    if len(parts) < _WITH_BODY or any(starts_organization(head.context.folded[slice(*part)]) for part in parts):
        return []
    said = [_said(head, *part) for part in parts]
    names = {name for one in said for name in one}
    least = _WITH_BODY if any(pair <= names for pair in _PAIRS) and all(said) else _LEAST_PARTS
    missing = 0 if border is _COMMA else 1
    known = len(parts) >= least and sum(map(bool, said)) >= max(len(parts) - missing, _WITH_BODY)
    return said if known and names & {"paper_type", "reference"} else []


def _parts(head: Head, border: re.Pattern[str], start: int, end: int) -> Iterator[Piece]:
    at = mark_end(head.context.text, start, end)
    while end > at and head.context.text[end - 1] in " \t|":
        end -= 1
    for gap in border.finditer(head.context.text, at, end):
        yield bare(head.context.text, at, gap.start())
        at = gap.end()
    yield bare(head.context.text, at, end)


def _said(head: Head, start: int, end: int) -> dict[str, Piece]:
    """What one part says, by field; empty where nobody can tell."""
    context = head.context
    folded = context.folded[start:end]
    if _PAGE.fullmatch(folded):
        return {"page": (start, end)}
    if public_alone(folded):
        return {"public": (start, end)}
    if names_body(head, start, end):
        return {"body": (start, end)}
    return _dated(head, start, end) or _numbered(head, start, end)


def _dated(head: Head, start: int, end: int) -> dict[str, Piece]:
    lead = _DATED.match(head.context.folded, start, end)
    begin = lead.end() if lead else start
    found = find_dates(head.context, begin, end, month_first=head.month_first)
    return {"date": found[0][1:]} if found and found[0][1:] == (begin, end) else {}


def _numbered(head: Head, start: int, end: int) -> dict[str, Piece]:
    """The kind of paper, its number, or both: "Mitteilungsvorlage 301/31"."""
    context = head.context
    if matcher("consultation_roles").fullmatch(context.folded[start:end]) is not None:
        return {}
    named = matcher("paper_types").match(context.folded, start, end)
    typed = {"paper_type": (named.start, named.end)} if named and not named.entry.attributes.get("generic") else {}
    begin = named.end if named else start
    lead = _NUMBER.match(context.folded, begin, end)
    begin = lead.end() if lead else begin
    number = reference_at(context, begin, end)
    if number and number[1] == end and not context.text[slice(*number)].isdigit():
        return {**typed, "reference": number}
    return typed if named and named.end == end else {}
