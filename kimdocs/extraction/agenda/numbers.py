"""Numbered lines of minutes that open agenda items: how they look, and how their numbers count up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.extraction.result_lines.results import says_vote
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.context import Line

NUMBERED = lazy(r"(?:top\s*)?(?P<number>[ön]?\s?\d{1,2}(?:\.\d{1,2}){0,2})[.)]?(?:\s+(?P<title>\S.*))?$")
_PART = lazy(r"(?P<number>\d{1,2}\.\d{1,2})[.)]?\s+(?P<title>\S.*)$")
_MARK = lazy(r"#{1,5}[ \t]+(?=\d)")
_OPENINGS = frozenset("#0123456789")
_NO_WORD = lazy(r"[\W_]+")
_TITLE_LABEL = lazy(r"(?:gegenstand|betreff|betrifft|(?:beratungs|verhandlungs)gegenstand|bezeichnung)\s*:\s*(?=\S)")
_PAPER_CELL = lazy(
    r"(?<!\s)(?:\s{3,}|\t)(?:(?:vorlage|drucksache|drs\.?|ds)(?:[ -]?nr\.?)?:?\s)?[\w./-]{0,20}\d[\w./-]{0,20}$"
)
_PAPER_LINE = lazy(
    r"\(?(?:(?:vorlagen?|drucksachen?|drs\.?|ds|sitzungsvorlage|beschlussvorlage)(?:[ -]?(?:nr\.?|nummer))?:?\s)?"
    r"(?:[a-zäöü]{1,6}[ /-]?)?\d[\w.-]*/[\w./-]*\d[\w/-]*\)?"
)
_PRICE = lazy(r"\s{2,}[\d.]+(?:,\d\d|,-)?[ ]?(?:€|EUR|Euro)$")
_LONGEST_PRICE = 30
_LED_IN = lazy(r"\b(?:wie folgt|folgende\w*|beschließ\w+|festgesetzt|nachstehende\w*)\b[^:]*:$")
_LONGEST_PAPER = 60
_PREFIX = 18
_FEWEST = 3
_SHORTEST = 6
_MOST_SKIPPED = 9
_ABBREVIATED = lazy(r"\b\w{1,3}\.$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may open an item; ``title_start`` is -1 where no title was found, ``prefix`` how its words begin.

    Where the title ends is ``title_end``, or -1 where that is still to be found.
    """

    line: int
    number: str
    title_start: int
    last_line: int
    prefix: str
    title_end: int = -1


def candidate_at(folded: str, lines: tuple[Line, ...], index: int, number: str, title_at: int) -> Candidate:
    """The candidate of a line with its number; where no title stands behind that, the next filled line is the title."""
    last = index
    if title_at < 0:
        behind = range(index + 1, min(index + 4, len(lines)))
        last = next(
            (i for i in behind if not _NO_WORD.fullmatch(folded, *lines[i]) and lines[i].end > lines[i].start), index
        )
        title_at = lines[last].start if last > index else -1
    words = ""
    if title_at >= 0:
        label = _TITLE_LABEL.match(folded, title_at, lines[last].end)
        title_at = label.end() if label else title_at
        following = lines[last + 1].end if last + 1 < len(lines) else lines[last].end
        words = _NO_WORD.sub("", folded[title_at : max(following, lines[last].end)])
    return Candidate(index, " ".join(number.split()), title_at, last, words[:_PREFIX])


def counted_up(text: str, folded: str, lines: tuple[Line, ...], closing: int) -> list[Candidate]:
    """Numbered headings of minutes without an agenda: paragraphs of their own whose numbers count up.

    A number may be left out before a heading that names a paper: the minutes of one part of a meeting have such gaps.
    Those of headings that are marked as such ("## 7. Spielplatz") need not count up: items come in any order.
    """
    kept: list[Candidate] = []
    last: list[int] = []
    for index, line in enumerate(lines):
        if line.start >= closing or line.start == line.end or text[line.start] not in _OPENINGS:
            continue
        mark = _MARK.match(text, line.start, line.end)
        hit = NUMBERED.match(folded, mark.end() if mark else line.start, line.end)
        if hit is None or hit["title"] is None:
            continue
        number = [int(part) for part in hit["number"].split(".")]
        if mark:
            kept.append(candidate_at(folded, lines, index, hit["number"], hit.start("title")))
            last = number
            continue
        below_another = bool(kept) and kept[-1].line == index - 1
        leads = len(kept) > 1 and _follows(last, number) and not _LED_IN.search(folded, *line)
        if not _is_heading(text, lines, index, hit.start("title"), alone=below_another, leads=leads):
            continue
        if (
            _follows(last, number)
            or (len(kept) > 1 and number == [1] and _part_starts(folded, lines, index))
            or (
                _skips(last, number)
                and (_names_paper(folded, lines, index) or _heads_parts(folded, lines, index, number))
            )
        ):
            kept.append(candidate_at(folded, lines, index, hit["number"], hit.start("title")))
            last = number
    return kept if len(kept) >= _FEWEST and not _goes_on(folded, lines, kept[0].line) else []


def _goes_on(folded: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a sentence right before the first number leads in a list: "Die Gebühren betragen wie folgt:"."""
    before = next((line for line in reversed(lines[:index]) if line.end > line.start), None)
    return before is not None and _LED_IN.search(folded, *before) is not None


def with_parts(
    text: str, folded: str, lines: tuple[Line, ...], chosen: Sequence[Candidate], closing: int
) -> list[Candidate]:
    """The items up to ``closing`` with their numbered parts: "Ö 4 Anträge", right below "4.1 Bank", then "4.2 …"."""
    found: list[Candidate] = []
    for place, item in enumerate(chosen):
        end = chosen[place + 1].line if place + 1 < len(chosen) else len(lines)
        found.append(item)
        if item.last_line + 1 < end and lines[item.line].start < closing:
            found += _parts(text, folded, lines, item, end)
    return found


def _parts(text: str, folded: str, lines: tuple[Line, ...], item: Candidate, end: int) -> Iterator[Candidate]:
    wanted = 1
    above = item.number.split(" ")[-1]
    for index in range(item.last_line + 1, end):
        line = lines[index]
        if line.start == line.end:
            continue
        hit = _PART.match(folded, line.start, line.end) if text[line.start].isdigit() else None
        heads = (
            hit is not None
            and hit["number"] == f"{above}.{wanted}"
            and _is_heading(text, lines, index, hit.start("title"), alone=True)
            and not says_vote(folded, hit.start("title"), line.end)
        )
        if hit and heads:
            yield candidate_at(folded, lines, index, hit["number"], hit.start("title"))
            wanted += 1
        elif wanted == 1:
            return


def _is_heading(
    text: str, lines: tuple[Line, ...], index: int, title: int, *, alone: bool, leads: bool = False
) -> bool:
    """Whether a numbered line is a heading; one that ``leads`` may end in a colon, as a list stands below it."""
    line = lines[index]
    alone = alone or index == 0 or lines[index - 1].start == lines[index - 1].end
    last = text[line.end - 1]
    ends_open = (
        last not in ".;,:" or (leads and last == ":") or _ABBREVIATED.search(text, line.start, line.end) is not None
    )
    priced = _PRICE.search(text, max(title, line.end - _LONGEST_PRICE), line.end) is not None
    return alone and text[title].isupper() and ends_open and line.end - title >= _SHORTEST and not priced


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
