"""Texts of resolutions without a heading that stand right before the label of their vote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.results import is_count_line, is_result_line, says_vote
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kimdocs.extraction.context import Context

_NUMBER_LINE = re.compile(
    r"(?:beschlu(?:ss|ß)[ -]?)?(?:nr\.?:? ?)?(?:[a-zäöü]{1,5}[ .-]?)?\d{1,4}(?:[./-]\d{1,4}){1,3}\.?"
)
_GAP = re.compile(r"\s{3,}|\t")
_NOTES = re.compile(r"[^.:;]{3,60}?\bn(?:immt|ehmen)\b[^.:;]{0,120}\bkenntnis\.")
_LONGEST_VOTE = 70
_VOTE_OPENS = ("(", "-", "–", "ja", "einstimmig", "dafür")
_GROUP_OPENS = re.compile(r"(?:die|der) [\w/.-]*(?:fraktion|gruppe|antragsteller)\b")
_SHORT = 60
_LONGEST = 1500
_MOST = 6
_OPENING = 400


def before_vote(
    context: Context, start: int, end: int, beginnings: Sequence[re.Pattern[str]], *, strict: bool = False
) -> int | None:
    """Where the last paragraphs of ``text[start:end]`` start that begin like a resolution, without a number above.

    Where none does, the text may start at a later line of the last one. The first of ``beginnings`` tells what somebody
    does; within a paragraph (and anywhere if ``strict``) that must be a body.
    """
    found = None
    index = context.line_at(max(start, end - 1))
    for _ in range(_MOST):
        paragraph = _last_paragraph(context, start, index)
        if paragraph is None:
            break
        first, last = paragraph
        number = first < last and _is_number(context, first)
        begin, stop = context.lines[first + number].start, context.lines[last].end
        words = context.folded[begin : min(stop, begin + _OPENING)]
        likely = _body_acts(words, beginnings[0]) if strict else beginnings[0].match(words)
        likely = likely or any(pattern.match(words) for pattern in beginnings[1:])
        likely = likely and not _by_others(words) and not (strict and _holds_vote(context, begin, stop))
        if stop - begin > _LONGEST or _is_bare_title(context, begin, stop) or not likely:
            inner = _inside(context, first, last, beginnings) if found is None else found
            return None if inner and strict and _holds_vote(context, inner, stop) else inner
        found, index = begin, first - 1
        if number:
            break
    return found


def _by_others(words: str) -> bool:
    """Whether the words open with somebody else than the body: "Die Fraktion beantragt …"."""
    if _GROUP_OPENS.match(words):
        return True
    actor = matcher("deciders").match(words, 0)
    return actor is not None and actor.entry.value == "others"


def _holds_vote(context: Context, start: int, end: int) -> bool:
    """Whether the sentences tell their own vote, and so report instead of being the text."""
    return says_vote(context.folded, start, end) or " stimmen" in context.folded[start:end]


def bare_votes(context: Context) -> list[int]:
    """Where lines start that are but a vote without a label."""
    found = []
    last = -1
    for offset in anchor_offsets(context.folded, "line"):
        index = context.line_at(offset)
        if index == last:
            continue
        last = index
        line = context.lines[index]
        if line.end - line.start > _LONGEST_VOTE or not context.folded.startswith(_VOTE_OPENS, line.start):
            continue
        votes = is_result_line(context, line) or is_count_line(context, line)
        if votes and says_vote(context.folded, line.start, line.end):
            found.append(line.start)
    return found


def _is_bare_title(context: Context, begin: int, stop: int) -> bool:
    """Whether a numbered line is but the title of an item: a short line that no stop ends."""
    line = context.lines[context.line_at(begin)]
    return context.text[begin].isdigit() and line.end >= stop and context.text[stop - 1] not in ".;:!"


def _inside(context: Context, first: int, last: int, beginnings: Sequence[re.Pattern[str]]) -> int | None:
    """Where the text starts at a later line of a paragraph: with a sentence of what the body does."""
    for index in range(last, first, -1):
        line, before = context.lines[index], context.lines[index - 1]
        short = before.end - before.start < _SHORT or _GAP.search(context.text, before.start, before.end)
        if context.text[before.end - 1] not in ".:!?" and not short:
            continue
        words = context.folded[line.start : line.start + _OPENING]
        if _body_acts(words, beginnings[0]) or any(pattern.match(words) for pattern in beginnings[1:]):
            return line.start
    return None


def _body_acts(words: str, beginning: re.Pattern[str]) -> bool:
    """Whether the words begin like a resolution whose subject is the body: "Der Rat vergibt den Auftrag"."""
    hit = beginning.match(words)
    if hit is None or words[:1].isdigit() or _NOTES.match(words):
        return False
    return any(match.entry.value == "body" for match in matcher("deciders").finditer(words, 0, hit.end()))


def _is_number(context: Context, index: int) -> bool:
    line = context.lines[index]
    return _NUMBER_LINE.fullmatch(context.folded, line.start, line.end) is not None


def _last_paragraph(context: Context, start: int, index: int) -> tuple[int, int] | None:
    """First and last line of the paragraph that ends at or above a line, within what begins at ``start``."""
    lines = context.lines
    while index >= 0 and lines[index].start >= start and lines[index].start == lines[index].end:
        index -= 1
    last = index
    while index >= 0 and lines[index].start >= start and lines[index].end > lines[index].start:
        index -= 1
    return (index + 1, last) if last > index else None
