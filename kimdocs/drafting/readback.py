"""A drafted Word file read again: which value came from where, what somebody changed since, and what has no source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.compare.binding import occurrences
from kimdocs.drafting.compare.finding import ValueKind
from kimdocs.drafting.compare.twin import embedded_entries
from kimdocs.drafting.roundtrip.lines import read_lines
from kimdocs.drafting.roundtrip.package import open_word
from kimdocs.drafting.roundtrip.words import squeeze
from kimdocs.drafting.trace import BESIDE, BOOKMARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kimdocs.drafting.compare.finding import Value
    from kimdocs.drafting.compare.twin import Entry
    from kimdocs.drafting.roundtrip.lines import Line

_DIGITS_BEFORE = re.compile(r"\d[\d.,]*$")
_DIGITS_BEHIND = re.compile(r"(?:[.,]?\d)+")
_WORD = re.compile(r"\S+")
_QUALIFIER = 4
_NEAR = 12
_Placed = tuple["Value", int, int]
_COUNTED = {ValueKind.AMOUNT, ValueKind.POSTS}


@dataclass(frozen=True, slots=True)
class Traced:
    """One sourced value of a draft.

    Attributes:
        place: The heading above it; empty where there is none, or the place is gone.
        drafted: What the draft printed.
        now: What stands there today, with digits typed right before or behind it; None where the place is gone.
        origins: The origins as the draft's twin holds them.
    """

    field: str
    label: str
    place: str
    drafted: str
    now: str | None
    origins: tuple[dict[str, Any], ...]

    @property
    def changed(self) -> bool:
        """Somebody changed or removed it; blanks do not count."""
        return squeeze(self.now or "") != squeeze(self.drafted)


@dataclass(frozen=True, slots=True)
class Unsourced:
    """An amount or a number of posts that no source stands behind, with the line it stands in."""

    kind: ValueKind
    text: str
    place: str
    line: str


@dataclass(frozen=True, slots=True)
class Readback:
    """What a drafted Word file says today."""

    traced: tuple[Traced, ...]
    unsourced: tuple[Unsourced, ...]


def read_trace(path: Path, values: Callable[[Sequence[str]], Sequence[Sequence[Value]]]) -> Readback:
    """The sourced values of a drafted Word file, and the figures without a source, in reading order.

    Args:
        path: The file, as it was drafted or after somebody edited it; tracked changes count as accepted.
        values: Gives the amounts, posts and dates of each line of a text.

    Raises:
        InputError: It is no Word file, or none that kimdocs drafted (or a final copy, which goes out without sources).
    """
    package = open_word(path)
    entries = [entry for entry in embedded_entries(package) if entry.bookmark]
    lines = read_lines(package)
    _find_lost(entries, lines)
    marks = {name: line for line in lines for name in line.marks if name.startswith(BOOKMARK)}
    placed = [(entry, marks[entry.bookmark]) for entry in entries if entry.bookmark in marks]
    spots = [spot for entry, line in placed for spot in (_drafted(entry), _today(entry, line))]
    said = values([text for spot in spots for text in (spot.text, "")])[::2]  # apart, so that none reads on in the next
    read = iter([_widened(spot, found) for spot, found in zip(spots, said, strict=True)])
    traced = [
        _traced(entry, marks[entry.bookmark], next(read), next(read))
        if entry.bookmark in marks
        else Traced(entry.field, entry.label, "", entry.text, None, entry.origins)
        for entry in entries
    ]
    return Readback(tuple(traced), tuple(_unsourced(lines, values)))


def _find_lost(entries: Sequence[Entry], lines: Sequence[Line]) -> None:
    """Mark each value whose bookmark is gone at the one place where its words still stand unmarked, beside the same."""
    there = {name for line in lines for name in line.marks}
    for entry in entries:
        if entry.bookmark in there:
            continue
        free = [
            (number, start, end)
            for number, start, end in occurrences(squeeze(entry.text), lines)
            if not any(start < last and end > first for first, last in _sourced(lines[number]))
            and _stands_alike(entry, lines[number], start, end)
        ]
        if len(free) == 1:
            ((number, start, end),) = free
            lines[number].marks[entry.bookmark] = start, end


def _stands_alike(entry: Entry, line: Line, start: int, end: int) -> bool:
    """Whether the words right before or right behind are those of the draft; of a value alone in its cell, none."""
    if entry.beside is None:
        return True
    first, last = next((cell for cell in line.cells if cell[0] <= start and end <= cell[1]), (0, len(line.text)))
    today = squeeze(line.text[first:start])[-_NEAR:], squeeze(line.text[end:last])[:_NEAR]
    drafted = squeeze(entry.beside[0])[-_NEAR:], squeeze(entry.beside[1])[:_NEAR]
    return today == drafted if "" in drafted else today[0] == drafted[0] or today[1] == drafted[1]


def _sourced(line: Line) -> list[tuple[int, int]]:
    """Where the sourced values of a line stand."""
    return [span for name, span in line.marks.items() if name.startswith(BOOKMARK)]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A value's place in what stands around it; the text begins at ``offset`` of its line."""

    text: str
    start: int
    end: int
    offset: int = 0


