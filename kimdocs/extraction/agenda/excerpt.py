"""The agenda items of an excerpt whose head names them as a field ("TOP: Ö 7") and that no heading opens."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.context import Item
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import AgendaItem, DocumentKind

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.model.council import DocumentFacts

_LABEL = r"(?:top|tagesordnungspunkt)(?:[ -]?nr\.?)?\s*:"
_NUMBER = r"[ön]?\s?\d{1,3}(?:\.\d{1,2}){0,2}"
_FIELD = lazy(rf"^(?:[-*•|]\s*)?{_LABEL}(?:[ ]{{0,40}}|[\s-]{{0,12}})(?P<number>{_NUMBER})[.)]?[ \t]*$", re.MULTILINE)
_CELL = lazy(rf"(?:\t|[ ]{{3}}){_LABEL}[ ]{{0,12}}(?P<number>{_NUMBER})[.)]?(?=[ ]{{3}}|[ ]*\n|\s*$)")
_SITTING = lazy(rf"\d{{4}},?\s+(?:top|tagesordnungspunkt)\s+(?P<number>{_NUMBER})\s*$")
_SECTION = lazy(r"\d{4},\s+(?:nicht)?öffentlich,\s+§ ?(?P<number>\d{1,4})\s*$")
_OF_HEAD = (_CELL, _SITTING, _SECTION)
_KINDS = {DocumentKind.EXCERPT, DocumentKind.MINUTES}
_HEAD = 2000
_LONGEST = 400


def with_item(context: Context, document: DocumentFacts) -> None:
    """Put the text under the items that its head and the lines below name; other documents stay as they are."""
    if document.kind not in _KINDS or context.items:
        return
    found = _fields(context)
    if not found or found[0][0] > _HEAD or (len(found) > 1 and document.kind is DocumentKind.MINUTES):
        return
    starts = [0, *(context.lines[context.line_at(start)].start for start, _ in found[1:])]
    ends = [*starts[1:], len(context.text)]
    context.items = tuple(
        Item(_fact(context, document, place, first=begin == 0), begin, end)
        for place, begin, end in zip(found, starts, ends, strict=True)
    )
    context.sections = tuple(
        section._replace(item=bisect_right(starts, section.start) - 1) for section in context.sections
    )


def _fields(context: Context) -> list[tuple[int, int]]:
    """The places of the numbers that lines give as a field; none where one number is given twice."""
    found = [hit.span("number") for hit in _FIELD.finditer(context.folded)]
    if not found or found[0][0] > _HEAD or _CELL.search(context.folded, 0, found[0][0]):
        told = (
            hit.span("number")
            for start, end in context.lines[: context.line_at(min(_HEAD, len(context.folded))) + 1]
            for pattern in _OF_HEAD
            if end - start < _LONGEST and (hit := pattern.search(context.folded, start, end))
        )
        found = [*sorted(told)[:1], *found]
    numbers = {"".join(context.folded[slice(*place)].split()) for place in found}
    return found if len(numbers) == len(found) else []


def _fact(context: Context, document: DocumentFacts, place: tuple[int, int], *, first: bool) -> AgendaItem:
    number = " ".join(context.text[slice(*place)].split())
    public = {"ö": True, "n": False}.get(number[0].lower(), document.public)
    return AgendaItem(number, document.title if first else None, public, (context.evidence(*place),))
