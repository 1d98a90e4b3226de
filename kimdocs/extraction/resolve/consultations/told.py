"""The meetings that a motion is for, in one sentence: "für die Beratung im Bauausschuss am … und im Rat am …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.recognise.organization import is_committee, is_group, starts_organization
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
_ASKS = lazy(r"\b(?:bitten?|beantrag(?:en|t)|übersenden|stell(?:en|t)|reichen|legen)\b[^.;]*$")
_ASKS_BEHIND = lazy(r"[^.;:]{0,60}\b(?:bitten|beantragen|übersenden|stellen|reichen|legen)\s+wir\b")
_COMING = lazy(r"\b(?:zur|für\s+die|in\s+der|auf\s+die)\s+(?:(?:nächsten|kommenden|anstehenden)\s+)?$")
_BEHIND_NAME = lazy(
    r"\s+(?:im|noch)\s+(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|herbst)\b"
    r"|(?:,|\s+(?:und|sowie))\s+(?:im|in\s+der|des|der)\s"
)
_NEXT = lazy(r"\)?(?:,\s+|\s+)(?:und\s+|sowie\s+|anschließend\s+|danach\s+)?(?=(?:im|in\s+der|des|der)\s)")
_WITHIN = 2500
_REACH = 160
_DATE_REACH = 30

Row = tuple["Piece", "Found | None"]


def meetings_asked_for(context: Context) -> tuple[Consultation, ...]:
    """The bodies, with their days perhaps, that one sentence of a motion lists; or the one for whose sitting it asks.

    One council without its day is no station of a paper, but the one that decides on every motion.
    """
    for lead in _LEAD.finditer(context.folded, 0, min(_WITHIN, len(context.folded))):
        rows = _rows(context, lead.end(), dated=True)
        if len(rows) > 1:
            return _consultations(context, rows)
        rows = rows or _rows(context, lead.end(), dated=False)
        told = rows and _asks(context, lead.start(), rows[-1][0][1])
        if told and (len(rows) > 1 or rows[0][1] or is_committee(context.folded[slice(*rows[0][0])])):
            return _consultations(context, rows)
    return ()


def _asks(context: Context, start: int, end: int) -> bool:
    """Whether the sentence around a sitting to come asks for something to be dealt with there."""
    before = context.folded[max(0, start - _REACH) : start]
    coming = _COMING.search(before) is not None
    return coming and bool(_ASKS.search(before) or _ASKS_BEHIND.match(context.folded, end))


def _consultations(context: Context, rows: list[Row]) -> tuple[Consultation, ...]:
    return tuple(made for row in rows if (made := _consultation(context, *row)))


def _rows(context: Context, at: int, *, dated: bool) -> list[Row]:
    rows: list[Row] = []
    while article := _ARTICLE.match(context.folded, at):
        start = article.end()
        limit = min(start + _REACH, len(context.folded))
        if not starts_organization(context.folded[start:limit]) or is_group(context.folded[start:limit]):
            break
        end = name_end(context, start, limit)
        behind = _BEHIND_NAME.search(context.folded, start, end)
        end = behind.start() if behind else end
        to = _TO_DATE.match(context.folded, end) if dated else None
        dates = find_dates(context, to.end(), min(to.end() + _DATE_REACH, len(context.folded))) if to else ()
        if dated and (to is None or not dates or dates[0][1] != to.end()):
            break
        rows.append(((start, end), dates[0] if dates else None))
        follows = _NEXT.match(context.folded, dates[0][2] if dates else end)
        at = follows.end() if follows else len(context.folded)
    return rows


def _consultation(context: Context, name: Piece, dated: Found | None) -> Consultation | None:
    session = organization_in(context, *name)
    if session is None:
        return None
    places = (name, dated[1:]) if dated else (name,)
    return Consultation(session.organization, dated[0] if dated else None, None, evidence(context, places))
