"""Texts of resolutions without a heading that stand right before the label of their vote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.context import Line
from kimdocs.extraction.formulas import formula
from kimdocs.extraction.results import is_count_line, is_ratio, is_result_line, says_vote
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NUMBER_LINE = re.compile(
    r"(?:beschlu(?:ss|ß)[ -]?)?(?:nr\.?:? ?)?(?:[a-zäöü]{1,5}[ .-]?)?\d{1,4}(?:[./-]\d{1,4}){1,3}\.?"
)
_GAP = re.compile(r"\s{3,}|\t")
_NOTES = re.compile(r"[^.:;]{3,60}?\bn(?:immt|ehmen)\b[^.:;]{0,120}\bkenntnis\.")
_LONGEST_VOTE = 70
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
    ),
    *("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
)
_MARKS = " -–—=→>*./"
_GROUP_OPENS = re.compile(r"(?:die|der) [\w/.-]*(?:fraktion|gruppe|antragsteller)\b")
_DECIDES = ("instructs", "resolves")
_MARKER = re.compile(r"\(?(\d{1,2}|[a-z])\s?[.)]{1,2}\s")
_FIRST, _SECOND = ("1", "a"), ("2", "b")
_TITLE = re.compile(r"(?:[a-z]\)|\d{1,2}(?:\.\d{1,2})*[.)]?)?\s*[A-ZÄÖÜ„\"][^.:;!?]{3,90}[^.:;,!?]")
_FINITE = re.compile(
    r"\b(?:wird|werden|ist|sind|hat|haben|soll|sollen|kann|können|erhält|erhalten|\w+(?:ß|i|l|m)t|gewährt|vergibt|nimmt)\b"
)
_TITLES = 2
_LONGEST_LIST = 40
_PROCEDURAL = re.compile(
    r"(?:die|das) (?:\w+ )?(?:tagesordnung|sitzungsniederschrift|niederschrift|protokoll)\b[^.:;]{0,80} (?:wird|ist)\b"
    r"|(?:die|das) (?:\w+ )?(?:tagesordnung|sitzungsniederschrift|niederschrift|protokoll) (?:wird|ist)\b"
)
_SHORT = 60
_LONGEST = 1500
_MOST = 6
_OPENING = 400


def before_vote(context: Context, start: int, end: int, *, strict: bool = False) -> int | None:
    """Where the last paragraphs of ``text[start:end]`` start that are in the form of a resolution, without its title.

    Where the last one is not, the text may start at a later line of it. With ``strict``, and in any paragraph before
    the last, only a body may be told to act.
    """
    found = None
    index = context.line_at(max(start, end - 1))
    for _ in range(_MOST):
        paragraph = _last_paragraph(context, start, index)
        if paragraph is None:
            break
        first = _behind_title(context, *paragraph)
        begin, stop = _list_start(context, start, first), context.lines[paragraph[1]].end
        if (
            begin is None
            or stop - begin > _LONGEST
            or _is_bare_title(context, begin, stop)
            or not _in_form(context, begin, stop, strict=strict, further=found is not None)
        ):
            inner = _inside(context, *paragraph) if found is None else found
            return None if inner and strict and _holds_vote(context, inner, stop) else inner
        found, index = begin, context.line_at(begin) - 1
        if first > paragraph[0]:
            break
    return found


def _in_form(context: Context, begin: int, stop: int, *, strict: bool, further: bool) -> bool:
    """Whether a paragraph opens like a resolution: with what a body does, instructs, or with what is to be."""
    words = context.folded[begin : min(stop, begin + _OPENING)]
    acts = formula("resolution_like").match(words)
    body = _body_acts(words) or (further and words[:1].isdigit() and acts is not None)
    if _PROCEDURAL.match(words) or _by_others(words) or (strict and _holds_vote(context, begin, stop)):
        return False
    if body or (acts and not strict and not further) or any(formula(name).match(words) for name in _DECIDES):
        return True
    return _is_in_form(context, begin, stop)


def _is_in_form(context: Context, begin: int, stop: int) -> bool:
    """Whether a sentence says what is to be done, and neither tells a vote nor is a row of a table."""
    line = context.lines[context.line_at(begin)]
    if _GAP.search(context.text, begin, line.end) or _holds_vote(context, begin, stop):
        return False
    marker = _MARKER.match(context.folded, begin, stop)
    begin = marker.end() if marker and marker[1] in _FIRST else begin
    return formula("in_form").match(context.folded[begin : min(stop, begin + _OPENING)]) is not None


def _behind_title(context: Context, first: int, last: int) -> int:
    """The first line of a paragraph that is no number and no title above the text."""
    for index in range(first, min(last, first + _TITLES)):
        line, below = context.lines[index], context.lines[index + 1]
        title = _TITLE.fullmatch(context.text, line.start, line.end) and _FINITE.search(context.folded, *line) is None
        if not _is_number(context, index) and not (title and context.text[below.start].isupper()):
            return index
    return min(last, first + _TITLES)


def _list_start(context: Context, start: int, index: int) -> int | None:
    """Where a list begins of which the line at ``index`` is a further point, with what leads it in; else where it is.

    None where the list has no first point.
    """
    line = context.lines[index]
    marker = _MARKER.match(context.folded, line.start, line.end)
    if marker is None or marker[1] in _FIRST:
        return line.start
    for above in range(index - 1, max(0, index - _LONGEST_LIST), -1):
        line = context.lines[above]
        if line.start < start:
            return None
        point = _MARKER.match(context.folded, line.start, line.end)
        if point and point[1] in _FIRST and point[1].isdigit() == marker[1].isdigit():
            return line.start
    return None


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
        if _is_bare_vote(context, line) and not _wraps(context, index):
            found.append(line.start)
    return found


def _wraps(context: Context, index: int) -> bool:
    """Whether a line without a mark of its own goes on with the sentence above: "… mit⏎16 Ja-Stimmen"."""
    line, before = context.lines[index], context.lines[index - 1]
    if index == 0 or before.start == before.end or context.text[line.start] in _MARKS + "([":
        return False
    return context.text[before.end - 1] not in '.!?“")' and not context.text[line.start].isupper()


def _is_bare_vote(context: Context, line: Line) -> bool:
    """Whether a line is but a vote, perhaps behind a sign ("./. einstimmig"): its result, counts, or their ratio."""
    if is_ratio(context, line):
        return True
    words = context.text[line.start : line.end]
    bare = Line(line.end - len(words.lstrip(_MARKS)), line.end)
    votes = bare.start < bare.end and (is_result_line(context, bare) or is_count_line(context, bare))
    return votes and says_vote(context.folded, bare.start, bare.end)


def _is_bare_title(context: Context, begin: int, stop: int) -> bool:
    """Whether a numbered line is but the title of an item: a short line that no stop ends."""
    line = context.lines[context.line_at(begin)]
    return context.text[begin].isdigit() and line.end >= stop and context.text[stop - 1] not in ".;:!"


def _inside(context: Context, first: int, last: int) -> int | None:
    """Where the text starts at a later line of a paragraph: with sentences of what the body does, or a first point."""
    found = None
    for index in range(last, first, -1):
        line, before = context.lines[index], context.lines[index - 1]
        short = before.end - before.start < _SHORT or _GAP.search(context.text, before.start, before.end)
        if context.text[before.end - 1] not in ".:!?" and not short:
            continue
        marker = _MARKER.match(context.folded, line.start, line.end)
        if marker:
            if marker[1] in _FIRST and index < last and _goes_on(context, index, last):
                return line.start
            continue
        words = context.folded[line.start : line.start + _OPENING]
        if _body_acts(words) or any(formula(name).match(words) for name in _DECIDES):
            found = line.start
        elif found is not None:
            break
    return found


def _goes_on(context: Context, index: int, last: int) -> bool:
    """Whether the second point of a list follows its first one, and that is a sentence."""
    begin = context.lines[index].start
    following = (context.lines[below] for below in range(index + 1, last + 1))
    points = (_MARKER.match(context.folded, line.start, line.end) for line in following)
    second = next((point for point in points if point), None)
    if second is None or second[1] not in _SECOND or context.text[context.lines[last].end - 1] not in ".;":
        return False
    marker = _MARKER.match(context.folded, begin, second.start())
    told = marker.end() if marker else begin
    return _in_form(context, told, second.start(), strict=True, further=False)


def _body_acts(words: str) -> bool:
    """Whether the words begin like a resolution whose subject is the body: "Der Rat vergibt den Auftrag"."""
    hit = formula("resolution_like").match(words)
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
