"""Pauschale × VZÄ × Monate/12: formulas, sentences and rows that multiply."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.rules.grids import Row, grids
from kimdocs.drafting.check.rules.numbers import NUMBER, cell_value, parse, shown, unit
from kimdocs.drafting.costs import cents
from kimdocs.model.finance import Per, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.finance import Figure, Staffing

_FACTOR = re.compile(
    rf"[^\d\n=×]{{0,30}}?(?P<number>{NUMBER})(?:/(?P<below>\d{{1,3}}))?(?P<part>\s?(?:%|‰|v\.\s?H\.|Prozent))?[^\d\n=×%‰/]{{0,40}}"
)
_FORMULA = re.compile(
    rf"(?<![\d,.])(?:{NUMBER})(?:/\d{{1,3}})?\s?[%‰]?[^\d\n=×*]{{0,40}}"
    rf"(?:\s*[×*]\s*|\s+x\s+)[^\n=]{{1,100}}=\s*(?P<lead>(?:[a-zß]+\.?\s+(?:zu\s+)?)?)(?P<result>{NUMBER})(?![\d/]|\s?%)"
)
_PARTS = {"%": 100, "v": 100, "P": 100, "‰": 1000}
_TIMES = re.compile(r"\s*[×*]\s*|\s+x\s+")


def formulas(paper: Paper) -> Iterator[Found]:
    """Written-out products ("6 Stellen × 55.000 € × 6/12 = 165.000 €") that give another result."""
    for hit in _FORMULA.finditer(paper.text):
        left, _, _ = hit.group().partition("=")
        value = _product(_TIMES.split(left))
        said = parse(hit["result"])
        about = bool(pattern("words", "products.about").search(hit["lead"]))
        if value is not None and not _close(value, said, about=about):
            yield _found(paper, hit.start(), hit.end(), value, said)


def sentences(paper: Paper) -> Iterator[Found]:
    """Sentences with one number of posts, one rate by post and one result: "6 Stellen zu je 55.000 €, insgesamt …"."""
    for span in paper.sentences:
        figures = paper.figures_in(span.start, span.end)
        posts = paper.posts_in(span.start, span.end)
        if (
            len(figures) != 2
            or len(posts) != 1
            or pattern("words", "products.more").search(paper.text, span.start, span.end)
        ):
            continue
        rates = [figure for figure in figures if Per.POST in figure.per]
        results = [figure for figure in figures if Per.POST not in figure.per]
        if len(rates) == 1 and len(results) == 1:
            yield from _sentence(paper, posts[0], rates[0], results[0], span.end)


def _sentence(paper: Paper, posts: Staffing, rate: Figure, result: Figure, end: int) -> Iterator[Found]:
    start = min(posts.evidence[0].start, rate.evidence[0].start)
    place = result.evidence[0]
    if place.start < rate.evidence[0].start or not pattern("words", "products.result").search(
        paper.text, start, place.start
    ):
        return
    if any(one.qualifier is not Qualifier.EXACT for one in (posts, rate)) or set(result.per) - {Per.YEAR}:
        return
    value = Fraction(posts.count) * Fraction(rate.amount)
    months = pattern("words", "products.months").search(paper.text, start, end)
    if months:
        value = value * int(months[1]) / 12
    if not _close(value, result.amount, about=result.qualifier is not Qualifier.EXACT):
        yield _found(paper, start, place.end, value, result.amount)


def rows(paper: Paper) -> Iterator[Found]:
    """Rows of a table with columns for posts, rate (and months) and their product."""
    for table in grids(paper):
        columns = _columns(table[0])
        if columns is None:
            continue
        posts, rate, months, result = columns
        for row in table[1:]:
            values = [cell_value(row.words(column)) for column in (posts, rate, result)]
            part = cell_value(row.words(months)) if months is not None else Decimal(12)
            if None in values or part is None or 0 in values:
                continue
            count, amount, said = [value for value in values if value is not None]
            value = Fraction(count) * Fraction(amount) * Fraction(part) / 12
            if not _close(value, said, about=False):
                span = row.cells[result]
                yield _found(paper, span.start, span.end, value, said)


def _columns(head: Row) -> tuple[int, int, int | None, int] | None:
    """Columns of posts, rate, months and product; None where one of them is missing or there are two."""
    found: dict[str, list[int]] = {}
    for column in sorted(head.cells):
        for name in ("posts", "rate", "months", "product"):
            if pattern("words", f"products.{name}_column").search(head.words(column)):
                found.setdefault(name, []).append(column)
                break
    if any(len(found.get(name, ())) != 1 for name in ("posts", "rate", "product")):
        return None
    months = found.get("months")
    return found["posts"][0], found["rate"][0], months[0] if months else None, found["product"][0]


def _product(factors: list[str]) -> Fraction | None:
    value = Fraction(1)
    for factor in factors:
        hit = _FACTOR.fullmatch(factor)
        if hit is None or hit["below"] == "0":
            return None
        value *= (
            Fraction(parse(hit["number"])) / int(hit["below"] or 1) / _PARTS.get((hit["part"] or "").strip()[:1], 1)
        )
    return value if len(factors) >= 2 else None


def _close(value: Fraction, said: Decimal, *, about: bool) -> bool:
    slack = abs(value) / 20 if about else Fraction(unit(said)) / 2
    return abs(value - Fraction(said)) <= slack


def _found(paper: Paper, start: int, end: int, value: Fraction, said: Decimal) -> Found:
    words = {"product": shown(cents(value)), "said": shown(said)}
    return Found("product-is-wrong", (paper.evidence(start, end),), words)
