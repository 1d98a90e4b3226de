"""Several acts in one paragraph, each with its vote: "Haushalt beschlossen 9:2; Stellenplan abgelehnt 4:7."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import places
from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.recognise.tallies.tokens import name_pattern
from kimdocs.extraction.resolve.statements.claims import SILENT, is_claimed
from kimdocs.extraction.resolve.statements.statement import Source, Statement, read_statement
from kimdocs.extraction.result_lines.legends import order
from kimdocs.extraction.result_lines.tallies import lines_of_triples
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.recognise.tallies.line import LineTally

_RATIO = lazy(r"(?<=[\s(])(?P<ratio>\d{1,3} ?(?P<mark>[:/]) ?\d{1,3}(?: ?(?P=mark) ?\d{1,3})?)\)?(?: stimmen)?[.,)]*$")
_CUT = lazy(r";\s+|(?:[,.]|(?<=\s)-)\s+(?=\(?(?:[a-h]|\d{1,2})\)\s|[^\W\d_]{3})")
_CLOSED = lazy(r"(?:\d|[^\W\d_]{2}|\b[jnex]|\))[\s.;,-]*$")
_LABEL = lazy(r"(?:[:,]\s+|\s-\s|\s)(?=\d|[^\W\d_])")
_MARK = lazy(r"[^.;]{0,60}?\(?(?:[a-h]|\d{1,2})\)\s|[^.;:]{2,60}:\s(?=[^\d\s])")
_MARKED = lazy(r"\s*\(?(?:[a-h]|\d{1,2})\)\s")
_FURTHER = lazy(r"(?:davon\s+|und\s+)?\d{1,3}\s*(?:x\s*)?(?=[^\W\d_])")
_LETTER = lazy(r"[^\W\d_]{3}")
_FEWEST = 2
_SHORTEST = 4
_LONGEST = 160
_LONGEST_NAME = 48
_LONGEST_RATIO = 80
_MOST_LINES = 4


def ratio_lists(context: Context, claimed: list[tuple[int, int]]) -> Iterator[Statement]:
    """A statement for each of the pieces of a paragraph that follow each other, if every one ends in its vote.

    A paragraph whose first line is claimed is none.
    """
    done = -1
    taken = sorted(claimed)
    for index in sorted(_lines(context)):
        if index <= done or context.section_at(context.lines[index].start).key in SILENT:
            continue
        if is_claimed(taken, *context.lines[index]):
            continue
        start, end = context.lines[index].start, context.lines[_last(context, index)].end
        found = _pieces(context, start, end)
        if len(found) >= _FEWEST:
            found[0].start = start
            done = context.line_at(found[-1].end)
            yield from found


def _lines(context: Context) -> set[int]:
    """Lines with several votes, or with a ratio and what parts the pieces of a list."""
    named = context.lines_with("line")
    listed = {*lines_of_triples(context), *context.lines_at(places(context.folded, ":0"))}
    several = {index for index, votes in context.vote_lines.items() if votes >= _FEWEST or _is_lettered(context, index)}
    return listed | several | {index for index, sides in named.items() if sides >= _FEWEST * _FEWEST}


def _is_lettered(context: Context, index: int) -> bool:
    return context.folded.find(" b) ", *context.lines[index]) >= 0


def _last(context: Context, index: int) -> int:
    """The last line of the paragraph, a few lines on at most."""
    last = index
    for at in range(index + 1, min(index + _MOST_LINES, len(context.lines))):
        if context.lines[at].start == context.lines[at].end or context.lines[at].start in context.heading_starts:
            break
        last = at
    return last


def _pieces(context: Context, start: int, end: int) -> list[Statement]:
    """The statements of the pieces from the start on, up to one without a vote."""
    head = _MARK.match(context.folded, start, end)
    marked = head is not None and context.text[head.end() - 2] == ")"
    if head and not _goes_on(context.folded, head.end()):
        start = head.end() - (len(head[0]) - len(head[0].rstrip())) if not marked else head.start()
    borders = [(start, start), *(cut.span() for cut in _CUT.finditer(context.folded, start, end)), (end, end)]
    found: list[Statement] = []
    begin = start
    for (_, left), (right, _) in pairwise(borders):
        if left < begin or not _CLOSED.search(context.folded, max(begin, right - 9), right):
            continue
        behind = next((border[1] for border in borders if border[0] == right), right)
        if _goes_on(context.folded, behind) or _is_concluded(context.folded, behind, end):
            continue
        piece = context.folded[begin:right]
        tally = _vote(context, piece) if _SHORTEST < len(piece) <= _LONGEST and _LETTER.search(piece) else None
        if tally is None and _RATIO.search(piece):
            return []
        if tally is None and (len(piece) > _LONGEST or context.text.startswith((".", ";"), right)):
            break
        if tally is None:
            continue
        statement = read_statement(context, begin, right, Source.LINE)
        statement.counts = dict(tally.counts)
        found.append(statement)
        begin = behind
    return found


def _goes_on(folded: str, place: int) -> bool:
    """Whether the counts of a vote go on at a place."""
    if _MARKED.match(folded, place):
        return False
    number = _FURTHER.match(folded, place)
    return name_pattern().match(folded, number.end() if number else place) is not None


def _is_concluded(folded: str, place: int, end: int) -> bool:
    """Whether what stands at a place ends its line and says what came of the counts before it: "… - abgelehnt"."""
    said = matcher("outcomes").match(folded, place, end)
    return said is not None and (said.end == end or folded[said.end] in "\n.;")


def _vote(context: Context, piece: str) -> LineTally | None:
    """The vote that ends a piece behind what it is on: its sides by name, or a ratio of which the words tell it."""
    ratio = _RATIO.search(piece)
    if ratio and ratio.start() > _LONGEST_RATIO and not _MARKED.match(piece):
        return None
    if ratio:
        said = matcher("outcomes").first(piece[: ratio.start()])
        return line_tally(f"ae: {ratio['ratio']}", order(context)) if said else None
    for label in _LABEL.finditer(piece):
        if label.start() > _LONGEST_NAME and not _MARKED.match(piece):
            return None
        tail = piece[label.end() :].rstrip(" .,;)-")
        if not (tail[:1].isdigit() or name_pattern().match(tail)):
            continue
        tally = line_tally(tail, order(context))
        if tally and tally.counts and len(tally.names) > 1:
            return tally
    return None
