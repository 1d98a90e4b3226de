"""Resolutions under their number: "Beschluss-Nr. 12-3/2031", perhaps a title, then the text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import anchor_offsets
from kimdocs.extraction.context import Heading
from kimdocs.extraction.texts.formulas import formula
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.lexicon.verbs import Shape, verb_forms

if TYPE_CHECKING:
    from kimdocs.extraction.context import Line

_LABEL = (
    r"[ \t#*|]{0,4}(?:[a-zäöü]{3,20}s)?(?:beschluss|beschluß)"
    r"(?:[ \t]de[rs][ \t][a-zäöü-]{3,40}(?=[ \t]+nr))?"
    r"(?:[ \t]zu(?:r|m)?[ \t](?:(?:sitzungs|beschluss)?vorlage|drucksache|antrag)(?=[ \t]))?"
)
_NUMBER = lazy(
    _LABEL + r"[ -]?(?:nr\b\.?|nummer)[ \t]*:?[ \t]*(?:[a-zäöü.]{1,5}[ \t]?)?\S*\d\S*"
    r"(?:[ \t](?:[-–]|vom|\S*\d\S*)){0,3}[ \t]*"
)
_SHORT_NUMBER = lazy(
    _LABEL + r"[ -]?(?:[a-zäöü]{1,4}[ .-]?)?\d{1,4}[/-]\d{1,4}(?:\([ivx]{1,5}\))?(?:[/-]\d{1,4})?:?[ \t]*"
)
_TITLED_NUMBER = lazy(
    _LABEL + r"[ -]?(?:(?:nr\b\.?|nummer)[ \t]*:?[ \t]*)?(?:[a-zäöü.]{1,5}[ \t]?)?\d[\w./-]*"
    r"[ \t]*(?:[-–:][ \t]+|[ \t]{2,})[^.:;!?\n]{3,160}"
)
_ACTS = lazy(
    r"(?:1\s?[.)]\s+)?(?:der|die|das|dem|den|mit|eine[rmn]?|ein|für)\s+(?:[^.;:?!]|(?<=\d)\.|(?<=\bnr)\.){0,240}?\b(?:@numbered_acts@)\b"
)
_NUMBER_BEFORE = lazy(
    _LABEL + r"[ -]?(?:nr\b\.?|nummer)[ \t]*:?[ \t]*(?:[a-zäöü.]{1,5}[ \t]?)?"
    r"\S*\d\S*(?::[ \t]+|[ \t]{4,})(?=\S)"
)
_APPOINTS = lazy(r"(?:herrn?|frau|familie)\s[^.:;]{3,80}\s(?:wird|werden)\s")
_OPEN = lazy(
    r"(?:,|\b(?:de[rsmn]|die|das|eine[rsmn]?|ein|im|in|am|an|auf|mit|von|vom|zum|zur|und|für|nach|bei|wird|werden|ist"
    r"|sind|beträgt))$"
)
_POINT = lazy(r"[ \t]*(?:\(?\d{1,2}[.)]|[a-z]\)|[ivxIVX]{1,4}\.|[-–•])\s")
_SENTENCE = lazy(r"[ \t]*(?:(?:\(?\d{1,2}[.)]|[a-z]\)|[IVX]{1,4}\.|[-–•])\s+)?[A-ZÄÖÜ][\wäöüß-]*(?: [^\s:]+){3}")
_VOTE = lazy(
    r"(?:(?:stimmberechtigte|anwesende?|dafür|ja-stimmen|ja)\b[^.]*\d|(?:abstimmung(?:sergebnis)?|abst\.(?:-erg\.|-ergebnis)?|beratungsergebnis)\s*:)"
)
_LONGEST_TITLE = 200
_LONGEST_TEXT = 12
_NEAR = 5
_NEAR_ARTICLE = 40


def numbered_resolutions(
    text: str, folded: str, lines: tuple[Line, ...], headings: tuple[Heading, ...]
) -> tuple[Heading, ...]:
    """The headings with those added (or put right) that are the number of a resolution; a title belongs to its number.

    A number in the head of a page, behind which no act stands, is none.
    """
    found = {}
    for place in anchor_offsets(folded, "number"):
        index = bisect_right(lines, (place, len(folded))) - 1
        line = lines[max(0, index)]
        same = _NUMBER_BEFORE.match(folded, line.start, line.end)
        acts = same and (_ACTS.match(folded, same.end(), line.end) or _body_acts(folded, (same.end(), line.end)))
        if same and acts:
            found[index] = Heading("resolution", line.start, same.end(), index, "headings.resolution")
        elif _is_number(folded, line) and (end := _before_act(text, folded, lines, index)):
            found[index] = Heading("resolution", line.start, end, index, "headings.resolution")
    inside = {line for index in found for line in range(index, _line_of_end(lines, found[index]) + 1)}
    kept = [heading for heading in headings if heading.line not in inside]
    return tuple(sorted([*kept, *found.values()], key=lambda heading: heading.start)) if found else headings


def _is_number(folded: str, line: Line) -> bool:
    return any(pattern.fullmatch(folded, line.start, line.end) for pattern in (_NUMBER, _SHORT_NUMBER, _TITLED_NUMBER))


def _acts(folded: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether an act stands on a line: what a body does, or what is to be done; not a title above such a line."""
    line = lines[index]
    if _ACTS.match(folded, line.start, min(len(folded), line.start + 400)):
        return True
    if _body_acts(folded, line):
        return True
    if formula("in_form").match(folded[line.start : line.start + 400]) is None:
        return False
    below = lines[min(index + 1, len(lines) - 1)]
    return folded[line.end - 1] == "." or not _begins_act(folded, below)


