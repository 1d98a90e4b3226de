"""Numbered lines of minutes that open agenda items: how they look, and how their numbers count up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.extraction.result_lines.results import says_vote
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kimdocs.extraction.context import Line

ABBREVIATED = lazy(r"\b\w{1,3}\.$")
NUMBERED = lazy(
    r"(?:top\s*)?(?P<number>[ön]?\s?\d{1,2}(?:(?:\.\d{1,2}){0,2}|[a-d](?=[.)])))[.)]?(?:\s+(?P<title>\S.*))?$"
)
_PART = lazy(r"(?P<number>\d{1,2}\.\d{1,2})[.)]?\s+(?P<title>\S.*)$")
_NO_WORD = lazy(r"[\W_]+")
_TITLE_LABEL = lazy(r"(?:gegenstand|betreff|betrifft|(?:beratungs|verhandlungs)gegenstand|bezeichnung)\s*:\s*(?=\S)")
_PRICE = lazy(r"\s{2,}[\d.]+(?:,\d\d|,-)?[ ]?(?:€|EUR|Euro)$")
_LONGEST_PRICE = 30
_PREFIX = 18
SHORTEST = 6
_COUNTED = lazy(r"\d{1,3}\. [A-ZÄÖÜ][a-zäöü]{3}")


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
    """The numbered parts right below the heading, or those further down that stand apart and are two at least."""
    found: list[Candidate] = []
    above = item.number.split(" ")[-1]
    below = True
    for index in range(item.last_line + 1, end):
        line = lines[index]
        if line.start == line.end:
            continue
        hit = _PART.match(folded, line.start, line.end) if text[line.start].isdigit() else None
        heads = (
            hit is not None
            and hit["number"] == f"{above}.{len(found) + 1}"
            and is_heading(text, lines, index, hit.start("title"), alone=below)
            and not says_vote(folded, hit.start("title"), line.end)
        )
        if hit and heads:
            found.append(candidate_at(folded, lines, index, hit["number"], hit.start("title")))
            continue
        if not found:
            below = False
            if folded.startswith(f"{above}.", line.start):
                return
    yield from found if below or len(found) > 1 else ()


def is_heading(text: str, lines: tuple[Line, ...], index: int, title: int, *, alone: bool, leads: bool = False) -> bool:
    """Whether a numbered line is a heading; one that ``leads`` may end in a colon, as a list stands below it."""
    line = lines[index]
    alone = alone or index == 0 or lines[index - 1].start == lines[index - 1].end
    last = text[line.end - 1]
    ends_open = (
        last not in ".;,:" or (leads and last == ":") or ABBREVIATED.search(text, line.start, line.end) is not None
    )
    priced = _PRICE.search(text, max(title, line.end - _LONGEST_PRICE), line.end) is not None
    worded = text[title].isupper() or _COUNTED.match(text, title) is not None
    return alone and worded and ends_open and line.end - title >= SHORTEST and not priced
