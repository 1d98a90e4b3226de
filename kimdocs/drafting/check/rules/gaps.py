"""Gaps that were left open: markers of drafts, forms that were not filled in, blanks in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper

_AROUND = 2  # lines in which words of signing tell that a blank is one to sign on


def gaps(paper: Paper) -> Iterator[Found]:
    """Each gap once; blanks around signatures and seals are to be filled in by hand and none."""
    told = list(paper.all("gaps", "open"))
    for place in told:
        yield Found("open-gap", (place,), {"gap": " ".join(place.quote.split())})
    for index, line in enumerate(paper.lines):
        blank = pattern("gaps", "blank").search(paper.text, line.start, line.end)
        if (
            blank is None
            or any(line.start <= place.start < line.end for place in told)
            or not any(char.isalpha() for char in paper.text[line.start : line.end])
        ):
            continue
        first = paper.lines[max(0, index - _AROUND)].start
        last = paper.lines[min(len(paper.lines) - 1, index + _AROUND)].end
        if not pattern("gaps", "sign").search(paper.text, first, last):
            words = " ".join(paper.text[line.start : line.end].split())
            yield Found("open-gap", (paper.evidence(line.start, line.end),), {"gap": words[:80]})
