"""The decision that a draft is about: an excerpt reports one, with its text, its votes and its agenda item."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kimdocs.drafting import resolved
from kimdocs.drafting.convert import printable
from kimdocs.drafting.datafile import Group, Scalar
from kimdocs.drafting.notation import table
from kimdocs.drafting.result import result
from kimdocs.drafting.sources import COUNTED, public_level
from kimdocs.errors import DataError
from kimdocs.model.dated import day_of
from kimdocs.model.decision import DecisionType
from kimdocs.model.item_number import bare, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kimdocs.drafting.datafile import DataFile
    from kimdocs.drafting.sources import Sources
    from kimdocs.drafting.values import Value
    from kimdocs.model.council import AgendaItem
    from kimdocs.model.decision import Decision
    from kimdocs.model.provenance import Provenance
    from kimdocs.model.record import Record
    from kimdocs.model.source import Evidence

KEY = "entscheidung"
LISTED, SHORT = 40, 60
MAIN = frozenset({DecisionType.MAIN, DecisionType.ELECTION})
_OF_DOCUMENT = {"oeffentlich", "vorlage", "koerperschaft"}
_NEXT_LINE = 40
_NO_DOCUMENT = (
    "Nennen Sie mit „--from“ das Dokument, in dem er steht; „kimdocs extract“ zeigt, was kimdocs darin findet."
)


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

    @property
    def number(self) -> int:
        """Its place among the decisions of its record, from 0; people count from 1."""
        return next(place for place, other in enumerate(self.record.decisions) if other is self.decision)

    def values(self, name: str) -> list[tuple[Value, Provenance]]:
        """What the record says of it: ``ja``, ``ergebnis``, ``gremium``, ``top``, ``betreff``, ``text`` and so on."""
        if name in {"text", "punkte", "wortlaut"}:
            return self._resolution(name)
        if name in _OF_DOCUMENT:
            return self._of_document(name)
        if name in {"betreff", "datum"}:
            return self._heading(name)
        value = result(self.decision) if name == "ergebnis" else getattr(self.decision, table()["decision"][name])
        if value is None and name == "gremium":
            return self._one(self.record.document.organization, self.record.document.evidence.get("organization", ()))
        return self._one(Decimal(value) if isinstance(value, int) else value, self.decision.evidence)

    def _heading(self, name: str) -> list[tuple[Value, Provenance]]:
        document, item = self.record.document, self.item
        if name == "datum":
            day = day_of(self.record, self.decision)
            own = document.evidence.get("date", ()) if day == document.date else self.decision.evidence
            return self._one(day, own)
        if item is not None and item.title:
            return self._one(item.title, item.evidence)
        return self._one(document.title, document.evidence.get("title", ()))

    def _resolution(self, name: str) -> list[tuple[Value, Provenance]]:
        """Its text before the points (``text``), its points (``punkte``), or all of it on one line (``wortlaut``)."""
        linked = next((text for text in self.record.resolutions if text.decision == self.number), None)
        if linked is None:
            return []
        lead, points = resolved.parts(linked)
        texts = {"text": (lead,), "punkte": points, "wortlaut": (" ".join(resolved.wording(linked).split()),)}[name]
        return [found for text in texts if text for found in self._one(text, linked.evidence)]

    def _of_document(self, name: str) -> list[tuple[Value, Provenance]]:
        """What the item or the document says: ``oeffentlich``, ``vorlage``, ``koerperschaft``."""
        document = self.record.document
        if name == "oeffentlich":
            own = self.item.public if self.item else None
            closed = any(item.public is False for item in self.record.agenda_items)
            level = None if closed else public_level(self.record)
            return self._one(level if own is None else own, self.decision.evidence)
        if name == "koerperschaft":
            return self._one(document.body, document.evidence.get("body", ()))
        alone = sum(other.type is DecisionType.MAIN for other in self.record.decisions) == 1
        if alone and document.reference is not None:
            return self._one(document.reference, document.evidence.get("reference", ()))
        return self._paper()

    def _paper(self) -> list[tuple[Value, Provenance]]:
        """The only paper that is named in the heading of the item or right below it."""
        heading = self.item.evidence[:1] if self.item else ()
        named = [
            (mention.reference, (place,))
            for mention in self.record.document.references
            for place in mention.evidence
            for head in heading
            if head.start <= place.start < head.end + _NEXT_LINE
        ]
        return self._one(*named[0]) if len({reference for reference, _ in named}) == 1 else []

    def doubts(self) -> list[str]:
        """What the record warns of at the places of the decision: German sentences."""
        own = [(piece.start, piece.end) for piece in self.decision.evidence]
        return [
            printable(issue.message)
            for issue in self.record.issues
            if any(place.start < end and start < place.end for place in issue.evidence for start, end in own)
        ]

    @property
    def item(self) -> AgendaItem | None:
        """Its agenda item: of several with one number (public and not) the last that begins before it."""
        number = self.decision.agenda_item
        named = [item for item in self.record.agenda_items if number and item.number == number]
        if len(named) < 2:
            return next(iter(named), None)
        place = min((piece.start for piece in self.decision.evidence), default=-1)
        before = [(piece.start, item) for item in named for piece in item.evidence[:1] if piece.start <= place]
        return max(before, key=lambda found: found[0])[1] if before else None

    def _one(self, value: Value | None, evidence: tuple[Evidence, ...]) -> list[tuple[Value, Provenance]]:
        if value is None:
            return []
        item = self.item
        origin = self.sources.stated(self.index, evidence, public=item.public if item else None)
        return [(printable(value) if isinstance(value, str) else value, origin)]


def main_decisions(sources: Sources) -> Iterator[ChosenDecision]:
    """Every decision of the records that stands for itself: no vote on a part, an amendment or the procedure."""
    return (found for found in _all(sources) if found.decision.type in MAIN)


def _all(sources: Sources) -> Iterator[ChosenDecision]:
    for index, record in enumerate(sources.records):
        for decision in record.decisions:
            yield ChosenDecision(sources, index, decision)


def chosen_decision(data: Group, sources: Sources) -> ChosenDecision | None:
    """The decision that ``entscheidung`` names by ``nummer`` or ``top``, or the only one that there is.

    Raises:
        DataError: It names none, or several.
    """
    asked = data.items.get(KEY)
    if asked is None:
        main = [found for found in main_decisions(sources) if found.decision.type is DecisionType.MAIN]
        return main[0] if len(main) == 1 else None
    items = asked.items if isinstance(asked, Group) else {}
    words = {key: item.text or "" for key, item in items.items() if isinstance(item, Scalar)}
    if "top" in words and "nummer" not in words:
        return _of_item(words["top"], words.get("dokument"), sources)
    wanted = (words.get("dokument", "1"), words.get("nummer", "1"))
    for found in _all(sources):
        if (str(found.index + 1), str(found.number + 1)) == wanted:
            return found
    zero = f"; {COUNTED}" if "0" in wanted else ""
    there = list(_all(sources))
    raise DataError(
        f"Den Beschluss Nr. {wanted[1]} der Unterlage {wanted[0]} gibt es nicht{zero}. {_there(there)}",
        "Nennen Sie einen davon mit „--decision“." if there else _NO_DOCUMENT,
    )


def _there(decisions: list[ChosenDecision]) -> str:
    return f"Beschlüsse sind:{listed(decisions)}" if decisions else "In den Unterlagen steht kein Beschluss."


def about(data: DataFile, item: str | None, number: str | None = None) -> DataFile:
    """Data for a draft about the decision under an agenda item, or with a number as ``listed`` writes it ("1:3")."""
    if item is None and number is None:
        return data
    document, _, place = ("" if number is None else number).rpartition(":")
    words = {"top": item} if number is None else {"dokument": document or "1", "nummer": place}
    chosen = Group({key: Scalar(text) for key, text in words.items()})
    return replace(data, tree=replace(data.tree, items=data.tree.items | {KEY: chosen}))


def _of_item(item: str, document: str | None, sources: Sources) -> ChosenDecision:
    """The one decision under an agenda item; "5" is the item "Ö 5" as well, where there is no other 5."""
    there = [
        found for found in _all(sources) if document in {None, str(found.index + 1)} and found.decision.agenda_item
    ]
    for fold in (folded, bare):
        found = [one for one in there if fold(one.decision.agenda_item or "") == fold(item)]
        levels = {one.item.public for one in found if one.item}
        main = found if len(levels) > 1 else [one for one in found if one.decision.type in MAIN] or found
        if len(main) == 1:
            return main[0]
        if main:
            place = f"{KEY}: {{dokument: {main[0].index + 1}, nummer: {main[0].number + 1}}}"
            raise DataError(
                f"Zu TOP {item} stehen {len(main)} Beschlüsse in den Unterlagen:{listed(main)}",
                f"Nennen Sie den, der gemeint ist: „--decision {_place(main[0])}“ oder in der Datendatei „{place}“.",
            )
    raise _no_decision(item, there)


def _no_decision(item: str, there: list[ChosenDecision]) -> DataError:
    """The error for an item without a decision; where its points have some, or those beside it, these are named."""
    message = f"Zu TOP {item.removeprefix('TOP').strip()} steht in den Unterlagen kein Beschluss"
    for above in (bare(item), bare(item).rpartition(".")[0]):
        near = [one for one in there if above and bare(one.decision.agenda_item or "").startswith(f"{above}.")]
        if near:
            number = near[0].decision.agenda_item
            return DataError(
                f"{message}, aber zu Unterpunkten von {above}:{listed(near)}",
                f"Nennen Sie den Unterpunkt, zum Beispiel „--item {number}“, oder die Nummer in Klammern: "
                f"„--decision {_place(near[0])}“.",
            )
    if not there:
        return DataError(f"{message}.", _NO_DOCUMENT)
    return DataError(f"{message}. Beschlüsse gibt es zu:{listed(there)}", "Nennen Sie einen davon mit „--item“.")


def listed(decisions: Iterable[ChosenDecision]) -> str:
    """Decisions by agenda item, outcome and number, one a line, for a sentence that asks which one is meant."""
    lines = []
    for one in decisions:
        title = (one.item.title if one.item else None) or ""
        named = f"„{title[:SHORT].strip()}{'…' if len(title) > SHORT else ''}“" if title else ""
        item = f"TOP {one.decision.agenda_item}" if one.decision.agenda_item else ""
        closed = "(nichtöffentlich)" if one.item and one.item.public is False else ""
        told = (item, closed, printable(named), result(one.decision) or _counts(one.decision), f"({_place(one)})")
        lines.append(f"\n  – {' '.join(filter(None, told))}")
    more = [f"\n  – und {len(lines) - LISTED} weitere"] if len(lines) > LISTED else []
    return "".join(lines[:LISTED] + more)


def _counts(decision: Decision) -> str:
    counts = (("Ja", decision.yes), ("Nein", decision.no), ("Enthaltung", decision.abstain))
    return ", ".join(f"{word} {count}" for word, count in counts if count is not None)


def _place(one: ChosenDecision) -> str:
    return f"{one.index + 1}:{one.number + 1}"
