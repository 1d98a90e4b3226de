"""Gold: what a person found in a document, one JSON file a document.

The file's name without ``.json`` is that of the document. Every entry may say ``"sure": false`` where two careful
readers could differ; such entries, and decisions of type ``quoted``, are neither demanded nor held against a record.
A key that is left out, or null for a list, says that nobody looked for such facts: nothing is counted there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdocs.errors import DataError, InputError
from kimdocs.evaluate.gold_json import HELP, Node
from kimdocs.model.council import DocumentKind
from kimdocs.model.decision import SIDES, DecisionType, Outcome, ResolutionKind
from kimdocs.model.finance import Per, Qualifier

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal
    from pathlib import Path

ATTRIBUTES = {
    "outcome_exact": ("decisions", "outcome"),
    "unanimous": ("decisions", "unanimous"),
    "groups": ("decisions", "groups"),
    "figures.qualifier": ("figures", "qualifier"),
    "figures.per": ("figures", "per"),
}
"""Kind of fact that is an attribute of another → the list whose entries have it, and its key there."""


@dataclass(frozen=True, slots=True)
class GoldDecision:
    """A decision as annotated; counts are None where the text does not give them, ``annotated`` are its keys."""

    agenda_item: str | None
    outcome: Outcome
    amended: bool
    yes: int | None
    no: int | None
    abstain: int | None
    unanimous: bool | None
    type: DecisionType
    groups: dict[str, dict[str, int | None]] | None
    quote: str
    sure: bool
    annotated: frozenset[str]

    @property
    def optional(self) -> bool:
        """Neither demanded nor held against a record."""
        return not self.sure or self.type is DecisionType.QUOTED


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """An amount as annotated, in plain units of its currency; ``annotated`` are its keys."""

    amount: Decimal
    high: Decimal | None
    currency: str
    qualifier: Qualifier | None
    per: tuple[Per, ...]
    quote: str
    sure: bool
    annotated: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldStaffing:
    """A number of posts as annotated."""

    count: Decimal
    quote: str
    sure: bool


@dataclass(frozen=True, slots=True)
class GoldResolution:
    """A resolution as annotated: only the first and the last words of its text."""

    kind: ResolutionKind
    starts: str
    ends: str
    sure: bool


@dataclass(frozen=True, slots=True)
class GoldConsultation:
    """A line of the Beratungsfolge as annotated."""

    organization: str | None
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What a document says about itself, as annotated."""

    kind: DocumentKind | None
    title: str | None
    reference: str | None
    date: dt.date | None
    organization: str | None
    body: str | None
    paper_type: str | None
    consultations: tuple[GoldConsultation, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """All that a person found in one document.

    Attributes:
        name: Stem of the document's file name.
        annotated: What the person looked for: kinds of facts as ``tally.KINDS`` names them.
    """

    name: str
    document: GoldDocument
    decisions: tuple[GoldDecision, ...]
    resolutions: tuple[GoldResolution, ...]
    figures: tuple[GoldFigure, ...]
    staffing: tuple[GoldStaffing, ...]
    annotated: frozenset[str]


def read_folder(folder: Path) -> dict[str, Gold]:
    """All gold files of a folder, by the stem of their names, in order of the names.

    Raises:
        InputError: The folder is missing, or holds no gold file.
        DataError: A file is no JSON, or a field is not what it should be.
    """
    if not folder.is_dir():
        raise InputError(f"Den Ordner „{folder}“ gibt es nicht.", "Bitte den Ordner mit den Gold-Dateien angeben.")
    found = {path.stem: read_file(path) for path in sorted(folder.glob("*.json"))}
    if not found:
        raise InputError(f"Im Ordner „{folder}“ liegt keine Gold-Datei (*.json).", "Bitte den Ordner prüfen.")
    return found


def read_file(path: Path) -> Gold:
    """One gold file.

    Raises:
        InputError: The file cannot be read.
        DataError: It is no JSON, or a field is not what it should be.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"Die Gold-Datei „{path.name}“ lässt sich nicht lesen.", "Bitte die Rechte prüfen.") from error
    except (ValueError, RecursionError) as error:
        raise DataError(f"Die Gold-Datei „{path.name}“ ist kein gültiges JSON: {error}.", HELP) from error
    if not isinstance(values, dict):
        raise DataError(f"Die Gold-Datei „{path.name}“ muss ein JSON-Objekt enthalten.", HELP)
    root = Node(path.name, "", values)
    root.allow("id", "document", "decisions", "resolutions", "figures", "staffing", "note")
    return Gold(
        name=path.stem,
        document=_document(root.entry("document")),
        decisions=tuple(map(_decision, root.entries("decisions"))),
        resolutions=tuple(map(_resolution, root.entries("resolutions"))),
        figures=tuple(map(_figure, root.entries("figures"))),
        staffing=tuple(map(_staffing, root.entries("staffing"))),
        annotated=_annotated(values),
    )


def _annotated(values: dict[str, Any]) -> frozenset[str]:
    """Kinds of facts that a gold file speaks of; a field of the document that is null is stated to be open."""
    found = {key for key in ("decisions", "resolutions", "figures", "staffing") if values.get(key) is not None}
    document = values.get("document") or {}
    found |= {f"document.{key}" for key in document} - {"document.consultations"}
    if document.get("consultations") is not None:
        found.add("consultations")
    decisions, figures = values.get("decisions") or (), values.get("figures") or ()
    for kind, (entries, key) in ATTRIBUTES.items():
        listed = {"decisions": decisions, "figures": figures}[entries]
        if entries in found and (not listed or any(key in entry for entry in listed)):
            found.add(kind)
    return frozenset(found)


def _sure(node: Node) -> bool:
    return node.flag("sure") is not False


def _decision(node: Node) -> GoldDecision:
    node.allow("agenda_item", "outcome", "amended", *SIDES, "unanimous", "type", "groups", "quote", "sure", "note")
    yes, no, abstain = (node.count(side) for side in SIDES)
    return GoldDecision(
        agenda_item=node.text("agenda_item"),
        outcome=node.choice("outcome", Outcome),
        amended=bool(node.flag("amended")),
        yes=yes,
        no=no,
        abstain=abstain,
        unanimous=node.flag("unanimous"),
        type=node.choice("type", DecisionType, DecisionType.MAIN),
        groups=_groups(node.entry("groups")),
        quote=node.text("quote") or "",
        sure=_sure(node),
        annotated=frozenset(node.values),
    )


def _groups(node: Node) -> dict[str, dict[str, int | None]] | None:
    groups = {}
    for name in node.values:
        votes = node.entry(name)
        votes.allow(*SIDES)
        groups[name] = {side: votes.count(side) for side in votes.values}
    return groups or None


def _resolution(node: Node) -> GoldResolution:
    node.allow("agenda_item", "kind", "points", "starts", "ends", "sure", "note")
    node.count("points")
    return GoldResolution(node.choice("kind", ResolutionKind), node.needed("starts"), node.needed("ends"), _sure(node))


def _figure(node: Node) -> GoldFigure:
    node.allow("amount", "high", "currency", "qualifier", "per", "quote", "in_table", "sure", "note")
    amount = node.number("amount")
    if amount is None:
        node.fail("amount", "fehlt")
    units = node.values.get("per") or []
    known = [unit.value for unit in Per]
    if not isinstance(units, list) or any(unit not in known for unit in units):
        node.fail("per", f"muss eine Liste aus {', '.join(known)} sein")
    return GoldFigure(
        amount=amount,
        high=node.number("high"),
        currency=node.text("currency") or "EUR",
        qualifier=node.choice("qualifier", Qualifier) if node.text("qualifier") else None,
        per=tuple(Per(unit) for unit in units),
        quote=node.text("quote") or "",
        sure=_sure(node),
        annotated=frozenset(node.values),
    )


def _staffing(node: Node) -> GoldStaffing:
    node.allow("count", "unit", "quote", "sure", "note")
    count = node.number("count")
    if count is None:
        node.fail("count", "fehlt")
    return GoldStaffing(count, node.text("quote") or "", _sure(node))


def _document(node: Node) -> GoldDocument:
    texts = ("title", "reference", "organization", "body", "paper_type")
    node.allow("kind", "date", "consultations", *texts, "note")
    title, reference, organization, body, paper_type = (node.text(key) for key in texts)
    return GoldDocument(
        kind=node.choice("kind", DocumentKind) if node.text("kind") else None,
        title=title,
        reference=reference,
        date=node.date("date"),
        organization=organization,
        body=body,
        paper_type=paper_type,
        consultations=tuple(map(_consultation, node.entries("consultations"))),
    )


def _consultation(node: Node) -> GoldConsultation:
    node.allow("organization", "date", "role", "note")
    return GoldConsultation(node.text("organization"), node.date("date"))
