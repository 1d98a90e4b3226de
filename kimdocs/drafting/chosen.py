"""The decision that a draft is about: an excerpt reports one, with its text, its votes and its agenda item."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.drafting import resolved
from kimdocs.drafting.convert import printable
from kimdocs.drafting.datafile import Group, Scalar
from kimdocs.drafting.notation import table
from kimdocs.drafting.sources import public_level
from kimdocs.errors import DataError
from kimdocs.model.decision import DecisionType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.sources import Sources
    from kimdocs.drafting.values import Value
    from kimdocs.model.council import AgendaItem
    from kimdocs.model.decision import Decision
    from kimdocs.model.provenance import Provenance
    from kimdocs.model.record import Record
    from kimdocs.model.source import Evidence

KEY = "entscheidung"
_OF_A_ROW = {"oeffentlich", "vorlage"}


@dataclass(frozen=True, slots=True)
class ChosenDecision:
    """A decision of one of the records."""

    sources: Sources
    index: int
    decision: Decision

    @property
    def record(self) -> Record:
        """The record it stands in."""
        return self.sources.records[self.index]

    def values(self, name: str) -> list[tuple[Value, Provenance]]:
        """What the record says of it: ``ja``, ``ergebnis``, ``gremium``, ``top``, ``betreff``, ``text`` and so on."""
        if name in {"text", "punkte", "wortlaut"}:
            return self._resolution(name)
        if name in _OF_A_ROW:
            return self._of_a_row(name)
        if name in {"betreff", "datum"}:
            return self._heading(name)
        value = getattr(self.decision, table()["decision"][name])
        if value is None and name == "gremium":
            return self._one(self.record.document.organization, self.record.document.evidence.get("organization", ()))
        return self._one(Decimal(value) if isinstance(value, int) else value, self.decision.evidence)

    def _heading(self, name: str) -> list[tuple[Value, Provenance]]:
        document, item = self.record.document, self._item()
        if name == "datum":
            return self._one(document.date, document.evidence.get("date", ()))
        if item is not None and item.title:
            return self._one(item.title, item.evidence)
        return self._one(document.title, document.evidence.get("title", ()))

    def _resolution(self, name: str) -> list[tuple[Value, Provenance]]:
        """Its text before the points (``text``), its points (``punkte``), or all of it on one line (``wortlaut``)."""
        number = self.record.decisions.index(self.decision)
        linked = next((text for text in self.record.resolutions if text.decision == number), None)
        if linked is None:
            return []
        lead, points = resolved.parts(linked)
        texts = {"text": (lead,), "punkte": points, "wortlaut": (" ".join(resolved.wording(linked).split()),)}[name]
        return [found for text in texts if text for found in self._one(text, linked.evidence)]

    def _of_a_row(self, name: str) -> list[tuple[Value, Provenance]]:
        """What a list of decisions asks: ``oeffentlich``, ``vorlage``."""
        if name == "oeffentlich":
            item = self._item()
            return self._one(item.public if item else public_level(self.record), self.decision.evidence)
        alone = sum(other.type is DecisionType.MAIN for other in self.record.decisions) == 1
        document = self.record.document
        return self._one(document.reference, document.evidence.get("reference", ())) if alone else []

    def _item(self) -> AgendaItem | None:
        number = self.decision.agenda_item
        return next((item for item in self.record.agenda_items if number and item.number == number), None)

    def _one(self, value: Value | None, evidence: tuple[Evidence, ...]) -> list[tuple[Value, Provenance]]:
        if value is None:
            return []
        item = self._item()
        origin = self.sources.stated(self.index, evidence, public=item.public if item else None)
        return [(printable(value) if isinstance(value, str) else value, origin)]


def main_decisions(sources: Sources) -> Iterator[ChosenDecision]:
    """Every decision of the records that stands for itself: no vote on a part, an amendment or the procedure."""
    for index, record in enumerate(sources.records):
        for decision in record.decisions:
            if decision.type in {DecisionType.MAIN, DecisionType.ELECTION}:
                yield ChosenDecision(sources, index, decision)


def chosen_decision(data: Group, sources: Sources) -> ChosenDecision | None:
    """The decision that ``entscheidung: {dokument: 0, nummer: 0}`` names, or the only one that there is.

    Raises:
        DataError: It names none.
    """
    decisions = [
        (index, number, decision)
        for index, record in enumerate(sources.records)
        for number, decision in enumerate(record.decisions)
    ]
    asked = data.items.get(KEY)
    if asked is None:
        main = [found for found in decisions if found[2].type is DecisionType.MAIN]
        return ChosenDecision(sources, main[0][0], main[0][2]) if len(main) == 1 else None
    items = asked.items if isinstance(asked, Group) else {}
    words = {key: item.text for key, item in items.items() if isinstance(item, Scalar)}
    wanted = (words.get("dokument", "0"), words.get("nummer", "0"))
    for index, number, decision in decisions:
        if (str(index), str(number)) == wanted:
            return ChosenDecision(sources, index, decision)
    raise DataError(
        f"„{KEY}“ verweist auf Unterlage {wanted[0]}, Nr. {wanted[1]}; dort gibt es keine.",
        "Gezählt wird ab 0; „kimdocs draft … --explain“ zeigt die Nummern.",
    )
