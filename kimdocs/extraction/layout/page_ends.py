"""Where a page ends within a text: its number, and what heads or ends every page, belong to no sentence or table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.numerals import number_word
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_PIECES = (
    "Seite ",
    "SEITE ",
    "Blatt ",
    "BLATT ",
    "Seitenwechsel",
    "Seitenumbruch",
    " -\n",
    " –\n",
    " / ",
    "\n" + " " * 20,
)
_ALONE = lazy(
    r"[-–—*\s]*(?:Seite|SEITE|Blatt|BLATT)[: ]*(?P<page>\d{1,3})(?:\s*(?:von|/)\s*\d{1,3})?[-–—*\s.]*"
    r"|[-–—*=\s]*Seiten(?:wechsel|umbruch)[-–—*=\s]*"
)
_NUMBER = lazy(r"[ ]{10,}(?:[-–] ?)?(?P<page>\d{1,3})(?: ?[-–])?\s*|[ ]*[-–] ?(?P<dashed>\d{1,3}) ?[-–]\s*")
_RUNNING = lazy(
    r"\s*[^\n]{4,110}?[\s(–-](?:Seite|SEITE|Blatt|BLATT)[: ]*(?P<page>\d{1,3})(?:\s*(?:von|/)\s*\d{1,3})?\s*\)?\s*"
    r"|\s*(?:Seite|SEITE|Blatt|BLATT)[: ]*(?P<first>\d{1,3})(?:\s*(?:von|/)\s*\d{1,3})?[\s|–-]{2,}[^\n]{4,110}"
    r"|\s*[^\n\d]{4,60}\d{1,2}\.\s?\d{1,2}\.\d{2,4}[^\n\d]{0,30} / (?P<last>\d{1,3})\s*"
)
_RULE = lazy(r"(?<=\n)[ \t]*[-–—_=*]{3,}[ \t]*(?:\n[ \t]*)*\Z")
_DIGITS = lazy(r"\d+")
_LETTER = lazy(r"[^\W\d_]")
_GOES_ON = lazy(r"[ ]*[a-zäöüß\d]")
_BREAKS = lazy(r"[\n\f]+")
_PAGE = lazy(r"\f|\b(?:seite|blatt):? \d{1,3}\b|\n[ ]*-[ ]*\d{1,3}[ ]*-[ ]*\n|\.\d{2,4} / \d{1,3}\n")
MOST_FURNITURE = 6
_LONGEST = 400
_LONGEST_LINE = 160
_FARTHEST = 3
_FILLED = 24
_COUNT_ENDS = lazy(
    r"\b(?:[Mm]it|gegen|[Bb]ei|und|zu) \(?\d{1,3}$|[a-zäöü], \d{1,3}$|\(\d{1,3}$|[a-zäöü]: \d{1,3}$"
    r"|\w (?:Ja|Nein|Gegen|Enthal|Stimm)-$|[ (]\w+ (?:Ja|Nein|Gegen|Enth)[\w-]*,$"
)
_LAST_WORD = lazy(r"[ ,:(]([a-zäöüß]{3,})$")
_SIDE = lazy(r"[ ]*(?:Ja|Nein|Gegen|[Ss]timm|Enth|tung)")


class _Mark(NamedTuple):
    """A line that tells the number of a page: where it starts and ends, without its numbers, and which page it is.

    ``running``: it tells more than that, so it must come back to be one.
    """

    start: int
    end: int
    key: str
    page: int | None
    running: bool


def without_page_ends(text: str) -> str:
    """The text with the ends of its pages blanked; every offset stays what it was.

    What heads every page stays where it stands first, but for bare numbers: it may be all that tells what the paper is.
    """
    lines = sorted({line for piece in _PIECES for line in _lines_with(text, piece)})
    marks = [mark for start, end in lines if (mark := _mark(text, start, end))]
    by_key = sorted(marks, key=lambda mark: (mark.key, mark.start))
    steps = [(one, other) for one, other in pairwise(by_key) if one.key == other.key]
    upwards = {one.key for one, other in steps if one.page and other.page and 0 < other.page - one.page <= _FARTHEST}
    again = {other for one, other in steps if one.key in upwards}
    again |= {mark for mark in marks if mark.key in upwards and _LETTER.search(mark.key) is None}
    ends = [mark for mark in marks if (mark in again if mark.running else mark.start > 0)]
    return _blanked(text, ends) if ends else text


def _lines_with(text: str, piece: str) -> Iterator[tuple[int, int]]:
    place = text.find(piece)
    while place >= 0:
        start, end = text.rfind("\n", 0, place + 1) + 1, text.find("\n", place + 1)
        end = len(text) if end < 0 else end
        if end - start <= _LONGEST_LINE:
            yield start, end
        place = text.find(piece, max(end, place + 1))


def _mark(text: str, start: int, end: int) -> _Mark | None:
    line = text[start:end].replace("\f", " ")
    if not _DIGITS.search(line) and "Seiten" not in line:
        return None
    alone, number = _ALONE.fullmatch(line), _NUMBER.fullmatch(line)
    running = None if alone else _RUNNING.fullmatch(line)
    hit = alone or number or running
    if hit is None:
        return None
    page = next((int(found) for found in hit.groups() if found), None)
    certain = alone is not None or (number is not None and number["dashed"] and _parts_sentence(text, start))
    return _Mark(start, end, _DIGITS.sub("#", " ".join(line.split())), page, not certain)


def _parts_sentence(text: str, start: int) -> bool:
    """Whether the line before leaves a sentence open: "… lehnt den Bau mit 3 Ja-Stimmen gegen⏎- 5 -⏎9 …"."""
    before = text[max(0, start - 4 * _FILLED) : start].rstrip(" \n\f")[-_FILLED:]
    return len(before) == _FILLED and "\n" not in before and (before[-1].isalnum() or before[-1] in ",-")


def _goes_on(before: str, text: str, place: int) -> bool:
    """Whether a sentence that ``before`` leaves open goes on at a place: in small letters, or with what it counts."""
    return _GOES_ON.match(text, place) is not None or (_ends_in_count(before) and _SIDE.match(text, place) is not None)


def _ends_in_count(before: str) -> bool:
    """Whether words end in a number, in digits or in words, or within the name of the side that it counts."""
    word = _LAST_WORD.search(before)
    return _COUNT_ENDS.search(before) is not None or (word is not None and number_word(word[1]) is not None)


def _blanked(text: str, ends: list[_Mark]) -> str:
    """The text without such lines: they are blanks behind the line before, on which a sentence goes on right behind."""
    pieces = []
    done = 0
    for mark in ends:
        ruled = _RULE.search(text, max(done, mark.start - _LONGEST_LINE), max(done, mark.start - 1))
        start, end = max(done, (ruled.start() if ruled else mark.start) - 1), max(done, mark.end)
        before = text[done:start].rstrip(" \n\f")
        behind = _BREAKS.match(text, end)
        last = before[-_FILLED:]
        open_end = last and (last[-1].islower() or _ends_in_count(last))
        if open_end and behind and _goes_on(last, text, behind.end()):
            start, end = done + len(before), behind.end() - 1
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join(pieces) + text[done:]


def may_end_page(context: Context, start: int, end: int) -> bool:
    """Whether what tells the end of a page stands between two places."""
    return _PAGE.search(context.source.text[start:end].lower()) is not None


def ends_page(context: Context, end: int, start: int) -> bool:
    """Whether a page ends between two lines of counts, and but what may head or end a page stands there."""
    if start - end > _LONGEST or not may_end_page(context, end, start):
        return False
    first, last = context.line_at(end), context.line_at(start)
    filled = [line for line in context.lines[first + 1 : last] if line.start < line.end]
    items = {item.start for item in context.items}
    plain = not any(line.start in items or line.start in context.heading_starts for line in filled)
    return plain and len(filled) < MOST_FURNITURE and not any(context.text[line.end - 1] in ".!?" for line in filled)
