"""Texts of resolutions without a heading that stand where a document, its facts or the report on its item begin."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from kimdocs.extraction.formulas import formula
from kimdocs.extraction.leads import paragraphs
from kimdocs.extraction.text_end import text_end, wide_gap
from kimdocs.extraction.unheaded import is_in_form
from kimdocs.lexicon import matcher

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Section

_TEXTS = ("resolution", "recommendation", "proposed_resolution")
_OPENING = 120
_FIELDS = ("status", "result")


def has_text(context: Context, section: Section) -> bool:
    """Whether the item of a section has a text under a heading."""
    return not context.keys_in(section.item).isdisjoint(_TEXTS)


def reads_like_resolution(context: Context, start: int, end: int) -> bool:
    """Whether what stands there opens as a resolution does, and is nobody's contribution."""
    words = context.folded[start : min(end, start + 200)]
    if formula("instructs").match(words):
        return True
    if matcher("speakers").match(context.folded, start, end):
        return False
    return bool(formula("resolution_like").match(words))


def opens_document(context: Context, section: Section) -> bool:
    """Whether but a status stands before a section."""
    return section.start > 0 and context.section_at(section.start - 1).key == "status"


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
    """The text that opens the report of an excerpt which but its status and vote precede: "Beschluss: empfohlen"."""
    if section.key != "item" or context.sections[0].key != "status" or has_text(context, section):
        return []
    if any(one.key not in _FIELDS for one in context.sections[: context.sections.index(section)]):
        return []
    start = context.items[section.item or 0].fact.evidence[0].end
    start += len(context.text[start : section.end]) - len(context.text[start : section.end].lstrip())
    if start >= section.end or not reads_like_resolution(context, start, section.end):
        return []
    return [(start, "resolution"), (text_end(context, start, section.end), "after_resolution")]
