"""What became of a paper: the bodies that it was put to, and what each of them decided, from all records at hand."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kimdocs.comparison.choose import report, squeeze
from kimdocs.model.council import AgendaItem, Consultation, DocumentKind
from kimdocs.model.dated import day_of
from kimdocs.model.decision import Decision, DecisionType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kimdocs.model.record import Record
    from kimdocs.model.source import Evidence

_TOLD = frozenset({DecisionType.MAIN, DecisionType.PART, DecisionType.AMENDMENT, DecisionType.ELECTION})
_MINUTES = frozenset({DocumentKind.MINUTES, DocumentKind.EXCERPT})
_PREFIX = r"(?:[^\W\d_]+[-/.]?)?"
_WORDS = "ergänzungsvorlage|ergänzung|erg|nachtragsvorlage|nachtrag|neufassung|austauschblatt|neu|[ens]"
_SUPPLEMENT = rf"[-/.,(]?\s*(?:\d{{1,2}}\.?\s*)?(?:{_WORDS})\.?[-/]?\s*(?:\d{{1,2}}|[ivx]{{1,3}})?\)?"
_BARE = r"|-\d{1,2}"
_TWO_PARTS = re.compile(r"\d[-/.].*\d$")
_ENDS_IN_NUMBER = re.compile(r"\d$")


@dataclass(frozen=True, slots=True)
class Station:
    """One station of a paper: itself, a meeting that it is put to, or what was decided on it.

    Attributes:
        record: Record that tells it.
        consultation: The meeting that it is put to; None where this is none.
        item: Agenda item under which it was dealt with, where the minutes have some.
        decision: What was decided; None where the item tells of no decision, or this is the paper itself.
        text: Text of the record's source, where it is at hand: it tells more days of decisions.
    """

    record: Record
    consultation: Consultation | None = None
    item: AgendaItem | None = None
    decision: Decision | None = None
    text: str | None = None

    @property
    def is_paper(self) -> bool:
        """Whether this is the paper itself."""
        return self.consultation is None and self.item is None and self.decision is None

    @property
    def date(self) -> dt.date | None:
        """Day of the meeting, of the decision where it is known, or of the paper."""
        if self.consultation:
            return self.consultation.date
        return day_of(self.record, self.decision, self.text) if self.decision else self.record.document.date

    @property
    def organization(self) -> str | None:
        """Body that it is put to, or that decided."""
        if self.consultation:
            return self.consultation.organization
        own = self.record.document.organization if self.record.document.kind in _MINUTES else None
        return (self.decision.organization if self.decision else None) or own

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where it stands."""
        if self.consultation:
            return self.consultation.evidence
        fact = self.decision or self.item
        return fact.evidence if fact else self.record.document.evidence.get("reference", ())


def trail(reference: str, records: Iterable[Record], texts: Mapping[str, str] | None = None) -> list[Station]:
    """The stations of the paper with this number, by date; those without one by the date of what tells them.

    "81/2031" is the paper "DS 81/2031" as well, and the stations of its supplements ("81/2031-1") are its own. In
    minutes an item counts that has the number in its title, or else the one below whose heading it stands nearest:
    agendas and lists in minutes repeat the numbers of all papers.

    Args:
        reference: The paper's number.
        records: All records at hand.
        texts: Texts of sources, by their ids, for the days of decisions.
    """
    wanted, every = squeeze(reference), tuple(records)
    told = [station for record in every for station in _of_all((wanted, *_supplements(wanted, every)), record)]
    found = [replace(station, text=(texts or {}).get(station.record.source.id)) for station in told]
    return sorted(found, key=lambda one: one.date or one.record.document.date or dt.date.min)


def is_paper(wanted: str, reference: str | None) -> bool:
    """Whether a squeezed number names this paper."""
    pattern = rf"{_PREFIX}{re.escape(wanted)}"
    return bool(wanted) and re.fullmatch(pattern, squeeze(reference or "")) is not None


def is_supplement(wanted: str, reference: str | None) -> bool:
    """Whether this number is the squeezed one with the mark of a supplement behind it.

    A bare "-1" is one only behind a number of two parts: "81/2031-1" is, but "7-31" may be paper 7 of 2031.
    """
    tail = rf"(?:{_SUPPLEMENT}{_BARE if _TWO_PARTS.search(wanted) else ''})"
    pattern = rf"{_PREFIX}{re.escape(wanted)}{tail}"
    return _ENDS_IN_NUMBER.search(wanted) is not None and re.fullmatch(pattern, squeeze(reference or "")) is not None


def main_paper(reference: str) -> str | None:
    """The number of the paper that this number is a supplement of, by its words ("1. Ergänzung"); None for others."""
    found = re.fullmatch(rf"(?P<main>.*?\d)\s*{_SUPPLEMENT}", reference.strip(), re.IGNORECASE)
    return found["main"] if found else None


def _supplements(wanted: str, records: Iterable[Record]) -> list[str]:
    """The squeezed numbers of the paper's supplements that records have or name."""
    numbers = (
        number
        for record in records
        for number in (record.document.reference, *(named.reference for named in record.document.references))
    )
    return sorted({squeeze(number) for number in numbers if number and is_supplement(wanted, number)})


def _of_all(numbers: Iterable[str], record: Record) -> list[Station]:
    """The stations that a record tells of a paper and its supplements, each once."""
    found: dict[tuple[int, ...], Station] = {}
    for number in numbers:
        for one in _stations(number, record):
            found.setdefault(tuple(map(id, (one.consultation, one.item, one.decision))), one)
    decided = {id(one.item) for one in found.values() if one.decision}
    return [one for one in found.values() if one.decision or one.item is None or id(one.item) not in decided]


def _stations(wanted: str, record: Record) -> Iterator[Station]:
    own = is_paper(wanted, record.document.reference)
    if own and record.document.kind not in _MINUTES:
        yield Station(record)
        yield from (Station(record, consultation=one) for one in record.document.consultations)
    if own:
        yield from (Station(record, decision=one) for one in _acts(record.decisions))
    elif record.document.kind in _MINUTES:
        for item in _items(wanted, record):
            start, end = report(record, item)
            told = _acts([one for one in record.decisions if any(start <= p.start < end for p in one.evidence[:1])])
            yield from (Station(record, item=item, decision=one) for one in told)
            if not told:
                yield Station(record, item=item)


def _acts(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that tell what became of a matter; of the procedure only where there is nothing else."""
    acts = [one for one in decisions if one.type in _TOLD]
    return acts or [one for one in decisions if one.type is DecisionType.PROCEDURAL]


def _items(wanted: str, record: Record) -> list[AgendaItem]:
    """The agenda items that are about a paper."""
    titled = [item for item in record.agenda_items if _names(wanted, item.title or "")]
    if titled:
        return titled
    places = [
        place.start
        for found in record.document.references
        if is_paper(wanted, found.reference)
        for place in found.evidence
    ]
    below = [(distance, item) for item in record.agenda_items for distance in _below(item, places, record)]
    return [min(below, key=lambda found: found[0])[1]] if below else []


def _names(wanted: str, title: str) -> bool:
    bound = rf"(?<!\d)(?<!\d[/-]){re.escape(wanted)}(?!\d|[/-]\d)"
    return not wanted.isdigit() and re.search(bound, squeeze(title)) is not None


def _below(item: AgendaItem, places: list[int], record: Record) -> list[int]:
    """How far below an item's heading places of its report stand."""
    start, end = report(record, item)
    return [place - start for place in places if start <= place < end]
