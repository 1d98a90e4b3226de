"""A draft against its edited copy in one function: lines → pairs → values, sentences, contradictions."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.compare.binding import Spot, now, spots
from kimdocs.drafting.compare.contradictions import contradictions, disagreement, running_apart
from kimdocs.drafting.compare.finding import Bound, Comparison, FreeValue, State, Value
from kimdocs.drafting.compare.sentences import changed_sentences
from kimdocs.drafting.compare.twin import Entry, read_entries
from kimdocs.drafting.roundtrip.lines import read_lines
from kimdocs.drafting.roundtrip.package import open_word
from kimdocs.drafting.roundtrip.words import opcodes, paired, squeeze, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kimdocs.drafting.roundtrip.lines import Line

    Values = Sequence[Sequence[Value]]

_AROUND = 6
"""Words that may stand around a figure which is a field of its own: "bis zu", "je Stelle und Jahr"."""


def compare(
    draft: Path,
    edited: Path,
    *,
    values: Callable[[Sequence[str]], Values],
    sentences: Callable[[str], Sequence[tuple[int, int]]],
) -> Comparison:
    """Say what somebody changed in a draft by hand, and what no longer agrees since.

    Args:
        draft: The Word file as it was drafted.
        edited: The same file after somebody worked on it; tracked changes count as accepted.
        values: Gives the amounts, posts and dates of each line of a text.
        sentences: Gives start and end of each sentence of a line.

    Raises:
        InputError: One of them is no Word file, or the first is none that this program drafted.
    """
    package = open_word(draft)
    entries = read_entries(package, draft)
    before, after = read_lines(package), read_lines(open_word(edited))
    pairs = paired([line.text for line in before], [line.text for line in after])
    both = values([line.text for line in before]), values([line.text for line in after])
    texts = _Texts(before, after, pairs, both)
    places = spots(entries, before)
    names = _row_names(entries)
    bound = tuple(
        texts.bound(entry, places[index], names.get(index, ""))
        for index, entry in enumerate(entries)
        if index in places
    )
    found = tuple(changed_sentences(before, after, pairs, sentences))
    kept = sum(old is not None and new is not None for old, new in pairs)
    return Comparison(
        bound=tuple(_judged(item, values) for item in bound),
        values=tuple(texts.free_values()),
        sentences=found,
        contradictions=(*contradictions(bound), *running_apart(bound, before, after, pairs)),
        related=kept / len(before) if before else 1.0,
    )


def _row_names(entries: Sequence[Entry]) -> dict[int, str]:
    """What to call the row of a table or list that a value stands in: the first value of that row."""
    rows: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for index, entry in enumerate(entries):
        row, _, column = entry.field.rpartition("].")
        rows[row][column] = (index, squeeze(entry.text))  # the table comes last; a value may be cited before it
    found = {}
    for index, entry in enumerate(entries):
        row, _, column = entry.field.rpartition("].")
        first = min(rows[row], key=lambda name: rows[row][name])
        if row and first != column:
            found[index] = rows[row][first][1]
    return found


def _judged(item: Bound, values: Callable[[Sequence[str]], Values]) -> Bound:
    return replace(item, disagrees=disagreement(item, values)) if item.state is State.CHANGED else item


class _Texts:
    """Both texts with their values, and which of these belong to a value of the draft."""

    def __init__(
        self,
        before: Sequence[Line],
        after: Sequence[Line],
        pairs: Sequence[tuple[int | None, int | None]],
        values: tuple[Values, Values],
    ) -> None:
        self._before, self._after, self._pairs = before, after, pairs
        self._became = {old: new for old, new in pairs if old is not None and new is not None}
        self._old, self._new = values
        self._taken: tuple[set[tuple[int, int]], set[tuple[int, int]]] = (set(), set())

    def bound(self, entry: Entry, spot: Spot, row: str) -> Bound:
        """What became of one value; ``row`` names the row that it stands in, where its label does not."""
        if row and not entry.label.endswith(")"):
            entry = replace(entry, label=f"{entry.label} ({row[:60]})")
        place = now(spot, entry.bookmark, self._before, self._after, self._became)
        figure = self._is_figure(spot)
        old = self._at(0, self._before, self._old, spot, take=figure)
        said = old[1] if figure else squeeze(entry.text)
        if place[0] < 0 or place[1] == place[2]:
            return self._item(entry, spot[0], "", State.REMOVED, None, said)
        new = self._at(1, self._after, self._new, place, take=figure)
        text, key = new
        same_text = squeeze(text) == squeeze(old[0])
        if same_text and key != old[1]:  # "bis zu" was put before it
            number, start, end = now(spot, entry.bookmark, self._before, self._after, self._became, wide=True)
            text = self._after[number].text[start:end]
        state = State.CHANGED
        if key == old[1] and (same_text or key is not None):
            state = State.SAME if same_text else State.REWRITTEN
        return self._item(entry, spot[0], text, state, key if key is not None else squeeze(text), said)

    def _is_figure(self, spot: Spot) -> bool:
        """Whether a value of the draft is a figure or date, and no text that has some."""
        number, start, end = spot
        inside = [value for value in self._old[number] if value.start < end and value.end > start]
        if not inside:
            return False
        text = self._before[number].text
        around = text[start : max(start, inside[0].start)], text[min(end, inside[-1].end) : end]
        return sum(len(tokens(words)) for words in around) <= _AROUND

    def _item(self, entry: Entry, line: int, text: str, state: State, key: Any, said: Any) -> Bound:
        place = self._before[line].place
        return Bound(entry.field, entry.label, place, entry.text, text, state, key, entry.origins, said=said)

    def _at(self, side: int, lines: Sequence[Line], values: Values, spot: Spot, *, take: bool) -> tuple[str, Any]:
        """Text and keys of what stands at a place; a value that reaches beyond it counts whole, and is told with it."""
        number, start, end = spot
        inside = [value for value in values[number] if value.start < end and value.end > start]
        if take:
            self._taken[side].update((number, value.start) for value in inside)
        low = min([start, *(value.start for value in inside)])
        high = max([end, *(value.end for value in inside)])
        return lines[number].text[low:high], tuple(value.key for value in inside) or None

    def free_values(self) -> Iterator[FreeValue]:
        """Values without a source that changed, came or went."""
        for old, new in self._pairs:
            was = [] if old is None else [v for v in self._old[old] if (old, v.start) not in self._taken[0]]
            is_now = [] if new is None else [v for v in self._new[new] if (new, v.start) not in self._taken[1]]
            place = self._after[new].place if new is not None else self._before[old or 0].place
            yield from _differing(was, is_now, place)


def _differing(was: Sequence[Value], is_now: Sequence[Value], place: str) -> Iterator[FreeValue]:
    keys = [json.dumps([v.kind, str(v.key)]) for v in was], [json.dumps([v.kind, str(v.key)]) for v in is_now]
    for tag, i1, i2, j1, j2 in opcodes(*keys):
        if tag == "equal":
            continue
        left, right = list(was[i1:i2]), list(is_now[j1:j2])
        while left or right:
            old = left.pop(0) if left else None
            new = right.pop(0) if right and (old is None or right[0].kind == old.kind) else None
            kind = (old or new).kind  # type: ignore[union-attr]
            yield FreeValue(kind, place, squeeze(old.text) if old else "", squeeze(new.text) if new else "")
