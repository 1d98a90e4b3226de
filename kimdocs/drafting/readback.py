"""A drafted Word file read again: which value came from where, what somebody changed since, and what has no source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.compare.finding import ValueKind
from kimdocs.drafting.compare.twin import embedded_entries
from kimdocs.drafting.roundtrip.lines import read_lines
from kimdocs.drafting.roundtrip.package import open_word
from kimdocs.drafting.roundtrip.words import squeeze
from kimdocs.drafting.trace import BOOKMARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kimdocs.drafting.compare.finding import Value
    from kimdocs.drafting.compare.twin import Entry
    from kimdocs.drafting.roundtrip.lines import Line

_DIGITS_BEFORE = re.compile(r"\d[\d.,]*$")
_DIGITS_BEHIND = re.compile(r"(?:[.,]?\d)+")
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
    found = values([line.text for line in lines])
    drafted = values([entry.text for entry in entries])
    marks = {name: number for number, line in enumerate(lines) for name in line.marks if name.startswith(BOOKMARK)}
    traced = [
        _traced(entry, lines[marks[entry.bookmark]], found[marks[entry.bookmark]], own)
        if entry.bookmark in marks
        else Traced(entry.field, entry.label, "", entry.text, None, entry.origins)
        for entry, own in zip(entries, drafted, strict=True)
    ]
    return Readback(tuple(traced), tuple(_unsourced(lines, found)))


def _traced(entry: Entry, line: Line, values: Sequence[Value], drafted: Sequence[Value]) -> Traced:
    start, end = line.marks[entry.bookmark]
    here = [value for value in values if value.start < end and value.end > start]
    if drafted and _amounts(here) != _amounts(drafted):
        start, end = min([start, *(value.start for value in here)]), max([end, *(value.end for value in here)])
    start, end = _with_digits(line, start, end)
    return Traced(entry.field, entry.label, line.place, entry.text, line.text[start:end], entry.origins)


def _amounts(values: Sequence[Value]) -> list[Any]:
    """What values come to, without "bis zu" and "pro Jahr", which a template may say around them."""
    return [value.key[:3] if isinstance(value.key, tuple) else value.key for value in values]


def _with_digits(line: Line, start: int, end: int) -> tuple[int, int]:
    """A place with the digits that touch it, unless these are another value of the draft."""
    others = [span for span in line.marks.values() if span[1] == start or span[0] == end]
    before = _DIGITS_BEFORE.search(line.text, 0, start)
    behind = _DIGITS_BEHIND.match(line.text, end)
    if start < end and before and line.text[start].isdigit() and not any(span[1] == start for span in others):
        start = before.start()
    if start < end and behind and not any(span[0] == end for span in others):
        end = behind.end()
    return start, end


def _unsourced(lines: Sequence[Line], found: Sequence[Sequence[Value]]) -> Iterator[Unsourced]:
    for line, values in zip(lines, found, strict=True):
        sourced = [span for name, span in line.marks.items() if name.startswith(BOOKMARK)]
        for value in values:
            if value.kind in _COUNTED and not any(value.start < end and value.end > start for start, end in sourced):
                yield Unsourced(value.kind, squeeze(value.text), line.place, squeeze(line.text))
