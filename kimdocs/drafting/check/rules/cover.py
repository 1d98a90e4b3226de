"""Deckung = Bedarf."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.wording import euro
from kimdocs.model.finance import Per, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.finance import Figure


def cover_against_need(paper: Paper) -> Iterator[Found]:
    """The need and its cover, each said with a label and a colon, where the cover adds up to something else."""
    needs = list(paper.all("words", "cover.need"))
    covers = list(paper.all("words", "cover.cover"))
    if len(needs) != 1 or len(covers) != 1 or covers[0].start < needs[0].start:
        return
    need = _figures(paper, needs[0].end, _line_end(paper, needs[0].end))
    end = _paragraph_end(paper, covers[0].end)
    cover = _figures(paper, covers[0].end, end)
    if len(need) != 1 or not cover or pattern("words", "cover.part").search(paper.text, covers[0].start, end):
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


def _figures(paper: Paper, start: int, end: int) -> list[Figure]:
    return paper.figures_in(start, end)


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
        end = following
    return end
