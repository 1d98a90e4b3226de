"""Figures of money and numbers of posts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kimdocs.model.source import Evidence


class Qualifier(StrEnum):
    """How firm a number is."""

    EXACT = "exact"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    ABOUT = "about"
    RANGE = "range"


class Per(StrEnum):
    """What an amount is counted by."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    POST = "post"
    PERSON = "person"
    HOUSEHOLD = "household"
    M2 = "m2"
    M3 = "m3"
    PIECE = "piece"
    OTHER = "other"


class FigureRole(StrEnum):
    """What an amount is for, where its own phrase says so."""

    COST = "cost"
    GRANT = "grant"
    OWN_SHARE = "own_share"
    REVENUE = "revenue"
    BUDGET = "budget"
    PRICE = "price"
    LOAN = "loan"
    OTHER = "other"


class SectionKind(StrEnum):
    """The part of a document that a fact stands in."""

    RESOLUTION = "resolution"
    PROPOSED_RESOLUTION = "proposed_resolution"
    FINANCIAL_IMPACT = "financial_impact"
    STATEMENT_OF_FACTS = "statement_of_facts"
    DEBATE = "debate"
    AGREEMENT = "agreement"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount of money, in plain units of its currency; ``high`` is the upper end of a range.

    Attributes:
        year: The year the amount is for, where its own phrase says so.
        label: The words that say what it is, as written ("Personalkosten").
        decision: Index into the record's decisions of the decision it is about.
        rule: Id of the lexicon entry or pattern that found it.
    """

    amount: Decimal
    high: Decimal | None
    currency: str
    qualifier: Qualifier
    per: tuple[Per, ...]
    year: int | None
    role: FigureRole | None
    section: SectionKind
    label: str | None
    in_table: bool
    decision: int | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Staffing:
    """A number of posts (full-time equivalents where ``unit`` says so); ``unit`` keeps the words as written."""

    count: Decimal
    high: Decimal | None
    unit: str
    qualifier: Qualifier
    section: SectionKind
    evidence: tuple[Evidence, ...]
    rule: str
