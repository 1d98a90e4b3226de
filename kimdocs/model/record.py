"""The record: everything kimdocs says about one document (schema 1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kimdocs.model.council import AgendaItem, DocumentFacts
from kimdocs.model.decision import Decision, Resolution
from kimdocs.model.finance import Figure, Staffing
from kimdocs.model.source import Evidence

SCHEMA_VERSION = 1


class Severity(StrEnum):
    """How much an issue matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something in the document that does not fit or could not be told; ``message`` is a German sentence."""

    code: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Generator:
    """What made the record: program version and hash of the lexicon."""

    kimdocs: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Which file the record is about; ``characters`` is the length of its text."""

    id: str
    name: str
    media_type: str
    pages: int
    characters: int


@dataclass(frozen=True, slots=True)
class Record:
    """Everything extracted from one document."""

    schema_version: int
    generator: Generator
    source: SourceInfo
    document: DocumentFacts
    agenda_items: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    figures: tuple[Figure, ...] = ()
    staffing: tuple[Staffing, ...] = ()
    issues: tuple[Issue, ...] = ()