def _drafted(entry: Entry) -> _Spot:
    before, behind = entry.beside or ("", "")
    return _Spot(f"{before}{entry.text}{behind}", len(before), len(before) + len(entry.text))


def _today(entry: Entry, line: Line) -> _Spot:
    """The place today, with as much around it as the draft kept, of a table no more than its cell."""
    start, end = line.marks[entry.bookmark]
    first, last = next((cell for cell in line.cells if cell[0] <= start and end <= cell[1]), (0, len(line.text)))
    beside = BESIDE if entry.beside is not None else 0
    low = max(first, start - beside)
    return _Spot(line.text[low : min(last, end + beside)], start - low, end - low, low)


def _widened(spot: _Spot, values: Sequence[Value]) -> tuple[_Spot, list[Any]]:
    """The place as wide as the values that touch it, and what they say with "bis zu" and "pro Jahr"."""
    here = [value for value in values if value.start < spot.end and value.end > spot.start]
    start = min([spot.start, *(value.start for value in here)])
    end = max([spot.end, *(value.end for value in here)])
    return _Spot(spot.text, start, end, spot.offset), [value.key for value in here]


def _traced(entry: Entry, line: Line, drafted: tuple[_Spot, list[Any]], today: tuple[_Spot, list[Any]]) -> Traced:
    """One value; where something else is said today, both as wide as what says so."""
    (was, said), (is_now, says) = drafted, today
    text, (start, end) = entry.text, line.marks[entry.bookmark]
    if said and said != says:
        if was.text[was.start : was.end] == is_now.text[is_now.start : is_now.end]:
            was, is_now = _with_words(was, is_now), _with_words(is_now, was)
        text, start, end = was.text[was.start : was.end], is_now.offset + is_now.start, is_now.offset + is_now.end
    start, end = _with_digits(entry, line, start, end)
    return Traced(entry.field, entry.label, line.place, text, line.text[start:end], entry.origins)


def _with_words(spot: _Spot, other: _Spot) -> _Spot:
    """The place with the few words beside it ("bis zu") that do not stand beside the other."""
    before, behind = spot.text[: spot.start], spot.text[spot.end :]
    near = _new_words(before.split()[::-1], other.text[: other.start].split()[::-1])
    left = list(_WORD.finditer(before))[-near:] if near else []
    far = _new_words(behind.split(), other.text[other.end :].split()) if behind[:1].isspace() else 0
    right = list(_WORD.finditer(behind))[:far]
    start = left[0].start() if left else spot.start
    return _Spot(spot.text, start, spot.end + right[-1].end() if right else spot.end, spot.offset)


def _new_words(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words come before the first that both have; all of a few where they have none."""
    soon, other = words[: _QUALIFIER + 1], others[: _QUALIFIER + 1]
    met = [at for at, word in enumerate(soon) if word in other]
    return min(met) if met else len(soon[:_QUALIFIER])


def _with_digits(entry: Entry, line: Line, start: int, end: int) -> tuple[int, int]:
    """A place with the digits that touch it, unless they are another value of the draft, or were there when drafted."""
    others = [span for span in line.marks.values() if span[1] == start or span[0] == end]
    ahead, after = entry.beside or ("", "")
    before = _DIGITS_BEFORE.search(line.text, 0, start)
    behind = _DIGITS_BEHIND.match(line.text, end)
    known = _DIGITS_BEFORE.search(ahead), _DIGITS_BEHIND.match(after)
    if start < end and before and line.text[start].isdigit() and not any(span[1] == start for span in others):
        start = start if _same(before, known[0]) else before.start()
    if start < end and behind and not any(span[0] == end for span in others):
        end = end if _same(behind, known[1]) else behind.end()
    return start, end


def _same(found: re.Match[str], known: re.Match[str] | None) -> bool:
    return known is not None and found.group() == known.group()


def _unsourced(
    lines: Sequence[Line], values: Callable[[Sequence[str]], Sequence[Sequence[Value]]]
) -> Iterator[Unsourced]:
    """Amounts and posts without a source; rows of tables are read whole, for their units, and cell by cell."""
    cells = [(line, start, line.text[start:end]) for line in lines for start, end in line.cells]
    found = values([line.text for line in lines])
    in_cells: dict[int, list[_Placed]] = {}
    for (line, start, _), inside in zip(cells, values([text for _, _, text in cells]), strict=True):
        placed = [(value, value.start + start, value.end + start) for value in inside]
        in_cells.setdefault(id(line), []).extend(placed)
    for line, whole in zip(lines, found, strict=True):
        every = [*((value, value.start, value.end) for value in whole), *in_cells.get(id(line), [])]
        yield from _without_source(line, [placed for placed in every if placed[0].kind in _COUNTED])


def _without_source(line: Line, values: Sequence[_Placed]) -> Iterator[Unsourced]:
    """Values of a line that touch no sourced one, each once; labels in a table may repeat sourced ones."""
    taken = _sourced(line)
    known = {
        value.key[:2]
        for value, start, end in values
        if line.cells and any(start < last and end > first for first, last in taken)
    }
    for value, start, end in values:
        if value.key[:2] not in known and not any(start < last and end > first for first, last in taken):
            taken.append((start, end))
            yield Unsourced(value.kind, squeeze(value.text), line.place, squeeze(line.text))
