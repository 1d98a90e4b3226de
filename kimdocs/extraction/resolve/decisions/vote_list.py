"""Votes listed behind all texts, each with the number or letter of its text: "Abstimmungen: (a) 14-0-0  (b) 10-3-1"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.recognise.tallies.line import line_tally
from kimdocs.extraction.resolve.statements.statement import Source, Statement
from kimdocs.extraction.result_lines.legends import order
from kimdocs.lexicon.fold import places
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    import re

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.decisions.restated import Act

_HEAD = lazy(
    r"(?:(?:abstimmungs|stimm|beschluss)?-?ergebnisse(?:\s(?:der|zu den)\s\w+)?|abstimmungen|stimmenverhältnisse)"
    r"\s*:\s*"
)
_LONGEST_PREFIX = 24
_SOUGHT = ("ergebnisse", "abstimmungen", "verhältnisse")
_ROW = lazy(
    r"(?P<mark>\(?[a-h]\)|\(\d{1,2}\)|\*\d?\)?"
    r"|(?:zu )?(?:(?:top|punkt|nr\.|beschluss) ?)?\d{1,2}(?:\.\d{1,2})?[.)]?)\s*:?\s+"
    r"(?P<vote>\d{1,3}\s?[/:-]\s?\d{1,3}(?:\s?[/:-]\s?\d{1,3})?|[^()\n]{3,60}?\d[^()\n]{0,30}?)"
    r"(?=\s{2,}|\s*[,;]?\s*(?:\n|$|\())"
)
_MARKED = lazy(r"(?:zu )?(?:top ?|punkt ?|nr\. ?|beschluss ?)?\d{1,2}(?:\.\d{1,2})?[.):]?\s+\S")
_NUMBER = lazy(r"\d{1,2}(?:\.\d{1,2})?")
_FEWEST = 2
_LONGEST = 800
_NEAR = 6


class _Vote(NamedTuple):
    mark: str
    start: int
    end: int
    counts: dict[str, int]


def with_listed_votes(context: Context, acts: list[Act]) -> list[Act]:
    """The acts, those that a list of votes behind them all counts with their counts; none where any is left over."""
    found = _votes(context)
    if len(found) < _FEWEST:
        return acts
    first, last = found[0].start, found[-1].end
    before = [act for act in acts if act.statements[0].start < first]
    chosen = [_act_of(context, before, vote) for vote in found]
    if any(act is None for act in chosen) or len({id(act) for act in chosen}) < len(chosen):
        return acts
    for act, vote in zip(chosen, found, strict=True):
        if act is not None:
            act.statements.append(Statement(Source.RESULT, vote.start, vote.end, counts=vote.counts))
    return before + [act for act in acts if act.statements[0].start > last]


def _head(folded: str) -> re.Match[str] | None:
    """The first heading of a list of votes: it is sought by its words, for they begin in too many ways."""
    for place in sorted(place for piece in _SOUGHT for place in places(folded, piece)):
        low = max(0, place - _LONGEST_PREFIX)
        word = max(folded.rfind(" ", low, place), folded.rfind("\n", low, place), low - 1) + 1
        head = _HEAD.match(folded, word) or _HEAD.match(folded, place)
        if head:
            return head
    return None


def _votes(context: Context) -> list[_Vote]:
    folded = context.folded
    head = _head(folded)
    if head is None:
        return []
    found: list[_Vote] = []
    for row in _ROW.finditer(folded, head.end(), head.end() + _LONGEST):
        tally = line_tally("ae: " + row["vote"].strip(), order(context))
        if (
            tally is None
            or not tally.counts
            or folded[found[-1].end if found else head.end() : row.start()].strip(" \n,;")
        ):
            break
        found.append(_Vote(row["mark"], row.start(), row.end(), tally.counts))
    return found


def _act_of(context: Context, acts: list[Act], vote: _Vote) -> Act | None:
    """The act without counts that the mark names: it stands at its end, or numbers its text."""
    letter = vote.mark if vote.mark[-1] in ")*" and not vote.mark[0].isdigit() else ""
    low = context.folded.find(letter) if letter else _numbered(context, vote)
    if low < 0 or low >= vote.start:
        return None
    fits = [act for act in acts if not any(s.has_counts for s in act.statements)]
    if letter:
        return next((act for act in fits if act.statements[-1].start < low < act.statements[-1].end + _NEAR), None)
    high = next(
        (line.start for line in context.lines if line.start > low and _MARKED.match(context.folded, *line)), vote.start
    )
    return next((act for act in fits if low <= act.statements[0].start < min(high, vote.start)), None)


def _numbered(context: Context, vote: _Vote) -> int:
    """Where the line starts that the number of the vote heads."""
    number = _NUMBER.search(vote.mark)
    if number is None:
        return -1
    for line in context.lines:
        if line.start >= vote.start:
            return -1
        if (
            _MARKED.match(context.folded, *line)
            and (own := _NUMBER.search(context.folded, *line))
            and own[0] == number[0]
        ):
            return line.start
    return -1
