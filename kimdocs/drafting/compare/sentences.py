"""Which sentences changed: lines that belong together, and in them the sentences that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.compare.finding import Sentence
from kimdocs.drafting.roundtrip.words import paired, pieces, squeeze
from kimdocs.drafting.sections import without_repeated_signs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kimdocs.drafting.roundtrip.lines import Line


def changed_sentences(
    before: Sequence[Line],
    after: Sequence[Line],
    pairs: Sequence[tuple[int | None, int | None]],
    split: Callable[[str], Sequence[tuple[int, int]]],
) -> Iterator[Sentence]:
    """Every sentence that was changed, taken out or put in, in the order of reading."""
    for old, new in pairs:
        was = "" if old is None else before[old].text
        is_now = "" if new is None else without_repeated_signs(after[new].text)
        if squeeze(was) == squeeze(is_now):
            continue
        line = before[old] if new is None and old is not None else after[new or 0]
        yield from _in_line(was, is_now, line.place, split)


def _in_line(
    was: str, is_now: str, place: str, split: Callable[[str], Sequence[tuple[int, int]]]
) -> Iterator[Sentence]:
    old = [squeeze(was[start:end]) for start, end in split(was)]
    new = [squeeze(is_now[start:end]) for start, end in split(is_now)]
    for i, j in paired(old, new):
        left, right = "" if i is None else old[i], "" if j is None else new[j]
        if left != right:
            yield Sentence(place, left, right, pieces(left, right))
