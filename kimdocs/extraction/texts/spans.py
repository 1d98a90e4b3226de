"""Texts that were found in several ways, put together: of those that overlap the one that starts first."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context

_LONGEST_LEAD = 240
_STOP = lazy(r"[.;!?]\s")


def announced_in(context: Context, start: int, led: list[tuple[int, str]]) -> bool:
    """Whether what stands before the vote but announces, in its first sentence, a text that was found."""
    begin = next((place for place, key in led if place >= start and key != "after_resolution"), None)
    if begin is None or begin - start >= _LONGEST_LEAD:
        return False
    return _STOP.search(context.text, start, begin) is None


def apart(context: Context, led: list[tuple[int, str]], bare: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The texts of both lists in order; of those that overlap the one that starts first."""
    if not led or not bare:
        return led or bare
    spans = sorted((*_spans(led), *(span for span in _spans(bare) if not announced_in(context, span[0], led))))
    kept: list[tuple[int, str]] = []
    end = 0
    for begin, stop, key in spans:
        if begin >= end:
            kept += [(begin, key), *([(stop, "after_resolution")] if stop >= 0 else [])]
            end = stop if stop >= 0 else begin + 10**9
    return kept


def _spans(cuts: list[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of each text; an end that is the section's own is negative."""
    for (begin, key), (stop, behind) in zip_longest(cuts, cuts[1:], fillvalue=(-1, "")):
        if key != "after_resolution":
            yield begin, stop if behind == "after_resolution" else -1, key
