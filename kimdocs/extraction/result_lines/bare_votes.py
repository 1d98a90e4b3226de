"""Votes without a label: on lines of their own, or at the end of the line of what was voted on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.context import Line
from kimdocs.extraction.result_lines.results import is_count_line, is_ratio, is_result_line, says_vote
from kimdocs.extraction.result_lines.tallies import is_triple, lines_of_triples
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_LONGEST_VOTE = 70
_SHORTEST = 20
_COUNTS = lazy(r"stimmen [^.:;\d]{2,40}: ?\d{1,4} (?:dafür|ja)[,;] \d{1,4} (?:dagegen|nein)\b[^.:;]{0,30}\.?")
_VOTE_OPENS = (
    *(
        "(",
        "-",
        "–",
        "—",
        "=",
        "→",
        ">",
        ".",
        "/",
        "*",
        "[",
        "ja",
        "einstimmig",
        "mehrheitlich",
        "einmütig",
        "dafür",
        "stimm",
        "anwesend",
        "für",
    ),
    *("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
)
_VOTERS = lazy(r"(?:stimmberechtigte?|anwesende?)(?: \w+)?:? \d{1,3}")
_FIRST_SIDE = ("ja", "dafür", "zustimm")
_MARKS = " -–—=→>*./"


class BareVotes(NamedTuple):
    """Where lines start that are but a vote, and where those start that may end in one."""

    alone: list[int]
    ends: list[int]


def bare_votes(context: Context, start: int, end: int) -> BareVotes:
    """The votes without a label on lines of their own, and the lines that may end in one, of ``text[start:end]``."""
    found, ends = [], []
    for index in context.lines_between("line", start, end):
        line = context.lines[index]
        if line.end - line.start > _SHORTEST:
            ends.append(line.start)
        if line.end - line.start > _LONGEST_VOTE or not context.folded.startswith(_VOTE_OPENS, line.start):
            continue
        if (_is_bare_vote(context, line) or _is_number_of_voters(context, index)) and not _wraps(context, index):
            found.append(line.start)
    for index in context.between(lines_of_triples(context), start, end):
        (found if is_triple(context, context.lines[index]) else ends).append(context.lines[index].start)
    ends += (context.lines[index].start for index in context.lines_between("bracketed_number", start, end))
    return BareVotes(sorted({*found}), sorted({*ends}))


def _is_number_of_voters(context: Context, index: int) -> bool:
    """Whether a line is but how many may vote, and the votes stand below it: "Stimmberechtigte: 7⏎Ja-Stimmen: 7"."""
    if _VOTERS.fullmatch(context.folded, *context.lines[index]) is None:
        return False
    below = next((line for line in context.lines[index + 1 : index + 4] if line.end > line.start), None)
    return below is not None and context.folded.startswith(_FIRST_SIDE, below.start) and is_count_line(context, below)


def _wraps(context: Context, index: int) -> bool:
    """Whether a line without a mark of its own goes on with the sentence above: "… mit⏎16 Ja-Stimmen"."""
    line, before = context.lines[index], context.lines[index - 1]
    if index == 0 or before.start == before.end or context.text[line.start] in _MARKS + "([":
        return False
    if context.ends_title(before.end):
        return False
    return context.text[before.end - 1] not in '.!?“")' and not context.text[line.start].isupper()


def _is_bare_vote(context: Context, line: Line) -> bool:
    """Whether a line is but a vote, perhaps behind a sign ("./. einstimmig"): its result, counts, or their ratio."""
    if is_ratio(context, line):
        return True
    words = context.text[line.start : line.end]
    bare = Line(line.end - len(words.lstrip(_MARKS)), line.end)
    if _COUNTS.fullmatch(context.folded, *bare):
        return True
    votes = bare.start < bare.end and (is_result_line(context, bare) or is_count_line(context, bare))
    return votes and says_vote(context.folded, bare.start, bare.end)
