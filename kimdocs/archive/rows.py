"""Record → rows of the tables that filters, lists and registers use."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Any

from kimdocs.archive import schema
from kimdocs.archive.words import fold_name
from kimdocs.model.dated import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Table

    from kimdocs.model.council import AgendaItem, Consultation
    from kimdocs.model.decision import Decision, Resolution
    from kimdocs.model.finance import Figure, Staffing
    from kimdocs.model.record import Issue, Record
    from kimdocs.model.source import Evidence

Row = dict[str, Any]

_LARGEST = 2**63 - 1
_SHARE = Decimal("0.0001")


def comparable(amount: Decimal) -> int:
    """An amount in ten-thousandths as a whole number; what is too large for a column is the largest there is."""
    if amount.copy_abs() > _LARGEST * _SHARE:
        return _LARGEST if amount > 0 else -_LARGEST
    return int((amount / _SHARE).to_integral_value(ROUND_HALF_EVEN))


def document_row(record: Record) -> Row:
    """The document's own row, without its number and the times it was added and changed."""
    facts, source = record.document, record.source
    return {
        "source": source.id,
        "name": source.name,
        "media_type": source.media_type,
        "pages": source.pages,
        "characters": source.characters,
        "kimdocs": record.generator.kimdocs,
        "lexicon": record.generator.lexicon,
        "kind": facts.kind,
        "title": facts.title,
        "reference": facts.reference,
        "date": facts.date,
        "paper_type": facts.paper_type,
        "organization": facts.organization,
        "organization_key": _key(facts.organization),
        "body": facts.body,
        "body_key": _key(facts.body),
        "public": facts.public,
        "financial_impact": facts.financial_impact,
    }


def fact_rows(record: Record, document: int, text: str) -> Iterator[tuple[Table, list[Row]]]:
    """Rows of every table of facts that has some, each with the document's number and its position in the record."""
    parts: tuple[tuple[Table, list[Row]], ...] = (
        (schema.agenda_items, [_agenda_item(fact) for fact in record.agenda_items]),
        (schema.consultations, [_consultation(fact) for fact in record.document.consultations]),
        (schema.decisions, [_decision(fact) | {"date": day_of(record, fact, text)} for fact in record.decisions]),
        (schema.resolutions, [_resolution(fact) for fact in record.resolutions]),
        (schema.figures, [_figure(fact) for fact in record.figures]),
        (schema.staffing, [_staffing(fact) for fact in record.staffing]),
        (schema.issues, [_issue(fact) for fact in record.issues]),
    )
    for table, rows in parts:
        if rows:
            yield table, [{"document": document, "position": position, **row} for position, row in enumerate(rows)]


def _key(name: str | None) -> str | None:
    return None if name is None else fold_name(name)


def _place(evidence: Sequence[Evidence]) -> Row:
    if not evidence:
        return {"start": None, "end": None, "page": None, "quote": None}
    first = evidence[0]
    return {"start": first.start, "end": first.end, "page": first.page, "quote": first.quote}


def _agenda_item(fact: AgendaItem) -> Row:
    return {"number": fact.number, "title": fact.title, "public": fact.public, **_place(fact.evidence)}


def _consultation(fact: Consultation) -> Row:
    return {
        "organization": fact.organization,
        "organization_key": _key(fact.organization),
        "date": fact.date,
        "role": fact.role,
        **_place(fact.evidence),
    }


def _decision(fact: Decision) -> Row:
    same = ("agenda_item", "organization", "outcome", "outcome_text", "amended", "type", "unanimous", "roll_call")
    counts = ("yes", "no", "abstain", "present", "excluded")
    return {
        **{name: getattr(fact, name) for name in same},
        **{name: _count(getattr(fact, name)) for name in counts},
        "organization_key": _key(fact.organization),
        "secret": fact.secret,
        "rule": fact.rule,
        **_place(fact.evidence),
    }


def _count(count: int | None) -> int | None:
    return None if count is None else min(count, _LARGEST)


def _resolution(fact: Resolution) -> Row:
    return {
        "kind": fact.kind,
        "agenda_item": fact.agenda_item,
        "text": fact.text,
        "points": len(fact.points),
        "decision": fact.decision,
        **_place(fact.evidence),
    }


def _figure(fact: Figure) -> Row:
    same = ("currency", "qualifier", "year", "role", "section", "label", "in_table", "decision", "rule")
    high = fact.amount if fact.high is None else fact.high
    return {
        **{name: getattr(fact, name) for name in same},
        "amount": str(fact.amount),
        "high": None if fact.high is None else str(fact.high),
        "lowest": comparable(fact.amount),
        "highest": comparable(high),
        "per": " ".join(fact.per),
        **_place(fact.evidence),
    }


def _staffing(fact: Staffing) -> Row:
    return {
        "count": str(fact.count),
        "high": None if fact.high is None else str(fact.high),
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "section": fact.section,
        "rule": fact.rule,
        **_place(fact.evidence),
    }


def _issue(fact: Issue) -> Row:
    return {"code": fact.code, "severity": fact.severity, "message": fact.message, **_place(fact.evidence)}