def _body_acts(folded: str, line: tuple[int, int]) -> bool:
    """Whether a body with an article opens a line, and any verb that decides comes next: "Der Gemeinderat kauft …"."""
    start, end = line
    if not folded.startswith(("der ", "die ", "das "), start):
        return False
    body = matcher("deciders").first(folded, start, min(end, start + _NEAR_ARTICLE))
    if body is None or body.entry.value != "body":
        return False
    words = folded[body.end : end].split(maxsplit=1)
    return bool(words) and any(form.shape is Shape.PRESENT for form in verb_forms("act_verbs").get(words[0], ()))


def _begins_act(folded: str, line: Line) -> bool:
    words = folded[line.start : line.start + 400]
    return _ACTS.match(words) is not None or formula("in_form").match(words) is not None


def _before_act(text: str, folded: str, lines: tuple[Line, ...], index: int) -> int | None:
    """Where the number and its title end, if an act stands right behind them; a title goes on in no line below."""
    before, end, titled = lines[index].start, lines[index].end, False
    for number in range(index + 1, min(index + _NEAR, len(lines))):
        line = lines[number]
        if line.start == line.end:
            continue
        if _acts(folded, lines, number):
            runs_on = titled and (text[line.start].islower() or _OPEN.search(folded, end - _NEAR_ARTICLE, end))
            return lines[index].end if runs_on or _POINT.match(folded, before) else end
        if titled or line.end - line.start > _LONGEST_TITLE or folded[line.end - 1] in ".:;":
            break
        before, end, titled = line.start, line.end, True
    led = folded[lines[index].end - 1] == ":" and _opens_sentence(text, lines, index + 1)
    return lines[index].end if led or _voted_on(folded, lines, index) else None


def _opens_sentence(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether the next words are a sentence or a point of one, and no title or label with its value."""
    near = [line for line in lines[index : index + _NEAR] if line.start < line.end][:2]
    if not near or _SENTENCE.match(text, *near[0]) is None:
        return False
    goes_on = len(near) > 1 and (text[near[1].start].islower() or _OPEN.search(text, *near[0]))
    return text[near[0].end - 1] == "." or _POINT.match(text, *near[0]) is not None or bool(goes_on)


def _voted_on(folded: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a text stands behind the number, of whole sentences, and the label of its vote right behind that."""
    text = False
    for line in lines[index + 1 : index + _LONGEST_TEXT]:
        if line.start == line.end:
            continue
        if _VOTE.match(folded, line.start, line.end):
            return text
        speaks = matcher("speakers").match(folded, line.start, line.end) is not None
        if (speaks and not _APPOINTS.match(folded, line.start, line.end)) or _is_number(folded, line):
            return False
        text = folded[line.end - 1] == "."
    return False


def _line_of_end(lines: tuple[Line, ...], heading: Heading) -> int:
    index = heading.line
    while lines[index].end < heading.end:
        index += 1
    return index
