"""Where line breaks tear sentences: lines that are filled and left open, or that end between a number and its side.

``page_ends.py`` asks the like of the raw text, before it has lines: there a page's end stands between the two parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.numerals import number_word
from kimdocs.extraction.recognise.tallies.tokens import name_pattern
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from kimdocs.extraction.context import Context, Line

FILLED = 60
STOPS = ".:;!?"
_ENDS = f"{STOPS})"
UNFINISHED = lazy(r"\b(?:wird|werden|wurde|wurden|ist|sind)\b[^.!?:]*$")
_OPEN_COUNT = ("bei", "mit", "gegen", "von", "durch")
_LAST_WORD = lazy(r"\b[^\W\d_]{3,5}$")
_LONGEST_OPEN = 5
_IS_VALUE = lazy(r"(?<!abstimmung)(?<!ergebnis)(?<!votum):\s*\S+$|\s{3,}\S+$|\t\S+$")
_SIDE_TORN = lazy(r"\d\s+(?:ja|nein|gegen|enthal|stimm|für)\w*-$|\w\s+(?:ja|nein|gegen|stimm)-$")
_GOES_ON = lazy(r"\s*(?:[,.;)]|(?!keine\b)[a-zäöüß]{3,}\b)")
_WIDE = lazy(r"[ ]{2,}|[ ]*[\t|]\s*")
_VOTES = lazy(r"stimmen?\b")
_SHORTEST = 25
_LONGEST_WORD = 24
_LONG_NUMBER = 4


def leaves_open(text: str, line: Line) -> bool:
    """Whether a line is filled, and no stop or bracket ends it."""
    return line.end - line.start >= FILLED and text[line.end - 1] not in _ENDS


def goes_on(context: Context, line: Line) -> bool:
    """Whether a line goes on with a sentence that the line before it, which is filled, left open."""
    index = context.line_at(line.start)
    return index > 0 and leaves_open(context.text, context.lines[index - 1])


def awaits_count(folded: str, start: int, end: int) -> bool:
    """Whether what stands there ends in a word that a count follows: "… stimmt mit"."""
    if not folded.endswith(_OPEN_COUNT, start, end):
        return False
    word = _LAST_WORD.search(folded, max(start, end - _LONGEST_OPEN), end)
    return word is not None and word.group() in _OPEN_COUNT


def tears_count(context: Context, index: int) -> bool:
    """Whether a line of a sentence ends between a number and the side that it counts, or within the name of the side.

    "… mit 7 Ja-Stimmen, 4⏎Nein-Stimmen und …", "… 2 Nein-⏎Stimmen."; not so "Anwesend: 12⏎Ja: 9".
    """
    line = context.lines[index]
    following = context.lines[index + 1] if index + 1 < len(context.lines) else line
    if line.end - line.start < _SHORTEST or following.start == following.end:
        return False
    if awaits_count(context.folded, line.start, line.end):
        return True
    lower = context.text[following.start].islower() and context.text[line.end - 1] not in STOPS
    if (lower or context.text[line.end - 1] == ",") and UNFINISHED.search(context.folded, line.start, line.end):
        return True
    last = context.folded[max(line.start, line.end - _LONGEST_WORD) : line.end].rsplit(" ", 1)[-1]
    if last.endswith("-") and last[-2:-1].isalpha():
        return (
            context.text[following.start].isalpha()
            and _SIDE_TORN.search(context.folded, line.start, line.end) is not None
        )
    counted = last.lstrip("(")
    number = counted.isdecimal() and len(counted) < _LONG_NUMBER
    if not (number or number_word(counted) is not None) or _IS_VALUE.search(context.folded, line.start, line.end):
        return False
    side = name_pattern().match(context.folded, *following) or _VOTES.match(context.folded, *following)
    more = side is not None and _GOES_ON.match(context.folded, side.end(), following.end) is not None
    return more and side is not None and not _heads_columns(context.folded, side.end(), following.end)


def _heads_columns(folded: str, start: int, end: int) -> bool:
    """Whether behind the name of a side and a gap stands that of another, as in the header of a table: "Ja   Nein"."""
    gap = _WIDE.match(folded, start, end)
    return gap is not None and name_pattern().match(folded, gap.end(), end) is not None
