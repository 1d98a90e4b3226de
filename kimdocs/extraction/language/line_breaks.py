"""Where line breaks begin a new sentence: blank lines, list items, headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from kimdocs.extraction.layout.line_wraps import goes_on_words, tears_count
from kimdocs.lexicon import load
from kimdocs.lexicon.fold import fold
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = lazy(r"[-–—•▪●○◦‣·*✓➢→\uf0b7\uf0a7\uf02d](?=\s)")
_NUMBERED = lazy(
    r"(?:\((?P<bracketed>\d{1,2}|[a-z])\)|(?P<number>\d{1,2})(?:[.)]|(?:\.\d{1,2}){1,3}\.?)|(?P<letter>[a-z])\))(?=\s|$|[A-ZÄÖÜ][a-zäöüß])"
)
_LABELLED = lazy(r"([A-ZÄÖÜ][a-zäöüß]{2,12})\s(\d{1,2})[,:.)]\s")
_LAST_WORD = lazy(r"[\w§]+\.?$")
_FIRST_WORD = lazy(r"\S{1,60}")
_NARROW = 40
_LOOK = 80


@dataclass(slots=True)
class Layout:
    """What the lines of a passage tell.

    Attributes:
        cuts: Offsets at which a line begins a new sentence, in order.
        numbered: Offsets of the full stops of list numbers ("1." at the start of a line).
    """

    cuts: list[int] = field(default_factory=list)
    numbered: set[int] = field(default_factory=set)


def layout(text: str, start: int, end: int) -> Layout:
    """Read the lines of ``text[start:end]`` once: linear time."""
    found = Layout()
    for paragraph in _paragraphs(text, start, end):
        found.cuts.append(paragraph[0][0])
        width = max(chain((_NARROW,), (stop - begin for begin, stop in paragraph)))
        number = _list_number(text, paragraph[0], found)
        for before, line in pairwise(paragraph):
            here = _list_number(text, line, found)
            if _begins_sentence(text, before, line, width, (number, here)):
                number = here or number
                found.cuts.append(line[0])
    return found


def _paragraphs(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    lines: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        raw = text[at:stop]
        bare = raw.strip()
        if bare:
            lead = at + len(raw) - len(raw.lstrip())
            lines.append((lead, lead + len(bare)))
        elif lines:
            yield lines
            lines = []
        at = stop + 1
    if lines:
        yield lines


def _list_number(text: str, line: tuple[int, int], found: Layout) -> str | None:
    begin = text[line[0] : line[0] + 2]
    mark = None if begin[0].isalpha() and not begin.endswith(")") else _NUMBERED.match(text, *line)
    if mark is None:
        return None
    if text[mark.end() - 1] == ".":
        found.numbered.add(mark.end() - 1)
    return mark.group("bracketed") or mark.group("number") or mark.group("letter")


def _begins_sentence(
    text: str, before: tuple[int, int], line: tuple[int, int], width: int, numbers: tuple[str | None, str | None]
) -> bool:
    last = text[before[1] - 1]
    if not text[line[0]].isalnum() and _BULLET.match(text, *line):
        return text[line[0]] not in "–—" or last in ".:;,!?" or text[before[0]] == text[line[0]]
    if numbers[1] is not None:
        return _is_item(text, last, line, numbers)
    head = text[line[0]]
    if (last == ":" and not head.islower()) or (head.isupper() and _is_listed_alike(text, before, line)):
        return True
    return _is_heading(text, before, line, width)


def _is_listed_alike(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether two lines open with the same word and a number each: "Zeile 2, Bücherei: …", "Zeile 3, Mieten: …"."""
    label = _LABELLED.match(text, *line)
    above = _LABELLED.match(text, *before) if label else None
    return label is not None and above is not None and label[1] == above[1] and label[2] != above[2]


def _is_item(text: str, last: str, line: tuple[int, int], numbers: tuple[str | None, str | None]) -> bool:
    """A number at the start of a line is a list item's, unless it is an ordinal that a line break cut off."""
    previous, number = numbers
    mark = _NUMBERED.match(text, *line)
    nxt = (
        _LAST_WORD.search(text[mark.end() : mark.end() + _LOOK].split(maxsplit=1)[0])
        if mark and text[mark.end() : line[1]].strip()
        else None
    )
    if nxt is not None and fold(nxt.group()) in _ordinal_words():
        return last in ".;" and number == "1"
    if last in ".:;,!?":
        return True
    return number in ("1", "a") or _follows(previous, number)


def _follows(previous: str | None, number: str | None) -> bool:
    if not previous or not number or previous.isdigit() != number.isdigit():
        return False
    if number.isdigit():
        return int(number) - int(previous) in (0, 1)
    return ord(number) - ord(previous) == 1


def _is_heading(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """A line that leaves room for the next line's first word was broken on purpose, not wrapped."""
    head, last = text[line[0]], text[before[1] - 1]
    if not (head.isupper() or head.isdigit()) or last in ".!?,-–(/&":
        return False
    first = _FIRST_WORD.match(text, *line)
    if before[1] - before[0] + 1 + len(first.group() if first else "") > 0.8 * width:
        return False
    if text[before[1] - 1].isalnum() and tears_count(text[slice(*before)], text[slice(*line)]):
        return False
    word = _LAST_WORD.search(text[max(before[0], before[1] - _LOOK) : before[1]])
    return word is None or fold(word.group()).rstrip(".") not in goes_on_words()


@cache
def _ordinal_words() -> frozenset[str]:
    return frozenset(p for e in load("sentence_words") if e.value == "after_ordinal" for p in e.phrases)
