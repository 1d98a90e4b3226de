"""Filters of searches and lists: which documents pass, and which fact is shown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kimdocs.errors import UsageError
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import Outcome
from tests.archive.papers import decision, figure, filled, found, minutes, paper


@pytest.mark.parametrize(
    "passing",
    [
        {"body": "Wiesenfeld"},
        {"body": "GEMEINDE wiesenfeld"},
        {"organization": "soziales"},
        {"organization": "Gemeinderat"},
        {"outcome": "recommended"},
        {"outcome": Outcome.RECOMMENDED},
        {"year": 2022},
        {"kind": "minutes"},
        {"kind": DocumentKind.MINUTES},
        {"min_amount": 55_000},
        {"min_amount": Decimal("55000.50"), "max_amount": Decimal("55000.50")},
        {"max_amount": 60_000, "outcome": "recommended", "year": 2022, "body": "wiesenfeld"},
    ],
)
def test_filters_that_let_pass(archive, passing):
    made = minutes()
    archive.add(made.record, made.source)
    assert found(archive, "Vereinbarung", **passing) == {made.source.text}
    assert found(archive, "", **passing) == {made.source.text}
    assert len(archive.list(**passing)) == 1


@pytest.mark.parametrize(
    "stopping",
    [
        {"body": "Lindenau"},
        {"organization": "Bauausschuss"},
        {"outcome": "adopted"},
        {"year": 2023},
        {"kind": "motion"},
        {"min_amount": Decimal("55000.51")},
        {"max_amount": Decimal("55000.49")},
        {"body": "wiesenfeld", "year": 2021},
    ],
)
def test_filters_that_keep_out(archive, stopping):
    made = minutes()
    archive.add(made.record, made.source)
    assert found(archive, "Vereinbarung", **stopping) == set()
    assert archive.list(**stopping) == []


def test_amounts_are_those_in_euro_and_of_one_figure(archive):
    text = "Kosten 100 €, Preis 900 €, Spende 500 USD, Rahmen 2.000 bis 4.000 €"
    amounts = (
        figure(text, "100 €", "100"),
        figure(text, "900 €", "900"),
        figure(text, "500 USD", "500", currency="USD"),
        figure(text, "2.000 bis 4.000 €", "2000", high="4000"),
    )
    made = paper(text, figures=amounts)
    archive.add(made.record, made.source)
    assert not archive.search("Kosten", min_amount=400, max_amount=600)
    assert archive.search("Kosten", min_amount=3000, max_amount=3500)
    assert not archive.search("Kosten", min_amount=4001)


def test_without_words_the_fact_that_passed_is_shown(archive):
    made = minutes()
    archive.add(made.record, made.source)
    for filters, quote in (
        ({"outcome": "recommended"}, "11 Ja, 2 Nein, 0 Enthaltungen"),
        ({"min_amount": 1}, "55.000,50 €"),
    ):
        (hit,) = archive.search("", **filters)
        ((start, end),) = hit.marks
        assert hit.quote[start - hit.start : end - hit.start] == quote
    (hit,) = archive.search("", year=2022)
    assert (hit.marks, hit.start) == ((), 0)


def test_a_decision_of_a_named_organization_counts(archive):
    text = "Der Ortsbeirat Süd hat abgelehnt."
    made = paper(text, decisions=(decision(text, "abgelehnt", Outcome.REJECTED, "Ortsbeirat Süd"),))
    archive.add(made.record, made.source)
    assert archive.search("abgelehnt", organization="ortsbeirat sued")


@pytest.mark.parametrize("wrong", [{"outcome": "beschlossn"}, {"kind": "?"}, {"year": 0}, {"year": 20220}])
def test_unknown_values_are_told(archive, wrong):
    filled(archive, "Ein Papier")
    with pytest.raises(UsageError):
        archive.search("Papier", **wrong)
