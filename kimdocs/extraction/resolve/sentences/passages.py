"""Passages of running text that may state a decision: paragraphs that hold an anchor, where minutes report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.anchors import act_offsets
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context, Section
    from kimdocs.extraction.resolve.statements.statement import Statement

_SILENT = frozenset(
    (
        "closing",
        "signatures",
        "agenda",
        "consultations",
        "attachments",
        "statement_of_facts",
        "financial_impact",
        "proposed_resolution",
        "climate",
        "impacts",
    )
)
_CLEAR_STOP = lazy(r"[a-zäöüß]{5}[.!?]$")
_TITLE_ROW = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){1,2}\.?|[a-h]\))[ \t]+[A-ZÄÖÜ„]")
_LIST_MARK = lazy(r"[a-h]\)[ \t]+[A-ZÄÖÜ„]")
_FILLED = 80
_RESULTS = ("status", "result")
_TEXTS = ("resolution", "recommendation")
_RATIO = lazy(r"\d ?[:/-] ?\d")
_YES = lazy(r"\bja\b")
_VOTE_WORDS = (
    *("stimm", "mehrheit", "einm", "einv", "einh", "gegen", "enth", "ohne", "keine", "widerspr", "kenntnis", "dafür"),
    *("nein", "alle", "votier"),
)
_ELECTION = "wahl"


def passages(context: Context, offsets: list[int], *, minutes: bool = False) -> list[tuple[int, int]]:
    """Paragraphs that hold an anchor, in sections where minutes report.

    In minutes that is also behind what was proposed, which may go on with what became of it.
    """
    found = []
    last = -1
    for offset in offsets:
        if offset < last:
            continue
        section = context.section_at(offset)
        goes_on = minutes and is_proposed(section)
        if section.key in _SILENT and not goes_on and not _is_title(context, section):
            continue
        passage = _around(context, offset, section.start, section.end)
        found.append(passage)
        last = passage[1]
    return found


def is_proposed(section: Section) -> bool:
    """Whether a section is what was proposed on an item: behind its first lines it may tell the votes on it."""
    return section.key == "proposed_resolution" and section.item is not None


def votes_on_proposed(context: Context, statement: Statement) -> bool:
    """Whether a sentence tells a vote behind the text that was proposed, on a line of its own."""
    first = context.line_at(context.section_at(statement.start).start)
    voted = statement.unanimous is not None or bool(statement.groups) or {"yes", "no"} <= statement.counts.keys()
    return voted and not statement.quoted and context.line_at(statement.start) > first


def _is_title(context: Context, section: Section) -> bool:
    """Whether what a section starts with but titles an item of minutes: "TOP 4⏎Mitteilung: Zählung am Markt"."""
    heading = context.heading_starts.get(section.start)
    if heading is None or section.item is None or section.key != "statement_of_facts":
        return False
    item = context.items[section.item].start
    behind = context.lines[heading.line].end - heading.end
    return behind > 1 and heading.line - context.line_at(item) <= 1


def _around(context: Context, offset: int, start: int, end: int) -> tuple[int, int]:
    """The lines around an offset up to blank lines or lines that clearly end a sentence, within its section."""
    first = last = context.line_at(offset)
    lines = context.lines
    while first > 0 and lines[first - 1].start >= start and not _parted(context, first - 1):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].start < end and not _parted(context, last):
        last += 1
    return max(start, lines[first].start), min(end, lines[last].end)


def _parted(context: Context, index: int) -> bool:
    """Whether a sentence clearly ends between a line and the next: a blank line, or a full stop before a capital."""
    text, (start, end), (low, high) = context.text, context.lines[index], context.lines[index + 1]
    bracketed = text.startswith("(", start) and text[end - 1] == ")"
    if start == end or low == high or bracketed:
        return True
    begin = text[low : low + 2]
    if begin.endswith(")") and _LIST_MARK.match(text, low, high):
        return True
    if not begin[0].isupper():
        return False
    if end - start < _FILLED and _TITLE_ROW.match(text, start, end):
        return text[end - 1] not in ",-"
    return _CLEAR_STOP.search(text, max(start, end - 12), end) is not None


def verb_offsets(context: Context) -> Iterator[int]:
    """Where verbs may tell acts, but in debates that end in a vote with a label: their act is told by that."""
    voted = {section.item: section.start for section in context.sections if section.key in _RESULTS}
    voted.pop(None, None)
    sections = iter(context.sections)
    end = first = 0
    for offset in act_offsets(context.folded):
        while offset >= end and (section := next(sections, None)):
            end, first = section.end, voted.get(section.item, 0)
        if offset >= first:
            yield offset


def may_state(context: Context, sentence: tuple[int, int]) -> bool:
    """Whether a sentence may state a decision: one of a resolution's own text only with a vote."""
    return context.section_at(sentence[0]).key not in _TEXTS or _tells_votes(context.folded[slice(*sentence)])


def passage_may_state(context: Context, start: int, end: int) -> bool:
    """Whether any sentence of a passage, which lies within a section, may: a look before it is taken apart."""
    if context.section_at(start).key not in _TEXTS:
        return True
    words = context.folded[start:end]
    return _ELECTION in words or _tells_votes(words)


def _tells_votes(words: str) -> bool:
    return (
        any(map(words.__contains__, _VOTE_WORDS))
        or _RATIO.search(words) is not None
        or ("ja" in words and _YES.search(words) is not None)
    )
