"""Where the values of a draft stand in it, and what stands in their places in the edited copy."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kimdocs.drafting.roundtrip.words import opcodes, squeeze, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kimdocs.drafting.compare.twin import Entry
    from kimdocs.drafting.roundtrip.lines import Line

Spot = tuple[int, int, int]


def spots(entries: Sequence[Entry], lines: Sequence[Line]) -> dict[int, Spot]:
    """Line, start and end of each printed value of a draft, by its index; values that cannot be told are left out.

    Sourced values have their bookmark. What was typed in is found by its words, if these stand in the draft exactly as
    often as the values say.
    """
    marks = {name: (number, *span) for number, line in enumerate(lines) for name, span in line.marks.items()}
    found = {index: marks[entry.bookmark] for index, entry in enumerate(entries) if entry.bookmark in marks}
    by_words: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        by_words[squeeze(entry.text)].append(index)
    for words, indices in by_words.items():
        if any(index not in found for index in indices):
            places = occurrences(words, lines)
            if len(places) == len(indices):
                found |= {index: place for index, place in zip(indices, places, strict=True) if index not in found}
    return found


def occurrences(words: str, lines: Sequence[Line]) -> list[Spot]:
    """Line, start and end of each place where words stand in a text, other than in headers and footers."""
    wanted = [token.text for token in tokens(words)]
    places: list[Spot] = []
    for number, line in enumerate(lines):
        present = tokens(line.text) if wanted and wanted[0] in line.text and not line.running else []
        places += [
            (number, present[at].start, present[at + len(wanted) - 1].end)
            for at in range(len(present) - len(wanted) + 1)
            if [token.text for token in present[at : at + len(wanted)]] == wanted
        ]
    return places


def now(
    spot: Spot,
    bookmark: str,
    before: Sequence[Line],
    after: Sequence[Line],
    became: Mapping[int, int],
    *,
    wide: bool = False,
) -> Spot:
    """The place in the edited copy where a value of the draft stood; an empty one if it is gone.

    The words around the value say where it was; its bookmark tells the line where that moved. Programs lose, empty and
    move bookmarks when somebody types at their edges, so that the bookmark's own text is the last
    resort. ``wide`` adds words that came in right before or behind.
    """
    marked = _marked(bookmark, after)
    number = marked[0] if marked is not None else became.get(spot[0])
    if number is None:
        return -1, 0, 0
    start, end = _mapped(before[spot[0]].text, after[number].text, (spot[1], spot[2]), wide=wide)
    if start == end and marked is not None:
        return marked
    return number, start, end


def _marked(bookmark: str, lines: Sequence[Line]) -> Spot | None:
    for number, line in enumerate(lines if bookmark else ()):
        if bookmark in line.marks:
            return number, *line.marks[bookmark]
    return None


def _mapped(before: str, after: str, span: tuple[int, int], *, wide: bool) -> tuple[int, int]:
    """Where the words of ``before`` in a span stand in the other text, or what came in their place."""
    old, new = tokens(before), tokens(after)
    inside = [number for number, token in enumerate(old) if span[0] <= token.start < span[1]]
    if not inside:
        return 0, 0
    first, last = inside[0], inside[-1] + 1
    found: set[int] = set()
    for tag, i1, i2, j1, j2 in opcodes([token.text for token in old], [token.text for token in new]):
        if tag in {"equal", "replace"}:
            found |= _share((i1, i2), (j1, j2), first, last, whole=tag == "replace")
        elif tag == "insert" and first - wide < i1 < last + wide:
            found |= set(range(j1, j2))
    return (new[min(found)].start, new[max(found)].end) if found else (0, 0)


def _share(old: tuple[int, int], new: tuple[int, int], first: int, last: int, *, whole: bool) -> set[int]:
    """The part of ``new`` that stands for what of ``old`` lies in ``first`` to ``last``, from the nearer end."""
    low, high = max(old[0], first), min(old[1], last)
    if low >= high:
        return set()
    if whole and old[0] >= first and old[1] <= last:
        return set(range(*new))
    from_start = set(range(new[0] + low - old[0], min(new[1], new[0] + high - old[0])))
    from_end = set(range(max(new[0], new[1] - (old[1] - low)), new[1] - (old[1] - high)))
    return from_end if old[1] <= last and whole else from_start
