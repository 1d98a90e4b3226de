"""Votes in the margin: "103   9 : 1   Kauf eines Traktors", as where a column of results stands left of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.anchors import places
from kimdocs.extraction.resolve.statement import Source, Statement
from kimdocs.lexicon import matcher
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_COLON = " : "
_MARK = re.compile(r"(?:\d{1,3}[a-z]?\.?[ \t]{2,})?(?P<vote>(?P<yes>\d{1,3}) : (?P<no>[1-9]?\d))(?:[ \t]{3,}|\t)(?=\S)")
_NUMBER = re.compile(r"\d{1,3}[a-z]?\.?(?:[ \t]{2,}|$)")
_MOVED = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)
_FEWEST = 2
_MOST_LINES = 40


class MarginVote(NamedTuple):
    """The statement of a ratio in the margin, and where its line starts and the text beside it ends."""

    statement: Statement
    start: int
    end: int


def margin_votes(context: Context) -> list[MarginVote]:
    """All of them, in order; a single one in a document may be anything."""
    found = []
    for place in places(context.folded, _COLON):
        index = context.line_at(place)
        line = context.lines[index]
        mark = _MARK.match(context.folded, *line)
        if mark and mark.start("yes") <= place < mark.end("no"):
            statement = Statement(Source.LINE, *mark.span("vote"), rule="votes.margin")
            statement.counts = {"yes": int(mark["yes"]), "no": int(mark["no"])}
            title = matcher("outcomes").fullmatch(context.folded[mark.end() : line.end])
            if title and title.value in _MOVED:
                statement.outcome, statement.outcome_span = Outcome(title.value), (mark.end(), line.end)
            found.append(MarginVote(statement, line.start, _text_end(context, index)))
    return found if len(found) >= _FEWEST else []


def _text_end(context: Context, index: int) -> int:
    """Where the text beside a vote ends: at a blank line, at the next number or vote in the margin, or at its end."""
    end = context.lines[index].end
    for line in context.lines[index + 1 : index + _MOST_LINES]:
        if line.start == line.end or _MARK.match(context.folded, *line) or _NUMBER.match(context.folded, *line):
            break
        end = line.end
    return end
