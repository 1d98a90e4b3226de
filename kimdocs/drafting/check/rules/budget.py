"""What a treasurer compares: the resolution, the finance block and the totals that the paper gives of one thing."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.rules import amounts
from kimdocs.drafting.wording import euro
from kimdocs.model.decision import ResolutionKind
from kimdocs.model.finance import Qualifier, SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.finance import Figure


def amount_not_in_finance(paper: Paper) -> Iterator[Found]:
    """The one amount of a proposed resolution where the finance block gives but one other, and nothing explains both.

    What differs by a slip's width is ``resolution-against-finance``; the costs of a whole of which the resolution
    grants a part are another thing.
    """
    decided, stated = amounts.sides(paper)
    for wanted in amounts.alone(decided):
        rivals = [other for other in stated if not amounts.is_beside(paper, other)]
        if len({other.amount for other in rivals}) != 1 or any(wanted.amount == other.amount for other in stated):
            continue
        other = rivals[0]
        if set(wanted.per) != set(other.per) or not amounts.comparable(wanted, other) or amounts.agree(wanted, other):
            continue
        if amounts.is_slip(wanted, other) or amounts.explained(paper, wanted, rivals):
            continue
        if not amounts.told(paper, wanted, other) and not _is_whole(paper, other):
            yield Found(
                "resolution-amount-not-in-finance",
                (*wanted.evidence[:1], *other.evidence[:1]),
                {"decided": _amount(wanted), "stated": _amount(other)},
            )


def year_not_in_finance(paper: Paper) -> Iterator[Found]:
    """A budget year that the proposed resolution takes money from, where the finance table has other years only."""
    years = {
        figure.year
        for figure in paper.record.figures
        if figure.section is SectionKind.FINANCIAL_IMPACT and figure.in_table and figure.year is not None
    }
    if len(years) < 2:
        return
    for resolution in paper.record.resolutions:
        if resolution.kind is not ResolutionKind.PROPOSED:
            continue
        for place in resolution.evidence:
            yield from _years(paper, place.start, place.end, years)


def _years(paper: Paper, start: int, end: int, years: set[int]) -> Iterator[Found]:
    for hit in pattern("words", "budget.year").finditer(paper.text, start, end):
        span = paper.sentence_at(hit.start())
        if int(hit["year"]) in years or pattern("words", "budget.past").search(paper.text, span.start, span.end):
            continue
        listed = ", ".join(map(str, sorted(years)))
        yield Found("year-not-in-finance", (paper.evidence(*hit.span()),), {"year": hit["year"], "years": listed})


def totals_differ(paper: Paper) -> Iterator[Found]:
    """Two totals of the same name that differ by a slip's width; what was before, or is with tax, is another one."""
    totals: dict[tuple[object, ...], list[Figure]] = {}
    for figure in paper.record.figures:
        label = " ".join((figure.label or "").split()).lower()
        if pattern("words", "budget.total").fullmatch(label) and figure.qualifier is Qualifier.EXACT:
            totals.setdefault((label, frozenset(figure.per), figure.year), []).append(figure)
    for same in totals.values():
        distinct = list({figure.amount: figure for figure in same}.values())
        for one, other in combinations(distinct, 2):
            if len(distinct) > 2 or not amounts.is_slip(one, other) or amounts.taxed(paper, one, other):
                continue
            if not amounts.is_beside(paper, one) and not amounts.is_beside(paper, other):
                yield Found(
                    "totals-differ",
                    (*one.evidence[:1], *other.evidence[:1]),
                    {"label": one.label or "", "one": _amount(one), "other": _amount(other)},
                )


def _is_whole(paper: Paper, figure: Figure) -> bool:
    start, end = paper.line_around(figure.evidence[0].start)
    return bool(pattern("words", "budget.whole").search(paper.text, start, end))


def _amount(figure: Figure) -> str:
    return euro(figure.amount, figure.currency)
