"""The trace of a draft: every printed value and where it comes from, for people (notes) and programs (JSON, XML)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kimdocs.drafting import wording
from kimdocs.drafting.blocks import Block, Note, Runs, all_lines, plain_text
from kimdocs.drafting.values import Amount, Posts
from kimdocs.model.provenance import Computed, Entered, Provenance, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.values import Fact

NAMESPACE = "urn:kimdocs:sources:1"
BOOKMARK = "kd_"
BESIDE = 60
_COUNTED = (Amount, Posts, Decimal)


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One printed value: where it stands in the draft (field), how it is printed, and its origins.

    Attributes:
        bookmark: Name of the Word bookmark around it; empty for what was simply typed in.
        noted: It stands in a note to the author, which the final copy leaves out.
        beside: At most ``BESIDE`` characters before and behind a figure, where it may have its "bis zu".
    """

    field: str
    label: str
    text: str
    fact: Fact
    bookmark: str = ""
    noted: bool = False
    beside: tuple[str, str] | None = None

    @property
    def origin(self) -> str:
        """German words for the origins."""
        return wording.origins(self.fact)


class Trace:
    """All printed values in reading order; those with an origin to show (``is_sourced``) are numbered notes."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        """Collect the values of the blocks."""
        entries: list[TraceEntry] = []
        sourced = 0
        for block, runs in ((part, runs) for part in blocks for runs in all_lines((part,))):
            for index, run in enumerate(runs):
                if run.fact is None:
                    continue
                sourced += is_sourced(run.fact)
                bookmark = f"{BOOKMARK}{sourced}" if is_sourced(run.fact) else ""
                beside = _beside(runs, index) if bookmark and isinstance(run.fact.value, _COUNTED) else None
                noted = isinstance(block, Note)
                entries.append(TraceEntry(run.fact.path, run.fact.label, run.text, run.fact, bookmark, noted, beside))
        self.entries = tuple(entries)
        self.notes = tuple({entry.fact.path: entry.fact for entry in self.entries if is_sourced(entry.fact)}.values())
        self._numbers = {fact.path: number for number, fact in enumerate(self.notes, 1)}

    def number(self, fact: Fact) -> int | None:
        """Number of the note on a fact, from 1; None for what was simply typed in."""
        return self._numbers.get(fact.path)

    def stated(self) -> Iterator[Stated]:
        """All documents that printed values rest on."""
        for entry in self.entries:
            for origin in entry.fact.origins:
                yield from wording.stated_in(origin)

    def to_dict(self) -> dict[str, Any]:
        """The machine-readable twin: one entry a printed value."""
        return {
            "schema": NAMESPACE,
            "values": [
                {
                    "field": entry.field, "label": entry.label, "text": entry.text,
                    "note": self.number(entry.fact), "bookmark": entry.bookmark or None,
                    "origins": [_origin(origin) for origin in entry.fact.origins],
                    **({"noted": True} if entry.noted else {}),
                    **({"beside": list(entry.beside)} if entry.beside else {}),
                }
                for entry in self.entries
            ],
        }  # fmt: skip

    def to_json(self) -> str:
        """The twin as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


def is_sourced(fact: Fact) -> bool:
    """Whether a document or a formula stands behind a fact, or behind a number somebody who entered it."""
    if any(isinstance(origin, Stated | Computed) for origin in fact.origins):
        return True
    return isinstance(fact.value, _COUNTED) and any(isinstance(item, Entered) and item.by for item in fact.origins)


def _beside(runs: Runs, index: int) -> tuple[str, str]:
    """What stands right before and right behind a run."""
    before, behind = plain_text(runs[:index])[-BESIDE:], plain_text(runs[index + 1 :])[:BESIDE]
    return before, behind


def _origin(provenance: Provenance) -> dict[str, Any]:
    if isinstance(provenance, Stated):
        return {
            "kind": "stated", "document": provenance.document, "name": provenance.source.name,
            "id": provenance.source.id, "public": provenance.public,
            "places": [{"page": e.page, "start": e.start, "end": e.end, "quote": e.quote} for e in provenance.evidence],
        }  # fmt: skip
    if isinstance(provenance, Computed):
        return {
            "kind": "computed",
            "formula": provenance.formula,
            "inputs": [_origin(item) for item in provenance.inputs],
        }
    return _entered(provenance)


def _entered(provenance: Entered) -> dict[str, Any]:
    at = provenance.at.isoformat() if provenance.at else None
    return {"kind": "entered", "by": provenance.by, "at": at, "file": provenance.file, "field": provenance.field}
