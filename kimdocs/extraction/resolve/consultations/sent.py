"""Bodies to which a paper is sent without a table: "In den Verwaltungsausschuss", "An das Gremium (zur Kenntnis)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import find_dates
from kimdocs.extraction.resolve.consultations.rows import Row, is_name
from kimdocs.extraction.resolve.heads.lines import bare, cells_of
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.resolve.heads.head import Head

_INTO = lazy(r"(?:^|(?<=  )|(?<=\t))(?P<lead>in|an) (?:den|die|das) (?=\w)")
_ROLE = lazy(r"\s*\((?P<role>[^()]{4,40})\)$")
_LONGEST = 90


def sent_to(head: Head) -> list[Row]:
    """The bodies, each in a cell of its line; those behind "An den" only among some behind "In den"."""
    rows: list[tuple[str, int, Row]] = []
    for index in range(head.last):
        line = head.context.lines[index]
        hit = _INTO.search(head.folded(index))
        if hit is None:
            continue
        begin = line.start + hit.end()
        start, end = bare(head.context.text, *cells_of(head.context.text, begin, line.end)[0])
        dated = find_dates(head.context, begin, line.end)
        if end - start >= _LONGEST or not is_name(head.context, start, end) or dated:
            continue
        role = _ROLE.search(head.context.folded, start, end)
        known = role and matcher("consultation_roles").fullmatch(role["role"])
        end = role.start() if role else end
        rows.append(
            (
                hit["lead"],
                index,
                Row(name=[(start, end)], role=[role.span("role")] if role and known else [], last_line=index),
            )
        )
    if all(lead == "an" for lead, _, _ in rows):
        return []
    head.taken |= {index for _, index, _ in rows}
    return [row for _, _, row in rows]
