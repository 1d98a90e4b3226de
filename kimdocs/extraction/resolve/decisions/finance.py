"""Which decision an amount is about: the one on the resolution whose text it stands in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimdocs.model.decision import Resolution
    from kimdocs.model.finance import Figure, Staffing


def without_posts(figures: tuple[Figure, ...], posts: tuple[Staffing, ...]) -> tuple[Figure, ...]:
    """The figures without those that are the number of posts, broken from its unit: "Mehrbedarf: 1,5⏎Stellen"."""
    counted = {post.evidence[0].start for post in posts}
    return tuple(figure for figure in figures if figure.evidence[0].start not in counted) if counted else figures


def with_decisions(figures: tuple[Figure, ...], texts: tuple[Resolution, ...]) -> tuple[Figure, ...]:
    """The figures, those in a resolution's text with the index of the decision on it.

    Amounts said in debate or stated in the facts are about no decision.
    """
    decided = [text for text in texts if text.decision is not None]
    starts = [text.evidence[0].start for text in decided]
    linked = []
    for figure in figures:
        place = figure.evidence[0]
        index = bisect_right(starts, place.start) - 1
        inside = index >= 0 and place.end <= decided[index].evidence[0].end
        linked.append(replace(figure, decision=decided[index].decision) if inside else figure)
    return tuple(linked)
