"""Flat rates of a programme that a newer one has replaced."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.rates import published
from kimdocs.drafting.wording import euro
from kimdocs.model.finance import Per

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.finance import Figure
    from kimdocs.model.source import Evidence

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def stale(paper: Paper) -> Iterator[Found]:
    """A rate by post of a programme in a paper from a year in which a newer one held: told once, with its places."""
    for programme in published():
        marked = "marks" in programme and re.search(programme["marks"], paper.text)
        if not marked or paper.land not in (None, programme["land"]):
            continue
        places: dict[tuple[Decimal, int], list[Evidence]] = {}
        for figure in paper.record.figures:
            newer = _newer(paper, programme, figure)
            if newer is not None:
                places.setdefault((figure.amount, programme["given"].index(newer)), []).append(figure.evidence[0])
        for (amount, index), evidence in places.items():
            newer = programme["given"][index]
            words = {"old": euro(amount), "new": euro(Decimal(newer["amount"])), "year": str(min(newer["years"]))}
            words |= {"programme": programme["label"], "source": newer["source"]}
            yield Found("stale-rate", tuple(evidence), words)


def _newer(paper: Paper, programme: dict[str, Any], figure: Figure) -> dict[str, Any] | None:
    """The rate that had replaced the figure's by its year; None where it is no old rate, or speaks of the past."""
    year = figure.year or paper.year
    if Per.POST not in figure.per or year is None or figure.high is not None:
        return None
    old = next((rate for rate in programme["given"] if Decimal(rate["amount"]) == figure.amount), None)
    valid = [rate for rate in programme["given"] if min(rate["years"]) <= year]
    if (
        old is None
        or not valid
        or min(valid[-1]["years"]) <= min(old["years"])
        or _about_the_past(paper, figure, valid[-1])
    ):
        return None
    newest: dict[str, Any] = valid[-1]
    return newest


def _about_the_past(paper: Paper, figure: Figure, new: dict[str, Any]) -> bool:
    """Whether the sentence names the newer rate too, or a year before it."""
    place = figure.evidence[0]
    span = paper.sentence_at(place.start)
    sentence = paper.text[span.start : span.end]
    amounts = {other.amount for other in paper.figures_in(span.start, span.end)}
    return Decimal(new["amount"]) in amounts or any(int(year) < min(new["years"]) for year in _YEAR.findall(sentence))
