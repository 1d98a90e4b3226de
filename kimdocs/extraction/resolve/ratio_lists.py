"""Several acts on one line, each with its ratio: "Haushalt beschlossen 9:2; Stellenplan abgelehnt 4:7."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import places
from kimdocs.extraction.legends import order
from kimdocs.extraction.recognise.tally_line import line_tally
from kimdocs.extraction.resolve.statement import Source, Statement, read_statement
from kimdocs.extraction.tallies import lines_of_triples
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_PIECE = lazy(
    r"[^;\n]{4,120}?[\s(](?P<ratio>\d{1,3} ?(?P<mark>[:/]) ?\d{1,3}(?: ?(?P=mark) ?\d{1,3})?)\)?(?: stimmen)?[.,)]*"
)
_LONGEST = 300
_SILENT = ("head", "closing", "signatures", "agenda", "consultations", "attachments")


def ratio_lists(context: Context) -> Iterator[Statement]:
    """A statement for each of the pieces that semicolons part, if every one tells an outcome and ends in a ratio."""
    lines = {*lines_of_triples(context), *(context.line_at(place) for place in places(context.folded, ":0"))}
    for index in sorted(lines):
        start, end = context.lines[index]
        if context.folded.find("; ", start, end) < 0 or end - start > _LONGEST:
            continue
        pieces = _pieces(context, start, end)
        if len(pieces) > 1 and context.section_at(start).key not in _SILENT:
            pieces[0].start = start
            yield from pieces


def _pieces(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of all pieces; [] where one of them tells no outcome or no ratio."""
    found = []
    colon = context.folded.find(": ", start, end)
    start = colon + 2 if start < colon < context.folded.find("; ", start, end) and not _digit(context, colon) else start
    for piece in context.folded[start:end].split("; "):
        stop = start + len(piece)
        ratio = _PIECE.fullmatch(context.folded, start, stop)
        said = ratio and matcher("outcomes").first(context.folded, start, ratio.start("ratio"))
        tally = line_tally(f"ae: {ratio['ratio']}", order(context)) if ratio and said else None
        if tally is None or not tally.counts:
            return []
        statement = read_statement(context, start, stop, Source.LINE)
        statement.counts = dict(tally.counts)
        found.append(statement)
        start = stop + 2
    return found


def _digit(context: Context, place: int) -> bool:
    return context.text[place - 1].isdigit()
