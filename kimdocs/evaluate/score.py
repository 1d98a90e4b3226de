"""Records against gold: one tally a kind of fact."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kimdocs.evaluate.decisions import score_decisions
from kimdocs.evaluate.tally import Miss, MissType, Tally, new_tallies, plain, quote_of
from kimdocs.evaluate.values import score_figures, score_resolutions, score_staffing
from kimdocs.model.council import DocumentFacts, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kimdocs.evaluate.gold import Gold, GoldConsultation
    from kimdocs.model.council import Consultation
    from kimdocs.model.record import Record

_FIELDS = ("title", "reference", "date", "organization", "body", "paper_type")
_ONE_CLASS = {
    DocumentKind.EXCERPT: DocumentKind.MINUTES,
    DocumentKind.NOTICE: DocumentKind.SUBMISSION,
    DocumentKind.OTHER: DocumentKind.SUBMISSION,
}
_NOTHING = DocumentFacts(DocumentKind.OTHER)


def evaluate(gold: Mapping[str, Gold], records: Mapping[str, Record]) -> dict[str, Tally]:
    """Measure records against gold.

    Args:
        gold: Gold by the stem of the document's file name.
        records: Records by the stem of their source's name. Gold without a record counts as a record without facts,
            records without gold are left out.

    Returns:
        Tally by kind of fact; all kinds of ``tally.KINDS`` are there.
    """
    tallies = new_tallies()
    for name in sorted(gold):
        _score_one(tallies, gold[name], records.get(name))
    return tallies


def _score_one(tallies: Mapping[str, Tally], gold: Gold, record: Record | None) -> None:
    """Count what the gold annotates; what it leaves out is neither demanded nor held against the record."""
    for kind in gold.annotated & tallies.keys():
        tallies[kind].documents += 1
    if "decisions" in gold.annotated:
        score_decisions(tallies, gold.name, gold.decisions, record.decisions if record else ())
    if "figures" in gold.annotated:
        score_figures(tallies, gold.name, gold.figures, record.figures if record else ())
    if "staffing" in gold.annotated:
        score_staffing(tallies["staffing"], gold.name, gold.staffing, record.staffing if record else ())
    if "resolutions" in gold.annotated:
        score_resolutions(tallies["resolutions"], gold.name, gold.resolutions, record.resolutions if record else ())
    _score_document(tallies, gold, record.document if record else None)


def _score_document(tallies: Mapping[str, Tally], gold: Gold, record: DocumentFacts | None) -> None:
    name, wanted, found = gold.name, gold.document, record or _NOTHING
    for field in _FIELDS:
        if field == "title" and wanted.kind is DocumentKind.MINUTES:
            continue  # minutes have a heading, not a title
        should, got = getattr(wanted, field), getattr(found, field)
        _score_field(tallies[f"document.{field}"], name, _text(should), _text(got), found)
    kind = "" if record is None else _ONE_CLASS.get(record.kind, record.kind)
    wanted_kind = "" if wanted.kind is None else _ONE_CLASS.get(wanted.kind, wanted.kind)
    _score_field(tallies["document.kind"], name, wanted_kind, kind, found)
    if "consultations" in gold.annotated:
        _score_consultations(tallies["consultations"], name, wanted.consultations, found.consultations)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _score_field(tally: Tally, name: str, wanted: str, got: str, found: DocumentFacts) -> None:
    """A field that the gold leaves open is not counted; a wrong value is both missed and too much."""
    if not wanted:
        return
    if plain(wanted) == plain(got):
        tally.hit += 1
        return
    tally.missed += 1
    tally.spurious += bool(got)
    places = found.evidence.get(tally.kind.partition(".")[2], ())
    kind = MissType.DIFFERS if got else MissType.MISSED
    tally.misses.append(Miss(name, tally.kind, kind, wanted, got, quote_of(places) or wanted, places))


def _score_consultations(
    tally: Tally, name: str, gold: Iterable[GoldConsultation], found: Iterable[Consultation]
) -> None:
    wanted, got = Counter(map(_consultation, gold)), Counter(map(_consultation, found))
    tally.hit += (wanted & got).total()
    tally.missed += (wanted - got).total()
    tally.spurious += (got - wanted).total()
    for text in wanted - got:
        tally.misses.append(Miss(name, tally.kind, MissType.MISSED, text, "", text))
    for text in got - wanted:
        tally.misses.append(Miss(name, tally.kind, MissType.SPURIOUS, "", text, text))


def _consultation(entry: GoldConsultation | Consultation) -> str:
    return f"{entry.date or '-'} {plain(entry.organization)}"
