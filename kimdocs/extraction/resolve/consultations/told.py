"""The meetings that a motion is for, in one sentence: "für die Beratung im Bauausschuss am … und im Rat am …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import is_group, starts_organization
from kimdocs.extraction.resolve.heads.lines import evidence
from kimdocs.extraction.resolve.heads.session import name_end, organization_in
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import Consultation

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.date import Found
    from kimdocs.extraction.resolve.heads.lines import Piece

_LEAD = lazy(r"\b(?:beratung(?:en)?|sitzung(?:en)?|behandlung|tagesordnung(?:en)?)\s+(?=(?:im|in\s+der|des|der)\s)")
_ARTICLE = lazy(r"(?:im|in\s+der|des|der)\s+")
_TO_DATE = lazy(r"\s*(?:\(|,?\s(?:am|vom)\s+)(?:\w+tag,?\s+|mittwoch,?\s+)?(?:de[nm]\s+)?")
_NEXT = lazy(r"\)?(?:,\s+|\s+)(?:und\s+|sowie\s+|anschließend\s+|danach\s+)?(?=(?:im|in\s+der|des|der)\s)")
_WITHIN = 2500
_REACH = 160
_DATE_REACH = 30

Row = tuple["Piece", "Found"]


def meetings_asked_for(context: Context) -> tuple[Consultation, ...]:
    """The bodies with their days that one sentence of a motion lists; empty where it names but one."""
    for lead in _LEAD.finditer(context.folded, 0, min(_WITHIN, len(context.folded))):
        rows = _rows(context, lead.end())
        if len(rows) > 1:
            return tuple(made for row in rows if (made := _consultation(context, *row)))
    return ()


def _rows(context: Context, at: int) -> list[Row]:
    rows: list[Row] = []
    while article := _ARTICLE.match(context.folded, at):
        start = article.end()
        limit = min(start + _REACH, len(context.folded))
        if not starts_organization(context.folded[start:limit]) or is_group(context.folded[start:limit]):
            break
        end = name_end(context, start, limit)
        to = _TO_DATE.match(context.folded, end)
        dates = find_dates(context, to.end(), min(to.end() + _DATE_REACH, len(context.folded))) if to else ()
        if to is None or not dates or dates[0][1] != to.end():
            break
        rows.append(((start, end), dates[0]))
        follows = _NEXT.match(context.folded, dates[0][2])
        at = follows.end() if follows else len(context.folded)
    return rows


def _consultation(context: Context, name: Piece, dated: Found) -> Consultation | None:
    session = organization_in(context, *name)
    if session is None:
        return None
    return Consultation(session.organization, dated[0], None, evidence(context, (name, dated[1:])))
