"""What is never part of a resolution's text: votes, notes of the record, acts of the chair, the next item."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kimdocs.extraction.texts.announces import announces
from kimdocs.extraction.texts.close import is_signed
from kimdocs.lexicon import load
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context

_LONGEST = 260
_NUMBERED_TITLE = lazy(r"(?:[2-9]|[1-9]\d)(?:\.\d{1,2})*[.)]? {1,3}[A-ZÄÖÜ„](?:[^.:;!?]|\.(?=\d{3})){3,80}[\w)“?]")
_OWN_POINT = lazy(r"(?:^|(?<=\f))[ \t\f]*(?:\(?(?P<number>\d{1,2})|[a-zA-Z]|[IVX]{1,4})[.)]", re.MULTILINE)
_LEADING_NUMBER = lazy(r"\d{1,2}")
_FIELD = lazy(r"[^\W\d_][\w/ -]{3,40}: (?:[a-zäöü][\wäöüß-]*)(?: [\wäöüß.-]+){0,2}")
_FURTHER = lazy(
    r"\b(?:weiter(?:hin)?|ferner|außerdem|zudem|zusätzlich|sodann|anschließend|daraufhin|danach|darauf|hierauf"
    r"|schließlich|darüber hinaus|im übrigen|einstimmig|mehrheitlich|einmütig|stimmen?|\w+-?stimmen?"
    r"|enthaltung(?:en)?|ohne aussprache)\b"
)
_OFFICE = 60
_REACH = 40
_DAY = lazy(r"(?:(?:den|am) )?\d{1,2}\.(?: ?\d{1,2}\. ?| [a-zä]{3,9} )\d{2,4}")
_YEAR_ENDS = tuple("0123456789")
_SENTENCE_ENDS = (".", "!", ".“", '."', ".)", ".”")


def stops_text(context: Context, span: tuple[int, int], index: int, limit: int) -> bool:
    """Whether a line behind a text that takes the ``span`` so far is no more of it, whatever the gap between them."""
    line, (start, end) = context.lines[index], span
    if line.end - line.start > _LONGEST:
        return False
    words = context.folded[line.start : line.end]
    if _stops("any").match(words):
        return True
    if not context.text[max(0, end - 2) : end].endswith(_SENTENCE_ENDS):
        return False
    return (
        _stops("sentence").match(words) is not None
        or is_signed(context, index, limit)
        or _is_dated_below(context, index, limit)
        or opens_next_text(context, index)
        or _is_numbered_title(context, start, index)
        or _are_fields(context, index, limit)
    )


def no_part_told(context: Context, start: int, end: int) -> int | None:
    """Where the last line of ``text[start:end]`` starts, if it is no part of a text right before its vote."""
    index = context.line_at(max(start, end - 1))
    while index >= 0 and context.lines[index].start == context.lines[index].end:
        index -= 1
    line = context.lines[index]
    stops = line.start > start and _stops("any").match(context.folded[line.start : line.end])
    return line.start if stops else None


def opens_next_text(context: Context, index: int) -> bool:
    """Whether a line leads in the next text: "Weiterhin beschließt der Rat mit 9 gegen 2 Stimmen wie folgt:"."""
    line = context.lines[index]
    if context.text[line.end - 1] != ":" or not _FURTHER.search(context.folded, line.start, line.end):
        return False
    words = context.folded[line.start : line.end] + "\n"
    return announces(words.rstrip(" :\n")) is not None


@cache
def _stops(behind: str) -> re.Pattern[str]:
    entries = (entry for entry in load("text_stops") if entry.attributes["behind"] == behind)
    return re.compile("|".join(f"(?:{entry.pattern})" for entry in entries))


def _is_dated_below(context: Context, index: int, limit: int) -> bool:
    """Whether a line names an office, and the one below but a day: "Bauamt⏎14. März 2031"."""
    line, below = context.lines[index], context.lines[min(index + 1, len(context.lines) - 1)]
    if (
        line.end - line.start > _OFFICE
        or below.start >= limit
        or not context.folded[below.start : below.end].endswith(_YEAR_ENDS)
    ):
        return False
    return context.text[line.end - 1] not in ".:;,?!" and _DAY.fullmatch(context.folded, *below) is not None


def _is_numbered_title(context: Context, start: int, index: int) -> bool:
    """Whether a line is the number and title of the next item, which does not count on behind the text's own points."""
    line = context.lines[index]
    if _NUMBERED_TITLE.fullmatch(context.text, line.start, line.end) is None:
        return False
    if _OWN_POINT.search(context.text, start, line.start) is None:
        return True
    above = (one for one in reversed(context.lines[max(0, index - _REACH) : index]) if one.start >= start)
    last = next((point for one in above if (point := _OWN_POINT.match(context.text, *one))), None)
    if last is None or last["number"] is None:
        return False
    return int(_LEADING_NUMBER.findall(context.text, *line)[0]) > int(last["number"]) + 1


def _are_fields(context: Context, index: int, limit: int) -> bool:
    """Whether this line and all that follow are fields whose value is but a word or two: "Erschließung: gesichert"."""
    rest = [line for line in context.lines[index : index + 9] if line.start < limit and line.end > line.start]
    return len(rest) < 9 and all(_FIELD.fullmatch(context.text, line.start, line.end) for line in rest)
