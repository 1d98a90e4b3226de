"""Where a value on paper comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdocs.model.record import SourceInfo
from kimdocs.model.source import Evidence


@dataclass(frozen=True, slots=True)
class Stated:
    """Read from a document: which one, and the places. ``public`` is the level of the source; null is not public."""

    source: SourceInfo
    document: str
    evidence: tuple[Evidence, ...]
    public: bool | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """Typed in by somebody, or read from a data file of theirs; ``field`` is the draft's field that it fills."""

    by: str | None = None
    at: dt.date | None = None
    file: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """Worked out: the formula as staff would write it, and where its inputs come from."""

    formula: str
    inputs: tuple[Provenance, ...] = ()


Provenance = Stated | Entered | Computed
