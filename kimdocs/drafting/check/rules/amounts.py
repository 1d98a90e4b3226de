"""The amount to be decided against the amount under "Finanzielle Auswirkungen"."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.wording import euro
from kimdocs.model.council import DocumentKind
from kimdocs.model.finance import FigureRole, Per, Qualifier, SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.finance import Figure

_PAPERS = (DocumentKind.SUBMISSION, DocumentKind.MOTION, DocumentKind.NOTICE)
_DECIDED = (SectionKind.PROPOSED_RESOLUTION, SectionKind.RESOLUTION)
_INCOME = {FigureRole.REVENUE, FigureRole.LOAN, FigureRole.PRICE}
_ABOUT = Decimal("0.1")
_NEAR = Decimal("1.5")
_MANY = 9
_LONG = 300  # characters beyond which a sentence is none
_TAX = (Decimal("1.19"), Decimal("1.07"), Decimal("1.16"))


def resolution_against_finance(paper: Paper) -> Iterator[Found]:
    """The one amount of a proposed resolution that the finance block gives differently, by a slip's width.

    Amounts by post, person or square metre are no totals and are not compared; what sums, differences, years, taxes or
    the statement of facts explain is not flagged.
    """
    decided, stated = sides(paper)
    for wanted in alone(decided):
        rivals = [other for other in stated if comparable(wanted, other) and not is_beside(paper, other)]
        if not rivals or any(wanted.amount == other.amount for other in stated) or explained(paper, wanted, rivals):
            continue
        near = min(rivals, key=lambda other: abs(other.amount - wanted.amount))
        if agree(wanted, near) or (any(agree(wanted, other) for other in stated) and not _alike(wanted, near)):
            continue
        if is_slip(wanted, near) and not taxed(paper, wanted, near) and not told(paper, wanted, near):
            yield Found(
                "resolution-against-finance",
                (*wanted.evidence[:1], *near.evidence[:1]),
                {"decided": _amount(wanted), "stated": _amount(near)},
            )


def sides(paper: Paper) -> tuple[list[Figure], list[Figure]]:
    """The totals that a paper's proposed resolution names, and those of its finance block; none where it is none."""
    if paper.kind not in _PAPERS:
        return [], []
    decided = [f for f in paper.record.figures if f.section in _DECIDED and _is_total(f)]
    return decided, [f for f in paper.record.figures if f.section is SectionKind.FINANCIAL_IMPACT and _is_total(f)]


def _is_total(figure: Figure) -> bool:
    return set(figure.per) <= {Per.YEAR} and figure.currency == "EUR" and figure.amount > 0


def alone(figures: list[Figure]) -> list[Figure]:
    """The only amount, or those that are the only one of their year; repetitions count once."""
    distinct = list({(f.amount, f.high, f.year): f for f in figures}.values())
    if len({f.amount for f in distinct}) == 1:
        return distinct[:1]
    years = [f.year for f in distinct]
    return [f for f in distinct if f.year is not None and years.count(f.year) == 1]


def comparable(wanted: Figure, other: Figure) -> bool:
    """Whether both are of one year as far as they say, and of one kind: costs, income, a grant."""
    if wanted.year and other.year and wanted.year != other.year:
        return False
    roles = {wanted.role, other.role}
    return len(roles) == 1 or (not roles & _INCOME and (None in roles or FigureRole.GRANT not in roles))


def is_beside(paper: Paper, other: Figure) -> bool:
    """Whether the words around an amount make it another one: an estimate, what the budget holds, what was before."""
    place = other.evidence[0]
    span = paper.sentence_at(place.start)
    start, end = paper.line_around(place.start)
    line = paper.text[start:end]
    words = (
        line if other.in_table or "\t" in line or span.end - span.start > _LONG else paper.text[span.start : span.end]
    )
    return bool(pattern("words", "amounts.beside").search(words))


def _alike(wanted: Figure, other: Figure) -> bool:
    """Whether both are said in the same way ("bis zu … pro Jahr"), so that one of them is the other's slip."""
    return bool(wanted.per) and (wanted.per, wanted.qualifier) == (other.per, other.qualifier)


def agree(wanted: Figure, other: Figure) -> bool:
    """Whether both can be true: a limit covers what is below it but no other limit, "ca." what is near."""
    a, b = wanted.amount, other.amount
    if a == b or Qualifier.RANGE in (wanted.qualifier, other.qualifier):
        return True
    if wanted.qualifier is other.qualifier is Qualifier.UP_TO:
        return False
    if wanted.qualifier is Qualifier.UP_TO and b < a:
        return True
    if other.qualifier is Qualifier.AT_LEAST and b < a:
        return True
    if Qualifier.ABOUT in (wanted.qualifier, other.qualifier):
        return abs(a - b) <= _ABOUT * max(a, b)
    return (other.qualifier is Qualifier.UP_TO and a < b) or (wanted.qualifier is Qualifier.AT_LEAST and a < b)


def explained(paper: Paper, wanted: Figure, stated: list[Figure]) -> bool:
    """Whether the amount is a sum, a difference or a multiple of others that stand in the paper."""
    amounts = sorted({f.amount for f in stated}, reverse=True)[:_MANY]
    sums = {sum(some, Decimal(0)) for size in range(2, len(amounts) + 1) for some in combinations(amounts, size)}
    everywhere = {f.amount for f in paper.record.figures if f.currency == "EUR"}
    others = everywhere - {wanted.amount}
    pairs = any(wanted.amount - other in others - {other} or wanted.amount + other in others for other in others)
    multiples = {f.amount * times for f in stated for times in range(2, 13)} | {
        f.amount / times for f in stated for times in range(2, 13)
    }
    return pairs or wanted.amount in sums | multiples


def is_slip(wanted: Figure, other: Figure) -> bool:
    """Whether one can be the other mistyped: near it, ten times as much, or the same digits in another order."""
    low, high = sorted((wanted.amount, other.amount))
    ratio = high / low
    return ratio <= _NEAR or ratio in (10, 100, 1000) or sorted(f"{low:f}") == sorted(f"{high:f}")


def taxed(paper: Paper, wanted: Figure, other: Figure) -> bool:
    """Whether one is the other with tax, and the paper speaks of tax."""
    low, high = sorted((wanted.amount, other.amount))
    return any(abs(low * rate - high) <= 1 for rate in _TAX) and bool(
        pattern("words", "amounts.tax").search(paper.text)
    )


def told(paper: Paper, wanted: Figure, other: Figure) -> bool:
    """Whether the rest of the paper names both amounts, and so tells them apart."""
    apart = {f.amount for f in paper.record.figures if f.section not in (*_DECIDED, SectionKind.FINANCIAL_IMPACT)}
    return {wanted.amount, other.amount} <= apart


def _amount(figure: Figure) -> str:
    return euro(figure.amount, figure.currency)
