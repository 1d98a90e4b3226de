"""Numbered headings of minutes that say nothing plainer: paragraphs of their own whose numbers count up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kimdocs.extraction.agenda.numbers import NUMBERED, SHORTEST, candidate_at, is_heading
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.agenda.numbers import Candidate
    from kimdocs.extraction.context import Line

_OPENINGS = frozenset("#0123456789")
_MARK = lazy(r"#{1,5}[ \t]+(?=\d)")
_LED_IN = lazy(r"\b(?:wie folgt|folgende\w*|beschließ\w+|festgesetzt|nachstehende\w*)\b[^:]*:$")
_PAPER_CELL = lazy(
    r"(?<!\s)(?:\s{3,}|\t)(?:(?:vorlage|drucksache|drs\.?|ds)(?:[ -]?nr\.?)?:?\s)?[\w./-]{0,20}\d[\w./-]{0,20}$"
)
_PAPER_LINE = lazy(
    r"\(?(?:(?:vorlagen?|drucksachen?|drs\.?|ds|sitzungsvorlage|beschlussvorlage)(?:[ -]?(?:nr\.?|nummer))?:?\s)?"
    r"(?:[a-zäöü]{1,6}[ /-]?)?\d[\w.-]*/[\w./-]*\d[\w/-]*\)?"
)
_LONGEST_PAPER = 60
_FEWEST = 3
_MOST_SKIPPED = 9
_NEAR = 3
_LABELLED = lazy(r"(?P<title>[^.:;]{4,60}): (?=[A-ZÄÖÜ].*(?:[a-zäöüß]{4,}[.?!] [A-ZÄÖÜ]|[.?!]$))")
_SENTENCE = lazy(r".*[a-zäöüß]{4,}[.?!] [A-ZÄÖÜ]|(?:Der|Die|Das|Es|Herr|Frau) .*[.?!]$")
_POINT = lazy(r"\d{1,2}[.)]")
_SET_ASIDE = lazy(r"[-–( ]*(?:abgesetzt|entfällt|entfallen|vertagt|zurückgestellt|zurückgezogen)[-–). ]*")


class _Numbered(NamedTuple):
    """A numbered line, its number and the parts of that, where its words begin, and what it is marked as or behind."""

    line: int
    written: str
    number: list[int]
    title: int
    marked: bool
    apart: bool
    late: bool = False


def counted_up(text: str, folded: str, lines: tuple[Line, ...], closing: int) -> list[Candidate]:
    """Numbered headings of minutes without an agenda: paragraphs of their own whose numbers count up.

    A number may be left out before a heading that names a paper, or that stands apart where no list of points came
    between: the minutes of one part of a meeting have such gaps. One may be called early, before those that count on.
    Those of headings that are marked as such ("## 7. Spielplatz") need not count up: items come in any order.
    """
    kept: list[Candidate] = []
    early: Candidate | None = None
    last: list[int] = []
    skipped: set[tuple[int, ...]] = set()
    listed = False
    for numbered in _numbered(text, folded, lines, closing):
        told = numbered._replace(apart=not listed, late=tuple(numbered.number) in skipped)
        candidate = _titled(text, candidate_at(folded, lines, told.line, told.written, told.title), lines[told.line])
        if told.marked or _opens_item(text, folded, lines, kept, last, told):
            called = early if early is not None and not listed and _follows(last, told.number) else None
            kept += [called, candidate] if called else [candidate]
            skipped |= set() if told.late else _left_out(last, told.number)
            last, listed, early = last if told.late else told.number, False, None
        elif early is None and _is_early(text, lines, kept, last, told):
            early = candidate
        else:
            listed = listed or _POINT.match(folded, lines[told.line].start) is not None
    return kept if len(kept) >= _FEWEST and not _goes_on(folded, lines, kept[0].line) else []


def _numbered(text: str, folded: str, lines: tuple[Line, ...], closing: int) -> Iterator[_Numbered]:
    """The lines that open with a number and go on with words."""
    for index, line in enumerate(lines):
        if line.start >= closing:
            return
        if line.start == line.end or text[line.start] not in _OPENINGS:
            continue
        mark = _MARK.match(text, line.start, line.end)
        hit = NUMBERED.match(folded, mark.end() if mark else line.start, line.end)
        if hit and hit["title"]:
            number = _parts_of(hit["number"])
            yield _Numbered(index, hit["number"], number, hit.start("title"), mark is not None, apart=True)


def _opens_item(
    text: str, folded: str, lines: tuple[Line, ...], kept: list[Candidate], last: list[int], told: _Numbered
) -> bool:
    """Whether a numbered line is the heading of the next item, or of a later one where numbers are left out."""
    line, index = lines[told.line], told.line
    below_another = bool(kept) and kept[-1].line == index - 1
    follows = _follows(last, told.number)
    leads = len(kept) > 1 and follows and not _LED_IN.search(folded, *line)
    if not is_heading(text, lines, index, told.title, alone=below_another, leads=leads):
        return _is_told(text, folded, lines, kept, told) and (follows or _is_near(last, told.number))
    if follows or (len(kept) > 1 and told.number == [1] and _part_starts(folded, lines, index)):
        return True
    if told.late and _stands_apart(text, lines, kept, told):
        return True
    if not _skips(last, told.number):
        return False
    near = _stands_apart(text, lines, kept, told) and _is_near(last, told.number)
    return near or _names_paper(folded, lines, index) or _heads_parts(folded, lines, index, told.number)


def _is_told(text: str, folded: str, lines: tuple[Line, ...], kept: list[Candidate], told: _Numbered) -> bool:
    """Whether an item is told in a sentence behind its number, or but set aside: "9. - abgesetzt -"."""
    line = lines[told.line]
    blank = told.line > 0 and lines[told.line - 1].start == lines[told.line - 1].end
    if not (told.apart and blank and len(kept) >= _FEWEST):
        return False
    sentence = text[told.title].isupper() and line.end - told.title >= SHORTEST
    return sentence or _SET_ASIDE.fullmatch(folded, told.title, line.end) is not None


def _stands_apart(text: str, lines: tuple[Line, ...], kept: list[Candidate], told: _Numbered) -> bool:
    """Whether a heading is a paragraph of its own and no list of points came before it."""
    blank = told.line > 0 and lines[told.line - 1].start == lines[told.line - 1].end
    return told.apart and blank and len(kept) > 1 and text[lines[told.line].end - 1] not in ".:"


def _is_early(text: str, lines: tuple[Line, ...], kept: list[Candidate], last: list[int], told: _Numbered) -> bool:
    """Whether a heading may be that of an item that was called before its time."""
    heading = is_heading(text, lines, told.line, told.title, alone=False)
    return heading and _skips(last, told.number) and _stands_apart(text, lines, kept, told)


def _left_out(last: list[int], number: list[int]) -> set[tuple[int, ...]]:
    """The numbers between the last one and a later sibling, which may still be called."""
    if not last or not _skips(last, number):
        return set()
    return {(*number[:-1], one) for one in range(last[len(number) - 1] + 1, number[-1])}


def _is_near(last: list[int], number: list[int]) -> bool:
    """Whether few numbers at most are left out before a later sibling."""
    return _skips(last, number) and number[-1] - last[len(number) - 1] <= _NEAR


def _parts_of(number: str) -> list[int]:
    """The parts of a number: "4.1" is [4, 1], and so is "4a", which comes behind "4"."""
    if number[-1].isalpha():
        return [int(number[:-1]), ord(number[-1]) - ord("a") + 1]
    return [int(part) for part in number.split(".")]


def _titled(text: str, candidate: Candidate, line: Line) -> Candidate:
    """The candidate without a title where a sentence stands behind its number, or with what a colon ends before it."""
    begin = candidate.title_start
    label = _LABELLED.match(text, begin, line.end)
    if label:
        return replace(candidate, title_end=label.end("title"))
    untitled = _SENTENCE.match(text, begin, line.end) or _SET_ASIDE.fullmatch(text, begin, line.end)
    return replace(candidate, title_start=-1) if untitled else candidate


def _goes_on(folded: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a sentence right before the first number leads in a list: "Die Gebühren betragen wie folgt:"."""
    before = next((line for line in reversed(lines[:index]) if line.end > line.start), None)
    return before is not None and _LED_IN.search(folded, *before) is not None


