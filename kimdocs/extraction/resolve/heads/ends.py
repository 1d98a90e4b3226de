"""Where a head ends: at a heading of the text, numbered or not, or where a resolution or a letter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.resolve.heads.labels import label_matcher
from kimdocs.lexicon import matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_NUMBERING = lazy(r"(?:[IVX]{1,4}|\d{1,2}|[A-F])\.?\)?\s+")
_TEXT = {"proposed_resolution", "statement_of_facts", "financial_impact", "climate"}
_MOST_LINES = 150
_MOST_CHARACTERS = 9000
_LONGEST_LINE = 1500
_OPENS = lazy(r"[^.\n]{0,120}\b(?:beschließ(?:t|en)|beschliesst)\b[^.:\n]{0,30}:|sehr geehrte")


def limit(context: Context) -> int:
    """The first line that is no head in any case: too far down, or as long as a whole text."""
    filled = 0
    for index, line in enumerate(context.lines):
        filled += line.end > line.start
        if filled > _MOST_LINES or line.start > _MOST_CHARACTERS or line.end - line.start > _LONGEST_LINE:
            return index
    return len(context.lines)


def begun_to(context: Context, last: int) -> int:
    """Where the text of a head ends: with its last line, or within a text without lines that begins behind it."""
    if last == len(context.lines):
        return context.lines[last - 1].end if last else 0
    start, end = context.lines[last]
    return start + _LONGEST_LINE if end - start > _LONGEST_LINE else context.lines[last - 1].end if last else 0


def opens_text(context: Context, start: int, end: int, *, begun: bool) -> bool:
    """Whether a line is a heading of the text by itself, or opens a resolution or a letter.

    Before the head has ``begun``, "Finanzen" and the like are the department that writes.
    """
    folded = context.folded[start:end].strip(" :*#")
    if begun and label_matcher().fullmatch(folded) is None and _is_heading(folded):
        return True
    return _numbered(context, start, end) or _OPENS.match(context.folded, start, end) is not None


def _numbered(context: Context, start: int, end: int) -> bool:
    """Whether a line is a heading of the text behind a number ("I. Vortrag der Referentin")."""
    number = _NUMBERING.match(context.text, start, end)
    if number is None:
        return False
    folded = context.folded[number.end() : end].strip(" :")
    entry = label_matcher().fullmatch(folded)
    return _is_heading(folded) if entry is None else entry.value == "text"


def _is_heading(folded: str) -> bool:
    entry = matcher("headings").fullmatch(folded)
    return entry is not None and entry.value in _TEXT and matcher("paper_types").fullmatch(folded) is None
