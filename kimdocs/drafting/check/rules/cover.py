"""Deckung = Bedarf."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.wording import euro
from kimdocs.model.finance import Per, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.finance import Figure
    from kimdocs.model.source import Evidence


def cover_against_need(paper: Paper) -> Iterator[Found]:
    """A need and its cover, each said with a label and a colon, where the cover adds up to something else.

    Several needs (of the Ergebnishaushalt and the Finanzhaushalt) are each followed by their own cover.
    """
    needs = list(paper.all("words", "cover.need"))
    covers = [found for found in paper.all("words", "cover.cover") if _cover(paper, found)]
    for need, later in zip_longest(needs, needs[1:]):
        end = later.start if later else len(paper.text)
        own = [cover for cover in covers if need.start <= cover.start < end]
        if len(own) == 1 and len(needs) <= len(covers):
            yield from _compared(paper, need, own[0])


def _compared(paper: Paper, named: Evidence, covered: Evidence) -> Iterator[Found]:
    need = paper.figures_in(named.end, _line_end(paper, named.end))
    cover, end = _cover(paper, covered), _paragraph_end(paper, covered.end)
    if len(need) != 1 or pattern("words", "cover.part").search(paper.text, covered.start, end):
        return
    if not all(_plain(figure) for figure in (*need, *cover)):
        return
    total = sum((figure.amount for figure in cover), Decimal(0))
    if total != need[0].amount and need[0].amount not in [figure.amount for figure in cover]:
        yield Found(
            "cover-against-need",
            (*need[0].evidence[:1], *(figure.evidence[0] for figure in cover)),
            {"need": euro(need[0].amount), "cover": euro(total)},
        )


def _cover(paper: Paper, covered: Evidence) -> list[Figure]:
    return paper.figures_in(covered.end, _paragraph_end(paper, covered.end))


def _plain(figure: Figure) -> bool:
    return figure.qualifier in (Qualifier.EXACT, Qualifier.UP_TO) and set(figure.per) <= {Per.YEAR}


def _line_end(paper: Paper, offset: int) -> int:
    end = paper.text.find("\n", offset)
    return len(paper.text) if end < 0 else end


def _paragraph_end(paper: Paper, offset: int) -> int:
    """The end of the lines that follow without a blank one between them or a new label."""
    end = _line_end(paper, offset)
    while end + 1 < len(paper.text):
        following = _line_end(paper, end + 1)
        line = paper.text[end + 1 : following].strip()
        if not line or line.endswith(":") or not any(char.isdigit() for char in line):
            break
        if pattern("words", "cover.cover").match(paper.text, end + 1, following):
            break
        end = following
    return end
