"""Anlagen: what the text names is in the list, and the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.source import Evidence

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Listed:
    """The list of annexes at ``text[start:end]``: its numbers, how many lines, whether it says none."""

    start: int
    end: int
    numbers: frozenset[int]
    count: int
    none: bool


def attachments(paper: Paper) -> Iterator[Found]:
    """Numbers that the text names and the list lacks; numbers in the list that a text with numbers never names."""
    listed = _list(paper)
    if listed is None:
        return
    named = _named(paper, listed)
    if listed.none:
        place = next(iter(named.values()), None) or _attached(paper, listed)
        if place:
            yield Found("attachments-none", (place, paper.evidence(listed.start, listed.end)), {"words": place.quote})
        return
    known = listed.numbers or frozenset(range(1, listed.count + 1))
    for number, place in named.items():
        if number not in known:
            yield Found("attachment-not-listed", (place,), {"number": str(number)})
    if len(named) >= 2:
        for number in sorted(listed.numbers - set(named)):
            yield Found("attachment-not-named", (paper.evidence(listed.start, listed.end),), {"number": str(number)})


def _list(paper: Paper) -> _Listed | None:
    """The last list of annexes; entries that stand as "Anlage 1: …" at line starts count wherever they are."""
    labelled = frozenset(int(hit[1]) for hit in pattern("words", "attachments.labelled").finditer(paper.text))
    heads = [h for h in pattern("words", "attachments.heading").finditer(paper.text) if h.group().strip()]
    if not heads:
        return None
    head = heads[-1]
    numbers, count, end = set[int](), 0, head.end()
    for line in _following(paper, head.end()):
        entry = pattern("words", "attachments.entry").match(line)
        if entry:
            numbers.add(int(entry[1]))
        count += 1
        end = paper.text.find(line, end) + len(line)
    words = paper.text[head.end() : end]
    none = (
        bool(pattern("words", "attachments.none").fullmatch(words.strip().split("\n")[0])) if words.strip() else False
    )
    if not count:
        return None
    return _Listed(head.start(), end, frozenset(numbers) | (labelled if numbers else frozenset()), count, none)


def _following(paper: Paper, offset: int) -> Iterator[str]:
    """Lines of the list: up to a blank line that no further entry follows."""
    blank = False
    for number, line in enumerate(paper.text[offset:].split("\n")):
        if number > _LONGEST:
            return
        if not line.strip():
            blank = blank or number > 0
            continue
        if blank and not pattern("words", "attachments.any_entry").match(line) and number > 2:
            return
        yield line
        blank = False


def _named(paper: Paper, listed: _Listed) -> dict[int, Evidence]:
    """The numbers that the text names, with the first place of each; annexes of other documents left out."""
    found: dict[int, Evidence] = {}
    for hit in pattern("words", "attachments.named").finditer(paper.text):
        line_start = paper.text.rfind("\n", 0, hit.start()) + 1
        if listed.start <= hit.start() < listed.end or pattern("words", "attachments.labelled").match(
            paper.text, line_start
        ):
            continue
        if pattern("words", "attachments.other").match(paper.text, hit.end()):
            continue
        for number in _numbers(hit):
            found.setdefault(number, paper.evidence(hit.start(), hit.end()))
    return found


def _numbers(hit: Match[str]) -> Iterable[int]:
    """The numbers of "Anlage 2", "Anlagen 1 und 3", "Anlagen 1 bis 4"."""
    first, last = int(hit["first"]), int(hit["last"] or hit["first"])
    if hit["joint"] and hit["joint"].strip() in {"bis", "-", "–"}:
        return range(first, last + 1)
    return sorted({first, last})


def _attached(paper: Paper, listed: _Listed) -> Evidence | None:
    place = paper.search("words", "attachments.attached")
    return place if place and not listed.start <= place.start < listed.end else None
