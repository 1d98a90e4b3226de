"""Council words: kinds of paper, agenda items, consultations (after OParl 1.1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from kimdocs.model.source import Evidence


class DocumentKind(StrEnum):
    """What kind of document a text is."""

    MINUTES = "minutes"
    EXCERPT = "excerpt"
    SUBMISSION = "submission"
    MOTION = "motion"
    NOTICE = "notice"
    AGREEMENT = "agreement"
    OTHER = "other"


class FinancialStatement(StrEnum):
    """Whether the finance block states an impact, or states that there is none."""

    STATED = "stated"
    NONE_STATED = "none_stated"


@dataclass(frozen=True, slots=True)
class Consultation:
    """One line of the Beratungsfolge. ``role`` keeps the words as written ("vorberatend")."""

    organization: str | None
    date: dt.date | None
    role: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A paper that the text refers to, by its number as written."""

    reference: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of a meeting. ``number`` is text as written ("Ö 6.1", "10"); ``public`` is null where nothing says so."""

    number: str | None
    title: str | None
    public: bool | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says about itself. ``evidence`` maps a field's name to the places it was read from."""

    kind: DocumentKind
    title: str | None = None
    reference: str | None = None
    date: dt.date | None = None
    paper_type: str | None = None
    organization: str | None = None
    body: str | None = None
    public: bool | None = None
    consultations: tuple[Consultation, ...] = ()
    references: tuple[Reference, ...] = ()
    financial_impact: FinancialStatement | None = None
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
