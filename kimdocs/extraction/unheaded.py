"""Texts of resolutions without a heading that stand right before the label of their vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.formulas import formula
from kimdocs.extraction.results import says_vote
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line

_NUMBER_LINE = lazy(r"(?:beschlu(?:ss|ß)[ -]?)?(?:nr\.?:? ?)?(?:[a-zäöü]{1,5}[ .-]?)?\d{1,4}(?:[./-]\d{1,4}){1,3}\.?")
_GAP = lazy(r"\s{3,}|\t")
_NOTES = lazy(r"[^.:;]{3,60}?\bn(?:immt|ehmen)\b[^.:;]{0,120}\bkenntnis\.")
_GROUP_OPENS = lazy(r"(?:die|der) [\w/.-]*(?:fraktion|gruppe|antragsteller)\b")
_DECIDES = ("instructs", "resolves")
_ROW_MARK = lazy(r"(?:[-–•*·]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-h]\))\s+")
_MARKER = lazy(r"\(?(\d{1,2}|[a-z])\s?[.)]{1,2}\s")
_FIRST, _SECOND = ("1", "a"), ("2", "b")
_TITLE = lazy(r"(?:[a-z]\)|\d{1,2}(?:\.\d{1,2})*[.)]?)?\s*[A-ZÄÖÜ„\"][^.:;!?]{3,90}[^.:;,!?]")
_NUMBERS = ("nr", "lfd", "beschl", "top")
_MARGIN = lazy(
    r"(?:(?:beschlu(?:ss|ß)|lfd\.|top)?[ -]?(?:nr\.?)?:? ?)\d{1,4}(?:[./-]\d{1,4})?\.?(?: {3,}|\t)\s*(?=[^\W\d])"
)
_ITEM = lazy(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s[A-ZÄÖÜ„\"][^.:;!?]{3,90}[^.:;,!?]")
_FINITE = lazy(
    r"\b(?:wird|werden|ist|sind|hat|haben|soll|sollen|kann|können|erhält|erhalten|\w+(?:ß|i|l|m)t|gewährt|vergibt|nimmt)\b"
)
_TITLES = 2
_LONGEST_LIST = 40
_PROCEDURAL = lazy(
    r"(?:die|das) (?:\w+ )?(?:tagesordnung|sitzungsniederschrift|niederschrift|protokoll)\b[^.:;]{0,80} (?:wird|ist)\b"
    r"|(?:die|das) (?:\w+ )?(?:tagesordnung|sitzungsniederschrift|niederschrift|protokoll) (?:wird|ist)\b"
)
_IMPERSONAL = lazy(r"es\s+wird\s+(?:[\w-]+\s+)?beschlossen,")
_SHORT = 60
_LONGEST = 1500
_MOST = 6
_OPENING = 400


def beside_vote(context: Context, start: int, tail: int) -> int | None:
    """Where a text starts whose vote ends its line at ``tail``: on that line, behind a mark, or as before a vote."""
    line = context.lines[context.line_at(tail)]
    mark = _ROW_MARK.match(context.text, line.start, tail)
    begin = mark.end() if mark else line.start
    if begin >= start and context.text[begin].isupper() and _in_form(context, begin, tail, strict=True, further=False):
        return begin
    return None


def behind_vote(context: Context, start: int, vote: int, end: int) -> int | None:
    """Where a text starts right behind a bare vote, before which but a title stands: "Für: 13  Gegen: 2"."""
    if any(context.text[line.end - 1] in ".:" for line in _filled(context, start, vote)):
        return None
    index = context.line_at(vote) + 1
    below = next((line for line in context.lines[index : index + _MOST] if line.end > line.start), None)
    if below is None or below.start >= end or not context.text[below.start].isupper():
        return None
    stop = min(end, below.start + _OPENING)
    return below.start if _in_form(context, below.start, stop, strict=True, further=False) else None


def _filled(context: Context, start: int, end: int) -> Iterator[Line]:
    for index in range(context.line_at(start), context.line_at(end)):
        line = context.lines[index]
        if start <= line.start < line.end:
            yield line


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
        if found is None and (below := _below_number(context, *paragraph)) is not None:
            return below
        begin, stop = _list_start(context, start, first), context.lines[paragraph[1]].end
        if (
            begin is None
            or stop - begin > _LONGEST
            or _is_bare_title(context, begin, stop)
            or not _in_form(context, begin, stop, strict=strict, further=found is not None)
        ):
            inner = _inside(context, *paragraph) if found is None else found
            if inner is None and begin is not None and _holds_alone(context, start, first, stop):
                return begin
            return None if inner and strict and _holds_vote(context, inner, stop) else inner
        found, index = begin, context.line_at(begin) - 1
        if first > paragraph[0]:
            break
    return found


def _holds_alone(context: Context, start: int, first: int, stop: int) -> bool:
    """Whether a paragraph says what holds from now on, and but a title stands above it."""
    above = _last_paragraph(context, start, first - 1)
    if above is not None and context.text[context.lines[above[1]].end - 1] in ".:!?":
        return False
    begin = context.lines[first].start
    told = formula("holds").match(context.folded[begin : min(stop, begin + _OPENING)])
    return told is not None and not _by_others(context.folded[begin:stop]) and not _holds_vote(context, begin, stop)


def _in_form(context: Context, begin: int, stop: int, *, strict: bool, further: bool) -> bool:
    """Whether a paragraph opens like a resolution: with what a body does, instructs, or with what is to be."""
    words = context.folded[begin : min(stop, begin + _OPENING)]
    acts = formula("resolution_like").match(words)
    body = _body_acts(words) or (further and words[:1].isdigit() and acts is not None)
    if _PROCEDURAL.match(words) or _by_others(words) or (strict and _holds_vote(context, begin, stop)):
        return False
    if (
        body
        or _IMPERSONAL.match(words)
        or (acts and not strict and not further)
        or any(formula(name).match(words) for name in _DECIDES)
    ):
        return True
    return _is_in_form(context, begin, stop)


def is_in_form(context: Context, begin: int, stop: int) -> bool:
    """Whether a paragraph opens like a resolution of a body, and tells no vote."""
    return _in_form(context, begin, stop, strict=True, further=False)


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
    speaker = matcher("speakers").match(words, 0)
    if speaker and speaker.entry.id == "person" and not any(formula(name).match(words) for name in _DECIDES):
        return True
    actor = matcher("deciders").match(words, 0)
    return actor is not None and actor.entry.value == "others"


def _holds_vote(context: Context, start: int, end: int) -> bool:
    """Whether the sentences tell their own vote, and so report instead of being the text."""
    return says_vote(context.folded, start, end) or " stimmen" in context.folded[start:end]


def _is_bare_title(context: Context, begin: int, stop: int) -> bool:
    """Whether a numbered line is but the title of an item: a short line that no stop ends."""
    line = context.lines[context.line_at(begin)]
    return context.text[begin].isdigit() and line.end >= stop and context.text[stop - 1] not in ".;:!"


def _below_number(context: Context, first: int, last: int) -> int | None:
    """Where the text starts in a paragraph behind a number in the margin, or below the number and title of its item."""
    stop = context.lines[last].end
    for index in range(last, first - 1, -1):
        line = context.lines[index]
        if not context.text[line.start].isdigit() and not context.folded.startswith(_NUMBERS, line.start):
            continue
        mark = _MARGIN.match(context.folded, *line)
        titled = mark is None and index < last and _ITEM.fullmatch(context.text, *line) is not None
        if titled and _counts_on(context, first, index):
            return None
        begin = mark.end() if mark else context.lines[index + 1].start if titled else None
        if begin is not None:
            named = mark is not None and not context.text[line.start].isdigit()
            fits = _in_form(context, begin, stop, strict=True, further=False) or (
                named and _is_told_whole(context, begin, stop)
            )
            return begin if fits else None
    return None


def _counts_on(context: Context, first: int, index: int) -> bool:
    """Whether a numbered line is a point of a list: it is the first one, or the one before stands above it."""
    number = _MARKER.match(context.folded, *context.lines[index])
    if number is None or not number[1].isdigit():
        return False
    before = f"{int(number[1]) - 1}"
    return any(
        context.folded.startswith((f"{before}.", f"{before})"), context.lines[at].start) for at in range(first, index)
    )


def _is_told_whole(context: Context, begin: int, stop: int) -> bool:
    """Whether whole sentences stand there that nobody says, as beside the number of a resolution."""
    spoken = matcher("speakers").match(context.folded, begin, stop)
    return spoken is None and context.text[stop - 1] == "." and not _holds_vote(context, begin, stop)


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
