"""All rules over one paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.drafting.check.catalogue import worded
from kimdocs.drafting.check.paper import Paper
from kimdocs.drafting.check.rules import (
    agreement,
    amounts,
    attachments,
    budget,
    consultations,
    cover,
    gaps,
    parties,
    passed,
    products,
    rates,
    sums,
    terms,
    words,
)
from kimdocs.model.record import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kimdocs.drafting.check.finding import Finding, Found
    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument

RULES: tuple[Callable[[Paper], Iterable[Found]], ...] = (
    passed.issues,
    amounts.resolution_against_finance,
    budget.amount_not_in_finance,
    budget.year_not_in_finance,
    budget.totals_differ,
    cover.cover_against_need,
    sums.totals,
    products.formulas,
    products.sentences,
    products.rows,
    words.words_against_digits,
    consultations.order,
    consultations.deciders,
    consultations.no_decider,
    consultations.days,
    attachments.attachments,
    gaps.gaps,
    rates.stale,
    agreement.cost_clause,
    agreement.written_form,
    agreement.approval,
    agreement.supervision,
    terms.termination,
    terms.short_term,
    terms.backwards,
    parties.shares,
    parties.own_shares,
    parties.strangers,
    parties.signatures,
)
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def check(
    record: Record, source: SourceDocument, *, word: bytes | None = None, land: str | None = None
) -> tuple[Finding, ...]:
    """Everything the rules find in a document, in the order of the text.

    Args:
        record: Facts of the document.
        source: The document as it was read.
        word: The bytes of the Word file that ``source`` was read from, to look at its structure too.
        land: Two letters of the Land ("NW") for holidays and laws; None lets the text tell.

    Raises:
        InputError: ``word`` is no Word file.
    """
    paper = Paper(record, source, land)
    found = [item for rule in RULES for item in rule(paper)]
    if word is not None:
        from kimdocs.drafting.check.word import structure

        found += structure(word, source)
    return tuple(sorted(map(worded, found), key=_place))


def at_least(findings: Iterable[Finding], level: Severity) -> list[Finding]:
    """The findings that matter as much as ``level`` or more."""
    return [finding for finding in findings if _ORDER.index(finding.severity) <= _ORDER.index(level)]


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.evidence[0].start if finding.evidence else -1, _ORDER.index(finding.severity))
