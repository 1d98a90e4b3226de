"""Texts of resolutions without a heading that stand where a document, its facts or the report on its item begin."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from itertools import chain, islice
from typing import TYPE_CHECKING

from kimdocs.extraction.language.cuts import sentences
from kimdocs.extraction.language.roles import TELLS, Role, sentence_role
from kimdocs.extraction.layout.line_places import behind_white_space, column_of
from kimdocs.extraction.recognise.outcome import read_outcome
from kimdocs.extraction.texts.end import text_end
from kimdocs.extraction.texts.form import is_in_form
from kimdocs.extraction.texts.formulas import formula
from kimdocs.extraction.texts.gaps import wide_gap
from kimdocs.extraction.texts.leads import paragraphs
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy
from kimdocs.model.decision import Outcome

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line, Section

_TEXTS = ("resolution", "recommendation", "proposed_resolution")
_OPENING = 120
_VOTED_LABEL = lazy(r"beschlu(?:ss|ß)\s*:?\s*\(?\d{1,3} ?: ?\d{1,3}(?: ?: ?\d{1,3})?\)?\s*(?P<colon>:)?")
_POINT = lazy(r"\d{1,2}[.)]\s+")
_RESOLUTION_NAMED = lazy(r"\bbeschlu(?:ss|ß)(?:[ -]?nr\.?)? \d")
_ARTICLES = ("der ", "die ", "das ")
_MOST = 60
_HEAD_SECTIONS = 2
_NEAR_SECTIONS = 9
_SHORT_HEAD = 200
_FIELDS = ("status", "result")
_POSITIVE = (Outcome.ADOPTED, Outcome.RECOMMENDED)


def has_text(context: Context, section: Section) -> bool:
    """Whether the item of a section has a text under a heading."""
    return not context.keys_in(section.item).isdisjoint(_TEXTS)


def awaits_vote(context: Context, section: Section) -> bool:
    """Whether the vote behind a section may be on a text under a heading above it, which has had none of its own."""
    if not has_text(context, section):
        return False
    index = context.section_index(section.start)
    above = reversed(context.sections[max(0, index - _NEAR_SECTIONS) : index + 1])
    last = next((one.key for one in above if one.key in (*_TEXTS, "result") or one.item != section.item), "")
    return last in _TEXTS


def reads_like_resolution(context: Context, start: int, end: int) -> bool:
    """Whether what stands there opens as a resolution does, and is nobody's contribution."""
    words = context.folded[start : min(end, start + 200)]
    if formula("instructs").match(words):
        return True
    if matcher("speakers").match(context.folded, start, end):
        return False
    return bool(formula("resolution_like").match(words))


def follows_adoption(context: Context, section: Section, start: int) -> bool:
    """Whether a sentence in form, whole and without a vote of its own, stands below a status of what was adopted."""
    status = section if section.key == "status" else context.section_at(section.start - 1)
    told = read_outcome(context.folded, status.start, min(status.end, start), status=True)
    if told is None or told.outcome not in _POSITIVE or not context.text[start].isupper():
        return False
    stop = next((end for _, end in paragraphs(context, start, section.end)), start)
    stop = min(stop, text_end(context, start, section.end))
    return context.text[stop - 1] == "." and is_in_form(context, start, stop)


def opens_document(context: Context, section: Section) -> bool:
    """Whether but a status stands before a section."""
    return section.start > 0 and context.section_at(section.start - 1).key == "status"


def is_announced_by_vote(context: Context, section: Section, start: int) -> bool:
    """Whether a label with a ratio of votes announces the whole sentence below it: "Beschluss 12:3:".

    Where no colon ends the label, the sentence must say what is to be done.
    """
    line = context.lines[context.line_at(section.start)]
    label = _VOTED_LABEL.fullmatch(context.folded, line.start, line.end)
    if label is None or not context.text[start].isupper():
        return False
    if matcher("speakers").match(context.folded, start, section.end):
        return False
    first = next(sentences(context, start, section.end), (start, start))
    role = sentence_role(context, *first)
    return context.text[slice(*first)].rstrip().endswith(".") and (
        role not in TELLS if label["colon"] else role is Role.ACT
    )


def opens_item(context: Context, section: Section, start: int) -> bool:
    """Whether but a title stands before a result in its item, and a text in form behind it.

    A recommendation there tells the outcome of the vote, and is read with it.
    """
    recommends = context.folded.find("empfiehlt", start, start + _OPENING) >= 0
    if section.item is None or recommends:
        return False
    begin = context.line_at(context.items[section.item].fact.evidence[0].end)
    above = context.lines[begin : context.line_at(section.start)]
    titled = all(context.text[line.end - 1] not in ".:!?" for line in above if line.end > line.start)
    return titled and is_in_form(context, start, section.end)


def bare_text(context: Context, section: Section, *, last: bool) -> list[tuple[int, str]]:
    """A text without a heading: what an excerpt opens with, or the ``last`` paragraph between a head and the facts."""
    if has_text(context, section):
        return []
    parts = paragraphs(context, section.start, section.end)
    start, end = next(iter(deque(parts, maxlen=1) if last else parts), (section.start, section.start))
    begins = context.folded[start : min(end, start + 400)]
    if not (formula("instructs").match(begins) or formula("resolves").match(begins)):
        return []
    stop = min(text_end(context, start, section.end), wide_gap(context, start, section.end))
    return [(start, "resolution"), (stop, "after_resolution")]


