"""How long an agreement lasts, and how it can be ended."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import pattern
from kimdocs.drafting.check.finding import Found
from kimdocs.drafting.check.rules.agreement import is_agreement, is_joint, is_public_contract
from kimdocs.drafting.check.rules.parties import parties
from kimdocs.drafting.check.rules.words import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from kimdocs.drafting.check.paper import Paper
    from kimdocs.model.source import Evidence

_LONG = 20  # years beyond which the law asks for a way to end it
_LASTING = 5  # years from which a cooperation counts as lasting
_DAYS = 365


def termination(paper: Paper) -> Iterator[Found]:
    """An agreement of joint work without end, or over 20 years, that does not say how and in what form it is ended."""
    if not is_joint(paper):
        return
    unlimited = _first(paper, "term.unlimited")
    years = _years(paper)
    if not unlimited and (years is None or years[0] <= _LONG):
        return
    place = unlimited or (years[1] if years else None)
    missing = _missing(paper)
    if missing and place:
        yield Found("termination-open", (place,), {"missing": missing})


def short_term(paper: Paper) -> Iterator[Found]:
    """Less than five years and money for staff between municipalities: a hint at VAT, unless it is dealt with."""
    if not is_agreement(paper) or not (is_joint(paper) or is_public_contract(paper) or len(parties(paper)) > 1):
        return
    years = _years(paper)
    if years is None or years[0] >= _LASTING or _first(paper, "term.extends") or _first(paper, "staff.tax"):
        return
    if paper.record.figures and (_first(paper, "staff.cost") or paper.record.staffing):
        yield Found("short-term-with-staff", (years[1],))


def backwards(paper: Paper) -> Iterator[Found]:
    """A term whose last day is not after its first."""
    if not is_agreement(paper):
        return
    for hit in pattern("agreements", "term.span").finditer(paper.provisions):
        first, last = _day(hit["from"]), _day(hit["to"])
        if first is not None and last is not None and last <= first:
            place = paper.evidence(hit.start(), hit.end())
            yield Found("term-ends-before-begin", (place,), {"begin": hit["from"], "end": hit["to"]})


def _missing(paper: Paper) -> str:
    """What the agreement does not say of its termination; empty where it says both."""
    hits = list(pattern("agreements", "term.cancel").finditer(paper.provisions))
    if not hits:
        return "wie und in welcher Form sie gekündigt werden kann"
    for hit in hits:
        span = paper.sentence_at(hit.start())
        end = next((clause.end for clause in paper.clauses if clause.start <= hit.start() < clause.end), span.end)
        following = paper.sentence_at(min(span.end + 2, len(paper.text) - 1))
        if pattern("agreements", "term.cancel_form").search(paper.provisions, span.start, min(end, following.end)):
            return ""
    return "in welcher Form sie gekündigt werden muss"


def _years(paper: Paper) -> tuple[float, Evidence] | None:
    """The term in years with its place; None where it is not stated, or more than one is."""
    found = [
        (length, paper.evidence(hit.start(), hit.end()))
        for key, read in (("term.span", _between), ("term.years", _counted))
        for hit in pattern("agreements", key).finditer(paper.provisions)
        if (length := read(hit)) is not None
    ]
    return found[0] if len({round(length) for length, _ in found}) == 1 else None


def _between(hit: Match[str]) -> float | None:
    """Years between two days; None where a day does not exist or the span cannot be a term."""
    first, last = _day(hit["from"]), _day(hit["to"])
    if first is None or last is None or (last - first).days < _DAYS // 2:
        return None
    return (last - first).days / _DAYS


def _counted(hit: Match[str]) -> float | None:
    words = hit["count"] or hit["length"]
    return float(words) if words.isdecimal() else _number(words)


def _number(words: str) -> float | None:
    value = number_of(words)
    return None if value is None else float(value)


def _day(text: str) -> dt.date | None:
    day, month, year = map(int, text.split("."))
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _first(paper: Paper, key: str) -> Evidence | None:
    hit = pattern("agreements", key).search(paper.provisions)
    return paper.evidence(hit.start(), hit.end()) if hit else None
