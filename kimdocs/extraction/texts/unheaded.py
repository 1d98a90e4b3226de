"""Texts of resolutions without a heading that stand right before the label of their vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.language.cuts import sentences
from kimdocs.extraction.language.roles import TELLS, Role, sentence_role
from kimdocs.extraction.texts.form import FIRST, MARKER, holds_vote, is_by_others, is_in_form, is_told_whole
from kimdocs.extraction.texts.formulas import formula
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Line

_NUMBER_LINE = lazy(r"(?:beschlu(?:ss|ß)[ -]?)?(?:nr\.?:? ?)?(?:[a-zäöü]{1,5}[ .-]?)?\d{1,4}(?:[./-]\d{1,4}){1,3}\.?")
_NOTES = lazy(r"[^.:;]{3,60}?\bn(?:immt|ehmen)\b[^.:;]{0,120}\bkenntnis\.")
_ROW_MARK = lazy(r"(?:[-–•*·]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-h]\))\s+")
_OPENS = lazy(r"[A-ZÄÖÜ„\"»§(]|(?:\d{1,2}|[a-z])\s?[.)]|[-–•*·]\s")
_TITLE = lazy(r"(?:[a-z]\)|\d{1,2}(?:\.\d{1,2})*[.)]?)?\s*[A-ZÄÖÜ„\"][^.:;!?]{3,90}[^.:;,!?]")
_NUMBERS = ("nr", "lfd", "beschl", "top", "b ", "b.")
_MARGIN = lazy(
    r"(?:(?:beschlu(?:ss|ß)|lfd\.|top)?[ -]?(?:nr\.?)?:? ?)\d{1,4}(?:[./-]\d{1,4})?\.?(?: {3,}|\t)\s*(?=[^\W\d])"
    r"|b(?:\.-?nr\.?)? \d{1,4}/\d{2,4}\s{2,}(?=[^\W\d])"
)
_ITEM = lazy(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s[A-ZÄÖÜ„\"][^.:;!?]{3,90}[^.:;,!?]")
_LABEL = lazy(r"(?!(?:Beschluss|Abstimmung|Ergebnis|Antrag)\b)[A-ZÄÖÜ][\w-]{3,30}: (?=[A-ZÄÖÜ])")
_FINITE = lazy(
    r"\b(?:wird|werden|ist|sind|hat|haben|soll|sollen|kann|können|erhält|erhalten|\w+(?:ß|i|l|m)t|gewährt|vergibt|nimmt)\b"
)
# whom or what such a sentence is about, only the one before it says
_REFERS = lazy(r"(?:er|sie|diese[rsmn]?|ihm|ihr|ihnen) (?:wird|werden|ist|sind)\b")
_INFINITIVE_POINT = lazy(r"(?:\(?[1a]\s?[.)]|[-–•*·])\s+[a-zäöü]")
_TITLES = 2
_LONGEST_LIST = 40
_LONGEST = 1500
_MOST = 6
_WIDE = 3
_OPENING = 400


def beside_vote(context: Context, start: int, tail: int) -> int | None:
    """Where a text starts whose vote ends its line at ``tail``: on that line, behind a mark, or as before a vote.

    It starts above where the vote stands at the margin, and the text fills its paragraph.
    """
    line = context.lines[context.line_at(tail)]
    mark = _ROW_MARK.match(context.text, line.start, tail)
    begin = mark.end() if mark else line.start
    label = _LABEL.match(context.text, begin, tail)
    begin = label.end() if label else begin
    opens = begin >= start and context.text[begin].isupper()
    if opens and (is_in_form(context, begin, tail) or _holds_below_title(context, begin, tail)):
        return begin
    marginal = context.text[tail - _WIDE : tail].isspace()
    if mark or line.start <= start or not marginal:
        return None
    above = before_vote(context, start, tail, strict=True, cut=True)
    return above if above is not None and _opens_paragraph(context, above) else None


def _holds_below_title(context: Context, begin: int, end: int) -> bool:
    """Whether what a line says, up to its vote, holds from now on, and the number and title of its matter are above."""
    above = context.lines[context.line_at(begin) - 1]
    if above.start >= begin or _ITEM.fullmatch(context.text, *above) is None:
        return False
    first = next(sentences(context, begin, end), (begin, end))
    return sentence_role(context, *first) is Role.HOLDS and not holds_vote(context, begin, end)


def _opens_paragraph(context: Context, begin: int) -> bool:
    index = context.line_at(begin)
    above = context.lines[index - 1]
    point = MARKER.match(context.folded, begin)
    listed = point is not None and point[1] in FIRST and context.text[above.end - 1 : above.end] in (".", ":")
    apart = above.start == above.end or listed or _TITLE.fullmatch(context.text, *above) is not None
    return begin == context.lines[index].start and apart


def behind_vote(context: Context, start: int, vote: int, end: int) -> int | None:
    """Where a text starts right behind a bare vote, before which but a title stands: "Für: 13  Gegen: 2"."""
    if any(context.text[line.end - 1] in ".:" for line in _filled(context, start, vote)):
        return None
    index = context.line_at(vote) + 1
    below = next((line for line in context.lines[index : index + _MOST] if line.end > line.start), None)
    if below is None or below.start >= end or not _opens(context, below):
        return None
    stop = min(end, below.start + _OPENING)
    return below.start if is_in_form(context, below.start, stop) else None


def _opens(context: Context, line: Line) -> bool:
    """Whether a line begins with a capital, or with the first mark of a list."""
    point = MARKER.match(context.folded, *line)
    return context.text[line.start].isupper() or (point is not None and point[1] in FIRST)


def _filled(context: Context, start: int, end: int) -> Iterator[Line]:
    lines = context.lines[context.line_at(start) : context.line_at(end)]
    return (line for line in lines if start <= line.start < line.end)


def before_vote(
    context: Context, start: int, end: int, *, strict: bool = False, cut: bool = False, whole: bool = False
) -> int | None:
    """Where the last paragraphs of ``text[start:end]`` start that are in the form of a resolution, without its title.

    Where the last one is not, the text may start at a later line of it, unless ``whole``. With ``strict``, and in any
    paragraph before the last, only a body may be told to act. With ``cut`` the vote ends the last line of it.
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
        stop = min(stop, end) if cut else stop
        if (
            begin is None
            or stop - begin > _LONGEST
            or _is_bare_title(context, begin, stop)
            or not is_in_form(context, begin, stop, strict=strict, further=found is not None)
        ):
            led = _leading_clause(context, start, paragraph[0]) if found is None and not whole else None
            if led is not None:
                return led
            inner = found if whole or found is not None else _inside(context, paragraph[0], stop, whole=cut)
            if inner is None and begin is not None and not whole and _holds_alone(context, start, first, stop):
                return begin
            return None if inner and strict and holds_vote(context, inner, stop) else inner
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
    cut = next(sentences(context, begin, stop), (begin, stop))
    holds = sentence_role(context, *cut) in (Role.ACT, Role.HOLDS) and _OPENS.match(context.text, begin)
    return (
        bool(holds)
        and ";" not in context.text[slice(*cut)]
        and not is_by_others(context.folded[begin:stop])
        and not holds_vote(context, begin, stop)
    )