def below_status(context: Context, section: Section) -> list[tuple[int, str]]:
    """The text that opens the report on an item whose status and vote stand above its title: "Beschluss: empfohlen"."""
    if section.key != "item" or has_text(context, section) or fields_above(context, section) is None:
        return []
    title = context.items[section.item or 0].fact.evidence[0]
    start = behind_white_space(context.text, title.end, section.end)
    if start >= section.end or not reads_like_resolution(context, start, section.end):
        return []
    return [(start, "resolution"), (text_end(context, start, section.end), "after_resolution")]


def below_title(context: Context, section: Section) -> list[tuple[int, str]]:
    """The text that opens the report on an item, above the debate and the vote: "TOP 3 …⏎1. Der Weg wird …⏎Beratung:".

    Without a heading of the debate, the title itself must be that of a resolution: "Beschluss 12/2031 - Wegebau".
    """
    if section.key != "item" or section.item is None or has_text(context, section):
        return []
    index = context.section_index(section.start)
    behind = [one.key for one in context.sections[index + 1 : index + _NEAR_SECTIONS] if one.item == section.item]
    title = context.items[section.item].fact.evidence[0]
    debated = behind[:1] in (["debate"], ["remarks"])
    named = _RESOLUTION_NAMED.search(context.folded, title.start, title.end)
    if set(_FIELDS).isdisjoint(behind) or not (debated or named):
        return []
    start = behind_white_space(context.text, title.end, section.end)
    listed = debated and _are_points(context, start, section.end)
    if start >= section.end or not (listed or is_in_form(context, start, section.end)):
        return []
    stop = text_end(context, start, section.end)
    whole = debated and not context.text[stop : section.end].strip()
    return [(start, "resolution"), (stop, "after_resolution")] if whole or not debated else []


def behind_report(context: Context, start: int, end: int) -> int | None:
    """Where a text in form starts behind one paragraph below its heading that but tells who spoke."""
    first, second = islice(chain(paragraphs(context, start, end), ((0, 0), (0, 0))), 2)
    if context.items and (below := _act_below(context, *first)) is not None:
        return below
    if second[0] <= first[1] or read_outcome(context.folded, *first):
        return None
    if any(sentence_role(context, *cut) is not Role.SAID for cut in sentences(context, *first)):
        return None
    return second[0] if is_in_form(context, *second) else None


def _act_below(context: Context, start: int, end: int) -> int | None:
    """The line of a paragraph that opens with what a body decides, where all sentences above it but tell."""
    for line in context.lines[context.line_at(start) + 1 : context.line_at(end - 1) + 1]:
        if context.text[line.start - 2] != "." or not context.folded.startswith(_ARTICLES, line.start):
            continue
        words = context.folded[line.start : line.end]
        if formula("resolution_like").match(words) is None or formula("instructs").match(words):
            continue
        roles = {sentence_role(context, *cut) for cut in sentences(context, start, line.start)}
        spoken = matcher("speakers").match(context.folded, start, line.start) is not None
        told = roles <= {*TELLS, Role.FACT} and (spoken or not roles.isdisjoint(TELLS))
        return line.start if told and is_in_form(context, line.start, end) else None
    return None


def _are_points(context: Context, start: int, end: int) -> bool:
    """Whether what stands there are counted points, of which one is to be done and none is told."""
    if context.text[start:end].startswith("1") and _POINT.match(context.text, start, end):
        roles = {sentence_role(context, *cut) for cut in sentences(context, start, end)}
        return Role.ACT in roles and roles.isdisjoint(TELLS)
    return False


def fields_above(context: Context, section: Section) -> tuple[int, int] | None:
    """Where the status and vote of an item start and end in excerpts that put them above its number and title."""
    sections = context.sections
    opening = next((one for one in sections[:_HEAD_SECTIONS] if one.key != "head"), None)
    if section.item is None or opening is None or opening.key != "status" or opening.start > _SHORT_HEAD:
        return None
    end = context.items[section.item].start
    index = bisect_left(sections, end, key=lambda one: one.start)
    first = index
    while first and sections[first - 1].key in _FIELDS:
        first -= 1
    told = any(one.key == "status" for one in sections[first:index])
    return (sections[first].start, end) if told else None


def below_vote(context: Context, vote: int, end: int) -> tuple[int, int] | None:
    """Start and end of a text that hangs right below its vote, which stands apart from what is above it."""
    index = context.line_at(vote) + 1
    if index >= len(context.lines) or context.lines[index].start >= end or vote_above(context, index) is None:
        return None
    start = context.lines[index].start
    column = column_of(context.text, start)
    lines = context.lines[index : index + _MOST]
    outdented = (line.start for line in lines if line.end > line.start and column_of(context.text, line.start) < column)
    stop = text_end(context, start, min(end, next(outdented, end)))
    point = _POINT.match(context.text, start)
    begin = point.end() if point else start
    return (start, stop) if stop > begin and is_in_form(context, begin, stop) else None


def vote_above(context: Context, index: int) -> Line | None:
    """The line right above another that hangs below it, if but a blank one is above both."""
    if index < len(("vote", "text")):
        return None
    apart, line, below = context.lines[index - 2], context.lines[index - 1], context.lines[index]
    if apart.start < apart.end or line.start == line.end or below.start == below.end:
        return None
    hangs = column_of(context.text, below.start) > column_of(context.text, line.start)
    return line if hangs else None
