"""The laws that every record keeps, whatever its document."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema

from kimdocs.model.codec import from_json, json_schema, to_json
from kimdocs.model.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.model.record import Record
    from kimdocs.model.source import SourceDocument


def evidence(fact: Any) -> Iterator[Evidence]:
    """All evidence in a fact, however deep."""
    if isinstance(fact, Evidence):
        yield fact
    elif is_dataclass(fact):
        for field in fields(fact):
            yield from evidence(getattr(fact, field.name))
    elif isinstance(fact, dict):
        yield from evidence(tuple(fact.values()))
    elif isinstance(fact, tuple | list):
        for part in fact:
            yield from evidence(part)


def check_evidence(source: SourceDocument, record: Record) -> None:
    """Every quote is the text at its place, on its page; every fact has a place."""
    for place in evidence(record):
        assert source.text[place.start : place.end] == place.quote, place
        assert place.quote == place.quote.strip() != "", place
        assert place.page == source.page_at(place.start), place
    document = record.document
    for facts in (record.decisions, record.resolutions, record.figures, record.staffing, document.consultations):
        assert not [fact for fact in facts if not fact.evidence]
    stated = {"title", "reference", "date", "paper_type", "organization"}
    bare = {name for name in stated if getattr(document, name) is not None and not document.evidence.get(name)}
    assert not bare, f"without a place: {bare}"


def check_indices(record: Record) -> None:
    """References inside the record lead somewhere; votes and shares are no nonsense."""
    for fact in (*record.figures, *record.resolutions):
        assert fact.decision is None or 0 <= fact.decision < len(record.decisions), fact
    for decision in record.decisions:
        counts = (decision.yes, decision.no, decision.abstain, decision.present, decision.excluded)
        assert all(count is None or count >= 0 for count in counts), decision
    for amount in record.figures:
        assert amount.high is None or amount.high > amount.amount, amount


@cache
def _validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


def check_json(record: Record) -> None:
    """The record survives JSON, and its JSON fits the schema."""
    text = to_json(record)
    assert "\n" not in text
    assert from_json(text) == record
    _validator().validate(json.loads(text))
    exact = [entry["amount"] for entry in json.loads(text)["figures"]]
    assert all(isinstance(amount, str) for amount in exact)


def check(source: SourceDocument, record: Record) -> None:
    """All laws."""
    assert record.source.characters == len(source.text)
    check_evidence(source, record)
    check_indices(record)
    check_json(record)
