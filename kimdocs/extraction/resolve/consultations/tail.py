"""A Beratungsfolge behind the text of a paper, where its head gives none: a table, or what the meetings did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.consultations.consultation import consultations
from kimdocs.extraction.resolve.consultations.fielded import rows_in_fields
from kimdocs.extraction.resolve.heads.head import Head
from kimdocs.extraction.resolve.heads.lines import evidence, line_by_line
from kimdocs.extraction.resolve.heads.session import sessions
from kimdocs.extraction.resolve.heads.vendors import columns
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.council import Consultation

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_MOST_LINES = 40
_RESULTS = lazy(r"beratungs(?<!\wberatungs)(?:ergebnisse|verlauf|gang)\s*:")
_FIELD = lazy(r"\W*gremium:[ \t]*\w")
_BODIES = lazy(r"beratung|gremien")
_HEADS_BODIES = lazy(
    r"(?:[^\W\d]+ ){0,3}?(?:beratungs(?:gang|verlauf|ablauf|ergebnisse?|stationen|plan)|beratung(?:en)?|gremien\w*)"
    r"(?: (?:de[rs]|in|im) [^\W\d]+(?: [^\W\d]+)?)? ?:?(?:\s{3,}.*)?"
)
_ITEM = lazy(r",? (?:to [ivx]{1,3}, ?)?top \d")


def consultations_behind(context: Context, head: Head) -> tuple[Consultation, ...]:
    """The rows below the first heading of a Beratungsfolge behind the head, up to the next heading of another part."""
    headings = context.headings
    heads = (i for i, one in enumerate(headings) if one.key == "consultations" and one.line >= head.last)
    place = next((i for i in heads if not _FIELD.match(context.folded, context.lines[headings[i].line].start)), None)
    if place is None:
        return _listed_behind(context, head) or _meetings_told(context)
    first = headings[place].line
    others = (one.line for one in headings[place + 1 :] if one.key != "consultations")
    last = min(next(others, len(context.lines)), first + _MOST_LINES, len(context.lines))
    tail = Head(line_by_line(context, context.lines[last - 1].end), last, month_first=head.month_first)
    named = [(index, names) for index in range(first, last) if "organization" in (names := columns(tail.folded(index)))]
    tail.tables = [table for table in named if len(table[1]) > 1] or [(first, ())]
    return consultations(tail)[0] or _meetings_told(context)


def _listed_behind(context: Context, head: Head) -> tuple[Consultation, ...]:
    """The rows below a line that heads the bodies in other words ("Gang der Beratung", "Beratungsergebnisse")."""
    start = context.lines[min(head.last, len(context.lines) - 1)].start
    found = dict.fromkeys(map(context.line_at, (hit.start() for hit in _BODIES.finditer(context.folded, start))))
    heading = [at for at in found if _HEADS_BODIES.fullmatch(context.folded[slice(*context.lines[at])].strip())]
    whole = line_by_line(context, context.lines[-1].end) if heading else context
    for first in heading:
        tail = Head(whole, min(first + _MOST_LINES, len(context.lines)), month_first=head.month_first)
        rows = rows_in_fields(tail, first)
        if len(rows) > 1 and all(row.date and row.name for row in rows):
            tail.tables = [(first, ())]
            return consultations(tail)[0]
    return ()


def _meetings_told(context: Context) -> tuple[Consultation, ...]:
    """The meetings whose results follow the text: "Beratungsergebnisse: 7. Sitzung des Rates am 08.08.2031, TOP 5"."""
    results = _RESULTS.search(context.folded)
    found = sessions(context, results.end(), len(context.folded)) if results else ()
    return tuple(
        Consultation(one.organization, one.date, None, evidence(context, (*one.place, one.date_place)))
        for one in found
        if one.date and one.date_place and _ITEM.match(context.folded, one.date_place[1])
    )
