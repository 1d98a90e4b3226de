"""Invented papers with records, made without extraction, so that the archive is tested on its own."""

from __future__ import annotations

import datetime as dt
import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from kimdocs.model.council import AgendaItem, Consultation, DocumentFacts, DocumentKind
from kimdocs.model.decision import Decision, DecisionType, Outcome, Resolution, ResolutionKind
from kimdocs.model.finance import Figure, FigureRole, Per, Qualifier, SectionKind, Staffing
from kimdocs.model.record import Generator, Issue, Record, Severity, SourceInfo
from kimdocs.model.source import Block, BlockKind, Cell, Evidence, Furniture, SourceDocument

if TYPE_CHECKING:
    from kimdocs.archive.store import Archive


class Paper(NamedTuple):
    """A document and its record."""

    source: SourceDocument
    record: Record


def paper(
    text: str,
    *,
    name: str = "papier.txt",
    generator: tuple[str, str] = ("0.1.0", "sha256:aa"),
    page_starts: tuple[int, ...] = (0,),
    facts: dict[str, Any] | None = None,
    **record: Any,
) -> Paper:
    """A paper of this text; ``facts`` are fields of DocumentFacts, ``record`` further fields of the record."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = SourceDocument(f"sha256:{digest}", name, "text/plain", text, page_starts)
    info = SourceInfo(source.id, name, source.media_type, len(page_starts), len(text))
    document = DocumentFacts(**{"kind": DocumentKind.OTHER, **(facts or {})})
    return Paper(source, Record(1, Generator(*generator), info, document, **record))


def evidence(text: str, quote: str, page: int = 1) -> tuple[Evidence, ...]:
    """Evidence for the first place of a quote."""
    start = text.index(quote)
    return (Evidence(start, start + len(quote), page, quote),)


def decision(text: str, quote: str, outcome: Outcome, organization: str | None = None, **counts: int) -> Decision:
    """A main decision with these counts."""
    votes = {name: counts.get(name) for name in ("yes", "no", "abstain", "present", "excluded")}
    return Decision(
        agenda_item="3",
        organization=organization,
        outcome=outcome,
        outcome_text=quote,
        amended=False,
        type=DecisionType.MAIN,
        **votes,
        unanimous=None,
        roll_call=False,
        secret=False,
        groups={"Bürgerliste": {"yes": 3, "no": None}},
        evidence=evidence(text, quote),
        rule="votes.head",
    )


def figure(text: str, quote: str, amount: str, high: str | None = None, currency: str = "EUR") -> Figure:
    """An amount in the financial part."""
    return Figure(
        amount=Decimal(amount),
        high=None if high is None else Decimal(high),
        currency=currency,
        qualifier=Qualifier.RANGE if high else Qualifier.EXACT,
        per=(Per.YEAR, Per.POST),
        year=2023,
        role=FigureRole.COST,
        section=SectionKind.FINANCIAL_IMPACT,
        label="Personalkosten",
        in_table=False,
        decision=None,
        evidence=evidence(text, quote),
        rule="figures.sign",
    )


MINUTES_TEXT = """Gemeinde Wiesenfeld
Niederschrift über die Sitzung des Ausschusses für Soziales und Familie

TOP 3: Kooperationsvereinbarung zur Fallbegleitung mit dem Kreis Lindenau

Herr Schäfer fragt nach den Folgekosten. Die Verwaltung beziffert die Personalkosten auf 55.000,50 € je Stelle und Jahr.

Der Ausschuss empfiehlt dem Gemeinderat, der Vereinbarung zuzustimmen.
Abstimmungsergebnis: 11 Ja, 2 Nein, 0 Enthaltungen

TOP 4: Ausbau der Mühlenstraße
Die Beschlüsse hierzu werden nachgereicht, ½ Planstelle bleibt unbesetzt.
"""


MINUTES_FACTS = {
    "kind": DocumentKind.MINUTES,
    "title": "Niederschrift Soziales",
    "reference": "12/2022",
    "date": dt.date(2022, 8, 31),
    "organization": "Ausschuss für Soziales und Familie",
    "body": "Gemeinde Wiesenfeld",
    "public": None,
    "consultations": (
        Consultation("Gemeinderat", dt.date(2022, 9, 14), "beschließend", evidence(MINUTES_TEXT, "Gemeinderat")),
    ),
    "evidence": {"body": evidence(MINUTES_TEXT, "Gemeinde Wiesenfeld")},
}


def minutes(**changes: Any) -> Paper:
    """Minutes with a fact of every kind."""
    text = MINUTES_TEXT
    items = (
        AgendaItem("3", "Kooperationsvereinbarung zur Fallbegleitung", None, evidence(text, "TOP 3")),
        AgendaItem("4", "Ausbau der Mühlenstraße", False, evidence(text, "TOP 4")),
    )
    place = evidence(text, "der Vereinbarung zuzustimmen")
    resolution = Resolution(ResolutionKind.ADOPTED, "3", "Der Vereinbarung wird zugestimmt.", (), 0, place)
    place = evidence(text, "½ Planstelle")
    post = Staffing(Decimal("0.5"), None, "Planstelle", Qualifier.EXACT, SectionKind.OTHER, place, "staffing.posts")
    facts = {
        "name": "niederschrift-soziales.txt",
        "facts": MINUTES_FACTS,
        "agenda_items": items,
        "decisions": (decision(text, "11 Ja, 2 Nein, 0 Enthaltungen", Outcome.RECOMMENDED, yes=11, no=2, abstain=0),),
        "resolutions": (resolution,),
        "figures": (figure(text, "55.000,50 €", "55000.50"),),
        "staffing": (post,),
        "issues": (Issue("note", Severity.NOTE, "Der Beschluss wird nachgereicht.", evidence(text, "nachgereicht")),),
    }
    return paper(text, **{**facts, **changes})


def with_layout(made: Paper) -> Paper:
    """The same paper with blocks, a table's cells, a running header and a warning, as a PDF would have."""
    from dataclasses import replace

    table = Block(BlockKind.TABLE, 0, 19, cells=(Cell(0, 0, 0, 8, header=True), Cell(0, 1, 9, 19)))
    heading = Block(BlockKind.HEADING, 20, 40, level=2)
    source = replace(
        made.source,
        blocks=(table, heading),
        furniture=(Furniture(2, "Seite 2"),),
        warnings=("Seite 3 hat keinen Text.",),
    )
    return Paper(source, made.record)


def filled(archive: Archive, *texts: str) -> None:
    """Add a paper of each text."""
    for text in texts:
        made = paper(text)
        archive.add(made.record, made.source)


def found(archive: Archive, words: str, **filters: object) -> set[str]:
    """The texts of the documents that were found, each with a quote that stands where it says."""
    texts = set()
    for hit in archive.search(words, limit=None, **filters):
        text = archive.source(hit.id).text
        assert text[hit.start : hit.end] == hit.quote
        assert all(hit.start <= start < end <= hit.end for start, end in hit.marks)
        texts.add(text)
    return texts