def _follows(last: list[int], number: list[int]) -> bool:
    """Whether ``number`` is the next one: 1 first, then a sibling, a first child, or a parent's sibling."""
    if not last:
        return len(number) == 1
    if number == [*last, 1]:
        return True
    return (
        len(number) <= len(last) and number[:-1] == last[: len(number) - 1] and number[-1] == last[len(number) - 1] + 1
    )


def _skips(last: list[int], number: list[int]) -> bool:
    """Whether ``number`` is a later sibling of the last one or of its parents."""
    level = len(number) - 1
    return (
        0 < len(number) <= len(last)
        and number[:-1] == last[:level]
        and last[level] < number[level] <= last[level] + _MOST_SKIPPED
    )


def _names_paper(folded: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether the number of a paper stands in the last column of a line, or alone on the one below."""
    line = lines[index]
    if _PAPER_CELL.search(folded, line.start, line.end):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else line
    return 0 < below.end - below.start < _LONGEST_PAPER and _PAPER_LINE.fullmatch(folded, *below) is not None


def _heads_parts(folded: str, lines: tuple[Line, ...], index: int, number: list[int]) -> bool:
    """Whether the next filled line is the first part of a heading with one number: "4  Anträge", then "4.1  Bank"."""
    below = next((line for line in lines[index + 1 : index + 4] if line.end > line.start), None)
    return len(number) == 1 and below is not None and folded.startswith(f"{number[0]}.1 ", below.start)


def _part_starts(folded: str, lines: tuple[Line, ...], index: int) -> bool:
    before = "".join(folded[line.start : line.end] for line in lines[max(0, index - 3) : index])
    return "öffentlich" in before