def _leading_clause(context: Context, start: int, index: int) -> int | None:
    """Where the clause starts, a blank line above, that points go on with: "Der Rat beschließt,⏎⏎a) den Weg …"."""
    point = MARKER.match(context.folded, context.lines[index].start)
    if point is None and _INFINITIVE_POINT.match(context.text, context.lines[index].start) is None:
        return None
    above = _last_paragraph(context, start, index - 1)
    if above is None or (point is not None and point[1] not in FIRST):
        return None
    begin, end = context.lines[above[0]].start, context.lines[above[1]].end
    acts = context.text[end - 1] in ",t:" and formula("resolution_like").match(context.folded[begin:end])
    return begin if acts and not is_by_others(context.folded[begin:end]) else None


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
    marker = MARKER.match(context.folded, line.start, line.end)
    if marker is None or marker[1] in FIRST:
        return line.start
    for above in range(index - 1, max(0, index - _LONGEST_LIST), -1):
        line = context.lines[above]
        if line.start < start:
            return None
        point = MARKER.match(context.folded, line.start, line.end)
        if point and point[1] in FIRST and point[1].isdigit() == marker[1].isdigit():
            return line.start
    return None


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
            fits = is_in_form(context, begin, stop) or (named and is_told_whole(context, begin, stop))
            return begin if fits else None
    return None


def _counts_on(context: Context, first: int, index: int) -> bool:
    """Whether a numbered line is a point of a list: it is the first one, or the one before stands above it."""
    number = MARKER.match(context.folded, *context.lines[index])
    if number is None or not number[1].isdigit():
        return False
    before = f"{int(number[1]) - 1}"
    return any(
        context.folded.startswith((f"{before}.", f"{before})"), context.lines[at].start) for at in range(first, index)
    )


def _inside(context: Context, first: int, stop: int, *, whole: bool) -> int | None:
    """Where the text starts inside a paragraph: with the last sentences of it that say what is decided.

    It is all of it where that opens with a Kenntnisnahme, or, for a ``whole`` one, with what holds from now on.
    """
    begin = context.lines[first].start
    cuts = list(sentences(context, begin, stop))
    found, held = None, None
    for number in range(len(cuts) - 1, -1, -1):
        start, end = cuts[number]
        role = sentence_role(context, start, end)
        if role in TELLS or holds_vote(context, start, end) or not _OPENS.match(context.text, start):
            break
        if context.text[end - 1] == ":" and number + 1 < len(cuts):
            return found if role is Role.ACT and found == start else held
        if role is Role.PART and context.text[end - 1] not in ".;":
            break
        held = start if role in (Role.ACT, Role.HOLDS) else held
        found = start if role is Role.ACT and not _REFERS.match(context.folded, start) else found
    else:
        holds = whole and cuts and sentence_role(context, *cuts[0]) is Role.HOLDS
        if found is not None and (holds or _NOTES.match(context.folded, begin, stop)):
            return begin
    return found


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
